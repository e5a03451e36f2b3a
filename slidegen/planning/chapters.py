"""The deck's order: what opens it, a chapter for each section, what ends it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from slidegen.deck import Agenda, AgendaEntry, Bullets, Divider, Slide
from slidegen.options import Options
from slidegen.outline import Outline, Section
from slidegen.passage import Label, Passage, Words
from slidegen.planning.appendix import make_appendix
from slidegen.planning.cover import is_inside, make_cover, title_of_deck
from slidegen.planning.ending import make_closing
from slidegen.planning.exhibiting import exhibit_slides
from slidegen.planning.labels import Labels
from slidegen.planning.naming import bare_number, heading_of
from slidegen.planning.opening import make_opening
from slidegen.planning.parts import told
from slidegen.planning.sectionless import sectionless_slides
from slidegen.planning.sections import (
    article_slides,
    divider_of,
    section_slides,
    with_notes_first,
)


class Chapter(Struct, frozen=True):
    """The slides of one PowerPoint section."""

    name: Words
    slides: tuple[Slide, ...]


Stretch: TypeAlias = tuple[Section, ...]
"""The top-level sections of one chapter: one, or a run of articles."""


def chapters_of(outline: Outline, options: Options, labels: Labels) -> tuple[Chapter, ...]:
    """All slides in their order; the first chapter is the cover's."""
    stretches = chapters_in(outline)
    agenda = make_agenda(stretches, labels) if options.agenda != "none" else None
    front = _front(outline, options, labels, agenda)
    shared = labels.gathered if outline.is_gathered else labels.body
    body = _body(stretches, options, shared, agenda)
    if not body:
        used = str(title_of_deck(outline, options, labels))
        slides = sectionless_slides(outline, labels, used=used)
        front = replace(front, slides=front.slides + slides)
    return _with_ending((front, *body), outline, options, labels)


def chapters_in(outline: Outline) -> tuple[Stretch, ...]:
    """The sections of each chapter of a condensed outline, but the cover's and the appendix."""
    if outline.is_gathered:
        return (outline.sections,)
    return tuple(stretches_of(outline.sections))


def stretches_of(sections: Iterable[Section]) -> Iterator[Stretch]:
    """Each section by itself, but articles that follow one another (第一条, 第二条) together."""
    for has_heading, run in groupby(sections, key=lambda section: bool(section.heading)):
        if has_heading:
            yield from ((section,) for section in run)
        else:
            yield tuple(run)


def _front(outline: Outline, options: Options, labels: Labels, agenda: Agenda | None) -> Chapter:
    """Cover, agenda and opening; the cover's notes take what no opening slide says."""
    cover = make_cover(outline, options, labels)
    opening = make_opening(outline, labels) if outline.sections else ()
    is_said = outline.salutation and not is_inside(outline.salutation, cover.notes)
    said = (outline.salutation,) if is_said else ()
    if opening:
        opening = with_notes_first(opening, said)
    else:
        untold = told(outline.opening) if outline.sections else ()
        cover = replace(cover, notes=cover.notes + said + untold)
    return Chapter(labels.cover, (cover, *((agenda,) if agenda else ()), *opening))


def make_agenda(stretches: Sequence[Stretch], labels: Labels) -> Agenda | None:
    """All chapters on one agenda; None where there is no choice."""
    if len(stretches) < 2:
        return None
    entries = (
        AgendaEntry(_name(stretch, labels.body), _number(stretch), number)
        for number, stretch in enumerate(stretches, start=1)
    )
    return Agenda(labels.agenda, tuple(entries))


def _name(stretch: Stretch, shared: Label) -> Words:
    return shared if len(stretch) > 1 else heading_of(stretch[0])


def _number(stretch: Stretch) -> str | None:
    return None if len(stretch) > 1 else bare_number(stretch[0].marker)


def _body(
    stretches: Sequence[Stretch], options: Options, shared: Label, agenda: Agenda | None
) -> tuple[Chapter, ...]:
    """A chapter for each top-level section; one, called *shared*, for all articles of a law
    without chapters, or for all sections where they are gathered."""
    marked = shows_markers([section for stretch in stretches for section in stretch], options)
    divided = options.dividers and has_dividers(stretches)
    chapters: list[Chapter] = []
    for number, stretch in enumerate(stretches, start=1):
        if len(stretch) > 1:
            slides = article_slides(stretch, shared)
        else:
            slides = section_slides(stretch[0], marked=marked)
        if agenda and options.agenda == "repeat":
            slides = (replace(agenda, current=number), *slides)
        elif divided and not isinstance(slides[0], Divider):
            slides = (divider_of(stretch[0]), *slides)
        chapters.append(Chapter(_name(stretch, shared), slides))
    return tuple(chapters)


MANY = 5
"""More sub-points than these run over to a second page."""


def has_dividers(stretches: Sequence[Stretch]) -> bool:
    """Whether sections are announced: there are several, and they are numbered.

    The divider shows the number large, and the slides after it the heading with its number.
    Without one, both would have the same title, which tells nobody where he is.
    """
    return len(stretches) > 1 and all(map(_number, stretches))


def shows_markers(sections: Sequence[Section], options: Options) -> bool:
    """Whether sub-points keep their numbers: one decision for the whole deck.

    They do where there are slides that their numbers refer to, or where they run over to a
    second page and tell the audience the place.
    """
    return options.detail == "full" or any(len(section.children) > MANY for section in sections)


def _with_ending(
    chapters: tuple[Chapter, ...], outline: Outline, options: Options, labels: Labels
) -> tuple[Chapter, ...]:
    """With the closing slide, the appendix, and in the last notes what neither holds."""
    *before, last = chapters
    slides = last.slides + exhibit_slides(outline.closing, labels.body, None)
    closing = make_closing(outline) if options.closing else ()
    appendix = make_appendix(outline.after_matter, labels.appendix)
    slides += closing
    untold = appendix.untold if closing else told(outline.closing) + appendix.untold
    ended = replace(last, slides=_with_notes_last(slides, untold))
    extra = (Chapter(labels.appendix, appendix.slides),) if appendix.slides else ()
    return (*before, ended, *extra)


def _with_notes_last(slides: tuple[Slide, ...], notes: tuple[Passage, ...]) -> tuple[Slide, ...]:
    """*slides* with *notes* said after all else."""
    *before, last = slides
    if isinstance(last, Bullets) and last.points:
        *points, end = last.points
        points.append(replace(end, notes=end.notes + notes))
        return (*before, replace(last, points=tuple(points)))
    return (*before, replace(last, notes=last.notes + notes))

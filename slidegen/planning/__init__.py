"""An outline to a deck: what each slide says, in the order in which it is said.

Planning decides what belongs together; how much of it fits on a page is for
arranging to say. Every passage of the outline is on a slide or in the notes of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from slidegen.deck import Agenda, AgendaEntry, Bullets, Deck, Divider, Slide
from slidegen.notices import Report, ignore
from slidegen.options import Options
from slidegen.outline import Outline, Section
from slidegen.passage import Label, Passage, Words
from slidegen.planning.appendix import make_appendix
from slidegen.planning.cover import make_cover, title_of_deck
from slidegen.planning.ending import make_closing
from slidegen.planning.labels import LABELS, Labels
from slidegen.planning.naming import bare_number, heading_of
from slidegen.planning.opening import make_opening, sectionless_slides
from slidegen.planning.parts import told
from slidegen.planning.sections import (
    are_articles,
    article_slides,
    divider_of,
    section_slides,
    with_notes_first,
)
from slidegen.planning.speaking import noted
from slidegen.planning.typography import mended_slide, mended_words

AS_THE_DOCUMENT_SAYS = Options()


@dataclass(frozen=True, slots=True)
class Chapter:
    """The slides of one PowerPoint section."""

    name: Words
    slides: tuple[Slide, ...]


def plan(
    outline: Outline, options: Options = AS_THE_DOCUMENT_SAYS, *, report: Report = ignore
) -> Deck:
    """The deck of *outline*. Raises OptionError for a logo that is no picture."""
    language = options.language or outline.language
    labels = LABELS[language]
    title = title_of_deck(outline, options, labels)
    chapters = _finished(_chapters(outline, options, labels), options)
    author = outline.speaker or outline.organisation
    return Deck(
        slides=tuple(
            replace(slide, section=number)
            for number, chapter in enumerate(chapters)
            for slide in chapter.slides
        ),
        sections=tuple(chapter.name for chapter in chapters),
        language=language,
        title=str(title) if title != labels.untitled else "",
        author=str(options.speaker or options.organisation or author),
        footer=_footer(options, title, labels),
        continued=labels.continued,
    )


def _footer(options: Options, title: Words, labels: Labels) -> Words | None:
    if options.footer is not None:
        return Label(options.footer) if options.footer else None
    return title if title != labels.untitled else None


def _chapters(outline: Outline, options: Options, labels: Labels) -> list[Chapter]:
    """Cover, agenda and opening; a chapter for each section; what comes after the last."""
    if are_articles(outline.sections):
        slides = article_slides(outline.sections, options.detail, labels.body)
        front = _front(outline, options, labels, None)
        return _with_ending([front, Chapter(labels.body, slides)], outline, options, labels)
    bodies = [_body(section, outline, options) for section in outline.sections]
    agenda = _agenda(outline.sections, labels) if options.agenda != "none" else None
    chapters = [_front(outline, options, labels, agenda)]
    for number, (section, slides) in enumerate(zip(outline.sections, bodies, strict=True)):
        entry = _entry_slides(section, agenda, number, options, outline.sections, slides)
        chapters.append(Chapter(heading_of(section), (*entry, *slides)))
    if not outline.sections:
        body = sectionless_slides(outline, options.detail, labels)
        chapters[0] = replace(chapters[0], slides=chapters[0].slides + body)
    return _with_ending(chapters, outline, options, labels)


def _body(section: Section, outline: Outline, options: Options) -> tuple[Slide, ...]:
    return section_slides(section, options.detail, marked=_shows_markers(outline, options))


MANY = 5
"""Sub-points that run over to a second page, where their numbers tell the audience the place."""


def _shows_markers(outline: Outline, options: Options) -> bool:
    """Whether sub-points keep their numbers: one decision for the whole deck."""
    return options.detail == "full" or any(
        len(section.children) > MANY for section in outline.sections
    )


def _agenda(sections: Sequence[Section], labels: Labels) -> Agenda | None:
    """All sections on one agenda; None where there is no choice of sections."""
    if len(sections) < 2:
        return None
    entries = (
        AgendaEntry(heading_of(section), bare_number(section.marker), number)
        for number, section in enumerate(sections, start=1)
    )
    return Agenda(labels.agenda, tuple(entries))


def _entry_slides(
    section: Section,
    agenda: Agenda | None,
    number: int,
    options: Options,
    sections: Sequence[Section],
    slides: tuple[Slide, ...],
) -> tuple[Slide, ...]:
    """What opens a section: the agenda with its line lit, a divider, or nothing."""
    if agenda and options.agenda == "repeat":
        return (replace(agenda, current=number + 1),)
    if isinstance(slides[0], Divider) or not (options.dividers and has_dividers(sections)):
        return ()
    return (divider_of(section),)


def has_dividers(sections: Sequence[Section]) -> bool:
    """Whether sections are announced: there are several, numbered or with sub-points."""
    return len(sections) > 1 and any(section.marker or section.children for section in sections)


def _front(outline: Outline, options: Options, labels: Labels, agenda: Agenda | None) -> Chapter:
    cover = make_cover(outline, options, labels)
    opening = make_opening(outline, labels) if outline.sections else ()
    said = (outline.salutation,) if outline.salutation else ()
    if opening:
        opening = with_notes_first(opening, said)
    else:
        untold = told(outline.opening) if outline.sections else ()
        cover = replace(cover, notes=cover.notes + said + untold)
    return Chapter(labels.cover, (cover, *((agenda,) if agenda else ()), *opening))


def _with_ending(
    chapters: list[Chapter], outline: Outline, options: Options, labels: Labels
) -> list[Chapter]:
    """With the closing slide, the appendix, and in the last notes what neither holds."""
    closing = make_closing(outline) if options.closing else None
    appendix = make_appendix(outline.after_matter, labels.appendix)
    untold = () if closing else told(outline.closing)
    slides: tuple[Slide, ...] = (closing,) if closing else ()
    *before, last = chapters
    last = replace(last, slides=_said_last(last.slides + slides, untold + appendix.untold))
    return [
        *before,
        last,
        *([Chapter(labels.appendix, appendix.slides)] if appendix.slides else []),
    ]


def _said_last(slides: tuple[Slide, ...], notes: tuple[Passage, ...]) -> tuple[Slide, ...]:
    """*slides* with *notes* said after all else."""
    *before, last = slides
    if isinstance(last, Bullets) and last.points:
        *points, end = last.points
        points.append(replace(end, notes=end.notes + notes))
        return (*before, replace(last, points=tuple(points)))
    return (*before, replace(last, notes=last.notes + notes))


def _finished(chapters: Iterable[Chapter], options: Options) -> list[Chapter]:
    """With the notes and the punctuation that were asked for."""
    fix = options.typography == "fix"
    return [
        Chapter(
            mended_words(chapter.name) if fix else chapter.name,
            tuple(_slides(chapter.slides, options, fix=fix)),
        )
        for chapter in chapters
    ]


def _slides(slides: Iterable[Slide], options: Options, *, fix: bool) -> Iterator[Slide]:
    for slide in slides:
        kept = noted(slide, options.notes)
        yield mended_slide(kept) if fix else kept

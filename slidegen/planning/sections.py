"""One top-level section to its slides: an overview whose points are the sub-points, and,
where everything is wanted, a slide for each sub-point besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from slidegen.deck import Bullets, Divider, PictureSlide, Slide, TableSlide
from slidegen.document import Block, ListBlock, Picture, Table
from slidegen.options import Detail
from slidegen.outline import Section
from slidegen.passage import EMPTY, Passage, Words
from slidegen.planning.fullness import FULLNESS, Fullness
from slidegen.planning.headlines import headline
from slidegen.planning.naming import bare_number, head_of, heading_of, title_of
from slidegen.planning.parts import (
    announced,
    at_least_one,
    best_points,
    exhibits,
    gathered,
    notes_in_place,
    parts_of,
    says,
    told,
    with_next,
)
from slidegen.planning.supporting import supports_of
from slidegen.point import Part

FEW_PARAGRAPHS = 2
"""With no more than these a section would leave its slide nearly empty, so each gives more."""


def told_of(section: Section) -> tuple[Passage, ...]:
    """All text of a section in order, headings and their numbers too: who reads the speech
    from the notes reads them out."""
    below = (passage for child in section.children for passage in told_of(child))
    return (*heading_told(section), *told(section.body), *below)


def heading_told(section: Section) -> tuple[Passage, ...]:
    """The heading, unless the section's own notes have it."""
    return () if says(notes_in_place(section.body), section.text) else (section.text,)


def section_slides(section: Section, detail: Detail, *, marked: bool) -> tuple[Slide, ...]:
    """The slides of a top-level section, without the divider before it.

    A section that has nothing to show but its heading is a divider itself.
    """
    fullness = FULLNESS[detail]
    title = title_of(section)
    own: list[Slide] = []
    parts = list(_preamble(section, fullness))
    for child in section.children:
        slides = _own_slides(child, section, fullness, marked=marked) if fullness.own_slides else ()
        own.extend(slides or _exhibits_below(child, title))
        parts.append(_summary(child, fullness, marked=marked, has_slide=bool(slides)))
    notes, points = gathered(parts)
    shown = exhibit_slides(section.body, title, None)
    if not points and not shown:
        notes, points = at_least_one(notes)
    if shown and len(points) == 1 and not section.children:
        # A slide for the one sentence that leads over to a table: it is said, not shown.
        notes, points = (*notes, *points[0].notes), ()
    notes = (*heading_told(section), *notes)
    found: list[Slide] = []
    if points:
        found.append(Bullets(title, points, notes=notes))
        notes = ()
    found.extend(shown)
    if not found:
        found.append(replace(divider_of(section), notes=notes))
        notes = ()
    return (*with_notes_first(found, notes), *own)


def with_notes_first(slides: Sequence[Slide], notes: tuple[Passage, ...]) -> tuple[Slide, ...]:
    """*slides* with *notes* said before all else."""
    if not slides or not notes:
        return tuple(slides)
    first, *others = slides
    return (replace(first, notes=notes + first.notes), *others)


def _preamble(section: Section, fullness: Fullness) -> Iterator[Part]:
    """The text between the heading and the first sub-point, or all of it if there is none."""
    heading = section.heading.text
    if not section.children:
        few = len(told(section.body)) <= FEW_PARAGRAPHS
        most = fullness.few_paragraphs if few else fullness.paragraph
        yield from parts_of(section.body, most=most, heading=heading)
        return
    if not fullness.preamble:
        yield Part(told=told(section.body))
    elif any(isinstance(block, ListBlock) for block in section.body):
        yield from parts_of(section.body, most=1, heading=heading)
    else:
        points = best_points(section.body, fullness.preamble, heading=heading)
        yield Part(points, told(section.body))


def _summary(section: Section, fullness: Fullness, *, marked: bool, has_slide: bool) -> Part:
    """A sub-point on its section's slide: its heading with what supports it."""
    head = head_of(section, marked=marked)
    if has_slide:
        return Part((head,), ())
    supports = supports_of(section, fullness, level=head.level + 1)
    supports = tuple(p for p in supports if str(p.passage) != str(head.passage))
    return Part((head, *supports), told_of(section))


def _own_slides(
    section: Section, parent: Section, fullness: Fullness, *, marked: bool
) -> tuple[Slide, ...]:
    """The slide of a sub-point with its key points; none if it has nothing but its heading."""
    title = title_of(section)
    kicker = heading_of(parent)
    parts = [*parts_of(section.body, most=fullness.paragraph, heading=section.heading.text)]
    if not section.heading and parts and len(parts[0].points) == 1 and not section.children:
        return ()  # an article of one line is whole on the overview
    for child in section.children:
        head = head_of(child, marked=marked)
        supports = supports_of(child, fullness, level=2)
        parts.append(Part((head, *supports), told_of(child)))
    notes, points = gathered(parts)
    notes = (*heading_told(section), *notes)
    slides: list[Slide] = []
    if points:
        slides.append(Bullets(title, points, kicker=kicker, notes=notes))
        notes = ()
    slides.extend(exhibit_slides(section.body, title, kicker))
    slides.extend(s for child in section.children for s in _exhibits_below(child, title))
    return with_notes_first(slides, notes)


def _exhibits_below(section: Section, kicker: Words) -> Iterator[Slide]:
    for inner in section.walk():
        yield from exhibit_slides(inner.body, title_of(inner), kicker)


def exhibit_slides(
    blocks: Iterable[Block], heading: Words, kicker: Words | None
) -> tuple[Slide, ...]:
    """A slide for each table and picture.

    Titled by its caption, by what announces it, by a picture's description, else by the
    heading that it stands under.
    """
    slides: list[Slide] = []
    announcement = EMPTY
    for block, following in with_next(blocks):
        for exhibit in exhibits((block,)):
            name = exhibit.caption or announcement
            match exhibit:
                case Table():
                    title, over = (name, heading) if name else (heading, kicker)
                    slides.append(TableSlide(title, exhibit, kicker=over))
                case Picture(alt=alt):
                    name = name or headline(alt)
                    title, over = (name, heading) if name else (heading, kicker)
                    slides.append(PictureSlide(title, exhibit, kicker=over))
        announcement = announced(block, following)
    return tuple(slides)


def article_slides(sections: Sequence[Section], detail: Detail, title: Words) -> tuple[Slide, ...]:
    """A text of articles without chapters (第一条, 第二条): one run of points, no dividers."""
    fullness = FULLNESS[detail]
    parts = [_summary(s, fullness, marked=True, has_slide=False) for s in sections]
    notes, points = gathered(parts)
    exhibited = (slide for section in sections for slide in _exhibits_below(section, title))
    return (Bullets(title, points, notes=notes), *exhibited)


def divider_of(section: Section) -> Divider:
    return Divider(heading_of(section), marker=bare_number(section.marker))

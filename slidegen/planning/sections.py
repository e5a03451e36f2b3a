"""One top-level section to its slides: an overview whose points are the sub-points, and,
where everything is wanted, a slide for each sub-point besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from slidegen.deck import Bullets, Divider, Point, Slide
from slidegen.outline import Section
from slidegen.passage import Passage, Words
from slidegen.planning.exhibiting import beside_points, exhibit_slides
from slidegen.planning.naming import bare_number, head_of, heading_of, title_of
from slidegen.planning.parts import DEEPEST, exhibits, gathered, parts_in, told
from slidegen.point import Part


def told_of(section: Section) -> tuple[Passage, ...]:
    """All text of a section in order, headings and their numbers too: who reads the speech
    from the notes reads them out."""
    below = (passage for child in section.children for passage in told_of(child))
    return (*heading_told(section), *told(section.body), *below)


def heading_told(section: Section) -> tuple[Passage, ...]:
    """The heading, unless the section's own notes have it."""
    return (section.text,) if section.is_said else ()


def section_slides(section: Section, *, marked: bool) -> tuple[Slide, ...]:
    """The slides of a top-level section, without the divider before it.

    A section that has nothing to show but its heading is a divider itself.
    """
    title = title_of(section)
    own: list[Slide] = []
    parts = [*parts_in(section.body)]
    for child in section.children:
        slides = (
            _own_slides(child, section, marked=marked) if child.has_slide and child.is_shown else ()
        )
        own.extend(slides or _exhibits_below(child, title))
        lines = (
            (Part((head_of(child, marked=marked),)),) if slides else lines_of(child, marked=marked)
        )
        parts.extend(lines)
    notes, points = gathered(parts)
    notes = (*heading_told(section), *notes)
    found: list[Slide] = []
    if points:
        found.append(Bullets(title, points, notes=notes))
        notes = ()
    found = [*beside_points((*found, *exhibit_slides(section.body, title, None)))]
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


def lines_of(section: Section, *, marked: bool, level: int = 1) -> tuple[Part, ...]:
    """A sub-point on its section's slide: its heading with the points below it."""
    if not section.is_shown:
        return (Part(told=told_of(section)),)
    points = tuple(point for part in parts_in(section.body) for point in part.points)
    if section.heading:
        head = head_of(section, marked=marked, level=level)
        points = (head, *(_lowered(point, level) for point in points))
    elif points:
        # An article's line is its first point, and has the article's number.
        first, *others = (_lowered(point, level - 1) for point in points)
        points = (replace(first, marker=section.marker), *others)
    below = [part for child in section.children for part in _points_below(child, level + 1)]
    if any(part.points for part in below):
        return (Part(points, (*heading_told(section), *told(section.body))), *below)
    return (Part(points, told_of(section)),)


def _points_below(section: Section, level: int) -> Iterator[Part]:
    """The points that a person wrote below a sub-point's own."""
    points = tuple(p for part in parts_in(section.body) for p in part.points)
    yield Part(
        tuple(_lowered(point, level - 1) for point in points),
        (*heading_told(section), *told(section.body)),
    )
    for child in section.children:
        yield from _points_below(child, level)


def _lowered(point: Point, by: int) -> Point:
    return replace(point, level=min(point.level + by, DEEPEST))


def _own_slides(section: Section, parent: Section, *, marked: bool) -> tuple[Slide, ...]:
    """The slide of a sub-point with its key points; none if it has nothing but its heading."""
    title = title_of(section)
    kicker = heading_of(parent)
    below = (part for child in section.children for part in lines_of(child, marked=marked))
    notes, points = gathered((*parts_in(section.body), *below))
    notes = (*heading_told(section), *notes)
    slides: list[Slide] = []
    if points:
        slides.append(Bullets(title, points, kicker=kicker, notes=notes))
        notes = ()
    slides = [*beside_points((*slides, *exhibit_slides(section.body, title, kicker)))]
    slides.extend(s for child in section.children for s in _exhibits_below(child, title))
    return with_notes_first(slides, notes)


def _exhibits_below(section: Section, kicker: Words) -> Iterator[Slide]:
    for inner in section.walk():
        if any(exhibits(inner.body)):
            yield from exhibit_slides(inner.body, title_of(inner), kicker)


def article_slides(sections: Sequence[Section], title: Words) -> tuple[Slide, ...]:
    """A text of articles without chapters (第一条, 第二条): one run of points, no dividers."""
    notes, points = gathered(part for s in sections for part in lines_of(s, marked=True))
    exhibited = tuple(s for section in sections for s in _exhibits_below(section, title))
    if not points:
        return with_notes_first(exhibited or (Divider(title),), notes)
    return (Bullets(title, points, notes=notes), *exhibited)


def divider_of(section: Section) -> Divider:
    return Divider(heading_of(section), marker=bare_number(section.marker))

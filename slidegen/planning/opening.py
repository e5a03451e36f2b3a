"""What is said before the first section; and a document that has no sections at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from slidegen.deck import Bullets, Point, Slide
from slidegen.options import Detail
from slidegen.outline import Outline
from slidegen.passage import Words
from slidegen.planning.labels import Labels
from slidegen.planning.parts import Part, best_points, gathered, parts_of, told
from slidegen.planning.sections import FULLNESS, exhibit_slides, with_notes_first

MOST = 4
CHARACTERS_A_POINT = 90
"""The opening slide has a point for each so many characters, two at least and `MOST` at most."""


def make_opening(outline: Outline, labels: Labels) -> tuple[Slide, ...]:
    """The opening slide and its exhibits; empty if nothing before the sections is worth a slide."""
    texts = told(outline.opening)
    number = min(MOST, max(2, sum(map(len, texts)) // CHARACTERS_A_POINT))
    parts = [Part(best_points(outline.opening, number, heading=outline.title.text), texts)]
    if not parts[0].points:
        parts = list(parts_of(outline.opening, most=1))
    notes, points = gathered(parts)
    slides: list[Slide] = []
    if points:
        slides.append(Bullets(labels.opening, points, notes=notes))
        notes = ()
    slides.extend(exhibit_slides(outline.opening, labels.opening, None))
    return with_notes_first(slides, notes)


POINTS_A_SLIDE = 6
"""About how many points of a text without headings go under one title."""
LONGEST_TITLE = 28
LONGEST_ENGLISH_TITLE = 70


def sectionless_slides(outline: Outline, detail: Detail, labels: Labels) -> tuple[Slide, ...]:
    """The slides of a document without sections: a title from the words of each few paragraphs."""
    most = FULLNESS[detail].paragraph
    slides: list[Slide] = []
    for group in _groups(parts_of(outline.opening, most=most, heading=outline.title.text)):
        slides.extend(_titled(group, labels.opening))
    slides.extend(exhibit_slides(outline.opening, outline.title or labels.opening, None))
    return tuple(slides)


def _groups(parts: Sequence[Part]) -> Iterator[list[Part]]:
    group: list[Part] = []
    for part in parts:
        if sum(len(p.points) for p in group) + len(part.points) > POINTS_A_SLIDE:
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _titled(parts: list[Part], fallback: Words) -> Iterator[Slide]:
    notes, points = gathered(parts)
    if points:
        title, points = _title_from(points, fallback)
        yield Bullets(title, points, notes=notes)


def _title_from(points: tuple[Point, ...], fallback: Words) -> tuple[Words, tuple[Point, ...]]:
    """The first short point as the title, taken off the points; the fallback if none is short."""
    first = points[0]
    if len(points) > 2 and len(str(first.passage)) <= LONGEST_TITLE:
        second = replace(points[1], notes=first.notes + points[1].notes)
        rest = (second, *points[2:])
        if first.role == "head":
            rest = tuple(_raised(rest))
        return first.passage, rest
    return fallback, points


def _raised(points: Sequence[Point]) -> Iterator[Point]:
    """The points under a head that became the title stand by themselves."""
    raising = True
    for point in points:
        raising = raising and point.level > 1
        yield replace(point, level=point.level - 1) if raising else point

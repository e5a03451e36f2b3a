"""What is said before the first section; and a document that has no sections at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from slidegen.deck import Bullets, Point, Slide
from slidegen.outline import Outline
from slidegen.passage import Passage, Words
from slidegen.planning.clauses import is_chinese
from slidegen.planning.headlines import headline
from slidegen.planning.labels import Labels
from slidegen.planning.parts import gathered, parts_in
from slidegen.planning.sections import exhibit_slides, with_notes_first
from slidegen.point import Part


def make_opening(outline: Outline, labels: Labels) -> tuple[Slide, ...]:
    """The opening slide and its exhibits; empty if nothing before the sections is worth a slide."""
    notes, points = gathered(parts_in(outline.opening))
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
FEWEST = 2
"""A title is taken off the points only where more than these are left."""


def sectionless_slides(outline: Outline, labels: Labels, *, used: str) -> tuple[Slide, ...]:
    """The slides of a document without sections: a title from the words of each few paragraphs.

    *used* is the title of the cover, which no slide after it repeats.
    """
    slides: list[Slide] = []
    for group in _groups(parts_in(outline.opening)):
        notes, points = gathered(group)
        if points:
            title, points = _title_from(points)
            named = title if title and str(title) != used else labels.body
            slides.append(Bullets(named, points, notes=notes))
    slides.extend(exhibit_slides(outline.opening, outline.title or labels.body, None))
    return tuple(slides)


def _groups(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """*parts* in groups of about as many points each."""
    total = sum(len(part.points) for part in parts)
    number = max(1, -(-total // POINTS_A_SLIDE))
    group: list[Part] = []
    done = groups = 0
    for part in parts:
        if part.points and groups < number - 1 and done * number >= total * (groups + 1):
            yield group
            group, groups = [], groups + 1
        group.append(part)
        done += len(part.points)
    if group:
        yield group


def _title_from(points: tuple[Point, ...]) -> tuple[Words | None, tuple[Point, ...]]:
    """The first point short enough to be a title, taken off the points; else its first clause."""
    for number, point in enumerate(points):
        if len(points) > FEWEST and point.level == 1 and _is_short(point.passage):
            rest = (*points[:number], *points[number + 1 :])
            if point.role == "head":
                rest = (*points[:number], *_raised(points[number + 1 :]))
            return point.passage, _with_notes_at(rest, max(number - 1, 0), number, point.notes)
    first = points[0].passage
    if isinstance(first, Passage):
        limit = LONGEST_TITLE if is_chinese(first.text) else LONGEST_ENGLISH_TITLE
        return headline(first, limit) or None, points
    return None, points


def _is_short(words: Words) -> bool:
    text = str(words)
    return len(text) <= (LONGEST_TITLE if is_chinese(text) else LONGEST_ENGLISH_TITLE)


def _with_notes_at(
    points: tuple[Point, ...], before: int, taken: int, notes: tuple[Passage, ...]
) -> tuple[Point, ...]:
    """The notes of the point that was taken off go to its neighbour, in order."""
    if taken == 0:
        first, *others = points
        return (replace(first, notes=notes + first.notes), *others)
    kept = list(points)
    kept[before] = replace(kept[before], notes=kept[before].notes + notes)
    return tuple(kept)


def _raised(points: Sequence[Point]) -> Iterator[Point]:
    """The points under a head that became the title stand by themselves."""
    raising = True
    for point in points:
        raising = raising and point.level > 1
        yield replace(point, level=point.level - 1) if raising else point

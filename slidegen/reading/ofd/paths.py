"""The straight lines of a drawn path, which may be those of a table.

GB/T 33190-2016, 9.1: AbbreviatedData is letters with points behind them: M moves, L draws a
line, C closes the figure; Q, B and A draw curves, of which only the end matters here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from slidegen.reading.ofd.elements import child, is_true, number, text_of
from slidegen.reading.ofd.transform import Point, Transform

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_STEPS = 200
"""Of one path; what has more is a drawing."""
SHORTEST = 2.0
"""Millimetres of a line that may part cells."""
THINNEST_AREA = 1.0
"""Millimetres of either side of a filled area that is no line."""
STRAIGHT = 0.3
"""Millimetres that it may rise or lean by."""
NUMBERS: Mapping[str, int] = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""How many follow each letter."""


def straight_lines(path: _Element, place: Transform) -> Iterator[tuple[Point, Point]]:
    """Level and upright lines of *path*, from end to end on the page; those around an area
    only if they are drawn, or it is as thin as a line."""
    found = [(place(a), place(b)) for a, b in _lines(text_of(child(path, "AbbreviatedData")))]
    # GB/T 33190-2016, 9.1: Stroke is true unless said.
    if not is_true(path.get("Stroke"), True) and _is_area(found):
        return
    for one, other in found:
        across, down = abs(one.x - other.x), abs(one.y - other.y)
        if min(across, down) <= STRAIGHT and max(across, down) >= SHORTEST:
            yield one, other


def _is_area(lines: Sequence[tuple[Point, Point]]) -> bool:
    xs = [point.x for line in lines for point in line]
    ys = [point.y for line in lines for point in line]
    return bool(lines) and min(max(xs) - min(xs), max(ys) - min(ys)) > THINNEST_AREA


def _lines(data: str) -> Iterator[tuple[Point, Point]]:
    words = iter(data.split(None, 8 * MOST_STEPS)[: 8 * MOST_STEPS])
    first = at = Point(0.0, 0.0)
    for step in words:
        values = [number(word, 0.0) for word in islice(words, NUMBERS.get(step, 0))]
        if step == "C":
            yield at, first
            at = first
        elif len(values) >= 2 and len(values) == NUMBERS[step]:
            end = Point(values[-2], values[-1])
            if step == "L":
                yield at, end
            elif step in "SM":
                first = end
            at = end

"""The straight lines of a drawn path, which may be those of a table.

GB/T 33190-2016, 9.1: AbbreviatedData is letters with points behind them: M moves, L draws a
line, C closes the figure; Q, B and A draw curves, of which only the end matters here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from slidegen.reading.ofd.elements import child, number, text_of
from slidegen.reading.ofd.transform import Point, Transform

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_STEPS = 200
"""Of one path; what has more is a drawing."""
SHORTEST = 2.0
"""Millimetres of a line that may part cells."""
STRAIGHT = 0.3
"""Millimetres that it may rise or lean by."""
NUMBERS: Mapping[str, int] = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""How many follow each letter."""


def straight_lines(path: _Element, place: Transform) -> Iterator[tuple[Point, Point]]:
    """Level and upright lines of *path*, from end to end on the page."""
    for start, end in _lines(text_of(child(path, "AbbreviatedData"))):
        one, other = place(start), place(end)
        across, down = abs(one.x - other.x), abs(one.y - other.y)
        if min(across, down) <= STRAIGHT and max(across, down) >= SHORTEST:
            yield one, other


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

"""In which order a page's segments are read: columns one after the other.

A column is told by its gutter: an upright strip that no text crosses over many rows,
with lines on both sides that fill their side, as those of prose do. Cells of a table
leave strips too, but do not fill them; those are read row by row.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from slidegen.reading.paged.rows import Segment

FEWEST_LINES = 4
"""Lines on each side of a gutter."""
FILLED = 0.6
"""Part of its side that an average line fills."""
SINGLE = 0.7
"""Part of its rows that are of one piece; a table's rows are of several."""
NARROWEST_COLUMN = 8.0
"""In ems."""
NARROWEST_GUTTER = 0.7
"""In ems."""
DEEPEST = 6
"""Cuts within cuts."""


class _Gutter(Struct, frozen=True):
    left: float
    right: float
    first: int
    """Rows of the region between which it lies, the last included."""
    last: int

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def regions(segments: Sequence[Segment], depth: int = 0) -> list[list[Segment]]:
    """The segments column by column, in reading order."""
    if not segments:
        return []
    rows = rows_of(segments)
    gutter = _gutter(rows) if depth < DEEPEST else None
    if gutter is None:
        return [list(segments)]
    above = [part for row in rows[: gutter.first] for part in row]
    beside = [part for row in rows[gutter.first : gutter.last + 1] for part in row]
    below = [part for row in rows[gutter.last + 1 :] for part in row]
    left = [part for part in beside if part.right <= gutter.middle]
    right = [part for part in beside if part.right > gutter.middle]
    return [column for part in (above, left, right, below) for column in regions(part, depth + 1)]


def rows_of(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments whose heights overlap, from top to bottom."""
    rows: list[list[Segment]] = []
    bottom = 0.0
    for segment in sorted(segments, key=lambda segment: (segment.baseline, segment.left)):
        if rows and segment.baseline - bottom <= 0.3 * segment.size:
            rows[-1].append(segment)
        else:
            rows.append([segment])
        bottom = rows[-1][0].baseline
    return rows


def _gutter(rows: Sequence[Sequence[Segment]]) -> _Gutter | None:
    """The gutter that parts most rows; None if there is none."""
    best: _Gutter | None = None
    for middle in _candidates(rows):
        for first, last in _stretches(rows, middle):
            found = _believed(rows, first, last, middle)
            if found and (best is None or found.last - found.first > best.last - best.first):
                best = found
    return best


def _candidates(rows: Sequence[Sequence[Segment]]) -> list[float]:
    """Middles of gaps, and places right before a segment that begins as others do."""
    starts: dict[int, int] = {}
    for row in rows:
        for part in row:
            key = round(part.left / 3)
            starts[key] = starts.get(key, 0) + 1
    often = sorted((key for key, n in starts.items() if n >= 2), key=lambda key: -starts[key])
    left = min(part.left for row in rows for part in row)
    return [3 * key - 3.5 for key in often[:24] if 3 * key - 3.5 > left]


def _stretches(rows: Sequence[Sequence[Segment]], x: float) -> list[tuple[int, int]]:
    """First and last rows of each stretch that nothing crosses at *x*."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for index, row in enumerate(rows):
        if any(part.left < x < part.right for part in row):
            if start is not None:
                found.append((start, index - 1))
            start = None
        elif start is None:
            start = index
    if start is not None:
        found.append((start, len(rows) - 1))
    return [(first, last) for first, last in found if last - first + 1 >= FEWEST_LINES]


def _believed(rows: Sequence[Sequence[Segment]], first: int, last: int, x: float) -> _Gutter | None:
    """The gutter at *x* if both sides look like columns of prose."""
    # Rows with text on one side only, at either end, may be full-width lines that are short.
    while first <= last and not any(part.left > x for part in rows[first]):
        first += 1
    while last >= first and not any(part.left > x for part in rows[last]) and _is_apart(rows, last):
        last -= 1
    parts = [part for row in rows[first : last + 1] for part in row]
    left = [part for part in parts if part.right <= x]
    right = [part for part in parts if part.left > x]
    if not (_is_prose(left) and _is_prose(right)):
        return None
    edge, start = max(part.right for part in left), min(part.left for part in right)
    size = min(part.size for part in parts)
    if start - edge < NARROWEST_GUTTER * size:
        return None
    return _Gutter(edge, start, first, last)


def _is_apart(rows: Sequence[Sequence[Segment]], index: int) -> bool:
    """Whether a row stands farther below the one above it than lines of a column do."""
    if index == 0:
        return False
    here, above = rows[index][0], rows[index - 1][0]
    return here.baseline - above.baseline > 2.2 * above.size


def _is_prose(side: Sequence[Segment]) -> bool:
    rows = rows_of(side)
    if len(rows) < FEWEST_LINES or sum(len(row) == 1 for row in rows) < SINGLE * len(rows):
        return False
    left, right = min(part.left for part in side), max(part.right for part in side)
    size = sorted(part.size for part in side)[len(side) // 2]
    if right - left < NARROWEST_COLUMN * size:
        return False
    filled = sum(max(p.right for p in row) - min(p.left for p in row) for row in rows)
    return filled >= FILLED * len(rows) * (right - left)

"""Ruled lines to grids: which cells they enclose, over how many rows and columns.

Programs draw the borders of a table in every way: each cell's sides by themselves, long
lines, thin boxes, lines side by side for a double one, dashes. So what touches is first made
one line; lines that touch or cross are one grid; and a cell goes on over every place where
the grid has no line.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import isfinite

from msgspec import Struct, field

from slidegen.reading.limits import MOST_CELLS
from slidegen.reading.paged.letters import Ruling

SAME_LINE = 3.2
"""Points between lines that are one: a double line, and the sides of neighbouring cells."""
TOUCH = 3.0
"""Points between lines that touch."""
SHORTEST = 6.0
"""Points of a line, all of its pieces together."""
STICKING_OUT = 8.0
"""Points by which lines go on beyond the last that crosses them, where a side of the table is
left without a line."""
DRAWN = 0.5
"""Part of a cell's side that has a line, for the side to have one."""
MOST_CROSSINGS = 1_000_000
"""Places on a page where lines could cross; what has more is a drawing."""
MOST_GRIDS = 200
"""On one page, for the same reason."""
MOST_ROUNDS = 20
"""In which cells with corners are filled up."""


class Stroke(Struct, frozen=True):
    """A level or upright line, in one piece; lengths in points."""

    at: float
    """How far down a level line lies, how far in an upright one."""
    start: float
    end: float
    weight: float
    """How thick it is, both lines of a double one together."""


class Place(Struct, frozen=True):
    """A cell of a grid."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    is_outside: bool = False
    """Whether it lies in the grid's box, but no lines go around it."""


class Grid(Struct, frozen=True):
    xs: tuple[float, ...]
    """Sides of the columns, from left to right."""
    ys: tuple[float, ...]
    """Of the rows, from top to bottom."""
    places: tuple[Place, ...]
    """From top to bottom, and from left to right; together they fill the grid once."""
    weights: tuple[float, ...]
    """Of the heaviest line at each of `ys`."""

    @property
    def left(self) -> float:
        return self.xs[0]

    @property
    def right(self) -> float:
        return self.xs[-1]

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]

    def places_at(self, points: Iterable[tuple[float, float]]) -> Iterator[Place | None]:
        """For each point, from the left and from the top, the cell in which it lies; None for
        one that lies in none, or in one that is outside."""
        rows, columns = len(self.ys) - 1, len(self.xs) - 1
        owners: list[Place | None] = [None] * (columns * rows)
        for place in self.places:
            if not place.is_outside:
                for row in range(place.row, place.row + place.rows):
                    first = row * columns + place.column
                    owners[first : first + place.columns] = [place] * place.columns
        for x, y in points:
            row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
            is_inside = 0 <= row < rows and 0 <= column < columns
            yield owners[row * columns + column] if is_inside else None

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)


class _Line(Struct, frozen=True):
    """All strokes at one height (or one distance from the left), which do not touch."""

    at: float
    strokes: tuple[Stroke, ...]

    def at_place(self, place: float) -> int | None:
        """The index of the stroke that is there."""
        index = bisect_right(self.strokes, place + TOUCH, key=lambda stroke: stroke.start) - 1
        return index if index >= 0 and self.strokes[index].end >= place - TOUCH else None


def _lines(rulings: Iterable[Ruling], *, level: bool) -> list[_Line]:
    pieces = sorted(
        _piece(ruling, level)
        for ruling in rulings
        if ruling.is_level == level and isfinite(sum(ruling))
    )
    found: list[_Line] = []
    first = 0
    for n in range(1, len(pieces) + 1):
        if n < len(pieces) and pieces[n][0] - pieces[first][0] <= SAME_LINE:
            continue
        if n > first and (line := _line(pieces[first:n])):
            found.append(line)
        first = n
    return found


def _piece(ruling: Ruling, level: bool) -> tuple[float, float, float, float]:
    """Where it lies, from where to where it goes, its thickness."""
    if level:
        thick = ruling.bottom - ruling.top
        return (ruling.top + ruling.bottom) / 2, ruling.left, ruling.right, thick
    thick = ruling.right - ruling.left
    return (ruling.left + ruling.right) / 2, ruling.top, ruling.bottom, thick


def _line(pieces: Sequence[tuple[float, float, float, float]]) -> _Line | None:
    """Of *pieces* that lie beside each other."""
    runs: list[list[tuple[float, float, float, float]]] = []
    reach = 0.0
    for piece in sorted(pieces, key=lambda piece: piece[1]):
        if runs and piece[1] <= reach + TOUCH:
            runs[-1].append(piece)
            reach = max(reach, piece[2])
        else:
            runs.append([piece])
            reach = piece[2]
    long_enough = [run for run in map(_stroke, runs) if run.end - run.start >= SHORTEST]
    if not long_enough:
        return None
    length = sum(stroke.end - stroke.start for stroke in long_enough)
    at = sum(stroke.at * (stroke.end - stroke.start) for stroke in long_enough) / length
    return _Line(at, tuple(long_enough))


def _stroke(run: Sequence[tuple[float, float, float, float]]) -> Stroke:
    start, end = run[0][1], max(piece[2] for piece in run)
    long = [piece for piece in run if piece[2] - piece[1] >= 0.5 * (end - start)] or run
    top = min(piece[0] - piece[3] / 2 for piece in long)
    bottom = max(piece[0] + piece[3] / 2 for piece in long)
    return Stroke((top + bottom) / 2, start, end, bottom - top)


# --- what belongs together


class _Forest(Struct):
    """Which of many things are one; Tarjan's union-find."""

    parents: list[int]

    @classmethod
    def of(cls, count: int) -> _Forest:
        return cls(list(range(count)))

    def root(self, index: int) -> int:
        while self.parents[index] != index:
            self.parents[index] = self.parents[self.parents[index]]
            index = self.parents[index]
        return index

    def join(self, one: int, other: int) -> None:
        one, other = self.root(one), self.root(other)
        self.parents[max(one, other)] = min(one, other)


class _Crossing(Struct):
    """Lines that touch or cross."""

    level: list[Stroke] = field(default_factory=list)
    level_at: list[float] = field(default_factory=list)
    """For each of `level`, where the line lies that it is a piece of."""
    upright: list[Stroke] = field(default_factory=list)
    upright_at: list[float] = field(default_factory=list)


def grids(rulings: Sequence[Ruling]) -> tuple[list[Grid], list[Stroke]]:
    """The grids that *rulings* make, the largest first, since one may lie within another; and
    the level lines that nothing crosses."""
    level, upright = _lines(rulings, level=True), _lines(rulings, level=False)
    if len(level) * len(upright) > MOST_CROSSINGS:
        return [], []
    found: list[Grid] = []
    alone: list[Stroke] = []
    cells = 0
    for crossing in _crossings(level, upright):
        if not crossing.upright:
            alone += crossing.level
        if not crossing.upright or not crossing.level:
            continue
        xs = _sides(crossing.upright_at, crossing.level)
        ys = _sides(crossing.level_at, crossing.upright)
        cells += (len(xs) - 1) * (len(ys) - 1)
        if cells > MOST_CELLS or len(found) > MOST_GRIDS:
            return [], alone
        if grid := _grid(crossing, xs, ys):
            found.append(grid)
    return sorted(found, key=lambda grid: (-grid.area, grid.top, grid.left)), alone


def _crossings(level: Sequence[_Line], upright: Sequence[_Line]) -> list[_Crossing]:
    numbers: dict[tuple[int, int], int] = {}
    for n, line in enumerate((*level, *upright)):
        for index in range(len(line.strokes)):
            numbers[n, index] = len(numbers)
    forest = _Forest.of(len(numbers))
    ats = [line.at for line in upright]
    for n, line in enumerate(level):
        for index, stroke in enumerate(line.strokes):
            first = bisect_left(ats, stroke.start - TOUCH)
            last = bisect_right(ats, stroke.end + TOUCH)
            for m in range(first, last):
                other = upright[m].at_place(line.at)
                if other is not None:
                    forest.join(numbers[n, index], numbers[len(level) + m, other])
    found: defaultdict[int, _Crossing] = defaultdict(_Crossing)
    for n, line in enumerate((*level, *upright)):
        for index, stroke in enumerate(line.strokes):
            crossing = found[forest.root(numbers[n, index])]
            if n < len(level):
                crossing.level.append(stroke)
                crossing.level_at.append(line.at)
            else:
                crossing.upright.append(stroke)
                crossing.upright_at.append(line.at)
    return list(found.values())


# --- cells


def _grid(crossing: _Crossing, xs: Sequence[float], ys: Sequence[float]) -> Grid | None:
    """The grid of lines that cross; None if they enclose nothing, or are a drawing."""
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1 or _is_open(crossing, xs, ys):
        return None
    beside = _drawn(crossing.upright, crossing.upright_at, xs, ys)
    above = _drawn(crossing.level, crossing.level_at, ys, xs)
    forest = _Forest.of(rows * columns)
    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column and not beside[column][row]:
                forest.join(here, here - 1)
            if row and not above[row][column]:
                forest.join(here, here - columns)
    boxes = _boxes(forest, rows, columns)
    if boxes is None:
        return None
    places = [
        Place(top, left, bottom - top, right - left, _is_outside(box, beside, above))
        for box in boxes
        for top, left, bottom, right in (box,)
    ]
    weights = [0.0] * len(ys)
    for stroke, at in zip(crossing.level, crossing.level_at, strict=True):
        index = bisect_left(ys, at)
        weights[index] = max(weights[index], stroke.weight)
    return _tightened(xs, ys, places, weights)


def _is_open(crossing: _Crossing, xs: Sequence[float], ys: Sequence[float]) -> bool:
    """Whether lines only cross, as those do along which a sheet is cut or folded."""
    sides = (xs[0], xs[-1]), (ys[0], ys[-1])
    drawn = set(crossing.upright_at), set(crossing.level_at)
    return not any(at in own for pair, own in zip(sides, drawn, strict=True) for at in pair)


def _sides(lines: Sequence[float], across: Sequence[Stroke]) -> list[float]:
    """Where lines lie, and where those across end beyond them."""
    ats = sorted(set(lines))
    first, last = min(s.start for s in across), max(s.end for s in across)
    if first < ats[0] - STICKING_OUT:
        ats.insert(0, first)
    if last > ats[-1] + STICKING_OUT:
        ats.append(last)
    return ats


def _drawn(
    pieces: Sequence[Stroke], lines: Sequence[float], ats: Sequence[float], steps: Sequence[float]
) -> list[list[bool]]:
    """For each of *ats*, whether it has a line on each of its *steps*."""
    covered = [[0.0] * (len(steps) - 1) for _ in ats]
    for stroke, at in zip(pieces, lines, strict=True):
        row = covered[bisect_left(ats, at)]
        first = max(bisect_right(steps, stroke.start) - 1, 0)
        for n in range(first, len(steps) - 1):
            if steps[n] >= stroke.end:
                break
            row[n] += min(stroke.end, steps[n + 1]) - max(stroke.start, steps[n])
    widths = [after - before for before, after in pairwise(steps)]
    return [
        [part >= DRAWN * width for part, width in zip(row, widths, strict=True)] for row in covered
    ]


_Box = tuple[int, int, int, int]
"""First row and column, and those after the last."""


def _boxes(forest: _Forest, rows: int, columns: int) -> list[_Box] | None:
    """The cells as boxes. One that a stray line leaves with a corner takes what is in the
    corner; None if that does not come to an end soon, as in a maze."""
    for _ in range(MOST_ROUNDS):
        boxes: dict[int, _Box] = {}
        for index in range(rows * columns):
            root = forest.root(index)
            row, column = divmod(index, columns)
            top, left, bottom, right = boxes.get(root, (row, column, row + 1, column + 1))
            boxes[root] = (
                min(top, row),
                min(left, column),
                max(bottom, row + 1),
                max(right, column + 1),
            )
        area = sum((bottom - top) * (right - left) for top, left, bottom, right in boxes.values())
        if area == rows * columns:
            return [boxes[root] for root in sorted(boxes)]
        if area > 2 * rows * columns:
            return None
        for root, (top, left, bottom, right) in boxes.items():
            for row in range(top, bottom):
                for column in range(left, right):
                    forest.join(root, row * columns + column)
    return None


def _is_outside(
    box: _Box, beside: Sequence[Sequence[bool]], above: Sequence[Sequence[bool]]
) -> bool:
    """Whether two of its sides have no line; a row may have none but above and below it."""
    top, left, bottom, right = box
    sides = (
        [above[top][column] for column in range(left, right)],
        [above[bottom][column] for column in range(left, right)],
        [beside[left][row] for row in range(top, bottom)],
        [beside[right][row] for row in range(top, bottom)],
    )
    drawn = [2 * sum(side) >= len(side) for side in sides]
    return sum(drawn) <= 2 and not all(drawn[:2])


def _tightened(
    xs: Sequence[float], ys: Sequence[float], places: Sequence[Place], weights: Sequence[float]
) -> Grid:
    """The grid without the rows and columns that part no cells."""
    tops = sorted({p.row for p in places} | {p.row + p.rows for p in places})
    lefts = sorted({p.column for p in places} | {p.column + p.columns for p in places})
    row_of = {row: n for n, row in enumerate(tops)}
    column_of = {column: n for n, column in enumerate(lefts)}
    moved = (
        Place(
            row_of[p.row],
            column_of[p.column],
            row_of[p.row + p.rows] - row_of[p.row],
            column_of[p.column + p.columns] - column_of[p.column],
            p.is_outside,
        )
        for p in places
    )
    return Grid(
        tuple(xs[n] for n in lefts),
        tuple(ys[n] for n in tops),
        tuple(sorted(moved, key=lambda place: (place.row, place.column))),
        tuple(weights[n] for n in tops),
    )

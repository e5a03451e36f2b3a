"""Tables with level lines only, as 三线表 are: above, below the head, and at the foot.

GB/T 7713 and most journals set tables so, the first and the last line heavier. Nothing is
drawn between columns; they are parted by gaps that run through all rows below the head.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from slidegen.reading.paged.alignments import in_columns
from slidegen.reading.paged.columns import rows_of
from slidegen.reading.paged.grids import MOST_GRIDS, Stroke
from slidegen.reading.paged.letters import Letter, Page
from slidegen.reading.paged.placed_tables import PlacedCell, PlacedTable
from slidegen.reading.paged.rows import Segment, lines, segments

SAME_END = 4.0
"""Points by which lines of one table may differ in where they begin and end."""
FEWEST_LINES = 3
EACH_ROW = 5
"""Lines from which on there is one below each row."""
NARROWEST_GAP = 0.8
"""Between columns, in ems."""
WRAPPED = 0.8
"""Times the usual distance of rows, at most: a line that goes on in a cell."""
FEWEST_ROWS = 3
"""With the head."""
FILLED = 0.7
"""Part of the rows that have words in two columns at least."""
LONG = 10.0
"""In ems: the lines of a column of prose."""
FULL = 1.0
"""In ems: how much shorter than the longest such a line may be."""

_Interval = tuple[float, float]


class _Band(Struct, frozen=True):
    """What stands between two lines."""

    rows: tuple[tuple[Segment, ...], ...]
    covered: tuple[_Interval, ...]
    """Where along the line words stand, in one row or another."""
    size: float

    @classmethod
    def of(cls, letters: Sequence[Letter]) -> _Band | None:
        parts = segments(letters)
        if not parts:
            return None
        spans = sorted((part.left, part.right) for part in parts)
        rows = tuple(tuple(row) for row in rows_of(parts))
        return cls(rows, tuple(_united(spans)), median(part.size for part in parts))


def three_line_tables(
    alone: Sequence[Stroke], letters: Callable[[Stroke, Stroke], Sequence[Letter]], page: Page
) -> Iterator[PlacedTable]:
    """The tables between lines that stand *alone*; *letters* gives those between two lines."""
    groups = [group for group in _groups(alone) if len(group) >= FEWEST_LINES]
    if len(groups) > MOST_GRIDS:
        return
    for group in groups:
        bands = [_Band.of(letters(above, below)) for above, below in pairwise(group)]
        first = 0
        while first < len(bands) - 1:
            after = _end(bands, first)
            table = None
            if after - first >= FEWEST_LINES - 1:
                body = [band for band in bands[first:after] if band]
                table = _table(group[first : after + 1], body, page)
            if table:
                yield table
            first = after if table else first + 1


def _groups(alone: Sequence[Stroke]) -> Iterator[list[Stroke]]:
    """Lines that begin and end alike, from top to bottom."""
    starts: list[list[Stroke]] = []
    for stroke in sorted(alone, key=lambda stroke: stroke.start):
        if starts and stroke.start - starts[-1][0].start <= SAME_END:
            starts[-1].append(stroke)
        else:
            starts.append([stroke])
    for same_start in starts:
        group: list[Stroke] = []
        for stroke in sorted(same_start, key=lambda stroke: stroke.end):
            if group and stroke.end - group[0].end > SAME_END:
                yield sorted(group, key=lambda stroke: stroke.at)
                group = []
            group.append(stroke)
        yield sorted(group, key=lambda stroke: stroke.at)


def _end(bands: Sequence[_Band | None], first: int) -> int:
    """After which band a table ends whose head is the band *first*."""
    if bands[first] is None:
        return first + 1
    covered: Sequence[_Interval] = ()
    columns = 0
    for n in range(first + 1, len(bands)):
        band = bands[n]
        if band is None:
            return n
        together = _united(sorted((*covered, *band.covered)))
        count = len(_gaps(together, band.size)) + 1
        if count < 2 or (columns and count < columns - 1):
            return n
        covered, columns = together, count
    return len(bands)


def _united(spans: Sequence[_Interval]) -> list[_Interval]:
    united: list[_Interval] = []
    for left, right in spans:
        if united and left <= united[-1][1]:
            united[-1] = united[-1][0], max(united[-1][1], right)
        else:
            united.append((left, right))
    return united


def _gaps(covered: Sequence[_Interval], size: float) -> list[float]:
    """The middles of the gaps between columns."""
    return [
        (before[1] + after[0]) / 2
        for before, after in pairwise(covered)
        if after[0] - before[1] >= NARROWEST_GAP * size
    ]


def _table(rules: Sequence[Stroke], bands: Sequence[_Band], page: Page) -> PlacedTable | None:
    """The table of *bands*, the first of which is its head; None if it is none."""
    head, body = bands[0], bands[1:]
    xs = _sides(rules, bands)
    if len(rules) >= EACH_ROW:
        groups = [list(band.rows) for band in bands]
        head_rows = 1
    else:
        over = _head_rows(head, xs)
        groups = [*over, *(group for band in body for group in _body_rows(band, xs))]
        head_rows = len(over)
    rows = [_Row.of([part for row in group for part in row], xs) for group in groups]
    if not _is_believed(rows, head_rows) or _is_prose(body, xs):
        return None
    cells = _narrowed([cell for n, row in enumerate(rows) for cell in row.cells(n, xs, page)])
    table = PlacedTable(
        page.number,
        page.number,
        rules[0].at,
        rules[-1].at,
        tuple(xs),
        tuple(cells),
        len(rows),
        head_rows,
    )
    return in_columns(table) if table.is_data() else None


def _sides(rules: Sequence[Stroke], bands: Sequence[_Band]) -> list[float]:
    """Of the columns. The head may go over several; where it does not, it has a say too."""
    size = median(band.size for band in bands[1:])
    body = _united(sorted(span for band in bands[1:] for span in band.covered))
    whole = _united(sorted((*body, *bands[0].covered)))
    gaps, fewer = _gaps(body, size), _gaps(whole, size)
    left = min(rules[0].start, whole[0][0])
    right = max(rules[0].end, whole[-1][1])
    return [left, *(fewer if len(fewer) == len(gaps) else gaps), right]


_TextRow = tuple[Segment, ...]


def _columns_of(part: Segment, xs: Sequence[float]) -> tuple[int, int]:
    """The first and last column over which *part* stands."""
    reach = min(0.3 * part.size, (part.right - part.left) / 3)
    first = bisect_right(xs, part.left + reach) - 1
    last = bisect_left(xs, part.right - reach) - 1
    most = len(xs) - 2
    return min(max(first, 0), most), min(max(first, last, 0), most)


def _head_rows(head: _Band, xs: Sequence[float]) -> list[list[_TextRow]]:
    """One row, unless a head stands over several columns that have heads of their own."""
    spans = [_columns_of(part, xs) for row in head.rows for part in row]
    if all(first == last for first, last in spans):
        return [list(head.rows)]
    return _grouped(head.rows, lambda above, row: False)


def _body_rows(band: _Band, xs: Sequence[float]) -> list[list[_TextRow]]:
    """Its lines row by row: a cell's words may go on below it, nearer than the next row."""
    filled = [{_columns_of(part, xs)[0] for part in row} for row in band.rows]
    starts = [
        row[0].baseline
        for row, columns in zip(band.rows, filled, strict=True)
        if 0 in columns and len(columns) > 1
    ]
    pitches = [below - above for above, below in pairwise(starts)]
    usual = median(pitches) if pitches else 0.0
    is_full = {
        row: 0 in columns and len(columns) > 1
        for row, columns in zip(band.rows, filled, strict=True)
    }

    def goes_on(above: _TextRow, row: _TextRow) -> bool:
        return not is_full[row] and row[0].baseline - above[0].baseline <= WRAPPED * usual

    return _grouped(band.rows, goes_on)


def _grouped(
    rows: Sequence[_TextRow], goes_on: Callable[[_TextRow, _TextRow], bool]
) -> list[list[_TextRow]]:
    """*rows* with those together that are one row of the table: one *goes_on* in the next, or
    they overlap, as where a cell of one line stands in the middle of one of two."""
    groups: list[list[_TextRow]] = []
    for row in rows:
        above = groups[-1][-1] if groups else None
        if above and (
            row[0].baseline - above[0].baseline < 0.95 * min(row[0].size, above[0].size)
            or goes_on(above, row)
        ):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


class _Row(Struct, frozen=True):
    parts: tuple[tuple[int, int, tuple[Segment, ...]], ...]
    """First and last column of each cell that has words, and those."""

    @classmethod
    def of(cls, parts: Sequence[Segment], xs: Sequence[float]) -> _Row:
        cells: list[tuple[int, int, tuple[Segment, ...]]] = []
        spans = ((*_columns_of(part, xs), (part,)) for part in parts)
        for first, last, words in sorted(spans, key=lambda span: span[:2]):
            if cells and first <= cells[-1][1]:
                cells[-1] = cells[-1][0], max(cells[-1][1], last), (*cells[-1][2], *words)
            else:
                cells.append((first, last, words))
        return cls(tuple(cells))

    def cells(self, number: int, xs: Sequence[float], page: Page) -> Iterator[PlacedCell]:
        """The cells of the row, empty ones between those with words."""
        column = 0
        for first, last, parts in self.parts:
            yield from (_cell(number, n, n, (), xs, page) for n in range(column, first))
            yield _cell(number, first, last, parts, xs, page)
            column = last + 1
        yield from (_cell(number, n, n, (), xs, page) for n in range(column, len(xs) - 1))


def _cell(
    row: int, first: int, last: int, parts: Sequence[Segment], xs: Sequence[float], page: Page
) -> PlacedCell:
    words = tuple(lines(parts, page.number, 0, page.width))
    return PlacedCell(row, first, 1, last - first + 1, xs[first], xs[last + 1], words)


def _narrowed(cells: Sequence[PlacedCell]) -> list[PlacedCell]:
    """*cells* as wide as the words of their columns, for lines to be full where they are."""
    reach: dict[int, _Interval] = {}
    for cell in cells:
        for line in cell.lines if cell.columns == 1 else ():
            left, right = reach.get(cell.column, (line.left, line.right))
            reach[cell.column] = min(left, line.left), max(right, line.right)
    return [
        replace(cell, left=reach[cell.column][0], right=reach[cell.column][1])
        if cell.columns == 1 and cell.column in reach
        else cell
        for cell in cells
    ]


def _is_believed(rows: Sequence[_Row], head_rows: int) -> bool:
    """Whether the head has heads and most rows below it are parted in columns."""
    body = rows[head_rows:]
    heads = {span for row in rows[:head_rows] for span in range(len(row.parts))}
    parted = sum(len(row.parts) > 1 for row in body)
    return len(rows) >= FEWEST_ROWS and len(heads) > 1 and parted >= FILLED * len(body)


def _is_prose(bands: Sequence[_Band], xs: Sequence[float]) -> bool:
    """Whether the columns hold text that runs on from line to line, as on a page set in two."""
    columns: defaultdict[int, list[Segment]] = defaultdict(list)
    for band in bands:
        for row in band.rows:
            for part in row:
                columns[_columns_of(part, xs)[0]].append(part)
    return all(_runs_on(parts) for parts in columns.values())


def _runs_on(parts: Sequence[Segment]) -> bool:
    right = max(part.right for part in parts)
    full = [
        part
        for part in parts
        if part.right - part.left >= LONG * part.size and right - part.right <= FULL * part.size
    ]
    return len(parts) > 2 and 2 * len(full) > len(parts)

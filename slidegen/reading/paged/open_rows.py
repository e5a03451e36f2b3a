"""Rows that no line parts: what an invoice holds between the lines above and below its entries.

Entries side by side in several columns, one below the other and each on one height, are rows;
lines of cells that their sides broke are not, however many there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from slidegen.reading.paged.placed_tables import PlacedCell, PlacedTable
from slidegen.reading.paged.rows import Line
from slidegen.reading.paged.table_words import wraps

FEWEST_HEIGHTS = 3
"""On which words stand; two lines in each cell are as often a head's."""
FEWEST_COLUMNS = 3
"""With words at one height, at two heights at least."""
LONG_LINE = 6.0
"""In ems: a line that was broken, where it fills its cell and another stands below."""
CLEAR = 0.95
"""Of the size: nearer lines would run into each other, were they not cells side by side."""
LEVEL = 0.45
"""Of the size: what stands at one height."""


class _Entry(Struct, frozen=True):
    column: int
    line: Line


def with_open_rows(table: PlacedTable) -> PlacedTable:
    """*table* with the rows that are several parted; its cells have alignments already."""
    parted = {n: rows for n in range(table.rows) if (rows := _entries(table, n))}
    if not parted:
        return table
    starts = [0]
    for n in range(table.rows):
        starts.append(starts[-1] + len(parted.get(n, (n,))))
    cells: list[PlacedCell] = []
    for cell in table.cells:
        after = starts[cell.row + cell.rows]
        if cell.rows > 1 or cell.row not in parted:
            row = starts[cell.row]
            cells.append(replace(cell, row=row, rows=after - row))
            continue
        for n, entries in enumerate(parted[cell.row], starts[cell.row]):
            words = tuple(entry.line for entry in entries if entry.column == cell.column)
            cells.append(replace(cell, row=n, lines=words))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return replace(
        table,
        cells=tuple(cells),
        rows=starts[-1],
        header_rows=1 if table.header_rows and 0 in parted else starts[table.header_rows],
    )


def _entries(table: PlacedTable, row: int) -> list[list[_Entry]] | None:
    """What each row says that the ruled *row* holds; None if it is one row."""
    cells = {c.column: c for c in table.cells if c.row == row and c.rows == 1 and c.lines}
    if sum(len(cell.lines) > 1 for cell in cells.values()) < FEWEST_COLUMNS - 1:
        return None
    heights = _heights([_Entry(c.column, line) for c in cells.values() for line in c.lines])
    if (
        len(heights) < FEWEST_HEIGHTS
        or sum(len(height) >= FEWEST_COLUMNS for height in heights) < 2
    ):
        return None
    if any(
        below[0].line.baseline - above[0].line.baseline < CLEAR * below[0].line.size
        for above, below in pairwise(heights)
    ):
        return None  # one cell's lines stand in the middle beside another's
    groups = [heights[0]]
    for above, height in pairwise(heights):
        last = {entry.column: entry.line for entry in above}
        goes_on = [
            entry.column in last
            and wraps(last[entry.column], entry.line, cells[entry.column], table.margin)
            for entry in height
        ]
        if all(goes_on):
            if len(height) > 1:
                return None
            groups[-1] = [*groups[-1], *height]
        elif 2 * sum(
            is_long(last[e.column]) for on, e in zip(goes_on, height, strict=True) if on
        ) >= len(height):
            return None
        else:
            groups.append(height)
    return groups if len(groups) > 1 else None


def is_long(line: Line) -> bool:
    """Whether it is no accident that *line* fills its cell."""
    return line.right - line.left >= LONG_LINE * line.size


def _heights(entries: Sequence[_Entry]) -> list[list[_Entry]]:
    heights: list[list[_Entry]] = []
    for entry in sorted(entries, key=lambda entry: (entry.line.baseline, entry.column)):
        reach = LEVEL * entry.line.size
        if heights and entry.line.baseline - heights[-1][0].line.baseline <= reach:
            heights[-1].append(entry)
        else:
            heights.append([entry])
    return heights

"""Rows to a table: RTF says where each cell's right edge is, and no more.

Cells that were merged across are simply wider than others, so the columns are the
edges of all rows together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from slidegen.document import Alignment, Cell, Table
from slidegen.messages import Message
from slidegen.passage import EMPTY, Passage
from slidegen.reading.block_lines import BlockLines
from slidegen.reading.limits import MOST_CELLS, check_count
from slidegen.reading.rtf.flow import Place, RawCell, RawRow, RawTable

SAME_EDGE = 40
"""In twips, 0.7 mm: rows that were drawn apart hardly ever meet exactly."""

ALIGNMENTS: dict[str, Alignment] = {"c": "center", "r": "right"}


@dataclass(slots=True)
class _Placed:
    cell: RawCell
    first: int
    """Its first column, from 0."""
    columns: int
    rows: int = 1


def table_of(raw: RawTable, lines: BlockLines) -> Table | None:
    """The table; None if it holds no words."""
    check_count(
        sum(len(row.cells) for row in raw.rows),
        MOST_CELLS,
        Message(en="cells in one table", zh="单个表格单元格"),
    )
    edges = _edges(place.edge for row in raw.rows for place in row.places)
    above: dict[int, _Placed] = {}
    # All rows first: a cell grows while later rows are placed.
    placed = [list(_placed(row, edges, above)) for row in raw.rows]
    rows = tuple(tuple(_cell(cell, lines) for cell in row) for row in placed)
    rows = tuple(row for row in rows if row)
    if not any(cell.passage for row in rows for cell in row):
        return None
    heads = takewhile(lambda row: row.is_head, raw.rows)
    return Table(rows, header_rows=min(sum(1 for _ in heads), len(rows)))


def _edges(all_edges: Iterable[int]) -> list[int]:
    """The right edges of the columns; those that nearly meet are one."""
    kept: list[int] = []
    for edge in sorted(set(all_edges)):
        if not kept or edge - kept[-1] > SAME_EDGE:
            kept.append(edge)
    return kept


def _placed(row: RawRow, edges: Sequence[int], above: dict[int, _Placed]) -> Iterable[_Placed]:
    """The cells of *row* that begin in it; those *above* that reach down into it grow."""
    column, last = 0, None
    for cell, place in zip(row.cells, _places(row), strict=True):
        end = _column(place.edge, edges, column) if place else column + 1
        if place and place.continues_left and last:
            last.columns += end - column
            last.cell = replace(last.cell, spans=(*last.cell.spans, *cell.spans))
        elif place and place.continues_above and column in above:
            last = above[column]
            last.rows += 1
        else:
            last = above[column] = _Placed(cell, column, end - column)
            yield last
        column = end


def _column(edge: int, edges: Sequence[int], least: int) -> int:
    return max(bisect_left(edges, edge - SAME_EDGE) + 1, least + 1)


def _places(row: RawRow) -> Sequence[Place | None]:
    """One for each cell; None where the row was planned for fewer."""
    missing = len(row.cells) - len(row.places)
    return (*row.places[: len(row.cells)], *[None] * max(0, missing))


def _cell(placed: _Placed, lines: BlockLines) -> Cell:
    raw = placed.cell
    words: Passage = lines.passage(raw.spans) if raw.spans else EMPTY
    return Cell(words, placed.columns, placed.rows, ALIGNMENTS.get(raw.alignment))

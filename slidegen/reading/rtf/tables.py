"""Rows to a grid: RTF says where each cell's right edge is, and no more.

Cells that were merged across are simply wider than others, so the columns are the
edges of all rows together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from slidegen.reading.flowing.pieces import Grid, GridCell, Piece
from slidegen.reading.flowing.table_heads import header_rows
from slidegen.reading.limits import check_cells
from slidegen.reading.rtf.flow import Place, Raw, RawRow, RawTable

SAME_EDGE = 40
"""In twips, 0.7 mm: rows that were drawn apart hardly ever meet exactly."""


class _Cell(Struct):
    raws: tuple[Raw, ...]
    columns: int
    rows: int = 1


def grid_of(table: RawTable, inside: Callable[[Sequence[Raw]], Iterator[Piece]]) -> Grid | None:
    """*table* with its cells read by *inside*, in order; None if it holds nothing.

    Raises `SourceTooLarge`.
    """
    check_cells(sum(len(row.cells) for row in table.rows))
    edges = _edges(place.edge for row in table.rows for place in row.places)
    above: dict[int, _Cell] = {}
    # All rows first: a cell grows while later rows are placed.
    placed = [list(_placed(row, edges, above)) for row in table.rows]
    rows = tuple(
        tuple(GridCell(tuple(inside(cell.raws)), cell.columns, cell.rows) for cell in row)
        for row in placed
        if row
    )
    if not any(cell.pieces for row in rows for cell in row):
        return None
    return Grid(rows, header_rows(rows, sum(1 for _ in takewhile(_is_head, table.rows))))


def _edges(all_edges: Iterable[int]) -> list[int]:
    """The right edges of the columns; those that nearly meet are one."""
    kept: list[int] = []
    for edge in sorted(set(all_edges)):
        if not kept or edge - kept[-1] > SAME_EDGE:
            kept.append(edge)
    return kept


def _placed(row: RawRow, edges: Sequence[int], above: dict[int, _Cell]) -> Iterator[_Cell]:
    """The cells of *row* that begin in it; those *above* that reach down into it grow."""
    column, last = 0, None
    for cell, place in zip(row.cells, _places(row), strict=True):
        end = _column(place.edge, edges, column) if place else column + 1
        if place and place.continues_left and last:
            last.columns += end - column
            last.raws += cell.raws
        elif place and place.continues_above and column in above:
            last = above[column]
            last.rows += 1
            # Word hides what such a cell holds; nothing else would say it either.
            last.raws += cell.raws
        else:
            last = above[column] = _Cell(cell.raws, end - column)
            yield last
        column = end


def _column(edge: int, edges: Sequence[int], before: int) -> int:
    """How many columns end at *edge* or before it; one more than *before* at least."""
    return max(bisect_left(edges, edge - SAME_EDGE) + 1, before + 1)


def _places(row: RawRow) -> Sequence[Place | None]:
    """One for each cell; None where the row was planned for fewer."""
    missing = len(row.cells) - len(row.places)
    return (*row.places[: len(row.cells)], *[None] * max(0, missing))


def _is_head(row: RawRow) -> bool:
    return row.is_head

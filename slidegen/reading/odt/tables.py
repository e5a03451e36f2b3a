"""A table's cells, with what repeats and what is covered.

A spreadsheet pasted into a text repeats its empty cells to the edge of the sheet, so what
repeats is counted before it is made, and nothing at the end of a row is made at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from slidegen.reading.flowing.pieces import Grid, GridCell, Piece
from slidegen.reading.flowing.table_heads import header_rows
from slidegen.reading.limits import check_cells
from slidegen.reading.odt.names import attribute, name_of, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 1_000_000_000
GROUPS = ("table:table-rows", "table:table-row-group", "table:table-header-rows")


class _Row(Struct):
    element: _Element
    is_head: bool
    times: int


class _Cell(Struct):
    element: _Element
    times: int

    @property
    def is_covered(self) -> bool:
        return name_of(self.element) == "table:covered-table-cell"

    @property
    def columns(self) -> int:
        return max(whole(attribute(self.element, "table:number-columns-spanned"), 1, LARGEST), 1)

    @property
    def rows(self) -> int:
        return max(whole(attribute(self.element, "table:number-rows-spanned"), 1, LARGEST), 1)

    @property
    def is_empty(self) -> bool:
        return len(self.element) == 0


def grid_of(table: _Element, inside: Callable[[_Element], Sequence[Piece]]) -> Grid | None:
    """*table* with its cells read by *inside*, in order; None if there is nothing in it.

    Raises `SourceTooLarge`.
    """
    rows = list(_rows(table, is_head=False))
    while rows and all(cell.is_empty for cell in _cells(rows[-1].element)):
        rows.pop()
    layout = [(row, list(_trimmed(list(_cells(row.element))))) for row in rows]
    count = sum(row.times * sum(cell.times for cell in cells) for row, cells in layout)
    check_cells(count)
    repeated = [(row, cells) for row, cells in layout for _ in range(row.times)]
    width = max((sum(cell.times for cell in cells) for _, cells in repeated), default=0)
    made = [
        _made(cells, index, len(repeated), width, inside)
        for index, (_, cells) in enumerate(repeated)
    ]
    if not any(cell.pieces for row in made for cell in row):
        return None
    heads = 0
    while heads < len(repeated) and repeated[heads][0].is_head:
        heads += 1
    return Grid(tuple(made), header_rows(made, heads))


def _rows(parent: _Element, *, is_head: bool) -> Iterator[_Row]:
    for element in parent:
        name = name_of(element)
        if name == "table:table-row":
            times = whole(attribute(element, "table:number-rows-repeated"), 1, LARGEST)
            yield _Row(element, is_head, max(times, 1))
        elif name in GROUPS:
            yield from _rows(element, is_head=is_head or name == "table:table-header-rows")


def _cells(row: _Element) -> Iterator[_Cell]:
    for element in row:
        if name_of(element) in ("table:table-cell", "table:covered-table-cell"):
            times = whole(attribute(element, "table:number-columns-repeated"), 1, LARGEST)
            yield _Cell(element, max(times, 1))


def _trimmed(cells: list[_Cell]) -> list[_Cell]:
    """*cells* without an empty one at the end that is there many times."""
    while cells and cells[-1].times > 1 and cells[-1].is_empty and not cells[-1].is_covered:
        cells.pop()
    return cells


def _made(
    cells: Sequence[_Cell],
    index: int,
    height: int,
    width: int,
    inside: Callable[[_Element], Sequence[Piece]],
) -> tuple[GridCell, ...]:
    """One row, without the cells that others cover; empty ones where it ends early."""
    row: list[GridCell] = []
    column = 0
    for cell in cells:
        for _ in range(cell.times):
            if not cell.is_covered:
                columns = min(cell.columns, width - column)
                rows = min(cell.rows, height - index)
                row.append(GridCell(tuple(inside(cell.element)), columns, rows))
            column += 1
    if column < width:
        row.append(GridCell((), width - column))
    return tuple(row)

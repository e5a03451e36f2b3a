"""A table's grid: which cell stands where, over how many columns and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree
from msgspec import Struct, field

from slidegen.reading.flowing.pieces import Grid, GridCell, Piece
from slidegen.reading.flowing.table_heads import header_rows
from slidegen.reading.limits import check_cells
from slidegen.reading.word.names import VAL, W, number, switch, tag_of, value
from slidegen.reading.word.styles import StyleSheet

MOST_COLUMNS = 63
"""Word's own limit; a span beyond it is a slip or worse."""


class _Cell(Struct):
    """A cell that later rows may still make longer."""

    pieces: tuple[Piece, ...] = ()
    column: int = 0
    columns: int = 1
    rows: int = 1


class _Rows(Struct):
    rows: list[list[_Cell]] = field(default_factory=list)
    open: dict[int, _Cell] = field(default_factory=dict)
    """By their first column, the cells that a row below may continue."""
    count: int = 0


def grid_of(
    table: etree._Element,
    inside: Callable[[etree._Element], Iterator[Piece]],
    styles: StyleSheet,
) -> Grid | None:
    """*table* with its cells read by *inside*, in order; None if it has no words or pictures.

    Raises `SourceTooLarge`.
    """
    grid, marked, is_marked = _Rows(), 0, True
    for row in _children(table, f"{W}tr"):
        properties = row.find(f"{W}trPr")
        _add_row(grid, row, properties, inside)
        is_marked = is_marked and bool(switch(properties, f"{W}tblHeader"))
        marked += is_marked
    if not any(cell.pieces for row in grid.rows for cell in row):
        return None
    rows = _squared(grid.rows)
    return Grid(rows, header_rows(rows, marked, is_set_apart=_has_styled_head(table, styles)))


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, through content controls and the like."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif tag_of(child) not in ("", f"{W}tr", f"{W}tc", f"{W}tbl", f"{W}p"):
            yield from _children(child, tag)


def _add_row(
    grid: _Rows,
    row: etree._Element,
    properties: etree._Element | None,
    inside: Callable[[etree._Element], Iterator[Piece]],
) -> None:
    cells: list[_Cell] = []
    column = min(number(properties, f"{W}gridBefore") or 0, MOST_COLUMNS)
    if column:
        cells.append(_Cell(columns=column))
    still_open: dict[int, _Cell] = {}
    above: _Cell | None = None
    for element in _children(row, f"{W}tc"):
        said = element.find(f"{W}tcPr")
        columns = max(1, min(number(said, f"{W}gridSpan") or 1, MOST_COLUMNS))
        pieces = tuple(inside(element))
        upwards, sideways = _merged(said, f"{W}vMerge"), _merged(said, f"{W}hMerge")
        above = grid.open.get(column)
        if sideways == "continue" and cells:
            cells[-1].columns += columns
        elif upwards == "continue" and above and above.columns == columns:
            above.rows += 1
            # Word hides what such a cell holds; nothing else would say it either.
            above.pieces += pieces
            still_open[column] = above
        else:
            cells.append(_Cell(pieces, column, columns))
            if upwards is not None:
                still_open[column] = cells[-1]
        column += columns
    after = min(number(properties, f"{W}gridAfter") or 0, MOST_COLUMNS)
    if after:
        cells.append(_Cell(column=column, columns=after))
    grid.count += column + after
    check_cells(grid.count)
    if cells:
        grid.rows.append(cells)
    else:
        # All of it continues the row above, which is then one row with it.
        for cell in still_open.values():
            cell.rows -= 1
    grid.open = still_open


def _merged(properties: etree._Element | None, tag: str) -> str | None:
    """`restart` or `continue`; None for a cell by itself."""
    if properties is None or (element := properties.find(tag)) is None:
        return None
    return "restart" if element.get(VAL) == "restart" else "continue"


def _squared(rows: list[list[_Cell]]) -> tuple[tuple[GridCell, ...], ...]:
    """*rows* with empty cells where one ends early."""
    hanging: list[int] = []
    """For each row, the columns that cells of earlier rows take in it."""
    for index, row in enumerate(rows):
        hanging += [0] * (index + 1 - len(hanging))
        for cell in row:
            cell.rows = min(cell.rows, len(rows) - index)
            for below in range(index + 1, index + cell.rows):
                hanging += [0] * (below + 1 - len(hanging))
                hanging[below] += cell.columns
    widths = [sum(c.columns for c in row) + hanging[i] for i, row in enumerate(rows)]
    return tuple(
        (
            *(GridCell(cell.pieces, cell.columns, cell.rows) for cell in row),
            *([GridCell((), max(widths) - width)] if width < max(widths) else ()),
        )
        for row, width in zip(rows, widths, strict=True)
    )


def _has_styled_head(table: etree._Element, styles: StyleSheet) -> bool:
    """Whether the table's style sets its first row apart, and the table has it do so."""
    properties = table.find(f"{W}tblPr")
    look = None if properties is None else properties.find(f"{W}tblLook")
    return _has_first_row(look) and styles.has_head(value(properties, f"{W}tblStyle"))


def _has_first_row(look: etree._Element | None) -> bool:
    if look is None:
        return False
    if (said := look.get(f"{W}firstRow")) is not None:
        return str(said).lower() in ("1", "true", "on")
    try:
        # 17.4.56: before, the same in bits.
        return bool(int(str(look.get(VAL, "0")), 16) & 0x20)
    except ValueError:
        return False

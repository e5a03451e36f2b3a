"""How words are set in the cells of a table: against the left, the right, or in the middle."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from slidegen.document import Alignment
from slidegen.reading.paged.placed_tables import PlacedCell, PlacedTable

LIKE = 1.5
"""Points by which the two margins of centred words may differ."""
FARTHER = 4.0
"""Points that words keep from the side that they are set against, more than others do."""
USUAL_MARGIN = 5.4
"""Points that Word keeps words from the sides of a cell: 1.9 mm."""
ORDER: Sequence[Alignment] = ("left", "center", "right")
"""Of two that are as frequent, the first."""


def in_cells(table: PlacedTable) -> PlacedTable:
    """*table*, whose cells have sides, with their alignment and the margin of its words. A
    cell that its words fill is set as most of its column is."""
    cells = [cell for cell in table.cells if cell.lines]
    margin = min((min(*_margins(cell)) for cell in cells), default=USUAL_MARGIN)
    margin = min(max(margin, 0.0), USUAL_MARGIN)
    return replace(_set(table, {c: _against_sides(c, margin) for c in cells}), margin=margin)


def in_columns(table: PlacedTable) -> PlacedTable:
    """*table*, whose cells have no sides, with the alignment by which each of its columns is
    most nearly in line."""
    columns: defaultdict[int, list[PlacedCell]] = defaultdict(list)
    for cell in table.cells:
        if cell.lines and cell.columns == 1 and cell.row >= table.header_rows:
            columns[cell.column].append(cell)
    usual = {column: _in_line(cells) for column, cells in columns.items()}
    return _set(table, {c: usual.get(c.column) for c in table.cells if c.columns == 1})


def _set(table: PlacedTable, own: Mapping[PlacedCell, Alignment | None]) -> PlacedTable:
    counts: defaultdict[int, Counter[Alignment]] = defaultdict(Counter)
    for cell, alignment in own.items():
        if alignment and cell.row >= table.header_rows and cell.columns == 1:
            counts[cell.column][alignment] += 1
    usual = {
        column: min(ORDER, key=lambda alignment: -count[alignment])
        for column, count in counts.items()
    }
    cells = tuple(
        replace(cell, alignment=own.get(cell) or usual.get(cell.column)) if cell.lines else cell
        for cell in table.cells
    )
    return replace(table, cells=cells)


def _margins(cell: PlacedCell) -> tuple[float, float]:
    left = min(line.left for line in cell.lines) - cell.left
    return left, cell.right - max(line.right for line in cell.lines)


def _against_sides(cell: PlacedCell, margin: float) -> Alignment | None:
    """None where the words fill the cell, or stand where none of the three would put them."""
    em = cell.lines[0].size
    left, right = _margins(cell)
    if left + right - 2 * margin < em:
        return None
    if abs(left - right) <= max(LIKE, 0.15 * em):
        return "center"
    if left < right:
        return "left" if left - margin <= FARTHER else None
    return "right" if right - margin <= FARTHER else None


def _in_line(cells: Sequence[PlacedCell]) -> Alignment | None:
    """None for a column too short to tell."""
    if len(cells) < 2:
        return None
    lefts = [min(line.left for line in cell.lines) for cell in cells]
    rights = [max(line.right for line in cell.lines) for cell in cells]
    spread: dict[Alignment, float] = {
        "left": _range(lefts),
        "center": _range([(a + b) / 2 for a, b in zip(lefts, rights, strict=True)]),
        "right": _range(rights),
    }
    best = min(ORDER, key=lambda alignment: round(spread[alignment], 1))
    return best if spread[best] <= LIKE else None


def _range(values: Sequence[float]) -> float:
    return max(values) - min(values)

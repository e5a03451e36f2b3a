"""A head that stands above the first line of its table, as some styles leave it without lines."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidegen.reading.paged.columns import rows_of
from slidegen.reading.paged.letters import Letter, Page
from slidegen.reading.paged.placed_tables import PlacedCell, PlacedTable
from slidegen.reading.paged.rows import Segment, lines, segments

REACH = 36.0
"""Points above a table in which its head is looked for."""
NEAR = 1.6
"""Line heights between the head and the table."""
FEWEST_COLUMNS = 3
"""Two words side by side above two columns may be anything."""
SPARE = 1.0
"""Points by which a head may be wider than its column."""


class WithHead(Struct, frozen=True):
    table: PlacedTable
    letters: frozenset[Letter]
    """Those of the head."""


def with_head_above(table: PlacedTable, above: Sequence[Letter], page: Page) -> WithHead | None:
    """*table* with a head that has a word for each column, of the letters right *above* it;
    None if there is none."""
    if table.header_rows or table.columns < FEWEST_COLUMNS or not above:
        return None
    rows = rows_of(segments(above))
    parts = sorted(rows[-1], key=lambda part: part.left) if rows else []
    if (
        len(parts) != table.columns
        or table.top - parts[0].baseline > NEAR * parts[0].size
        or not all(_fits(part, table, n) for n, part in enumerate(parts))
    ):
        return None
    head = (
        PlacedCell(
            0, n, 1, 1, table.xs[n], table.xs[n + 1], tuple(lines([part], page.number, 0)), "center"
        )
        for n, part in enumerate(parts)
    )
    whole = replace(
        table,
        top=min(part.top for part in parts),
        cells=(*head, *(replace(cell, row=cell.row + 1) for cell in table.cells)),
        rows=table.rows + 1,
        header_rows=1,
    )
    return WithHead(whole, frozenset(letter for part in parts for letter in part.letters))


def _fits(part: Segment, table: PlacedTable, column: int) -> bool:
    return (
        part.left >= table.xs[column] - SPARE
        and part.right <= table.xs[column + 1] + SPARE
        and any(letter.text.isalpha() for letter in part.letters)
    )

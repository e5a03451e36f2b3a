"""A table as it stands on a page: cells with lines of letters, which have places.

What a grid of lines or the gaps between columns give, and what is made a `Table` when all of
it is known, with the parts of it on later pages.
"""

from __future__ import annotations

from msgspec import Struct

from slidegen.document import Alignment
from slidegen.reading.flowing.frames import LONGEST_IN_ROW, LONGEST_IN_TABLE
from slidegen.reading.flowing.letterhead import is_letterhead
from slidegen.reading.paged.rows import Line


class PlacedCell(Struct, frozen=True):
    row: int
    column: int
    rows: int
    columns: int
    left: float
    """Of its sides, in points; so is `right`."""
    right: float
    lines: tuple[Line, ...] = ()
    alignment: Alignment | None = None

    @property
    def text(self) -> str:
        return "\n".join(line.text.strip() for line in self.lines)


class PlacedTable(Struct, frozen=True):
    """A table on a page, or one that begins on it and goes on over the next."""

    page: int
    last_page: int
    top: float
    """On its first page."""
    bottom: float
    xs: tuple[float, ...]
    """Sides of its columns."""
    cells: tuple[PlacedCell, ...]
    """Row by row, from left to right; together they fill it once."""
    rows: int
    header_rows: int = 0
    margin: float = 0.0
    """Points between the side of a cell and its words, at least."""

    @property
    def left(self) -> float:
        return self.xs[0]

    @property
    def right(self) -> float:
        return self.xs[-1]

    @property
    def columns(self) -> int:
        return len(self.xs) - 1

    def by_rows(self) -> list[list[PlacedCell]]:
        """The cells that begin in each row."""
        rows: list[list[PlacedCell]] = [[] for _ in range(self.rows)]
        for cell in self.cells:
            rows[cell.row].append(cell)
        return rows

    def is_data(self) -> bool:
        """Whether it holds more than a layout: the readers of formats that have tables draw
        the line at the same place."""
        rows = self.by_rows()
        filled = [cell for cell in self.cells if cell.lines]
        if len(filled) < 2 or all(len(row) <= 1 for row in rows):
            return False
        longest = LONGEST_IN_ROW if self.rows == 1 else LONGEST_IN_TABLE
        if max(sum(len(line.text) for line in cell.lines) for cell in filled) > longest:
            return False
        return not is_letterhead([[cell.text for cell in row] for row in rows])

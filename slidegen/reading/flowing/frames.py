"""Tables that are there for the layout: a frame around text, columns side by side, pictures on
a page, a whole text in a cell. What they hold is text, and no table."""

from __future__ import annotations

from slidegen.reading.flowing.pieces import Grid, Text, pictures_in, texts_in

LONGEST_IN_TABLE = 600
"""Characters of a cell; one with more holds a text, and the table is its frame."""
LONGEST_IN_ROW = 120
"""The same where a table is a single row, whose cells stand side by side like columns."""


def is_frame(grid: Grid) -> bool:
    """Whether *grid* is there to hold things in their places."""
    filled = [cell for row in grid.rows for cell in row if cell.pieces]
    if all(sum(bool(cell.pieces) for cell in row) <= 1 for row in grid.rows) and _is_single(grid):
        return True
    texts = [sum(len(text.words) for text in texts_in(cell.pieces)) for cell in filled]
    pictures = sum(1 for cell in filled for _ in pictures_in(cell.pieces))
    longest = LONGEST_IN_ROW if len(grid.rows) == 1 else LONGEST_IN_TABLE
    return (
        max(texts) > longest
        or 2 * pictures >= sum(size > 0 for size in texts) + pictures > 0
        or any(
            isinstance(piece, Text) and piece.role in ("heading", "title")
            for cell in filled
            for piece in cell.pieces
        )
    )


def _is_single(grid: Grid) -> bool:
    """Whether there is but one column, or but one cell with anything in it."""
    filled = sum(bool(cell.pieces) for row in grid.rows for cell in row)
    return filled == 1 or all(len(row) <= 1 for row in grid.rows)

"""How many rows of a table are its head."""

from __future__ import annotations

from collections.abc import Sequence

from slidegen.reading.flowing.pieces import GridCell, Text


def header_rows(
    rows: Sequence[Sequence[GridCell]], marked: int, *, is_set_apart: bool = False
) -> int:
    """The *marked* rows, which repeat on each page; else a first row that the table's style has
    set apart from the others, or that is bold above one that is not."""
    if marked:
        return min(marked, max(len(rows) - 1, 1))
    if len(rows) < 2:
        return 0
    if is_set_apart or (_is_bold(rows[0]) and not _is_bold(rows[1])):
        return min(max((cell.rows for cell in rows[0]), default=1), len(rows) - 1)
    return 0


def _is_bold(row: Sequence[GridCell]) -> bool:
    texts = [piece for cell in row for piece in cell.pieces if isinstance(piece, Text)]
    return bool(texts) and all(
        span.style.bold for text in texts for span in text.spans if span.text.strip()
    )

"""What the cells of a placed table say, once a line is a line no more."""

from __future__ import annotations

from collections.abc import Iterator

from slidegen.document import Cell, Table
from slidegen.passage import EMPTY, Passage
from slidegen.reading.block_lines import BlockLines, Span
from slidegen.reading.flowing.wording import needs_space, trimmed, unstressed
from slidegen.reading.limits import check_cells
from slidegen.reading.paged.joining import Hyphens, joined
from slidegen.reading.paged.paragraphs import first_word
from slidegen.reading.paged.placed_tables import PlacedCell, PlacedTable
from slidegen.reading.paged.rows import Line

SPARE = 0.3
"""In ems: of the room at a line's end, as in paragraphs."""


def table_of(
    placed: PlacedTable, collected: BlockLines, hyphens: Hyphens, caption: Passage = EMPTY
) -> Table:
    """Raises `SourceTooLarge`."""
    check_cells(len(placed.cells))
    return Table(
        tuple(
            tuple(_cell(cell, placed, collected, hyphens) for cell in row)
            for row in placed.by_rows()
        ),
        placed.header_rows,
        caption,
    )


def _cell(cell: PlacedCell, table: PlacedTable, collected: BlockLines, hyphens: Hyphens) -> Cell:
    spans: list[Span] = []
    for part in _parts(cell, table.margin):
        row = trimmed(tuple(joined(part, hyphens)))
        if spans and needs_space(spans, row):
            spans.append(Span(" "))
        spans += row
    passage = collected.passage(unstressed(spans) if cell.row < table.header_rows else spans)
    return Cell(passage, cell.columns, cell.rows, cell.alignment)


def _parts(cell: PlacedCell, margin: float) -> Iterator[list[Line]]:
    """The cell's lines, those together that only its side parted."""
    part: list[Line] = []
    for line in cell.lines:
        if part and not wraps(part[-1], line, cell, margin):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def wraps(last: Line, line: Line, cell: PlacedCell, margin: float) -> bool:
    """Whether *line* goes on with what the *last* had no room for."""
    left, right = last.left - cell.left, cell.right - last.right
    room = right - margin
    if cell.alignment in ("center", "right"):
        room += left - margin
    return room <= first_word(line, last) + SPARE * line.size

"""From the letters of all pages to a document's blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slidegen.document import Block, Heading, Paragraph
from slidegen.reading.block_lines import BlockLines
from slidegen.reading.paged.columns import regions
from slidegen.reading.paged.joining import joined
from slidegen.reading.paged.letters import Page
from slidegen.reading.paged.paragraphs import paragraphs
from slidegen.reading.paged.ranks import ranks
from slidegen.reading.paged.rows import Line, lines, segments
from slidegen.reading.paged.running import Sheet, without_running_heads


def blocks_of(pages: Sequence[Page], collected: BlockLines) -> tuple[list[Block], int]:
    """Paragraphs and headings of *pages*, and how many running heads were left out."""
    sheets = [Sheet.of(page, segments(page.letters)) for page in pages]
    kept, running = without_running_heads(sheets)
    found = paragraphs(list(_lines(kept)))
    blocks: list[Block] = []
    for part, level in zip(found, ranks(found), strict=True):
        passage = collected.passage(joined(part))
        if passage:
            blocks.append(Heading(passage, level, "font") if level else Paragraph(passage))
    return blocks, running


def _lines(sheets: Sequence[Sheet]) -> Iterator[Line]:
    column = 0
    for sheet in sheets:
        for region in regions([part for row in sheet.rows for part in row.parts]):
            yield from lines(region, sheet.page.number, column)
            column += 1

"""PDF to a document.

A PDF is a picture of a text: it knows where each glyph stands, and nothing of
paragraphs. So the text is found again in steps, each of which knows one thing: the
letters of a page, its lines, its columns, what is printed around it, which lines are one
paragraph, and which paragraphs the type sets above the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from slidegen.document import Block, Document, Heading, Paragraph
from slidegen.errors import ScannedSource
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.reading.block_lines import BlockLines
from slidegen.reading.opening import Source
from slidegen.reading.paged.columns import regions
from slidegen.reading.paged.joining import joined
from slidegen.reading.paged.paragraphs import paragraphs
from slidegen.reading.paged.ranks import ranks
from slidegen.reading.paged.rows import Line, lines, segments
from slidegen.reading.paged.running import Sheet, without_running_heads
from slidegen.reading.pdf.pages import open_pages


def read_pdf(source: Source, report: Report) -> Document:
    """Raises `EncryptedSource`, `MalformedSource`, `ScannedSource`, `SourceTooLarge`,
    `SourceTooSlow`."""
    with open_pages(source) as pages:
        sheets = [Sheet.of(page, segments(page.letters)) for page in pages]
    kept, running = without_running_heads(sheets)
    collected = BlockLines(source)
    found = paragraphs(list(_lines(kept)))
    blocks: list[Block] = []
    for part, level in zip(found, ranks(found), strict=True):
        passage = collected.passage(joined(part))
        if passage:
            blocks.append(Heading(passage, level, "font") if level else Paragraph(passage))
    return collected.document(blocks, "pdf", report)


def _lines(sheets: Sequence[Sheet]) -> Iterator[Line]:
    column = 0
    for sheet in sheets:
        for region in regions([part for row in sheet.rows for part in row.parts]):
            yield from lines(region, sheet.page.number, column)
            column += 1

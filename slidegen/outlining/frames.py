"""Tables that only frame a text: one row is nothing to compare, so its cells are paragraphs.

Word and web pages are laid out so: a box around a remark, a label beside what it labels.
A page of its own for such a table would be all but empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slidegen.document import Block, Paragraph, Table

MOST_CELLS = 2
"""With text in them, in a row that is none of a table's: more are things side by side."""


def without_frames(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(part for block in blocks for part in _unframed(block))


def _unframed(block: Block) -> Iterator[Block]:
    if not isinstance(block, Table) or len(block.rows) != 1:
        yield block
        return
    cells = [cell.passage for cell in block.rows[0] if cell.passage]
    if len(cells) > MOST_CELLS:
        yield block
        return
    for passage in (block.caption, *cells):
        if passage:
            yield Paragraph(passage)

"""The lines before the text, among which the cover is looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from slidegen.document import Block, Paragraph, Rule
from slidegen.outlining.facts import flat
from slidegen.outlining.folding import line_of, squeezed
from slidegen.outlining.letterhead import is_spread
from slidegen.passage import EMPTY, Passage

LONGEST_HEAD = 60
"""Lines; the record of a government page has about thirty."""

LONGEST_VALUE = 60
"""Letters of an entry of a record, of a body's name; what is longer is text."""


class HeadLine(Struct, frozen=True):
    """A line near the top of the document."""

    passage: Passage
    """Empty for a rule."""
    block: Block
    index: int
    """Of the block."""
    offset: int
    """Of the line in the block's words."""

    @property
    def text(self) -> str:
        """Its folded words, closed up where each letter stands apart (`通　知`)."""
        text = flat(self.passage)
        return squeezed(text) if is_spread(text) else text


def is_paragraph(line: HeadLine) -> bool:
    return len(line.text) > LONGEST_VALUE


def head_lines(blocks: Sequence[Block]) -> Iterator[HeadLine]:
    """The lines before the first block that is more than words, up to `LONGEST_HEAD`."""
    count = 0
    for index, block in enumerate(blocks):
        if isinstance(block, Rule):
            yield HeadLine(EMPTY, block, index, 0)
        elif passage := line_of(block):
            offset = 0
            for _, runs in groupby(passage.runs, lambda run: run.line):
                whole = Passage(tuple(runs))
                if line := whole.strip():
                    yield HeadLine(line, block, index, offset)
                    count += 1
                offset += len(whole)
        else:
            return
        if count >= LONGEST_HEAD:
            return


def blocks_after(
    blocks: tuple[Block, ...], lines: Sequence[HeadLine], at: int, taken: int
) -> tuple[Block, ...]:
    """The blocks from line *at* on, without the first *taken* letters of it."""
    if at >= len(lines):
        return blocks[lines[-1].index + 1 :] if lines else blocks
    line = lines[at]
    start = line.offset + taken
    if start == 0:
        return blocks[line.index :]
    passage = line_of(line.block)
    assert passage is not None
    left = passage[start:].strip()
    return ((Paragraph(left),) if left else ()) + blocks[line.index + 1 :]

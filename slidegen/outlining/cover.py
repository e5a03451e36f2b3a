"""The cover's facts, read off the lines before the text.

A document opens with title, occasion, speaker, date, source and salutation in
almost any order. Each line is tried against the recognisers of `cover_lines`;
what one of them knows goes to the cover, and the first line that none knows is
where the text begins.
"""

from __future__ import annotations

from msgspec.structs import replace

from slidegen.document import Block, Field
from slidegen.outline import Dropped
from slidegen.outlining.cover_facts import Cover, filled, with_facts
from slidegen.outlining.cover_steps import step_at
from slidegen.outlining.folding import line_of, squeezed
from slidegen.outlining.head_lines import blocks_after, head_lines
from slidegen.outlining.stated import in_fact_sheet, in_metadata
from slidegen.passage import Passage


def read_cover(
    blocks: tuple[Block, ...], fields: tuple[Field, ...]
) -> tuple[Cover, tuple[Block, ...]]:
    """The cover of *blocks*, and the blocks after it.

    What the document's own metadata says fills the gaps; its title also decides
    which line can be the title.
    """
    stated = in_metadata(fields)
    lines = tuple(head_lines(blocks))
    cover, at = Cover(), 0
    while at < len(lines) and (step := step_at(lines, at, blocks, cover, stated.title)):
        cover = with_facts(cover, step.facts)
        at += step.lines
        if step.is_last:
            blocks = blocks_after(blocks, lines, at, step.taken)
            break
    else:
        blocks = blocks_after(blocks, lines, at, 0)
    cover = filled(filled(cover, stated), in_fact_sheet(blocks))
    return _without_repetitions(cover, blocks)


def _without_repetitions(
    cover: Cover, blocks: tuple[Block, ...]
) -> tuple[Cover, tuple[Block, ...]]:
    """Pages say the title again, above the text and between its parts."""
    title = squeezed(cover.title.text)
    if len(title) < 6:
        return cover, blocks
    again = [passage for block in blocks if (passage := line_of(block)) and _says(passage, title)]
    if not again:
        return cover, blocks
    kept = tuple(
        block for block in blocks if not ((passage := line_of(block)) and _says(passage, title))
    )
    dropped = tuple(Dropped(passage, "repeated title") for passage in again)
    return replace(cover, dropped=(*cover.dropped, *dropped)), kept


def _says(passage: Passage, squeezed_words: str) -> bool:
    """Whether *passage* says these words and nothing else; few are as long as they."""
    length = sum(map(len, passage.text.split()))
    return length == len(squeezed_words) and squeezed(passage.text) == squeezed_words

"""Whole documents on one line, unfolded into paragraphs."""

from __future__ import annotations

from slidegen.document import Block


def unfolded(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return blocks

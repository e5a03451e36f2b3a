"""The call to the listeners with which a speech ends."""

from __future__ import annotations

from slidegen.document import Block


def cut_closing(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """*blocks* without the closing call, and the call."""
    return blocks, ()

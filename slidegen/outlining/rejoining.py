"""Lines that belong together, joined again."""

from __future__ import annotations

from slidegen.document import Block


def rejoined(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return blocks

"""What follows a document and is not part of it: notes, attachments, signature."""

from __future__ import annotations

from slidegen.document import Block


def cut_after_matter(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """*blocks* without the after-matter, and the after-matter."""
    return blocks, ()

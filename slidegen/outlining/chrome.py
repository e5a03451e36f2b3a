"""Website chrome: what the page around a document says, dropped by rule."""

from __future__ import annotations

from slidegen.document import Block, Document
from slidegen.outline import Dropped


def without_chrome(document: Document) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """The document's own blocks, and the lines that are the page's with the reason for each."""
    return document.blocks, ()

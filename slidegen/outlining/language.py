"""The language of a document, from its own letters."""

from __future__ import annotations

from slidegen.document import Document
from slidegen.outline import Language


def language_of(document: Document) -> Language:
    text = "\n".join(document.lines)
    return "zh-CN" if any("\u4e00" <= c <= "\u9fff" for c in text) else "en-US"

"""What the author should hear about the outline: what is missing, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from slidegen.messages import Message
from slidegen.notices import Notice
from slidegen.outline import Outline


def remarks(outline: Outline) -> Iterator[Notice]:
    """Notices on *outline* as a whole; none of them counts, since no words are lost unasked."""
    if outline.dropped:
        first, count = outline.dropped[0].passage.line, len(outline.dropped)
        lines = "1 line" if count == 1 else f"{count} lines"
        yield Notice(
            "boilerplate-dropped",
            Message(
                en=f"{lines} that are not part of the document left out",
                zh=f"略去不属于正文的内容 {count} 行",
            ),
            first,
        )
    if not outline.title:
        yield Notice(
            "no-title",
            Message(en="no title found in the document", zh="文中没有找到标题"),
        )
    if not outline.sections:
        yield Notice(
            "no-sections",
            Message(
                en="no headings found in the document; its paragraphs come one after another",
                zh="文中没有找到层次标题，内容按段落依次排列",
            ),
        )

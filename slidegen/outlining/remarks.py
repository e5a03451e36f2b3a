"""What the author should hear about the outline: what the document seems to lack.

What was left out stands in the outline itself, line by line and with reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidegen.messages import Message
from slidegen.notices import Notice
from slidegen.outline import Outline


def remarks(outline: Outline) -> Iterator[Notice]:
    """Notices on *outline* as a whole; none of them counts, since no words are lost."""
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

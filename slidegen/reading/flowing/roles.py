"""What a paragraph is for: what its style is called, its outline level, and what its words allow.

The rules of Word, which RTF has from it.
"""

from __future__ import annotations

import re

from slidegen.document import HeadingReason
from slidegen.patterns import compiled
from slidegen.reading.flowing.pieces import Role
from slidegen.reading.flowing.style_names import level_named, role_named

BODY_TEXT = 9
"""The outline level of what is no heading; the levels themselves count from 0."""
LONGEST_HEADING = 120
"""Characters. A heading's style on a longer paragraph, or on several sentences, marks prose
that opens with its heading, or nothing at all; where such a heading ends is outlining's to say."""
LONGEST_OF_SENTENCES = 28
"""Characters of a heading that is several short sentences: 统一思想。落实责任。"""

_SENTENCE_END = compiled("[。！？](?=.)")
_PAGE_NUMBER = compiled(r"(?:\d+|[ivxlc]+)$", re.IGNORECASE)


def role_of_style(name: str, outline: int | None) -> tuple[Role, int] | None:
    """The role of paragraphs in a style called *name* (in lower case) with this *outline* level,
    and their level as headings (else 0); None if neither says anything."""
    # Chinese Word gives Title and Subtitle an outline level as well, so names come first.
    if role := role_named(name):
        return role, 0
    if outline is not None:
        return ("heading", outline + 1) if 0 <= outline < BODY_TEXT else ("body", 0)
    level = level_named(name)
    return ("heading", level) if level else None


def role_of_paragraph(
    role: Role, level: int, outline: int | None
) -> tuple[Role, int, HeadingReason]:
    """The role and level of a paragraph whose style gives it *role* and *level*, and what said
    so: its own *outline* level counts before its style's."""
    if outline is None or role in ("title", "contents", "caption"):
        return role, level, "style"
    if 0 <= outline < BODY_TEXT:
        is_same = role == "heading" and level == outline + 1
        return "heading", outline + 1, "style" if is_same else "outline-level"
    return ("body" if role == "heading" else role), 0, "style"


def is_prose(words: str) -> bool:
    """Whether *words* are no heading and no title, whatever their style."""
    return len(words) > LONGEST_HEADING or (
        len(words) > LONGEST_OF_SENTENCES and bool(_SENTENCE_END.search(words))
    )


def ends_in_page_number(words: str) -> bool:
    """As a line of a table of contents does."""
    return bool(_PAGE_NUMBER.search(words))

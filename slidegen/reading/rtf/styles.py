"""The style sheet of an RTF file: what its paragraphs are for, and which of them look bold."""

from __future__ import annotations

from dataclasses import dataclass, field

from slidegen.document import HeadingReason
from slidegen.reading.flowing.pieces import Role
from slidegen.reading.flowing.style_names import level_named, role_named
from slidegen.reading.rtf.state import Format

BODY_TEXT = 9
"""The outline level of what is no heading; the levels themselves count from 0."""

LONGEST_CHAIN = 50
"""Styles based on styles."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    name: str
    """In lower case."""
    format: Format
    based_on: int | None = None


@dataclass
class StyleSheet:
    styles: dict[int, ParagraphStyle] = field(default_factory=dict)

    def meaning(self, format: Format) -> tuple[Role, int, HeadingReason]:
        """The paragraph's role, its level if it is a heading (else 0), and what said so.

        Its own outline level counts before its style's.
        """
        role, level = self._meaning(format)
        own = format.outline
        if own is None or role in ("title", "contents", "caption"):
            return role, level, "style"
        if 0 <= own < BODY_TEXT:
            same = role == "heading" and level == own + 1
            return "heading", own + 1, "style" if same else "outline-level"
        return ("body" if role == "heading" else role), 0, "style"

    def _meaning(self, format: Format) -> tuple[Role, int]:
        number: int | None = format.style
        for _ in range(LONGEST_CHAIN):
            style = self.styles.get(number) if number is not None else None
            if style is None:
                break
            # Chinese Word gives Title and Subtitle an outline level as well, so names come first.
            if role := role_named(style.name):
                return role, 0
            if (outline := style.format.outline) is not None:
                return ("heading", outline + 1) if 0 <= outline < BODY_TEXT else ("body", 0)
            if level := level_named(style.name):
                return "heading", level
            number = style.based_on
        return "body", 0

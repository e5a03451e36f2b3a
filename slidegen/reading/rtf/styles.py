"""The style sheet of an RTF file, which says what its paragraphs are for."""

from __future__ import annotations

from msgspec import Struct, field

from slidegen.document import HeadingReason
from slidegen.reading.flowing.pieces import Role
from slidegen.reading.flowing.roles import role_of_paragraph, role_of_style
from slidegen.reading.rtf.state import Format

LONGEST_CHAIN = 50
"""Styles based on styles."""


class ParagraphStyle(Struct, frozen=True):
    name: str
    """In lower case."""
    format: Format
    based_on: int | None = None


class StyleSheet(Struct):
    styles: dict[int, ParagraphStyle] = field(default_factory=dict)

    def meaning(self, format: Format) -> tuple[Role, int, HeadingReason]:
        """The paragraph's role, its level if it is a heading (else 0), and what said so.

        Its own outline level counts before its style's.
        """
        return role_of_paragraph(*self._meaning(format), format.outline)

    def _meaning(self, format: Format) -> tuple[Role, int]:
        number: int | None = format.style
        for _ in range(LONGEST_CHAIN):
            style = self.styles.get(number) if number is not None else None
            if style is None:
                break
            if meaning := role_of_style(style.name, style.format.outline):
                return meaning
            number = style.based_on
        return "body", 0

"""The style sheet of an RTF file: which paragraphs are headings, and of which level."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from slidegen.document import HeadingReason
from slidegen.reading.rtf.state import Format

BODY_TEXT = 9
"""The outline level of what is no heading."""

TITLE = re.compile(r"title|标题|題目|题目|標題|文档标题|公文标题", re.IGNORECASE)
HEADING = re.compile(r"(?:heading|标题|標題)\s?([1-9])(?:\s.*)?", re.IGNORECASE)
CAPTION = re.compile(r"caption|题注|題注|标号|illustration|table caption", re.IGNORECASE)
CONTENTS = re.compile(
    r"(?:toc|contents|table of contents|目录|目錄)(?:\s?\d|\sheading|\s标题)?|toa heading",
    re.IGNORECASE,
)
DEEPEST_CHAIN = 20
"""Styles based on styles."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    name: str
    format: Format
    bold: bool = False
    """Whether all that is set in it is bold, which is then no emphasis."""
    italic: bool = False
    based_on: int | None = None


@dataclass
class StyleSheet:
    styles: dict[int, ParagraphStyle] = field(default_factory=dict)

    def name(self, format: Format) -> str:
        style = self.styles.get(format.style)
        return style.name if style else ""

    def is_bold(self, format: Format) -> bool:
        style = self.styles.get(format.style)
        return bool(style and style.bold)

    def is_italic(self, format: Format) -> bool:
        style = self.styles.get(format.style)
        return bool(style and style.italic)

    def is_title(self, format: Format) -> bool:
        """Whether the paragraph is the document's title by its style."""
        return any(TITLE.fullmatch(style.name) for style in self._chain(format)[:2])

    def is_caption(self, format: Format) -> bool:
        return bool(CAPTION.fullmatch(self.name(format)))

    def is_contents(self, format: Format) -> bool:
        return bool(CONTENTS.fullmatch(self.name(format)))

    def heading(self, format: Format) -> tuple[int, HeadingReason] | None:
        """Level from 1, and what said so. The paragraph's own level outweighs its style's."""
        styled = self._styled_level(format)
        if format.outline is None or format.outline + 1 == styled:
            return (styled, "style") if styled else None
        if format.outline >= BODY_TEXT or format.outline < 0:
            return None
        return format.outline + 1, "outline-level"

    def _styled_level(self, format: Format) -> int | None:
        for style in self._chain(format):
            if found := HEADING.fullmatch(style.name):
                return int(found[1])
            if style.format.outline is not None:
                return style.format.outline + 1 if 0 <= style.format.outline < BODY_TEXT else None
        return None

    def _chain(self, format: Format) -> list[ParagraphStyle]:
        """The style, what it is based on, and so on."""
        chain: list[ParagraphStyle] = []
        number: int | None = format.style
        while number is not None and number in self.styles and len(chain) < DEEPEST_CHAIN:
            chain.append(self.styles[number])
            number = chain[-1].based_on
        return chain

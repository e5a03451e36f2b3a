"""Character codes as a PDF gives them, to the characters that are meant."""

from __future__ import annotations

from collections.abc import Mapping

LINE_END_HYPHEN = 0x02
"""PDFium's sign for a hyphen that it takes for the break of a word."""

SYMBOLS: Mapping[int, str] = {
    0xF06C: "●",
    0xF06E: "■",
    0xF075: "◆",
    0xF076: "❖",
    0xF077: "◆",
    0xF09F: "•",
    0xF0A7: "▪",
    0xF0A8: "□",
    0xF0B2: "✧",
    0xF0B7: "•",
    0xF0D8: "➢",
    0xF0E0: "→",
    0xF0E8: "➔",
    0xF0FC: "✓",
    0xF0FE: "☑",
}
"""Bullets of Symbol and Wingdings, which Word puts at U+F000 and above."""

SYMBOL_FONTS = ("Symbol", "Wingdings", "Webdings")


def readable(code: int, font: str) -> str:
    """The character of *code*; empty if there is none."""
    if code == LINE_END_HYPHEN:
        return "-"
    if code in SYMBOLS:
        return SYMBOLS[code]
    if code < 0x20 and code not in (0x09,):
        return ""
    if code in (0xFFFE, 0xFFFF, 0xFFFD) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    return chr(code)

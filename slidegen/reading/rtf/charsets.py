"""Which characters the bytes of an RTF file stand for: its code page, or its font's.

A Chinese document has hundreds of characters written as two bytes each, and which they
are depends on the font: GB 2312 in one, Big5 in another. Fonts that claim to be western
hold Chinese all the same, since WPS and old Word write the document's own code page.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

from slidegen.patterns import compiled

FAMILIES: Mapping[str, str] = {
    "ansi": "cp1252",
    "mac": "mac_roman",
    "pc": "cp437",
    "pca": "cp850",
}
"""The first control word of a file, where no `\\ansicpg` follows."""

CHARSETS: Mapping[int, str] = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
"""`\\fcharset`; 1 is the document's own code page."""

SYMBOL = 2
"""The charset of fonts whose letters are signs (Symbol, Wingdings)."""
SYMBOLS = "symbols"
"""Stands for their encoding."""
SYMBOL_FONT = compiled(r"symbol|wingdings|webdings", re.IGNORECASE)
PRIVATE = 0xF000
"""Where Word puts the letters of such fonts in Unicode."""

SIGNS: Mapping[int, str] = {
    0xF020: " ",
    0xF02D: "−",
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF06C: "●",
    0xF06E: "■",
    0xF075: "◆",
    0xF0A8: "□",
    0xF0D8: "➢",
    0xF0FC: "✓",
    0xF0FE: "☑",
    0xF0E0: "→",
    0xF0B3: "≥",
    0xF0A3: "≤",
    0xF0B4: "×",
    0xF0B1: "±",
    0xF0B0: "°",
}
"""Those that texts hold, in either Symbol or Wingdings."""

CHINESE = frozenset({"gb18030", "cp950", "cp932", "cp949", "johab", "big5hkscs"})
"""Encodings in which a character may take two bytes."""
WESTERN = "cp1252"
REPLACEMENT = "\ufffd"


def of_codepage(number: int) -> str | None:
    """The encoding called *number* by Windows; None if there is none."""
    if number in (936, 54936):
        return "gb18030"  # holds GBK
    if number == 65001:
        return "utf-8"
    if number == 42:
        return SYMBOLS
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return None


def of_charset(number: int | None, name: str, codepage: str) -> str:
    """The encoding of a font with `\\fcharset` *number* and that *name*."""
    if number == SYMBOL or (number in (None, 0, 1) and SYMBOL_FONT.match(name)):
        return SYMBOLS
    return CHARSETS.get(number, codepage) if number is not None else codepage


def decoded(data: bytes, encoding: str, codepage: str) -> str:
    """The characters of *data*; what stands for none becomes U+FFFD."""
    if encoding == SYMBOLS:
        return "".join(sign(PRIVATE + byte) if byte >= 0x20 else " " for byte in data)
    if encoding == WESTERN and codepage in CHINESE and _is_whole(data, codepage):
        encoding = codepage
    return data.decode(encoding, errors="replace")


def _is_whole(data: bytes, encoding: str) -> bool:
    """Whether *data* is Chinese and nothing else above ASCII.

    One accented letter and the letter after it can pass for a character, so each high byte
    has to have another for its neighbour.
    """
    pairs = re.findall(rb"[\x80-\xff]+", data)
    if not pairs or any(len(pair) % 2 for pair in pairs):
        return False
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def sign(code: int) -> str:
    """The character for a code in the private area that fonts of signs use."""
    return SIGNS.get(code, chr(code))

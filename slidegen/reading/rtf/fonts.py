"""The fonts of an RTF file: each says in what encoding its characters are written."""

from __future__ import annotations

from msgspec import Struct, field

from slidegen.reading.rtf import charsets


class Font(Struct):
    charset: int | None = None
    codepage: int | None = None
    name: str = ""

    def encoding(self, codepage: str) -> str:
        if self.codepage and (found := charsets.of_codepage(self.codepage)):
            return found
        return charsets.of_charset(self.charset, self.name, codepage)


class Fonts(Struct):
    codepage: str = charsets.WESTERN
    """The document's own encoding, where no font says another."""
    default: int = 0
    """The number of the font of characters that name none."""
    known: dict[int, Font] = field(default_factory=dict)

    def encoding(self, number: int | None) -> str:
        """Of characters in the font of that *number*; None is the document's own font."""
        font = self.known.get(self.default if number is None else number)
        return font.encoding(self.codepage) if font else self.codepage

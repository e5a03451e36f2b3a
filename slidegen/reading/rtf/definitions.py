"""What an RTF file says before its text: its encoding, its fonts, its styles and lists."""

from __future__ import annotations

from slidegen.reading.rtf import charsets
from slidegen.reading.rtf.state import Destination
from slidegen.reading.rtf.walking import Walker


def open_styles(walker: Walker, _: int | None) -> None:
    walker.go(Destination.STYLES)
    walker.style_depth = len(walker.stack)


def set_based_on(walker: Walker, number: int | None) -> None:
    walker.based_on = number


def set_charset(walker: Walker, number: int | None) -> None:
    if walker.state.destination is Destination.FONTS:
        walker.defined_font.charset = number


def set_codepage(walker: Walker, number: int | None) -> None:
    if walker.state.destination is Destination.FONTS:
        walker.defined_font.codepage = number


def use_codepage(walker: Walker, number: int | None) -> None:
    walker.fonts.codepage = charsets.of_codepage(number or 0) or walker.fonts.codepage


def use_family(walker: Walker, word: str) -> None:
    walker.fonts.codepage = charsets.FAMILIES[word]


def use_default_font(walker: Walker, number: int | None) -> None:
    walker.fonts.default = number or 0


def open_lists(walker: Walker) -> None:
    walker.go(Destination.LISTS)
    walker.lists.is_open = True

    def closer() -> None:
        walker.lists.is_open = False

    walker.at_close(closer)


def open_level_text(walker: Walker) -> None:
    if walker.state.destination is Destination.LISTS:
        walker.go(Destination.LEVEL_TEXT)

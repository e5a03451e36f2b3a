"""How wide text is, told from tables that ship with the package.

Never from the fonts that happen to be installed: so a deck comes out the same
on every machine, and nothing is drawn to know what fits. The table is made by
`scripts/build_metrics.py`, the widest of several fonts for each character, so
that a line which fits here fits in the fonts that stand in for ours elsewhere.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib.resources import files

from slidegen.units import Length

EM = 1000
"""Advances are thousandths of the size of the type."""


class _Advances(dict[str, int]):
    """Fills itself by rule for the characters that the table leaves out."""

    def __missing__(self, character: str) -> int:
        self[character] = width = _by_rule(character)
        return width


def _by_rule(character: str) -> int:
    """Marks that combine, and format characters, take no room; all else takes a full em,
    which is right for Han, kana and full-width forms and wide enough for the rest."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(character) == "H":
        return EM // 2
    return EM


@cache
def advances(bold: bool) -> dict[str, int]:
    """Width of each character in thousandths of an em; total, for any character."""
    table = json.loads(files(__package__).joinpath("advances.json").read_text("ascii"))
    return _Advances(table["bold" if bold else "regular"])


def width(text: str, size: Length, *, bold: bool = False) -> Length:
    """Of *text* set in one line."""
    table = advances(bold)
    return size * (sum(table[character] for character in text) / EM)

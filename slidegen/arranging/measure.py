"""How wide text is, told from tables that ship with the package.

Never from the fonts that happen to be installed: so a deck comes out the same
on every machine, and nothing is drawn to know what fits. The table is made by
`scripts/build_metrics.py`, the widest of several fonts for each character, so
that a line which fits here fits in the fonts that stand in for ours elsewhere.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import cast

from slidegen.patterns import compiled
from slidegen.units import Length

EM = 1000
"""Advances are thousandths of the size of the type."""

EMOJI = 1400
"""Wider than an em in every font that has them in colours."""

MONOSPACED = 610
"""The least that a character of code takes: DejaVu Sans Mono has 602, Consolas 550."""


SEAM = EM // 5
"""Between Chinese and Latin characters: LibreOffice leaves this space, PowerPoint none."""

_SEAMS = compiled(
    "[{0}](?=[{1}])|[{1}](?=[{0}])".format(
        "\u2e80-\ud7ff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff", "!-~\u00a1-\u024f"
    )
)


LAST_LATIN = "\u2e7f"
"""What comes after it is set in the Chinese font."""


class _Advances(dict[str, int]):
    """Fills itself by rule for the characters that the table leaves out."""

    def __missing__(self, character: str) -> int:
        self[character] = width = _by_rule(character)
        return width


def _by_rule(character: str) -> int:
    """Marks that combine, and format characters, take no room; all else takes a full em,
    which is right for Han, kana and full-width forms and wide enough for the rest."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(character) == "H":
        return EM // 2
    return EMOJI if "\U0001f000" <= character < "\U00020000" else EM


@cache
def _faces() -> Mapping[str, Mapping[str, int]]:
    text = Path(__file__).with_name("advances.json").read_text("ascii")
    return cast(Mapping[str, Mapping[str, int]], json.loads(text))


@cache
def _table(bold: bool, code: bool, is_latin: bool) -> Mapping[str, int]:
    weight = "bold" if bold else "regular"
    table = _Advances(_faces()[weight])
    if is_latin:
        table.update(_faces()[f"{weight}-latin"])
    if code:
        table.update({character: max(width, MONOSPACED) for character, width in table.items()})
    return table


def advances(text: str, *, bold: bool = False, code: bool = False) -> Mapping[str, int]:
    """Width of every character in thousandths of an em, as *text* is set.

    Dashes and quotes are as wide as in a Chinese font, unless all of *text* is Latin.
    Nothing is narrower in bold or as code, so text of several styles is measured in the widest.
    """
    return _table(bold, code, max(text, default="") <= LAST_LATIN)


def seams(text: str) -> frozenset[int]:
    """Offsets of the characters that have a `SEAM` before them."""
    return frozenset([before.end() for before in _SEAMS.finditer(text)])


def width(text: str, size: Length, *, bold: bool = False, code: bool = False) -> Length:
    """Of *text* set in one line."""
    table = advances(text, bold=bold, code=code)
    total = sum(map(table.__getitem__, text)) + len(seams(text)) * SEAM
    return size * (total / EM)


class Ruler:
    """Laid along one text: the width of any stretch of it, as `width` has it, from sums."""

    def __init__(self, text: str, *, bold: bool = False) -> None:
        mixed, latin = _table(bold, False, False), _table(bold, False, True)
        before = seams(text)
        self._mixed = _sums(mixed[character] for character in text)
        self._latin = _sums(latin[character] for character in text)
        self._chinese = _sums(character > LAST_LATIN for character in text)
        self._seams = _sums(index in before for index in range(len(text)))

    def width(self, first: int, last: int, size: Length) -> Length:
        """Of `text[first:last]`."""
        if first >= last:
            return size * 0
        is_latin = self._chinese[first] == self._chinese[last]
        sums = self._latin if is_latin else self._mixed
        # A seam before the stretch is not in it.
        between = self._seams[last] - self._seams[first + 1]
        return size * ((sums[last] - sums[first] + between * SEAM) / EM)


def _sums(values: Iterable[int]) -> tuple[int, ...]:
    return tuple(accumulate(values, initial=0))

"""Whether every number and every name on a slide is one that the document says, and says there.

Numbers are compared as numbers: `1,200` is `1200`, but `12` is no part of `12.5`, nor
`二十万` of `三百二十万`. Names are what stands in 《》 and in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from unicodedata import category, normalize

from msgspec import Struct

from slidegen.patterns import compiled
from slidegen.proof.wording import fold

HAN_DIGITS = "零〇一二三四五六七八九十百千万亿两"
NUMERAL = compiled(
    rf"\d+(?:[.:/-]\d+)*%?|百分之[零〇一二三四五六七八九十百点]+|[{HAN_DIGITS}]{{2,}}"
)
WHOLE = compiled(rf"\d+(?:[.,:/-]\d+)*[%％]?|百分之[{HAN_DIGITS}点]+|[{HAN_DIGITS}]{{2,}}")
"""A number as it stands in a line, thousands and all."""
THOUSANDS = compiled(r"(?<=\d),(?=\d{3}(?!\d))")
INSIDE = compiled(rf"[\d.,:/%％{HAN_DIGITS}百分之点-]{{2}}")
"""Two characters that may stand side by side in a number."""
NAME = compiled(r"《[^《》]{1,60}》|“[^“”]{1,40}”|「[^「」]{1,40}」")

LONGEST = 40
"""Characters of a number."""


class Foreign(Struct, frozen=True):
    """A number or a name on a slide that the document does not have at its place."""

    words: str
    slide: int
    """From 1."""


def straddling(line: str, at: int) -> tuple[int, int] | None:
    """Where the number in *line* begins and ends that goes on over the offset *at*."""
    if at < 1 or not INSIDE.match(line, at - 1):
        return None
    for match in WHOLE.finditer(line, max(at - LONGEST, 0), at + LONGEST):
        if match.start() < at < match.end():
            return match.span()
        if match.start() >= at:
            break
    return None


class Facts(Struct, frozen=True):
    """How many numbers and names a text holds, and those of them that were not said."""

    numbers: int
    names: int
    foreign: tuple[str, ...]


def facts(shown: str, said: str) -> Facts:
    """The numbers and names of the text *shown*, of which each should be in *said*."""
    # A break stands for a space, or inside of a long address for nothing.
    breaks = (" ", "") if "\n" in shown else ("",)
    readings = [NUMERAL.findall(_plain(shown.replace("\n", break_))) for break_ in breaks]
    whole = _plain(said) if any(readings) else ""
    known = set(NUMERAL.findall(whole))

    def is_said(numeral: str) -> bool:
        return numeral in known or _stands_in(numeral, whole)

    numbers = min(readings, key=lambda reading: sum(not is_said(n) for n in reading))
    names = list(_names(shown))
    folded = fold(said) if names else ""
    foreign = [number for number in numbers if not is_said(number)]
    foreign += [name for name in names if fold(name) not in folded]
    return Facts(len(numbers), len(names), tuple(foreign))


def _names(shown: str) -> Iterator[str]:
    return (match.group() for match in NAME.finditer(shown.replace("\n", "")))


def _plain(text: str) -> str:
    return THOUSANDS.sub("", normalize("NFKC", text.translate(APART)))


class _Apart(dict[int, str]):
    """Circled and raised digits stand each for itself: ①② is not 12, and x² not x2.

    For `str.translate`; each character is looked up once.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = f" {character} " if category(character) == "No" else character
        return self[code]


APART = _Apart()


def _stands_in(numeral: str, said: str) -> bool:
    """Whether it is a part that stands by itself of a longer expression: `2025` of `2025-2030`."""
    if numeral[0].isdigit():
        before, after = r"(?<![\d.])", r"(?![\d%]|\.\d)"
    else:
        before, after = f"(?<![{HAN_DIGITS}])", f"(?![{HAN_DIGITS}])"
    return re.search(before + re.escape(numeral) + after, said) is not None


FIGURE = compiled(r"(?P<minus>-?)(?P<before>\D?)(?P<number>\d[\d,]*(?:\.\d+)?)(?P<behind>.*)")
"""A number by itself, with its unit, as a cell or a chart has it."""


def is_same_figure(shown: str, said: str) -> bool:
    """Whether *shown* is the number that *said* is, to the digit, in its unit or in none."""
    ours, theirs = (FIGURE.fullmatch(_figure(text)) for text in (shown, said))
    if ours is None or theirs is None:
        return False
    one, other = (
        Decimal(match["minus"] + match["number"].replace(",", "")) for match in (ours, theirs)
    )
    return (
        one == other
        and ours["before"] in ("", theirs["before"])
        and ours["behind"] in ("", theirs["behind"])
    )


def _figure(text: str) -> str:
    return "".join(normalize("NFKC", text).split()).replace("\u2212", "-")

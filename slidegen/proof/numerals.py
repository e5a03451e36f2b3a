"""Whether every number on a slide is one that the document says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import category, normalize

from slidegen.proof.wording import variants

NUMERAL = re.compile(
    r"\d+(?:[.:/-]\d+)*%?"
    r"|百分之[零〇一二三四五六七八九十百点]+|[零〇一二三四五六七八九十百千万亿两]{2,}"
)
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")

ITEM = re.compile(r"\s*\d{1,2}\.(\d+%?)")
"""An item's number right before a number that the item begins with: `2.2025年`."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A number on a slide that the document does not have."""

    numeral: str
    slide: int
    """From 1."""


def numerals_of(
    shown: Iterable[tuple[int, str]], said: Iterable[str]
) -> tuple[int, tuple[Foreign, ...]]:
    """How many numbers are on slides, and those that nobody said.

    *shown* are paragraphs, each with the number of its slide.
    """
    whole = _plain("\n".join(said))
    known = set(NUMERAL.findall(whole))

    def is_said(numeral: str) -> bool:
        return numeral in known or _stands_in(numeral, whole)

    foreign: list[Foreign] = []
    count = 0
    for slide, paragraph in shown:
        # The number of a list's item counts by itself: every one may be `1.` in the source.
        text = _plain(variants(paragraph)[1])
        for match in NUMERAL.finditer(text):
            count += 1
            numeral = match.group()
            item = ITEM.match(text) if not text[: match.start()].strip() else None
            if not is_said(numeral) and not (item and is_said(item[1])):
                foreign.append(Foreign(numeral, slide))
    return count, tuple(foreign)


def _plain(text: str) -> str:
    # Circled and raised digits stand each for itself: ①② is not 12, and x² not x2.
    apart = "".join(f" {c} " if category(c) == "No" else c for c in text)
    return THOUSANDS.sub("", normalize("NFKC", apart))


def _stands_in(numeral: str, said: str) -> bool:
    """Whether it is part of a longer expression: `2025` of `2025-2030`, `百万` of `三百万`."""
    before, after = (r"(?<![\d.])", r"(?![\d%])") if numeral[0].isdigit() else ("", "")
    return re.search(before + re.escape(numeral) + after, said) is not None

"""Where a title may be parted: between phrases, and never inside the deck's own terms.

BudouX knows phrases of Chinese in general, but takes 市知识 and 产权 for two of them. What a
document is about it says often: two characters that hardly ever stand apart in it
are one term (知识产权), and are not parted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from functools import cache, cached_property
from itertools import accumulate, chain
from operator import add
from typing import Any, Protocol, cast

from slidegen.arranging.lines import pieces
from slidegen.deck import Deck, Pointed
from slidegen.outline import Language
from slidegen.patterns import compiled

OFTEN = 3
"""Times that two characters have to stand together to tell anything."""

HARDLY_APART = 0.5
"""Share of the more frequent one's occurrences that are beside the other."""


NEVER_PARTED = (
    "习近平",
    "同志",
    "党中央",
    "国务院",
    "新时代",
    "中国特色社会主义",
    "中国式现代化",
    "社会主义",
    "人民代表大会",
    "常务委员会",
    "政治协商会议",
    "办公厅",
    "委员会",
)
"""Names and set terms of official speech which BudouX parts: a name broken over two lines is
an affront, and every other document has some of these. Longer ones before those that are parts
of them."""
NAME = compiled("|".join(NEVER_PARTED))


class _Parser(Protocol):
    def parse(self, sentence: str) -> list[str]: ...


@cache
def _parser(language: Language) -> _Parser:
    import budoux  # takes a while to load, and most titles fit one line

    if language == "zh-TW":
        return cast(_Parser, budoux.load_default_traditional_chinese_parser())
    return cast(_Parser, budoux.load_default_simplified_chinese_parser())


class Phrasing:
    """How texts of one deck fall into phrases; *words* is what the deck says."""

    def __init__(self, language: Language, words: Callable[[], Iterable[str]] = lambda: ()) -> None:
        self.language = language
        self._words = words
        self.settled: dict[Hashable, Any] = {}
        """How its texts were broken before: a deck is arranged several times over."""
        self._ends: dict[str, frozenset[int]] = {}

    def phrase_ends(self, text: str) -> frozenset[int]:
        """Offsets behind the phrases of *text*; in English text behind its words."""
        if text not in self._ends:
            self._ends[text] = self._found_ends(text)
        return self._ends[text]

    def _found_ends(self, text: str) -> frozenset[int]:
        if self.language.startswith("en"):
            return frozenset(last for _, last in pieces(text))
        ends = accumulate(len(phrase) for phrase in _parser(self.language).parse(text))
        inside = _inside_names(text)
        return frozenset(
            end
            for end in ends
            if end not in inside and not self._is_inside_term(text[end - 1 : end + 1])
        )

    def bond(self, pair: str) -> float:
        """How closely the deck holds two characters together, from 0 to 1."""
        together = self._pairs[pair]
        if self.language.startswith("en") or together < OFTEN:
            return 0.0
        return together / max(self._singles[pair[0]], self._singles[pair[1]])

    def _is_inside_term(self, pair: str) -> bool:
        return self.bond(pair) >= HARDLY_APART

    @cached_property
    def _singles(self) -> Counter[str]:
        return Counter(chain.from_iterable(self._words()))

    @cached_property
    def _pairs(self) -> Counter[str]:
        return Counter(chain.from_iterable(map(add, words, words[1:]) for words in self._words()))


def _inside_names(text: str) -> frozenset[int]:
    """The offsets inside of what is never parted."""
    return frozenset(
        offset for found in NAME.finditer(text) for offset in range(found.start() + 1, found.end())
    )


def phrasing_of(deck: Deck) -> Phrasing:
    return Phrasing(deck.language, lambda: words_of(deck))


def words_of(deck: Deck) -> Iterable[str]:
    """What is on the deck's slides of points and in its notes."""
    for slide in deck.slides:
        for note in slide.notes:
            yield note.text
        if isinstance(slide, Pointed):
            for point in slide.points:
                yield str(point.passage)
                for note in point.notes:
                    yield note.text

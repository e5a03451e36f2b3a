"""Lines of a title that a reader takes in at a glance: even, and broken between phrases.

Only where a title needs more than one line, and only then is BudouX's model
of Chinese phrases loaded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import pairwise
from operator import attrgetter
from typing import cast

from msgspec import Struct

from slidegen.arranging.lines import NOT_FIRST, NOT_LAST, ROOM, broken, pieces
from slidegen.arranging.measure import Ruler
from slidegen.arranging.phrasing import Phrasing
from slidegen.patterns import compiled
from slidegen.units import Length

SHORTEST_LAST_LINE = 3
"""Characters: a last line of one or two looks left over."""

LONGEST_BALANCED = 160
"""Characters; longer text is no title, and is broken where the line ends."""

BETWEEN_WORDS = 0.4
"""How much a break between words costs more than one after ，：；、, in the square of the
share of a line by which lines are uneven."""

BETWEEN_PHRASES = 0.14
"""The same before 和, 在 and their like, and after 的, where a reader would draw breath."""

BOUND = 0.5
"""What it costs besides to part two characters that stand together whenever the deck has one of
them; less, the more often they stand apart."""

INSIDE_PHRASE = 1.0
"""The same where BudouX finds no end of a phrase, and inside of 《…》 and “…”."""

TOO_SHORT = 0.5
"""What it costs to part less than a handful of characters from the clause that they begin."""

HANDFUL = 5

ANOTHER_LINE = 0.25
"""What a line more than need be costs, in the same measure: little enough to keep a term
whole, too much to make lines merely more even."""

CLAUSE_ENDS = "，：；、。！？,:;!?—"
CLAUSE_END = compiled(f"[{CLAUSE_ENDS}]")
SEAM_AFTER = frozenset("的了着上中下》”")
SEAM_BEFORE = frozenset("和与及暨并在对为将向从以把关《“")
LEANING = frozenset("和与及暨在对为将向从以把被更最很较再又也仍未不各每")
"""Words that lean on the next one: 以…为|核心 and 争取更|多 are no places for a break."""

DIGITS_AND_UNITS = frozenset("年月日号亿万千百元个名项次届批期周岁度倍成%％℃")


class Broken(Struct, frozen=True):
    """A text in lines; put together they are the text again."""

    lines: tuple[str, ...]
    hurt: float
    """What its breaks do to the reader; 0 for one line."""


def balanced(
    text: str, room: Length, size: Length, *, bold: bool, most: int | None, phrasing: Phrasing
) -> Broken:
    """*text* in few lines, as even as phrases allow.

    If *most* lines do not hold the whole, the lines are more than *most*, for the caller
    to see.
    """
    case = (text, room, size, bold, most)
    if case not in phrasing.settled:
        phrasing.settled[case] = _balanced(*case, phrasing)
    settled: Broken = phrasing.settled[case]
    return settled


def _balanced(
    text: str, room: Length, size: Length, bold: bool, most: int | None, phrasing: Phrasing
) -> Broken:
    natural = broken(text, room, size, bold=bold)
    if len(natural) == 1 or len(text) > LONGEST_BALANCED:
        return Broken(natural, 0.0)
    fewest = len(natural)
    most_tried = fewest if most is not None and fewest >= most else fewest + 1
    found = _best(text, room, size, bold, range(fewest, most_tried + 1), phrasing)
    return found or Broken(natural, INSIDE_PHRASE)


def _best(
    text: str, room: Length, size: Length, bold: bool, counts: range, phrasing: Phrasing
) -> Broken | None:
    """The least hurtful way to set *text* in one of these numbers of lines; None if there is none.

    The way that has hurt least so far is gone on with first, so the first to come to the end of
    the text is the best, and most of the others are never tried.
    """
    places = _places(text, bold, phrasing)
    limit = room.emu * ROOM
    whole = places.ruler.width(0, len(text), size).emu
    ways: list[tuple[float, int, tuple[int, ...]]] = [
        (ANOTHER_LINE * more, count, (0,)) for more, count in enumerate(counts)
    ]
    been: set[tuple[int, int, int]] = set()
    while ways:
        hurt, count, path = heappop(ways)
        line, first = len(path), path[-1]
        if first == len(text):
            return Broken(tuple(text[a:b] for a, b in pairwise(path)), hurt)
        if (count, line, first) in been:
            continue
        been.add((count, line, first))
        onward = places.costs if line < count else places.last_cost
        for last, step in onward(first, size, limit, whole / count):
            heappush(ways, (hurt + step, count, (*path, last)))
    return None


class _Place(Struct, frozen=True):
    """Where a text may be broken."""

    index: int
    end: int
    """Of the line before it, without spaces."""
    hurt: tuple[float, float] | None
    """What the break does, and what parting its two characters does; None behind a clause."""
    clause: int
    """Where the clause before it begins."""


class _Places(Struct, frozen=True):
    """What there is to know of a text's breaks at any size."""

    text: str
    ruler: Ruler
    places: tuple[_Place, ...]

    def costs(
        self, first: int, size: Length, limit: float, mean: float
    ) -> Iterator[tuple[int, float]]:
        """Where a line that begins at *first* and is not the last may end, and what that costs."""
        behind = bisect_right(self.places, first, key=attrgetter("index"))
        for place in self.places[behind:-1]:
            length = self.ruler.width(first, max(place.end, first), size).emu
            if length > limit:
                return
            uneven = ((length - mean) / limit) ** 2
            if place.hurt is None:
                yield place.index, uneven
            else:
                breaking, bound = place.hurt
                is_short = place.index - max(place.clause, first) < HANDFUL
                too_short = TOO_SHORT if is_short else 0
                yield place.index, uneven + breaking + bound + too_short

    def last_cost(
        self, first: int, size: Length, limit: float, mean: float
    ) -> Iterator[tuple[int, float]]:
        """The end of the text, and what it costs if the last line begins at *first*; nothing if
        it may not."""
        end = self.places[-1].end
        length = self.ruler.width(first, max(end, first), size).emu
        if length <= limit and len(self.text[first:].strip()) >= SHORTEST_LAST_LINE:
            yield len(self.text), ((length - mean) / limit) ** 2


def _places(text: str, bold: bool, phrasing: Phrasing) -> _Places:
    known = phrasing.settled.get((text, bold))
    if known is None:
        phrase_ends = phrasing.phrase_ends(text)
        places, clause = [], 0
        for index in (last for _, last in pieces(text) if is_decent(text, last)):
            found = [mark.end() for mark in CLAUSE_END.finditer(text, clause, index)]
            clause = found[-1] if found else clause
            hurt = None
            if index < len(text) and text[index - 1] not in CLAUSE_ENDS:
                bound = BOUND * phrasing.bond(text[index - 1 : index + 1])
                hurt = (hurt_by(text, index, phrase_ends), bound)
            places.append(_Place(index, len(text[:index].rstrip(" ")), hurt, clause))
        known = phrasing.settled[text, bold] = _Places(text, Ruler(text, bold=bold), tuple(places))
    return cast(_Places, known)


def hurt_by(text: str, index: int, phrase_ends: frozenset[int]) -> float:
    """What a break before *index*, inside of a clause, does to the reader."""
    before = text[:index]
    is_in_name = any(before.count(mark) > before.count(end) for mark, end in ("《》", "“”"))
    if index not in phrase_ends or before[-1] in LEANING or is_in_name:
        return INSIDE_PHRASE
    between_phrases = text[index - 1] in SEAM_AFTER or text[index] in SEAM_BEFORE
    return BETWEEN_PHRASES if between_phrases else BETWEEN_WORDS


def is_decent(text: str, index: int) -> bool:
    """Whether a title may break here: never between a number and its unit."""
    if index in (0, len(text)):
        return True
    before, after = text[index - 1], text[index]
    if before in NOT_LAST or after in NOT_FIRST:
        return False
    return not (before.isdigit() and after in DIGITS_AND_UNITS)

"""Lines of a title that a reader takes in at a glance: even, and broken between phrases.

Only where a title needs more than one line, and only then is BudouX's model
of Chinese phrases loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
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
LEANING = frozenset("和与及暨在对为将向从以把被")
"""Words that lean on the next one: 以…为|核心 is no place for a break."""

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
    counts = [fewest]
    if most is None or fewest < most:
        counts.append(fewest + 1)
    choices = [_best(text, room, size, bold, lines, phrasing) for lines in counts]
    return min(
        (
            Broken(choice.lines, choice.hurt + ANOTHER_LINE * more)
            for more, choice in enumerate(choices)
            if choice is not None
        ),
        key=lambda choice: choice.hurt,
        default=Broken(natural, INSIDE_PHRASE),
    )


def _best(
    text: str, room: Length, size: Length, bold: bool, lines: int, phrasing: Phrasing
) -> Broken | None:
    """The least hurtful way to set *text* in just so many lines; None if there is none."""
    places = _places(text, bold, phrasing)
    limit = room.emu * ROOM
    mean = places.ruler.width(0, len(text), size).emu / lines
    onward_from: dict[int, list[tuple[int, float]]] = {}
    reached: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for _ in range(lines - 1):
        onward: dict[int, tuple[float, tuple[int, ...]]] = {}
        for first, (so_far, path) in reached.items():
            if first not in onward_from:
                onward_from[first] = list(places.costs(first, size, limit, mean))
            for last, step in onward_from[first]:
                found = (so_far + step, (*path, last))
                onward[last] = min(found, onward.get(last, found))
        reached = onward
    ends = [
        (so_far + last_step, (*path, len(text)))
        for first, (so_far, path) in reached.items()
        if (last_step := places.last_cost(first, size, limit, mean)) is not None
    ]
    if not ends:
        return None
    hurt, path = min(ends)
    return Broken(tuple(text[first:last] for first, last in pairwise(path)), hurt)


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
        for place in self.places[:-1]:
            if place.index <= first:
                continue
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

    def last_cost(self, first: int, size: Length, limit: float, mean: float) -> float | None:
        """What it costs if the last line begins at *first*; None if it may not."""
        end = self.places[-1].end
        length = self.ruler.width(first, max(end, first), size).emu
        if length > limit or len(self.text[first:].strip()) < SHORTEST_LAST_LINE:
            return None
        return ((length - mean) / limit) ** 2


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

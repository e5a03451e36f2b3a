"""Lines of a title that a reader takes in at a glance: even, and broken between phrases.

Only where a title needs more than one line, and only then is BudouX's model
of Chinese phrases loaded.
"""

from __future__ import annotations

from itertools import pairwise

from slidegen.arranging.lines import NOT_FIRST, NOT_LAST, ROOM, broken, pieces
from slidegen.arranging.measure import width
from slidegen.arranging.phrasing import Phrasing
from slidegen.units import Length

SHORTEST_LAST_LINE = 3
"""Characters: a last line of one or two looks left over."""

LONGEST_BALANCED = 160
"""Characters; longer text is no title, and is broken where the line ends."""

BETWEEN_WORDS = 0.5
"""How much a break between words costs more than one after ，：；、, in the square of the
share of a line by which lines are uneven."""

BETWEEN_PHRASES = 0.14
"""The same before 和, 在 and their like, and after 的: BudouX's phrases also end inside of
terms (知识|产权), where a break hurts more."""

INSIDE_PHRASE = 1.0
"""The same where BudouX finds no end of a phrase."""

ANOTHER_LINE = 0.25
"""What a line more than need be costs, in the same measure: little enough to keep a term
whole, too much to make lines merely more even."""

SEAM_AFTER = frozenset("的了着上中下》”")
SEAM_BEFORE = frozenset("和与及暨并在对为将向从以把关《“")

DIGITS_AND_UNITS = frozenset("年月日号亿万千百元个名项次届批期周岁度倍成%％℃")


def balanced(
    text: str, room: Length, size: Length, *, bold: bool, most: int | None, phrasing: Phrasing
) -> tuple[str, ...]:
    """*text* in few lines, as even as phrases allow.

    Put together the lines are the text again. If *most* lines do not hold the whole, the
    lines are more than *most*, for the caller to see.
    """
    natural = broken(text, room, size, bold=bold)
    if len(natural) == 1 or len(text) > LONGEST_BALANCED:
        return natural
    phrase_ends = phrasing.phrase_ends(text)
    fewest = len(natural)
    choices = [_best(text, room, size, bold, fewest, phrase_ends)]
    if most is None or fewest < most:
        choices.append(_best(text, room, size, bold, fewest + 1, phrase_ends))
    found = [
        (cost + ANOTHER_LINE * more, lines)
        for more, choice in enumerate(choices)
        if choice is not None
        for cost, lines in (choice,)
    ]
    return min(found)[1] if found else natural


def _best(
    text: str, room: Length, size: Length, bold: bool, lines: int, phrase_ends: frozenset[int]
) -> tuple[float, tuple[str, ...]] | None:
    """The least hurtful way to set *text* in just so many lines, and how much it hurts;
    None if there is none."""
    breaks = [0, *(last for _, last in pieces(text) if _is_decent(text, last))]
    limit = room.emu * ROOM
    widths: dict[tuple[int, int], int] = {}
    for index, first in enumerate(breaks):
        for last in breaks[index + 1 :]:
            length = width(text[first:last].rstrip(" "), size, bold=bold).emu
            if length > limit:
                break
            widths[first, last] = length
    mean = width(text, size, bold=bold).emu / lines

    def cost(first: int, last: int) -> float | None:
        if (first, last) not in widths:
            return None
        if last == len(text):
            if len(text[first:last].strip()) < SHORTEST_LAST_LINE:
                return None
            return ((widths[first, last] - mean) / limit) ** 2
        return ((widths[first, last] - mean) / limit) ** 2 + _hurt(text, last, phrase_ends)

    reached: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for _ in range(lines):
        onward: dict[int, tuple[float, tuple[int, ...]]] = {}
        for first, (so_far, path) in reached.items():
            for last in breaks:
                if last > first and (step := cost(first, last)) is not None:
                    found = (so_far + step, (*path, last))
                    onward[last] = min(found, onward.get(last, found))
        reached = onward
    if len(text) not in reached:
        return None
    hurt, path = reached[len(text)]
    return hurt, tuple(text[first:last] for first, last in pairwise(path))


def _hurt(text: str, index: int, phrase_ends: frozenset[int]) -> float:
    """What a break before *index* does to the reader."""
    if text[index - 1] in "，：；、。！？,:;!?—":
        return 0
    if index not in phrase_ends:
        return INSIDE_PHRASE
    between_phrases = text[index - 1] in SEAM_AFTER or text[index] in SEAM_BEFORE
    return BETWEEN_PHRASES if between_phrases else BETWEEN_WORDS


def _is_decent(text: str, index: int) -> bool:
    """Whether a title may break here: never between a number and its unit."""
    if index in (0, len(text)):
        return True
    before, after = text[index - 1], text[index]
    if before in NOT_LAST or after in NOT_FIRST:
        return False
    return not (before.isdigit() and after in DIGITS_AND_UNITS)

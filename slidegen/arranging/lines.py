"""Where lines break, as the programs that show the deck will break them.

Chinese text breaks between any two characters save that closing punctuation
never begins a line nor opening punctuation ends one (GB/T 15834-2011, CLREQ
3.1.8); Latin words and numbers stay whole. What is counted here is never less
than what is drawn: widths are the widest of several fonts, and a little room
is kept back.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from slidegen.arranging.measure import EM, advances
from slidegen.units import Length

ROOM = 0.985
"""The share of a line that is filled: renderers differ by about a hundredth."""

NOT_FIRST = frozenset(
    "!%),.:;?]}¢°·’”†‡›℃∶、。〃〆〉》」』】〕〗〞﹐﹑﹒﹔﹕﹖﹗！＂％＇），．：；？］｝～…—‰々"
)
"""Never at the beginning of a line."""

NOT_LAST = frozenset("$(*[{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥#＃")
"""Never at the end of a line."""


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the pieces that no line break may fall inside, in order, without a gap.

    A space belongs to the piece before it.
    """
    start = 0
    for index in range(1, len(text)):
        if _may_break(text, index):
            yield start, index
            start = index
    if text:
        yield start, len(text)


def _may_break(text: str, index: int) -> bool:
    before, after = text[index - 1], text[index]
    if after == " " or after in NOT_FIRST or before in NOT_LAST:
        return False
    if before in " \n":
        return True
    if _is_wide(before) or _is_wide(after):
        return not unicodedata.combining(after)
    return before in "-‐" and _is_letter(after) and index > 1 and _is_letter(text[index - 2])


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _is_letter(character: str) -> bool:
    return character.isalpha()


def broken(text: str, room: Length, size: Length, *, bold: bool = False) -> tuple[str, ...]:
    """*text* in lines that fit into *room*; put together they are the text again.

    A newline in the text ends a line. A piece that is wider than a line is broken
    anywhere, as programs do. There is always at least one line.
    """
    return tuple(
        line
        for part in text.split("\n")
        for line in (_lines(part, room, size, bold) if part else ("",))
    )


def _lines(text: str, room: Length, size: Length, bold: bool) -> Iterator[str]:
    table = advances(bold)
    limit = int(room.ratio(size) * EM * ROOM)
    start = used = 0
    for first, last in pieces(text):
        piece = text[first:last]
        ink = sum(table[character] for character in piece.rstrip(" "))
        if used + ink > limit and first > start:
            yield text[start:first]
            start, used = first, 0
        if ink > limit:
            for offset, character in enumerate(piece, first):
                if used + table[character] > limit and offset > start:
                    yield text[start:offset]
                    start, used = offset, 0
                used += table[character]
        else:
            used += ink + table[" "] * (len(piece) - len(piece.rstrip(" ")))
    yield text[start:]


def count(text: str, room: Length, size: Length, *, bold: bool = False) -> int:
    """How many lines *text* takes."""
    return len(broken(text, room, size, bold=bold))

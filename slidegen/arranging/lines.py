"""Where lines break, as the programs that show the deck will break them.

Chinese text breaks between any two characters save that closing punctuation
never begins a line nor opening punctuation ends one (GB/T 15834-2011, CLREQ
3.1.8); Latin words and numbers with their signs stay whole. What is counted
here is never less than what is drawn: widths are the widest of several fonts,
a little room is kept back, and where programs differ, no break is counted on.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from slidegen.arranging.measure import EM, SEAM, advances, seams
from slidegen.units import Length

ROOM = 0.985
"""The share of a line that is filled: renderers differ by about a hundredth."""

NOT_FIRST = frozenset(
    "!%),.:;?]}¢°·’”†‡›»℃℉∶、。〃〆〉》」』】〕〗〞﹐﹑﹒﹔﹕﹖﹗！＂％＇），．：；？］｀｜｝～…—‰′″々ー"
)
"""Never at the beginning of a line."""

NOT_LAST = frozenset("$(*[{£¥€‘“‹«〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥#＃№+±−")
"""Never at the end of a line."""

DOUBTFUL = frozenset("\"'/\\|&@_~-‐–=<>^×÷")
"""Signs before or behind which some programs break and others do not."""


def pieces(text: str, held: Collection[int] = ()) -> Iterator[tuple[int, int]]:
    """Offsets of the pieces that no line break may fall inside, in order, without a gap.

    A space belongs to the piece before it. Nor may a break fall before an offset in *held*.
    """
    start = 0
    for index in range(1, len(text)):
        if may_break(text, index) and index not in held:
            yield start, index
            start = index
    if text:
        yield start, len(text)


def may_break(text: str, index: int) -> bool:
    """Whether a line may end before the character at *index*, which is not the first."""
    before, after = text[index - 1], text[index]
    if after in " \n" or after in NOT_FIRST or before in NOT_LAST:
        return False
    if before in " \n":
        return True
    if after in DOUBTFUL:
        return False
    if before in DOUBTFUL:
        # well-known: but not -5, 2024-12 or --
        return before in "-‐" and after.isalpha() and index > 1 and text[index - 2].isalpha()
    return (_is_wide(before) or _is_wide(after)) and not unicodedata.combining(after)


@lru_cache(maxsize=8192)
def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def broken(
    text: str,
    room: Length,
    size: Length,
    *,
    bold: bool = False,
    code: bool = False,
    held: Collection[int] = (),
) -> tuple[str, ...]:
    """*text* in lines that fit into *room*; put together they are the text again.

    A newline in the text ends a line, and is none of its characters. A piece that is wider
    than a line is broken anywhere, as programs do. There is always at least one line.
    """
    limit = int(room.ratio(size) * EM * ROOM)
    return _broken(text, limit, bold, code, frozenset(held))


REMEMBERED = 4096
"""Texts: a deck is arranged twice, and its pages at several sizes."""


@lru_cache(maxsize=REMEMBERED)
def _broken(text: str, limit: int, bold: bool, code: bool, held: frozenset[int]) -> tuple[str, ...]:
    table = advances(text, bold=bold, code=code)
    lines: list[str] = []
    done = 0
    for part in text.split("\n"):
        inside = [offset - done for offset in held] if held else ()
        lines.extend(_lines(part, limit, table, inside) if part else ("",))
        done += len(part) + 1
    return tuple(lines)


def _lines(text: str, limit: int, table: Mapping[str, int], held: Collection[int]) -> Iterator[str]:
    spaced = seams(text)
    taken = [table[mark] + (SEAM if i in spaced else 0) for i, mark in enumerate(text)]
    if sum(taken) <= limit:
        yield text
        return
    start = used = 0
    for first, last in pieces(text, held):
        ink = sum(taken[first : first + len(text[first:last].rstrip(" "))])
        if used + ink > limit and first > start:
            yield text[start:first]
            start = first
            used = -SEAM if first in spaced else 0
        if used + ink > limit:
            for offset in range(first, last):
                if used + taken[offset] > limit and offset > start:
                    yield text[start:offset]
                    start, used = offset, 0
                used += taken[offset]
            used = limit  # LibreOffice sets nothing behind the end of a long link
        else:
            used += sum(taken[first:last])
    yield text[start:]


def count(text: str, room: Length, size: Length, *, bold: bool = False, code: bool = False) -> int:
    """How many lines *text* takes."""
    return len(broken(text, room, size, bold=bold, code=code))

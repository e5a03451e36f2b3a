"""Where lines break, as the programs that show the deck will break them.

Chinese text breaks between any two characters save that closing punctuation
never begins a line nor opening punctuation ends one (GB/T 15834-2011, CLREQ
3.1.8); Latin words and numbers with their signs stay whole. What is counted
here is never less than what is drawn: widths are the widest of several fonts,
a little room is kept back, and where programs differ, no break is counted on.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate

from slidegen.arranging.measure import EM, SEAM, advances, seams
from slidegen.patterns import compiled
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

_CLINGING = compiled("[“‘，。、．）】》」』〕〉〗％℃”’](?=[0-9A-Za-zÀ-ɏͰ-ӿ])")


def clinging(text: str) -> frozenset[int]:
    """Offsets at which LibreOffice ends no line if the Latin word or number behind them fits it
    in part: behind closing punctuation, as UAX #14 had it before version 5.2, and before “."""
    marks = _CLINGING.finditer(text)
    found = [mark.start() if mark.group() in "“‘" else mark.end() for mark in marks]
    return frozenset([at for at in found if text[at - 1] != " "])


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
    taken = list(map(table.__getitem__, text))
    for index in spaced:
        taken[index] += SEAM
    ends = list(accumulate(taken, initial=0))
    start = 0
    while start < len(text):
        # Neither a seam before a line nor spaces behind it take any of its room.
        room = limit + (SEAM if start in spaced else 0)
        reach = bisect_right(ends, ends[start] + room) - 1
        while reach < len(text) and text[reach] == " ":
            reach += 1
        end = _last_break(text, start, reach, held)
        if end is None:
            end = _next_break(text, reach, held)
            for offset in range(start + 1, end):
                if ends[offset + 1] - ends[start] > room:
                    yield text[start:offset]
                    start, room = offset, limit
            # LibreOffice sets nothing behind the end of a long link
        yield text[start:end]
        start = end


def _last_break(text: str, start: int, reach: int, held: Collection[int]) -> int | None:
    """Where a line ends that begins at *start* and has room up to *reach*; None if it may not."""
    if reach == len(text):
        return reach
    places = range(reach, start, -1)
    return next((at for at in places if may_break(text, at) and at not in held), None)


def _next_break(text: str, start: int, held: Collection[int]) -> int:
    places = range(start + 1, len(text))
    return next((at for at in places if may_break(text, at) and at not in held), len(text))


def count(text: str, room: Length, size: Length, *, bold: bool = False, code: bool = False) -> int:
    """How many lines *text* takes."""
    return len(broken(text, room, size, bold=bold, code=code))

"""Documents with harm done to them where it tells: at tags, control words, lines and numbers.

Random bytes mostly end in the first check of a parser. Here whole pieces of a document are
moved, doubled, nested and left open, and its numbers become those that programs trip over;
the rest of the time libFuzzer's own mutations have their turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

PIECES = re.compile(rb"<[^<>]*>|\\[a-z]+-?\d*|[{}]|\r?\n|[^<>{}\\\r\n]+|.", re.DOTALL)
"""What tags, RTF's control words and braces, and lines leave of a document: any of its forms."""
NUMBER = re.compile(rb"\d+")
VALUES = (b"0", b"1", b"-1", b"7", b"65536", b"2147483648", b"99999999999999999999", b"1e9", b"")
TEXTS = tuple(
    text.encode()
    for text in (
        "一、", "（一）", "1.", "（1）", "第一章 ", "第九百九十九条 ", "目　录", "附件：",
        "同志们：",         "“", "”", "（", "》", "。", "；", "\u3000", "\u200b", "\u202e", "\x0b",
        "\x00", "\ud7ff", "𠮷", "e\u0301", "👨‍👩‍👧", "2024年13月45日", "增长-1.5%", "**", "__",
        "`", "[^1]", "![](", "|", "---", "> ", "- ", "# ", "<!--", "&amp;", "&#0;", "$$", "\t",
    )
)  # fmt: skip
"""Marks that rules look for, and characters that few programs expect."""

Change = Callable[[list[bytes], Random], list[bytes]]


def _span(pieces: Sequence[bytes], random: Random) -> tuple[int, int]:
    start = random.randrange(len(pieces))
    return start, min(len(pieces), start + random.choice((1, 1, 2, 5, 20)))


def without(pieces: list[bytes], random: Random) -> list[bytes]:
    start, end = _span(pieces, random)
    return pieces[:start] + pieces[end:]


def repeated(pieces: list[bytes], random: Random) -> list[bytes]:
    start, end = _span(pieces, random)
    return pieces[:start] + pieces[start:end] * random.choice((2, 2, 3, 30)) + pieces[end:]


def moved(pieces: list[bytes], random: Random) -> list[bytes]:
    start, end = _span(pieces, random)
    rest = pieces[:start] + pieces[end:]
    there = random.randrange(len(rest) + 1)
    return rest[:there] + pieces[start:end] + rest[there:]


def renumbered(pieces: list[bytes], random: Random) -> list[bytes]:
    numbered = [at for at, piece in enumerate(pieces) if NUMBER.search(piece)]
    if not numbered:
        return pieces
    at, value = random.choice(numbered), random.choice(VALUES)
    return [*pieces[:at], NUMBER.sub(value, pieces[at], count=1), *pieces[at + 1 :]]


def with_text(pieces: list[bytes], random: Random) -> list[bytes]:
    at = random.randrange(len(pieces) + 1)
    return [*pieces[:at], random.choice(TEXTS) * random.choice((1, 1, 1, 50)), *pieces[at:]]


def swapped(pieces: list[bytes], random: Random) -> list[bytes]:
    one, other = random.randrange(len(pieces)), random.randrange(len(pieces))
    pieces[one], pieces[other] = pieces[other], pieces[one]
    return pieces


CHANGES: Sequence[Change] = (without, repeated, moved, renumbered, with_text, swapped)


def mutated(data: bytes, seed: int, largest: int) -> bytes:
    """*data* with one to four changes, the same for the same *seed*; at most *largest* bytes."""
    random = Random(seed)
    pieces = PIECES.findall(data)
    for _ in range(random.randint(1, 4)):
        if pieces:
            pieces = random.choice(CHANGES)(pieces, random)
    return b"".join(pieces)[:largest]

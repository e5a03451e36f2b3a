"""A glossary at the end of a document: terms as heads, what each means below it.

`新质生产力：是指……` or `Step-free access: …`, one after the other under a heading that says what
they are; or the term in a line of its own, and the meaning in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from slidegen.document import Block, Heading, ListBlock, Paragraph
from slidegen.passage import Passage
from slidegen.patterns import compiled
from slidegen.planning.headlines import headline, without_end_mark
from slidegen.planning.parts import told
from slidegen.point import Point

TITLE = compiled(
    r"[\[(（【]?.{0,12}(?:名词|术语|詞語|词语|缩略语|名詞|術語)(?:术语|注释)?"
    r"(?:解释|注释|说明|释义|解釋|註釋|說明|釋義)[\])）】]?\s*[:：]?"
    r"|(?:glossary(?: of terms)?|terms and definitions)\s*:?",
    re.IGNORECASE,
)
ENTRY = compiled(
    r"\s*(?P<number>[(（]?\d{1,3}\s*[.．、)）]\s*)?(?P<term>[^。；;：:]{1,40}?)\s*"
    r"(?:[：:]|\s[–—-]\s|——)\s*(?P<meaning>.*)",
    re.DOTALL,
)
WAITING = compiled("(?:包括|如下|分为|including|follows)$")
"""How a meaning ends whose substance is in what follows."""
FEWEST = 2


class Glossary(Struct, frozen=True):
    title: Passage
    points: tuple[Point, ...]
    terms: int
    used: int
    """Blocks, its title among them."""


def glossary(blocks: Sequence[Block]) -> Glossary | None:
    """The one that *blocks* begin with; None if there is none."""
    first = blocks[0]
    if not isinstance(first, Paragraph | Heading) or not TITLE.fullmatch(first.passage.text):
        return None
    points: list[Point] = []
    terms, used = 0, 1
    while used < len(blocks) and (entry := tuple(_entry(blocks[used:]))):
        lines = [found for found, _ in entry]
        points += [point for line in lines for point in line]
        terms += len(lines)
        used += sum(taken for _, taken in entry)
    if terms < FEWEST:
        return None
    return Glossary(without_end_mark(first.passage.strip()), tuple(points), terms, used)


def _entry(blocks: Sequence[Block]) -> Iterator[tuple[tuple[Point, ...], int]]:
    """The entries of the first block, with how many blocks they take; none if it is no entry."""
    match blocks[0]:
        case ListBlock() as listed:
            entries = [_term_and_meaning(text) for text in told((listed,))]
            if all(entries):
                yield from ((entry, int(not at)) for at, entry in enumerate(filter(None, entries)))
        case Paragraph(passage):
            entry = _term_and_meaning(passage)
            if entry is None:
                return
            following = blocks[1] if len(entry) == 1 and len(blocks) > 1 else None
            if isinstance(following, Paragraph) and not _is_alike(following.passage, passage):
                yield (*entry, *_meaning(following.passage)), 2
            elif len(entry) > 1:
                yield entry, 1
        case _:
            pass


def _is_alike(one: Passage, other: Passage) -> bool:
    """Whether both are entries, with a number or without: a meaning may have a colon, too."""
    first, second = ENTRY.fullmatch(one.text), ENTRY.fullmatch(other.text)
    return bool(first and second and bool(first["number"]) == bool(second["number"]))


def _term_and_meaning(passage: Passage) -> tuple[Point, ...] | None:
    match = ENTRY.fullmatch(passage.text)
    if match is None:
        return None
    term = passage[match.start("term") : match.end("term")].strip()
    meaning = passage[match.start("meaning") : match.end("meaning")]
    return (Point(term, role="head", why="term"), *_meaning(meaning)) if term else None


def _meaning(passage: Passage) -> tuple[Point, ...]:
    said = headline(passage) if passage else passage
    return (Point(said, level=2, why="meaning"),) if said and not WAITING.search(said.text) else ()

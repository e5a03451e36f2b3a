"""Blocks to parts: each the points that are shown of a text, with the text that they stand for.

A part keeps points and notes together until it is known on which slide they
are; so no text can be lost between them, nor come twice.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from msgspec.structs import replace

from slidegen.deck import Point
from slidegen.document import (
    Block,
    Code,
    Exhibit,
    Footnote,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Table,
    passages,
)
from slidegen.passage import EMPTY, Passage
from slidegen.patterns import compiled
from slidegen.planning.captioning import is_caption, says_unit
from slidegen.planning.choosing.when import time_at_head
from slidegen.planning.clauses import Span, is_chinese, sentences
from slidegen.planning.condensing import LEAST, chosen_of, key_points
from slidegen.planning.english.enumerating import english_enumeration
from slidegen.planning.enumerating import enumeration
from slidegen.planning.headlines import headline, lead_sentence, owed_headline
from slidegen.planning.manners import Manner
from slidegen.planning.maxims import maxim_of
from slidegen.planning.phasing import phases
from slidegen.point import Part
from slidegen.traditional import simplified

LONGEST_ANNOUNCEMENT = 80
DEEPEST = 3
"""A slide has no more levels than this."""


def parts_in(body: Iterable[Block]) -> tuple[Part, ...]:
    """The parts of a condensed *body*; what has no slide of its own is only told."""
    return tuple(part for block in body if (part := _part_of(block)))


def _part_of(block: Block) -> Part | None:
    match block:
        case Part():
            return block
        case Table(is_shown=False) | Picture(is_shown=False) | Code(is_shown=False):
            return Part(told=passages(block))
        case _:
            return None


def gathered(parts: Iterable[Part]) -> tuple[tuple[Passage, ...], tuple[Point, ...]]:
    """What is said before the first point, and the points, each with what is said to it."""
    before: list[Passage] = []
    points: list[Point] = []
    for part in parts:
        if part.points:
            first, *others = part.points
            points.append(replace(first, notes=first.notes + part.told))
            points.extend(others)
        elif points:
            points[-1] = replace(points[-1], notes=points[-1].notes + part.told)
        else:
            before.extend(part.told)
    return tuple(before), tuple(points)


def at_least_one(
    texts: tuple[Passage, ...],
) -> tuple[tuple[Passage, ...], tuple[Point, ...]]:
    """A point for texts of which none is worth one; with what is said before it."""
    for number, text in enumerate(texts):
        if words := headline(text):
            return texts[:number], (Point(words, why="lead", notes=texts[number:]),)
    owed = owed_headline(texts[0]) if texts else EMPTY
    return ((), (Point(owed, why="lead", notes=texts),)) if owed else (texts, ())


def told(blocks: Iterable[Block]) -> tuple[Passage, ...]:
    """All text of *blocks* that a speaker can say: everything but what tables and pictures show.

    What a slide's own notes among them say already is not said twice.
    """
    blocks = tuple(blocks)
    notes = notes_in_place(blocks)
    return tuple(
        passage
        for block in blocks
        for passage in _told(block)
        if passage and (_is_in_place(block) or not says(notes, passage))
    )


def notes_in_place(blocks: Iterable[Block]) -> str:
    """What is said where it stands, as the notes of a slide that was read, to be asked `says`."""
    texts = (p.text for block in blocks if _is_in_place(block) for p in _told(block))
    return "\n".join(map(_folded, texts))


def says(notes: str, passage: Passage) -> bool:
    """Whether the words of *passage* are among *notes*, whatever their punctuation's width."""
    return bool(notes) and _folded(passage.text) in notes


def _is_in_place(block: Block) -> bool:
    return isinstance(block, Footnote) and not block.label


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _told(block: Block) -> Iterator[Passage]:
    match block:
        case Paragraph(passage) | Heading(passage):
            yield passage
        case ListBlock(items):
            for item in items:
                yield from told(item.blocks)
        case Quote(blocks) | Footnote(_, blocks):
            yield from told(blocks)
        case Code(lines, is_shown=is_shown):
            yield from () if is_shown else lines
        case Part(_, texts):
            yield from texts
        case Table(is_shown=False) | Picture(is_shown=False):
            yield from passages(block)
        case Table() | Picture() | Rule():
            pass
        case _:
            assert_never(block)


def exhibits(blocks: Iterable[Block]) -> Iterator[Exhibit]:
    """The tables and pictures in *blocks*, however deep, and code that is to be shown."""
    for block in blocks:
        match block:
            case Table() | Picture() | Code(is_shown=True):
                yield block
            case ListBlock(items):
                for item in items:
                    yield from exhibits(item.blocks)
            case Quote(inner) | Footnote(_, inner):
                yield from exhibits(inner)
            case _:
                pass


def parts_of(
    blocks: Iterable[Block], *, most: int | None, heading: str = "", level: int = 1
) -> tuple[Part, ...]:
    """A part for each block; *most* points of each paragraph, None as many as it is worth."""
    blocks = tuple(blocks)
    notes = notes_in_place(blocks)
    parts = (
        part
        for block, following in with_next(blocks)
        for part in (
            (Part(told=told((block,))),)
            if announced(block, following)
            else _parts(block, most=most, heading=heading, level=level)
        )
    )
    return tuple(_untold(part, notes) if part.points else part for part in parts)


def _untold(part: Part, notes: str) -> Part:
    """*part* without the text that *notes* say for it."""
    return replace(part, told=tuple(text for text in part.told if not says(notes, text)))


def with_next(blocks: Iterable[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Each block with the one after it; None after the last. What says the unit of a table is
    passed over, since it stands between this and its caption."""
    listed = list(blocks)
    for at, block in enumerate(listed, 1):
        yield block, next((after for after in listed[at:] if not says_unit(after)), None)


def announced(block: Block, following: Block | None) -> Passage:
    """The words with which *block* announces the table or picture after it (`情况如下：`), or
    which are its caption or unit.

    Empty if it does not. They are its title, so they are no point.
    """
    if isinstance(block, Paragraph) and isinstance(following, Table | Picture):
        text = block.passage.text.rstrip()
        if text.endswith(("：", ":")) and len(text) <= LONGEST_ANNOUNCEMENT:
            return headline(block.passage)
        if isinstance(following, Table) and (is_caption(text) or says_unit(block)):
            return block.passage.strip()
    return EMPTY


MARKED = compiled(
    r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]|"
    r"[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]))[\s\u3000]*(?=\S)"
)
"""The number of an item that stands as a paragraph: `（三）法律规定的其他情形。`"""


def item_points(blocks: Iterable[Block], level: int) -> tuple[Point, ...]:
    """The paragraphs among *blocks* that are items of a numbered list, two or more."""
    items = tuple(
        point
        for block in blocks
        if isinstance(block, Paragraph) and (point := _item_point(block.passage, level))
    )
    return items if len(items) > 1 else ()


def _item_point(passage: Passage, level: int) -> Point | None:
    match = MARKED.match(passage.text)
    if match is None:
        return None
    words = owed_headline(passage[match.end() :])
    return Point(words, level, marker=match.group().strip(), why="item") if words else None


def _parts(block: Block, *, most: int | None, heading: str, level: int) -> Iterator[Part]:
    if maxim := maxim_of(block):
        yield Part((Point(maxim, level, "quote", why="quote"),), told((block,)))
        return
    match block:
        case Paragraph(passage):
            yield Part(
                paragraph_points(passage, most=most, heading=heading, level=level), (passage,)
            )
        case Heading(passage):
            yield Part((Point(owed_headline(passage), level, "head", why="heading"),), (passage,))
        case ListBlock(items):
            for item in items:
                yield from _item_parts(item, level)
        case Quote(blocks):
            yield from parts_of(blocks, most=most, heading=heading, level=level)
        case Footnote() | Code():
            yield Part(told=told((block,)))
        case Table() | Picture() | Rule() | Part():
            pass
        case _:
            assert_never(block)


def _item_parts(item: ListItem, level: int) -> Iterator[Part]:
    level = min(level, DEEPEST)
    rest = list(item.blocks)
    first = rest.pop(0) if rest and isinstance(rest[0], Paragraph) else None
    if isinstance(first, Paragraph) and first.passage:
        shown = owed_headline(first.passage)
        marker = item.marker if item.marker and any(map(str.isalnum, item.marker)) else None
        point = Point(shown, level, marker=marker, why="item")
        yield Part((point,) if shown else (), (first.passage,))
    for block in rest:
        if isinstance(block, ListBlock):
            yield from _parts(block, most=None, heading="", level=level + 1)
        else:
            yield Part(told=told((block,)))


def paragraph_points(
    passage: Passage,
    *,
    most: int | None,
    heading: str = "",
    level: int = 1,
    manner: Manner | None = None,
) -> tuple[Point, ...]:
    """The points of one paragraph: what it counts off, or its lead with what supports it, or
    the clauses that are worth most, by *manner* or the table of its language."""
    below = min(level + 1, DEEPEST)
    if item := _item_point(passage, level):
        return (item,)
    if counted := counted_points(passage, level=level, most=most):
        return counted
    if timed := phase_points(passage, level=level):
        return timed
    lead, rest = lead_sentence(passage)
    if lead:
        number = worth(rest) if most is None else most - 1
        under = key_points(rest, number, heading=f"{heading}{lead}", level=below, manner=manner)
        return (Point(lead, level, "head" if under else "point", why="lead"), *under)
    number = worth(passage) if most is None else min(most, worth(passage))
    return key_points(passage, number, heading=heading, level=level, manner=manner)


def counted_points(passage: Passage, *, level: int, most: int | None = None) -> tuple[Point, ...]:
    """The items that *passage* counts off, under what announces them; empty if it does not."""
    text = passage.text
    found = enumeration(simplified(text)) if is_chinese(text) else english_enumeration(text)
    if found is None:
        return ()
    texts = [passage[item.start : item.end] for item in found.items]
    lead_in = (
        headline(passage[found.lead_in.start : found.lead_in.end]) if len(found.lead_in) else EMPTY
    )
    level_of_items = min(level + 1, DEEPEST) if lead_in else level
    items = [_counted_item(item, level_of_items) for item in texts]
    if not all(items):
        return ()
    shown = items if most is None else items[: max(most, 3)]
    head = (Point(lead_in, level, "head", why="lead"),) if lead_in else ()
    return (*head, *(point for item in shown for point in item))


def phase_points(passage: Passage, *, level: int) -> tuple[Point, ...]:
    """The phases that *passage* goes through, each with its time, under what announces them;
    empty if it does not."""
    found = phases(simplified(passage.text))
    if found is None:
        return ()
    lead_in = headline(passage[found.lead_in.start : found.lead_in.end])
    if found.lead_in and not lead_in:
        return ()
    shown = [_phase(passage[item.start : item.end]) for item in found.items]
    below = min(level + 1, DEEPEST) if lead_in else level
    head = (Point(lead_in, level, "head", why="lead"),) if lead_in else ()
    phase = tuple(Point(words, below, why="phase") for words in shown)
    return (*head, *phase) if all(shown) else ()


def _phase(item: Passage) -> Passage:
    """The time with what is then, as much of it as makes a line; empty where that cannot be cut
    off."""
    time = time_at_head(simplified(item.text))
    if time is None:
        return EMPTY
    first, *_ = sentences(item.text[time.rest :]) or (Span(0, 0),)
    rest = item[time.rest : time.rest + first.end]
    said = headline(rest, LONGEST_ITEM) if is_chinese(item.text) else headline(rest)
    return item[: time.rest + len(said)] if said and rest.text.startswith(said.text) else EMPTY


LONGEST_ITEM = 32
"""A line of a slide; an item with more characters is cut, where it can be, to its first clauses."""


def _counted_item(item: Passage, level: int) -> tuple[Point, ...]:
    """The line of an item; what it names in a sentence of its own is told in one below it."""
    lead, rest = lead_sentence(item)
    if lead and level < DEEPEST and (under := key_points(rest, 1, heading=lead.text)):
        return (
            Point(lead, level, "head", why="enumeration"),
            *(replace(point, level=level + 1) for point in under),
        )
    words = headline(item, LONGEST_ITEM) if is_chinese(item.text) else EMPTY
    words = words or headline(item)
    return (Point(words, level, why="enumeration"),) if words else ()


VARIETY = 0.6
"""What a figure beside measures is worth besides, or a measure beside figures: of two points
under a heading, one says what is done and one what comes of it. More points vary by themselves."""
PAIR = 2


def best_points(
    blocks: Sequence[Block],
    most: int,
    *,
    heading: str = "",
    level: int = 1,
    least: float | None = LEAST,
) -> tuple[Point, ...]:
    """The *most* weighty points of all paragraphs together, in order of the text.

    *least* is the least weight of one; None as its language says for a text that is shown fully.
    """
    shown = [block for block in blocks if not isinstance(block, Footnote)]
    paragraphs = [passage for passage in told(shown) if passage]
    texts = [passage.text for passage in paragraphs]
    variety = VARIETY if most <= PAIR else 0.0
    choices = chosen_of(texts, most, heading=heading, least=least, variety=variety)
    return tuple(
        Point(paragraphs[c.text][c.span.start : c.span.end], level, why=c.why) for c in choices
    )


WORTH = ((60, 1), (80, 2), (120, 3))
WORTH_ENGLISH = ((110, 1), (200, 2), (330, 3))
"""How many points a paragraph of up to so many characters is worth; four beyond."""
MOST_WORTH = 4


def worth(passage: Passage) -> int:
    """How many points the text is worth on a slide that shows it fully."""
    table = WORTH if is_chinese(passage.text) else WORTH_ENGLISH
    return next((number for longest, number in table if len(passage) <= longest), MOST_WORTH)

"""The lines above a page's text: its title, then date, source and author.

They often stand in a box of their own beside the text, so they are sought in the page as
it is seen: the title by what the page states as its title or marks as a heading, the rest
between it and the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from slidegen.patterns import compiled
from slidegen.reading.web.boxes import Box, Flow
from slidegen.reading.web.main_text import MainText
from slidegen.reading.web.stated import Stated, squeezed
from slidegen.reading.web.tables import cells_of, rows_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LONGEST_TITLE = 120
"""Letters."""
LONGEST_LINE = 160
"""Letters of a line of the head."""
MOST_LINES = 16
"""Between title and text; more is the site's."""
WITHIN = 40
"""Flows of the text itself among which the title is looked for; the record of a government
page has thirty."""
TITLE_LABEL = compiled(r"\s*(?:标\s*题|名\s*称|信息名称)\s*[:：]?\s*")
RECORD = compiled(
    r"\s*(?:索\s*引\s*号|信息索引号|主\s*题\s*分\s*类|信\s*息\s*分\s*类|发\s*文\s*机\s*关|发\s*布\s*机\s*构|成\s*文\s*日\s*期|发\s*文\s*字\s*号"
    r"|文\s*号|发\s*布\s*日\s*期|生\s*成\s*日\s*期|公\s*开\s*日\s*期|标\s*题|名\s*称|主\s*题\s*词|关\s*键\s*词|有\s*效\s*性|公文种类|组配分类)"
    r"\s*[:：]?.{0,80}",
    re.DOTALL,
)
"""Entries of the record that government pages have (公文要素)."""
FEWEST_ENTRIES = 3


class Head(Struct, frozen=True):
    title: Flow | Box | None = None
    """A heading's box, or the flow of an unmarked title; it may lie in the text."""
    is_inside: bool = False
    """Whether it lies in the text."""
    above: tuple[Flow, ...] = ()
    """The record of the page."""
    below: tuple[Flow, ...] = ()
    """Date, source, author and whatever else stands between title and text."""


class _Seen(Struct, frozen=True):
    """A flow in the page's order."""

    flow: Flow
    heading: Box | None
    is_chrome: bool
    is_text: bool


def head_of(root: Box, text: MainText, stated: Stated) -> Head:
    seen = tuple(_seen(root, text))
    start = next((i for i, one in enumerate(seen) if one.is_text and one.flow.letters), len(seen))
    at = _title_at(seen, start, stated)
    if at is None:
        return Head(above=_record(seen[:start]))
    title = seen[at].heading or seen[at].flow
    if at >= start:
        return Head(title, True, _record(seen[:start]))
    after = next(
        (i for i in range(at, start) if seen[i].heading is None or seen[i].heading is not title),
        start,
    )
    between = seen[max(after, at + 1) : start]
    return Head(title, False, _record(seen[:at]), tuple(_lines(between, title.text)))


def _seen(root: Box, text: MainText) -> Iterator[_Seen]:
    chosen = {id(child) for child in text.chosen}

    def visit(
        child: Box | Flow, heading: Box | None, is_chrome: bool, is_text: bool
    ) -> Iterator[_Seen]:
        is_chrome = is_chrome or not text.holds(child)
        is_text = (is_text or id(child) in chosen) and not is_chrome
        match child:
            case Flow():
                yield _Seen(child, heading, is_chrome, is_text)
            case Box():
                if child.tag in HEADINGS:
                    heading = child
                if child.tag == "header" and is_chrome and _holds_h1(child):
                    is_chrome = False
                for inner in child.children:
                    yield from visit(inner, heading, is_chrome, is_text)

    yield from visit(root, None, False, False)


def _holds_h1(box: Box) -> bool:
    return any(inner.tag == "h1" for inner in box.boxes())


def _title_at(seen: Sequence[_Seen], start: int, stated: Stated) -> int | None:
    """Where the title is: what the page states, as a heading if it is one somewhere; else
    the heading nearest above the text, if it is of the first level."""
    above = [i for i in range(start) if not seen[i].is_chrome]
    inside = [i for i in range(start, len(seen)) if seen[i].is_text and seen[i].flow.letters]
    above, top = (
        [i for i in places if 0 < _whole(seen[i]).letters <= LONGEST_TITLE]
        for places in (above, inside[:WITHIN])
    )
    for is_marked in (True, False):
        for places, nearest in ((above, -1), (top, 0)):
            said = [
                i
                for i in places
                if (seen[i].heading is not None if is_marked else not _is_entry(seen, i))
                and stated.is_title(_whole(seen[i]).text)
            ]
            if said:
                return said[nearest]
    firsts = [
        i
        for i in (*reversed(above), *inside[:1])
        if _is_h1(seen[i]) and not stated.is_site(_whole(seen[i]).text)
    ]
    return firsts[0] if firsts else None


def _is_entry(seen: Sequence[_Seen], at: int) -> bool:
    """Whether the flow is the value of 标题 in a record."""
    return at > 0 and TITLE_LABEL.fullmatch(seen[at - 1].flow.text) is not None


def _is_h1(one: _Seen) -> bool:
    return one.heading is not None and one.heading.tag == "h1"


def _whole(one: _Seen) -> Flow | Box:
    return one.heading or one.flow


def _lines(between: Sequence[_Seen], title: str) -> Iterator[Flow]:
    """The lines of the head among those between title and text, each once."""
    said = {squeezed(title)}
    candidates = []
    for one in between:
        text = squeezed(one.flow.text)
        if one.is_chrome or not text or text in said or one.flow.letters > LONGEST_LINE:
            continue
        said.add(text)
        if 2 * one.flow.linked <= one.flow.letters:
            candidates.append(one.flow)
    yield from candidates if len(candidates) <= MOST_LINES else ()


def _record(seen: Sequence[_Seen]) -> tuple[Flow, ...]:
    """The entries of the page's record, with the values in the cells behind their labels."""
    labels = [
        i for i, one in enumerate(seen) if one.flow.letters and RECORD.fullmatch(one.flow.text)
    ]
    if len(labels) < FEWEST_ENTRIES:
        return ()
    first, last = labels[0], labels[-1]
    has_value = last + 1 < len(seen) and seen[last].flow.text.rstrip().endswith((":", "："))
    return tuple(one.flow for one in seen[first : last + 1 + has_value] if one.flow.letters)


def is_record(table: Box) -> bool:
    """Whether it is the record of a government page, an entry in each row or cell."""
    cells = [cell for row in rows_of(table) for cell in cells_of(row) if cell.letters]
    labels = [cell for cell in cells if RECORD.fullmatch(cell.text)]
    return len(labels) >= 3 and 2 * len(labels) >= len(cells) - 1

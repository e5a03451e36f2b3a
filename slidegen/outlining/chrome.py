"""Website chrome: what the page around a document says, dropped by rule.

A pasted document brings its page along: breadcrumbs, font-size bars, credits,
related links. Each such line is taken out with the reason for it, so that a
person can see what went and the later steps never meet it. What the rules
look for stands in `page_furniture`; where they apply is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from slidegen.document import (
    Block,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Rule,
    passages,
)
from slidegen.outline import Dropped
from slidegen.outlining.folding import folded, line_of, source_lines, squeezed
from slidegen.outlining.numbering import Kind, marker_at
from slidegen.outlining.page_furniture import (
    ANYWHERE,
    AT_EDGES,
    AT_HEAD,
    AT_TAIL,
    BESIDE_TAIL,
    OPENS_TAIL,
    is_comment,
    reason_for,
)
from slidegen.outlining.vocabulary import ENGLISH_SALUTATION, SALUTATION
from slidegen.passage import EMPTY, Passage, join

LONGEST_HEAD = 40
"""Lines among which a title is looked for; scrapes have up to 15 before it."""

LONG = 60
"""Letters from which a line is a paragraph rather than a line of the page."""


MOST_IN_COVER = 8
"""Short lines in a row, none of them the page's, after which a poem is likelier than a cover."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a paragraph or heading, or a block that is more than words in lines."""

    block: int
    """Index of the block."""
    passage: Passage
    """Empty for a table, list, picture, ..."""
    text: str
    """Folded, with single blanks."""


def without_chrome(document: Document) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """The document's own blocks, and the page's lines with the reason for each."""
    lines = tuple(_lines(document.blocks))
    reasons: dict[int, str] = {}
    for find in (_anywhere, _metadata, _crumbs, _head, _tail):
        for index, reason in find(lines, document.blocks, reasons):
            reasons.setdefault(index, reason)
    blocks = _kept(document.blocks, lines, reasons)
    dropped = [
        Dropped(passage, reasons[index])
        for index, line in enumerate(lines)
        if index in reasons
        for passage in _words(line, document)
    ]
    return blocks, (*_front_matter(document), *dropped)


def _lines(blocks: tuple[Block, ...]) -> Iterator[_Line]:
    for index, block in enumerate(blocks):
        passage = line_of(block)
        lines = source_lines(passage) if passage else ()
        if passage and is_comment(folded(passage.text).strip()):
            lines = (passage,)  # a comment over several lines is one
        for line in lines or (EMPTY,):
            yield _Line(index, line, " ".join(folded(line.text).split()))


_Found = Iterator[tuple[int, str]]
_Lines = tuple[_Line, ...]
_Blocks = tuple[Block, ...]


def _anywhere(lines: _Lines, blocks: _Blocks, dropped: Mapping[int, str]) -> _Found:
    sheet = None
    for index, line in enumerate(lines):
        if sheet or (sheet := re.match(r"<(style|script)\b", line.text)):
            yield index, "style sheet"
            if f"</{sheet[1]}>" in line.text:
                sheet = None
        elif reason := reason_for(ANYWHERE, line.text):
            yield index, reason


_KEY = re.compile(r"^(?:[-*]\s?)?([A-Za-z]\w{0,30})\s?:(?:\s|$)")


def _metadata(lines: _Lines, blocks: _Blocks, dropped: Mapping[int, str]) -> _Found:
    """A block of `key: value` that a scraper wrote above the text, with its caption and rules.

    A computer's keys give it away (`source_url`): the TO and FROM of a memo have none.
    """
    start = next((i for i in range(min(len(lines), 4)) if _keys(lines[i], blocks)), None)
    if start is None:
        return
    end, keys = start, list[str]()
    while end < len(lines) and (found := _keys(lines[end], blocks)):
        keys += found
        end += 1
    if len(keys) < 3 or not any("_" in key for key in keys):
        return
    for index in range(start, end):
        yield index, "scrape metadata"
    if "title" in keys:  # then what stands above names the block, not the document
        for index in range(start):
            yield index, "scrape metadata"
    if end < len(lines) and isinstance(blocks[lines[end].block], Rule):
        yield end, "scrape metadata"


_SHEET_KEY = re.compile(r"[\u4e00-\u9fffA-Za-z_ ]{1,12}:\s?\S")


def _is_fact_sheet(line: _Line, blocks: _Blocks) -> bool:
    """Whether a list holds nothing but what a scraper noted: kind, address, time of the scrape."""
    block = blocks[line.block]
    if not isinstance(block, ListBlock):
        return False
    items = [" ".join(folded(passage.text).split()) for passage in passages(block)]
    noted = [item for item in items if reason_for(AT_HEAD, item) == "scrape metadata"]
    return len(noted) >= 2 and all(_SHEET_KEY.match(item) for item in items)


def _keys(line: _Line, blocks: _Blocks) -> list[str]:
    texts = [line.text] if line.passage else [folded(p.text) for p in passages(blocks[line.block])]
    found = [match[1] for text in texts if (match := _KEY.match(text))]
    return found if len(found) == len(texts) else []


def _crumbs(lines: _Lines, blocks: _Blocks, dropped: Mapping[int, str]) -> _Found:
    """A breadcrumb over several lines, to the column's name, which many pages say twice."""
    head = lines[:LONGEST_HEAD]
    at = next((i for i, line in enumerate(head) if re.fullmatch(r".{0,8}位置:", line.text)), None)
    if at is None:
        return
    yield at, "breadcrumb"
    index = at + 1
    while index < len(lines) and len(lines[index].text) <= 12:
        yield index, "breadcrumb"
        index += 1
        if index < len(lines) and re.fullmatch(r"[>»›→/\\-]+", lines[index].text):
            yield index, "breadcrumb"
            index += 1
        else:
            break
    if index < len(lines) and lines[index].text == lines[index - 1].text:
        yield index, "breadcrumb"


def _head(lines: _Lines, blocks: _Blocks, dropped: Mapping[int, str]) -> _Found:
    credit, others = False, 0
    for index, line in enumerate(lines[:LONGEST_HEAD]):
        if index in dropped:
            continue
        if _is_fact_sheet(line, blocks):
            yield index, "scrape metadata"
        elif isinstance(blocks[line.block], Heading):
            others += 1
        elif reason := reason_for(AT_HEAD, line.text) if line.passage else None:
            yield index, reason
            others = 0
        elif credit and _is_name(line):
            yield index, "credits"
        elif _is_text(line) or others > MOST_IN_COVER:
            return
        else:
            others += 1
        credit = _opens_credits(line)


def _tail(lines: _Lines, blocks: _Blocks, dropped: Mapping[int, str]) -> _Found:
    """From the first line that opens the page's tail, where nothing but the page comes after it;
    then upwards through single lines of the page."""
    cut = len(lines)
    seen = {squeezed(line.text) for line in lines[: len(lines) // 2] if len(line.text) > 8}
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.passage and reason_for(OPENS_TAIL, line.text):
            cut = index
        elif index not in dropped and _ends_tail(line, blocks, seen):
            break
    # A document that is all tail is a page of links: its lines are what there is to show.
    if cut == 0:
        return
    name = "related links"
    for index in range(cut, len(lines)):
        name = reason_for(AT_TAIL, lines[index].text) or name
        yield index, name
    for index in range(cut - 1, 0, -1):
        line = lines[index]
        rules = BESIDE_TAIL if cut < len(lines) else AT_TAIL
        reason = reason_for(rules, line.text) if line.passage else None
        if index in dropped:
            continue
        if not reason and _is_name(line) and _opens_credits(lines[index - 1]):
            reason = "credits"
        if not reason:
            return
        yield index, reason


def _opens_credits(line: _Line) -> bool:
    """Whether the name follows on the next line."""
    return line.text.endswith(":") and reason_for(AT_EDGES, line.text) == "credits"


def _is_name(line: _Line) -> bool:
    return 2 <= len(line.text) <= 12 and not re.search(r"[,。:;!?、]", line.text)


def _is_numbered(line: _Line) -> bool:
    marker = marker_at(line.text)  # a dash may as well stand before an occasion
    return marker is not None and marker.kind is not Kind.DASH


def _is_text(line: _Line) -> bool:
    """Whether the document's own words have begun, so that chrome needs better proof."""
    return bool(
        not line.passage
        or _is_numbered(line)
        or SALUTATION.match(line.text)
        or ENGLISH_SALUTATION.match(line.text)
        or (len(line.text) >= LONG and re.search(r"[,。;.]", line.text))
    )


_AFTER_MATTER = re.compile(r"附件|附录|附:|名词解释|注释|注:|\[\d+\]|抄送")


def _ends_tail(line: _Line, blocks: _Blocks, seen: set[str]) -> bool:
    """Whether *line*, below something that looked like the tail's beginning, is the document's."""
    if not line.passage:
        return not all(len(p.text) < LONG for p in passages(blocks[line.block]))
    if _is_numbered(line) or _AFTER_MATTER.match(line.text):
        return True
    if isinstance(blocks[line.block], Heading):
        return True
    long = len(line.text) >= LONG or bool(re.search(r"[。!?;]$", line.text))
    return long and squeezed(line.text) not in seen and not reason_for(AT_TAIL, line.text)


def _kept(blocks: _Blocks, lines: _Lines, reasons: Mapping[int, str]) -> _Blocks:
    touched = {lines[index].block for index in reasons}
    left: dict[int, list[Passage]] = {}
    for index, line in enumerate(lines):
        if index not in reasons:
            left.setdefault(line.block, []).append(line.passage)
    kept: list[Block] = []
    for index, block in enumerate(blocks):
        if index not in touched:
            kept.append(block)
        elif index in left and isinstance(block, Paragraph | Heading):
            kept.append(Paragraph(join(left[index])))
    return tuple(kept)


def _words(line: _Line, document: Document) -> tuple[Passage, ...]:
    if line.passage:
        return (line.passage,)
    block = document.blocks[line.block]
    if isinstance(block, Rule) and 0 < block.line <= len(document.lines):
        return (Passage.of_line(document.lines[block.line - 1], block.line),)
    return passages(block)


def _front_matter(document: Document) -> Iterator[Dropped]:
    """The lines of the metadata block itself; what they say is in the document's fields."""
    lines = document.lines
    if not document.fields or not lines or lines[0].strip() != "---":
        return
    end = next((n for n, line in enumerate(lines[1:], 2) if line.strip() in ("---", "...")), 0)
    for number in range(1, end + 1):
        if passage := Passage.of_line(lines[number - 1], number).strip():
            yield Dropped(passage, "front matter")

"""Where on the page a document stands: the finders of lines that are the page's.

Each finder looks at all lines and gives the indices of those that are the
page's, with the reason. What such a line looks like stands in
`page_furniture`; a finder knows where it must stand to count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from slidegen.document import Block, Heading, ListBlock, Picture, Rule, passages
from slidegen.outlining.folding import folded, line_of, source_lines, squeezed
from slidegen.outlining.numbering import Kind, marker_at
from slidegen.outlining.page_codes import is_of_page
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
from slidegen.passage import EMPTY, Passage
from slidegen.patterns import compiled

LONGEST_HEAD = 40
"""Lines among which a title is looked for; scrapes have up to 15 before it."""

LONG = 60
"""Letters from which a line is a paragraph rather than a line of the page."""

LONGEST_ENTRY = 120
"""Letters of a line in a table of contents."""

MOST_IN_COVER = 8
"""Short lines in a row, none of them the page's, after which a poem is likelier than a cover."""


class Line(Struct, frozen=True):
    """A line of a paragraph or heading, or a block that is more than words in lines."""

    block: int
    """Index of the block."""
    passage: Passage
    """Empty for a table, list, picture, ..."""
    text: str
    """Folded, with single blanks."""


Found: TypeAlias = Iterator[tuple[int, str]]
Finder: TypeAlias = Callable[[Sequence["Line"], Sequence[Block], Mapping[int, str]], Found]
"""From lines, blocks and what is dropped already to indices of lines, each with a reason."""


def lines_of(blocks: Sequence[Block]) -> Iterator[Line]:
    """The lines of the document, and its other blocks between them."""
    for index, block in enumerate(blocks):
        passage = line_of(block)
        lines = source_lines(passage) if passage else ()
        if passage and is_comment(folded(passage.text).strip()):
            lines = (passage,)  # a comment over several lines is one
        for line in lines or (EMPTY,):
            yield Line(index, line, " ".join(folded(line.text).split()))


_SHEET = compiled(r"<(style|script)\b")
_SHEET_ENDS = compiled(r"</(style|script)>")


def _anywhere_lines(
    lines: Sequence[Line], blocks: Sequence[Block], dropped: Mapping[int, str]
) -> Found:
    last = {tag: i for i, line in enumerate(lines) for tag in _SHEET_ENDS.findall(line.text)}
    sheet = ""
    for index, line in enumerate(lines):
        begins = _SHEET.match(line.text)
        if not sheet and begins and last.get(begins[1], -1) >= index:
            sheet = begins[1]
        if sheet:
            yield index, "style sheet"
            sheet = "" if sheet in _SHEET_ENDS.findall(line.text) else sheet
        elif reason := reason_for(ANYWHERE, line.text):
            yield index, reason


_KEY = compiled(r"^(?:[-*]\s?)?([A-Za-z]\w{0,30})\s?:(?:\s|$)")


def _metadata(lines: Sequence[Line], blocks: Sequence[Block], dropped: Mapping[int, str]) -> Found:
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


_SHEET_KEY = compiled(r"[\u4e00-\u9fffA-Za-z_ ]{1,12}:\s?\S")


def _is_fact_sheet(line: Line, blocks: Sequence[Block]) -> bool:
    """Whether a list holds nothing but what a scraper noted: kind, address, time of the scrape."""
    block = blocks[line.block]
    if not isinstance(block, ListBlock):
        return False
    items = [" ".join(folded(passage.text).split()) for passage in passages(block)]
    noted = [item for item in items if reason_for(AT_HEAD, item) == "scrape metadata"]
    return len(noted) >= 2 and all(_SHEET_KEY.match(item) for item in items)


def _keys(line: Line, blocks: Sequence[Block]) -> list[str]:
    texts = [line.text] if line.passage else [folded(p.text) for p in passages(blocks[line.block])]
    found = [match[1] for text in texts if (match := _KEY.match(text))]
    return found if len(found) == len(texts) else []


_PLACE = compiled(r".{0,8}位置:")
_BETWEEN_CRUMBS = compiled(r"[>»›→/\\-]+")


def _crumbs(lines: Sequence[Line], blocks: Sequence[Block], dropped: Mapping[int, str]) -> Found:
    """A breadcrumb over several lines, to the column's name, which many pages say twice."""
    head = lines[:LONGEST_HEAD]
    at = next((i for i, line in enumerate(head) if _PLACE.fullmatch(line.text)), None)
    if at is None:
        return
    yield at, "breadcrumb"
    index = at + 1
    while index < len(lines) and len(lines[index].text) <= 12:
        yield index, "breadcrumb"
        index += 1
        if index < len(lines) and _BETWEEN_CRUMBS.fullmatch(lines[index].text):
            yield index, "breadcrumb"
            index += 1
        else:
            break
    if index < len(lines) and lines[index].text == lines[index - 1].text:
        yield index, "breadcrumb"


_LED_TO_PAGE = compiled(r"(?:\.{3,}|…|·{3,})\s?\d{1,4}$")
_LEADER = compiled(r"[\s.…·⋯-]*(?:\(?\d{1,4}\)?)?$")
"""The dots and the page number behind an entry of a table of contents."""


def _contents(lines: Sequence[Line], blocks: Sequence[Block], dropped: Mapping[int, str]) -> Found:
    """A table of contents: 目录, and entries that stand again as lines of the text."""
    at = next((i for i, line in enumerate(lines) if _CONTENTS.fullmatch(line.text)), None)
    if at is None:
        return
    last = {squeezed(line.text): index for index, line in enumerate(lines) if line.text}
    index, entries = at + 1, list[int]()
    while index < len(lines) and 0 < len(lines[index].text) <= LONGEST_ENTRY:
        entry = squeezed(_LEADER.sub("", lines[index].text))
        has_leader = _LED_TO_PAGE.search(lines[index].text)
        if not has_leader and last.get(entry, -1) <= index:
            break
        entries.append(index)
        index += 1
    if entries:
        yield from ((found, "table of contents") for found in (at, *entries))


_CONTENTS = compiled(r"#* ?(?:目 ?录|contents|table of contents)", re.IGNORECASE)


def _head_lines(
    lines: Sequence[Line], blocks: Sequence[Block], dropped: Mapping[int, str]
) -> Found:
    credit, others, heads = False, 0, 0
    for index, line in enumerate(lines[:LONGEST_HEAD]):
        if index in dropped:
            continue
        if _is_fact_sheet(line, blocks):
            yield index, "scrape metadata"
        elif isinstance(blocks[line.block], Heading):
            heads += 1
            if heads > 1 or _is_numbered(line):
                return
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


def _tail_lines(
    lines: Sequence[Line], blocks: Sequence[Block], dropped: Mapping[int, str]
) -> Found:
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
        above = lines[index - 1]
        is_beside = cut < len(lines) or (above.passage and reason_for(AT_TAIL, above.text))
        rules = BESIDE_TAIL if is_beside else AT_TAIL
        reason = reason_for(rules, line.text) if line.passage else None
        if index in dropped:
            continue
        if not reason and _is_name(line) and _opens_credits(lines[index - 1]):
            reason = "credits"
        if not reason:
            return
        yield index, reason


def _opens_credits(line: Line) -> bool:
    """Whether the name follows on the next line."""
    return line.text.endswith(":") and reason_for(AT_EDGES, line.text) == "credits"


_STOP = compiled(r"[,。;.]")
_STOP_AT_END = compiled(r"[。!?;]$")
_MARK = compiled(r"[,。:;!?、]")


def _is_name(line: Line) -> bool:
    return 2 <= len(line.text) <= 12 and not _MARK.search(line.text)


def _is_numbered(line: Line) -> bool:
    marker = marker_at(line.text)  # a dash may as well stand before an occasion
    return marker is not None and marker.kind is not Kind.DASH


def _is_text(line: Line) -> bool:
    """Whether the document's own words have begun, so that chrome needs better proof."""
    return bool(
        not line.passage
        or _is_numbered(line)
        or SALUTATION.match(line.text)
        or ENGLISH_SALUTATION.match(line.text)
        or (len(line.text) >= LONG and _STOP.search(line.text))
    )


_AFTER_MATTER = compiled(r"附件|附录|附:|名词解释|注释|注:|\[\d+\]|抄送")


def _ends_tail(line: Line, blocks: Sequence[Block], seen: set[str]) -> bool:
    """Whether *line*, below something that looked like the tail's beginning, is the document's."""
    if not line.passage:
        return not all(len(p.text) < LONG for p in passages(blocks[line.block]))
    if _is_numbered(line) or _AFTER_MATTER.match(line.text):
        return True
    if isinstance(blocks[line.block], Heading):
        return True
    long = len(line.text) >= LONG or bool(_STOP_AT_END.search(line.text))
    return long and squeezed(line.text) not in seen and not reason_for(AT_TAIL, line.text)


_TOC = compiled(r"\{:.*\btoc\b.*\}$")


def _kramdown_contents(
    lines: Sequence[Line], blocks: Sequence[Block], dropped: Mapping[int, str]
) -> Found:
    """A list of the one item `TOC` that kramdown puts a table of contents for (`{:toc}`)."""
    for index, line in enumerate(lines):
        block = blocks[line.block]
        if isinstance(block, ListBlock) and len(block.items) == 1:
            item = " ".join(passage.text for passage in passages(block))
            if _TOC.search(item):
                yield index, "table of contents"


def _codes(lines: Sequence[Line], blocks: Sequence[Block], dropped: Mapping[int, str]) -> Found:
    """Codes to be scanned beside a line of the page's own."""
    for index, line in enumerate(lines):
        picture = blocks[line.block]
        if isinstance(picture, Picture) and index not in dropped:
            beside = (at for at in (index - 1, index + 1) if at in dropped)
            if is_of_page(picture, " ".join(lines[at].text for at in beside)):
                yield index, "code to be scanned"


FINDERS: Sequence[Finder] = (
    _anywhere_lines,
    _kramdown_contents,
    _metadata,
    _crumbs,
    _contents,
    _head_lines,
    _tail_lines,
    _codes,
)
"""In this order: what is gone already no longer stands between the page and its edge."""

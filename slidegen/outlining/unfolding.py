"""Whole documents on one line, unfolded into the paragraphs that they were.

Pasting can lose every line end. What is left to tell paragraphs by is the indent of
two ideographic spaces in the middle of the text, and numbering that ascends:
`…如下意见：一、全面提高…。二、严格…`. A marker counts only where a sentence may
begin, outside quotation marks and 《》, and only as the next of its run, so
that `一、二、三产业` and `解释（二）》` stay as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from slidegen.document import Block, Paragraph
from slidegen.outlining.numbering import Kind, Marker, marker_at, markers_at
from slidegen.passage import Passage
from slidegen.patterns import compiled

LONG = 150
"""Characters; a shorter paragraph may as well be a paragraph."""
MOST = 0.6
"""The part of the document's words that stands in the one line."""
# Two blanks or more, an ideographic one among them; not 总　　则, which is only spaced.
_GAP = r"(?=[\u3000\u00a0 ]{2})[\u00a0 ]*\u3000[\u3000\u00a0 ]*"
INDENT = compiled(rf"(?<=\S\S){_GAP}(?=\S\S)|(?<=[。！？；：”])[\u00a0 ]{{2,}}")
_LOST_LINE_END = compiled(rf"(?<=[。！？：]){_GAP}")
# A title ends in the name of its kind of document, and a sentence or a number begins after it.
_SYMBOL = r"[\u4e00-\u9fff]{1,8}[〔\[（(]\d{4}[〕\]）)]\s*\d{1,4}号"
_TITLE = compiled(
    r"[^。！？；：，,;:!?]{4,60}?(?:总结|计划|报告|讲话|发言|致辞|汇报|意见|通知|方案|规划|决定|办法|条例|规定|要点|"
    r"安排|纪要|公告|通报|打算|批复|函)"
    rf"(?={_SYMBOL}|\d{{4}}年|今年|近年|为了?|根据|现将|现就|按照|各位|各[省市县区]|同志们|尊敬的|一年来|过去|自从|截至)"
)
_AT_SYMBOL = compiled(_SYMBOL)
_TITLE_AND_SYMBOL = compiled(rf"{_TITLE.pattern}{_SYMBOL}")
_QUESTION = compiled(r"(?:问|問|记者问?|記者問?)[：:]")
_TURN = compiled(r"(?<=[。？！?!”])(?:问|問|答|记者问?|記者問?)[：:]")

ORDER: tuple[tuple[Kind, ...], ...] = (
    (Kind.PART,),
    (Kind.CHAPTER,),
    (Kind.DIVISION,),
    (Kind.ARTICLE,),
    (Kind.FORMAL,),
    (Kind.HAN,),
    (Kind.HAN_BRACKETED,),
    (Kind.DIGIT,),
    (Kind.DIGIT_BRACKETED,),
    (Kind.SPOKEN,),
    (Kind.ORDINAL,),
)
"""What is split first holds what is split later; GB/T 9704-2012 and the order of laws."""

# No number is longer; and from each letter of a long row of numerals, only so many are tried.
_MAY_BEGIN = compiled(
    r"第[零〇一二三四五六七八九十百两\d]{1,20}[编篇章节条]|[零〇一二三四五六七八九十百]{1,20}[、是要]|"
    r"[（(][零〇一二三四五六七八九十百\d]{1,20}[）)]|\d{1,3}[.．、]|第[一二三四五六七八九十]{1,20}[，,点]"
)
_BEFORE = "。！？；：!?;:”）) \u3000\u00a0"


def unfolded(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, a paragraph that holds most of the document split into its own."""
    total = sum(len(b.passage) for b in blocks if isinstance(b, Paragraph))
    return tuple(part for block in blocks for part in _unfolded(block, total))


def _unfolded(block: Block, total: int) -> tuple[Block, ...]:
    if not isinstance(block, Paragraph):
        return (block,)
    passage = block.passage
    is_all = len(passage) >= max(LONG, MOST * total)
    pieces = [
        part
        for piece in _cut_at(passage, INDENT if is_all else _LOST_LINE_END)
        for part in (_whole(piece) if is_all and len(piece) >= MOST * total else _parts(piece))
    ]
    if not pieces:
        return (block,)
    first, *others = (*_after_title(pieces[0], is_all), *pieces[1:])
    return (replace(block, passage=first), *map(Paragraph, others))


def _whole(passage: Passage) -> Iterator[Passage]:
    """The paragraphs of a document that has nothing but its numbering to part them."""
    for turn in _turns(passage):
        yield from _at_markers(turn, ORDER)


def _parts(passage: Passage) -> Iterator[Passage]:
    """The paragraphs of one that by its beginning cannot be one: articles, an interview."""
    marker = marker_at(passage.text[:24])
    if marker and marker.kind is Kind.ARTICLE:
        yield from _at_markers(passage, ((Kind.ARTICLE,),))
    elif _QUESTION.match(passage.text):
        yield from _turns(passage)
    else:
        yield passage


def _turns(passage: Passage) -> Iterator[Passage]:
    """What each asks and answers in an interview, if it is one."""
    cuts = [found.start() for found in _TURN.finditer(passage.text)]
    asked = sum(passage.text[cut] not in "答" for cut in cuts) + bool(_QUESTION.match(passage.text))
    if not cuts or (asked < 2 and not _QUESTION.match(passage.text)):
        yield passage
        return
    for start, end in pairwise([0, *cuts, len(passage)]):
        if piece := passage[start:end].strip():
            yield piece


def _after_title(passage: Passage, is_all: bool) -> tuple[Passage, ...]:
    """*passage*, its title cut off if it begins with one that lost its line end.

    Without the document's number after it, that is believed only where *is_all* has been
    set on one line.
    """
    found = (_TITLE if is_all else _TITLE_AND_SYMBOL).match(passage.text)
    if not found:
        return (passage,)
    found = _TITLE.match(passage.text) or found
    title, rest = passage[: found.end()], passage[found.end() :]
    symbol = _AT_SYMBOL.match(rest.text)
    parts = (title, rest[: symbol.end()], rest[symbol.end() :]) if symbol else (title, rest)
    return tuple(part.strip() for part in parts if part.text.strip())


def _cut_at(passage: Passage, gap: re.Pattern[str]) -> Iterator[Passage]:
    start = 0
    for found in gap.finditer(passage.text):
        if piece := passage[start : found.start()].strip():
            yield piece
        start = found.end()
    if piece := passage[start:].strip():
        yield piece


def _at_markers(passage: Passage, order: Sequence[tuple[Kind, ...]]) -> Iterator[Passage]:
    text = passage.text
    cuts = sorted({0, *_cuts(text, order), len(text)})
    for start, end in pairwise(cuts):
        if piece := passage[start:end].strip():
            yield piece


def _cuts(text: str, order: Sequence[tuple[Kind, ...]]) -> Iterator[int]:
    """Offsets at which a marker of an ascending run stands."""
    closed = _closed(text)
    found: list[tuple[int, Marker]] = [
        (m.start(), marker)
        for m in _MAY_BEGIN.finditer(text)
        if not closed[m.start()]
        for marker in markers_at(text[m.start() : m.start() + 24])
        if marker.kind in _SPLITTING
    ]
    places = [at for at, _ in found]
    spans = [(0, len(text))]
    for kinds in order:
        inner: list[tuple[int, int]] = []
        for start, end in spans:
            inside = [
                (at, marker)
                for at, marker in found[bisect_left(places, start) : bisect_left(places, end)]
                if marker.kind in kinds
            ]
            cuts = [at for at in _run(text, inside) if at > start]
            yield from cuts
            edges = [start, *cuts, end]
            inner += pairwise(edges)
        spans = inner


_SPLITTING = {kind for kinds in ORDER for kind in kinds}


def _run(text: str, inside: Sequence[tuple[int, Marker]]) -> list[int]:
    """The offsets of the first ascending run among *inside*; empty if it is no run."""
    run: list[int] = []
    expected: int | None = None
    members = 0
    for at, marker in inside:
        if expected is None:
            begins = marker.kind is Kind.ARTICLE or (marker.number == 1 and not marker.doubtful)
        else:
            begins = marker.number == expected
        if not begins:
            continue
        if not at or text[at - 1] in _BEFORE or _is_glued(marker):
            run.append(at)
        elif expected is not None or not marker.kind.is_lead_in:
            continue  # 《通知》提出，一是… begins its run in mid-sentence
        expected = marker.number + 1
        members += 1
    if members >= 2 or (run and inside[0][1].kind is Kind.HAN):
        return run
    return []


def _is_glued(marker: Marker) -> bool:
    """Whether a marker may stand right after a heading that lost its line end: 一、总结（一）…"""
    return marker.kind is Kind.HAN_BRACKETED and marker.number == 1


_ENCLOSED = compiled(r"“[^“”]{0,400}”|《[^《》]{0,80}》")


def _closed(text: str) -> Sequence[bool]:
    """For each character, whether it stands inside “…” or 《…》."""
    inside = bytearray(len(text))
    for found in _ENCLOSED.finditer(text):
        inside[found.start() : found.end()] = b"\1" * (found.end() - found.start())
    return [bool(flag) for flag in inside]

"""Lines that a page or a browser broke, joined again.

Three makers of broken lines: the right margin of a printed page (full lines
are of one width and most end in mid-sentence), links and subscripts copied out of a
browser (`PM`⏎`2.5`⏎`年平均浓度`, `“双向`⏎`揭榜`⏎`挂帅”`), and brackets torn from
what they hold (`（`⏎`三）改革`). A heading ends without a stop too, so a short line
is left alone unless its own words say that it goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from slidegen.document import Block, Paragraph
from slidegen.outlining.dates import is_date
from slidegen.outlining.english_tail import VALEDICTION
from slidegen.outlining.numbering import marker_at
from slidegen.outlining.wording import ends_whole, is_latin
from slidegen.passage import Passage, Run, join
from slidegen.patterns import compiled

LONGER_THAN_HEADINGS = 50
"""A line so long that ends without a stop is the first part of a paragraph."""
FULL = 0.8
"""A line of this part of the margin's width reaches the margin."""
ENOUGH_LINES = 5
"""Full lines that must end in mid-sentence before a margin is believed in."""
ENOUGH_TYPED = 2
"""The same for English with blank lines between paragraphs, which are evidence too."""
NARROWEST, WIDEST = 14, 60
"""Widths, in Chinese characters, that a margin may have."""
RAGGED = 0.12
"""How much of the width lines may vary by, where the last word or stop did not fit."""
QUOTED_LIMIT = 40
"""A quotation or title torn over lines is no longer when it is whole."""

_GOES_ON = compiled(r"[，,、（(《“‘「【\[]$")
_CANNOT_END = compiled(r"(?:[的及和与]|以及|关于)$")
_CANNOT_BEGIN = compiled(r"[，,、。；;：:！!？?）)》”’」】\]％%]|是[：:]")
_BULLET = compiled(r"[-*+•·]\s")
_FIGURE = compiled(r"[\d.．]{1,6}[％%]?")
_LATIN_EDGE = compiled(r"[A-Za-z0-9,;:.)\"'’”]")


class _Page(Struct, frozen=True):
    """How a printed page set the lines that we have."""

    margin: float
    """The width at which lines were broken."""
    indents: bool
    """Whether paragraphs begin with an indent, so that a line without one goes on."""


def rejoined(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, paragraphs that are parts of one made one."""
    passages = [b.passage for b in blocks if isinstance(b, Paragraph) and b.passage]
    page = _page(passages) or _typed_page(passages)
    out: list[Block] = []
    first: Paragraph | None = None
    parts: list[Passage] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            if first and not _belong_together(parts, block.passage, page):
                out.append(replace(first, passage=join(parts)))
                first, parts = None, []
            first = first or block
            parts.extend(_with_space(parts, block.passage))
            continue
        if first:
            out.append(replace(first, passage=join(parts)))
            first, parts = None, []
        out.append(block)
    if first:
        out.append(replace(first, passage=join(parts)))
    return tuple(out)


def _belong_together(parts: Sequence[Passage], after: Passage, page: _Page | None) -> bool:
    """Whether *after* carries on the paragraph that *parts* are of, by their first and last."""
    last, following = parts[-1].text, after.text
    if not last or not following:
        return False
    if VALEDICTION.fullmatch(last):
        return False  # Yours sincerely, and the name
    if _GOES_ON.search(last) or (_CANNOT_BEGIN.match(following) and not ends_whole(last)):
        return True
    if page and _width(last) >= FULL * page.margin:
        return _goes_on_from_margin(parts, after, page)
    if ends_whole(last):
        return False
    if _FIGURE.fullmatch(following) or (len(parts) > 1 and _FIGURE.fullmatch(last)):
        # Two figures that were apart, as in a table's rows, would be a third one together.
        return not (last[-1].isdigit() and following[0].isdigit())
    whole = sum(len(part) for part in parts[-LONGER_THAN_HEADINGS:])
    if _begins_with_marker(following) or (is_latin(last) and len(parts) == 1):
        return False
    if (_CANNOT_END.search(last) and whole >= 8) or whole >= LONGER_THAN_HEADINGS:
        return True
    return whole + len(following) <= QUOTED_LIMIT and _has_open_quote(parts, following)


def _goes_on_from_margin(parts: Sequence[Passage], after: Passage, page: _Page) -> bool:
    """Whether the paragraph goes on after its last line, which reaches the margin."""
    last = parts[-1].text
    is_indented = after.runs[0].start > 0
    has_gap = after.line > parts[-1].place.last_line + 1
    if is_latin(last):
        return not has_gap and not is_indented and not _begins_item(after.text)
    if page.indents:
        if is_indented:
            return False
        # A heading may fill its line; a stop at the very margin ends a sentence, not a paragraph.
        return not (_begins_with_marker(after.text) and len(parts) == 1 and ends_whole(last))
    if _begins_with_marker(after.text):
        return False
    if ends_whole(last):
        return not has_gap and _width(last) >= page.margin - 1
    return not is_indented or parts[-1].runs[0].start > 0


def _begins_item(text: str) -> bool:
    return bool(_BULLET.match(text)) or _begins_with_marker(text)


def _begins_with_marker(text: str) -> bool:
    marker = marker_at(text)
    return marker is not None and not marker.doubtful


def _has_open_quote(parts: Sequence[Passage], following: str) -> bool:
    text = "".join(part.text for part in parts)
    return any(
        text.count(left) > text.count(right) and (right in following or len(following) <= 6)
        for left, right in ("“”", "《》", "（）")
    )


def _page(passages: Sequence[Passage]) -> _Page | None:
    """The page that broke the lines, or None if none did.

    Broken lines are many, of nearly one width, and end anywhere; paragraphs end with a stop.
    """
    widths = Counter(
        round(_width(passage.text))
        for passage in passages
        if not ends_whole(passage.text) and not _begins_with_marker(passage.text)
    )
    widths = Counter({w: n for w, n in widths.items() if NARROWEST <= w <= WIDEST})
    if not widths:
        return None
    spread = {w: range(w - max(2, round(RAGGED * w)), w + 1) for w in sorted(widths)}
    around = {w: sum(widths[near] for near in near_by) for w, near_by in spread.items()}
    margin = max(around, key=lambda w: (around[w], w))
    longer = sum(_width(passage.text) > margin + 3 for passage in passages)
    if around[margin] < max(ENOUGH_LINES, 0.3 * len(passages)) or longer > 0.1 * len(passages):
        return None
    indented = sum(passage.runs[0].start > 0 for passage in passages)
    return _Page(margin, 0.05 * len(passages) <= indented <= 0.6 * len(passages))


def _typed_page(passages: Sequence[Passage]) -> _Page | None:
    """The width to which English was typed, paragraphs parted by blank lines; None if it was not.

    Lines that another follows without a blank line reach the margin, but for the last word.
    """
    widths = [
        _width(one.text)
        for one, after in pairwise(passages)
        if after.line == one.place.last_line + 1
        and is_latin(one.text)
        and not _begins_item(after.text)
    ]
    if len(widths) < ENOUGH_TYPED or not NARROWEST <= max(widths) <= WIDEST:
        return None
    full = sum(width >= (1 - 2 * RAGGED) * max(widths) for width in widths)
    return _Page(max(widths), False) if full >= 0.7 * len(widths) else None


def _width(text: str) -> float:
    """How wide *text* is set, in Chinese characters."""
    return len(text) - 0.5 * sum(c.isascii() for c in text)


def _with_space(parts: Sequence[Passage], after: Passage) -> tuple[Passage, ...]:
    """*after*, with the blank that its line's end stands for where words would run together."""
    if not parts or not after or not parts[-1]:
        return (after,)
    last = parts[-1].runs[-1]
    if not (_LATIN_EDGE.match(last.text[-1]) and after.text[0].isascii()):
        return (after,)
    if not (is_latin(parts[-1].text) and (is_latin(after.text) or is_date(after.text))):
        return (after,)  # PM⏎2.5 in Chinese text
    return (Passage((Run(" ", last.line, last.end, last.style),)), after)

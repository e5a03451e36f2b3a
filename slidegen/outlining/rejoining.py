"""Lines that a page or a browser broke, joined again.

Three makers of broken lines: the right margin of a printed page (full lines
are of one width and most end in mid-sentence), links and subscripts copied out of a
browser (`PM`⏎`2.5`⏎`年平均浓度`, `“双向`⏎`揭榜`⏎`挂帅”`), and brackets torn from
what they hold (`（`⏎`三）改革`). A heading ends without a stop too, so a short line
is left alone unless its own words say that it goes on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from slidegen.document import Block, Paragraph
from slidegen.outlining.numbering import marker_at
from slidegen.outlining.wording import ends_whole, is_latin, measure
from slidegen.passage import Passage, Run, join

LONGER_THAN_HEADINGS = 50
"""A line so long that ends without a stop is the first part of a paragraph."""
FULL = 0.8
"""A line of this part of the margin's width reaches the margin."""
ENOUGH_LINES = 5
"""Full lines that must end in mid-sentence before a margin is believed in."""
NARROWEST, WIDEST = 14, 60
"""Widths, in Chinese characters, that a margin may have."""
QUOTED_LIMIT = 40
"""A quotation or title torn over lines is no longer when it is whole."""

_GOES_ON = re.compile(r"[，,、（(《“‘「【\[]$")
_CANNOT_END = re.compile(r"(?:[的及和与]|以及|关于)$")
_CANNOT_BEGIN = re.compile(r"[，,、。；;：:！!？?）)》”’」】\]％%]|是[：:]")
_FIGURE = re.compile(r"[\d.．]{1,6}[％%]?")
_LATIN_EDGE = re.compile(r"[A-Za-z0-9,;:.)\"'’”]")


def rejoined(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, paragraphs that are parts of one made one."""
    margin = _margin(blocks)
    out: list[Block] = []
    parts: list[Passage] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            if parts and not _belong_together(parts, block.passage, margin):
                out.append(Paragraph(join(parts)))
                parts = []
            parts.extend(_with_space(parts, block.passage))
            continue
        if parts:
            out.append(Paragraph(join(parts)))
            parts = []
        out.append(block)
    if parts:
        out.append(Paragraph(join(parts)))
    return tuple(out)


def _belong_together(parts: Sequence[Passage], after: Passage, margin: float | None) -> bool:
    """Whether *after* carries on the paragraph that *parts* are of, by their first and last."""
    last, following = parts[-1].text, after.text
    whole = sum(len(part) for part in parts)
    if not last or not following:
        return False
    if _GOES_ON.search(last) or (_CANNOT_BEGIN.match(following) and not ends_whole(last)):
        return True
    if ends_whole(last):
        return False
    if _FIGURE.fullmatch(following):
        return True
    marker = marker_at(following)
    if marker and not marker.doubtful:
        return False
    if margin and measure(last) >= FULL * margin:
        return not _is_indented_deeper(after, parts)
    if is_latin(last) and len(parts) == 1:
        return False
    if _CANNOT_END.search(last) and whole >= 8:
        return True
    if whole >= LONGER_THAN_HEADINGS:
        return True
    return whole + len(following) <= QUOTED_LIMIT and _has_open_quote(parts, following)


def _has_open_quote(parts: Sequence[Passage], following: str) -> bool:
    text = "".join(part.text for part in parts)
    return any(
        text.count(left) > text.count(right) and (right in following or len(following) <= 6)
        for left, right in ("“”", "《》", "（）")
    )


def _is_indented_deeper(after: Passage, parts: Sequence[Passage]) -> bool:
    """Whether *after* is set in from its line's edge as the first line of a paragraph is."""
    indent = after.runs[0].start
    return indent > 0 and (len(parts) == 1 or indent > parts[-1].runs[0].start)


def _margin(blocks: Sequence[Block]) -> float | None:
    """The width at which lines were broken, or None if they were not.

    Broken lines are many, of nearly one width, and end anywhere; paragraphs end with a stop.
    """
    texts = [b.passage.text for b in blocks if isinstance(b, Paragraph) and b.passage]
    open_widths = [
        round(measure(text)) for text in texts if not ends_whole(text) and not marker_at(text)
    ]
    counts = Counter(width for width in open_widths if NARROWEST <= width <= WIDEST)
    if not counts:
        return None
    around = {w: sum(counts[w + d] for d in (-2, -1, 0, 1, 2)) for w in sorted(counts)}
    width = max(around, key=lambda w: (around[w], w))
    longer = sum(measure(text) > width + 3 for text in texts)
    if around[width] < ENOUGH_LINES or longer > 0.1 * len(texts):
        return None
    return float(width) if around[width] >= 0.3 * len(texts) else None


def _with_space(parts: Sequence[Passage], after: Passage) -> tuple[Passage, ...]:
    """*after*, with the blank that its line's end stands for where words would run together."""
    if not parts or not after or not parts[-1]:
        return (after,)
    last = parts[-1].runs[-1]
    if not (_LATIN_EDGE.match(last.text[-1]) and after.text[0].isascii()):
        return (after,)
    if not (is_latin(parts[-1].text) and is_latin(after.text)):
        return (after,)  # PM⏎2.5 in Chinese text
    return (Passage((Run(" ", last.line, last.end, last.style),)), after)

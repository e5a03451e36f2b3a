"""Which lines of a Markdown paragraph are one paragraph to its author.

CommonMark joins all lines up to a blank one. English authors wrap by that rule,
but much Chinese `.md` is plain text under another name: each line is a paragraph,
or a heading, and a line is wrapped only where it is long and ends in mid-sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from slidegen.passage import Passage, join
from slidegen.patterns import compiled
from slidegen.reading.lines import is_wide

NUMBERING = compiled(
    r"""(?x)
    [一二三四五六七八九十百]+、(?![一二三四五六七八九十])   # but not 一、二、三产业
  | [（(][一二三四五六七八九十百]+[）)]
  | 第[一二三四五六七八九十百零〇\d]+[编章节条]
  | [一二三四五六七八九十]+[是要]
  | 第[一二三四五六七八九十]+[，,]
  | \d{1,2}(?:[.．、](?!\d)|[）)])
  | [（(]\d{1,2}[）)]
  | [\u2460-\u2473]                                       # ① to ⑳
  | (?:——|――)
    """
)
"""Typed numbering that begins a paragraph wherever it begins a line."""

LABEL = compiled(r"[A-Z][\w /.-]{0,24}:(?:\s|$)")
"""`FROM: ...`: the head of a memo is a paragraph each line."""

SENTENCE_END = compiled(r"[。！？!?：:；;…][”’」』）)》】]*$")

SHORTEST_WRAPPED = 40
"""Columns, a Chinese character being two: nobody wraps a paragraph narrower than this."""

RAGGED = 0.8
"""A wrapped line is at least this part of the longest; the rest is a word that did not fit."""


MARKS_OF_BOTH = "“”‘’…—·"
"""Punctuation of Chinese and of English, as wide as the text that it stands in."""


def is_chinese(text: str) -> bool:
    """Whether at least a quarter of *text* is Chinese; the rest may be figures and names."""
    return 4 * sum(map(is_wide, text)) >= len(text)


class Row(NamedTuple):
    """The words of one source line of a paragraph."""

    passage: Passage
    stands_apart: bool
    """Whether an indent, or a line break that was asked for, parts it from the row before."""


def paragraphs(rows: Sequence[Row]) -> tuple[Passage, ...]:
    """The passages that *rows* make."""
    groups: list[list[Passage]] = []
    # Most paragraphs are one row, which is compared with nothing.
    longest = max(_columns(row.passage.text) for row in rows) if len(rows) > 1 else 0
    for passage, stands_apart in rows:
        if not passage:
            continue
        if not groups or stands_apart or _begins(groups[-1][-1].text, passage.text, longest):
            groups.append([])
        groups[-1].append(passage)
    return tuple(joined(group) for group in groups)


def joined(rows: Sequence[Passage], *, always_space: bool = False) -> Passage:
    """One passage of several lines, with a space where Latin words meet or *always*.

    The space is the one run that is not in the source. Its place is past the line's last
    word and does not touch it, so that no later join melts the two.
    """
    whole: list[Passage] = []
    for row in rows:
        if not row:
            continue
        if whole and (always_space or _needs_space(whole[-1].text, row.text)):
            last = whole[-1].runs[-1]
            whole.append(Passage.of_line(" ", last.line, last.end + 1))
        whole.append(row)
    return join(whole)


def _begins(before: str, line: str, longest: int) -> bool:
    """Whether *line* begins a paragraph, after a line with the words *before*."""
    if not is_chinese(before) and not is_chinese(line):
        return bool(LABEL.match(before) and LABEL.match(line))
    if NUMBERING.match(line) or SENTENCE_END.search(before):
        return True
    return _columns(before) < max(SHORTEST_WRAPPED, RAGGED * longest)


def _needs_space(before: str, after: str) -> bool:
    """Whether words that a line end parts have to be kept apart."""
    touching = before[-1] + after[0]
    if any(map(is_wide, touching)):
        return False
    has_shared_mark = any(mark in MARKS_OF_BOTH for mark in touching)
    return not (has_shared_mark and is_chinese(before) and is_chinese(after))


def _columns(text: str) -> int:
    return len(text) + sum(is_wide(char) or char in MARKS_OF_BOTH for char in text)

"""Which blocks are headings, and where in its paragraph each one ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from msgspec import Struct

from slidegen.document import Block
from slidegen.outline import Reason
from slidegen.outlining.candidates import Candidate, candidates
from slidegen.outlining.english_lines import label_of, ranks_of_lines
from slidegen.outlining.numbering import Kind, Marker
from slidegen.outlining.runs_of_markers import (
    RUN_IN_LIMIT,
    SIBLING_LIMIT,
    Numbered,
    numbered_headings,
)
from slidegen.outlining.taiwanese import parts_of_letter
from slidegen.outlining.unnumbered import Shape, Unnumbered, unnumbered_headings
from slidegen.outlining.wording import OPENINGS_OF_TITLES, Lead, measure
from slidegen.passage import EMPTY, Passage
from slidegen.patterns import compiled

_AROUND = " \t\u00a0\u3000：:"
"""What may stand between a marker and its words: 第一篇：总结"""


class Found(Struct, frozen=True):
    """One heading, cut out of its block."""

    position: int
    """Of its block among all."""
    text: Passage
    heading: Passage
    rest: Passage
    """What follows in the same paragraph; empty for a line of its own."""
    reason: Reason
    marker: Marker | None = None
    file_level: int | None = None
    shape: Shape | None = None
    line_rank: int = 0
    """Of an English line among the document's kinds of line: 0 in capitals, then by its style."""


def headings(blocks: Sequence[Block]) -> tuple[Found, ...]:
    """The headings among *blocks*, in order."""
    lines = candidates(blocks)
    numbered = numbered_headings(lines)
    parts = parts_of_letter(lines)
    taken = {member.candidate.position for member in numbered} | set(parts)
    marked = [c for c in lines if c.file_level is not None and c.position not in taken]
    plain = unnumbered_headings(lines, [*taken, *(c.position for c in marked)])
    ranks = ranks_of_lines([heading.candidate for heading in plain if heading.shape.is_line])
    found = [
        *(_of_marker(member) for member in numbered if member.candidate.position not in parts),
        *(_of_part(lines[position], name) for position, name in parts.items()),
        *(_of_file(candidate) for candidate in marked),
        *(_of_shape(heading, ranks.get(heading.candidate.position, 0)) for heading in plain),
    ]
    return tuple(sorted(found, key=lambda heading: heading.position))


def _of_marker(member: Numbered) -> Found:
    candidate, marker = member.candidate, member.marker
    passage = candidate.passage
    if candidate.file_level is not None:
        return Found(
            candidate.position,
            passage,
            passage[marker.end :].strip(_AROUND),
            EMPTY,
            candidate.file_reason or "marker",
            marker,
            candidate.file_level,
        )
    end, following = _extent(candidate, marker)
    return Found(
        candidate.position,
        passage[:end].rstrip(),
        passage[marker.end : end].strip(_AROUND),
        passage[following:].strip(),
        "auto-number" if candidate.is_auto_numbered else "marker",
        marker,
    )


def _extent(candidate: Candidate, marker: Marker) -> tuple[int, int]:
    """Where the heading ends in its paragraph, and where what follows it begins."""
    if marker.kind is Kind.ARTICLE:
        return _extent_of_article(candidate.text, marker)
    if marker.kind is Kind.QUESTION and candidate.length <= SIBLING_LIMIT:
        return len(candidate.text.rstrip("。")), len(candidate.text)
    first = candidate.lead_after(marker)
    if quoted := _quotation(candidate.text, marker.end, first.end):
        return quoted
    if measure(candidate.text[marker.end : first.end]) <= SIBLING_LIMIT:
        return first.end, first.next
    return _extent_of_clause(candidate.text, marker)


_QUOTES = compiled("[：:]\\s*(?=“)")


def _quotation(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a colon leads over to whole sentences in quotation marks, which are no heading's.

    一、将第三条修改为：“国家…。
    """
    found = _QUOTES.search(text, start, end)
    if not found:
        return None
    quoted = text[found.end() : end]
    is_left_open = quoted.count("“") > quoted.count("”")
    return (found.start(), found.end()) if is_left_open or "。" in quoted else None


_CLAUSE_ENDS = compiled("[，,：:；;]")


def _extent_of_clause(text: str, marker: Marker) -> tuple[int, int]:
    """The first clause, or else the marker alone, of a sentence too long to stand over anything."""
    found = _CLAUSE_ENDS.search(text, marker.end, marker.end + RUN_IN_LIMIT)
    return (found.start(), found.end()) if found else (len(marker.text), marker.end)


def _extent_of_article(text: str, marker: Marker) -> tuple[int, int]:
    """An article's heading is its number, with the title that some laws give it in brackets."""
    rest = text[marker.end :]
    if not rest:
        return len(text), len(text)
    if rest[0] in OPENINGS_OF_TITLES:
        close = rest.find(OPENINGS_OF_TITLES[rest[0]])
        if 0 < close <= 20:
            return marker.end + close + 1, marker.end + close + 1
    if len(rest) <= 28 and rest[-1] not in "。；：;:":
        return len(text), len(text)
    return len(marker.text), marker.end


def _of_file(candidate: Candidate) -> Found:
    return Found(
        candidate.position,
        candidate.passage,
        candidate.passage.strip(),
        EMPTY,
        candidate.file_reason or "markdown",
        None,
        candidate.file_level,
    )


def _of_part(candidate: Candidate, name: Lead) -> Found:
    """`主旨：…` of a letter from Taiwan."""
    text = candidate.passage[: name.end].strip()
    rest = candidate.passage[name.next :].strip()
    return Found(candidate.position, text, text, rest, "unnumbered", shape=Shape.LABEL)


def _of_shape(heading: Unnumbered, line_rank: int) -> Found:
    candidate = heading.candidate
    first = _lead_of_shape(heading)
    text = candidate.passage[: first.end]
    rest = candidate.passage[first.next :].strip()
    is_bold = candidate.is_bold or heading.shape is Shape.BOLD
    reason: Reason = "font" if is_bold else "unnumbered"
    return Found(
        candidate.position,
        text,
        text.strip(),
        rest,
        reason,
        shape=heading.shape,
        line_rank=line_rank,
    )


def _lead_of_shape(heading: Unnumbered) -> Lead:
    candidate = heading.candidate
    match heading.shape:
        case Shape.BOLD:
            return candidate.bold
        case Shape.LABEL:
            end = len(label_of(candidate))
            return Lead(end, end + 1)
        case Shape.LINE | Shape.SENTENCE | Shape.RUN_IN:
            return candidate.bare
        case _:
            assert_never(heading.shape)

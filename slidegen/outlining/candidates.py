"""Every line that might be a heading, with all that a decision needs, and no decision yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from slidegen.document import Block, Heading, HeadingReason, ListBlock, Paragraph
from slidegen.outlining.numbering import Kind, Marker, markers_at
from slidegen.outlining.wording import Lead, ends_whole, lead, measure
from slidegen.passage import Passage

QUOTATION_LIMIT = 40
"""A quotation that has not closed after so many paragraphs is a slip of the typist."""


@dataclass(frozen=True)
class Candidate:
    """One block, looked at as a possible heading."""

    position: int
    """Of the block among all."""
    passage: Passage
    """Its words; empty for a block without any that count (a table, a picture)."""
    readings: tuple[Marker, ...] = ()
    """What its marker may be; none if it has no marker or stands inside a quotation."""
    file_level: int | None = None
    """Its depth if the file itself marks it as a heading."""
    file_reason: HeadingReason | None = None
    is_bold: bool = False
    """Whether all of it is set in bold, which in Markdown is a poor man's heading."""
    is_quoted: bool = False

    @cached_property
    def text(self) -> str:
        return self.passage.text

    @cached_property
    def bare(self) -> Lead:
        """The first sentence, of a paragraph taken without its marker."""
        return lead(self.text)

    def lead_after(self, marker: Marker) -> Lead:
        return lead(self.text, marker.end)

    @cached_property
    def ends_whole(self) -> bool:
        return ends_whole(self.text)

    @cached_property
    def length(self) -> float:
        return measure(self.text)


def candidates(blocks: Sequence[Block]) -> tuple[Candidate, ...]:
    """One for each block, in order."""
    return tuple(
        _candidate(position, block, quoted)
        for position, (block, quoted) in enumerate(
            zip(blocks, _inside_quotations(blocks), strict=True)
        )
    )


def _candidate(position: int, block: Block, is_quoted: bool) -> Candidate:
    match block:
        case Heading(passage, level, reason):
            readings = tuple(markers_at(passage.text))
            return Candidate(position, passage, readings, level, reason)
        case Paragraph(passage):
            readings = () if is_quoted else tuple(markers_at(passage.text))
            bold = bool(passage) and all(
                run.style.bold or not run.text.strip() for run in passage.runs
            )
            return Candidate(position, passage, readings, is_bold=bold, is_quoted=is_quoted)
        case _:
            return Candidate(position, Passage())


def _inside_quotations(blocks: Sequence[Block]) -> Iterator[bool]:
    """For each block, whether it continues a quotation that an earlier paragraph opened.

    A decision that amends a law quotes whole articles, 第三条 and all; those are
    no headings of the decision.
    """
    depths = [_net_quotes(block) for block in blocks]
    until = -1
    for i, net in enumerate(depths):
        yield i <= until
        if i > until and net > 0:
            until = _closing(depths, i)


def _net_quotes(block: Block) -> int:
    match block:
        case Paragraph(passage):
            return passage.text.count("“") - passage.text.count("”")
        case _:
            return 0


def _closing(depths: Sequence[int], opened: int) -> int:
    """The paragraph in which the quotation opened in *opened* closes; that one itself if none."""
    open_quotes = depths[opened]
    for i in range(opened + 1, min(len(depths), opened + QUOTATION_LIMIT)):
        open_quotes += depths[i]
        if open_quotes <= 0:
            return i
    return opened


def unlisted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, with numbered lists that hold a text's structure laid open.

    In Markdown `1. 坚定目标` followed by paragraphs is a list of one item; where
    items lead text of their own they are headings, and their blocks follow them.
    """
    return tuple(part for block in blocks for part in _opened(block))


def _opened(block: Block) -> tuple[Block, ...]:
    return (block,)

"""Every line that might be a heading, with all that a decision needs, and no decision yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from slidegen.document import Block, Heading, HeadingReason, ListBlock, ListItem, Paragraph
from slidegen.outlining.numbering import Marker, markers_at
from slidegen.outlining.wording import Lead, ends_whole, lead, measure
from slidegen.passage import Passage
from slidegen.patterns import compiled

QUOTATION_LIMIT = 40
"""A quotation that has not closed after so many paragraphs is a slip of the typist."""


_PARTS = compiled(r"[。：:.！？!?\s]")


class Candidate(Struct, frozen=True, dict=True):
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
    is_auto_numbered: bool = False
    """Whether its marker was counted by the program that wrote the file."""
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
        """The words in bold after *marker*, or else the first sentence after it."""
        return self.bold if self.bold_end > marker.end else lead(self.text, marker.end)

    @property
    def bold(self) -> Lead:
        """The words in bold, without the stop or colon that parts them from the rest."""
        text, end = self.text, self.bold_end
        following = end + len(text[end:]) - len(text[end:].lstrip(" ：:。."))
        return Lead(len(text[:end].rstrip(" ：:。.")), following)

    @cached_property
    def bold_end(self) -> int:
        """Where the bold ends that opens the paragraph, or follows its marker; 0 if none does.

        Only bold that a stop or a blank parts from the rest, since words in bold may as well be
        stressed.
        """
        start = max((marker.end for marker in self.readings), default=0)
        end = offset = 0
        for run in self.passage.runs:
            offset += len(run.text)
            if run.style.bold:
                end = offset
            elif offset > start:
                break
        if not start < end < len(self.text) - 1:
            return 0
        return end if _PARTS.search(self.text[end - 1 : end + 1]) else 0

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
        case Paragraph(passage, is_auto_numbered):
            readings = () if is_quoted else tuple(markers_at(passage.text))
            bold = bool(passage) and all(
                run.style.bold or not run.text.strip() for run in passage.runs
            )
            return Candidate(
                position,
                passage,
                readings,
                is_auto_numbered=is_auto_numbered,
                is_bold=bold,
                is_quoted=is_quoted,
            )
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


_NUMBER = compiled(r"\d{1,3}[.)][ \t]+$")


def unlisted(blocks: Sequence[Block], lines: Sequence[str]) -> tuple[Block, ...]:
    """The same blocks, with numbered lists that hold the text's structure laid open.

    In Markdown `1. 坚定目标` with paragraphs below it is a list of one item; items that
    lead into text of their own are numbered paragraphs, and are given back their numbers,
    cut from *lines* of the source.
    """
    return tuple(part for block in blocks for part in _opened(block, lines))


def _opened(block: Block, lines: Sequence[str]) -> tuple[Block, ...]:
    if not isinstance(block, ListBlock):
        return (block,)
    opened = [_with_number(item, lines) for item in block.items]
    leading = sum(parts is not None and _leads(parts) for parts in opened)
    if not all(opened) or (len(opened) > 1 and 2 * leading < len(opened)):
        return (block,)
    return tuple(part for parts in opened if parts for part in parts)


def _with_number(item: ListItem, lines: Sequence[str]) -> tuple[Block, ...] | None:
    """The blocks of *item*, its number before its words; None if it has none."""
    if item.marker is None or not item.blocks or not isinstance(item.blocks[0], Paragraph):
        return None
    words = item.blocks[0].passage
    if not words or words.line > len(lines):
        return None
    first = words.runs[0]
    before = lines[first.line - 1][: first.start].rstrip("*_")
    found = _NUMBER.search(before)
    if not found:
        return None
    number = Passage.of_line(found[0], first.line, found.start())
    return (Paragraph(number + words), *item.blocks[1:])


def _leads(parts: Sequence[Block]) -> bool:
    """Whether an item heads more text: in its paragraph, or in blocks below it."""
    head = _candidate(0, parts[0], False)
    if len(parts) > 1 or not head.readings:
        return len(parts) > 1
    first = head.lead_after(head.readings[0])
    return len(head.text) - first.next >= first.end

"""The lines of a document that has none: one for each block, in reading order.

Word, a web page or a PDF has no lines that a person could count. So each block's
text is written down as a line when it is read, and its passage points there: the
block's number is the line, and offsets count in its text, as in every format.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import dropwhile
from typing import NamedTuple

from msgspec import Struct, field

from slidegen.document import Block, Document, Field
from slidegen.messages import Message
from slidegen.notices import Report
from slidegen.passage import EMPTY, PLAIN, Passage, Run, Style, join
from slidegen.reading.limits import LARGEST_TEXT, MOST_BLOCKS, check_count, check_size
from slidegen.reading.lines import CONTROL, INDENT, LINE_END, control_characters, is_wide
from slidegen.reading.opening import Source

BLOCKS = Message(en="paragraphs", zh="段落")


class Span(NamedTuple):
    """Characters in one style, before they have a place. A line end in them is one that
    the author asked for (Word's `w:br`, a page's `<br>`)."""

    text: str
    style: Style = PLAIN


class BlockLines(Struct):
    """Collects the text of a document block by block, and gives out the passages."""

    source: Source
    lines: list[str] = field(default_factory=list)
    size: int = 0
    """Characters collected so far."""
    controls: int = 0
    first_control: int = 0

    def passage(self, spans: Iterable[Span]) -> Passage:
        """One block of *spans*; line ends in it join, with a space where words would touch.

        Empty, and no line, if there are no words.
        """
        return self._add(_joined(_rows(spans)))

    def passages(self, spans: Iterable[Span]) -> tuple[Passage, ...]:
        """A block for each line of *spans* that has words: an author who ends lines by hand
        means paragraphs."""
        added = (self._add(row) for row in _rows(spans))
        return tuple(passage for passage in added if passage)

    def code(self, spans: Iterable[Span]) -> tuple[Passage, ...]:
        """A passage for each line of a program, its indent kept; blank between two others, it
        is an empty one."""
        added = [self._add(row, keeps_indent=True) for row in _rows(spans)]
        while added and not added[-1]:
            added.pop()
        return tuple(dropwhile(lambda passage: not passage, added))

    def plain(self, text: str) -> Passage:
        """One block of unstyled *text*."""
        return self.passage((Span(text),))

    def document(
        self,
        blocks: Sequence[Block],
        format: str,
        report: Report,
        *,
        fields: Sequence[Field] = (),
    ) -> Document:
        """The document of all that was collected; says what had to be cleaned."""
        if self.controls:
            report(control_characters(self.controls, self.first_control))
        return Document(
            blocks=tuple(blocks),
            format=format,
            fields=tuple(fields),
            lines=tuple(self.lines),
            sha256=self.source.sha256,
            path=self.source.path,
        )

    def _add(self, row: Sequence[Span], *, keeps_indent: bool = False) -> Passage:
        """Raises `SourceTooLarge` or `SourceTooSlow` where there is no end to it."""
        spans = _ended(self._cleaned(row)) if keeps_indent else _stripped(self._cleaned(row))
        if not spans:
            return EMPTY
        self.lines.append("".join(span.text for span in spans))
        number, start, runs = len(self.lines), 0, list[Passage]()
        check_count(number, MOST_BLOCKS, BLOCKS)
        for text, style in spans:
            runs.append(Passage((Run(text, number, start, style),)))
            start += len(text)
        self.size += start
        check_size(self.size, LARGEST_TEXT)
        self.source.check_time()
        return join(runs)

    def _cleaned(self, row: Sequence[Span]) -> list[Span]:
        spans = []
        for text, style in row:
            cleaned, count = CONTROL.subn(" ", text.replace("\u00ad", ""))
            if count:
                self.controls += count
                self.first_control = self.first_control or len(self.lines) + 1
            spans.append(Span(cleaned, style))
        return spans


def _rows(spans: Iterable[Span]) -> list[list[Span]]:
    """*spans* parted where they hold line ends."""
    rows: list[list[Span]] = [[]]
    for text, style in spans:
        first, *others = LINE_END.split(text)
        rows[-1].append(Span(first, style))
        rows.extend([Span(part, style)] for part in others)
    return rows


def _joined(rows: Sequence[Sequence[Span]]) -> list[Span]:
    """*rows* as one, with a space where Latin words would touch."""
    whole: list[Span] = []
    for row in rows:
        stripped = _stripped(row)
        if not stripped:
            continue
        if whole and not (is_wide(whole[-1].text[-1]) or is_wide(stripped[0].text[0])):
            whole.append(Span(" "))
        whole.extend(stripped)
    return whole


def _stripped(row: Sequence[Span]) -> list[Span]:
    """*row* without the white space at its two ends, and without empty spans."""
    spans = _ended(row)
    while spans and not (text := spans[0].text.lstrip(INDENT)):
        spans.pop(0)
    if spans:
        spans[0] = Span(text, spans[0].style)
    return spans


def _ended(row: Sequence[Span]) -> list[Span]:
    """*row* without the white space at its end, and without empty spans."""
    spans = [span for span in row if span.text]
    while spans and not (text := spans[-1].text.rstrip(INDENT)):
        spans.pop()
    if spans:
        spans[-1] = Span(text, spans[-1].style)
    return spans

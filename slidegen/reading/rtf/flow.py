"""The paragraphs, rows and pictures of one stretch of text, as they come to an end.

RTF says what a paragraph is only where it ends, and that it was a table only at the end
of each row. What is gathered here has no meaning yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct, field

from slidegen.passage import PLAIN, Style
from slidegen.reading.block_lines import Span
from slidegen.reading.rtf.state import Format


class RawParagraph(Struct, frozen=True):
    spans: tuple[Span, ...]
    format: Format
    marker: str = ""
    """The number or bullet that the program wrote out before it."""


class RawPicture(Struct, frozen=True):
    data: bytes
    kind: str
    """The control word that named it: `pngblip`, `wmetafile`."""
    alt: str


class RawCell(Struct, frozen=True):
    raws: tuple[Raw, ...]


class Place(Struct, frozen=True):
    """Where one cell of a row ends, and whether it is one with its neighbours."""

    edge: int
    """Its right edge, in twips."""
    continues_left: bool = False
    """`\\clmrg`"""
    continues_above: bool = False
    """`\\clvmrg`"""


class RawRow(Struct, frozen=True):
    cells: tuple[RawCell, ...]
    places: tuple[Place, ...]
    is_head: bool


class RawTable(Struct, frozen=True):
    rows: tuple[RawRow, ...]


Raw: TypeAlias = RawParagraph | RawPicture | RawTable


class RawNote(Struct, frozen=True):
    raws: tuple[Raw, ...]
    is_endnote: bool


class RowPlan(Struct):
    """What `\\trowd` and the words after it say of a row."""

    places: list[Place] = field(default_factory=list)
    continues_left: bool = False
    continues_above: bool = False
    is_head: bool = False

    def end_cell(self, edge: int) -> None:
        self.places.append(Place(edge, self.continues_left, self.continues_above))
        self.continues_left = self.continues_above = False


class Flow(Struct):
    raws: list[Raw] = field(default_factory=list)
    marker: str = ""
    plan: RowPlan = field(default_factory=RowPlan)
    _spans: list[Span] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    """Of the span that is being read, a piece each time: characters often come one by one."""
    _style: Style = PLAIN
    _floats: list[Raw] = field(default_factory=list)
    """Pictures and boxes that hang on the paragraph, behind its first words."""
    _before: list[Raw] = field(default_factory=list)
    """The same, in front of them."""
    _cell: list[Raw] = field(default_factory=list)
    _cells: list[RawCell] = field(default_factory=list)
    _rows: list[RawRow] = field(default_factory=list)

    def add(self, text: str, style: Style) -> None:
        if self._words and style != self._style:
            self._end_span()
        self._words.append(text)
        self._style = style

    def _end_span(self) -> None:
        if self._words:
            self._spans.append(Span("".join(self._words), self._style))
            self._words = []

    @property
    def extent(self) -> tuple[int, int, int]:
        """Grows with all that is put into the flow."""
        self._end_span()
        return len(self.raws), len(self._spans), len(self._floats) + len(self._before)

    def hang(self, raws: Sequence[Raw]) -> None:
        """Puts *raws* beside the paragraph that is being read: before it where none of its
        words has come yet, else after it."""
        self._end_span()
        has_words = any(span.text.strip() for span in self._spans)
        (self._floats if has_words else self._before).extend(raws)

    def end_paragraph(self, format: Format) -> None:
        if format.in_table:
            self._settle(format, self._cell)
            return
        if self._cells or self._cell:
            self.end_row()
        if self._rows:
            self.raws.append(RawTable(tuple(self._rows)))
            self._rows = []
        self._settle(format, self.raws)

    def end_cell(self, format: Format) -> None:
        self._settle(format, self._cell)
        self._cells.append(RawCell(tuple(self._cell)))
        self._cell = []

    def end_nested_cell(self, format: Format) -> None:
        """A table in a cell: its words stand in the cell one after the other."""
        self._settle(format, self._cell)

    def end_row(self) -> None:
        if self._cell:
            self._cells.append(RawCell(tuple(self._cell)))
            self._cell = []
        if self._cells:
            plan = self.plan
            self._rows.append(RawRow(tuple(self._cells), tuple(plan.places), plan.is_head))
            self._cells = []

    def begin_row(self) -> None:
        self.plan = RowPlan()

    def close(self, format: Format) -> list[Raw]:
        """All that was gathered, the last paragraph too, which may lack its end."""
        if self._cells or self._cell or (format.in_table and (self._spans or self._words)):
            self.end_cell(format)
        self.end_paragraph(Format(style=format.style, outline=format.outline))
        return self.raws

    def _settle(self, format: Format, target: list[Raw]) -> None:
        self._end_span()
        marker, self.marker = self.marker, ""
        target.extend(self._before)
        self._before = []
        if any(span.text.strip() for span in self._spans):
            target.append(RawParagraph(tuple(self._spans), format, marker))
        self._spans = []
        target.extend(self._floats)
        self._floats = []

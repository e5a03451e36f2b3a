"""What stands in a document, one after the other, before any of it has a line.

The XML says what a paragraph holds; what it makes, a list, a caption, a row of a table that
is only there for the layout, shows when its neighbours are known. Between the two stand
these pieces.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from slidegen.document import Alignment, HeadingReason
from slidegen.reading.block_lines import Span
from slidegen.reading.pictures import PictureFile
from slidegen.reading.word.styles import Role

if TYPE_CHECKING:
    from slidegen.reading.word.numbering import Marker


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph that has words."""

    spans: tuple[Span, ...]
    role: Role = "body"
    level: int = 0
    """Of a heading, from 1; else 0."""
    reason: HeadingReason = "style"
    marker: Marker | None = None
    """The number or bullet that Word puts before it."""
    alignment: Alignment | None = None

    @property
    def words(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture."""

    file: PictureFile
    alt: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    pieces: tuple[Piece, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, whatever it is there for."""

    rows: tuple[tuple[GridCell, ...], ...]
    header_rows: int = 0
    title: str = ""
    """Of a chart whose figures these are."""


Piece: TypeAlias = Text | Shown | Grid

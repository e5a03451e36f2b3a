"""What stands in a document, one after the other, before any of it has a line.

The file says what a paragraph holds; what it makes, a list, a caption, a row of a table that
is only there for the layout, shows when its neighbours are known. Between the two stand
these pieces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias, assert_never

from msgspec import Struct

from slidegen.document import Alignment, HeadingReason
from slidegen.reading.block_lines import Span
from slidegen.reading.pictures import PictureFile

Role: TypeAlias = Literal["body", "title", "heading", "caption", "code", "quote", "contents"]
"""What a paragraph is for. `contents`: a line of a table of contents, or its heading."""


class Marker(Struct, frozen=True):
    text: str
    """What stands before the paragraph's words, ready to be joined to them: it ends in a space
    where typed numbering would have one (`1. Scope`, `第一章 总则`, but `一、总则`)."""
    is_bullet: bool
    """Whether it is a sign without an order: `•`, a tick, a picture."""
    level: int
    """Depth in its list, from 0."""


class Text(Struct, frozen=True):
    """One paragraph that has words."""

    spans: tuple[Span, ...]
    role: Role = "body"
    level: int = 0
    """Of a heading, from 1; else 0."""
    reason: HeadingReason = "style"
    marker: Marker | None = None
    """The number or bullet that the program puts before it."""
    alignment: Alignment | None = None

    @property
    def words(self) -> str:
        return "".join(span.text for span in self.spans)


class Shown(Struct, frozen=True):
    """A picture."""

    file: PictureFile
    alt: str = ""


class GridCell(Struct, frozen=True):
    pieces: tuple[Piece, ...]
    columns: int = 1
    rows: int = 1


class Grid(Struct, frozen=True):
    """A table, whatever it is there for."""

    rows: tuple[tuple[GridCell, ...], ...]
    header_rows: int = 0
    title: str = ""
    """Of a chart whose figures these are."""


Piece: TypeAlias = Text | Shown | Grid


def texts_in(pieces: Sequence[Piece]) -> Iterator[Text]:
    """All paragraphs in *pieces*, those of tables in tables as well."""
    for piece in pieces:
        match piece:
            case Text():
                yield piece
            case Grid(rows):
                for row in rows:
                    for cell in row:
                        yield from texts_in(cell.pieces)
            case Shown():
                pass
            case _:
                assert_never(piece)


def pictures_in(pieces: Sequence[Piece]) -> Iterator[Shown]:
    for piece in pieces:
        match piece:
            case Shown():
                yield piece
            case Grid(rows):
                for row in rows:
                    for cell in row:
                        yield from pictures_in(cell.pieces)
            case Text():
                pass
            case _:
                assert_never(piece)


def has_title(pieces: Sequence[Piece]) -> bool:
    """Whether a paragraph is in the style Title, below which the headings then stand."""
    return any(text.role == "title" for text in texts_in(pieces))


def lines_of(pieces: Sequence[Piece]) -> Iterator[str]:
    """What *pieces* say, line by line."""
    for text in texts_in(pieces):
        yield from filter(None, (line.strip() for line in text.words.split("\n")))

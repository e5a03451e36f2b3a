"""Pieces to blocks: what a paragraph or a table makes among its neighbours.

Bullets in a row are a list, a caption belongs to the picture above or the table below, and
a table that is only there to hold things in place is what it holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from slidegen.document import (
    Block,
    Cell,
    Code,
    Footnote,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from slidegen.passage import EMPTY
from slidegen.reading.block_lines import BlockLines, Span
from slidegen.reading.flowing.captions import caption_of, captions
from slidegen.reading.flowing.frames import is_frame
from slidegen.reading.flowing.letterhead import is_letterhead
from slidegen.reading.flowing.pieces import (
    Grid,
    GridCell,
    Piece,
    Shown,
    Text,
    pictures_in,
    texts_in,
)
from slidegen.reading.flowing.wording import needs_space, numbered, trimmed, unboxed, unstressed


class Composer(Struct):
    """Makes the blocks of one document, in order, for its `lines`."""

    lines: BlockLines
    has_title: bool
    """Whether the document has a paragraph in the style Title, below which its headings stand."""

    def blocks(self, pieces: Sequence[Piece]) -> Iterator[Block]:
        named = captions(pieces)
        captioning = frozenset(named.values())
        index = 0
        while index < len(pieces):
            piece = pieces[index]
            match piece:
                case Text(role="body", marker=marker) if marker and marker.is_bullet:
                    same = _alike(pieces, index)
                    yield from self._list([p for p in same if isinstance(p, Text)])
                    index += len(same)
                    continue
                case Text(role="quote"):
                    same = _alike(pieces, index)
                    texts = [
                        replace(p, role="body", spans=unstressed(p.spans))
                        for p in same
                        if isinstance(p, Text)
                    ]
                    yield Quote(tuple(self.blocks(texts)))
                    index += len(same)
                    continue
                case Text(role="code"):
                    same = _alike(pieces, index)
                    spans = [span for p in same if isinstance(p, Text) for span in _ended(p)]
                    yield Code(self.lines.code(spans))
                    index += len(same)
                    continue
                case Text(role="title"):
                    # A title over two lines is often two paragraphs.
                    same = _alike(pieces, index)
                    spans = [span for p in same if isinstance(p, Text) for span in _ended(p)]
                    yield from self._text(replace(piece, spans=tuple(spans), marker=None))
                    index += len(same)
                    continue
                case Text():
                    if index not in captioning:
                        yield from self._text(piece)
                case Shown():
                    yield from self._picture(piece, caption_of(pieces, named, index))
                case Grid():
                    yield from self._grid(piece, caption_of(pieces, named, index))
                case _:
                    assert_never(piece)
            index += 1

    def footnote(self, label: str, pieces: Sequence[Piece]) -> Iterator[Footnote]:
        if blocks := tuple(self.blocks(pieces)):
            yield Footnote(label, blocks)

    # Text

    def _text(self, text: Text) -> Iterator[Block]:
        spans = numbered(text)
        if text.role in ("title", "heading"):
            level = 1 if text.role == "title" else text.level + self.has_title
            if passage := self.lines.passage(unstressed(spans)):
                yield Heading(passage, level, text.reason)
            return
        is_numbered = text.marker is not None and not text.marker.is_bullet
        for order, passage in enumerate(self.lines.passages(spans)):
            yield Paragraph(passage, is_numbered_by_file=is_numbered and order == 0)

    def _list(self, texts: Sequence[Text]) -> Iterator[ListBlock]:
        """Nested by the levels of the bullets; a level that is skipped is no level."""
        items: list[ListItem] = []
        index = 0
        top = _depth(texts[0])
        while index < len(texts):
            end = index + 1
            while end < len(texts) and _depth(texts[end]) > top:
                end += 1
            if item := self._item(texts[index], texts[index + 1 : end]):
                items.append(item)
            index = end
            if index < len(texts):
                # A list may begin further in than it goes on.
                top = min(top, _depth(texts[index]))
        if items:
            yield ListBlock(tuple(items))

    def _item(self, text: Text, below: Sequence[Text]) -> ListItem | None:
        spans, checked = unboxed(text.spans)
        passage = self.lines.passage(spans)
        blocks: tuple[Block, ...] = (Paragraph(passage),) if passage else ()
        if below:
            blocks += tuple(self._list(below))
        return ListItem(blocks, checked=checked) if blocks else None

    # Pictures and tables

    def _picture(self, shown: Shown, caption: Text | None) -> Iterator[Picture]:
        alt = self.lines.plain(shown.alt)
        words = self.lines.passage(unstressed(numbered(caption))) if caption else EMPTY
        file = shown.file
        line = alt.line or words.line or len(self.lines.lines)
        yield Picture(file.data, file.media_type, file.width, file.height, alt, words, line)

    def _grid(self, grid: Grid, caption: Text | None) -> Iterator[Block]:
        rows = [[_plain(cell) for cell in row] for row in grid.rows]
        if is_letterhead(rows) or is_frame(grid):
            if caption:
                yield from self._text(caption)
            for row in grid.rows:
                for cell in row:
                    yield from self.blocks(cell.pieces)
            return
        if caption:
            words = self.lines.passage(unstressed(numbered(caption)))
        else:
            words = self.lines.plain(grid.title)
        yield Table(
            tuple(
                tuple(self._cell(cell, is_head=index < grid.header_rows) for cell in row)
                for index, row in enumerate(grid.rows)
            ),
            grid.header_rows,
            words,
        )
        for row in grid.rows:
            for cell in row:
                for shown in pictures_in(cell.pieces):
                    yield from self._picture(shown, None)

    def _cell(self, cell: GridCell, *, is_head: bool) -> Cell:
        texts = tuple(texts_in(cell.pieces))
        spans: list[Span] = []
        for text in texts:
            row = trimmed(numbered(text, bullets=True))
            # What is numbered, or stands in a table in the cell, was no line broken for width.
            stands_apart = text.marker is not None or text not in cell.pieces
            if spans and (stands_apart or needs_space(spans, row)):
                spans.append(Span(" "))
            spans += row
        alignment = texts[0].alignment if texts else None
        passage = self.lines.passage(unstressed(spans) if is_head else spans)
        return Cell(passage, cell.columns, cell.rows, alignment)


def _ended(text: Text) -> tuple[Span, ...]:
    return (*numbered(text, bullets=True), Span("\n"))


def _depth(text: Text) -> int:
    return text.marker.level if text.marker else 0


def _alike(pieces: Sequence[Piece], index: int) -> list[Piece]:
    """The piece at *index*, and those behind it that make one block with it."""
    first = pieces[index]
    end = index + 1
    while end < len(pieces) and _kind(pieces[end]) == _kind(first):
        end += 1
    return list(pieces[index:end])


def _kind(piece: Piece) -> tuple[str, bool] | None:
    if not isinstance(piece, Text):
        return None
    return piece.role, piece.marker is not None and piece.marker.is_bullet


def _plain(cell: GridCell) -> str:
    return "\n".join(text.words.strip() for text in texts_in(cell.pieces))

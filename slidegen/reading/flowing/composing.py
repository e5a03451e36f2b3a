"""Pieces to blocks: what a paragraph or a table makes among its neighbours.

Bullets in a row are a list, a caption belongs to the picture above or the table below, and
a table that is only there to hold things in place is what it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

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
from slidegen.passage import EMPTY, PLAIN
from slidegen.reading.block_lines import BlockLines, Span
from slidegen.reading.flowing.letterhead import is_letterhead
from slidegen.reading.flowing.pieces import Grid, GridCell, Piece, Shown, Text

FIGURE = re.compile(r"[图圖]|fig|abb|chart|image|photo|照片", re.IGNORECASE)
TABLE = re.compile(r"表|tab", re.IGNORECASE)
"""How a caption begins, in Chinese and in the languages of Europe."""

BOXES: Mapping[str, bool] = {"☐": False, "□": False, "☑": True, "☒": True, "🗹": True}
"""A task's box before its words, and whether it is ticked."""

LONGEST_IN_TABLE = 600
"""Characters of a cell; one with more holds a text, and the table is its frame."""
LONGEST_IN_ROW = 120
"""The same where a table is a single row, whose cells stand side by side like columns."""
NARROW = 4
"""Characters of a line in a cell that is broken only because the cell is narrow."""
STOPS = "。！？；：，、,.;:!?）)"


@dataclass
class Composer:
    """Makes the blocks of one document, in order, for its `lines`."""

    lines: BlockLines
    has_title: bool
    """Whether the document has a paragraph in the style Title, below which its headings stand."""

    def blocks(self, pieces: Sequence[Piece]) -> Iterator[Block]:
        captions = _captions(pieces)
        captioning = frozenset(captions.values())
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
                        replace(p, role="body", spans=_unstressed(p.spans))
                        for p in same
                        if isinstance(p, Text)
                    ]
                    yield Quote(tuple(self.blocks(texts)))
                    index += len(same)
                    continue
                case Text(role="code"):
                    same = _alike(pieces, index)
                    spans = [span for p in same if isinstance(p, Text) for span in _ended(p)]
                    yield Code(self.lines.passages(spans))
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
                    yield from self._picture(piece, _caption(pieces, captions, index))
                case Grid():
                    yield from self._grid(piece, _caption(pieces, captions, index))
                case _:
                    assert_never(piece)
            index += 1

    def footnote(self, label: str, pieces: Sequence[Piece]) -> Iterator[Footnote]:
        if blocks := tuple(self.blocks(pieces)):
            yield Footnote(label, blocks)

    # Text

    def _text(self, text: Text) -> Iterator[Block]:
        spans = _numbered(text)
        if text.role in ("title", "heading"):
            level = 1 if text.role == "title" else text.level + self.has_title
            if passage := self.lines.passage(_unstressed(spans)):
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
        spans, checked = _unboxed(text.spans)
        passage = self.lines.passage(spans)
        blocks: tuple[Block, ...] = (Paragraph(passage),) if passage else ()
        if below:
            blocks += tuple(self._list(below))
        return ListItem(blocks, checked=checked) if blocks else None

    # Pictures and tables

    def _picture(self, shown: Shown, caption: Text | None) -> Iterator[Picture]:
        alt = self.lines.plain(shown.alt)
        words = self.lines.passage(_unstressed(_numbered(caption))) if caption else EMPTY
        file = shown.file
        line = alt.line or words.line or len(self.lines.lines)
        yield Picture(file.data, file.media_type, file.width, file.height, alt, words, line)

    def _grid(self, grid: Grid, caption: Text | None) -> Iterator[Block]:
        rows = [[_plain(cell) for cell in row] for row in grid.rows]
        if is_letterhead(rows) or _is_layout(grid):
            if caption:
                yield from self._text(caption)
            for row in grid.rows:
                for cell in row:
                    yield from self.blocks(cell.pieces)
            return
        if caption:
            words = self.lines.passage(_unstressed(_numbered(caption)))
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
                for shown in _pictures(cell.pieces):
                    yield from self._picture(shown, None)

    def _cell(self, cell: GridCell, *, is_head: bool) -> Cell:
        texts = tuple(_texts(cell.pieces))
        spans: list[Span] = []
        for text in texts:
            row = _trimmed(_numbered(text, bullets=True))
            # What is numbered, or stands in a table in the cell, was no line broken for width.
            stands_apart = text.marker is not None or text not in cell.pieces
            if spans and (stands_apart or _needs_space(spans, row)):
                spans.append(Span(" "))
            spans += row
        alignment = texts[0].alignment if texts else None
        passage = self.lines.passage(_unstressed(spans) if is_head else spans)
        return Cell(passage, cell.columns, cell.rows, alignment)


# --- words


def _numbered(text: Text, *, bullets: bool = False) -> tuple[Span, ...]:
    """The spans of *text* behind its number, which looks like its first words."""
    if text.marker is None or (text.marker.is_bullet and not bullets):
        return text.spans
    marker = text.marker.text + (" " if text.marker.is_bullet else "")
    words = _trimmed(text.spans)
    style = replace(words[0].style, link=None) if words else PLAIN
    return (Span(marker, style), *words)


def _trimmed(spans: Sequence[Span]) -> tuple[Span, ...]:
    """*spans* without the white space at their two ends."""
    kept = [span for span in spans if span.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = Span(kept[0].text.lstrip(), kept[0].style)
        kept[-1] = Span(kept[-1].text.rstrip(), kept[-1].style)
    return tuple(kept)


def _unstressed(spans: Sequence[Span]) -> tuple[Span, ...]:
    """*spans* without the bold and the italics that all of them share: how headings, heads of
    tables and captions look, and no stress on any word."""
    words = [span for span in spans if span.text.strip()]
    bold = all(span.style.bold for span in words)
    italic = all(span.style.italic for span in words)
    return tuple(
        Span(
            span.text,
            replace(
                span.style,
                bold=span.style.bold and not bold,
                italic=span.style.italic and not italic,
            ),
        )
        for span in spans
    )


def _unboxed(spans: Sequence[Span]) -> tuple[tuple[Span, ...], bool | None]:
    """*spans* of a list item without the box of a task, and the state of the box."""
    for index, span in enumerate(spans):
        words = span.text.lstrip()
        if words and words[0] in BOXES:
            rest = Span(words[1:].lstrip(), span.style)
            return (rest, *spans[index + 1 :]), BOXES[words[0]]
        if words:
            break
    return tuple(spans), None


def _needs_space(before: Sequence[Span], after: Sequence[Span]) -> bool:
    """Whether two lines of a cell would make one word: 单位 and 名称 shall, names shall not."""
    last = "".join(span.text for span in before).strip().rpartition(" ")[2]
    first = "".join(span.text for span in after).strip()
    if not last or not first or last[-1] in STOPS:
        return bool(last) and last[-1].isascii()
    return max(len(last), len(first)) > NARROW or last[-1].isascii() or first[0].isascii()


def _ended(text: Text) -> tuple[Span, ...]:
    return (*_numbered(text, bullets=True), Span("\n"))


def _depth(text: Text) -> int:
    return text.marker.level if text.marker else 0


# --- neighbours


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


def _captions(pieces: Sequence[Piece]) -> dict[int, int]:
    """The captions of pictures and tables: the position of each, by that of what it names.

    Pictures have theirs below and tables above, unless there is nothing there to name.
    """
    found: dict[int, int] = {}
    for index, piece in enumerate(pieces):
        if not isinstance(piece, Text) or piece.role != "caption":
            continue
        for place, kinds in _places(index, piece.words):
            is_there = 0 <= place < len(pieces) and isinstance(pieces[place], kinds)
            if is_there and place not in found:
                found[place] = index
                break
    return found


def _places(index: int, words: str) -> tuple[tuple[int, tuple[type, ...]], ...]:
    """Where what a caption at *index* names may stand, the likeliest first."""
    above, below = index - 1, index + 1
    if FIGURE.match(words.strip()):
        return ((above, (Shown, Grid)), (below, (Shown,)))
    if TABLE.match(words.strip()):
        return ((below, (Grid,)), (above, (Grid, Shown)))
    return ((above, (Shown,)), (below, (Grid,)), (above, (Grid,)), (below, (Shown,)))


def _caption(pieces: Sequence[Piece], captions: Mapping[int, int], index: int) -> Text | None:
    found = pieces[captions[index]] if index in captions else None
    return found if isinstance(found, Text) else None


# --- tables


def _is_layout(grid: Grid) -> bool:
    """Whether a table is there for the layout: a frame around text, columns side by side,
    pictures on a page, a whole text in a cell."""
    filled = [cell for row in grid.rows for cell in row if cell.pieces]
    if all(sum(bool(cell.pieces) for cell in row) <= 1 for row in grid.rows) and _is_single(grid):
        return True
    texts = [sum(len(text.words) for text in _texts(cell.pieces)) for cell in filled]
    pictures = sum(1 for cell in filled for _ in _pictures(cell.pieces))
    longest = LONGEST_IN_ROW if len(grid.rows) == 1 else LONGEST_IN_TABLE
    return (
        max(texts) > longest
        or 2 * pictures >= sum(size > 0 for size in texts) + pictures > 0
        or any(
            isinstance(piece, Text) and piece.role in ("heading", "title")
            for cell in filled
            for piece in cell.pieces
        )
    )


def _is_single(grid: Grid) -> bool:
    """Whether there is but one column, or but one cell with anything in it."""
    filled = sum(bool(cell.pieces) for row in grid.rows for cell in row)
    return filled == 1 or all(len(row) <= 1 for row in grid.rows)


def _texts(pieces: Sequence[Piece]) -> Iterator[Text]:
    """All paragraphs in *pieces*, those of tables in tables as well."""
    for piece in pieces:
        match piece:
            case Text():
                yield piece
            case Grid(rows):
                for row in rows:
                    for cell in row:
                        yield from _texts(cell.pieces)
            case Shown():
                pass
            case _:
                assert_never(piece)


def _pictures(pieces: Sequence[Piece]) -> Iterator[Shown]:
    for piece in pieces:
        match piece:
            case Shown():
                yield piece
            case Grid(rows):
                for row in rows:
                    for cell in row:
                        yield from _pictures(cell.pieces)
            case Text():
                pass
            case _:
                assert_never(piece)


def _plain(cell: GridCell) -> str:
    return "\n".join(text.words.strip() for text in _texts(cell.pieces))

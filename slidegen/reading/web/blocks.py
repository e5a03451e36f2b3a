"""Boxes to blocks: what each part of the document's share of a page is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

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
    Rule,
    Table,
)
from slidegen.passage import EMPTY, Passage
from slidegen.reading.block_lines import BlockLines, Span
from slidegen.reading.lines import is_wide
from slidegen.reading.web.boxes import Box, Flow, ListMark, NoteMark, PictureMark
from slidegen.reading.web.head import HEADINGS, RECORD, Head
from slidegen.reading.web.main_text import MainText
from slidegen.reading.web.notes import Note, Notes
from slidegen.reading.web.numbering import TYPED, is_han, numbers
from slidegen.reading.web.pictures import Pictures
from slidegen.reading.web.tables import (
    alignment,
    cells_of,
    header_rows,
    is_layout,
    rows_of,
    span,
)

LISTS = ("ul", "ol", "menu", "dir")
LONGEST_HEADING = 200
"""Letters; what is longer was marked as a heading for its size."""
LONGEST_LABEL, LONGEST_VALUE, LONGEST_BARE_VALUE = 20, 120, 30
"""Letters of a label and its value that make one line: behind a colon, and without one."""
NOTES_HEADING = re.compile(
    r"(?:注释|注解|脚注|尾注|参考资料|参考文献|附注|notes?|references|footnotes|citations|endnotes)",
    re.IGNORECASE,
)
MOST_TYPED = 0.8
"""Share of a list's items that begin with a number for it to be a row of paragraphs."""
BULLETS = "·•●○◦■□◆◇▪▫►➢➤✓✔★☆§ØoüvlnuqwØ-–—*\uf0b7\uf0a7\uf0d8\uf06c\uf06e\uf075\uf0fc"
"""What Word shows as a bullet, also by the letters that stand for it in Wingdings."""


@dataclass
class Blocks:
    """Makes the blocks of one page, in its order."""

    lines: BlockLines
    text: MainText
    head: Head
    notes: Notes
    pictures: Pictures
    shift: int
    """What makes the first level of headings below the title the second."""
    is_typed: bool
    """Whether the text is set as it was typed (`<pre>`), line by line."""

    def all(self) -> tuple[Block, ...]:
        blocks = tuple(self._all())
        return tuple(_without_empty(blocks)) if self.notes.notes else blocks

    def _all(self) -> Iterator[Block]:
        yield from self._record(self.head.above)
        if self.head.title is not None and not self.head.is_inside:
            yield from self._heading(self.head.title)
        for flow in self.head.below:
            yield from self._flow(flow)
        yield from self._children(self.text.chosen)
        for note in self.notes.notes:
            yield from self._note(note)

    def _children(self, children: Iterable[Box | Flow]) -> Iterator[Block]:
        marked: list[Box] = []
        for child in children:
            if not self._is_wanted(child):
                continue
            if isinstance(child, Box) and _list_mark(child) in _BULLETS:
                marked.append(child)
                continue
            yield from self._bulleted(marked)
            marked = []
            if child is self.head.title:
                yield from self._heading(child)
            elif isinstance(child, Flow):
                yield from self._flow(child)
            else:
                yield from self._box(child)
        yield from self._bulleted(marked)

    def _is_wanted(self, child: Box | Flow) -> bool:
        return self.text.holds(child) and id(child) not in self.notes.boxes

    def _box(self, box: Box) -> Iterator[Block]:
        match box.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                yield from self._heading(box)
            case "ul" | "ol" | "menu" | "dir":
                yield from self._list(box)
            case "table":
                yield from self._table(box)
            case "pre":
                yield from self._pre(box)
            case "blockquote":
                if blocks := tuple(self._children(box.children)):
                    yield Quote(blocks)
            case "figure":
                yield from self._figure(box)
            case "dl":
                yield from self._definitions(box)
            case "hr":
                yield Rule()
            case _:
                yield from self._children(box.children)

    # Text

    def _flow(self, flow: Flow) -> Iterator[Block]:
        yield from map(Paragraph, self.lines.passages(self._spans(flow)))
        yield from self._pictures_in((flow,))

    def _spans(self, flow: Flow) -> Iterator[Span]:
        number = ""
        for piece in flow.pieces:
            match piece:
                case Span():
                    if number:
                        gap = "" if is_wide((piece.text.lstrip() or " ")[0]) else " "
                        yield Span(number + gap, piece.style)
                        piece = Span(piece.text.lstrip(" \xa0"), piece.style)
                        number = ""
                    yield piece
                case NoteMark(span=said):
                    if not self.notes.is_mark(piece):
                        yield said
                case ListMark(text):
                    number = "" if text in _BULLETS else text
                case PictureMark():
                    pass

    def _joined(self, flows: Iterable[Flow]) -> Iterator[Span]:
        """Several flows as the lines of one passage."""
        for flow in flows:
            yield from self._spans(flow)
            yield Span("\n")

    def _flows(self, box: Box | Flow) -> Iterator[Flow]:
        if not self._is_wanted(box):
            return
        if isinstance(box, Flow):
            yield box
            return
        for child in box.children:
            yield from self._flows(child)

    def _heading(self, box: Box | Flow) -> Iterator[Block]:
        flows = tuple(self._flows(box))
        is_title = box is self.head.title
        if box.letters > LONGEST_HEADING and isinstance(box, Box):
            yield from self._children(box.children)
            return
        if passage := self.lines.passage(self._joined(flows)):
            depth = HEADINGS.index(box.tag) + 1 if isinstance(box, Box) else 1
            yield Heading(passage, 1 if is_title else max(1, depth + self.shift), "style")
        yield from self._pictures_in(flows)

    def _pre(self, box: Box) -> Iterator[Block]:
        flows = tuple(self._flows(box))
        rows = "".join(span.text for span in self._joined(flows)).split("\n")
        words = [row for row in rows if row.strip()]
        if not words:
            return
        if self.is_typed and _is_prose(words):
            for flow in flows:
                yield from self._flow(flow)
            return
        yield Code(self.lines.code((Span("\n".join(rows)),)))

    def _record(self, flows: Sequence[Flow]) -> Iterator[Block]:
        """A government page's record, a line for each entry whose label ends in a colon."""
        label: Flow | None = None
        for flow in flows:
            if label is not None:
                if passage := self.lines.passage(self._joined((label, flow))):
                    yield Paragraph(passage)
                label = None
            elif flow.text.rstrip().endswith((":", "：")):
                label = flow
            else:
                yield from self._flow(flow)
        if label is not None:
            yield from self._flow(label)

    # Lists

    def _definitions(self, box: Box) -> Iterator[Block]:
        """Terms and what they mean; a label with a short value behind it is one line."""
        label: Box | None = None
        for child in box.children:
            if label is not None and isinstance(child, Box) and _is_value(label, child):
                said = (*self._flows(label), *self._flows(child))
                if passage := self.lines.passage(self._joined(said)):
                    yield Paragraph(passage)
                label = None
                continue
            if label is not None:
                yield from self._children((label,))
            label = child if isinstance(child, Box) and child.tag == "dt" else None
            if label is None:
                yield from self._children((child,))
        if label is not None:
            yield from self._children((label,))

    def _list(self, box: Box) -> Iterator[Block]:
        items = [c for c in box.children if isinstance(c, Box) and self._is_wanted(c)]
        flows = [c for c in box.children if isinstance(c, Flow)]
        typed = [item for item in items if TYPED.match(item.text)]
        if (
            flows
            or not items
            or len(typed) >= max(1, MOST_TYPED * len(items))
            or any(inner.tag in (*HEADINGS, "table") for item in items for inner in item.boxes())
        ):
            yield from self._children(box.children)
            return
        listed: list[ListItem] = []
        counted = iter(numbers(box, [item for item in items if item.tag == "li"]))
        for item in items:
            marker = next(counted) if item.tag == "li" else None
            if item.tag in LISTS and listed:
                # A list that stands between the items belongs to the one above it.
                inner = tuple(self._list(item))
                listed[-1] = ListItem((*listed[-1].blocks, *inner), listed[-1].marker)
            elif marker and is_han(box):
                yield from _flushed(listed)
                listed = []
                yield from self._numbered(item, marker)
            elif blocks := tuple(self._item(item)):
                listed.append(ListItem(blocks, marker))
        yield from _flushed(listed)

    def _item(self, item: Box) -> Iterator[Block]:
        """The blocks of an item; lines in it join, for it is one point."""
        for child in item.children:
            if not self._is_wanted(child):
                continue
            if isinstance(child, Flow):
                if passage := self.lines.passage(self._spans(child)):
                    yield Paragraph(passage)
                yield from self._pictures_in((child,))
            elif child.tag in ("p", "div", "section"):
                yield from self._item(child)
            else:
                yield from self._box(child)

    def _numbered(self, item: Box, marker: str) -> Iterator[Block]:
        """An item as the paragraph that it would be if its number had been typed."""
        first = next((flow for flow in self._flows(item) if flow.letters), None)
        if first is not None:
            first.pieces.insert(0, ListMark(marker))
        yield from self._children(item.children)

    def _bulleted(self, boxes: Sequence[Box]) -> Iterator[Block]:
        """A list that Word exported as paragraphs with bullets of their own."""
        items = [
            ListItem((Paragraph(passage),))
            for box in boxes
            if (passage := self.lines.passage(self._joined(self._flows(box))))
        ]
        yield from _flushed(items)

    # Tables and pictures

    def _table(self, table: Box) -> Iterator[Block]:
        if is_layout(table):
            yield from self._children(table.children)
            return
        if _is_record(table):
            yield from self._record(tuple(self._flows(table)))
            return
        captions = [c for c in table.children if isinstance(c, Box) and c.tag == "caption"]
        caption = self.lines.passage(self._joined(f for c in captions for f in self._flows(c)))
        rows, pictures = list[tuple[Cell, ...]](), list[Block]()
        boxes = tuple(row for row in rows_of(table) if row.letters)
        for row in boxes:
            cells = []
            for cell in cells_of(row):
                flows = tuple(self._flows(cell))
                passage = self.lines.passage(self._joined(flows))
                cells.append(
                    Cell(passage, span(cell, "colspan"), span(cell, "rowspan"), alignment(cell))
                )
                pictures += self._pictures_in(flows)
            rows.append(tuple(cells))
        if any(cell.passage for row in rows for cell in row):
            yield Table(tuple(rows), header_rows(boxes), caption)
        yield from pictures

    def _figure(self, box: Box) -> Iterator[Block]:
        captions = [inner for inner in box.boxes() if inner.tag == "figcaption"]
        words = [flow for caption in captions for flow in self._flows(caption)]
        others = [flow for flow in self._flows(box) if flow not in words]
        caption = self.lines.passage(self._joined(words))
        pictures = tuple(self._pictures_in(others, caption))
        if not pictures or any(flow.letters for flow in others):
            if caption:
                yield Paragraph(caption)
            caption = EMPTY
            pictures = ()
            rest = [c for c in box.children if c not in captions]
            yield from self._children(rest)
        yield from pictures

    def _pictures_in(self, flows: Iterable[Flow], caption: Passage = EMPTY) -> Iterator[Block]:
        for flow in flows:
            for piece in flow.pieces:
                if isinstance(piece, PictureMark) and (found := self.pictures.get(piece)):
                    alt = self.lines.plain(piece.alt)
                    yield Picture(
                        found.data, found.media_type, found.width, found.height, alt, caption
                    )
                    caption = EMPTY

    # Notes

    def _note(self, note: Note) -> Iterator[Block]:
        if blocks := tuple(self._children(note.box.children)):
            yield Footnote(note.label, blocks)


_BULLETS = frozenset(BULLETS)


def _flushed(items: Sequence[ListItem]) -> Iterator[Block]:
    if items:
        yield ListBlock(tuple(items))


def _list_mark(box: Box) -> str:
    """What Word computed for the paragraph; empty if it is in no list of Word's."""
    first = next((c for c in box.children if isinstance(c, Flow)), None) if box.tag == "p" else None
    marks = (piece.text for piece in first.pieces if isinstance(piece, ListMark)) if first else ()
    return next(iter(marks), "")


def _is_value(label: Box, child: Box) -> bool:
    flows = tuple(child.flows())
    is_label = label.text.rstrip().endswith((":", "："))
    return (
        child.tag == "dd"
        and len(flows) == 1
        and label.letters <= LONGEST_LABEL
        and child.letters <= (LONGEST_VALUE if is_label else LONGEST_BARE_VALUE)
    )


def _without_empty(blocks: Sequence[Block]) -> Iterator[Block]:
    """*blocks* without the headings whose notes went to the end of the document."""
    for index, block in enumerate(blocks):
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        is_empty = below is None or isinstance(below, Footnote | Heading)
        is_deeper = (
            isinstance(block, Heading) and isinstance(below, Heading) and below.level > block.level
        )
        if not (
            isinstance(block, Heading)
            and is_empty
            and not is_deeper
            and NOTES_HEADING.fullmatch(block.passage.text)
        ):
            yield block


def _is_prose(rows: Sequence[str]) -> bool:
    """Whether what was set as it was typed is text and no program."""
    letters = "".join(rows)
    signs = sum(sign in "{}[]();=<>/\\|_$#&*+" for sign in letters)
    return signs < 0.04 * len(letters)


def _is_record(table: Box) -> bool:
    """Whether it is the record of a government page, an entry in each row or cell."""
    cells = [cell for row in rows_of(table) for cell in cells_of(row) if cell.letters]
    labels = [cell for cell in cells if RECORD.fullmatch(cell.text)]
    return len(labels) >= 3 and 2 * len(labels) >= len(cells) - 1

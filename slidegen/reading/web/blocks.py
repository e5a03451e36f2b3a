"""Boxes to blocks: what each part of the document's share of a page is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

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
from slidegen.reading.web.boxes import Box, Flow, ListMark, PictureMark
from slidegen.reading.web.head import HEADINGS, Head, is_record
from slidegen.reading.web.notes import Note, without_empty
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
from slidegen.reading.web.words import BULLETS, Words, list_mark

LISTS = ("ul", "ol", "menu", "dir")
LONGEST_HEADING = 200
"""Letters; what is longer was marked as a heading for its size."""
LONGEST_LABEL, LONGEST_VALUE, LONGEST_BARE_VALUE = 20, 120, 30
"""Letters of a label and its value that make one line: behind a colon, and without one."""
MOST_TYPED = 0.8
"""Share of a list's items that begin with a number for it to be a row of paragraphs."""


class Blocks(Struct):
    """Makes the blocks of one page, in its order."""

    lines: BlockLines
    words: Words
    head: Head
    pictures: Pictures
    shift: int
    """What makes the first level of headings below the title the second."""
    is_typed: bool
    """Whether the text is set as it was typed (`<pre>`), line by line."""

    def all(self) -> tuple[Block, ...]:
        blocks = tuple(self._all())
        return tuple(without_empty(blocks)) if self.words.notes.notes else blocks

    def _all(self) -> Iterator[Block]:
        yield from self._record(self.head.above)
        if self.head.title is not None and not self.head.is_inside:
            yield from self._heading(self.head.title)
        for flow in self.head.below:
            yield from self._flow(flow)
        yield from self._children(self.words.text.chosen)
        for note in self.words.notes.notes:
            yield from self._note(note)

    def _children(self, children: Iterable[Box | Flow]) -> Iterator[Block]:
        marked: list[Box] = []
        for child in children:
            if not self.words.holds(child):
                continue
            if isinstance(child, Box) and list_mark(child) in BULLETS:
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
        yield from map(Paragraph, self.lines.passages(self.words.spans(flow)))
        yield from self._pictures_in((flow,))

    def _heading(self, box: Box | Flow) -> Iterator[Block]:
        flows = tuple(self.words.flows(box))
        is_title = box is self.head.title
        if box.letters > LONGEST_HEADING and isinstance(box, Box):
            yield from self._children(box.children)
            return
        if passage := self.lines.passage(self.words.joined(flows)):
            depth = HEADINGS.index(box.tag) + 1 if isinstance(box, Box) else 1
            yield Heading(passage, 1 if is_title else max(1, depth + self.shift), "style")
        yield from self._pictures_in(flows)

    def _pre(self, box: Box) -> Iterator[Block]:
        flows = tuple(self.words.flows(box))
        rows = "".join(span.text for span in self.words.joined(flows)).split("\n")
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
                if passage := self.lines.passage(self.words.joined((label, flow))):
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
                said = (*self.words.flows(label), *self.words.flows(child))
                if passage := self.lines.passage(self.words.joined(said)):
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
        items = [c for c in box.children if isinstance(c, Box) and self.words.holds(c)]
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
            if not self.words.holds(child):
                continue
            if isinstance(child, Flow):
                if passage := self.lines.passage(self.words.spans(child)):
                    yield Paragraph(passage)
                yield from self._pictures_in((child,))
            elif child.tag in ("p", "div", "section"):
                yield from self._item(child)
            else:
                yield from self._box(child)

    def _numbered(self, item: Box, marker: str) -> Iterator[Block]:
        """An item as the paragraph that it would be if its number had been typed."""
        first = next((flow for flow in self.words.flows(item) if flow.letters), None)
        if first is not None:
            first.pieces.insert(0, ListMark(marker))
        yield from self._children(item.children)

    def _bulleted(self, boxes: Sequence[Box]) -> Iterator[Block]:
        """A list that Word exported as paragraphs with bullets of their own."""
        items = [
            ListItem((Paragraph(passage),))
            for box in boxes
            if (passage := self.lines.passage(self.words.joined(self.words.flows(box))))
        ]
        yield from _flushed(items)

    # Tables and pictures

    def _table(self, table: Box) -> Iterator[Block]:
        if is_layout(table):
            yield from self._children(table.children)
            return
        if is_record(table):
            yield from self._record(tuple(self.words.flows(table)))
            return
        captions = [c for c in table.children if isinstance(c, Box) and c.tag == "caption"]
        caption = self.lines.passage(
            self.words.joined(f for c in captions for f in self.words.flows(c))
        )
        rows, pictures = list[tuple[Cell, ...]](), list[Block]()
        boxes = tuple(row for row in rows_of(table) if row.letters)
        for row in boxes:
            cells = []
            for cell in cells_of(row):
                flows = tuple(self.words.flows(cell))
                passage = self.lines.passage(self.words.joined(flows))
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
        words = [flow for caption in captions for flow in self.words.flows(caption)]
        others = [flow for flow in self.words.flows(box) if flow not in words]
        caption = self.lines.passage(self.words.joined(words))
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


def _flushed(items: Sequence[ListItem]) -> Iterator[Block]:
    if items:
        yield ListBlock(tuple(items))


def _is_value(label: Box, child: Box) -> bool:
    flows = tuple(child.flows())
    is_label = label.text.rstrip().endswith((":", "："))
    return (
        child.tag == "dd"
        and len(flows) == 1
        and label.letters <= LONGEST_LABEL
        and child.letters <= (LONGEST_VALUE if is_label else LONGEST_BARE_VALUE)
    )


def _is_prose(rows: Sequence[str]) -> bool:
    """Whether what was set as it was typed is text and no program."""
    letters = "".join(rows)
    signs = sum(sign in "{}[]();=<>/\\|_$#&*+" for sign in letters)
    return signs < 0.04 * len(letters)

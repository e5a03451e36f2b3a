"""The pieces of a text: paragraphs with their numbers, tables, pictures, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from slidegen.document import Alignment, HeadingReason
from slidegen.messages import Message
from slidegen.reading.block_lines import Span
from slidegen.reading.flowing.leaving_out import LeftOut
from slidegen.reading.flowing.pieces import Marker, Piece, Role, Shown, Text
from slidegen.reading.limits import MOST_PICTURES, check_count
from slidegen.reading.odt.inline import DRAWN, InlineReader
from slidegen.reading.odt.names import attribute, below, child, children, name_of, whole, words_of
from slidegen.reading.odt.numbering import LEVELS, UNNUMBERED, Count, Numbering, marked, start_of
from slidegen.reading.odt.package import OdtPackage
from slidegen.reading.odt.styles import DEEPEST_OUTLINE, ParagraphStyle, StyleSheet, TextProperties
from slidegen.reading.odt.tables import grid_of
from slidegen.reading.pictures import PictureFile, PictureTrouble

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTENTS = (
    *("text:table-of-content", "text:alphabetical-index", "text:illustration-index"),
    *("text:table-index", "text:object-index", "text:user-index"),
)
"""Made of the document's own headings and words. A bibliography is not."""
SKIPPED = frozenset(
    [
        *("text:tracked-changes", "office:forms", "text:sequence-decls", "text:variable-decls"),
        *("text:user-field-decls", "text:dde-connection-decls", "text:soft-page-break"),
        *("office:annotation-end", "table:title", "table:desc", "table:shapes", "svg:title"),
        *("svg:desc", "draw:enhanced-geometry", "draw:glue-point", "office:event-listeners"),
        *("text:index-title-template", "text:bibliography-source", "style:style"),
    ]
)
ALIGNMENTS: Mapping[str, Alignment] = {
    "start": "left",
    "left": "left",
    "center": "center",
    "end": "right",
    "right": "right",
}
BULLET = "•"
PICTURES = Message(en="pictures", zh="图片")


class _List(Struct, frozen=True):
    """Where in a list a paragraph stands."""

    count: Count
    style: str
    depth: int
    """From 0."""


class StoryReader(Struct):
    """Reads the text, and then each of its notes, in one go of numbering."""

    package: OdtPackage
    styles: StyleSheet
    numbering: Numbering
    left_out: LeftOut
    inline: InlineReader
    pictures: int = 0

    def pieces(self, parent: _Element) -> Iterator[Piece]:
        """All that stands in *parent*."""
        for element in parent:
            yield from self._element(element)

    def _element(self, element: _Element) -> Iterator[Piece]:
        self.package.source.check_time()
        name = name_of(element)
        if name in SKIPPED:
            return
        if name in ("text:p", "text:h"):
            yield from self._paragraph(element)
        elif name == "text:list":
            yield from self._list(element, None)
        elif name == "text:numbered-paragraph":
            yield from self._numbered_paragraph(element)
        elif name == "table:table":
            yield from self._table(element)
        elif name in CONTENTS:
            lines = sum(1 for _ in below(child(element, "text:index-body"), "text:p"))
            self.left_out.add("contents", lines)
        elif name == "text:section" and attribute(element, "text:display") == "none":
            self.left_out.add("hidden")
        elif name in DRAWN:
            yield from self._drawing(element)
        elif name == "office:annotation":
            self.left_out.add("comment")
        else:
            yield from self.pieces(element)

    # Paragraphs

    def _paragraph(
        self, element: _Element, place: _List | None = None, start: int | None = None
    ) -> Iterator[Piece]:
        """*place* is None for one without a number of a list; *start* is what its item says."""
        style = self.styles.paragraph(attribute(element, "text:style-name"))
        role, level, reason = _role(element, style)
        # Bold and the like are how headings look, and say nothing of their words.
        type = style.type if role == "body" else TextProperties(hidden=style.type.hidden)
        words = self.inline.words(element, type)
        marker = self._marker(element, style, role, level, place, start, words.spans)
        for drawing in words.before:
            yield from self._drawing(drawing)
        if role == "contents":
            self.left_out.add("contents")
        elif any(span.text.strip() for span in words.spans):
            if marker and not marker.is_bullet and role == "heading":
                reason = "auto-number"
            yield Text(
                words.spans, role, level, reason, marker, ALIGNMENTS.get(style.alignment or "")
            )
        for drawing in words.after:
            yield from self._drawing(drawing)

    def _marker(
        self,
        element: _Element,
        style: ParagraphStyle,
        role: Role,
        level: int,
        place: _List | None,
        start: int | None,
        spans: tuple[Span, ...],
    ) -> Marker | None:
        """What stands before the paragraph; counts it, even where it is empty."""
        words = "".join(span.text for span in spans).lstrip()
        if place is None:
            if role != "heading" or style.list_style == "":
                return None
            depth = min(level, LEVELS) - 1
            text = self.numbering.heading(element, depth)
            shown = self.numbering.outline.get(depth, UNNUMBERED)
        else:
            depth, levels = place.depth, self.numbering.levels(place.style)
            shown = levels.get(depth, UNNUMBERED)
            if shown.is_bullet:
                return Marker(BULLET, True, depth)
            place.count.advance(depth, levels, start)
            text = place.count.shown(depth, levels)
        return Marker(marked(text, words, shown), False, depth) if text else None

    # Lists

    def _list(self, element: _Element, outer: _List | None) -> Iterator[Piece]:
        style = attribute(element, "text:style-name") or (outer.style if outer else "")
        style = style or self._style_of_paragraphs(element)
        if outer is None:
            place = _List(self.numbering.begin(element, style), style, 0)
        else:
            place = _List(outer.count, style, min(outer.depth + 1, LEVELS - 1))
        for item in element:
            name = name_of(item)
            if name in ("text:list-item", "text:list-header"):
                here = replace(place, style=attribute(item, "text:style-override") or style)
                yield from self._item(item, here, is_numbered=name == "text:list-item")

    def _item(self, item: _Element, place: _List, *, is_numbered: bool) -> Iterator[Piece]:
        """Its first paragraph has the number; the others stand below it."""
        start = start_of(item)
        for element in item:
            name = name_of(element)
            if name == "text:list":
                yield from self._list(element, place)
            elif name in ("text:p", "text:h"):
                here = place if is_numbered and not _is_list_header(element) else None
                yield from self._paragraph(element, here, start)
                is_numbered = False
            else:
                yield from self._element(element)

    def _numbered_paragraph(self, element: _Element) -> Iterator[Piece]:
        style = attribute(element, "text:style-name") or ""
        name = attribute(element, "text:list-id") or style
        count = self.numbering.by_id.setdefault(name, Count())
        depth = max(whole(attribute(element, "text:level"), 1, LEVELS), 1) - 1
        for inner in element:
            if name_of(inner) in ("text:p", "text:h"):
                yield from self._paragraph(inner, _List(count, style, depth), start_of(element))

    def _style_of_paragraphs(self, element: _Element) -> str:
        """The list style that the first paragraph's own style names."""
        for tag in ("text:p", "text:h"):
            for paragraph in below(element, tag):
                style = self.styles.paragraph(attribute(paragraph, "text:style-name"))
                return style.list_style or ""
        return ""

    # Tables and drawings

    def _table(self, element: _Element) -> Iterator[Piece]:
        if attribute(element, "table:display") == "false":
            self.left_out.add("hidden")
            return
        grid = grid_of(element, lambda cell: tuple(self.pieces(cell)))
        if grid:
            yield grid

    def _drawing(self, element: _Element) -> Iterator[Piece]:
        name = name_of(element)
        if name == "draw:frame":
            yield from self._frame(element)
        elif name == "draw:control":
            return
        else:
            # A shape's own words, or the shapes of a group.
            yield from self.pieces(element)

    def _frame(self, frame: _Element) -> Iterator[Piece]:
        """What a frame shows: of several things, the first that can be shown."""
        box = child(frame, "draw:text-box")
        if box is not None:
            yield from _captioned(tuple(self.pieces(box)))
            return
        table = child(frame, "table:table")
        if table is not None:
            yield from self._table(table)
            return
        is_object = any(child(frame, name) is not None for name in OBJECTS)
        file = self._picture(frame, tells=not is_object)
        if file:
            yield Shown(file, _alt(frame))
        elif is_object:
            self.left_out.add("object")

    def _picture(self, frame: _Element, *, tells: bool) -> PictureFile | None:
        """The first of the frame's pictures that can be shown; *tells* if none can."""
        trouble: PictureTrouble | None = None
        for image in children(frame, "draw:image"):
            self.pictures += 1
            check_count(self.pictures, MOST_PICTURES, PICTURES)
            try:
                return self.package.picture(image, attribute(image, "xlink:href"))
            except PictureTrouble as found:
                trouble = trouble or found
        if trouble and tells:
            self.left_out.add_picture(trouble)
        return None


OBJECTS = ("draw:object", "draw:object-ole", "draw:plugin", "draw:applet", "draw:floating-frame")


def _role(element: _Element, style: ParagraphStyle) -> tuple[Role, int, HeadingReason]:
    """What a paragraph is for, its level as a heading, and what says so."""
    if style.role == "title":
        return "title", 0, "style"
    if name_of(element) == "text:h":
        level = whole(attribute(element, "text:outline-level"), 1, DEEPEST_OUTLINE)
        return "heading", max(level, 1), "style" if style.heading_level else "outline-level"
    if style.heading_level:
        return "heading", style.heading_level, "style"
    return style.role, 0, "style"


def _is_list_header(element: _Element) -> bool:
    return attribute(element, "text:is-list-header") == "true"


def _alt(frame: _Element) -> str:
    """The description of a picture, or its title where it has none."""
    words = (words_of(child(frame, name)) for name in ("svg:desc", "svg:title"))
    return next(filter(None, words), "")


def _captioned(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """The pieces of a box; in one that LibreOffice put around a picture, the words are its
    caption, whatever style they have."""
    pictures = sum(isinstance(piece, Shown) for piece in pieces)
    for piece in pieces:
        match piece:
            case Text(role="body", marker=None) if pictures == 1 and len(pieces) == 2:
                yield replace(piece, role="caption")
            case _:
                yield piece

"""From a page's elements to boxes: one walk, in which white space is collapsed, what shows nothing
is left behind, and text beside a box becomes a flow of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from slidegen.passage import PLAIN, Style
from slidegen.patterns import compiled
from slidegen.reading.addresses import is_on_web
from slidegen.reading.block_lines import Span
from slidegen.reading.limits import LARGEST_TEXT, check_size
from slidegen.reading.opening import Source
from slidegen.reading.web.boxes import (
    CELLS,
    Box,
    Flow,
    Layout,
    ListMark,
    NoteMark,
    PictureMark,
    Piece,
)
from slidegen.reading.web.elements import (
    BLOCKS,
    RAISING,
    STYLED,
    UNSHOWN,
    declared,
    is_unshown,
    names_of,
    picture,
    tag_of,
)
from slidegen.reading.web.white_space import SourceText, collapsed

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST_BOX = 64
"""Boxes within boxes. What lies deeper is laid out at that depth, and nothing is lost."""
WHITE_SPACE = " \xa0\t\r\n"
MARK = compiled(
    r"[\[［〔(（【]?\s*(?:注|註|fn)?\s*"
    r"(?:\d{1,3}|[①-⑳]|[ivx]{1,4}|[a-z]|[*†‡§^↑↩]{1,3})\ufe0e?\s*[\]］〕)）】]?",
    re.IGNORECASE,
)
"""What stands for a note in the text, and in the note for the way back."""
NOTE_NAMES = compiled(r"foot-?note|noteref|endnote|reference|fnref", re.IGNORECASE)


def laid_out(body: _Element, source: Source) -> Layout:
    """*body* as boxes. Raises `SourceTooLarge` or `SourceTooSlow`."""
    from lxml import etree

    layout = _LayingOut(source)
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        tag = tag_of(element)
        if event == "end":
            layout.close(tag, element)
        elif is_unshown(tag, element) and element is not body:
            if tag not in UNSHOWN:
                layout.hide(element)
            walk.skip_subtree()
            layout.skipped.add(element)
        else:
            layout.open(tag, element)
    return layout.finished()


class _Inline(Struct):
    """What an element that opens no box changes for the text in it."""

    style: Style
    is_linked: bool
    is_raised: bool
    is_kept: bool
    names: tuple[str, ...]


class _LayingOut:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.root = Box("body", {})
        self.box = self.root
        self.raw: list[SourceText | Piece] = []
        self.inline = [_Inline(PLAIN, False, False, False, ())]
        self.opened: list[Literal["inline", "boundary", "box"]] = []
        """What each open element is: at the greatest depth a boundary opens no box."""
        self.swallowed: list[_Element] = []
        """The element whose text has been read as a whole, such as a mark of a note."""
        self.skipped: set[_Element] = set()
        self.places: dict[str, Box] = {}
        self.letters = 0

    def open(self, tag: str, element: _Element) -> None:
        self.source.check_time()
        style = declared(element)
        opens = tag in BLOCKS or "display:block" in style
        if opens:
            self.flush()
            self.opened.append(self._opened(tag, element))
        else:
            self.opened.append("inline")
        names = names_of(element)
        for name in names:
            self.places.setdefault(name, self.box)
        self.inline.append(self._inline(tag, element, style, names))
        match tag:
            case "br":
                self.raw.append(Span("\n"))
            case "hr":
                self.box.children.append(Box("hr", {}, self.box))
            case "img" | "image":
                self.raw.append(picture(element))
            case "a" if mark := self._note_mark(element, style):
                self.raw.append(mark)
                self.swallowed.append(element)
            case _ if "mso-list:ignore" in style:
                self.raw.append(ListMark("".join(map(str, element.itertext())).strip(WHITE_SPACE)))
                self.swallowed.append(element)
        self.text(element.text)

    def close(self, tag: str, element: _Element) -> None:
        if element in self.skipped:
            self.skipped.discard(element)
        else:
            if self.swallowed and self.swallowed[-1] is element:
                self.swallowed.pop()
            self.inline.pop()
            kind = self.opened.pop()
            if kind != "inline":
                self.flush()
            if kind == "box":
                assert self.box.parent is not None
                self.box = self.box.parent
        if self.opened:
            self.text(element.tail)

    def hide(self, element: _Element) -> None:
        for text in element.itertext():
            self.box.hidden += len("".join(str(text).split()))

    def text(self, text: str | None) -> None:
        if text and not self.swallowed:
            now = self.inline[-1]
            self.raw.append(SourceText(text, now.style, now.is_kept, now.is_linked))

    def flush(self) -> None:
        """Ends the flow, as the boundary of a box does."""
        raw, self.raw = self.raw, []
        pieces = collapsed(raw)
        letters = sum(_letters(piece) for piece in pieces)
        if not letters and not any(isinstance(piece, PictureMark) for piece in pieces):
            return
        linked = sum(
            len("".join(item.text.split()))
            for item in raw
            if isinstance(item, SourceText) and item.is_linked
        )
        in_cell = self.box.tag in CELLS or any(b.tag in CELLS for b in self.box.ancestors())
        self.box.children.append(Flow(pieces, letters, min(linked, letters), in_cell))
        self.letters += letters
        check_size(self.letters, LARGEST_TEXT)

    def finished(self) -> Layout:
        self.flush()
        _count(self.root)
        return Layout(self.root, self.places)

    def _opened(self, tag: str, element: _Element) -> Literal["boundary", "box"]:
        if not self.opened or sum(1 for _ in self.box.ancestors()) >= DEEPEST_BOX:
            return "boundary"
        attributes = {str(k): str(v) for k, v in element.attrib.items() if k != "src"}
        box = Box(tag if tag in BLOCKS else "div", attributes, self.box)
        self.box.children.append(box)
        self.box = box
        return "box"

    def _inline(self, tag: str, element: _Element, style: str, names: tuple[str, ...]) -> _Inline:
        outer = self.inline[-1]
        changes: dict[str, object] = dict(STYLED.get(tag, {}))
        if weight := re.search(r"font-weight:(bold|[6-9]00|normal|[1-5]00)", style):
            changes["bold"] = weight[1] == "bold" or weight[1] in ("600", "700", "800", "900")
        if "font-style:italic" in style:
            changes["italic"] = True
        href = element.get("href") if tag == "a" else None
        if href and is_on_web(href.strip()):
            changes["link"] = href.strip()
        return _Inline(
            replace(outer.style, **changes) if changes else outer.style,
            outer.is_linked or bool(href and not href.startswith("#")),
            outer.is_raised or tag == "sup" or RAISING.search(style) is not None,
            outer.is_kept or tag in ("pre", "listing", "xmp") or "white-space:pre" in style,
            names if tag in BLOCKS else (*outer.names, *names)[-4:],
        )

    def _note_mark(self, element: _Element, style: str) -> NoteMark | None:
        href = (element.get("href") or "").strip()
        name = href.partition("#")[2]
        # A saved page says its own address before the `#`.
        if not name or self.swallowed:
            return None
        words = ""
        for text in element.itertext():
            words += str(text)
            if len(words) > 40:
                return None
        words = " ".join(words.split())
        if not MARK.fullmatch(words):
            return None
        now = self.inline[-1]
        says = f"{element.get('class', '')} {element.get('role', '')} {style}"
        is_raised = (
            now.is_raised or element.find(".//sup") is not None or bool(NOTE_NAMES.search(says))
        )
        return NoteMark(name, now.names, Span(words, now.style), is_raised)


def _letters(piece: Piece) -> int:
    match piece:
        case Span(text):
            return len("".join(text.split()))
        case NoteMark(span=span):
            return len(span.text)
        case _:
            return 0


def _count(root: Box) -> None:
    """Sums letters up, from the inside out."""
    for box in reversed(list(root.boxes())):
        for child in box.children:
            box.letters += child.letters
            box.linked += child.linked
            if isinstance(child, Box):
                box.hidden += child.hidden

"""Drawings: pictures, text boxes, charts, diagrams and embedded objects, in both notations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from slidegen.messages import Message
from slidegen.reading.block_lines import Span
from slidegen.reading.flowing.pieces import Grid, Piece, Shown, Text
from slidegen.reading.limits import MOST_PICTURES, check_count
from slidegen.reading.pictures import (
    PictureFile,
    PictureMissing,
    PictureTrouble,
    PictureUnusable,
    checked_picture,
)
from slidegen.reading.word.charts import figures
from slidegen.reading.word.diagrams import texts
from slidegen.reading.word.names import DGM, PIC, WP, A, C, O, R, V, W, tag_of

if TYPE_CHECKING:
    from slidegen.reading.flowing.leaving_out import LeftOut
    from slidegen.reading.word.package import PartOf

TEXT_BOX = f"{W}txbxContent"
KNOWN = (
    *("/picture", "/chart", "/diagram", "/lockedCanvas"),
    *("Shape", "Group", "Canvas", "Ink", "ink"),
)
"""How the names of graphics end: pictures, charts and diagrams, and Word's own shapes."""
LINKED = PictureMissing(
    Message(
        en="a picture is only linked, not in the document; nothing is fetched from elsewhere",
        zh="有图片仅以链接方式插入，不在文档内；本工具不从别处获取图片",
    )
)
ABSENT = PictureMissing(
    Message(en="a picture is not in the document any more", zh="有图片已不在文档内")
)


class Drawings(Struct):
    """The drawings of one document; what is shown a thousand times is read once."""

    left_out: LeftOut
    pictures: dict[str, PictureFile | PictureTrouble] = field(default_factory=dict)
    charts: dict[str, Grid | None] = field(default_factory=dict)
    diagrams: dict[str, tuple[str, ...]] = field(default_factory=dict)
    count: int = 0
    """Pictures shown so far."""

    def pieces(
        self,
        drawing: etree._Element,
        part: PartOf,
        story: Callable[[etree._Element], Iterator[Piece]],
    ) -> Iterator[Piece]:
        """What *drawing* in *part* shows, in order; *story* reads what its text boxes say."""
        hidden = drawing.find(f"*/{WP}docPr[@hidden]")
        if hidden is None or str(hidden.get("hidden")) not in ("1", "true", "on"):
            yield from self._pieces(drawing, part, story, _alt(drawing))

    def _pieces(
        self,
        element: etree._Element,
        part: PartOf,
        story: Callable[[etree._Element], Iterator[Piece]],
        alt: str,
    ) -> Iterator[Piece]:
        has_preview = False
        for child in element:
            tag = tag_of(child)
            if tag == TEXT_BOX:
                yield from story(child)
            elif tag == f"{PIC}pic" or tag == f"{A}blip":
                yield from self._drawn(child, part, alt)
            elif tag == f"{V}imagedata":
                previews = tuple(
                    self._picture(child.get(f"{R}id"), child.get(f"{R}href"), part, alt)
                )
                has_preview = has_preview or bool(previews)
                yield from previews
            elif tag == f"{V}textpath":
                if words := str(child.get("string", "")).strip():
                    yield Text((Span(words),))
            elif tag == f"{C}chart":
                yield from self._chart(child, part)
            elif tag == f"{DGM}relIds":
                yield from self._diagram(child, part)
            elif tag == f"{A}txBody":
                yield from _paragraphs(child)
            elif tag == f"{A}graphicData" and not _is_known(child):
                self.left_out.add("object")
            elif tag == f"{O}OLEObject":
                if not has_preview:
                    self.left_out.add("object")
            elif tag:
                for piece in self._pieces(child, part, story, _alt(child) or alt):
                    has_preview = has_preview or isinstance(piece, Shown)
                    yield piece

    def _drawn(self, element: etree._Element, part: PartOf, alt: str) -> Iterator[Shown]:
        """The picture of a `pic:pic`; an `a:blip` elsewhere fills a shape."""
        own = element.find(f"{PIC}nvPicPr/{PIC}cNvPr")
        blip = element if element.tag == f"{A}blip" else element.find(f"{PIC}blipFill/{A}blip")
        if blip is not None:
            alt = alt or _described(own)
            yield from self._picture(blip.get(f"{R}embed"), blip.get(f"{R}link"), part, alt)

    def _picture(
        self, embedded: str | None, linked: str | None, part: PartOf, alt: str
    ) -> Iterator[Shown]:
        found = part.related(embedded)
        if found is None:
            outside = linked or part.address(embedded)
            if outside or embedded:
                self.left_out.add_picture(LINKED if outside else ABSENT)
            return
        if found.name not in self.pictures:
            self.pictures[found.name] = _checked(found.picture)
        match self.pictures[found.name]:
            case PictureFile() as file:
                self.count += 1
                check_count(self.count, MOST_PICTURES, Message(en="pictures", zh="图片"))
                yield Shown(file, alt)
            case PictureTrouble() as trouble:
                self.left_out.add_picture(trouble)

    def _chart(self, element: etree._Element, part: PartOf) -> Iterator[Piece]:
        found = part.related(element.get(f"{R}id"))
        if found and found.name not in self.charts:
            root = found.root
            self.charts[found.name] = None if root is None else figures(root)
        grid = self.charts[found.name] if found else None
        self.left_out.add("chart" if grid else "object")
        if grid:
            yield grid

    def _diagram(self, element: etree._Element, part: PartOf) -> Iterator[Piece]:
        found = part.related(element.get(f"{R}dm"))
        if found and found.name not in self.diagrams:
            root = found.root
            self.diagrams[found.name] = () if root is None else texts(root)
        said = self.diagrams[found.name] if found else ()
        self.left_out.add("diagram" if said else "object")
        yield from (Text((Span(words),)) for words in said)


def _checked(data: bytes) -> PictureFile | PictureTrouble:
    try:
        return checked_picture(data)
    except PictureUnusable as trouble:
        return trouble


def _is_known(graphic: etree._Element) -> bool:
    """Whether a graphic is of a kind that is looked into; ink and shapes without text say
    nothing, but a newer kind of chart is missed."""
    uri = str(graphic.get("uri", ""))
    return not uri or uri.endswith(KNOWN)


def _alt(element: etree._Element) -> str:
    """What the author says that a drawing shows."""
    if element.tag in (f"{WP}inline", f"{WP}anchor"):
        return _described(element.find(f"{WP}docPr"))
    if str(element.tag).startswith(V):
        return str(element.get("alt", "")).strip()
    return ""


def _described(properties: etree._Element | None) -> str:
    if properties is None:
        return ""
    return str(properties.get("descr") or properties.get("title") or "").strip()


def _paragraphs(body: etree._Element) -> Iterator[Text]:
    """The text of a shape in DrawingML's own notation, as in a locked canvas."""
    for paragraph in body.iter(f"{A}p"):
        words = "".join(str(text.text or "") for text in paragraph.iter(f"{A}t"))
        if words.strip():
            yield Text((Span(words),))

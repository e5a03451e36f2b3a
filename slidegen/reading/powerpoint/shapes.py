"""What stands on a slide, in the order in which people read it.

The file has shapes in the order in which they were drawn. People read from the top left,
a column or a row at a time, so the page is cut along its widest gaps, over and over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import TypeAlias

from lxml import etree
from msgspec import Struct

from slidegen.reading.powerpoint.charts import ChartTable, chart_of
from slidegen.reading.powerpoint.diagrams import diagram_of
from slidegen.reading.powerpoint.package import ANY, Element, Part, number, text_of
from slidegen.reading.powerpoint.text import SlideParagraph, paragraphs_of

DEEPEST_GROUP = 40
"""Groups within groups."""

TITLES = ("title", "ctrTitle")
FURNITURE = ("dt", "ftr", "sldNum", "hdr")
"""Placeholders that are on every page and say nothing of this one."""


class Area(Struct, frozen=True):
    """In English Metric Units."""

    left: int = 0
    top: int = 0
    width: int = 0
    height: int = 0

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height


class TextShape(Struct, frozen=True):
    area: Area
    paragraphs: tuple[SlideParagraph, ...]
    placeholder: str | None = None
    """`title`, `body`, `subTitle`; None for a text box."""
    size: int = 0
    """Of its largest type, in hundredths of a point; 0 if it does not say."""


class PictureShape(Struct, frozen=True):
    area: Area
    target: str | None
    """The part that holds it; None if it is not in the file."""
    alt: str


class TableShape(Struct, frozen=True):
    area: Area
    table: Element


class ChartShape(Struct, frozen=True):
    area: Area
    chart: ChartTable
    alt: str = ""


class ObjectShape(Struct, frozen=True):
    """What we cannot show: an embedded workbook, a film."""

    area: Area


class GroupShape(Struct, frozen=True):
    area: Area
    shapes: tuple[Shape, ...]


Shape: TypeAlias = TextShape | PictureShape | TableShape | ChartShape | ObjectShape | GroupShape


class SlidePage(Struct):
    """One slide with the layout and the master that it takes after."""

    part: Part
    furniture: int = 0
    """How many footers and dates were left out."""
    layout: Part | None = None
    master: Part | None = None

    def __post_init__(self) -> None:
        self.layout = self.part.related("slideLayout")
        self.master = self.layout.related("slideMaster") if self.layout else None

    @property
    def layout_type(self) -> str:
        return str(self.layout.root.get("type", "")) if self.layout else ""

    @property
    def is_hidden(self) -> bool:
        return str(self.part.root.get("show", "1")).lower() in ("0", "false")

    def shapes(self) -> tuple[Shape, ...]:
        """In reading order, groups opened."""
        tree = self.part.root.find(f"{ANY}cSld/{ANY}spTree")
        found = list(self._shapes(tree, 0)) if tree is not None else []
        return tuple(_opened(in_reading_order(found)))

    def notes(self) -> tuple[SlideParagraph, ...]:
        """What the speaker's notes say."""
        part = self.part.related("notesSlide")
        if part is None:
            return ()
        found: list[SlideParagraph] = []
        for shape in part.root.iter(f"{ANY}sp"):
            place = shape.find(f"{ANY}nvSpPr/{ANY}nvPr/{ANY}ph")
            if place is not None and place.get("type") == "body":
                found.extend(paragraphs_of(shape.find(f"{ANY}txBody"), part))
        return tuple(found)

    # --- one shape after the other

    def _shapes(self, tree: Element, depth: int) -> Iterator[Shape]:
        for element in tree:
            if isinstance(element.tag, str):
                yield from self._shape(element, depth)

    def _shape(self, element: Element, depth: int) -> Iterator[Shape]:
        self.part.package.archive.source.check_time()
        if _is_hidden(element):
            return
        match etree.QName(element).localname:
            case "sp":
                yield from self._text(element)
            case "pic":
                yield self._picture(element)
            case "graphicFrame":
                yield from self._graphic(element)
            case "grpSp" if depth < DEEPEST_GROUP:
                inner = in_reading_order(list(self._shapes(element, depth + 1)))
                if inner:
                    yield GroupShape(_area(element.find(f"{ANY}grpSpPr/{ANY}xfrm")), tuple(inner))
            case "AlternateContent":
                yield from self._alternative(element, depth)
            case "contentPart":
                yield ObjectShape(Area())
            case _:
                pass

    def _alternative(self, element: Element, depth: int) -> Iterator[Shape]:
        """The first branch that holds something we can show, else the first with anything."""
        branches = [
            tuple(self._shapes(branch, depth))
            for branch in (*element.findall(f"{ANY}Choice"), *element.findall(f"{ANY}Fallback"))
        ]
        shown = (b for b in branches if any(not isinstance(s, ObjectShape) for s in b))
        yield from next(shown, next(filter(None, branches), ()))

    def _text(self, element: Element) -> Iterator[TextShape]:
        place = element.find(f"{ANY}nvSpPr/{ANY}nvPr/{ANY}ph")
        kind = str(place.get("type", "body")) if place is not None else None
        body = element.find(f"{ANY}txBody")
        if kind in FURNITURE:
            self.furniture += bool(kind == "ftr" and text_of(body).strip())
            return
        above = list(self._above(place)) if place is not None else []
        styles = [s for a in above if (s := a.find(f"{ANY}txBody/{ANY}lstStyle")) is not None]
        styles.extend(self._master_style(kind))
        if paragraphs := paragraphs_of(body, self.part, styles):
            frames = [a.find(f"{ANY}spPr/{ANY}xfrm") for a in (element, *above)]
            area = next((_area(frame) for frame in frames if frame is not None), Area())
            yield TextShape(area, paragraphs, kind, _largest_size(element))

    def _above(self, place: Element) -> Iterator[Element]:
        """The placeholders of layout and master that a slide's placeholder takes after."""
        index, kind = place.get("idx"), str(place.get("type", "body"))
        for part in (self.layout, self.master):
            if part is None:
                continue
            for shape in part.root.iter(f"{ANY}sp"):
                other = shape.find(f"{ANY}nvSpPr/{ANY}nvPr/{ANY}ph")
                if other is None:
                    continue
                same_index = part is self.layout and index and other.get("idx") == index
                same_kind = _family(str(other.get("type", "body"))) == _family(kind)
                if same_index or (same_kind and (part is self.master or not index)):
                    yield shape
                    break

    def _master_style(self, kind: str | None) -> Iterator[Element]:
        if self.master is None or kind is None:
            return
        name = "titleStyle" if kind in TITLES else "bodyStyle"
        found = self.master.root.find(f"{ANY}txStyles/{ANY}{name}")
        if found is not None:
            yield found

    def _picture(self, element: Element) -> Shape:
        area = _area(element.find(f"{ANY}spPr/{ANY}xfrm"))
        if element.find(f"{ANY}nvPicPr/{ANY}nvPr/{ANY}videoFile") is not None:
            return ObjectShape(area)
        blip = element.find(f"{ANY}blipFill/{ANY}blip")
        target = self.part.by_id(blip) if blip is not None else None
        name = target.target if target and not target.is_external else None
        return PictureShape(area, name, _alt(element))

    def _graphic(self, element: Element) -> Iterator[Shape]:
        area = _area(element.find(f"{ANY}xfrm"))
        data = element.find(f"{ANY}graphic/{ANY}graphicData")
        inner = data[0] if data is not None and len(data) else None
        name = etree.QName(inner).localname if inner is not None else ""
        if inner is not None and name == "tbl":
            yield TableShape(area, inner)
        elif inner is not None and name == "chart" and (chart := chart_of(self.part, inner)):
            yield ChartShape(area, chart, _alt(element))
        elif inner is not None and name == "relIds":
            if paragraphs := diagram_of(self.part, inner):
                yield TextShape(area, paragraphs)
        elif inner is not None and (pictures := list(inner.iter(f"{ANY}pic"))):
            yield from (self._picture(picture) for picture in pictures)
        else:
            yield ObjectShape(area)


def _opened(shapes: Sequence[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _opened(shape.shapes)
        else:
            yield shape


def _family(kind: str) -> str:
    match kind:
        case "title" | "ctrTitle":
            return "title"
        case "body" | "obj" | "subTitle" | "tbl" | "chart" | "dgm" | "media" | "clipArt" | "pic":
            return "body"
        case _:
            return kind


def _is_hidden(element: Element) -> bool:
    known = element.find(f"*/{ANY}cNvPr")
    return known is not None and str(known.get("hidden", "0")).lower() in ("1", "true")


def _alt(element: Element) -> str:
    known = element.find(f"*/{ANY}cNvPr")
    return str(known.get("descr", "")) if known is not None else ""


def _area(frame: Element | None) -> Area:
    if frame is None:
        return Area()
    place, size = frame.find(f"{ANY}off"), frame.find(f"{ANY}ext")
    return Area(number(place, "x"), number(place, "y"), number(size, "cx"), number(size, "cy"))


def _largest_size(element: Element) -> int:
    return max((number(p, "sz") for p in element.iter(f"{ANY}rPr", f"{ANY}defRPr")), default=0)


# --- reading order


def in_reading_order(shapes: Sequence[Shape]) -> list[Shape]:
    """*shapes* from the top left: titles first, then cut along the widest gap that is clear."""
    titles = [s for s in shapes if isinstance(s, TextShape) and s.placeholder in TITLES]
    others = [s for s in shapes if not (isinstance(s, TextShape) and s.placeholder in TITLES)]
    return titles + _cut(others, DEEPEST_GROUP)


def _cut(shapes: list[Shape], depth: int) -> list[Shape]:
    if len(shapes) < 2 or not depth:
        return _by_place(shapes)
    down = _widest_gap([(s.area.top, s.area.bottom) for s in shapes])
    across = _widest_gap([(s.area.left, s.area.right) for s in shapes])
    if down is None and across is None:
        return _by_place(shapes)
    if across is None or (down is not None and down[0] >= across[0]):
        assert down is not None
        is_before = [shape.area.bottom <= down[1] for shape in shapes]
    else:
        is_before = [shape.area.right <= across[1] for shape in shapes]
    before = list(compress(shapes, is_before))
    after = [shape for shape, first in zip(shapes, is_before, strict=True) if not first]
    return _cut(before, depth - 1) + _cut(after, depth - 1)


def _widest_gap(stretches: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Its width and where it begins; None if the *stretches* touch or overlap all along."""
    best: tuple[int, int] | None = None
    ordered = sorted(stretches)
    reached = ordered[0][1]
    for start, end in ordered[1:]:
        if start >= reached and (best is None or start - reached > best[0]):
            best = (start - reached, reached)
        reached = max(reached, end)
    return best


def _by_place(shapes: Sequence[Shape]) -> list[Shape]:
    return sorted(shapes, key=lambda shape: (shape.area.top, shape.area.left))

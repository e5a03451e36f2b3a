"""A layout of a stranger's template: its placeholders with what they inherit, and what is drawn
around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from slidegen.adopting.colours import Gradient, Scheme, colour_of, ground_of, scheme_of
from slidegen.adopting.inheriting import (
    LEVELS,
    TheirFrame,
    TheirLevel,
    frame_of,
    level_of,
)
from slidegen.adopting.opening import root_of
from slidegen.adopting.raster import Raster, raster_of
from slidegen.placed import Placed
from slidegen.theme import Insets
from slidegen.units import Length, Rect
from slidegen.writing.markup import Element, qualified
from slidegen.writing.package import Package, Part

PlaceKind: TypeAlias = Literal[
    "title",
    "subtitle",
    "text",
    "content",
    "picture",
    "table",
    "chart",
    "footer",
    "date",
    "slide-number",
    "other",
]
KINDS: Mapping[str, PlaceKind] = {
    "title": "title",
    "ctrTitle": "title",
    "subTitle": "subtitle",
    "body": "text",
    "obj": "content",
    "": "content",
    "pic": "picture",
    "tbl": "table",
    "chart": "chart",
    "ftr": "footer",
    "dt": "date",
    "sldNum": "slide-number",
}
"""By PowerPoint's types; a placeholder without one takes any content."""
FURNITURE: tuple[PlaceKind, ...] = ("footer", "date", "slide-number")
ON_MASTER: Mapping[PlaceKind, str] = {
    "title": "title",
    "footer": "ftr",
    "date": "dt",
    "slide-number": "sldNum",
}
"""The master's placeholder from which each kind inherits; all others from its body."""
TODAY = "datetimeFigureOut"
"""The field that stands in the date of every layout, and that no one asked for."""
DRAWN = tuple(map(qualified, ("p:sp", "p:pic", "p:cxnSp", "p:grpSp", "p:graphicFrame")))
SEEN = 0.04
"""Of the slide: a smaller picture is not looked into."""
CROSSED = 0.12
"""Of an area for text: less of it on another ground is its margin."""
GROUND = 0.5
"""Of the slide: what is as large is a ground to write on, and no ornament to keep off."""


class Place(Struct, frozen=True):
    """A placeholder."""

    idx: int
    kind: PlaceKind
    type: str | None
    area: Rect | None
    """None where neither layout nor master says where it is."""
    frame: TheirFrame
    levels: tuple[TheirLevel, ...]
    wording: str
    """What the layout itself says in it."""
    dates: bool
    """Whether that is a date that PowerPoint fills in."""
    is_turned: bool

    @property
    def is_usable(self) -> bool:
        """Whether text in it can be measured."""
        return self.frame.is_upright and not self.is_turned

    @property
    def text_area(self) -> Rect | None:
        return None if self.area is None else without(self.area, self.frame.insets)


class Drawing(Struct, frozen=True):
    """A shape or picture that is no placeholder."""

    area: Rect
    fill: str | Gradient | None
    """None for a picture, and for what lets its ground through."""
    raster: Raster | None = None
    """Of a picture that hides what is behind it."""


class Canvas(Placed, frozen=True):
    BESIDE = ("scheme",)

    part: str
    title: str
    type: str | None
    """PowerPoint's own name for the kind of layout, the same in every language."""
    places: tuple[Place, ...]
    drawings: tuple[Drawing, ...]
    """In the order in which they are painted."""
    ground: str | Gradient | Raster | None
    """None for a picture that tells nothing."""
    scheme: Scheme
    has_own_colours: bool
    """Whether its names of colours mean others than its master's."""
    slide: Rect
    master: int
    hidden: tuple[PlaceKind, ...] = ()
    """What of its foot the template's owner has switched off."""

    def of_kind(self, *kinds: PlaceKind) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.kind in kinds)

    @property
    def title_place(self) -> Place | None:
        return next(iter(self.of_kind("title")), None)

    @property
    def obstacles(self) -> tuple[Rect, ...]:
        """What nothing of ours may cover."""
        return tuple(
            drawing.area
            for drawing in self.drawings
            if share(drawing.area, self.slide) < GROUND and drawing.area.overlaps(self.slide)
        )

    def grounds_under(self, area: Rect) -> tuple[str, ...]:
        """What text in *area* stands on: one colour, or two between which it changes. Where that
        can't be told, the colour that the template would have for a ground, since its own text
        can be read on it."""
        match self._under(area):
            case Raster() as raster:
                return raster.ends(area)
            case Gradient() as gradient:
                return gradient.ends
            case None:
                return (self.scheme.get("bg1", "FFFFFF"),)
            case colour:
                return (colour,)

    def is_crossed(self, area: Rect) -> bool:
        """Whether a band or a picture ends behind *area*, so that text in it stands on both."""
        shares = (
            _shared(drawing.area, area)
            for drawing in self.drawings
            if drawing.fill is not None or drawing.raster is not None
        )
        return any(CROSSED < part < 1 - CROSSED for part in shares)

    def is_picture_under(self, area: Rect) -> bool:
        """Whether what text in *area* stands on is of many colours."""
        return isinstance(self._under(area), Raster | None)

    def _under(self, area: Rect) -> str | Gradient | Raster | None:
        found = self.ground
        middle = area.inset(Length(min(area.width.emu, area.height.emu) // 5))
        for drawing in self.drawings:
            if drawing.area.contains(middle):
                found = drawing.fill or drawing.raster or found
        return found


def _shared(one: Rect, area: Rect) -> float:
    """How much of *area* lies in *one*."""
    left, top = max(one.left, area.left), max(one.top, area.top)
    right, bottom = min(one.right, area.right), min(one.bottom, area.bottom)
    if right <= left or bottom <= top:
        return 0.0
    return share(Rect(left, top, right - left, bottom - top), area)


def share(area: Rect, of: Rect) -> float:
    """Of the surface."""
    return (max(area.width.emu, 0) * max(area.height.emu, 0)) / (of.width.emu * of.height.emu)


def without(area: Rect, insets: Insets) -> Rect:
    """What is left of *area* inside *insets*; at least a point each way."""
    left, top, right, bottom = insets
    least = Length.points(1)
    return Rect(
        area.left + left,
        area.top + top,
        max(area.width - left - right, least),
        max(area.height - top - bottom, least),
    )


def canvases(package: Package, presentation: Part, slide: Rect) -> tuple[Canvas, ...]:
    """All layouts of all masters, in their order."""
    return tuple(_canvases(package, presentation, slide))


def _canvases(package: Package, presentation: Part, slide: Rect) -> Iterator[Canvas]:
    defaults = root_of(presentation).find(qualified("p:defaultTextStyle"))
    for number, master in enumerate(_listed(package, presentation, "p:sldMasterId")):
        root = root_of(master)
        theme = master.related("theme")
        reader = _Reader(
            package,
            master,
            root,
            root_of(package.parts[theme]) if theme else None,
            defaults,
            slide,
        )
        for part in _listed(package, master, "p:sldLayoutId"):
            yield reader.canvas(part, root_of(part), number)


def _listed(package: Package, part: Part, tag: str) -> Iterator[Part]:
    """The parts that a list of ids leads to, in its order."""
    key = qualified("r:id")
    for entry in root_of(part).iter(qualified(tag)):
        relation = part.relations.get(str(entry.get(key, "")))
        if relation is not None and relation.target in package.parts:
            yield package.parts[relation.target]


class _Reader:
    """Reads the layouts of one master."""

    def __init__(
        self,
        package: Package,
        part: Part,
        master: Element,
        theme: Element | None,
        defaults: Element | None,
        slide: Rect,
    ) -> None:
        self.package = package
        self.part = part
        self.master = master
        self.theme = theme
        self.defaults = defaults
        self.slide = slide
        self.rasters: dict[tuple[str, Rect, str], Raster | None] = {}
        """Each picture is looked into once, not for every layout that shows the master's."""
        self.scheme = scheme_of(theme, master.find(qualified("p:clrMap")))
        self.on_master = {str(held.get("type", "")): shape for shape, held in _placeholders(master)}
        self.styles = {
            name: master.find(f"{qualified('p:txStyles')}/{qualified(f'p:{name}Style')}")
            for name in ("title", "body", "other")
        }

    def canvas(self, part: Part, layout: Element, number: int) -> Canvas:
        own = layout.find(f"{qualified('p:clrMapOvr')}/{qualified('a:overrideClrMapping')}")
        scheme = self.scheme if own is None else scheme_of(self.theme, own)
        common = layout.find(qualified("p:cSld"))
        drawn = [(self.part, self.master), (part, layout)]
        if layout.get("showMasterSp") in ("0", "false"):
            del drawn[0]
        return Canvas(
            part=part.name,
            title=str(common.get("name", "")) if common is not None else "",
            type=layout.get("type"),
            places=tuple(self._place(shape, held, scheme) for shape, held in _placeholders(layout)),
            drawings=tuple(d for owner, root in drawn for d in self._drawings(owner, root, scheme)),
            ground=self._ground(part, layout, scheme),
            scheme=scheme,
            has_own_colours=own is not None,
            slide=self.slide,
            master=number,
            hidden=_hidden(layout) or _hidden(self.master),
        )

    def _place(self, shape: Element, held: Element, scheme: Scheme) -> Place:
        name = str(held.get("type", ""))
        kind = KINDS.get(name, "other")
        above = self.on_master.get(ON_MASTER.get(kind, "body"))
        bodies = [_child(s, "p:txBody") for s in (shape, above)]
        style = {"title": "title"}.get(kind, "other" if kind in FURNITURE else "body")
        chain = [
            *(_child(body, "a:lstStyle") for body in bodies),
            self.styles[style],
            self.defaults,
        ]
        transforms = [_transform(shape), _transform(above)]
        paragraphs = bodies[0].findall(qualified("a:p")) if bodies[0] is not None else []
        fields = [f for p in paragraphs for f in p.findall(qualified("a:fld"))]
        return Place(
            idx=number(held, "idx"),
            kind=kind,
            type=held.get("type"),
            area=next((area for area in map(_area, transforms) if area is not None), None),
            frame=frame_of([_child(body, "a:bodyPr") for body in bodies]),
            levels=tuple(level_of(chain, n, scheme) for n in range(1, LEVELS + 1)),
            wording="".join(str(t) for p in paragraphs for t in p.itertext()).strip(),
            dates=any(str(field.get("type", "")) == TODAY for field in fields),
            is_turned=any(t is not None and t.get("rot", "0") != "0" for t in transforms[:1])
            or held.get("orient") == "vert",
        )

    def _ground(
        self, part: Part, layout: Element, scheme: Scheme
    ) -> str | Gradient | Raster | None:
        for owner, root in ((part, layout), (self.part, self.master)):
            ground = root.find(f"{qualified('p:cSld')}/{qualified('p:bg')}")
            if ground is None:
                continue
            properties, reference = _child(ground, "p:bgPr"), _child(ground, "p:bgRef")
            if properties is not None:
                shown = self._raster(owner, properties, self.slide, scheme)
                return shown or ground_of(properties, scheme)
            own = colour_of(reference, scheme)
            return self._referred(reference, scheme, own)
        return scheme.get("bg1")

    def _referred(
        self, reference: Element | None, scheme: Scheme, own: str | None
    ) -> str | Gradient | None:
        """The theme's own fill for grounds of that number (ECMA-376 20.1.4.1.7)."""
        fills = (
            self.theme.find(f".//{qualified('a:bgFillStyleLst')}")
            if self.theme is not None
            else None
        )
        at = number(reference, "idx") - 1001
        if fills is None or not 0 <= at < len(fills):
            return own
        return ground_of(fills[at], scheme, own)

    def _drawings(self, owner: Part, root: Element, scheme: Scheme) -> Iterator[Drawing]:
        tree = root.find(f"{qualified('p:cSld')}/{qualified('p:spTree')}")
        for shape in tree if tree is not None else ():
            if shape.tag not in DRAWN or shape.find(f".//{qualified('p:ph')}") is not None:
                continue
            area = _area(_transform(shape))
            if area is None:
                continue
            properties = _child(shape, "p:spPr")
            fill = ground_of(properties, scheme)
            if fill is None and not _has_own_fill(properties):
                fill = _referred_fill(shape, scheme)
            yield Drawing(area, fill, self._raster(owner, shape, area, scheme))

    def _raster(self, owner: Part, holder: Element, area: Rect, scheme: Scheme) -> Raster | None:
        """Of the picture that *holder* shows, if it is large enough to be written on."""
        blip = holder.find(f".//{qualified('a:blip')}")
        embedded = str(blip.get(qualified("r:embed"))) if blip is not None else ""
        relation = owner.relations.get(embedded)
        if relation is None or relation.external or share(area, self.slide) < SEEN:
            return None
        key = relation.target, area, scheme.get("bg1", "FFFFFF")
        if key not in self.rasters:
            self.rasters[key] = raster_of(self.package.parts[key[0]].data, area, key[2])
        return self.rasters[key]


def _has_own_fill(properties: Element | None) -> bool:
    return properties is not None and any(str(e.tag).endswith("Fill") for e in properties)


def _referred_fill(shape: Element, scheme: Scheme) -> str | None:
    reference = shape.find(f"{qualified('p:style')}/{qualified('a:fillRef')}")
    return (
        None if reference is None or reference.get("idx") == "0" else colour_of(reference, scheme)
    )


def _hidden(root: Element) -> tuple[PlaceKind, ...]:
    switches = root.find(qualified("p:hf"))
    if switches is None:
        return ()
    hidden = tuple(kind for kind in FURNITURE if switches.get(ON_MASTER[kind]) in ("0", "false"))
    # All of it off is what PowerPoint writes where nobody ever chose.
    return () if hidden == FURNITURE else hidden


def _placeholders(root: Element) -> Iterator[tuple[Element, Element]]:
    """Each shape that is one, with its `p:ph`."""
    for held in root.iter(qualified("p:ph")):
        shape = held.getparent()
        while shape is not None and shape.find(qualified("p:spPr")) is None:
            shape = shape.getparent()
        if shape is not None:
            yield shape, held


def _child(element: Element | None, tag: str) -> Element | None:
    return None if element is None else element.find(qualified(tag))


def _transform(shape: Element | None) -> Element | None:
    if shape is None:
        return None
    for path in ("p:spPr", "p:grpSpPr"):
        properties = _child(shape, path)
        if properties is not None:
            return _child(properties, "a:xfrm")
    return _child(shape, "p:xfrm")


def _area(transform: Element | None) -> Rect | None:
    place, size = _child(transform, "a:off"), _child(transform, "a:ext")
    if place is None or size is None:
        return None
    left, top = number(place, "x"), number(place, "y")
    width, height = number(size, "cx"), number(size, "cy")
    if transform is not None and abs(number(transform, "rot")) // 60_000 % 180 in range(45, 135):
        # A quarter turn: what was wide is high, around the same middle.
        left, top = left + (width - height) // 2, top + (height - width) // 2
        width, height = height, width
    return Rect(Length(left), Length(top), Length(width), Length(height))


def number(element: Element | None, name: str) -> int:
    """The attribute *name* as a whole number; 0 for anything else."""
    value = str(element.get(name, "0")) if element is not None else "0"
    return int(value) if value.removeprefix("-").isdecimal() and len(value) < 12 else 0

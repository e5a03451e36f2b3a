"""What a page of an OFD shows: characters and pictures, each with its place.

Layers, blocks and composite objects only group and move what is in them, so they come to
nothing here. What nobody sees is kept apart: an invisible text under a scan is what a
recogniser read from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from slidegen.messages import Message
from slidegen.reading.limits import MOST_PATHS, check_count
from slidegen.reading.ofd.elements import child, children, is_true, name_of, number, numbers
from slidegen.reading.ofd.package import OfdPage, Resources
from slidegen.reading.ofd.paths import straight_lines
from slidegen.reading.ofd.text import Glyphs, glyphs_of
from slidegen.reading.ofd.transform import UNMOVED, Point, Transform, transform_of
from slidegen.reading.opening import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST_COMPOSITE = 4
"""Composite objects within composite objects; more go in a circle, or nowhere."""
MOST_OBJECTS = 200_000
"""Of one page. One that sets each character by itself has 2,000."""
FAINT = 128
"""Alpha, of 255, below which text is a watermark."""
LAYER_ORDER = {"Background": 0, "Body": 1, "Foreground": 2}


class Image(NamedTuple):
    resource: str
    left: float
    top: float
    width: float
    height: float


class Content(Struct):
    """Of a page or a template, in the order in which it is drawn."""

    seen: list[Glyphs] = field(default_factory=list)
    unseen: list[Glyphs] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    paths: int = 0
    """Lines and areas; text that was turned into outlines is nothing else."""
    lines: list[tuple[Point, Point]] = field(default_factory=list)
    """Level and upright ones, from end to end: those of tables are among them."""


def content_of(root: _Element, page: OfdPage, source: Source) -> Content:
    """What the page or template with this *root* element draws."""
    walk = _Walk(source, page.resources)
    for layer in sorted(children(child(root, "Content"), "Layer"), key=_order):
        walk.group(layer, UNMOVED, seen=_is_visible(layer), depth=0)
    return walk.content


def _order(layer: _Element) -> int:
    return LAYER_ORDER.get(layer.get("Type", "Body"), 1)


class _Walk(Struct):
    source: Source
    resources: Resources
    content: Content = field(default_factory=Content)
    objects: int = 0

    def group(self, parent: _Element, place: Transform, seen: bool, depth: int) -> None:
        """All in *parent*, whose coordinates *place* leads to the page's."""
        for element in _objects(parent):
            self.objects += 1
            check_count(self.objects, MOST_OBJECTS, Message(en="objects on a page", zh="页面对象"))
            self.source.check_time()
            self.one(element, place, seen and _is_visible(element), depth)

    def one(self, element: _Element, place: Transform, seen: bool, depth: int) -> None:
        here = place.after(
            transform_of(numbers(element.get("Boundary")), numbers(element.get("CTM")))
        )
        match name_of(element):
            case "TextObject":
                seen = seen and not _is_faint(element)
                into = self.content.seen if seen else self.content.unseen
                into.extend(glyphs_of(element, here, self.resources.fonts))
            case "ImageObject" if seen:
                self.content.images.append(_image(element, here))
            case "CompositeObject" if depth < DEEPEST_COMPOSITE:
                unit = self.resources.units.get(element.get("ResourceID", ""))
                for content in children(unit, "Content"):
                    self.group(content, here, seen, depth + 1)
            case "PathObject" if seen:
                self.content.paths += 1
                if self.content.paths <= MOST_PATHS:
                    self.content.lines.extend(straight_lines(element, here))


def _objects(parent: _Element) -> Iterator[_Element]:
    """What *parent* holds, through all its PageBlocks, which nest no deeper than XML may."""
    for element in parent:
        if name_of(element) != "PageBlock":
            yield element
        elif _is_visible(element):
            yield from _objects(element)


def _is_visible(element: _Element) -> bool:
    return is_true(element.get("Visible"), True) and number(element.get("Alpha"), 255.0) > 0


def _is_faint(text: _Element) -> bool:
    """Whether *text* is drawn so that little or nothing of it shows."""
    fill = child(text, "FillColor")
    alphas = [number(text.get("Alpha"), 255.0)]
    if fill is not None:
        alphas.append(number(fill.get("Alpha"), 255.0))
    drawn = is_true(text.get("Fill"), True) or is_true(text.get("Stroke"))
    return not drawn or min(alphas) < FAINT


def _image(element: _Element, place: Transform) -> Image:
    """An image fills the unit square of its own coordinates."""
    if not element.get("CTM"):
        box = numbers(element.get("Boundary"))
        width, height = box[2:] if len(box) == 4 else (0.0, 0.0)
        place = place.after(Transform(width, 0.0, 0.0, height))
    corners = [place(Point(x, y)) for x in (0.0, 1.0) for y in (0.0, 1.0)]
    xs, ys = [point.x for point in corners], [point.y for point in corners]
    return Image(
        element.get("ResourceID", ""), min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    )

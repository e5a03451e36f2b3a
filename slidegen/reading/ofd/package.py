"""From an OFD archive to its pages, in order, with what they refer to.

GB/T 33190-2016, 7: OFD.xml names the documents, each Document.xml its pages, templates and
resources. Every name is looked up in the archive and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from posixpath import dirname, join
from typing import TYPE_CHECKING

from msgspec import Struct, field

from slidegen.messages import Message
from slidegen.reading.archive import Archive, damaged, locked
from slidegen.reading.limits import MOST_PAGES, check_count
from slidegen.reading.ofd.elements import (
    child,
    children,
    is_true,
    name_of,
    numbers,
    text_of,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

ENCRYPTIONS = "Encryptions.xml"
"""GM/T 0099-2020, C.3: beside OFD.xml, where parts are encrypted; what stands in their place
is no content."""
A4 = (0.0, 0.0, 210.0, 297.0)
BOXES = ("PhysicalBox", "ApplicationBox", "ContentBox", "CropBox")
"""The first that is there is the page's; the standard demands the first."""


class Font(Struct, frozen=True):
    name: str = ""
    bold: bool = False
    italic: bool = False


class Resources(Struct):
    """What objects refer to by number: a document's own, and a page's before them."""

    fonts: dict[str, Font] = field(default_factory=dict)
    media: dict[str, str] = field(default_factory=dict)
    """Files of pictures, by the archive's names."""
    units: dict[str, _Element] = field(default_factory=dict)
    """Content that several objects show (CompositeGraphicUnit)."""

    def with_own(self, own: Resources) -> Resources:
        return Resources(self.fonts | own.fonts, self.media | own.media, self.units | own.units)


class OfdPage(Struct, frozen=True):
    content: _Element | None
    """The page's root; None if it is missing or broken."""
    templates: tuple[_Element, ...]
    """Of the pages that lie behind or before it, on which letterheads are."""
    resources: Resources
    box: tuple[float, float, float, float]
    """Left, top, width and height, in millimetres."""


def open_pages(archive: Archive) -> Iterator[OfdPage]:
    """All pages of all documents in *archive*.

    Raises `MalformedSource` where none is named, `EncryptedSource`, `SourceTooLarge`.
    """
    if ENCRYPTIONS in archive:
        raise locked()
    bodies = children(archive.xml("OFD.xml"), "DocBody")
    # A document that is listed twice is still one.
    places = list(dict.fromkeys(filter(None, (_root_of(body, archive) for body in bodies))))
    documents = [
        (place, document) for place in places if (document := archive.xml(place)) is not None
    ]
    if not documents:
        raise damaged()
    count = sum(len(list(children(child(doc, "Pages"), "Page"))) for _, doc in documents)
    check_count(count, MOST_PAGES, Message(en="pages", zh="页"))
    for place, document in documents:
        yield from _pages_of(document, place, archive)


def _root_of(body: _Element, archive: Archive) -> str | None:
    """Where the Document.xml is that *body* means: of its versions, the current one's."""
    for version in children(child(body, "Versions"), "Version"):
        if is_true(version.get("Current")):
            place = located(version.get("BaseLoc"), "", archive)
            of_version = archive.xml(place) if place else None
            if found := located(text_of(child(of_version, "DocRoot")), place or "", archive):
                return found
    return located(text_of(child(body, "DocRoot")), "", archive)


def located(location: str | None, within: str, archive: Archive) -> str | None:
    """The archive's name for *location* as the part called *within* writes it.

    An ST_Loc with a leading slash counts from the archive's root, others from the folder of
    the part; some programs leave the slash out.
    """
    if not location:
        return None
    location = location.strip().replace("\\", "/")
    names = [location] if location.startswith("/") else [join(dirname(within), location), location]
    return next((name for name in names if name in archive), None)


def _pages_of(document: _Element, place: str, archive: Archive) -> Iterator[OfdPage]:
    common = child(document, "CommonData")
    resources = _resources(common, ("PublicRes", "DocumentRes"), place, archive)
    box = _box(child(common, "PageArea")) or A4
    locations = {
        template.get("ID", ""): template.get("BaseLoc")
        for template in children(common, "TemplatePage")
    }
    loaded: dict[str, _Element | None] = {}
    for location in _locations(document):
        content, own = _part(location, place, archive)
        templates = []
        for template in children(content, "Template"):
            number = template.get("TemplateID", "")
            if number not in loaded:
                loaded[number], _ = _part(locations.get(number), place, archive)
            if (root := loaded[number]) is not None:
                templates.append(root)
        area = _box(child(content, "Area"))
        if area is None and templates:
            area = _box(child(templates[0], "Area"))
        page_resources = _resources(content, ("PageRes",), own, archive)
        yield OfdPage(content, tuple(templates), resources.with_own(page_resources), area or box)


def _locations(document: _Element) -> Iterable[str | None]:
    """Where the pages are. One that is listed twice is still one, or a small file that lists it
    a thousand times would be a thousand pages."""
    return dict.fromkeys(page.get("BaseLoc") for page in children(child(document, "Pages"), "Page"))


def _part(location: str | None, within: str, archive: Archive) -> tuple[_Element | None, str]:
    """The root of the part at *location*, and the part's name."""
    place = located(location, within, archive)
    return (archive.xml(place), place) if place else (None, "")


def _resources(
    lists: _Element | None, names: tuple[str, ...], within: str, archive: Archive
) -> Resources:
    """All that the resource files hold which *lists* names."""
    resources = Resources()
    for element in () if lists is None else lists:
        if name_of(element) not in names:
            continue
        root, place = _part(text_of(element), within, archive)
        if root is None:
            continue
        base = join(dirname(place), (root.get("BaseLoc") or "").strip("/ "), "")
        for group in root:
            for item in group:
                _add(resources, item, base, archive)
    return resources


def _add(resources: Resources, item: _Element, base: str, archive: Archive) -> None:
    number = item.get("ID", "")
    match name_of(item):
        case "Font":
            resources.fonts[number] = _font(item)
        case "MultiMedia":
            if place := located(text_of(child(item, "MediaFile")), base, archive):
                resources.media[number] = place
        case "CompositeGraphicUnit":
            resources.units[number] = item


def _font(element: _Element) -> Font:
    name = element.get("FontName") or element.get("FamilyName") or ""
    says_bold = any(word in name.lower() for word in ("bold", "heavy", "粗"))
    return Font(
        name,
        bold=is_true(element.get("Bold")) or says_bold,
        italic=is_true(element.get("Italic")),
    )


def _box(area: _Element | None) -> tuple[float, float, float, float] | None:
    for name in BOXES:
        match numbers(text_of(child(area, name))):
            case (left, top, width, height) if width > 0 and height > 0:
                return left, top, width, height
    return None

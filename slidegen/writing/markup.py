"""Elements of Office files, written as they read: `element("a:off", x=left, y=top)`.

The prefixes are the ones that the specification (ECMA-376) itself uses, so a
line of code and the passage that explains it look alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeAlias

from lxml import etree

from slidegen.theme import Theme
from slidegen.units import Length

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}

Element: TypeAlias = etree._Element
Value: TypeAlias = str | int | bool | Length | None


@cache
def qualified(name: str) -> str:
    """`a:off` as lxml spells it; a name without a prefix stays."""
    prefix, colon, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


def element(
    tag: str, *children: Element | str | Iterable[Element] | None, **attributes: Value
) -> Element:
    """An element with its attributes and, in order, its children.

    None leaves an attribute or a child out, a string is text, and an
    underscore in an attribute's name is the colon behind its prefix (`r_id`).
    """
    made = etree.Element(qualified(tag), nsmap=_declared(tag))
    for name, value in attributes.items():
        if value is not None:
            made.set(qualified(name.replace("_", ":")), _spelt(value))
    for child in children:
        match child:
            case None:
                pass
            case str():
                made.text = child
            case etree._Element():
                made.append(child)
            case _:
                made.extend(child)
    return made


ROOTS: dict[str, tuple[str | None, ...]] = {
    "p": ("a", "r", "p"),
    "a": ("a",),
    "c": ("c", "a", "r"),
    "x": (None, "r"),
    "ct": (None,),
    "rel": (None,),
    "cp": ("cp", "dc", "dcterms", "xsi"),
    "ep": (None,),
}
"""What an element declares, None being no prefix; lxml drops what its parent has declared."""


@cache
def _declared(tag: str) -> dict[Any, str]:
    own = tag.partition(":")[0]
    return {prefix: NAMESPACES[prefix or own] for prefix in ROOTS.get(own, (own,))}


def _spelt(value: str | int | bool | Length) -> str:
    match value:
        case bool():
            return "1" if value else "0"
        case Length():
            return str(value.emu)
        case _:
            return str(value)


def serialised(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def parsed(data: bytes) -> Element:
    """The root of an XML part; entities and outside references are left alone."""
    return etree.fromstring(data, _parser())


@cache
def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


THEME_COLOURS = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
"""A master's colour map gives these four other names; the rest keep theirs."""


def colour(theme: Theme, name: str, *, opacity: float = 100, luminance: float = 100) -> Element:
    """A palette colour, as one of PowerPoint's theme colours wherever it is one.

    So that whoever changes the theme colours in PowerPoint changes the deck.
    *opacity*, and *luminance* of the colour's own, are in percent.
    """
    darker = None if luminance == 100 else element("a:lumMod", val=round(luminance * 1000))
    alpha = None if opacity == 100 else element("a:alpha", val=round(opacity * 1000))
    for slot, shown in theme.scheme:
        if shown == name:
            return element("a:schemeClr", darker, alpha, val=THEME_COLOURS.get(slot, slot))
    return element("a:srgbClr", darker, alpha, val=theme.colour(name))


def solid_fill(theme: Theme, name: str, *, opacity: float = 100) -> Element:
    return element("a:solidFill", colour(theme, name, opacity=opacity))

"""Elements of Office files, written as they read: `element("a:off", x=left, y=top)`.

The prefixes are the ones that the specification (ECMA-376) itself uses, so a
line of code and the passage that explains it look alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeAlias

from lxml import etree

from slidegen.patterns import compiled
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

ROOTS: Mapping[str, tuple[str, ...]] = {
    "p": ("a", "r", "p"),
    "a": ("a",),
    "c": ("c", "a", "r"),
    "cp": ("cp", "dc", "dcterms", "xsi"),
}
"""What the root of a part declares, by its own prefix."""
WITHOUT_PREFIX = ("x", "ct", "rel", "ep")
"""Their names are written without; a root of these says itself what it declares (`xmlns`)."""

Element: TypeAlias = etree._Element
"""What is read, and changed in place."""
Value: TypeAlias = str | int | bool | Length | None


class Markup(str):
    """What is written: an element with all that it holds, letter for letter.

    Some two hundred make a slide. They are made once and not looked into again, and a text is
    put together in less than half the time of a tree.
    """

    __slots__ = ()


def element(
    tag: str, *children: Markup | str | Iterable[Markup] | None, **attributes: Value
) -> Markup:
    """An element with its attributes and, in order, its children.

    None leaves an attribute or a child out, a string is text, and an
    underscore in an attribute's name is the colon behind its prefix (`r_id`).
    Raises ValueError for a character that XML has no place for.
    """
    name = _name(tag)
    opening = name
    for key, value in attributes.items():
        if value is not None:
            opening += f' {key.replace("_", ":")}="{_spelt(value)}"'
    content: list[str] = []
    for child in children:
        match child:
            case None:
                pass
            case Markup():
                content.append(child)
            case str():
                content.append(SPECIAL.sub(_in_text, child))
            case _:
                content.extend(child)
    return Markup(f"<{opening}>{''.join(content)}</{name}>" if content else f"<{opening}/>")


@cache
def _name(tag: str) -> str:
    """As it is written below a root that declares it."""
    prefix, _, local = tag.rpartition(":")
    return local if prefix in WITHOUT_PREFIX else tag


SPECIAL = compiled('[\x00-\x1f&<>"\ufffe\uffff]')
"""What may not stand for itself in a text or an attribute (XML 1.0, 2.2 and 2.4)."""
IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;", '"': '"', "\t": "\t", "\n": "\n"}
IN_ATTRIBUTES = {**IN_TEXT, '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}


def _in_text(match: re.Match[str]) -> str:
    return _entity(match[0], IN_TEXT)


def _in_attribute(match: re.Match[str]) -> str:
    return _entity(match[0], IN_ATTRIBUTES)


def _entity(character: str, entities: Mapping[str, str]) -> str:
    if character not in entities:
        raise ValueError(f"U+{ord(character):04X} has no place in XML")
    return entities[character]


def _spelt(value: str | int | bool | Length) -> str:
    match value:
        case str():
            return SPECIAL.sub(_in_attribute, value)
        case bool():
            return "1" if value else "0"
        case Length():
            return str(value.emu)
        case _:
            return str(value)


@cache
def qualified(name: str) -> str:
    """`a:off` as lxml spells it; a name without a prefix stays."""
    prefix, colon, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


def serialised(root: Element | Markup) -> bytes:
    """The bytes of a part."""
    if not isinstance(root, Markup):
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return START.sub(_declaring, root, count=1).encode()


START = compiled(r"<(\w+)[\w:]*")


def _declaring(start: re.Match[str]) -> str:
    declared = (f' xmlns:{name}="{NAMESPACES[name]}"' for name in ROOTS.get(start[1], ()))
    return f"{DECLARATION}{start[0]}{''.join(declared)}"


def grown(markup: Markup) -> Element:
    """What is written, to be put among what was read."""
    return parsed(serialised(markup))


def spelt(elements: Iterable[Element]) -> Markup:
    """What was read, to be written with what is new; *elements* are moved out of their part."""
    root = etree.Element(qualified("p:sld"), nsmap={name: NAMESPACES[name] for name in ROOTS["p"]})
    root.extend(elements)
    whole = etree.tostring(root, encoding="unicode")
    return Markup(whole[whole.index(">") + 1 : whole.rindex("<")])


def parsed(data: bytes) -> Element:
    """The root of an XML part; entities and outside references are left alone."""
    return etree.fromstring(data, _parser())


@cache
def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


THEME_COLOURS = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
"""A master's colour map gives these four other names; the rest keep theirs."""


def colour(theme: Theme, name: str, *, opacity: float = 100, luminance: float = 100) -> Markup:
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


def solid_fill(theme: Theme, name: str, *, opacity: float = 100) -> Markup:
    return element("a:solidFill", colour(theme, name, opacity=opacity))

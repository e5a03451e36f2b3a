"""Strict Open XML read as transitional: the same document under other namespaces.

ISO/IEC 29500-1 and -4; Word writes the strict kind on request, hardly a program reads it.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from slidegen.reading.word.names import OFFICE

STRICT = "http://purl.oclc.org/ooxml/"

TRANSITIONAL: Mapping[str, str] = {
    f"{STRICT}{family}/{part}": f"{OFFICE}/{family}/2006/{part}"
    for family, part in (
        ("wordprocessingml", "main"),
        ("officeDocument", "relationships"),
        ("officeDocument", "math"),
        ("drawingml", "main"),
        ("drawingml", "wordprocessingDrawing"),
        ("drawingml", "picture"),
        ("drawingml", "chart"),
        ("drawingml", "diagram"),
        ("drawingml", "lockedCanvas"),
    )
}


def to_transitional(root: etree._Element) -> None:
    """Renames the elements and attributes below *root*, in place."""
    if not any(uri.startswith(STRICT) for uri in _namespaces(root)):
        return
    for element in root.iter(etree.Element):
        element.tag = _renamed(str(element.tag))
        for name in list(element.attrib):
            said = element.attrib.pop(name)
            element.set(_renamed(str(name)), said)


def _namespaces(root: etree._Element) -> set[str]:
    return {str(uri) for uri in root.nsmap.values()} | {etree.QName(root).namespace or ""}


def _renamed(name: str) -> str:
    uri, brace, local = name.removeprefix("{").rpartition("}")
    return f"{{{TRANSITIONAL.get(uri, uri)}}}{local}" if brace else name

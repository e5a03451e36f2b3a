"""Names of OpenDocument as the standard writes them: `text:p`, not a namespace in braces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES: Mapping[str, str] = {
    "office": f"{URN}:office:1.0",
    "style": f"{URN}:style:1.0",
    "text": f"{URN}:text:1.0",
    "table": f"{URN}:table:1.0",
    "draw": f"{URN}:drawing:1.0",
    "fo": f"{URN}:xsl-fo-compatible:1.0",
    "svg": f"{URN}:svg-compatible:1.0",
    "meta": f"{URN}:meta:1.0",
    "manifest": f"{URN}:manifest:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "math": "http://www.w3.org/1998/Math/MathML",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}


@cache
def _full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def name_of(element: _Element) -> str:
    """`text:p`; a name of no known namespace without its prefix."""
    namespace, _, local = str(element.tag).rpartition("}")
    prefix = PREFIXES.get(namespace.removeprefix("{"))
    return f"{prefix}:{local}" if prefix else local


def attribute(element: _Element, name: str) -> str | None:
    return element.get(_full(name))


def child(element: _Element | None, *names: str) -> _Element | None:
    """What *names* lead to, each time the first of that name; None if one is missing."""
    for name in names:
        element = element.find(_full(name)) if element is not None else None
    return element


def children(element: _Element | None, name: str) -> Iterator[_Element]:
    """Those called *name*; none of None."""
    if element is not None:
        yield from element.iterchildren(_full(name))


def below(element: _Element | None, name: str) -> Iterator[_Element]:
    """All called *name* at any depth, in order; none of None."""
    if element is not None:
        yield from element.iter(_full(name))


def whole(text: str | None, default: int, most: int) -> int:
    """The number that *text* is, from 0 up to *most*; *default* if it is none."""
    try:
        return min(max(int(text or ""), 0), most)
    except ValueError:
        return default


def words_of(element: _Element | None) -> str:
    """All text below *element*, blanks collapsed; empty for None."""
    texts = element.itertext() if element is not None else ()
    return " ".join("".join(map(str, texts)).split())

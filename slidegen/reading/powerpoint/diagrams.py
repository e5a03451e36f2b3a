"""The words of a SmartArt diagram, with the levels that it has.

Its data part holds points and what connects them; a tree of those that hold text.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidegen.reading.block_lines import Span
from slidegen.reading.powerpoint.package import ANY, Element, Part, number, text_of
from slidegen.reading.powerpoint.text import DEEPEST_LEVEL, SlideParagraph

WORDS = ("node", "asst", "doc")
"""Types of points that stand for something; others are layout and connecting lines."""


def diagram_of(part: Part, reference: Element) -> tuple[SlideParagraph, ...]:
    """A paragraph for each point of the diagram that *reference* names."""
    target = part.by_id(reference)
    data = part.package.part(target.target) if target and not target.is_external else None
    if data is None:
        return ()
    points = {
        str(point.get("modelId")): point
        for point in data.root.findall(f"{ANY}ptLst/{ANY}pt")
        if str(point.get("type", "node")) in WORDS
    }
    below: dict[str, list[tuple[int, str]]] = {}
    for connection in data.root.findall(f"{ANY}cxnLst/{ANY}cxn"):
        if str(connection.get("type", "parOf")) == "parOf":
            place = (number(connection, "srcOrd"), str(connection.get("destId")))
            below.setdefault(str(connection.get("srcId")), []).append(place)
    tops = [name for name, point in points.items() if point.get("type") == "doc"]
    met: set[str] = set()
    found = [p for top in tops for p in _walk(top, -1, points, below, met)]
    rest = [p for name in points for p in _walk(name, 0, points, below, met)]
    return (*found, *rest)


def _walk(
    first: str,
    level: int,
    points: dict[str, Element],
    below: dict[str, list[tuple[int, str]]],
    met: set[str],
) -> Iterator[SlideParagraph]:
    stack = [(first, level)]
    while stack:
        name, depth = stack.pop()
        if name in met or name not in points:
            continue
        met.add(name)
        if text := text_of(points[name].find(f"{ANY}t")).strip():
            yield SlideParagraph((Span(text),), min(max(depth, 0), DEEPEST_LEVEL), has_bullet=True)
        stack.extend((inner, depth + 1) for _, inner in sorted(below.get(name, ()), reverse=True))

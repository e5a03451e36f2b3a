"""The words of a SmartArt graphic, in the order in which its author listed them."""

from __future__ import annotations

from lxml import etree

from slidegen.reading.word.names import DGM, A

NODES = ("node", "asst")
"""Points that the author typed; the others are the drawing's."""


def texts(data: etree._Element) -> tuple[str, ...]:
    """A line for each paragraph of each node."""
    lines = []
    for point in data.iterfind(f"{DGM}ptLst/{DGM}pt"):
        if point.get("type", "node") not in NODES:
            continue
        for paragraph in point.iterfind(f"{DGM}t/{A}p"):
            words = "".join(str(text.text or "") for text in paragraph.iter(f"{A}t"))
            if words.strip():
                lines.append(words.strip())
    return tuple(lines)

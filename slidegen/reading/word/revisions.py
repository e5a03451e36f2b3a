"""Tracked changes, as if all were accepted: what the author means the text to be.

Deleted words and rows go; inserted ones stay as if they had always stood there; a
paragraph whose mark was deleted flows on into the next.
"""

from __future__ import annotations

from lxml import etree

from slidegen.reading.word.names import W

GONE = tuple(
    W + name
    for name in (
        "del",
        "moveFrom",
        "delText",
        "delInstrText",
        "cellDel",
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tblGridChange",
        "trPrChange",
        "tcPrChange",
        "tblPrExChange",
        "numberingChange",
    )
)
"""What was, and is no more. Inserted words need no care: their wrapper is transparent."""

KEPT_TAIL = (f"{W}sectPr", f"{W}tbl")


def accept(root: etree._Element) -> None:
    """Accepts every change below *root*, in place."""
    changed = next(root.iter(*GONE), None)
    if changed is None:
        return
    for row in list(root.iter(f"{W}tr")):
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            _remove(row)
    for cell in list(root.iter(f"{W}tc")):
        properties = cell.find(f"{W}tcPr")
        if properties is not None and properties.find(f"{W}cellDel") is not None:
            _remove(cell)
    flowing = [p for p in root.iter(f"{W}p") if _mark_is_gone(p)]
    for element in list(root.iter(*GONE)):
        _remove(element)
    # From the last to the first, so that a row of them flows into the one that stays.
    for paragraph in reversed(flowing):
        _flow_on(paragraph)


def _mark_is_gone(paragraph: etree._Element) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(W + name) is not None for name in ("del", "moveFrom"))


def _flow_on(paragraph: etree._Element) -> None:
    """Puts the words of *paragraph* before those of the next, whose properties hold."""
    following = paragraph.getnext()
    while following is not None and following.tag not in (f"{W}p", *KEPT_TAIL):
        following = following.getnext()
    words = [child for child in paragraph if child.tag != f"{W}pPr"]
    if following is None or following.tag != f"{W}p":
        if not words:
            _remove(paragraph)
        return
    properties = following.find(f"{W}pPr")
    place = 0 if properties is None else following.index(properties) + 1
    following[place:place] = words
    _remove(paragraph)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)

"""Tracked changes, as if all were accepted: what the author means the text to be.

Deleted words and rows go; inserted ones stay as if they had always stood there; a
paragraph whose mark was deleted flows on into the next.
"""

from __future__ import annotations

from collections.abc import Sequence

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
    _flow_on(flowing)


def _mark_is_gone(paragraph: etree._Element) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(W + name) is not None for name in ("del", "moveFrom"))


def _flow_on(flowing: Sequence[etree._Element]) -> None:
    """Puts the words of each paragraph before those of the next, whose properties hold.

    In the order of the text, so that the words of many gather before the one that stays.
    """
    gathered: dict[etree._Element, list[etree._Element]] = {}
    for paragraph in flowing:
        following = paragraph.getnext()
        while following is not None and following.tag != f"{W}p" and not len(following):
            following = following.getnext()  # the end of a bookmark or the like
        own = [child for child in paragraph if child.tag != f"{W}pPr"]
        if following is not None and following.tag == f"{W}p":
            words = gathered.pop(paragraph, [])
            words += own
            gathered[following] = words
            _remove(paragraph)
        elif not own and paragraph not in gathered:
            _remove(paragraph)
    for paragraph, words in gathered.items():
        properties = paragraph.find(f"{W}pPr")
        place = 0 if properties is None else paragraph.index(properties) + 1
        paragraph[place:place] = words


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)

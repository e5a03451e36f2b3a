"""Elements by their local names, and numbers that a stranger wrote.

Programs disagree on OFD's namespace (`http://www.ofdspec.org/2016`, without the year, or none
at all), but not on the names in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_NUMBER = 1e9
"""In millimetres, and still no trouble when squared."""


def name_of(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def children(element: _Element | None, name: str) -> Iterator[_Element]:
    """Those called *name*; none of None."""
    if element is not None:
        yield from (child for child in element if name_of(child) == name)


def child(element: _Element | None, *names: str) -> _Element | None:
    """What *names* lead to, each time the first of that name; None if one is missing."""
    for name in names:
        element = next(children(element, name), None)
    return element


def text_of(element: _Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""


def number(text: str | None, default: float) -> float:
    """*default* where *text* is missing, or no number that a page could have."""
    try:
        value = float(text) if text is not None else default
    except ValueError:
        return default
    return value if isfinite(value) and abs(value) <= LARGEST_NUMBER else default


def numbers(text: str | None) -> tuple[float, ...]:
    """The numbers of an ST_Array; what is no number counts as 0."""
    return tuple(number(word, 0.0) for word in (text or "").split())


def is_true(text: str | None, default: bool = False) -> bool:
    return default if text is None else text.strip().lower() in ("true", "1")

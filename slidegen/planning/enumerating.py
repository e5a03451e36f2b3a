"""Items that a paragraph counts off: 一是…；二是…, （1）…；（2）…, ① … ② ….

They are equals, so they become points side by side, with what announces them
as their head. Only an ascending run from one counts: `（二）》` in a title or a lone
第三 is no enumeration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from slidegen.patterns import compiled
from slidegen.planning.clauses import Span, trimmed

DIGITS = "一二三四五六七八九"
NUMERALS = (*DIGITS, "十", *("十" + d for d in DIGITS))
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"

FORMS: tuple[tuple[str, ...], ...] = (
    tuple(f"{n}是" for n in NUMERALS),
    tuple(f"{n}要" for n in NUMERALS),
    tuple(f"（{n}）" for n in NUMERALS),
    tuple(f"（{n}）" for n in range(1, 20)),
    tuple(f"第{n}，" for n in NUMERALS),
    tuple(f"第{n}、" for n in NUMERALS),
    tuple(f"第{n}：" for n in NUMERALS),
    tuple(f"第{n}是" for n in NUMERALS),
    tuple(f"其{n}，" for n in NUMERALS),
    tuple(f"其{n}：" for n in NUMERALS),
    tuple(f"{n}来，" for n in NUMERALS),
    tuple(CIRCLED),
    tuple(f"{n}." for n in range(1, 20)),
    tuple(f"{n}、" for n in range(1, 20)),
)
"""Each in full-width; the half-width form of the same counts too."""

IN_TURN = ("首先", "其次", "再次|再者|然后", "最后")
"""The middle ones may be wanting, so long as two are there and the first is."""

BEFORE = "。；;：:，,!！?？ \u3000—"
"""What an item must stand behind: `统一是` and `之一是` are no markers."""

HALF_WIDTH = str.maketrans("（），．", "(),.")


def _shapes(marker: str) -> tuple[str, ...]:
    """*marker* in full and in half width."""
    return tuple(dict.fromkeys((marker, marker.translate(HALF_WIDTH))))


DASHES = "——|--"
AT_DASHES = compiled(rf"(?<![^。；;：:！!\s])(?:{DASHES})\s*")
AT_TURNS = tuple(
    compiled(rf"(?<![^{BEFORE}])(?:{words})(?:[，,、：:]|是|要|(?=[\u4e00-\u9fff]))")
    for words in IN_TURN
)
FIRST = (*(shape for form in FORMS for shape in _shapes(form[0])), IN_TURN[0])
MAY_COUNT = compiled("|".join((*map(re.escape, FIRST), DASHES)))
"""The first of all markers: a text without any of them, as most are, counts nothing off."""

SHORTEST = 4


class Enumeration(Struct, frozen=True):
    lead_in: Span
    """What announces the items, with its mark; empty where the paragraph begins with the first."""
    items: tuple[Span, ...]
    """Each without its marker."""


def enumeration(text: str) -> Enumeration | None:
    """The items that *text* counts off, two or more; None if it does not."""
    if not MAY_COUNT.search(text):
        return None
    for form in FORMS:
        if counted := _items_behind(text, list(_run(text, form))):
            return counted
    return _items_behind(text, list(_in_turn(text))) or _items_behind(text, list(_dashes(text)))


def _items_behind(text: str, markers: Sequence[tuple[int, int]]) -> Enumeration | None:
    """What stands behind each of two or more *markers*, up to the next."""
    if len(markers) < 2:
        return None
    bounds = [*(start for start, _ in markers[1:]), len(text)]
    items = tuple(
        trimmed(text, Span(end, bound)) for (_, end), bound in zip(markers, bounds, strict=True)
    )
    if any(len(item) < SHORTEST for item in items):
        return None
    return Enumeration(trimmed(text, Span(0, markers[0][0])), items)


def _in_turn(text: str) -> Iterator[tuple[int, int]]:
    """Where 首先, 其次, 再次, 最后 begin sentences or parts of them."""
    position = 0
    for marker in AT_TURNS:
        if match := marker.search(text, position):
            yield match.span()
            position = match.end()
        elif not position:
            return


def _dashes(text: str) -> Iterator[tuple[int, int]]:
    """The dashes of a run: at the paragraph's start or behind a mark, never inside a sentence."""
    return (match.span() for match in AT_DASHES.finditer(text))


def _run(text: str, form: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where the markers of *form* stand, one after the other from the first."""
    position = 0
    for marker in form:
        found = _find(text, marker, position)
        if found is None:
            return
        yield found
        position = found[1]


def _find(text: str, marker: str, position: int) -> tuple[int, int] | None:
    places = (_place(text, shape, position) for shape in _shapes(marker))
    return min((place for place in places if place), default=None)


def _place(text: str, marker: str, position: int) -> tuple[int, int] | None:
    start = text.find(marker, position)
    while start >= 0:
        end = start + len(marker)
        is_decimal = marker[-1] == "." and text[end : end + 1].isdigit()  # 1.5亿元
        if not is_decimal and (not start or text[start - 1] in BEFORE):
            return start, end
        start = text.find(marker, end)
    return None

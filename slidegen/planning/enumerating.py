"""Items that a paragraph counts off: 一是…；二是…, （1）…；（2）…, ① … ② ….

They are equals, so they become points side by side, with what announces them
as their head. Only an ascending run from one counts: `（二）》` in a title or a lone
第三 is no enumeration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
    tuple(CIRCLED),
    tuple(f"{n}." for n in range(1, 20)),
    tuple(f"{n}、" for n in range(1, 20)),
)
"""Each in full-width; the half-width form of the same counts too."""

HALF_WIDTH = str.maketrans("（），．", "(),.")
BEFORE = "。；;：:，,!！?？ \u3000—"
"""What an item must stand behind: `统一是` and `之一是` are no markers."""


@dataclass(frozen=True, slots=True)
class Enumeration:
    lead_in: Span
    """What announces the items, with its mark; empty where the paragraph begins with the first."""
    items: tuple[Span, ...]
    """Each without its marker."""


def enumeration(text: str) -> Enumeration | None:
    """The items that *text* counts off, two or more; None if it does not."""
    for form in FORMS:
        starts = list(_run(text, form))
        if len(starts) >= 2:
            bounds = [*(start for start, _ in starts[1:]), len(text)]
            items = tuple(
                trimmed(text, Span(end, bound))
                for (_, end), bound in zip(starts, bounds, strict=True)
            )
            if all(len(item) >= 4 for item in items):
                return Enumeration(trimmed(text, Span(0, starts[0][0])), items)
    return None


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
    shapes = {re.escape(marker), re.escape(marker.translate(HALF_WIDTH))}
    for match in re.finditer("|".join(sorted(shapes)), text[position:], re.IGNORECASE):
        start, end = position + match.start(), position + match.end()
        if start and text[start - 1] not in BEFORE:
            continue
        if marker[-1] == "." and text[end : end + 1].isdigit():
            continue  # 1.5亿元
        return start, end
    return None

"""Quantities between their words: which of a clause's words belong to which of its numbers.

、 parts one from the next; a number in the words before another (连续5年增长, 从12提高到14)
goes with them and is no figure itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from slidegen.patterns import compiled
from slidegen.planning.clauses import Span
from slidegen.planning.figures.quantities import Quantity


class Setting(Struct, frozen=True):
    """A quantity between the words before it and those behind it."""

    before: Span
    quantity: Quantity
    after: Span
    has_arrived: bool = False
    """Whether the words before it said where it came from: 从12平方米提高到."""
    others: tuple[Quantity, ...] = ()
    """More values of the same words: 5.1% and 6.0% of 分别增长4.2%、5.1%、6.0%."""


LISTING = ("、", "和", "与", "及", "以及", "或")
"""All that stands between values of the same words."""
ASIDE = compiled("[、（(【〔]")
"""What begins with one of these is no more said of the quantity before it: 47万户（套）."""
ARRIVAL = compiled(r"[^，、]{0,8}?[到至为成]")
JOINS = compiled("[和与及]")


def settings(
    text: str, clause: Span, inside: Sequence[Quantity], held: Sequence[bool]
) -> Iterator[Setting]:
    """Each quantity of *clause* that is not in the words before another one."""
    start = clause.start
    came_from: int | None = None
    listed: list[Quantity] = []
    for number, quantity in enumerate(inside):
        following = inside[number + 1] if number + 1 < len(inside) else None
        gap = Span(quantity.end, following.verb if following else clause.end)
        words = gap.of(text)
        comma = next(
            (at for at in range(gap.start, gap.end) if text[at] == "、" and not held[at]), None
        )
        if following and following.kind != "rank" and words in LISTING:
            listed.append(quantity)
            continue
        ends = following is None or comma is not None
        if ends or listed:
            first, *others = (*listed, quantity)
            before = Span(start, first.verb if came_from is None else came_from)
            until = comma if following and comma is not None else gap.end
            after = Span(gap.start, gap.start if ASIDE.match(words) or not ends else until)
            yield Setting(before, first, after, came_from is not None, tuple(others))
            start, came_from, listed = (until + 1 if comma is not None else gap.end), None, []
        elif (
            came_from is None
            and text[start : quantity.verb].endswith(("从", "由"))
            and ARRIVAL.fullmatch(words)
        ):
            came_from = quantity.verb - 1
        elif JOINS.search(words) or (not words and following and following.kind != "rank"):
            return  # 3个万亿级和7个千亿级产业集群, 二十万元以上一百万元以下: each needs the other
        else:
            came_from = None

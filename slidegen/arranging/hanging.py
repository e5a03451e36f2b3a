"""How far the numbers of points hang, so that all lines of a list stand under each other.

The widest number of a level says it for all of the slide: 9. and 10., 第九条 and 第十二条.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from slidegen.arranging.measure import width
from slidegen.arranging.setting import level_of, of_level
from slidegen.deck import Point
from slidegen.patterns import compiled
from slidegen.scene import Hanging
from slidegen.theme import Slot, TypeStep

NUMBER = compiled(r"第.{1,6}[条條款项項]|.*[.．、)）:：]")
"""What stands before its text and is no part of it, as the 一是 of 一是加快发展 is."""
AIR, AIR_BEHIND_BRACKET = 0.4, 0.1
"""Em between the widest number and the text; a full-width mark brings most of its own."""
WIDEST = 5.5
"""Em: text beside a wider one would stand too far from the edge."""

Hangings = Mapping[int, Hanging]
"""By level; none for a level whose points have no numbers."""


def hangings(points: Iterable[Point], slot: Slot, step: TypeStep) -> Hangings:
    widest: dict[int, float] = {}
    for point in points:
        if not point.marker:
            continue
        size = of_level(step.sizes, point.level)
        em = width(point.marker, size, bold=True).ratio(size)
        air = AIR_BEHIND_BRACKET if point.marker[-1] in "）、．：" else AIR
        hangs = NUMBER.fullmatch(point.marker) is not None
        taken = em + air if hangs else float("inf")
        widest[point.level] = max(taken, widest.get(point.level, 0.0))
    found: dict[int, Hanging] = {}
    for level, taken in widest.items():
        style = level_of(slot, level)
        if taken <= WIDEST:
            hang = max(of_level(step.sizes, level) * taken, style.hang)
            found[level] = Hanging(style.indent - style.hang + hang, hang)
    return found

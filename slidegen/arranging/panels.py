"""Places side by side: points in groups, each on a panel, all panels of one height.

A panel is as high as the fullest needs, in steps of an eighth of its place, so that the panels of
one deck take few heights; what is left of the page stays empty below them.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from msgspec.structs import replace

from slidegen.arranging.setting import SetParagraph, in_slot, stacked
from slidegen.deck import Point
from slidegen.scene import TextItem
from slidegen.theme import Anchor, Slot, TypeStep
from slidegen.units import ZERO, Length, Rect

EIGHTHS = 8
LOWEST = 6
"""Eighths of its place that a panel takes at the least."""
AIR = 1.06
"""Times what its text needs: none is full to the brim if there is room below."""


def grouped(points: Sequence[Point]) -> tuple[tuple[Point, ...], ...]:
    """Each point of the first level with those below it."""
    groups: list[list[Point]] = []
    for point in points:
        if point.level == 1 or not groups:
            groups.append([])
        groups[-1].append(point)
    return tuple(map(tuple, groups))


def tallest(groups: Sequence[Sequence[SetParagraph]]) -> Length:
    return max(map(stacked, groups), default=ZERO)


def lowered(slot: Slot, needed: Length, *, lowest: int = LOWEST) -> Rect:
    """The area of *slot* where its panel is just high enough for *needed*, from its top."""
    whole, padding = slot.frame.height, slot.frame.height - slot.area.height
    eighths = ceil((needed * AIR + padding).emu * EIGHTHS / whole.emu)
    height = whole * min(max(eighths, lowest), EIGHTHS) / EIGHTHS - padding
    area = slot.area
    return Rect(area.left, area.top, area.width, height)


def on_panel(
    slot: Slot,
    paragraphs: Sequence[SetParagraph],
    step: TypeStep,
    area: Rect,
    *,
    anchor: Anchor | None = None,
) -> TextItem:
    item = in_slot(slot, tuple(p.paragraph for p in paragraphs), step, area=area)
    return replace(item, anchor=anchor)

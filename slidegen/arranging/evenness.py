"""One size for all slides of a kind, so that a deck does not breathe from page to page.

A slide by itself would take the largest type that it has room for, and two lines would shout beside
a full page. So all slides of a kind begin at the largest size at which nearly all of them fit;
a few that are fuller take a smaller one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import ceil

from slidegen.deck import Bullets, Cards, Slide, TwoColumns
from slidegen.scene import Scene, SlideKind, TextItem
from slidegen.theme import Slot, Theme

NEARLY_ALL = 0.8
"""Share of a kind's slides that are to have one size."""

BODIES: Mapping[SlideKind, str] = {"bullets": "body", "cards": "card-1", "columns": "left"}
"""The slot whose size is a slide's."""


ENOUGH = 300
"""Slides that tell what a deck needs; of more, so many are asked."""


def telling(slides: Sequence[Slide]) -> Sequence[Slide]:
    """Those of *slides* that tell what size their kind takes, spread over the whole deck."""
    sized = [slide for slide in slides if isinstance(slide, Bullets | Cards | TwoColumns)]
    return sized[:: ceil(len(sized) / ENOUGH) or 1]


def common_sizes(scenes: Iterable[Scene], theme: Theme) -> Mapping[SlideKind, int]:
    """Where on its ladder of sizes each kind begins, from what *scenes* would take by themselves.

    Never at its smallest, which is for pages that are too full.
    """
    taken: defaultdict[SlideKind, list[int]] = defaultdict(list)
    lowest: dict[SlideKind, int] = {}
    for scene in scenes:
        body = BODIES.get(scene.kind)
        if scene.kind == "cards" and all(point.level == 1 for point in scene.points):
            continue  # heads by themselves have sizes of their own
        for item in scene.items:
            if isinstance(item, TextItem) and item.slot == body:
                slot = theme.layout(scene.layout).slot(item.slot)
                taken[scene.kind].append(_place(item, slot))
                lowest[scene.kind] = max(len(slot.steps) - 2, 0)
    return {kind: min(_common(places), lowest[kind]) for kind, places in taken.items()}


def _place(item: TextItem, slot: Slot) -> int:
    """Which of the slot's sizes *item* has, whatever its gaps."""
    if item.step is None:
        return 0
    sizes = [step.sizes for step in slot.steps]
    return sizes.index(item.step.sizes) if item.step.sizes in sizes else 0


def _common(places: list[int]) -> int:
    return sorted(places)[ceil(len(places) * NEARLY_ALL) - 1]

"""A contrast in two columns of one width, one height and one size of type, a band over each.

What one of the columns has no room for is shown as points.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidegen.arranging.bullets import arrange_bullets, as_bullets, set_point
from slidegen.arranging.ladder import cheapest
from slidegen.arranging.page import Setting, one_page, paragraph_of
from slidegen.arranging.panels import lowered, on_panel, tallest
from slidegen.arranging.setting import SetParagraph, in_slot, set_paragraph, stacked
from slidegen.deck import Point, TwoColumns
from slidegen.scene import Fit, Item, Scene
from slidegen.theme import Slot, TypeStep

SIDES = ("left", "right")

RUNT = 0.5
"""What a last line of a character or two costs, where the next smaller size costs 1."""


class Draft(Struct, frozen=True):
    step: TypeStep
    columns: tuple[tuple[SetParagraph, ...], ...]
    cost: float


def arrange_columns(slide: TwoColumns, setting: Setting) -> tuple[Scene, ...]:
    layout = setting.theme.layout("two-content")
    sides = (slide.points[: slide.right], slide.points[slide.right :])
    heads = _heads([side[0] for side in sides], [layout.slot(f"{side}-head") for side in SIDES])
    slots = [layout.slot(side) for side in SIDES]
    draft = _draft([side[1:] for side in sides], slots, setting)
    if heads is None or draft is None:
        return arrange_bullets(as_bullets(slide), setting)
    needed = tallest(draft.columns)
    items: list[Item] = []
    for head, slot, column in zip(heads, slots, draft.columns, strict=True):
        items += (head, on_panel(slot, column, draft.step, lowered(slot, needed)))
    room = lowered(slots[0], needed).height
    fit = Fit(size=min(draft.step.sizes), fill=round(needed.ratio(room), 3))
    return one_page("columns", slide, layout, setting, items, fit)


def _heads(points: Sequence[Point], slots: Sequence[Slot]) -> tuple[Item, ...] | None:
    """The bands, at the first size at which each holds its words in one line."""
    paragraphs = [replace(paragraph_of(replace(p, level=1)), bold=None) for p in points]
    for step in slots[0].steps:
        lines = [set_paragraph(p, s, step).lines for p, s in zip(paragraphs, slots, strict=True)]
        if max(lines) == 1:
            return tuple(in_slot(s, (p,), step) for p, s in zip(paragraphs, slots, strict=True))
    return None


def _draft(
    sides: Sequence[Sequence[Point]], slots: Sequence[Slot], setting: Setting
) -> Draft | None:
    """The columns at the size that pleases most; None if they fit at none."""

    def at_step(smaller: float, step: TypeStep) -> Draft | None:
        columns = tuple(
            tuple(set_point(replace(p, level=p.level - 1), slot, step, setting) for p in side)
            for side, slot in zip(sides, slots, strict=True)
        )
        if any(stacked(c) > s.area.height for c, s in zip(columns, slots, strict=True)):
            return None
        runts = sum(p.has_runt for column in columns for p in column)
        return Draft(step, columns, smaller + RUNT * runts)

    return cheapest(enumerate(setting.steps("columns", slots[0])), at_step)

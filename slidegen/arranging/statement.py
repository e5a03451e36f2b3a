"""A point that has a page to itself: large, on a panel, since one line in a list looks lost."""

from __future__ import annotations

from msgspec.structs import replace

from slidegen.arranging.page import Setting, one_page, paragraph_of
from slidegen.arranging.panels import lowered, on_panel
from slidegen.arranging.setting import SetParagraph, broken_evenly, set_paragraph, stacked
from slidegen.deck import Bullets
from slidegen.scene import Fit, Scene
from slidegen.theme import Slot, TypeStep

LOWEST = 5
"""Eighths of its place that the panel takes at the least: less than cards, which say more."""
MOST_LINES = 3
"""Longer text is read, not taken in at a glance: it is better as a point."""


def arrange_statement(slide: Bullets, setting: Setting) -> tuple[Scene, ...] | None:
    """The page of the slide's only point; None if it has others, or if that one is long."""
    if len(slide.points) != 1:
        return None
    layout = setting.theme.layout("statement")
    slot = layout.slot("statement")
    for step in slot.steps:
        words = _set(slide, slot, step, setting)
        if words.lines <= MOST_LINES and not words.has_runt and words.height <= slot.area.height:
            area = lowered(slot, stacked((words,)), lowest=LOWEST)
            item = on_panel(slot, (words,), step, area)
            fit = Fit(size=step.sizes[0], fill=round(words.height.ratio(area.height), 3))
            return one_page("bullets", slide, layout, setting, (item,), fit)
    return None


def _set(slide: Bullets, slot: Slot, step: TypeStep, setting: Setting) -> SetParagraph:
    (point,) = slide.points
    paragraph = replace(paragraph_of(point), level=1, bullet=False)
    if not point.marker:
        runs = broken_evenly(point.passage, slot, step, setting.phrasing)
        paragraph = replace(paragraph, runs=runs)
    return set_paragraph(paragraph, slot, step)

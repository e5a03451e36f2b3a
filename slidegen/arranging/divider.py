"""A section's title page: its number, large, and its heading."""

from __future__ import annotations

from slidegen.arranging.page import Setting, display, fit_of_display, left_out
from slidegen.arranging.setting import headline
from slidegen.deck import Divider
from slidegen.scene import Item, Scene


def arrange_divider(slide: Divider, setting: Setting) -> tuple[Scene, ...]:
    layout = setting.theme.layout("divider")
    slot = layout.slot("title")
    title = display(slide.title, slot, setting)
    number = layout.slot("number")
    items: list[Item] = [title.item(slot)]
    if slide.marker:
        shown = headline(slide.marker, number, setting.phrasing, most=1)
        if not shown.rest:
            items.append(shown.item(number))
    return (
        Scene(
            kind="divider",
            layout="divider",
            title=title.text,
            items=tuple(items),
            notes=(*left_out(slide.title, title), *slide.notes),
            section=slide.section,
            fit=fit_of_display(items, layout),
        ),
    )

"""The last page: the speech's own call, set large."""

from __future__ import annotations

from slidegen.arranging.page import Setting, display, fit_of_display, left_out
from slidegen.deck import Closing
from slidegen.scene import Scene


def arrange_closing(slide: Closing, setting: Setting) -> tuple[Scene, ...]:
    layout = setting.theme.layout("closing")
    slot = layout.slot("title")
    call = display(slide.call, slot, setting)
    items = (call.item(slot),)
    return (
        Scene(
            kind="closing",
            layout="closing",
            title=call.text,
            items=items,
            notes=(*left_out(slide.call, call), *slide.notes),
            section=slide.section,
            fit=fit_of_display(items, layout),
        ),
    )

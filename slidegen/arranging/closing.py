"""The last page: the speech's own call, set large."""

from __future__ import annotations

from slidegen.arranging.page import Setting, display, left_out
from slidegen.deck import Closing
from slidegen.scene import Scene


def arrange_closing(slide: Closing, setting: Setting) -> tuple[Scene, ...]:
    slot = setting.theme.layout("closing").slot("title")
    call = display(slide.call, slot, setting)
    return (
        Scene(
            kind="closing",
            layout="closing",
            title=call.text,
            items=(call.item(slot),),
            notes=(*left_out(slide.call, call), *slide.notes),
            section=slide.section,
        ),
    )

"""A series of numbers, drawn."""

from __future__ import annotations

from slidegen.arranging.page import Setting
from slidegen.arranging.table import arrange_table
from slidegen.deck import ChartSlide, TableSlide
from slidegen.scene import Scene


def arrange_chart(slide: ChartSlide, setting: Setting) -> tuple[Scene, ...]:
    table = TableSlide(slide.title, slide.table, slide.kicker, slide.notes, slide.section)
    return arrange_table(table, setting)

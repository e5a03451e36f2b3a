"""What a shape is called by its slot, where no placeholder tells which that is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args

from slidegen.messages import Tongue
from slidegen.theme import Layout, Slot

CHINESE: Mapping[str, str] = {
    "title": "标题",
    "subtitle": "副标题",
    "occasion": "场合",
    "speaker": "报告人",
    "date": "日期",
    "classification": "密级",
    "number": "序号",
    "kicker": "所属章节",
    "body": "正文",
    "left": "左栏",
    "right": "右栏",
    "card": "卡片",
    "table": "表格",
    "chart": "图表",
    "picture": "图片",
    "caption": "图片说明",
    "figure": "数字",
    "label": "说明",
    "time": "时间",
    "phase": "阶段",
    "quote": "引语",
    "code": "代码",
    "points": "要点",
}
"""Others keep the theme's name for them."""


def slot_name(slot: Slot, tongue: Tongue) -> str:
    """`Card 1`, `卡片 1`: as PowerPoint's selection pane lists it."""
    found = re.fullmatch(r"(.+?)(?:-(\d+))?", slot.name)
    word, number = found.groups() if found else (slot.name, None)
    shown = CHINESE.get(word, word) if tongue == "zh" else word.replace("-", " ").capitalize()
    return f"{shown} {number}" if number else shown


def slots_by_name(layout: Layout) -> dict[str, Slot]:
    return {slot_name(slot, tongue): slot for slot in layout.slots for tongue in get_args(Tongue)}

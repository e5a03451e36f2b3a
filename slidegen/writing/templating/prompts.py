"""What empty placeholders say to whoever fills a layout by hand."""

from __future__ import annotations

from slidegen.outline import Language
from slidegen.theme import Slot
from slidegen.writing.markup import Element, element
from slidegen.writing.slides import NUMBER_FIELD

LANGUAGE: Language = "zh-CN"
"""Of the prompts and the names of layouts."""

PROMPTS = {
    "title": "单击此处编辑标题",
    "subtitle": "单击此处编辑副标题",
    "occasion": "会议或场合",
    "speaker": "报告人",
    "date": "日期",
    "classification": "密级",
    "logo": "标志",
    "number": "一",
    "kicker": "所属章节",
    "unit": "单位",
    "caption": "图片说明",
    "time": "时间",
    "source": "出处",
    "footer": "页脚",
}
LEVELS = ("单击此处编辑文本", "第二级", "第三级", "第四级", "第五级")


def slot_title(slot: Slot) -> str:
    return {"slide-number": "页码", "footer": "页脚", "title": "标题"}.get(
        slot.kind, PROMPTS.get(_name(slot), "文本")
    )


def _name(slot: Slot) -> str:
    """`caption` of `caption-2`."""
    return slot.name.rstrip("-0123456789")


def prompted(held: Element | None, slot: Slot) -> Element | None:
    if held is None:
        return None
    if _name(slot) in PROMPTS and slot.kind not in ("title", "footer", "picture"):
        held.set("hasCustomPrompt", "1")
    return held


def prompt(slot: Slot) -> list[Element]:
    match slot.kind:
        case "slide-number":
            return [number_paragraph()]
        case "body" | "subtitle" if _name(slot) not in PROMPTS and len(slot.levels) > 1:
            return [
                element("a:p", element("a:pPr", lvl=level) if level else None, run(words))
                for level, words in enumerate(LEVELS)
            ]
        case "table" | "chart" | "picture":
            return [element("a:p", element("a:endParaRPr", lang=LANGUAGE))]
        case _:
            return [element("a:p", run(PROMPTS.get(_name(slot), LEVELS[0])))]


def run(words: str) -> Element:
    return element("a:r", element("a:rPr", lang=LANGUAGE), element("a:t", words))


def number_paragraph() -> Element:
    return element(
        "a:p",
        element(
            "a:fld",
            element("a:rPr", lang=LANGUAGE),
            element("a:t", "‹#›"),
            id=NUMBER_FIELD,
            type="slidenum",
        ),
    )

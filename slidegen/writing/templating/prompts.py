"""What empty placeholders say to whoever fills a layout by hand."""

from __future__ import annotations

from collections.abc import Mapping

from slidegen.messages import Message, Tongue
from slidegen.outline import Language
from slidegen.theme import Slot
from slidegen.theme_entries import TitleEntry
from slidegen.writing.markup import Markup, element
from slidegen.writing.slides import NUMBER_FIELD

PROMPTS: Mapping[str, Message] = {
    "title": Message(en="Click to add a title", zh="单击此处编辑标题"),
    "subtitle": Message(en="Click to add a subtitle", zh="单击此处编辑副标题"),
    "occasion": Message(en="Meeting or occasion", zh="会议或场合"),
    "speaker": Message(en="Speaker", zh="报告人"),
    "date": Message(en="Date", zh="日期"),
    "classification": Message(en="Marking", zh="密级"),
    "logo": Message(en="Logo", zh="标志"),
    "number": Message(en="1", zh="一"),
    "kicker": Message(en="Section", zh="所属章节"),
    "unit": Message(en="Unit", zh="单位"),
    "caption": Message(en="Caption", zh="图片说明"),
    "time": Message(en="Time", zh="时间"),
    "source": Message(en="Source", zh="出处"),
    "footer": Message(en="Footer", zh="页脚"),
}
"""By the names of slots."""
NAMES: Mapping[str, Message] = {
    "title": Message(en="Title", zh="标题"),
    "text": Message(en="Text", zh="文本"),
    "footer": Message(en="Footer", zh="页脚"),
    "slide-number": Message(en="Slide number", zh="页码"),
    "notes": Message(en="Notes", zh="备注"),
    "slide-picture": Message(en="Slide image", zh="幻灯片图像"),
    "edge": Message(en="Panel edge", zh="底板上边"),
}
LEVELS = (
    Message(en="Click to add text", zh="单击此处编辑文本"),
    Message(en="Second level", zh="第二级"),
    Message(en="Third level", zh="第三级"),
    Message(en="Fourth level", zh="第四级"),
    Message(en="Fifth level", zh="第五级"),
)


class Prompts:
    """The prompts of a template whose own words are in *language*."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.tongue: Tongue = "zh" if language.startswith("zh") else "en"

    def name(self, key: str) -> str:
        """What PowerPoint's selection pane calls such a shape."""
        return NAMES[key].in_tongue(self.tongue)

    def own(self, name: TitleEntry | str) -> str:
        """*name* in the template's language, where it is given in several."""
        if isinstance(name, str):
            return name
        return Message(en=name.en, zh=name.zh).in_tongue(self.tongue)

    def slot_name(self, slot: Slot) -> str:
        if slot.kind in NAMES:
            return self.name(slot.kind)
        return PROMPTS.get(_name(slot), NAMES["text"]).in_tongue(self.tongue)

    def paragraphs(self, slot: Slot) -> list[Markup]:
        match slot.kind:
            case "slide-number":
                return [self.number()]
            case "body" | "subtitle" if _name(slot) not in PROMPTS and len(slot.levels) > 1:
                return [
                    element("a:p", element("a:pPr", lvl=level) if level else None, self._run(words))
                    for level, words in enumerate(LEVELS)
                ]
            case "table" | "chart" | "picture":
                return [element("a:p", element("a:endParaRPr", lang=self.language))]
            case _:
                return [element("a:p", self._run(PROMPTS.get(_name(slot), LEVELS[0])))]

    def text(self) -> Markup:
        return element("a:p", self._run(LEVELS[0]))

    def number(self) -> Markup:
        return element(
            "a:p",
            element(
                "a:fld",
                element("a:rPr", lang=self.language),
                element("a:t", "‹#›"),
                id=NUMBER_FIELD,
                type="slidenum",
            ),
        )

    def _run(self, words: Message) -> Markup:
        text = words.in_tongue(self.tongue)
        return element("a:r", element("a:rPr", lang=self.language), element("a:t", text))


def _name(slot: Slot) -> str:
    """`caption` of `caption-2`."""
    return slot.name.rstrip("-0123456789")


def is_prompted(slot: Slot) -> bool:
    """Whether its placeholder asks for its text in words of ours."""
    return _name(slot) in PROMPTS and slot.kind not in ("title", "footer", "picture")

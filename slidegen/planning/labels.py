"""The few words of ours that a deck may show, by language.

All that a deck says is the document's or the user's, but for these: so this
module is the whole of what slidegen can be said to have made up.
"""

from __future__ import annotations

from msgspec import Struct

from slidegen.outline import Language
from slidegen.passage import Label


class Labels(Struct, frozen=True):
    cover: Label
    """Name of the PowerPoint section that holds cover, agenda and opening."""
    agenda: Label
    opening: Label
    """Title of the opening slide, for which documents have no heading."""
    body: Label
    """Title of a text that no heading and no short sentence of its own can name."""
    gathered: Label
    """Title of the slides that all sections share where there are fewer slides than sections."""
    appendix: Label
    """Title of after-matter that has no heading of its own."""
    untitled: Label
    """Title of a document that has none."""
    continued: Label


SIMPLIFIED = Labels(
    cover=Label("封面"),
    gathered=Label("主要内容"),
    agenda=Label("目录"),
    opening=Label("引言"),
    body=Label("正文"),
    appendix=Label("附件"),
    untitled=Label("无标题"),
    continued=Label("（续）"),
)
TRADITIONAL = Labels(
    cover=Label("封面"),
    gathered=Label("主要內容"),
    agenda=Label("目錄"),
    opening=Label("引言"),
    body=Label("正文"),
    appendix=Label("附件"),
    untitled=Label("無標題"),
    continued=Label("（續）"),
)
ENGLISH = Labels(
    cover=Label("Cover"),
    gathered=Label("At a glance"),
    agenda=Label("Agenda"),
    opening=Label("Introduction"),
    body=Label("Text"),
    appendix=Label("Appendix"),
    untitled=Label("Untitled"),
    continued=Label(" (continued)"),
)

LABELS: dict[Language, Labels] = {
    "zh-CN": SIMPLIFIED,
    "zh-TW": TRADITIONAL,
    "en-US": ENGLISH,
    "en-GB": ENGLISH,
}

"""What a deck does not take over from a document, counted and said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct, field

from slidegen.messages import Message
from slidegen.notices import Notice, NoticeKind, Report
from slidegen.reading.pictures import PictureMissing, PictureTrouble

Kind: TypeAlias = Literal[
    "comment",
    "contents",
    "hidden",
    "running head",
    "placeholder",
    "field",
    "formula",
    "symbol",
    "link",
    "object",
    "chart",
    "diagram",
    "chunk",
]


class _Saying(Struct, frozen=True):
    kind: NoticeKind
    en: str
    """With `{}` for the count, as in *zh*."""
    zh: str
    counts: bool = False


SAYINGS: Mapping[Kind, _Saying] = {
    "comment": _Saying("comments-left-out", "{} comment(s) left out", "略去 {} 条批注"),
    "contents": _Saying(
        "contents-left-out",
        "the table of contents left out, {} line(s)",
        "略去目录，共 {} 行",
    ),
    "hidden": _Saying(
        "hidden-text-left-out",
        "hidden text left out, in {} place(s)",
        "略去 {} 处隐藏文字",
    ),
    "running head": _Saying(
        "running-heads-left-out",
        "{} line(s) of page headers and footers left out",
        "略去页眉页脚文字 {} 行",
    ),
    "placeholder": _Saying(
        "field-without-result",
        "{} form field(s) that nobody filled in are left out",
        "略去 {} 处未填写的表单提示",
    ),
    "field": _Saying(
        "field-without-result",
        "{} field(s) without a result; update them in Word (Ctrl+A, F9) and save",
        "有 {} 个域没有结果；请在 Word 中全选后按 F9 更新并保存",
        counts=True,
    ),
    "formula": _Saying(
        "formula-as-text",
        "{} formula(s) written as a line of text",
        "{} 个公式按文字写出",
    ),
    "symbol": _Saying(
        "private-use-characters",
        "{} character(s) of a symbol font that stand for nothing known are left out",
        "略去 {} 个无法识别的符号字体字符",
        counts=True,
    ),
    "link": _Saying(
        "link-dropped",
        "{} link(s) that lead to no web page or mailbox are shown as text",
        "有 {} 个链接不指向网页或邮箱，只保留文字",
    ),
    "object": _Saying(
        "object-left-out",
        "{} embedded object(s) left out; paste them as pictures to have them shown",
        "略去 {} 个嵌入对象；如需显示，请先粘贴为图片",
        counts=True,
    ),
    "chart": _Saying(
        "object-left-out",
        "{} chart(s) shown as tables of their figures",
        "{} 个图表改为数据表",
    ),
    "diagram": _Saying(
        "object-left-out",
        "{} diagram(s) shown as their text only",
        "{} 个 SmartArt 图形只保留文字",
    ),
    "chunk": _Saying(
        "object-left-out",
        "{} document(s) inserted as a whole are left out; open the file in Word and save it",
        "略去 {} 处整篇插入的文档；请用 Word 打开并重新保存后再转换",
        counts=True,
    ),
}
"""In the order in which they are said."""


class LeftOut(Struct):
    """The counts of one document."""

    counts: Counter[Kind] = field(default_factory=Counter)
    troubles: Counter[tuple[NoticeKind, Message]] = field(default_factory=Counter)
    """Pictures that are not shown, by the reason."""

    def add(self, kind: Kind, count: int = 1) -> None:
        self.counts[kind] += count

    def add_picture(self, trouble: PictureTrouble) -> None:
        missing = isinstance(trouble, PictureMissing)
        self.troubles["picture-missing" if missing else "picture-unusable", trouble.message] += 1

    def tell(self, report: Report) -> None:
        for kind, saying in SAYINGS.items():
            if count := self.counts[kind]:
                message = Message(en=saying.en.format(count), zh=saying.zh.format(count))
                report(Notice(saying.kind, message, counts=saying.counts))
        for (notice, reason), count in self.troubles.items():
            times = Message(en=f" ({count} times)", zh=f"（{count} 处）") if count > 1 else None
            message = Message(
                en=reason.en + (times.en if times else ""),
                zh=reason.zh + (times.zh if times else ""),
            )
            report(Notice(notice, message, counts=True))

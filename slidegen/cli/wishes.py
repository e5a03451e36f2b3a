"""What one may ask of a deck, as options of the command line: the same for one document and for
many."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

import typer

from slidegen.cli.source import CONTENT
from slidegen.cli.tongue import say
from slidegen.options import AgendaUse, Aspect, Detail, NotesUse, Typography

LOOK = say(en="Look", zh="外观")
COVER = say(en="Cover (as the document says, unless given)", zh="封面（不指定则取自原文）")
OUTPUT = say(en="Input and output", zh="输入与输出")


def option(panel: str, help: str, *names: str, **more: Any) -> Any:
    return typer.Option(*names, help=help, rich_help_panel=panel, show_default=False, **more)


ThemeName: TypeAlias = Annotated[
    str | None,
    option(
        LOOK,
        say(
            en="A theme's name (see `slidegen themes`) or folder; gov-red otherwise.",
            zh="主题名称（见 `slidegen themes`）或主题文件夹；默认 gov-red。",
        ),
        "--theme",
        metavar="NAME|FOLDER",
    ),
]
TemplateFile: TypeAlias = Annotated[
    Path | None,
    option(
        LOOK,
        say(
            en="Your own .pptx or .potx: its layouts, fonts, colours and size, in place of "
            "a theme.",
            zh="自己的模板（.pptx 或 .potx）：沿用其版式、字体、配色和页面尺寸，代替主题。",
        ),
        "--template",
        metavar="FILE.pptx",
    ),
]
AspectWish: TypeAlias = Annotated[
    Aspect | None,
    option(LOOK, say(en="16:9 otherwise.", zh="画面比例；默认 16:9。"), "--aspect"),
]
TypographyWish: TypeAlias = Annotated[
    Typography | None,
    option(
        LOOK,
        say(
            en="fix mends half-width punctuation in Chinese; keep leaves it. fix otherwise.",
            zh="fix 把中文里的半角标点改为全角，keep 保持原样；默认 fix。",
        ),
        "--typography",
    ),
]
Lang: TypeAlias = Annotated[
    Literal["auto", "zh-CN", "zh-TW", "en-US", "en-GB"] | None,
    option(
        LOOK,
        say(en="Language; told from the text otherwise.", zh="语言；默认依正文判断。"),
        "--lang",
    ),
]
DetailWish: TypeAlias = Annotated[
    Detail | None,
    option(
        CONTENT,
        say(
            en="outline: headings only; standard: with supporting points (the default); "
            "full: a slide for each sub-point besides.",
            zh="outline 只列标题；standard 另列要点（默认）；full 再为每个小标题单列一页。",
        ),
        "--detail",
    ),
]
AgendaWish: TypeAlias = Annotated[
    AgendaUse | None,
    option(
        CONTENT,
        say(
            en="once (the default), repeat before each section, or none.",
            zh="目录页：once 出现一次（默认），repeat 每部分之前重复，none 不要。",
        ),
        "--agenda",
    ),
]
Dividers: TypeAlias = Annotated[
    bool | None,
    option(
        CONTENT,
        say(en="A page before each section, or none.", zh="各部分之前是否加过渡页。"),
        "--dividers/--no-dividers",
    ),
]
ClosingPage: TypeAlias = Annotated[
    bool | None,
    option(
        CONTENT,
        say(
            en="A last page with the speech's own call, or none.",
            zh="是否以讲话的结束语作为末页。",
        ),
        "--closing/--no-closing",
    ),
]
NotesWish: TypeAlias = Annotated[
    NotesUse | None,
    option(
        CONTENT,
        say(
            en="Speaker notes: the full text (the default), only that of the points, or none.",
            zh="备注：full 写入全文（默认），points 只写要点所在文字，none 不写。",
        ),
        "--notes",
    ),
]
Title: TypeAlias = Annotated[str | None, option(COVER, say(en="Title.", zh="标题。"), "--title")]
Subtitle: TypeAlias = Annotated[
    str | None, option(COVER, say(en="Subtitle.", zh="副标题。"), "--subtitle")
]
Speaker: TypeAlias = Annotated[
    str | None, option(COVER, say(en="Speaker.", zh="讲话人或汇报人。"), "--speaker")
]
Organisation: TypeAlias = Annotated[
    str | None, option(COVER, say(en="Organisation.", zh="单位。"), "--organisation")
]
Date: TypeAlias = Annotated[str | None, option(COVER, say(en="Date.", zh="日期。"), "--date")]
Classification: TypeAlias = Annotated[
    str | None,
    option(COVER, say(en="Classification mark.", zh="密级标志。"), "--classification"),
]
Logo: TypeAlias = Annotated[
    Path | None,
    option(
        COVER,
        say(en="A picture of your own.", zh="自备的标志图片。"),
        "--logo",
        metavar="FILE",
    ),
]
Footer: TypeAlias = Annotated[
    str | None,
    option(COVER, say(en="Footer; the title otherwise.", zh="页脚；默认用标题。"), "--footer"),
]

NAMES = (
    *("theme", "template", "detail", "max_slides", "title", "subtitle", "speaker", "organisation"),
    *("date", "footer", "classification", "logo", "agenda", "dividers", "closing", "notes"),
    *("aspect", "typography"),
)
"""The parameters of a command that takes all of these, called as in `slidegen.asking.Asked`."""


def wishes_in(given: Mapping[str, Any]) -> dict[str, Any]:
    """Of what a command was *given*, by its parameters, what is asked of a deck."""
    asked = {name: given[name] for name in NAMES}
    asked["language"] = None if given["lang"] == "auto" else given["lang"]
    return {name: value for name, value in asked.items() if value is not None}

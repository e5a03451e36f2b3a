"""`slidegen themes check`: how each kind of slide will be laid out on a template of one's own."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slidegen.cli.tongue import say, tongue
from slidegen.messages import Message

if TYPE_CHECKING:
    from slidegen.adopting import Adoption
    from slidegen.adopting.building import Use

HELP = say(
    en="Tell how each kind of slide will be laid out on a template of your own, and what is lost.",
    zh="查看自己的模板将如何排版：每种页面用哪个版式，哪些内容带不过来。",
)
BUILT = Message(en="built in", zh="画在版式")
UNNAMED = Message(en="(a layout without a name)", zh="（未命名版式）")


def check_template(
    template: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.pptx",
            help=say(en="The .pptx or .potx to be used.", zh="要使用的 .pptx 或 .potx 模板。"),
            show_default=False,
        ),
    ],
) -> None:
    from slidegen.adopting import adopted

    adoption = adopted(template)
    print(_summary(adoption))
    print()
    for line in _uses(adoption.uses):
        print(line)
    if adoption.notices:
        print()
    for notice in adoption.notices:
        if notice.kind != "template-layouts":  # said above, in full
            print(f"- {notice.message.in_tongue(tongue())}")


def _summary(adoption: Adoption) -> str:
    theme = adoption.theme
    width, height = (side.pt / 72 for side in (theme.width, theme.height))
    steps = theme.layout("content").slot("body").steps
    largest, smallest = steps[0].sizes[0].pt, steps[-1].sizes[0].pt
    fonts = ", ".join(dict.fromkeys(filter(None, (theme.fonts.latin, theme.fonts.east_asian))))
    return Message(
        en=f"{theme.name}: {width:.4g} × {height:.4g} in, points of {largest:g} to {smallest:g} pt"
        + (f", {fonts}" if fonts else ""),
        zh=f"{theme.name}：{width * 2.54:.4g} × {height * 2.54:.4g} 厘米，"
        f"正文 {largest:g} 至 {smallest:g} 磅" + (f"，字体 {fonts}" if fonts else ""),
    ).in_tongue(tongue())


def _uses(uses: tuple[Use, ...]) -> list[str]:
    """A line for each kind; those of one family that come about alike share one."""
    rows = [
        (list(group), canvas, is_theirs)
        for (_, canvas, is_theirs), group in groupby(
            uses, key=lambda use: (_family(use), use.canvas, use.is_theirs)
        )
    ]
    names = [_name(group) for group, _, _ in rows]
    room = max(map(_cells, names), default=0)
    return [
        f"{name}{' ' * (room - _cells(name))}  {_place(canvas, is_theirs)}"
        for name, (_, canvas, is_theirs) in zip(names, rows, strict=True)
    ]


def _family(use: Use) -> str:
    return use.layout.rstrip("-0123456789")


def _name(group: list[Use]) -> str:
    if tongue() == "zh":
        from slidegen.theme_file import load_theme

        return load_theme().layout(group[0].layout).title.partition("（")[0]
    first, last = group[0].layout, group[-1].layout
    return first if first == last else f"{first} to {last.rpartition('-')[2]}"


def _place(canvas: str, is_theirs: bool) -> str:
    shown = canvas or UNNAMED.in_tongue(tongue())
    return shown if is_theirs else f"{BUILT.in_tongue(tongue())} {shown}"


def _cells(text: str) -> int:
    """How wide a terminal shows it: a Chinese character takes two cells."""
    from rich.cells import cell_len

    return cell_len(text)

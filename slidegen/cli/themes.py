"""`slidegen themes`: how decks can look."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slidegen.cli import template_check
from slidegen.cli.tongue import say, tongue
from slidegen.options import Aspect

if TYPE_CHECKING:
    from slidegen.theme import Theme

HELP = say(en="The themes that there are, and new ones.", zh="查看可用的主题，或新建主题。")
SWATCHES = ("deep", "accent", "gold", "tint", "ink")


def app() -> typer.Typer:
    themes = typer.Typer(add_completion=False, rich_markup_mode="rich")
    themes.callback(invoke_without_command=True)(_start)
    themes.command("list", help=say(en="List the themes.", zh="列出全部主题。"))(list_themes)
    themes.command(
        "show",
        help=say(
            en="Make a specimen deck with every kind of slide.", zh="生成包含各种页面的样张。"
        ),
    )(show_theme)
    themes.command(
        "new",
        help=say(
            en="Make a theme from a colour and fonts; use it with --theme FOLDER.",
            zh="用一种颜色和字体新建主题；之后用 --theme 文件夹 使用。",
        ),
    )(new_theme)
    themes.command("check", help=template_check.HELP)(template_check.check_template)
    return themes


def _start(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        list_themes()


def list_themes() -> None:
    from slidegen.theme_file import load_theme
    from slidegen.theme_folders import theme_names

    themes = [load_theme(name) for name in theme_names()]
    if sys.stdout is not None and sys.stdout.isatty():
        _print_swatches(themes)
        return
    for theme in themes:
        print(f"{theme.name}\t{theme.title.in_tongue(tongue())}")


def _print_swatches(themes: list[Theme]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    for theme in themes:
        line = Text()
        for name in SWATCHES:
            line.append("   ", style=f"on #{theme.colour(name)}")
        console.print(line, Text(f"{theme.name:<10}"), theme.title.in_tongue(tongue()))


def show_theme(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help=say(en="A theme, or its folder.", zh="主题名称或文件夹。")
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT.pptx",
            help=say(en="NAME.pptx otherwise.", zh="默认为 主题名.pptx。"),
            show_default=False,
        ),
    ] = None,
    aspect: Annotated[Aspect, typer.Option("--aspect")] = "16:9",
) -> None:
    from slidegen.showing import shown_theme
    from slidegen.writing.files import write_whole

    deck = shown_theme(name, aspect)
    print(write_whole(output or Path(f"{Path(name).name}.pptx"), deck))


def new_theme(
    name: Annotated[
        Path,
        typer.Argument(
            metavar="NAME", help=say(en="Of the folder to be made.", zh="要新建的文件夹。")
        ),
    ],
    accent: Annotated[
        str,
        typer.Option(
            "--accent",
            metavar="RRGGBB",
            help=say(
                en="The main colour; the others follow from it.", zh="主色，其余颜色由它推出。"
            ),
            show_default=False,
        ),
    ],
    base: Annotated[
        str,
        typer.Option(
            "--base",
            metavar="THEME",
            help=say(en="The theme to build on.", zh="以哪个主题为基础。"),
        ),
    ] = "gov-red",
    font: Annotated[
        str | None,
        typer.Option(
            "--font",
            help=say(en="For Latin letters.", zh="西文字体。"),
            show_default=False,
        ),
    ] = None,
    east_asian_font: Annotated[
        str | None,
        typer.Option(
            "--east-asian-font",
            help=say(en="For Chinese characters.", zh="中文字体。"),
            show_default=False,
        ),
    ] = None,
) -> None:
    from slidegen.new_theme import make_theme

    print(make_theme(name, base=base, accent=accent, font=font, east_asian=east_asian_font))

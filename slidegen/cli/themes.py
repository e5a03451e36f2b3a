"""`slidegen themes`: how decks can look."""

from __future__ import annotations

import typer

from slidegen.cli import template_check
from slidegen.cli.tongue import say, tongue

HELP = say(en="The themes that there are.", zh="查看可用的主题。")


def app() -> typer.Typer:
    themes = typer.Typer(add_completion=False, rich_markup_mode="rich")
    themes.callback(invoke_without_command=True)(_start)
    themes.command("list", help=say(en="List the themes.", zh="列出全部主题。"))(list_themes)
    themes.command("check", help=template_check.HELP)(template_check.check_template)
    return themes


def _start(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        list_themes()


def list_themes() -> None:
    from slidegen.theme_file import load_theme
    from slidegen.theme_folders import theme_names

    for name in theme_names():
        print(f"{name}\t{load_theme(name).title.in_tongue(tongue())}")

"""The commands, put together; `slidegen INPUT` alone is `slidegen convert INPUT`."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from slidegen.cli.misuse import Misuse, wrong_usage
from slidegen.cli.tongue import say
from slidegen.messages import Message
from slidegen.version import __version__

Abort = typer.Abort
WRONG_USAGE = (wrong_usage, Misuse)

COMMANDS = ("convert", "batch", "watch", "outline", "inspect", "themes")
"""Each is a module here: its `HELP`, and the function of its name or, of `themes`, the commands
below it."""
OWN_OPTIONS = ("--help", "-h", "--version")


def command(arguments: Sequence[str]) -> Any:
    """The command line, as the parser's own object, as far as *arguments* have to do with it.

    The command that they begin with is there with its options, and no other is imported; where
    they name none, all are there by name, for the help to list.
    """
    app = typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        no_args_is_help=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(
        invoke_without_command=True,
        help=say(
            en="Turn an official document into a native, editable PowerPoint deck. Offline; "
            "bullets are verbatim, the full text is in the speaker notes.\n\n"
            "[bold]slidegen speech.txt[/] writes speech.pptx beside it.",
            zh="把公文、讲话稿变成可编辑的 PowerPoint 演示文稿。全程离线；"
            "要点一字不改取自原文，全文写入演讲者备注。\n\n"
            "[bold]slidegen 讲话稿.txt[/] 会在同一文件夹生成 讲话稿.pptx。",
        ),
    )(_start)
    asked = arguments[0] if arguments else ""
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        _add(app, name, with_options=name == asked)
    whole = typer.main.get_command(app)
    if not arguments or {"-h", "--help"}.intersection(arguments):
        # Rich, which draws the help, takes longer to import than all the rest.
        from slidegen.cli.helping import speak_to_the_person

        speak_to_the_person(whole)
    return whole


def _add(app: typer.Typer, name: str, *, with_options: bool) -> None:
    module: Any = import_module(f"slidegen.cli.{name}")
    if not with_options:
        app.command(name, help=module.HELP)(lambda: None)
    elif name == "themes":
        app.add_typer(module.app(), name=name, help=module.HELP)
    else:
        app.command(name, help=module.HELP)(getattr(module, name))


def _start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help=say(en="Say which version.", zh="显示版本号。"))
    ] = False,
) -> None:
    if version:
        print(f"slidegen {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())


def with_command(arguments: Sequence[str]) -> list[str]:
    """*arguments* with the command that they leave out. Raises Misuse for a misspelt one."""
    if not arguments or arguments[0] in (*COMMANDS, *OWN_OPTIONS):
        return list(arguments)
    from difflib import get_close_matches

    first = arguments[0]
    meant = get_close_matches(first, COMMANDS, n=1, cutoff=0.7)
    if meant and "." not in first and not Path(first).exists():
        raise Misuse(
            Message(en=f"there is no command or file '{first}'", zh=f"没有“{first}”这个命令或文件"),
            Message(en=f"did you mean {meant[0]}?", zh=f"是不是想用 {meant[0]}？"),
        )
    return ["convert", *arguments]

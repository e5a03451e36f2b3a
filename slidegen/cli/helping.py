"""How `--help` looks: in the person's language, and with no word cut off."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.columns import Columns
from rich.text import Text
from typer import rich_utils

from slidegen.cli.tongue import say


class FoldingColumns(Columns):
    """Chinese has no spaces to wrap at, so that Rich would cut it off with an ellipsis."""

    def __init__(self, items: Iterable[Any]) -> None:
        items = list(items)
        for item in items:
            if isinstance(item, Text):
                item.overflow = "fold"
        super().__init__(items)


def speak_to_the_person(command: Any, context: Any = None) -> None:
    """Name panels and the help option in their language, for *command* and those below it."""
    setattr(rich_utils, "Columns", FoldingColumns)  # noqa: B010 - not exported, says mypy
    rich_utils.ARGUMENTS_PANEL_TITLE = say(en="Arguments", zh="参数")
    rich_utils.OPTIONS_PANEL_TITLE = say(en="Options", zh="选项")
    rich_utils.COMMANDS_PANEL_TITLE = say(en="Commands", zh="命令")
    rich_utils.DEFAULT_STRING = say(en="[default: {}]", zh="[默认：{}]")
    rich_utils.REQUIRED_LONG_STRING = say(en="[required]", zh="[必填]")
    inside = command.context_class(command, parent=context, **command.context_settings)
    if option := command.get_help_option(inside):
        option.help = say(en="Show this.", zh="显示本说明。")
    for below in getattr(command, "commands", {}).values():
        speak_to_the_person(below, inside)

"""What went wrong, in one sentence, and the way out in another: on stderr, for people."""

from __future__ import annotations

import re
import sys
import traceback
from typing import Any

from slidegen.cli.tongue import say, tongue
from slidegen.messages import Message

USAGE = 2


def print_error(message: Message, hint: Message) -> None:
    print(say(en="error: ", zh="错误：") + message.in_tongue(tongue()), file=sys.stderr)
    print(say(en="hint: ", zh="提示：") + hint.in_tongue(tongue()), file=sys.stderr)


def print_bug(error: Exception) -> None:
    traceback.print_exception(error)
    print_error(
        Message(en=f"slidegen itself is at fault ({error})", zh=f"slidegen 内部出错（{error}）"),
        Message(
            en="please report it with the lines above; no deck was written",
            zh="请把以上内容反馈给开发者；本次没有生成演示文稿",
        ),
    )


def print_usage_error(error: Exception) -> int:
    """Say in our words what the parser found; gives the exit code."""
    print_error(_message(error), _hint(error))
    return USAGE


def _message(error: Any) -> Message:
    """By the name of the error's class: the parser's own classes moved between its versions."""
    match type(error).__name__:
        case "Misuse":
            return Message(error.said.en, error.said.zh)
        case "NoSuchOption":
            name = error.option_name
            return Message(en=f"there is no option {name}", zh=f"没有 {name} 这个选项")
        case "MissingParameter":
            name = _name(error.param)
            return Message(en=f"{name} is missing", zh=f"缺少 {name}")
        case "BadOptionUsage" if "requires an argument" in error.message:
            name = error.option_name
            return Message(en=f"{name} needs a value", zh=f"{name} 后面要跟一个值")
        case "BadOptionUsage":
            name = error.option_name
            return Message(en=f"{name} takes no value", zh=f"{name} 后面不能跟值")
        case "BadParameter" if re.search(
            r"\bint(?:eger)?\b|greater than|in the range", error.message
        ):
            name, least = _name(error.param), getattr(error.param.type, "min", 1)
            is_whole = isinstance(least, int)
            return Message(
                en=f"{name} takes a {'whole ' if is_whole else ''}number from {least} on",
                zh=f"{name} 须为不小于 {least} 的{'整数' if is_whole else '数'}",
            )
        case "BadParameter" if found := re.search(r"'(.*?)' is not", error.message):
            name, value = _name(error.param), found[1]
            return Message(en=f"{name} cannot be '{value}'", zh=f"{name} 不能是“{value}”")
    if found := re.search(r"unexpected extra arguments? ?\S* ?\((.*)\)", error.message):
        extra = found[1]
        return Message(en=f"'{extra}' is one argument too many", zh=f"多出了参数“{extra}”")
    if found := re.search(r"No such command '(.*?)'", error.message):
        name = found[1]
        return Message(en=f"there is no command '{name}'", zh=f"没有“{name}”这个命令")
    return Message(en=error.format_message(), zh=f"用法有误：{error.format_message()}")


def _hint(error: Any) -> Message:
    if type(error).__name__ == "Misuse":
        return Message(error.way_out.en, error.way_out.zh)
    if possible := getattr(error, "possibilities", None):
        names = sorted(possible)
        return Message(
            en=f"did you mean {' or '.join(names)}?", zh=f"是不是想用 {'、'.join(names)}？"
        )
    if "is not one of" in error.message:
        choices = re.findall(r"'([^']*)'", error.message.partition("is not one of")[2])
        return Message(en=f"choose one of: {', '.join(choices)}", zh=f"可选：{'、'.join(choices)}")
    command = error.ctx.command_path if getattr(error, "ctx", None) else "slidegen"
    return Message(en=f"`{command} --help` says what is possible", zh=f"用法见 `{command} --help`")


def _name(parameter: Any) -> str:
    """`--detail`, or `INPUT`, as the help shows it."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name)
    return str(parameter.opts[-1])

"""Text for a person or a pipe: to standard output, or whole into a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from slidegen.cli.source import STANDARD
from slidegen.cli.tongue import say
from slidegen.errors import OutputError
from slidegen.messages import Message
from slidegen.writing.files import write_whole

TextOutput: TypeAlias = Annotated[
    str,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help=say(en="Where it goes; - is standard output.", zh="写到哪里；- 表示标准输出。"),
        show_default=False,
    ),
]


def put(text: str, output: str, source: str) -> None:
    """*text* to *output*, as UTF-8. Raises OutputError; never writes over the document."""
    data = text.encode(errors="backslashreplace")
    if output == STANDARD:
        put_bytes(data)
        return
    check_is_not_source(Path(output), source)
    write_whole(Path(output), data)


def put_bytes(data: bytes) -> None:
    """*data* to standard output. Raises OutputError if that is closed."""
    if sys.stdout is None:
        raise OutputError(
            Message(en="standard output is closed", zh="标准输出已关闭"),
            Message(en="give a file's name with -o", zh="请用 -o 指定文件名"),
        )
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def check_is_not_source(path: Path, source: str) -> None:
    """Raises OutputError if writing *path* would destroy the document."""
    try:
        same = source != STANDARD and path.samefile(source)
    except OSError:
        return
    if same:
        raise OutputError(
            Message(en=f"'{path}' is the document itself", zh=f"“{path}”就是原文件本身"),
            Message(en="give another name with -o", zh="请用 -o 另取一个文件名"),
        )

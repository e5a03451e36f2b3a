"""What `slidegen batch` and `slidegen watch` both take, as options of the command line."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from slidegen.cli.tongue import say
from slidegen.cli.wishes import OUTPUT, option

RUN = say(en="How it runs", zh="运行方式")
AUTO = "auto"

Paths: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help=say(
            en="Files, folders, globs ('more/**/*.docx'); - reads a list from standard input.",
            zh="文件、文件夹或通配符（如 'more/**/*.docx'）；- 表示从标准输入读取清单。",
        ),
        show_default=False,
    ),
]
DecksFolder: TypeAlias = Annotated[
    str,
    option(
        OUTPUT,
        say(en="The folder that the decks go to.", zh="存放演示文稿的文件夹。"),
        "-o",
        "--output",
        metavar="DIR",
    ),
]
Include: TypeAlias = Annotated[
    list[str] | None,
    option(
        OUTPUT,
        say(
            en="In folders, only what fits this pattern; may be repeated.",
            zh="文件夹中只取符合此模式的文件；可多次给出。",
        ),
        "--include",
        metavar="PATTERN",
    ),
]
Exclude: TypeAlias = Annotated[
    list[str] | None,
    option(
        OUTPUT,
        say(
            en="In folders, nothing that fits this pattern; may be repeated.",
            zh="文件夹中不取符合此模式的文件；可多次给出。",
        ),
        "--exclude",
        metavar="PATTERN",
    ),
]
Jobs: TypeAlias = Annotated[
    str | None,
    option(
        RUN,
        say(
            en="How many documents at a time; auto (the default) is one a processor.",
            zh="同时转换的份数；默认 auto，即每个处理器一份。",
        ),
        "-j",
        "--jobs",
        metavar="auto|N",
    ),
]
Timeout: TypeAlias = Annotated[
    float | None,
    option(
        RUN,
        say(
            en="The most that one document may take; any time otherwise.",
            zh="每个文档最多用多少秒；默认不限。",
        ),
        "--timeout",
        metavar="SECONDS",
        min=0.1,
    ),
]
Quiet: TypeAlias = Annotated[
    bool | None, option(OUTPUT, say(en="Only errors.", zh="只显示错误。"), "-q", "--quiet")
]
Verbose: TypeAlias = Annotated[
    bool | None,
    option(
        OUTPUT,
        say(en="A line for unchanged documents too.", zh="未变化的文档也列出。"),
        "-v",
        "--verbose",
    ),
]

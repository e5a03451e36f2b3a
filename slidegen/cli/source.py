"""What several commands take: INPUT with `--from`, a document's path or standard input; and
`--max-slides`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from slidegen.cli.misuse import Misuse
from slidegen.cli.tongue import say
from slidegen.messages import Message

STANDARD = "-"
"""Standard input, or standard output."""

InputPath: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="INPUT",
        help=say(
            en="The document: Word, PDF, OFD, web page, text, ...; - is standard input.",
            zh="要转换的文档（Word、WPS、PDF、OFD、网页、纯文本等）；- 表示标准输入。",
        ),
        show_default=False,
    ),
]
FromFormat: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FORMAT",
        help=say(
            en="Read it as: text, markdown, docx, html, pdf, ofd, odt, rtf, doc, wps, pptx. "
            "Told from the content otherwise.",
            zh="按此格式读取：text、markdown、docx、html、pdf、ofd、odt、rtf、doc、wps、pptx。"
            "不指定则依内容判断。",
        ),
        rich_help_panel=say(en="Input and output", zh="输入与输出"),
        show_default=False,
    ),
]


CONTENT = say(en="Content", zh="内容")
MaxSlides: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--max-slides",
        metavar="N",
        min=1,
        help=say(
            en="The most slides the deck may have; the most important is kept, the rest is said "
            "in the notes. As many as it takes otherwise.",
            zh="幻灯片总页数的上限：保留最重要的内容，其余写入备注。不指定则按内容需要。",
        ),
        rich_help_panel=CONTENT,
        show_default=False,
    ),
]


def source_of(path: str, format: str | None) -> str | bytes:
    """What `slidegen.read` takes. Raises Misuse where a format has to be given."""
    if not path:
        raise Misuse(
            Message(en="INPUT is empty", zh="INPUT 为空"),
            Message(en="name a document", zh="请写明文档的路径"),
        )
    if path != STANDARD:
        return path
    if format is None:
        raise Misuse(
            Message(en="- (standard input) needs --from", zh="从标准输入读取时必须给出 --from"),
            Message(
                en="add --from with its format, such as --from text or --from docx",
                zh="请用 --from 写明格式，如 --from text、--from docx",
            ),
        )
    from slidegen.reading.limits import LARGEST_SOURCE

    # One byte more than reading takes, so that it can say so.
    return sys.stdin.buffer.read(LARGEST_SOURCE + 1) if sys.stdin else b""


def folder_of(path: str) -> Path | None:
    """Where the pictures of a document from standard input may be: in the current folder."""
    return Path() if path == STANDARD else None

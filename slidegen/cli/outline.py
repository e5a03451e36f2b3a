"""`slidegen outline`: what slidegen understood."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from slidegen.cli.printing import TextOutput, put
from slidegen.cli.source import STANDARD, FromFormat, InputPath, folder_of, source_of
from slidegen.cli.tongue import say
from slidegen.outline import Outline

HELP = say(
    en="Show what slidegen understood. The md form can be edited and converted.",
    zh="查看 slidegen 对文档结构的理解。md 形式可以修改后再转换。",
)


def outline(
    path: InputPath,
    output: TextOutput = STANDARD,
    form: Annotated[
        Literal["md", "json", "text"],
        typer.Option("--format", help=say(en="In which form.", zh="输出形式。")),
    ] = "text",
    format: FromFormat = None,
) -> None:
    from slidegen.outlining import make_outline
    from slidegen.reading import read

    source = source_of(path, format)
    document = read(source, format=format, folder=folder_of(path))
    put(_written(make_outline(document), form), output, path)


def _written(outline: Outline, form: Literal["md", "json", "text"]) -> str:
    match form:
        case "md":
            from slidegen.writing.outline_markdown import outline_as_markdown

            return outline_as_markdown(outline)
        case "json":
            import json

            from slidegen.writing.outline_json import outline_as_json

            return json.dumps(outline_as_json(outline), ensure_ascii=False, indent=2) + "\n"
        case "text":
            from slidegen.writing.text import headings_as_text

            return headings_as_text(outline)

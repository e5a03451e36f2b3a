"""`slidegen outline`: what slidegen understood, also as Markdown to be edited and converted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from slidegen.cli.configuring import configuration_for
from slidegen.cli.printing import TextOutput, put
from slidegen.cli.source import (
    STANDARD,
    FromFormat,
    InputPath,
    MaxSlides,
    folder_of,
    source_of,
)
from slidegen.cli.tongue import say, tongue

if TYPE_CHECKING:
    from slidegen.document import Field
    from slidegen.notices import Notice
    from slidegen.options import Options
    from slidegen.outline import Outline

Form: TypeAlias = Literal["md", "json", "text"]
FORMS: dict[str, Form] = {".md": "md", ".markdown": "md", ".json": "json"}
"""By the suffix of the file that is written."""

HELP = say(
    en="Show what slidegen understood. As Markdown it can be edited, then converted: "
    "[bold]slidegen outline speech.txt -o speech.outline.md[/], then "
    "[bold]slidegen speech.outline.md[/].",
    zh="查看 slidegen 对文档结构的理解。md 形式可先修改、再转换："
    "先 [bold]slidegen outline 讲话稿.txt -o 讲话稿.outline.md[/]，"
    "改好后 [bold]slidegen 讲话稿.outline.md[/]。",
)


def outline(
    path: InputPath,
    output: TextOutput = STANDARD,
    form: Annotated[
        Form | None,
        typer.Option(
            "--format",
            help=say(
                en="In which form; by default as the output's suffix says, else text.",
                zh="输出形式；不指定则依输出文件的后缀，否则为 text。",
            ),
            show_default=False,
        ),
    ] = None,
    detail: Annotated[
        Literal["outline", "standard", "full"] | None,
        typer.Option(
            "--detail",
            help=say(
                en="How much the points of the md form show.",
                zh="md 形式的要点详略。",
            ),
            show_default=False,
        ),
    ] = None,
    max_slides: MaxSlides = None,
    format: FromFormat = None,
) -> None:
    from slidegen.asking import options_for, wishes_of
    from slidegen.outlining import make_outline
    from slidegen.reading import read

    configuration, named = configuration_for(None), None if path == STANDARD else path
    format = format or configuration.format_of(named)
    document = read(source_of(path, format), format=format, folder=folder_of(path))
    options = options_for(
        document,
        {"detail": detail, "max_slides": max_slides},
        configured=configuration.asked_for(named),
    )
    made = make_outline(document, language=options.language)
    words = _written(made, form or _form_of(output), options, wishes_of(document))
    put(words, output, path)


def _say(notice: Notice) -> None:
    """Beside the outline, which may go to standard output."""
    if notice.counts:
        words = notice.message.in_tongue(tongue())
        print(say(en=f"notice: {words}", zh=f"提醒：{words}"), file=sys.stderr)


def _form_of(output: str) -> Form:
    return FORMS.get(Path(output).suffix.lower(), "text")


def _written(outline: Outline, form: Form, options: Options, wishes: tuple[Field, ...]) -> str:
    match form:
        case "md":
            from slidegen.budget import changed, within_budget
            from slidegen.planning import condensed
            from slidegen.theme_choice import theme_for
            from slidegen.writing.outline_markdown import outline_as_markdown

            theme = theme_for(options)
            kept = within_budget(outline, options, theme, report=_say)
            return outline_as_markdown(
                condensed(kept.outline, options.detail),
                options.detail,
                wishes,
                changed(options, kept.options),
            )
        case "json":
            import json

            from slidegen.writing.outline_json import outline_as_json

            return json.dumps(outline_as_json(outline), ensure_ascii=False, indent=2) + "\n"
        case "text":
            from slidegen.writing.text import headings_as_text

            return headings_as_text(outline)

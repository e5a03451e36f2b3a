"""`slidegen inspect`: any stage between document and deck, as text with places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, assert_never

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
from slidegen.cli.tongue import say

if TYPE_CHECKING:
    from slidegen.writing.text import Stage

StageName = Literal["document", "outline", "deck", "scenes"]

HELP = say(
    en="Show a stage on the way from document to deck, each line with its place in the source.",
    zh="查看转换过程中的某一步，每行都注明在原文中的位置。",
)


def inspect(
    path: InputPath,
    name: Annotated[
        StageName, typer.Option("--stage", help=say(en="Which one.", zh="哪一步。"))
    ] = "outline",
    output: TextOutput = STANDARD,
    max_slides: MaxSlides = None,
    format: FromFormat = None,
) -> None:
    from slidegen.writing.text import as_text

    put(as_text(_stage(path, name, format, max_slides)), output, path)


def _stage(path: str, name: StageName, format: str | None, max_slides: int | None) -> Stage:
    configuration, named = configuration_for(None), None if path == STANDARD else path
    format = format or configuration.format_of(named)
    source, folder = source_of(path, format), folder_of(path)
    if name == "document":
        from slidegen.reading import read

        return read(source, format=format, folder=folder)
    from slidegen.pipeline import stages

    made = stages(
        source,
        format=format,
        folder=folder,
        configured=configuration.asked_for(named),
        max_slides=max_slides,
    )
    match name:
        case "outline":
            return made.outline
        case "deck":
            return made.deck
        case "scenes":
            return made.scenes
        case _:
            assert_never(name)

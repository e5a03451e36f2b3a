"""`slidegen convert`: one document, one deck."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Annotated

from slidegen.cli.configuring import ConfigFile, configuration_for, nearest
from slidegen.cli.misuse import Misuse
from slidegen.cli.printing import check_is_not_source, put_bytes
from slidegen.cli.progress import progress
from slidegen.cli.source import (
    STANDARD,
    FromFormat,
    InputPath,
    MaxSlides,
    folder_of,
    source_of,
)
from slidegen.cli.summary import summarise
from slidegen.cli.tongue import say
from slidegen.cli.wishes import (
    OUTPUT,
    AgendaWish,
    AspectWish,
    Classification,
    ClosingPage,
    Date,
    DetailWish,
    Dividers,
    Footer,
    Lang,
    Logo,
    NotesWish,
    Organisation,
    Speaker,
    Subtitle,
    TemplateFile,
    ThemeName,
    Title,
    TypographyWish,
    option,
    wishes_in,
)
from slidegen.errors import OutputError
from slidegen.messages import Message
from slidegen.writing.files import check_writable, no_folder, write_together

DONE, STRICT = 0, 3

HELP = say(
    en="Turn one document into one deck. An earlier deck of that name is replaced; "
    "the document itself never is.",
    zh="把一个文档转换成一份演示文稿。同名的旧演示文稿会被替换，原文件绝不会被改动。",
)


def convert(
    path: InputPath,
    output: Annotated[
        str | None,
        option(
            OUTPUT,
            say(
                en="The deck: a file, a folder, or - (standard output). Beside INPUT otherwise.",
                zh="生成的文件或所在文件夹；- 表示标准输出。不指定则放在原文件旁边。",
            ),
            "-o",
            "--output",
            metavar="OUT",
        ),
    ] = None,
    format: FromFormat = None,
    theme: ThemeName = None,
    template: TemplateFile = None,
    aspect: AspectWish = None,
    typography: TypographyWish = None,
    lang: Lang = None,
    detail: DetailWish = None,
    max_slides: MaxSlides = None,
    agenda: AgendaWish = None,
    dividers: Dividers = None,
    closing: ClosingPage = None,
    notes: NotesWish = None,
    title: Title = None,
    subtitle: Subtitle = None,
    speaker: Speaker = None,
    organisation: Organisation = None,
    date: Date = None,
    classification: Classification = None,
    logo: Logo = None,
    footer: Footer = None,
    report: Annotated[
        Path | None,
        option(
            OUTPUT,
            say(
                en="Say in JSON where every point comes from.",
                zh="把每条要点的出处写成 JSON 报告。",
            ),
            "--report",
            metavar="FILE.json",
        ),
    ] = None,
    strict: Annotated[
        bool | None,
        option(
            OUTPUT,
            say(
                en="Exit with 3 if something the reader should see is not there.",
                zh="若有应当出现的内容未能呈现，退出码为 3。",
            ),
            "--strict/--no-strict",
        ),
    ] = None,
    force: Annotated[
        bool | None,
        option(
            OUTPUT,
            say(
                en="Replace an earlier deck (the default), or refuse to.",
                zh="是否替换同名的旧演示文稿；默认替换。",
            ),
            "--force/--no-clobber",
        ),
    ] = None,
    config: ConfigFile = None,
    quiet: Annotated[
        bool | None, option(OUTPUT, say(en="Only errors.", zh="只显示错误。"), "-q", "--quiet")
    ] = None,
    verbose: Annotated[
        bool | None,
        option(
            OUTPUT,
            say(en="Every notice and every line left out.", zh="列出全部提醒和略去的文字。"),
            "-v",
            "--verbose",
        ),
    ] = None,
) -> int:
    asked = wishes_in(locals())
    configuration = configuration_for(config)
    document, run = None if path == STANDARD else path, configuration.run
    report = nearest(report, Path(run["report"]) if "report" in run else None, None)
    quiet = nearest(quiet, None if verbose else run.get("quiet"), False)
    verbose = nearest(verbose, run.get("verbose"), False)
    format = format or configuration.format_of(document)
    source = source_of(path, format)
    target = _target(path, output)
    _check_targets(path, target, report, force=nearest(force, run.get("force"), True))
    from slidegen.pipeline import convert as converted

    with progress(path, shown=not quiet):
        conversion = converted(
            source,
            format=format,
            folder=folder_of(path),
            configured=configuration.asked_for(document),
            **asked,
        )
    made = {target: conversion.pptx} if target else {}
    if report:
        rows = conversion.report_for(str(target) if target else None)
        words = json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
        # A file's name need not be Unicode; what is left of it so is an escape in JSON too.
        made[report] = words.encode(errors="backslashreplace")
    write_together(made)
    if target is None:
        put_bytes(conversion.pptx)
    if not quiet:
        # Nothing but the deck may go to standard output.
        summarise(conversion, target, verbose=verbose, stream=sys.stderr if not target else None)
    given_up = any(notice.counts for notice in conversion.notices)
    return STRICT if given_up and nearest(strict, run.get("strict"), False) else DONE


def _target(path: str, output: str | None) -> Path | None:
    """Where the deck goes; None is standard output. Raises Misuse where that is a terminal."""
    if output is None and path != STANDARD:
        return _named_after(path, Path(path).parent)
    if output is not None and output != STANDARD:
        chosen = Path(output)
        if path != STANDARD and _is_folder(output):
            return _named_after(path, chosen)
        if output.endswith(("/", os.sep)):
            raise no_folder(chosen)
        return chosen
    if sys.stdout and sys.stdout.isatty():
        raise Misuse(
            Message(en="a deck cannot be shown in a terminal", zh="演示文稿不能输出到终端"),
            Message(en="say where it goes, with -o FILE.pptx", zh="请用 -o 文件名.pptx 指明位置"),
        )
    return None


def _is_folder(path: str) -> bool:
    # `Path.is_dir` raises where a name is too long.
    return os.path.isdir(path)  # noqa: PTH112


def _named_after(path: str, folder: Path) -> Path:
    """Not `with_suffix`, which a path such as `.` upsets before reading can say what it is."""
    return folder / f"{Path(path).stem}.pptx"


def _check_targets(path: str, target: Path | None, report: Path | None, *, force: bool) -> None:
    """Raises OutputError before any work is done for nothing."""
    if target and report and os.path.realpath(target) == os.path.realpath(report):
        raise OutputError(
            Message(en="deck and report cannot be one file", zh="演示文稿和报告不能是同一个文件"),
            Message(en="give --report another name", zh="请为 --report 另取文件名"),
        )
    # An input that cannot be read is the fact to name, whatever the output.
    if path != STANDARD and (_is_folder(path) or not os.access(path, os.R_OK)):
        return
    for file in filter(None, (target, report)):
        check_is_not_source(file, path)
        check_writable(file)
    if target and not force and target.exists():
        raise OutputError(
            Message(en=f"'{target}' is there already", zh=f"“{target}”已经存在"),
            Message(
                en="leave out --no-clobber, or give another name with -o",
                zh="请去掉 --no-clobber，或用 -o 另取文件名",
            ),
        )

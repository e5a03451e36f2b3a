"""`slidegen convert`: one document, one deck."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from slidegen.cli.misuse import Misuse
from slidegen.cli.printing import check_is_not_source, put_bytes
from slidegen.cli.progress import progress
from slidegen.cli.source import (
    CONTENT,
    STANDARD,
    FromFormat,
    InputPath,
    MaxSlides,
    folder_of,
    source_of,
)
from slidegen.cli.summary import summarise
from slidegen.cli.tongue import say
from slidegen.errors import OutputError
from slidegen.messages import Message
from slidegen.options import AgendaUse, Aspect, Detail, NotesUse, Typography
from slidegen.writing.files import check_writable, no_folder, write_together

DONE, STRICT = 0, 3

HELP = say(
    en="Turn one document into one deck. An earlier deck of that name is replaced; "
    "the document itself never is.",
    zh="把一个文档转换成一份演示文稿。同名的旧演示文稿会被替换，原文件绝不会被改动。",
)
LOOK = say(en="Look", zh="外观")
COVER = say(en="Cover (as the document says, unless given)", zh="封面（不指定则取自原文）")
OUTPUT = say(en="Input and output", zh="输入与输出")


def _option(panel: str, help: str, *names: str, **more: Any) -> Any:
    return typer.Option(*names, help=help, rich_help_panel=panel, show_default=False, **more)


def convert(
    path: InputPath,
    output: Annotated[
        str | None,
        _option(
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
    theme: Annotated[
        str | None,
        _option(
            LOOK,
            say(
                en="A theme's name (see `slidegen themes`) or folder; gov-red otherwise.",
                zh="主题名称（见 `slidegen themes`）或主题文件夹；默认 gov-red。",
            ),
            "--theme",
            metavar="NAME|FOLDER",
        ),
    ] = None,
    template: Annotated[
        Path | None,
        _option(
            LOOK,
            say(
                en="Your own .pptx or .potx: its layouts, fonts, colours and size, in place of "
                "a theme.",
                zh="自己的模板（.pptx 或 .potx）：沿用其版式、字体、配色和页面尺寸，代替主题。",
            ),
            "--template",
            metavar="FILE.pptx",
        ),
    ] = None,
    aspect: Annotated[
        Aspect | None,
        _option(LOOK, say(en="16:9 otherwise.", zh="画面比例；默认 16:9。"), "--aspect"),
    ] = None,
    typography: Annotated[
        Typography | None,
        _option(
            LOOK,
            say(
                en="fix mends half-width punctuation in Chinese; keep leaves it. fix otherwise.",
                zh="fix 把中文里的半角标点改为全角，keep 保持原样；默认 fix。",
            ),
            "--typography",
        ),
    ] = None,
    lang: Annotated[
        Literal["auto", "zh-CN", "zh-TW", "en-US", "en-GB"] | None,
        _option(
            LOOK,
            say(en="Language; told from the text otherwise.", zh="语言；默认依正文判断。"),
            "--lang",
        ),
    ] = None,
    detail: Annotated[
        Detail | None,
        _option(
            CONTENT,
            say(
                en="outline: headings only; standard: with supporting points (the default); "
                "full: a slide for each sub-point besides.",
                zh="outline 只列标题；standard 另列要点（默认）；full 再为每个小标题单列一页。",
            ),
            "--detail",
        ),
    ] = None,
    max_slides: MaxSlides = None,
    agenda: Annotated[
        AgendaUse | None,
        _option(
            CONTENT,
            say(
                en="once (the default), repeat before each section, or none.",
                zh="目录页：once 出现一次（默认），repeat 每部分之前重复，none 不要。",
            ),
            "--agenda",
        ),
    ] = None,
    dividers: Annotated[
        bool | None,
        _option(
            CONTENT,
            say(en="A page before each section, or none.", zh="各部分之前是否加过渡页。"),
            "--dividers/--no-dividers",
        ),
    ] = None,
    closing: Annotated[
        bool | None,
        _option(
            CONTENT,
            say(
                en="A last page with the speech's own call, or none.",
                zh="是否以讲话的结束语作为末页。",
            ),
            "--closing/--no-closing",
        ),
    ] = None,
    notes: Annotated[
        NotesUse | None,
        _option(
            CONTENT,
            say(
                en="Speaker notes: the full text (the default), only that of the points, or none.",
                zh="备注：full 写入全文（默认），points 只写要点所在文字，none 不写。",
            ),
            "--notes",
        ),
    ] = None,
    title: Annotated[str | None, _option(COVER, say(en="Title.", zh="标题。"), "--title")] = None,
    subtitle: Annotated[
        str | None, _option(COVER, say(en="Subtitle.", zh="副标题。"), "--subtitle")
    ] = None,
    speaker: Annotated[
        str | None, _option(COVER, say(en="Speaker.", zh="讲话人或汇报人。"), "--speaker")
    ] = None,
    organisation: Annotated[
        str | None, _option(COVER, say(en="Organisation.", zh="单位。"), "--organisation")
    ] = None,
    date: Annotated[str | None, _option(COVER, say(en="Date.", zh="日期。"), "--date")] = None,
    classification: Annotated[
        str | None,
        _option(COVER, say(en="Classification mark.", zh="密级标志。"), "--classification"),
    ] = None,
    logo: Annotated[
        Path | None,
        _option(
            COVER,
            say(en="A picture of your own.", zh="自备的标志图片。"),
            "--logo",
            metavar="FILE",
        ),
    ] = None,
    footer: Annotated[
        str | None,
        _option(COVER, say(en="Footer; the title otherwise.", zh="页脚；默认用标题。"), "--footer"),
    ] = None,
    report: Annotated[
        Path | None,
        _option(
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
        bool,
        _option(
            OUTPUT,
            say(
                en="Exit with 3 if something the reader should see is not there.",
                zh="若有应当出现的内容未能呈现，退出码为 3。",
            ),
            "--strict",
        ),
    ] = False,
    force: Annotated[
        bool,
        _option(
            OUTPUT,
            say(
                en="Replace an earlier deck (the default), or refuse to.",
                zh="是否替换同名的旧演示文稿；默认替换。",
            ),
            "--force/--no-clobber",
        ),
    ] = True,
    quiet: Annotated[
        bool, _option(OUTPUT, say(en="Only errors.", zh="只显示错误。"), "-q", "--quiet")
    ] = False,
    verbose: Annotated[
        bool,
        _option(
            OUTPUT,
            say(en="Every notice and every line left out.", zh="列出全部提醒和略去的文字。"),
            "-v",
            "--verbose",
        ),
    ] = False,
) -> int:
    source = source_of(path, format)
    target = _target(path, output)
    _check_targets(path, target, report, force=force)
    from slidegen.pipeline import convert as converted

    with progress(path, shown=not quiet):
        conversion = converted(
            source,
            format=format,
            folder=folder_of(path),
            theme=theme,
            template=template,
            detail=detail,
            max_slides=max_slides,
            title=title,
            subtitle=subtitle,
            speaker=speaker,
            organisation=organisation,
            date=date,
            footer=footer,
            classification=classification,
            logo=logo,
            agenda=agenda,
            dividers=dividers,
            closing=closing,
            notes=notes,
            aspect=aspect,
            typography=typography,
            language=None if lang == "auto" else lang,
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
    return STRICT if strict and any(notice.counts for notice in conversion.notices) else DONE


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

"""Bytes to a document: one reader for each format, each told from its content first.

A reader is a function from a `Source` to a `Document`. Ours stand in `FORMATS`;
a stranger's is an entry point in the group `slidegen.readers`, whose name is
both the format's name and the suffix of its files.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from slidegen.errors import EmptySource, MalformedSource, UnknownFormat
from slidegen.messages import Message
from slidegen.notices import Notice, Report, ignore
from slidegen.reading.opening import open_source
from slidegen.reading.telling import (
    SAMPLE,
    check_is_no_lock_file,
    check_is_ours,
    check_is_text,
    told_by_content,
    told_by_suffix,
)

if TYPE_CHECKING:
    from slidegen.document import Document
    from slidegen.reading.opening import Reader, Source

FORMATS: Mapping[str, str] = {
    "text": "slidegen.reading.text:read_text",
    "markdown": "slidegen.reading.markdown:read_markdown",
    "docx": "slidegen.reading.word:read_docx",
    "html": "slidegen.reading.web:read_html",
    "pdf": "slidegen.reading.pdf:read_pdf",
    "ofd": "slidegen.reading.ofd:read_ofd",
    "odt": "slidegen.reading.odt:read_odt",
    "rtf": "slidegen.reading.rtf:read_rtf",
    "doc": "slidegen.reading.libreoffice:read_doc",
    "wps": "slidegen.reading.libreoffice:read_wps",
    "pptx": "slidegen.reading.powerpoint:read_pptx",
}
"""Our formats and their readers, which are imported only when one is needed."""

PLAIN = ("text", "markdown")
"""Those that any bytes can be read as, as long as they are text."""

STRANGERS = "slidegen.readers"
"""The entry points that other packages may offer."""


def read(
    source: str | Path | bytes,
    *,
    format: str | None = None,
    name: str | None = None,
    folder: Path | None = None,
    report: Report = ignore,
) -> Document:
    """What *source* says: a file's path, or the bytes of a document themselves.

    *name* is what to call the document that bytes are of, such as its URL; its suffix
    counts as that of a path does. *format* is a name in `FORMATS` or of an installed
    reader; None tells it from the content, then from the suffix. *folder* is where the
    document's pictures may be, by default the folder of the file. Raises `SourceError`.
    """
    opened = open_source(source, folder, name)
    reader = _reader(opened, format, report)
    if not opened.data.strip():
        raise _empty()
    document = reader(opened, report)
    if not document.blocks:
        raise _empty()
    return replace(document, named=tuple(dict.fromkeys(opened.named)))


def _empty() -> EmptySource:
    return EmptySource(
        Message(en="the document holds no text", zh="文档里没有文字"),
        Message(
            en="check that the file was saved, and give one with text in it",
            zh="请确认文件已保存且有文字内容",
        ),
    )


def _reader(source: Source, format: str | None, report: Report) -> Reader:
    check_is_no_lock_file(source)
    if format is not None:
        if reader := our_reader(format) if format in FORMATS else _strangers(format):
            if format in PLAIN:
                check_is_text(source)
            return reader
        raise UnknownFormat(
            Message(en=f"no format is called '{format}'", zh=f"没有名为“{format}”的格式"),
            Message(
                en=f"choose one of: {', '.join(FORMATS)}",
                zh=f"可选：{'、'.join(FORMATS)}",
            ),
        )
    by_suffix = told_by_suffix(source)
    if source.suffix and by_suffix is None and (reader := _strangers(source.suffix)):
        return reader
    told = told_by_content(source)
    if told is None:
        check_is_ours(source)
        if by_suffix not in (None, *PLAIN):
            _check_is_text_after_all(source)
        told = by_suffix if by_suffix in PLAIN else "text"
    if by_suffix not in (None, told):
        report(_mismatch(source, told))
    return our_reader(told)


def _check_is_text_after_all(source: Source) -> None:
    """Raises `MalformedSource` for a .docx, .pdf, ... that is neither that nor text."""
    from slidegen.reading.archive import damaged
    from slidegen.reading.encoding import decode

    try:
        decode(source.data[:SAMPLE], ignore)
    except MalformedSource:
        raise damaged() from None


def our_reader(format: str) -> Reader:
    """The reader of one of our `FORMATS`, imported. Raises KeyError for any other."""
    module, _, name = FORMATS[format].partition(":")
    return cast("Reader", getattr(import_module(module), name))


def _strangers(format: str) -> Reader | None:
    from importlib.metadata import entry_points

    for entry_point in entry_points(group=STRANGERS, name=format):
        return cast("Reader", entry_point.load())
    return None


def _mismatch(source: Source, told: str) -> Notice:
    return Notice(
        "format-mismatch",
        Message(
            en=f"the suffix is .{source.suffix}, but the content is {told}; read as {told}",
            zh=f"后缀为 .{source.suffix}，内容却是 {told}，已按 {told} 读取",
        ),
    )

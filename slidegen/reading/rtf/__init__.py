"""RTF: what Word, WPS and old systems exchange, read without any of them.

The format is groups, control words and text, and the standard tells a reader to leave out
what it does not know, so a small reader is a whole one. It gives from .rtf what the same
document gives from .docx: headings by style, numbers that the program counted, tables,
notes, pictures.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidegen.document import Document
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.reading.archive import damaged
from slidegen.reading.block_lines import BlockLines
from slidegen.reading.opening import Source
from slidegen.reading.rtf.blocks import Assembly
from slidegen.reading.rtf.flow import RawParagraph
from slidegen.reading.rtf.walking import LeftOut, Walker

START, HEAD = b"{\\rtf", 1024


def read_rtf(source: Source, report: Report) -> Document:
    """Raises `MalformedSource`, `SourceTooLarge` or `SourceTooSlow`."""
    if START not in source.data[:HEAD]:
        raise damaged()
    walker = Walker(source)
    raws = walker.walk()
    lines = BlockLines(source)
    has_title = any(
        isinstance(raw, RawParagraph) and walker.sheet.is_title(raw.format) for raw in raws
    )
    assembly = Assembly(lines, walker.sheet, walker.lists, report, has_title)
    blocks = assembly.blocks(raws)
    blocks.extend(assembly.notes(walker.notes))
    for notice in _notices(walker.left_out):
        report(notice)
    return lines.document(blocks, "rtf", report)


def _notices(left_out: LeftOut) -> Iterator[Notice]:
    if left_out.is_cut_short:
        yield Notice(
            "file-cut-short",
            Message(
                en="the file breaks off before its end; what is there was read",
                zh="文件不完整，末尾缺失，只读取了现有部分",
            ),
            counts=True,
        )
    if count := left_out.heads:
        yield Notice(
            "running-heads-left-out",
            Message(en=f"{count} header(s) and footer(s) left out", zh=f"{count} 处页眉页脚未放入"),
        )
    if count := left_out.comments:
        yield Notice(
            "comments-left-out",
            Message(en=f"{count} comment(s) left out", zh=f"{count} 条批注未放入"),
        )
    if count := left_out.hidden:
        yield Notice(
            "hidden-text-left-out",
            Message(en=f"hidden text left out in {count} place(s)", zh=f"{count} 处隐藏文字未放入"),
        )
    if count := left_out.objects:
        yield Notice(
            "object-left-out",
            Message(en=f"{count} embedded object(s) left out", zh=f"{count} 个嵌入对象未放入"),
            counts=True,
        )
    if count := left_out.formulas:
        yield Notice(
            "formula-as-text",
            Message(en=f"{count} formula(s) set as plain text", zh=f"{count} 个公式按普通文字放入"),
        )
    if count := left_out.fields:
        yield Notice(
            "field-without-result",
            Message(
                en=f"{count} field(s) have no result in the file",
                zh=f"{count} 个域在文件中没有结果",
            ),
            counts=True,
        )

"""RTF: what Word, WPS and old systems exchange, read without any of them.

The format is groups, control words and text, and the standard tells a reader to leave out
what it does not know, so a small reader is a whole one. It gives from .rtf what the same
document gives from .docx: headings by style, numbers that the program counted, tables,
notes, pictures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slidegen.document import Document
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.reading.archive import damaged
from slidegen.reading.block_lines import BlockLines
from slidegen.reading.flowing.composing import Composer
from slidegen.reading.flowing.leaving_out import LeftOut
from slidegen.reading.flowing.pieces import has_title, lines_of
from slidegen.reading.flowing.running_heads import fields_of
from slidegen.reading.number_formats import formatted
from slidegen.reading.opening import Source
from slidegen.reading.rtf.actions import ACTIONS
from slidegen.reading.rtf.flow import RawNote
from slidegen.reading.rtf.pieces import Meanings
from slidegen.reading.rtf.walking import Walker

LEADING_SPACE = b"\xef\xbb\xbf \t\r\n\0"
"""What some programs write before the first brace."""


def read_rtf(source: Source, report: Report) -> Document:
    """Raises `MalformedSource`, `SourceTooLarge` or `SourceTooSlow`."""
    if not source.data.lstrip(LEADING_SPACE).startswith(b"{\\rtf"):
        raise damaged()
    left_out = LeftOut()
    walker = Walker(source, ACTIONS, left_out=left_out)
    raws = walker.walk()
    meanings = Meanings(walker.sheet, walker.lists, left_out)
    pieces = tuple(meanings.pieces(raws))
    lines = BlockLines(source)
    composer = Composer(lines, has_title=has_title(pieces))
    blocks = list(composer.blocks(pieces))
    for label, note in _labelled(walker.notes):
        blocks.extend(composer.footnote(label, tuple(meanings.pieces(note.raws))))
    # Logos and page numbers are no one's loss.
    aside = Meanings(walker.sheet, walker.lists, LeftOut())
    heads = [line for head in walker.heads for line in lines_of(tuple(aside.pieces(head)))]
    fields = fields_of(tuple(dict.fromkeys(heads)), lines, left_out)
    left_out.tell(report)
    if walker.undecodable:
        report(_undecodable(walker.undecodable))
    if walker.is_cut_short:
        report(CUT_SHORT)
    return lines.document(blocks, "rtf", report, fields=fields)


CUT_SHORT = Notice(
    "file-cut-short",
    Message(
        en="the file breaks off before its end; what is there was read",
        zh="文件不完整，末尾缺失，只读取了现有部分",
    ),
    counts=True,
)


def _undecodable(count: int) -> Notice:
    return Notice(
        "undecodable-bytes",
        Message(
            en=f"{count} character(s) could not be decoded",
            zh=f"有 {count} 个字符无法解码",
        ),
        counts=True,
    )


def _labelled(notes: Sequence[RawNote]) -> Iterator[tuple[str, RawNote]]:
    """The notes in the order of the text, numbered as Word shows them: 1, 2 and i, ii."""
    counts = {False: 0, True: 0}
    for note in notes:
        counts[note.is_endnote] += 1
        number = counts[note.is_endnote]
        yield (formatted(number, "lowerRoman") if note.is_endnote else str(number)), note

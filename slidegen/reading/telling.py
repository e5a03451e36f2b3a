"""Which format a document is in: by what it holds, then by what it is called.

People rename files, and mail programs do it for them, so a suffix is only asked
where the content leaves a choice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from slidegen.errors import EncryptedSource, UnknownFormat
from slidegen.messages import Message
from slidegen.reading.opening import Source

SUFFIXES: Mapping[str, str] = {
    "txt": "text",
    "text": "text",
    "md": "markdown",
    "markdown": "markdown",
    "mkd": "markdown",
    "mdown": "markdown",
    "doc": "doc",
    "docx": "docx",
    "htm": "html",
    "html": "html",
    "ofd": "ofd",
    "pdf": "pdf",
    "pptx": "pptx",
    "rtf": "rtf",
    "wps": "wps",
}
"""The format that a suffix promises, of ours or another's."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is not for us, and how its bytes give it away."""

    name: Message
    way_out: Message
    start: bytes
    holds: bytes = b""
    """What stands somewhere behind the start; empty: the start is enough."""

    def fits(self, data: bytes) -> bool:
        return data.startswith(self.start) and self.holds in data


AS_TEXT = Message(
    en="save it as plain text (.txt) or Markdown (.md), and convert that",
    zh="请另存为纯文本（.txt）或 Markdown（.md）后再转换",
)
COPY_TEXT = Message(
    en="copy its text into a .txt file, and convert that",
    zh="请把其中的文字复制到 .txt 文件后再转换",
)
UNPACK = Message(
    en="unpack it, and convert a document from inside",
    zh="请先解压，再转换其中的文档",
)
GIVE_DOCUMENT = Message(
    en="give a document with text in it: .txt or .md",
    zh="请提供含有文字的文档：.txt 或 .md",
)

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""Names the stream in which Office keeps a document that has a password."""

BINARY: Sequence[Kind] = (
    Kind(Message("a Word document (.docx)", "Word 文档（.docx）"), AS_TEXT, ZIP, b"word/"),
    Kind(Message("a PowerPoint deck (.pptx)", "PowerPoint 演示文稿"), COPY_TEXT, ZIP, b"ppt/"),
    Kind(Message("an Excel workbook (.xlsx)", "Excel 工作簿"), AS_TEXT, ZIP, b"xl/"),
    Kind(Message("an OFD document", "OFD 版式文档"), COPY_TEXT, ZIP, b"OFD.xml"),
    Kind(Message("an OpenDocument file", "OpenDocument 文档"), AS_TEXT, ZIP, b"opendocument"),
    Kind(Message("an EPUB book", "EPUB 电子书"), COPY_TEXT, ZIP, b"application/epub"),
    Kind(Message("a ZIP archive", "ZIP 压缩包"), UNPACK, ZIP),
    Kind(Message("a RAR archive", "RAR 压缩包"), UNPACK, b"Rar!\x1a"),
    Kind(Message("a 7-Zip archive", "7-Zip 压缩包"), UNPACK, b"7z\xbc\xaf\x27\x1c"),
    Kind(Message("a gzip archive", "gzip 压缩包"), UNPACK, b"\x1f\x8b"),
    Kind(Message("an old Office or WPS document", "旧版 Office 或 WPS 文档"), AS_TEXT, OLE),
    Kind(Message("a PDF", "PDF 文档"), COPY_TEXT, b"%PDF-"),
    Kind(Message("a PNG picture", "PNG 图片"), GIVE_DOCUMENT, b"\x89PNG\r\n\x1a\n"),
    Kind(Message("a JPEG picture", "JPEG 图片"), GIVE_DOCUMENT, b"\xff\xd8\xff"),
    Kind(Message("a GIF picture", "GIF 图片"), GIVE_DOCUMENT, b"GIF8"),
    Kind(Message("a WebP picture", "WebP 图片"), GIVE_DOCUMENT, b"RIFF", b"WEBP"),
    Kind(Message("a TIFF picture", "TIFF 图片"), GIVE_DOCUMENT, b"II*\0"),
    Kind(Message("a TIFF picture", "TIFF 图片"), GIVE_DOCUMENT, b"MM\0*"),
    Kind(Message("a program", "可执行程序"), GIVE_DOCUMENT, b"MZ\x90\0"),
    Kind(Message("a program", "可执行程序"), GIVE_DOCUMENT, b"\x7fELF"),
)
"""In order: the kinds that are made of another come before it."""

MARKED_UP: Sequence[Kind] = (
    Kind(Message("a web page (HTML)", "网页（HTML）"), COPY_TEXT, b"<!doctype html"),
    Kind(Message("a web page (HTML)", "网页（HTML）"), COPY_TEXT, b"<html"),
    Kind(Message("an XML file", "XML 文件"), COPY_TEXT, b"<?xml"),
    Kind(Message("an RTF document", "RTF 文档"), AS_TEXT, b"{\\rtf"),
)
"""Text, but hardly any of it for a reader. Whoever asks for it by `--from text` gets it."""

LEADING_SPACE = b"\xef\xbb\xbf \t\r\n"

# What Markdown has and text has not, in any encoding that keeps ASCII.
HEADING = re.compile(rb"^#{1,6}[ \t]+\S", re.MULTILINE)
TABLE = re.compile(rb"^[ \t]{0,8}\|?[ \t]{0,8}:?-{3,}:?[ \t]*\|[ \t:|-]*\r?$", re.MULTILINE)
FRONT_MATTER = re.compile(
    rb"---[ \t]*\r?\n(?:[^\r\n]*\r?\n){0,60}?[\w-]+:.*\r?\n(?:.*\r?\n){0,60}?---"
)
INLINE = re.compile(rb"\*\*\S[^*\r\n]*\*\*|\]\([^)\r\n]{1,500}\)|^[-*] ", re.MULTILINE)
SAMPLE = 65536


def told_by_suffix(source: Source) -> str | None:
    return SUFFIXES.get(source.suffix)


def told_by_content(source: Source) -> str | None:
    """`markdown` where the marks of it are clear; None where text may be meant."""
    sample = source.data.lstrip(LEADING_SPACE)[:SAMPLE]
    headings = len(HEADING.findall(sample))
    if (
        headings >= 2
        or (headings and INLINE.search(sample))
        or TABLE.search(sample)
        or FRONT_MATTER.match(sample)
    ):
        return "markdown"
    return None


def check_is_text(source: Source) -> None:
    """Raises `UnknownFormat` if the bytes are a kind of file that is not text."""
    if source.path and Path(source.path).name.startswith("~$"):
        raise UnknownFormat(
            Message(
                en="this is the lock file that Word keeps while a document is open",
                zh="这是 Word 打开文档时产生的临时锁定文件",
            ),
            Message(
                en="convert the document itself, whose name has no ~$",
                zh="请转换文档本身，即文件名不带 ~$ 的那个",
            ),
        )
    if source.data.startswith(OLE) and ENCRYPTED in source.data:
        raise EncryptedSource(
            Message(en="the document is locked by a password", zh="文档已加密"),
            Message(
                en="open it, remove the password, and save it as plain text or Markdown",
                zh="请打开文档、取消密码，再另存为纯文本或 Markdown",
            ),
        )
    _refuse(source.data, BINARY)


def check_is_plain(source: Source) -> None:
    """Raises `UnknownFormat` if the text is the inside of another program's file."""
    _refuse(source.data.lstrip(LEADING_SPACE)[:64].lower(), MARKED_UP)


def _refuse(data: bytes, kinds: Sequence[Kind]) -> None:
    for kind in kinds:
        if kind.fits(data):
            raise UnknownFormat(
                Message(
                    en=f"the document is {kind.name.en}, which is not read yet",
                    zh=f"该文件是{kind.name.zh}，目前还不能读取",
                ),
                kind.way_out,
            )

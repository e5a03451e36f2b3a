"""Which format a document is in: by what it holds, then by what it is called.

People rename files, and mail programs do it for them, so a suffix is only asked
where the content leaves a choice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from slidegen.errors import SourceError, UnknownFormat
from slidegen.messages import Message
from slidegen.reading.opening import Source

SUFFIXES: Mapping[str, str] = {
    "txt": "text",
    "text": "text",
    "md": "markdown",
    "markdown": "markdown",
    "mkd": "markdown",
    "mdown": "markdown",
    "docx": "docx",
    "docm": "docx",
    "dotx": "docx",
    "dotm": "docx",
    "htm": "html",
    "html": "html",
    "xhtml": "html",
    "shtml": "html",
    "mht": "html",
    "mhtml": "html",
    "pdf": "pdf",
    "ofd": "ofd",
    "odt": "odt",
    "ott": "odt",
    "fodt": "odt",
    "rtf": "rtf",
    "doc": "doc",
    "dot": "doc",
    "wps": "wps",
    "wpt": "wps",
    "pptx": "pptx",
    "pptm": "pptx",
    "potx": "pptx",
    "ppsx": "pptx",
}
"""The format that a suffix promises."""


class Kind(Struct, frozen=True):
    """A kind of file that is not for us, and how its bytes give it away."""

    name: Message
    way_out: Message
    start: bytes
    holds: bytes = b""
    """What stands somewhere behind the start; empty: the start is enough."""

    def fits(self, data: bytes) -> bool:
        return data.startswith(self.start) and self.holds in data


COPY_TEXT = Message(
    en="copy its text into a .txt or .docx file, and convert that",
    zh="请把其中的文字复制到 .txt 或 .docx 文件后再转换",
)
UNPACK = Message(
    en="unpack it, and convert a document from inside",
    zh="请先解压，再转换其中的文档",
)
GIVE_DOCUMENT = Message(
    en="give a document with text in it: .docx, .pdf, .ofd, .html, .txt or .md",
    zh="请提供含有文字的文档：.docx、.pdf、.ofd、.html、.txt 或 .md",
)
SAVE_AS_DOCX = Message(
    en="open it in Word or WPS, save it as .docx, and convert that",
    zh="请用 Word 或 WPS 打开，另存为 .docx 后再转换",
)
SAVE_AS_PPTX = Message(
    en="save it as .pptx, and convert that",
    zh="请另存为 .pptx 后再转换",
)

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _stream(name: str) -> bytes:
    """How the directory of an OLE file spells the name of a stream."""
    return name.encode("utf-16-le")


ENCRYPTED = _stream("EncryptedPackage")
"""Names the stream in which Office keeps a document that has a password."""

REFUSED: Sequence[Kind] = (
    Kind(Message("an Excel workbook", "Excel 工作簿"), COPY_TEXT, ZIP, b"xl/workbook"),
    Kind(Message("an EPUB book", "EPUB 电子书"), COPY_TEXT, ZIP, b"application/epub"),
    Kind(
        Message("a Word document of one XML file", "单一 XML 的 Word 文档"),
        SAVE_AS_DOCX,
        b"<?xml",
        b"Word.Document",
    ),
    Kind(Message("a ZIP archive", "ZIP 压缩包"), UNPACK, ZIP),
    Kind(Message("a RAR archive", "RAR 压缩包"), UNPACK, b"Rar!\x1a"),
    Kind(Message("a 7-Zip archive", "7-Zip 压缩包"), UNPACK, b"7z\xbc\xaf\x27\x1c"),
    Kind(Message("a gzip archive", "gzip 压缩包"), UNPACK, b"\x1f\x8b"),
    Kind(
        Message("an old PowerPoint deck (.ppt)", "旧版 PowerPoint 演示文稿（.ppt）"),
        SAVE_AS_PPTX,
        OLE,
        _stream("PowerPoint Document"),
    ),
    Kind(
        Message("an old Excel workbook", "旧版 Excel 工作簿"), COPY_TEXT, OLE, _stream("Workbook")
    ),
    Kind(Message("an Outlook message", "Outlook 邮件"), COPY_TEXT, OLE, _stream("__substg1.0_")),
    Kind(Message("a PNG picture", "PNG 图片"), GIVE_DOCUMENT, b"\x89PNG\r\n\x1a\n"),
    Kind(Message("a JPEG picture", "JPEG 图片"), GIVE_DOCUMENT, b"\xff\xd8\xff"),
    Kind(Message("a GIF picture", "GIF 图片"), GIVE_DOCUMENT, b"GIF8"),
    Kind(Message("a WebP picture", "WebP 图片"), GIVE_DOCUMENT, b"RIFF", b"WEBP"),
    Kind(Message("a TIFF picture", "TIFF 图片"), GIVE_DOCUMENT, b"II*\0"),
    Kind(Message("a TIFF picture", "TIFF 图片"), GIVE_DOCUMENT, b"MM\0*"),
    Kind(Message("a program", "可执行程序"), GIVE_DOCUMENT, b"MZ\x90\0"),
    Kind(Message("a program", "可执行程序"), GIVE_DOCUMENT, b"\x7fELF"),
    Kind(Message("an XML file", "XML 文件"), COPY_TEXT, b"<?xml"),
)
"""In order: the kinds that are made of another come before it."""

LARGEST_LOCK_FILE = 1024
"""In bytes; it holds the name of who has the document open."""
LEADING_SPACE = b"\xef\xbb\xbf \t\r\n"
PDF_HEADER = re.compile(rb"%PDF-\d")
PDF_HEADER_WITHIN = 1024
"""Bytes from the start; PDF 1.7, implementation note 13 to 3.4.1."""
WEB_PAGE = re.compile(rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.IGNORECASE)
WEB_ARCHIVE: Sequence[re.Pattern[bytes]] = (
    re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE),
    re.compile(rb"^content-type:\s*(?:multipart/related|text/html)", re.IGNORECASE | re.MULTILINE),
)
"""What the head of an .mhtml file has among its lines, in any order."""
FLAT_ODF = b"urn:oasis:names:tc:opendocument"
TAG = re.compile(
    rb"</?(?:p|div|br|h[1-6]|table|tr|td|span|a|ul|ol|li|meta|title)[\s/>]", re.IGNORECASE
)
FEWEST_TAGS = 3
"""In a file named .html, for one without <html> to be a web page."""

# What Markdown has and text has not, in any encoding that keeps ASCII.
HEADING = re.compile(rb"^#{1,6}[ \t]+\S", re.MULTILINE)
TABLE = re.compile(rb"^[ \t]{0,8}\|?[ \t]{0,8}:?-{3,}:?[ \t]*\|[ \t:|-]*\r?$", re.MULTILINE)
FRONT_MATTER = re.compile(
    rb"---[ \t]*\r?\n(?:[^\r\n]*\r?\n){0,60}?[\w-]+:.*\r?\n(?:.*\r?\n){0,60}?---"
)
INLINE = re.compile(rb"\*\*\S[^*\r\n]*\*\*|\]\([^)\r\n]{1,500}\)|^[-*] ", re.MULTILINE)
SAMPLE = 65536

PARTS: Mapping[str, Sequence[tuple[bytes, str]]] = {
    "OFD.xml": ((b"", "ofd"),),
    # GM/T 0099-2020: OFD.xml may be among what is encrypted.
    "Encryptions.xml": ((b"", "ofd"),),
    "[Content_Types].xml": (
        (b"wordprocessingml", "docx"),
        (b"ms-word.", "docx"),
        (b"presentationml", "pptx"),
    ),
    "mimetype": ((b"application/vnd.oasis.opendocument.text", "odt"),),
}
"""Parts of an archive: what each may hold, and the format that this gives away."""


def told_by_suffix(source: Source) -> str | None:
    return SUFFIXES.get(source.suffix)


def told_by_content(source: Source) -> str | None:
    """The format that the bytes are sure to be in; None where text may be meant.

    Raises `SourceError` for what looks like a format of ours and cannot be opened.
    """
    data = source.data
    if data.startswith(ZIP):
        return _told_by_parts(source)
    if data.startswith(OLE):
        return _told_by_streams(source)
    if PDF_HEADER.search(data, 0, PDF_HEADER_WITHIN):
        return "pdf"
    head = data.lstrip(LEADING_SPACE)[:SAMPLE]
    if head.startswith(b"{\\rtf"):
        return "rtf"
    return _told_by_markup(head, source) or _told_by_marks(head)


def _told_by_parts(source: Source) -> str | None:
    from slidegen.reading.archive import open_archive

    archive = open_archive(source)
    for name, formats in PARTS.items():
        part = archive.read(name)
        for holds, format in formats:
            if part is not None and holds in part:
                return format
    return None


def _told_by_streams(source: Source) -> str | None:
    from slidegen.reading.archive import locked

    if ENCRYPTED in source.data:
        raise locked()
    if _refusal(source.data):
        return None
    return "wps" if told_by_suffix(source) == "wps" else "doc"


def _told_by_markup(head: bytes, source: Source) -> str | None:
    # UTF-16 keeps ASCII apart by zeros; without them it reads as ASCII does.
    head = head.lstrip(b"\xff\xfe").replace(b"\0", b"")
    if head.startswith(b"<?xml") and FLAT_ODF in head:
        return "odt"
    start = head[:1024].lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    if start.startswith((b"<?xml", b"<!--")) and WEB_PAGE.search(head):
        return "html"
    if _is_web_archive(head):
        return "html"
    says_so = told_by_suffix(source) == "html"
    if says_so and (WEB_PAGE.search(head) or len(TAG.findall(head)) >= FEWEST_TAGS):
        return "html"
    return None


def _is_web_archive(head: bytes) -> bool:
    top, _, _ = head.replace(b"\r\n", b"\n").partition(b"\n\n")
    return all(line.search(top) for line in WEB_ARCHIVE)


def _told_by_marks(head: bytes) -> str | None:
    """`markdown` where the marks of it are clear."""
    headings = len(HEADING.findall(head))
    if (
        headings >= 2
        or (headings and INLINE.search(head))
        or TABLE.search(head)
        or FRONT_MATTER.match(head)
    ):
        return "markdown"
    return None


def check_is_no_lock_file(source: Source) -> None:
    """Raises `UnknownFormat` for what Word leaves beside an open document."""
    name = Path(source.path).name if source.path else ""
    # Copied with others, it may have got something before its name.
    is_copied = "~$" in name and len(source.data) <= LARGEST_LOCK_FILE
    if is_copied or name.startswith(("~$", ".~lock.")):
        raise UnknownFormat(
            Message(
                en="this is the lock file that Word or WPS keeps while a document is open",
                zh="这是 Word 或 WPS 打开文档时产生的临时锁定文件",
            ),
            Message(
                en="convert the document itself, whose name has no ~$",
                zh="请转换文档本身，即文件名不带 ~$ 的那个",
            ),
        )


def check_is_text(source: Source) -> None:
    """Raises `UnknownFormat` if the bytes are a kind of file that is not text."""
    for start in (ZIP, OLE, b"%PDF-"):
        if source.data.startswith(start):
            raise UnknownFormat(
                Message(en="the file is not text", zh="该文件不是纯文本"),
                Message(
                    en="leave out --from, and the format is told from the content",
                    zh="请去掉 --from，由内容判断格式",
                ),
            )
    if refused := _refusal(source.data):
        raise refused


def check_is_ours(source: Source) -> None:
    """Raises `UnknownFormat` if the bytes are a kind of file that we don't read."""
    if refused := _refusal(source.data.lstrip(LEADING_SPACE)):
        raise refused


def _refusal(data: bytes) -> SourceError | None:
    for kind in REFUSED:
        if kind.fits(data):
            return UnknownFormat(
                Message(
                    en=f"the document is {kind.name.en}, which is not read",
                    zh=f"该文件是{kind.name.zh}，不在支持的格式之内",
                ),
                kind.way_out,
            )
    return None

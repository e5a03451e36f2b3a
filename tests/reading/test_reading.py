"""From a path or bytes to a document: what is opened, told and refused."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from base64 import encodebytes
from hashlib import sha256
from importlib import import_module
from importlib.metadata import EntryPoint
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile.sound import of_every_format
from slidegen.document import Document, Paragraph
from slidegen.errors import (
    EmptySource,
    EncryptedSource,
    MalformedSource,
    SourceError,
    SourceNotFound,
    SourceTooLarge,
    UnknownFormat,
)
from slidegen.notices import Notice, Report
from slidegen.passage import Passage
from slidegen.reading import FORMATS, PLAIN, opening, read
from slidegen.reading.opening import Source
from slidegen.reading.telling import OLE, SUFFIXES

OF_EVERY_FORMAT = ("txt", "md", "docx", "html", "pdf", "ofd", "odt", "rtf", "pptx")
MARKDOWN = "# 题目\n\n## 一、概况\n\n正文。\n".encode()


def archive(*names: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return buffer.getvalue()


def ole(stream: str) -> bytes:
    """What the first bytes of an old Office file and its directory look like."""
    return OLE + bytes(504) + stream.encode("utf-16-le")


def kinds(notices: list[Notice]) -> list[str]:
    return [notice.kind for notice in notices]


def texts(document: Document) -> list[str]:
    return [block.passage.text for block in document.blocks if isinstance(block, Paragraph)]


def test_a_document_knows_its_lines_and_where_it_came_from(tmp_path: Path) -> None:
    data = "﻿题目\r\n\r\n正文\r\n".encode()
    path = tmp_path / "讲话 稿.txt"
    path.write_bytes(data)

    document = read(path)

    assert document.lines == ("题目", "", "正文")
    assert (document.format, document.encoding) == ("text", "utf-8-sig")
    assert (document.path, document.sha256) == (str(path), sha256(data).hexdigest())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x85", "\u2028", "\u2029"])
def test_a_line_may_end_in_any_way(end: str) -> None:
    document = read(f"甲{end}乙{end}".encode(), format="text")

    assert document.lines == ("甲", "乙")


def test_control_characters_become_spaces_and_offsets_hold() -> None:
    notices: list[Notice] = []

    document = read("甲\x07乙\x1f丙\n\x0c丁".encode(), format="text", report=notices.append)

    assert document.lines == ("甲 乙 丙", " 丁")
    assert [(notice.kind, notice.line) for notice in notices] == [("control-characters", 1)]


def test_every_format_has_a_reader() -> None:
    for format, place in FORMATS.items():
        module, _, name = place.partition(":")

        assert callable(getattr(import_module(module), name)), format


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("a.txt", "正文。".encode(), "text"),
        ("a.md", "正文。".encode(), "markdown"),
        ("a", "正文。".encode(), "text"),
        ("a", MARKDOWN, "markdown"),
        ("a.TXT", "正文。".encode(), "text"),
        ("a.md", "正文。".encode("utf-16"), "markdown"),
    ],
)
def test_a_format_is_told_without_a_notice(
    tmp_path: Path, name: str, data: bytes, format: str
) -> None:
    notices: list[Notice] = []
    (tmp_path / name).write_bytes(data)

    assert read(tmp_path / name, report=notices.append).format == format
    assert notices == []


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [("a.txt", MARKDOWN, "markdown"), ("a.docx", "正文。".encode(), "text")],
)
def test_a_wrong_suffix_works_and_is_reported(
    tmp_path: Path, name: str, data: bytes, format: str
) -> None:
    notices: list[Notice] = []
    (tmp_path / name).write_bytes(data)

    assert read(tmp_path / name, report=notices.append).format == format
    assert kinds(notices) == ["format-mismatch"]


@pytest.mark.parametrize(
    "text", ["# 号开头的一行\n正文。", "表——横线\n-----\n正文", "-----\n第一段\n-----\n第二段"]
)
def test_text_with_a_mark_or_two_stays_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    assert read(tmp_path / "a.txt").format == "text"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (archive("[Content_Types].xml", "xl/workbook.xml"), "Excel"),
        (archive("a.docx", "b.pdf"), "ZIP"),
        (b"Rar!\x1a\x07\x01\x00", "RAR"),
        (b"\x1f\x8b\x08\x00" + bytes(20), "gzip"),
        (ole("PowerPoint Document"), "old PowerPoint"),
        (ole("Workbook"), "old Excel"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
        (b"\x7fELF\x02\x01" + bytes(50), "program"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><a/>", "XML"),
        (b"<?xml version='1.0'?><?mso-application progid='Word.Document'?>", "one XML file"),
    ],
)
def test_another_kind_of_file_is_named_whatever_it_is_called(
    tmp_path: Path, data: bytes, words: str
) -> None:
    (tmp_path / "a.txt").write_bytes(data)

    with pytest.raises(UnknownFormat, match=words) as raised:
        read(tmp_path / "a.txt")
    assert raised.value.hint.zh


def test_a_format_that_was_asked_for_does_not_make_text_of_a_file_that_is_none() -> None:
    with pytest.raises(UnknownFormat):
        read(archive("word/document.xml"), format="text")


def test_a_web_page_is_text_to_those_who_ask_for_it() -> None:
    assert read(b"<html><p>x</p></html>", format="text").format == "text"


@pytest.mark.parametrize("suffix", OF_EVERY_FORMAT)
@pytest.mark.parametrize("named", ["right", "none", "wrong"])
def test_a_format_is_told_by_what_the_file_holds(tmp_path: Path, suffix: str, named: str) -> None:
    notices: list[Notice] = []
    wrong = "odt" if suffix != "odt" else "docx"
    path = tmp_path / {"right": f"a.{suffix}", "none": "a", "wrong": f"a.{wrong}"}[named]
    path.write_bytes(of_every_format()[suffix])

    document = read(path, report=notices.append)

    # Without its suffix, Markdown that could be text is text; this one has headings.
    assert document.format == SUFFIXES[suffix]
    assert ("format-mismatch" in kinds(notices)) == (named == "wrong")


@pytest.mark.parametrize("suffix", ["docx", "rtf", "html"])
def test_a_doc_file_that_is_something_newer_needs_no_program(tmp_path: Path, suffix: str) -> None:
    notices: list[Notice] = []
    (tmp_path / "a.doc").write_bytes(of_every_format()[suffix])

    document = read(tmp_path / "a.doc", report=notices.append)

    assert document.format == suffix
    assert "format-mismatch" in kinds(notices)
    assert "converted-by-program" not in kinds(notices)


def test_a_web_page_that_was_saved_with_its_parts_as_a_doc_is_a_web_page(tmp_path: Path) -> None:
    page = of_every_format()["html"]
    (tmp_path / "a.doc").write_bytes(
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=part\r\n\r\n--part\r\n"
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + encodebytes(page)
        + b"\r\n--part--\r\n"
    )

    document = read(tmp_path / "a.doc")

    assert document.format == "html"
    assert "（一）家底基本查清" in document.lines


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "gb18030"])
def test_a_web_page_is_told_in_any_encoding(encoding: str) -> None:
    page = of_every_format()["html"].decode().replace("utf-8", encoding.partition("-sig")[0])

    document = read(page.encode(encoding))

    assert document.format == "html"
    assert "（一）家底基本查清" in document.lines


@pytest.mark.parametrize("before", [b"\n", b"\xef\xbb\xbf", b"HTTP/1.1 200 OK\r\n\r\n", bytes(900)])
def test_a_pdf_may_begin_late(before: bytes) -> None:
    assert read(before + of_every_format()["pdf"]).format == "pdf"


def test_a_pdf_that_begins_too_late_is_none() -> None:
    with pytest.raises(SourceError):
        read(bytes(2000) + of_every_format()["pdf"])


@pytest.mark.parametrize(
    "words",
    ["PK是什么", "富文本以 {\\rtf1 开头", "网页以 <html> 开头，不论大小写", "%PDF 文件"],
)
def test_text_that_speaks_of_formats_is_text(words: str) -> None:
    assert read(words.encode()).format == "text"


def test_a_document_with_a_password_is_called_so() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")

    with pytest.raises(EncryptedSource):
        read(locked)


def test_the_lock_file_of_an_open_document_is_called_so(tmp_path: Path) -> None:
    (tmp_path / "~$讲话.docx").write_bytes(b"\x05Wang " + bytes(100))

    with pytest.raises(UnknownFormat, match="lock file"):
        read(tmp_path / "~$讲话.docx")


def test_bytes_that_are_no_text_are_refused_under_any_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 20)

    with pytest.raises(MalformedSource):
        read(tmp_path / "a.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
@pytest.mark.parametrize("format", FORMATS)
def test_a_file_without_bytes_is_empty(data: bytes, format: str) -> None:
    with pytest.raises(EmptySource):
        read(data, format=format)


@pytest.mark.parametrize("data", ["　　\n﻿\n".encode(), b"\xef\xbb\xbf"])
@pytest.mark.parametrize("format", PLAIN)
def test_text_without_words_is_empty(data: bytes, format: str) -> None:
    with pytest.raises(EmptySource):
        read(data, format=format)


@pytest.mark.parametrize("format", [format for format in FORMATS if format not in PLAIN])
def test_text_is_no_office_file_because_somebody_says_so(format: str) -> None:
    try:
        document = read("关于召开会议的通知\n".encode(), format=format)
    except SourceError as error:
        assert error.hint.zh
    else:
        # A web page without any tags is one, to those who ask for it.
        assert (format, document.lines) == ("html", ("关于召开会议的通知",))


def test_a_path_that_leads_nowhere_is_an_error(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path, "a\0b", tmp_path / ("x" * 400)):
        with pytest.raises(SourceNotFound):
            read(path)


def test_a_file_without_permission_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("x")
    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(SourceNotFound, match="may not be read"):
        read(tmp_path / "a.txt")


def test_what_is_too_large_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(opening.LARGEST_SOURCE + 1)
    monkeypatch.setattr(Path, "open", None)

    with pytest.raises(SourceTooLarge):
        read(tmp_path / "a.txt")


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=200) | st.text().map(lambda text: text.encode("utf-8", "ignore")))
def test_any_bytes_are_a_document_or_an_error_with_a_hint(data: bytes) -> None:
    try:
        assert read(data).blocks
    except SourceError as error:
        assert error.hint.zh


def test_every_error_says_the_way_out_in_both_tongues(tmp_path: Path) -> None:
    for source in (tmp_path, tmp_path / "none", b"", archive("word/document.xml"), b"\0\1" * 50):
        with pytest.raises(SourceError) as raised:
            read(source)
        for message in (raised.value.message, raised.value.hint):
            assert message.en and any(char > "\u3000" for char in message.zh)


def test_an_unknown_format_is_answered_with_those_that_are_known() -> None:
    with pytest.raises(UnknownFormat) as raised:
        read(b"x", format="keynote")

    assert all(format in raised.value.hint.en for format in FORMATS)


def read_rot13(source: Source, report: Report) -> Document:
    return Document((Paragraph(Passage.of_line("rot", 1)),), "rot13")


def test_a_strangers_reader_is_found_by_name_and_by_suffix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(*, group: str, name: str) -> list[EntryPoint]:
        return [EntryPoint(name, f"{__name__}:read_rot13", group)] if name == "rot13" else []

    monkeypatch.setattr("importlib.metadata.entry_points", found)
    (tmp_path / "a.rot13").write_bytes(b"x")

    assert read(b"x", format="rot13").format == "rot13"
    assert read(tmp_path / "a.rot13").format == "rot13"


def test_two_megabytes_on_one_line_are_one_paragraph() -> None:
    document = read("坚持稳中求进，".encode() * 95_000, format="text")

    assert len(document.blocks) == 1


@pytest.mark.parametrize("format", PLAIN)
def test_text_is_refused_where_it_would_take_too_long(format: str) -> None:
    with pytest.raises(SourceTooLarge) as raised:
        read("坚持稳中求进，".encode() * 300_000, format=format)

    assert "split it" in raised.value.hint.en


def test_marks_that_never_close_take_no_time_to_speak_of() -> None:
    for marks in ("[" * 200_000, "![" * 100_000, "> " * 50_000 + "字", "!" * 500_000):
        assert read(marks.encode(), format="markdown").blocks


def test_text_below_the_deepest_nesting_is_kept() -> None:
    assert "字" in repr(read(("> " * 500 + "字").encode(), format="markdown").blocks)


def test_reading_text_imports_no_parser() -> None:
    code = (
        "import sys, slidegen.reading as r; r.read(b'x', format='text');"
        "print({'markdown_it', 'yaml', 'PIL', 'charset_normalizer'} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


def test_a_lock_file_is_called_so_under_a_longer_name_too(tmp_path: Path) -> None:
    (tmp_path / "备份 ~$讲话.docx").write_bytes(b"\x05Wang " + bytes(100))

    with pytest.raises(UnknownFormat, match="lock file"):
        read(tmp_path / "备份 ~$讲话.docx")


@pytest.mark.parametrize("suffix", ["docx", "pdf", "ofd", "odt", "pptx", "doc"])
def test_a_file_that_is_neither_its_format_nor_text_is_damaged(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a.{suffix}").write_bytes(bytes(range(256)) * 20)

    with pytest.raises(MalformedSource, match="damaged"):
        read(tmp_path / f"a.{suffix}")

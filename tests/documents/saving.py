"""One original in every format that is read, as its programs would save it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from documents.docx_writer import docx_of
from documents.odt_writer import Styled, odt_of
from documents.ofd_writer import ofd_of
from documents.original import Original
from documents.pdf_writer import pdf_of
from documents.web_writer import web_page_of


def text_of(original: Original, encoding: str) -> bytes:
    """A paragraph a line; Chinese ones indented, and line ends as on Windows."""
    indent = "　　" if original.language == "zh" else ""
    lines = [part.text if part.kind == "title" else indent + part.text for part in original.parts]
    return ("\r\n".join(lines) + "\r\n").encode(encoding)


def odt_with_headings(original: Original) -> bytes:
    levels = {"title": 0, "heading 1": 1, "heading 2": 2}
    return odt_of(
        [
            Styled(part.text, levels[part.kind]) if part.kind in levels else part.text
            for part in original.parts
        ]
    )


def rtf_of(original: Original) -> bytes:
    body = "".join(rf"\pard {_escaped(text)}\par" + "\n" for text in original.texts)
    head = r"{\rtf1\ansi\ansicpg936\deff0\uc1{\fonttbl{\f0\fnil\fcharset134 SimSun;}}" + "\n"
    return (head + body + "}").encode("ascii")


def _escaped(text: str) -> str:
    return "".join(char if char.isascii() else rf"\u{_signed(char)}?" for char in text)


def _signed(character: str) -> int:
    """RTF counts code units in 16 bits with a sign."""
    unit = ord(character)
    return unit - 0x10000 if unit > 0x7FFF else unit


SAVED: Mapping[str, tuple[str, Callable[[Original], bytes]]] = {
    "text in UTF-8": ("txt", lambda o: text_of(o, "utf-8")),
    "text in GBK": ("txt", lambda o: text_of(o, "gbk")),
    "text in UTF-16": ("txt", lambda o: text_of(o, "utf-16")),
    "Markdown": ("md", lambda o: o.markdown.encode()),
    "Word, typed numbers in Normal": (
        "docx",
        lambda o: docx_of(o, numbering="typed", styles=False),
    ),
    "Word, typed numbers in heading styles": (
        "docx",
        lambda o: docx_of(o, numbering="typed", styles=True),
    ),
    "Word, automatic numbers in Normal": (
        "docx",
        lambda o: docx_of(o, numbering="automatic", styles=False),
    ),
    "Word, automatic numbers in heading styles": (
        "docx",
        lambda o: docx_of(o, numbering="automatic", styles=True),
    ),
    "web page of paragraphs": ("html", lambda o: web_page_of(o, headings=False)),
    "web page with headings": ("html", lambda o: web_page_of(o, headings=True)),
    "PDF": ("pdf", pdf_of),
    "PDF with a ragged edge": ("pdf", lambda o: pdf_of(o, justified=False)),
    "OFD": ("ofd", lambda o: ofd_of(o.texts)),
    "OpenDocument": ("odt", lambda o: odt_of(o.texts)),
    "OpenDocument with headings": ("odt", odt_with_headings),
    "RTF": ("rtf", rtf_of),
}
"""What a file of the format is called, its suffix, and how it is written."""

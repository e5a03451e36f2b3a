"""An original as Word files, in each of the ways in which people number headings."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from documents.original import Original, Part

Numbering = Literal["typed", "automatic"]

STYLES = {"title": "Title", "heading 1": "Heading 1", "heading 2": "Heading 2"}
FORMATS = {
    "zh": (
        ("chineseCountingThousand", "%1、"),
        ("chineseCountingThousand", "（%2）"),
        ("decimal", "%3."),
    ),
    "en": (("decimal", "%1."), ("decimal", "%1.%2")),
}
NUMBERING = 90
"""Identity of our list; those of python-docx's template are smaller."""


def docx_of(original: Original, *, numbering: Numbering, styles: bool) -> bytes:
    """*styles*: whether title and headings have Word's styles; else all is Normal.

    Automatic *numbering* leaves no number in the text, in run-in headings neither.
    """
    document = Document()
    document.core_properties.author = ""
    document.core_properties.title = ""
    document.core_properties.comments = ""
    if numbering == "automatic":
        _define_list(document, original.language)
    for part in original.parts:
        style = STYLES.get(part.kind) if styles else None
        numbered = part.numbered(original.language) if numbering == "automatic" else None
        _add(document, part, style, numbered)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _add(document, part: Part, style: str | None, numbered: tuple[int, str] | None) -> None:
    if numbered is None:
        document.add_paragraph(part.text, style)
        return
    level, text = numbered
    _number(document.add_paragraph(text, style), level)


def _number(paragraph: Paragraph, level: int) -> None:
    paragraph._p.get_or_add_pPr().append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
            f'<w:numId w:val="{NUMBERING}"/></w:numPr>'
        )
    )


def _define_list(document, language: str) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, (format, text) in enumerate(FORMATS[language])
    )
    root = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBERING}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    # The schema wants all w:abstractNum before the first w:num.
    root.insert(0, abstract)
    root.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{NUMBERING}">'
            f'<w:abstractNumId w:val="{NUMBERING}"/></w:num>'
        )
    )

"""What a Word document's XML says: cases in files, and what no case can show."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from slidegen.document import Table
from slidegen.errors import EmptySource, MalformedSource
from slidegen.notices import Notice, ignore
from slidegen.reading import read

from ..cases import Case
from ..cases import cases as cases_in
from ..dump import dump
from .sampling import CHART, DIAGRAM, LINKS, everything
from .writing import WORD, Link, archive, docx, part, png

CASES = Path(__file__).parent / "cases"
FILES = ("paragraphs", "inline", "tables", "drawings")
NOTE = '<{0} w:id="{1}"><p><r><t>{2}</t></r></p></{0}>'
KNOWN = {
    "rIdL": Link("hyperlink", "https://example.org/", external=True),
    "rIdJ": Link("hyperlink", "javascript:alert(1)", external=True),
    "rIdP": Link("image", "media/1.png", png()),
    "rIdC": Link("chart", "chart.xml", part("c:chartSpace", CHART)),
    "rIdD": Link("diagramData", "data.xml", part("dgm:dataModel", DIAGRAM)),
    "rIdF": Link(
        "footnotes",
        "footnotes.xml",
        part("footnotes", "".join(NOTE.format("footnote", i, f"脚注{i}") for i in (2, 3, 4))),
    ),
    "rIdE": Link("endnotes", "notes.xml", part("endnotes", NOTE.format("endnote", 2, "尾注"))),
}
"""What the cases may refer to."""
WORDS = "<p><r><t>正文</t></r></p>"


def read_case(body: str) -> str:
    notices: list[Notice] = []
    document = read(docx(body, KNOWN), report=notices.append)
    captions = [b.caption for b in document.blocks if isinstance(b, Table) and b.caption]
    lines = [*(f"caption: {words}" for words in captions), *map(_said, notices)]
    return dump(document) + "".join(f"{line}\n" for line in lines)


def _said(notice: Notice) -> str:
    return f"{notice.kind}{', counts' if notice.counts else ''}: {notice.message.en}"


def word_cases() -> list[Case]:
    return [case for name in FILES for case in cases_in(str(CASES / f"{name}.txt"))]


@pytest.mark.parametrize("case", word_cases(), ids=lambda case: case.title)
def test_word_is_read_as_the_case_says(case: Case) -> None:
    assert read_case(case.source) == case.expected


# --- the package


@pytest.mark.parametrize(
    "content_type",
    [
        f"{WORD}.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_templates_and_documents_with_macros_are_documents(content_type: str) -> None:
    assert read(docx(WORDS, content_type=content_type)).lines == ("正文",)


def test_the_document_may_lie_anywhere_in_the_package() -> None:
    heading = '<p><pPr><pStyle w:val="H1"/></pPr><r><t>总则</t></r></p>'

    document = read(docx(heading, main="content/文档 1.xml"))

    assert dump(document) == "1 heading 1: 总则\n"


def test_strict_namespaces_are_read_as_the_usual_ones() -> None:
    strict = "http://purl.oclc.org/ooxml/"
    heading = '<p><pPr><pStyle w:val="H1"/></pPr><r><t>见 http://purl.oclc.org/ooxml/</t></r></p>'
    usual = docx(heading, relationships=f"{strict}officeDocument/relationships")
    data = _replaced(
        usual,
        b'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
        f'"{strict}wordprocessingml/main"'.encode(),
    )

    assert dump(read(data)) == f"1 heading 1: 见 {strict}\n"


def _replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    return archive({name: found.replace(old, new) for name, found in _parts(data).items()})


def _parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_styles_and_numbering_may_be_missing() -> None:
    body = '<p><pPr><pStyle w:val="H1"/><numPr><numId w:val="1"/></numPr></pPr>' + WORDS[3:]

    assert dump(read(docx(body, styles=None, numbering=None))) == "1 paragraph: 正文\n"


def test_a_part_that_is_broken_or_not_there_is_done_without() -> None:
    links = {
        "rId5": Link("footnotes", "footnotes.xml", b"<oops"),
        "rId6": Link("header", "nowhere.xml"),
        "rId7": Link("image", "media/gone.png"),
    }

    assert read(docx(WORDS, links, styles="</w:oops>")).lines == ("正文",)


@pytest.mark.parametrize("body", ["<p>", '<p xmlns:w="other"></q>'])
def test_a_text_that_is_no_xml_is_refused(body: str) -> None:
    with pytest.raises(MalformedSource):
        read(docx(body), format="docx")


def test_a_package_without_a_document_is_refused() -> None:
    with pytest.raises(MalformedSource):
        read(archive({"[Content_Types].xml": b"<Types/>"}), format="docx")


def test_a_document_without_words_is_empty() -> None:
    with pytest.raises(EmptySource):
        read(docx("<p/>"))


# --- what it says of itself


def test_running_heads_tell_the_classification_and_who_issued_it() -> None:
    links = {
        "rIdH": Link(
            "header",
            "header.xml",
            part("hdr", "<p><r><t>机密★1年</t></r></p><p><r><t>内部讨论稿</t></r></p>"),
        ),
        "rIdG": Link("footer", "footer.xml", part("ftr", "<p><r><t>— 1 —</t></r></p>")),
    }
    heads = '<sectPr><headerReference r:id="rIdH"/><footerReference r:id="rIdG"/></sectPr>'
    notices: list[Notice] = []

    document = read(docx(WORDS + heads, links), report=notices.append)

    assert [(field.name, field.value.text) for field in document.fields] == [
        ("classification", "机密★1年")
    ]
    assert [notice.message.en for notice in notices] == [
        "1 line(s) of page headers and footers left out"
    ]


def test_comments_are_counted() -> None:
    notices: list[Notice] = []

    read(docx(WORDS, {"rId9": LINKS["rIdM"]}), report=notices.append)

    assert [(notice.kind, notice.counts) for notice in notices] == [("comments-left-out", False)]


def test_a_paragraph_knows_that_its_number_was_counted() -> None:
    number = '<pPr><numPr><ilvl w:val="0"/><numId w:val="1"/></numPr></pPr>'

    counted, typed = read(
        docx(f"<p>{number}<r><t>总则</t></r></p><p><r><t>一、附则</t></r></p>")
    ).blocks

    assert (counted.is_numbered_by_file, typed.is_numbered_by_file) == (True, False)


def test_reading_is_the_same_each_time() -> None:
    assert read(everything(), report=ignore) == read(everything(), report=ignore)

"""OpenDocument texts, built in place: what each of their marks makes."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image

from documents.odt_writer import fodt, odt
from reading.cases import Case, cases
from reading.dump import dump, runs_of
from slidegen.document import Document, Paragraph, Picture, Table
from slidegen.errors import EncryptedSource, MalformedSource, SourceTooLarge
from slidegen.notices import Notice
from slidegen.reading import read


def told(data: bytes) -> tuple[Document, list[Notice]]:
    notices: list[Notice] = []
    return read(data, report=notices.append), notices


def kinds(data: bytes) -> list[str]:
    return [notice.kind for notice in told(data)[1]]


def png(width: int = 4, height: int = 3) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height), "red").save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("case", cases("odt.txt"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    automatic, _, body = case.source.rpartition("\n==\n")

    document = read(odt(body, automatic=automatic))

    assert dump(document) == case.expected
    assert all(
        document.lines[run.line - 1][run.start : run.end] == run.text
        for run in runs_of(document.blocks)
    )


def test_one_file_says_the_same_as_a_package() -> None:
    body = '<text:h text:outline-level="2">一、进展</text:h><text:p>正文。</text:p>'

    assert read(fodt(body)) == read(odt(body))


def test_a_template_is_a_text() -> None:
    kind = "application/vnd.oasis.opendocument.text-template"

    assert read(odt("<text:p>正文。</text:p>", more={"mimetype": kind})).format == "odt"


def test_headings_are_counted_by_the_outline() -> None:
    outline = (
        "<text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." '
        'style:num-suffix="、"/><text:outline-level-style text:level="2" style:num-format="1" '
        'style:num-prefix="（" style:num-suffix="）"/></text:outline-style>'
        '<style:style style:name="Plain" style:family="paragraph" style:list-style-name=""/>'
    )
    h1, h2 = '<text:h text:outline-level="1"', '<text:h text:outline-level="2"'
    body = (
        f"{h1}>进展</text:h>{h2}>河</text:h>{h2}>湖</text:h>"
        f'{h1} text:is-list-header="true">附言</text:h>{h1} text:style-name="Plain">说明</text:h>'
        f"{h1}>打算</text:h>{h2}>库</text:h>"
    )

    document = read(odt(body, styles=outline))

    assert [block.passage.text for block in document.blocks] == [
        *("一、进展", "（1）河", "（2）湖", "附言", "说明", "二、打算", "（1）库"),
    ]


def test_a_picture_stands_where_it_is_anchored_with_its_description_and_caption() -> None:
    body = (
        "<text:p>前。</text:p><text:p><draw:frame><draw:text-box><text:p>"
        '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>图</svg:title>'
        "<svg:desc>一片湖</svg:desc></draw:frame>图1 东湖</text:p></draw:text-box></draw:frame>"
        "</text:p><text:p>后。</text:p>"
    )

    document, notices = told(odt(body, more={"Pictures/a.png": png()}))

    _, picture, _ = document.blocks
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height, picture.alt.text) == (4, 3, "一片湖")
    assert picture.caption.text == "图1 东湖"
    assert notices == []


def test_of_two_forms_of_a_picture_the_one_that_can_be_shown_is_taken() -> None:
    body = (
        '<text:p><draw:frame><draw:image xlink:href="Pictures/a.emf"/>'
        '<draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p>'
    )

    document, notices = told(odt(body, more={"Pictures/a.emf": b"EMF", "Pictures/a.png": png()}))

    assert isinstance(document.blocks[0], Picture)
    assert notices == []


def test_a_picture_may_be_inside_a_single_file() -> None:
    image = f"<office:binary-data>{b64encode(png(5, 5)).decode()}</office:binary-data>"

    document = read(
        fodt(f"<text:p><draw:frame><draw:image>{image}</draw:image></draw:frame></text:p>")
    )

    assert isinstance(document.blocks[0], Picture)


@pytest.mark.parametrize(
    "target", ["Pictures/none.png", "http://example.org/a.png", "../../etc/passwd", "/etc/passwd"]
)
def test_a_picture_elsewhere_is_not_fetched(target: str) -> None:
    body = f'<text:p>正文。<draw:frame><draw:image xlink:href="{target}"/></draw:frame></text:p>'

    assert kinds(odt(body)) == ["picture-missing"]


def test_a_table_keeps_its_joined_cells() -> None:
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>".format
    rows = (
        cell(' table:number-columns-spanned="2"', "河流") + "<table:covered-table-cell/>",
        cell(' table:number-rows-spanned="9"', "青河") + cell("", "12"),
        "<table:covered-table-cell/>" + cell("", "15"),
    )
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)

    (table,) = read(odt(f"<table:table>{body}</table:table>")).blocks

    assert isinstance(table, Table)
    assert [[(c.passage.text, c.columns, c.rows) for c in row] for row in table.rows] == [
        [("河流", 2, 1)],
        [("青河", 1, 2), ("12", 1, 1)],
        [("15", 1, 1)],
    ]


def test_cells_that_repeat_without_end_are_refused() -> None:
    times = "999999999"
    cell = f'<table:table-cell table:number-columns-repeated="{times}"><text:p/></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="{times}">{cell}</table:table-row>'

    with pytest.raises(SourceTooLarge):
        read(odt(f"<table:table>{row}</table:table>"))


def test_spaces_that_repeat_without_end_are_cut() -> None:
    document = read(odt('<text:p>一<text:s text:c="999999999"/>二</text:p>'))

    assert len(document.lines[0]) < 300


def test_what_is_left_out_is_said_once_with_a_count() -> None:
    comment = "<office:annotation><text:p>批注</text:p></office:annotation>"
    masters = (
        "<style:master-page><style:header><text:p>文件汇编</text:p></style:header>"
        "<style:footer><text:p/></style:footer></style:master-page>"
    )
    body = (
        f"<text:p>正{comment}文{comment}。</text:p>"
        '<text:p>表<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>'
    )

    _, notices = told(odt(body, masters=masters))

    assert [(notice.kind, notice.message.en[:1], notice.counts) for notice in notices] == [
        ("comments-left-out", "2", False),
        ("running-heads-left-out", "1", False),
        ("object-left-out", "1", True),
    ]


def test_a_running_head_may_name_the_issuer() -> None:
    masters = (
        "<style:master-page><style:header><text:p>青河县人民政府</text:p></style:header>"
        "</style:master-page>"
    )

    (field,) = read(odt("<text:p>正文。</text:p>", masters=masters)).fields

    assert (field.name, field.value.text) == ("organisation", "青河县人民政府")


def test_a_password_is_told() -> None:
    locked = odt(
        "<text:p/>",
        more={
            "META-INF/manifest.xml": (
                '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>'
                "</m:manifest>"
            ),
            "content.xml": b"\x01\x02",
        },
    )

    with pytest.raises(EncryptedSource):
        read(locked)


@pytest.mark.parametrize("content", [b"", b"<office:document-content", b"<a/>"])
def test_without_a_readable_text_the_file_is_damaged(content: bytes) -> None:
    with pytest.raises(MalformedSource):
        read(odt("", more={"content.xml": content}))


def test_ids_that_are_given_twice_do_no_harm() -> None:
    item = '<text:list xml:id="x"><text:list-item><text:p>一</text:p></text:list-item></text:list>'

    assert len(read(odt(item + item)).blocks) == 2


def test_without_styles_headings_are_still_headings() -> None:
    document = read(odt('<text:h text:outline-level="1">一</text:h>', more={"styles.xml": b"<"}))

    assert not isinstance(document.blocks[0], Paragraph)

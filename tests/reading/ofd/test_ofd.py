"""OFD files, built in place: what stands on their pages, however they say it."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from documents.ofd_writer import (
    BODY,
    LEFT,
    NAMESPACE,
    Line,
    Texts,
    document,
    ofd_of,
    package,
    page,
    text_object,
)
from slidegen.document import passages
from slidegen.errors import EncryptedSource, MalformedSource, ScannedSource, SourceTooLarge
from slidegen.notices import Notice
from slidegen.reading import read

TITLE = "关于全县河湖治理工作情况的报告"
SENTENCE = "一年来，我们坚持防汛与治污并重，全县十二条河道的水面全部清理一遍，"
SPEECH = (
    TITLE,
    "各位代表：",
    "一、河道治理见到成效",
    f"{SENTENCE * 3}群众满意。",
    f"（一）清淤有力。{SENTENCE * 9}共清淤30万立方米，投入1.5亿元。",
    "（二）护岸加快。",
    f"{SENTENCE * 7}明年再清20公里。",
    "二、下一步打算",
    "各位代表，让我们一起努力！",
)


def texts_of(data: bytes) -> list[str]:
    return [p.text for block in read(data).blocks for p in passages(block)]


def notices_of(data: bytes) -> list[Notice]:
    notices: list[Notice] = []
    read(data, report=notices.append)
    return notices


def line(text: str, number: int = 0, **more: object) -> Line:
    """*text* at the left margin, *number* lines down."""
    return Line(text, LEFT, 50 + 10 * number, BODY)._replace(**more)  # type: ignore[arg-type]


def one_page(*lines: Line, layer: str = "", more: str = "") -> bytes:
    return package([page(lines, layer=layer, more=more)])


def drawn(inside: str, attributes: str = "", box: str = "28 60 150 8") -> str:
    return (
        f'<ofd:TextObject ID="9" Boundary="{box}" Font="1" Size="6" {attributes}>{inside}'
        "</ofd:TextObject>"
    )


def picture(box: str, resource: str = "7") -> str:
    width, height = box.split()[2:]
    return (
        f'<ofd:ImageObject ID="8" ResourceID="{resource}" Boundary="{box}" '
        f'CTM="{width} 0 0 {height} 0 0"/>'
    )


def png() -> bytes:
    file = BytesIO()
    Image.new("RGB", (60, 40), "red").save(file, "PNG")
    return file.getvalue()


def with_picture(pages: list[str], data: bytes | None = None) -> bytes:
    resources = (
        f'<ofd:Res xmlns:ofd="{NAMESPACE}" BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="7" '
        'Type="Image"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>'
        "</ofd:Res>"
    )
    return package(
        pages,
        common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>",
        more={"Doc_0/DocumentRes.xml": resources, "Doc_0/Res/a.png": data or png()},
    )


SCAN = picture("0 0 210 297")


# Whole documents


@pytest.mark.parametrize("texts", ["line", "character", "codes"])
def test_a_speech_is_read_however_its_lines_are_cut_up(texts: Texts) -> None:
    assert texts_of(ofd_of(SPEECH, texts=texts, head="青河县水务局文件汇编")) == list(SPEECH)


SENTENCES = st.lists(
    st.text("河湖治理清淤护岸截污补水达标考核", min_size=2, max_size=90), min_size=2, max_size=5
)


@given(SENTENCES)
@settings(max_examples=40, deadline=None)
def test_any_paragraphs_come_back(bodies: list[str]) -> None:
    # One that fills its lines, for the margins to be seen.
    paragraphs = [TITLE, f"{SENTENCE * 5}群众满意。", *(f"{body}。" for body in bodies)]

    assert texts_of(ofd_of(paragraphs)) == paragraphs


def test_every_run_stands_where_it_says() -> None:
    document = read(ofd_of(SPEECH))

    for block in document.blocks:
        for passage in passages(block):
            for run in passage.runs:
                assert document.lines[run.line - 1][run.start : run.end] == run.text


def test_what_is_printed_around_the_pages_is_left_out_and_said() -> None:
    (notice,) = notices_of(ofd_of(SPEECH, head="青河县水务局文件汇编"))

    assert notice.kind == "running-heads-left-out"


# How a file is put together


@pytest.mark.parametrize("namespace", ["http://www.ofdspec.org", "", "urn:anything"])
def test_any_namespace_will_do(namespace: str) -> None:
    data = page([line("河道整治。")]).replace(NAMESPACE, namespace or "urn:x")
    if not namespace:
        data = data.replace("ofd:", "").replace(' xmlns:ofd="urn:x"', "")

    assert texts_of(package([data])) == ["河道整治。"]


@pytest.mark.parametrize(
    "location", ["/Doc_0/Elsewhere.xml", "Elsewhere.xml", "Doc_0/Elsewhere.xml", "./Elsewhere.xml"]
)
def test_a_part_is_found_from_the_root_or_from_beside(location: str) -> None:
    more = {
        "Doc_0/Document.xml": document([location]),
        "Doc_0/Elsewhere.xml": page([line("河道整治。")]),
    }

    assert texts_of(package([], more=more)) == ["河道整治。"]


def test_nothing_outside_of_the_file_is_opened() -> None:
    more = {"Doc_0/Document.xml": document(["../../../../etc/passwd", "/etc/passwd"])}

    with pytest.raises(MalformedSource):
        read(package([], more=more))


def bodies(*bodies: str) -> str:
    inside = "".join(f"<ofd:DocBody>{body}</ofd:DocBody>" for body in bodies)
    return f'<ofd:OFD xmlns:ofd="{NAMESPACE}">{inside}</ofd:OFD>'


def test_several_documents_are_read_in_order() -> None:
    more = {
        "OFD.xml": bodies(
            "<ofd:DocRoot>Doc_1/Document.xml</ofd:DocRoot>",
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>",
        ),
        "Doc_1/Document.xml": document(["Page.xml"]),
        "Doc_1/Page.xml": page([line("先说河道。")]),
    }

    assert texts_of(package([page([line("再说湖泊。")])], more=more)) == [
        "先说河道。",
        "再说湖泊。",
    ]


def test_of_several_versions_the_current_one_is_read() -> None:
    version = (
        f'<ofd:DocVersion xmlns:ofd="{NAMESPACE}"><ofd:DocRoot>{{}}</ofd:DocRoot></ofd:DocVersion>'
    )
    more = {
        "OFD.xml": bodies(
            '<ofd:Versions><ofd:Version ID="1" BaseLoc="Doc_0/V1.xml"/>'
            '<ofd:Version ID="2" Current="true" BaseLoc="Doc_0/V2.xml"/></ofd:Versions>'
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        ),
        "Doc_0/V1.xml": version.format("Document.xml"),
        "Doc_0/V2.xml": version.format("/Doc_0/New.xml"),
        "Doc_0/New.xml": document(["NewPage.xml"]),
        "Doc_0/NewPage.xml": page([line("定稿。")]),
    }

    assert texts_of(package([page([line("初稿。")])], more=more)) == ["定稿。"]


def test_a_password_is_told() -> None:
    with pytest.raises(EncryptedSource):
        read(package([page([line("无密级内容")])], more={"Encryptions.xml": "<a/>"}))


def test_a_page_that_is_missing_is_said() -> None:
    more = {"Doc_0/Document.xml": document(["Pages/Page_0/Content.xml", "Gone.xml"])}

    (notice,) = notices_of(package([page([line("河道整治。")])], more=more))

    assert (notice.kind, notice.counts) == ("pages-without-text", True)
    assert "2" in notice.message.en


def test_a_page_that_is_listed_twice_is_read_once() -> None:
    more = {"Doc_0/Document.xml": document(["Pages/Page_0/Content.xml"] * 700)}

    assert texts_of(package([page([line("河道整治。")])], more=more)) == ["河道整治。"]


def test_more_pages_than_anyone_reads_are_refused() -> None:
    more = {"Doc_0/Document.xml": document(["Pages/Page_0/Content.xml"] * 3000)}

    with pytest.raises(SourceTooLarge):
        read(package([page([line("河道整治。")])], more=more))


# Templates and layers


def templated(pages: int) -> bytes:
    own = [
        page([line(text, 2)]).replace(
            "<ofd:Content>", '<ofd:Template TemplateID="5"/><ofd:Content>', 1
        )
        for text in ("河道全部清理。", "湖泊岸线划定。", "水库除险加固。")[:pages]
    ]
    return package(
        own,
        common='<ofd:TemplatePage ID="5" BaseLoc="Tpl.xml"/>',
        more={"Doc_0/Tpl.xml": page([line("青河县人民政府办公室")])},
    )


def test_what_a_template_prints_on_one_page_is_text() -> None:
    assert texts_of(templated(1))[0] == "青河县人民政府办公室"


def test_what_a_template_prints_on_several_pages_is_a_running_head() -> None:
    assert not any("办公室" in text for text in texts_of(templated(3)))
    assert [notice.kind for notice in notices_of(templated(3))] == ["running-heads-left-out"]


@pytest.mark.parametrize(
    "attributes", ['Visible="false"', 'Alpha="0"', 'Fill="false"', 'Alpha="60"']
)
def test_what_nobody_sees_is_left_out_and_said(attributes: str) -> None:
    data = one_page(line("看得见。"), more=text_object(line("看不见。", 2), attributes=attributes))

    assert texts_of(data) == ["看得见。"]
    assert [notice.kind for notice in notices_of(data)] == ["hidden-text-left-out"]


def test_layers_and_blocks_only_group() -> None:
    inner = f"<ofd:PageBlock>{text_object(line('湖泊。', 2))}</ofd:PageBlock>"
    inner = f"<ofd:PageBlock>{inner}</ofd:PageBlock>"
    shut = f'<ofd:PageBlock Visible="false">{text_object(line("水库。", 4))}</ofd:PageBlock>'

    assert texts_of(one_page(line("河道。"), layer='Type="Foreground"', more=inner + shut)) == [
        "河道。",
        "湖泊。",
    ]


def units(inside: str) -> bytes:
    resources = (
        f'<ofd:Res xmlns:ofd="{NAMESPACE}"><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit '
        f'ID="6" Width="10" Height="10"><ofd:Content>{inside}</ofd:Content>'
        "</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
    )
    shown = '<ofd:CompositeObject ID="3" ResourceID="6" Boundary="28 90 150 20"/>'
    return package(
        [page([line("河道。")], more=shown)],
        common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>",
        more={"Doc_0/DocumentRes.xml": resources},
    )


def test_a_composite_object_shows_what_is_in_it() -> None:
    inside = drawn('<ofd:TextCode X="0" Y="6" DeltaX="6 6">湖泊。</ofd:TextCode>', box="0 0 40 8")

    assert texts_of(units(inside)) == ["河道。", "湖泊。"]


def test_a_composite_object_that_shows_itself_ends() -> None:
    itself = '<ofd:CompositeObject ID="3" ResourceID="6" Boundary="0 0 150 20"/>'

    assert texts_of(units(itself)) == ["河道。"]


def test_annotations_are_not_read() -> None:
    note = (
        f'<ofd:PageAnnot xmlns:ofd="{NAMESPACE}"><ofd:Annot Type="Watermark" ID="4">'
        f"<ofd:Appearance>{text_object(line('内部资料'))}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>"
    )
    more = {"Doc_0/Annots/Annotations.xml": note, "Doc_0/Annots/Page_0/Annotation.xml": note}

    assert texts_of(package([page([line("河道。")])], more=more)) == ["河道。"]


# Text objects


@pytest.mark.parametrize(
    "code",
    [
        'X="0" Y="6" DeltaX="6 6 6 6 6"',
        'X="0" Y="6" DeltaX="g 5 6"',
        'X="0" Y="6" DeltaX="g 3 6  g 1000000000 6"',
        'X="0" Y="6" DeltaX="6 g 4 6 6 6 6 6"',
        'X="0" Y="6"',
        'X="0" Y="6" DeltaX="6 6 6 6 6 x 1e999"',
    ],
)
def test_distances_may_be_shortened_missing_or_too_many(code: str) -> None:
    assert texts_of(one_page(more=drawn(f"<ofd:TextCode {code}>全县的河道。</ofd:TextCode>"))) == [
        "全县的河道。"
    ]


def test_one_text_code_may_run_over_several_lines() -> None:
    code = 'X="0" Y="6" DeltaX="6 6 6 -18 6 6" DeltaY="0 0 0 9 0 0"'

    assert texts_of(one_page(more=drawn(f"<ofd:TextCode {code}>全县的河道三年。</ofd:TextCode>")))[
        0
    ].startswith("全县的河")


def test_words_set_from_top_to_bottom_stay_together() -> None:
    code = '<ofd:TextCode X="0" Y="6" DeltaX="0 0" DeltaY="7 7">购买方</ofd:TextCode>'

    assert "购买方" in "".join(texts_of(one_page(line("名称：青河水厂", x=60.0), more=drawn(code))))


def test_a_line_end_in_the_file_is_no_part_of_the_text() -> None:
    code = '<ofd:TextCode X="0" Y="6" DeltaX="6 6">\n      河道。\n    </ofd:TextCode>'

    assert texts_of(one_page(more=drawn(code))) == ["河道。"]


def test_a_ligature_takes_the_distance_of_one_glyph() -> None:
    ligature = '<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="1"/>'
    code = '<ofd:TextCode X="0" Y="6" DeltaX="3 3 3 3">fished</ofd:TextCode>'

    assert texts_of(one_page(more=drawn(ligature + code))) == ["fished"]


def test_a_matrix_scales_the_type() -> None:
    small = drawn(
        '<ofd:TextCode X="0" Y="600" DeltaX="600 600">河道。</ofd:TextCode>',
        'CTM="0.01 0 0 0.01 0 0"',
    ).replace('Size="6"', 'Size="600"')

    assert texts_of(one_page(more=small)) == ["河道。"]


@pytest.mark.parametrize(
    "attributes", ['Font="3"', 'Font="1" Weight="700"', 'Font="1" Stroke="true"']
)
def test_bold_is_told_by_font_weight_or_outline(attributes: str) -> None:
    bold = drawn('<ofd:TextCode X="0" Y="6" DeltaX="6 6">湖泊是</ofd:TextCode>').replace(
        'Font="1"', attributes
    )
    rest = drawn('<ofd:TextCode X="18" Y="6" DeltaX="6 6">重点。</ofd:TextCode>')

    (block,) = read(one_page(more=bold + rest)).blocks

    assert [(run.text, run.style.bold) for run in passages(block)[0].runs] == [
        ("湖泊是", True),
        ("重点。", False),
    ]


def test_a_watermark_set_aslant_is_left_out() -> None:
    slanting = text_object(line("内部资料", 3), attributes='CTM="0.7 0.7 -0.7 0.7 0 0"')
    data = one_page(line("河道。"), more=slanting)

    assert texts_of(data) == ["河道。"]
    assert [notice.kind for notice in notices_of(data)] == ["running-heads-left-out"]


def test_a_page_on_its_side_is_turned() -> None:
    turned = "".join(
        drawn(
            f'<ofd:TextCode X="0" Y="0" DeltaX="g 20 6">{text}</ofd:TextCode>',
            'CTM="0 1 -1 0 0 0"',
            f"{180 - 9 * row} 40 6 200",
        )
        for row, text in enumerate(["一、河道治理", "二、湖泊治理"])
    )

    assert texts_of(one_page(more=turned)) == ["一、河道治理", "二、湖泊治理"]


def test_words_on_their_side_beside_others_are_read_below_them() -> None:
    beside = drawn(
        '<ofd:TextCode X="0" Y="0" DeltaX="g 9 6">装订线以内请勿书写</ofd:TextCode>',
        'CTM="0 1 -1 0 0 0"',
        "14 100 6 90",
    )

    texts = texts_of(one_page(line("河道全部清理，湖泊岸线划定。"), more=beside))

    assert texts == ["河道全部清理，湖泊岸线划定。", "装订线以内请勿书写"]


def test_characters_of_a_font_of_its_own_are_said() -> None:
    (notice,) = notices_of(one_page(line("全县的河道治理工作\ue123。")))

    assert (notice.kind, notice.counts) == ("private-use-characters", True)


# Pictures and scans


def test_pages_that_are_pictures_are_a_scan() -> None:
    with pytest.raises(ScannedSource):
        read(with_picture([page([], more=SCAN)] * 2))


def test_a_page_that_is_a_picture_among_others_is_said() -> None:
    data = with_picture([page([line("河道。")]), page([], more=SCAN)])

    assert [(notice.kind, notice.counts) for notice in notices_of(data)] == [
        ("pages-without-text", True)
    ]


def test_what_was_recognised_under_a_scan_is_its_text() -> None:
    recognised = text_object(line("河道治理。"), attributes='Alpha="0"')

    assert texts_of(with_picture([page([], more=recognised + SCAN)])) == ["河道治理。"]


def test_a_picture_stands_between_the_paragraphs_around_it() -> None:
    lines = [line("河道全部清理。"), line("湖泊岸线划定。", 12)]

    blocks = read(with_picture([page(lines, more=picture("40 70 120 80"))])).blocks

    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Picture", "Paragraph"]


@pytest.mark.parametrize(
    ("shown", "why"),
    [
        (picture("40 70 8 8"), "small"),
        (picture("20 40 150 60"), "behind the text"),
        (picture("40 70 120 80", resource="99"), "not in the file"),
    ],
    ids=lambda value: value if value[0] != "<" else "",
)
def test_a_picture_that_is_none_of_the_text_is_left_out(shown: str, why: str) -> None:
    data = with_picture([page([line("河道全部清理。")], more=shown)])

    assert texts_of(data) == ["河道全部清理。"]
    assert len(read(data).blocks) == 1
    assert notices_of(data) == []


def test_a_picture_on_every_sheet_is_none_of_the_text() -> None:
    texts = ["河道全部清理。", "湖泊岸线划定。", "水库除险加固。"]
    pages = [page([line(text)], more=picture("40 90 120 80")) for text in texts]

    assert texts_of(with_picture(pages)) == texts
    assert len(read(with_picture(pages)).blocks) == 3


def test_a_picture_of_another_kind_is_said() -> None:
    shown = page([line("河道全部清理。")], more=picture("40 70 120 80"))

    (notice,) = notices_of(with_picture([shown], data=b"JBIG2"))

    assert (notice.kind, notice.counts) == ("picture-unusable", True)


# Damage


@pytest.mark.parametrize(
    "attributes",
    [
        'CTM="nan 0 0 1 0 0"',
        'CTM="1e300 0 0 1e300 0 0"',
        'CTM="1 2"',
        'HScale="inf"',
        'CTM="0 0 0 0 0 0"',
    ],
)
def test_senseless_numbers_do_no_harm(attributes: str) -> None:
    odd = text_object(line("湖泊。", 3), attributes=attributes)

    assert "河道。" in texts_of(one_page(line("河道。"), more=odd))


def test_a_broken_page_is_like_a_missing_one() -> None:
    with pytest.raises(MalformedSource):
        read(package(["<ofd:Page"]))

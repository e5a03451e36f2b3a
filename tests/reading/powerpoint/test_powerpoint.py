"""Decks to documents: titles, points, exhibits, notes, and what is not said twice."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Emu, Pt

from slidegen.document import Document, Picture, Table
from slidegen.errors import MalformedSource, SourceError
from slidegen.notices import Notice
from slidegen.reading import read
from slidegen.reading.powerpoint.autonumbers import automatic_number
from slidegen.reading.powerpoint.titles import has_marker, same, whole

from ..dump import dump, runs_of
from .decks import (
    BLANK,
    INCH,
    SECTION,
    TITLE,
    TITLE_ONLY,
    box,
    changed,
    deck,
    saved,
    section,
    slide,
)


def said(data: bytes) -> str:
    """The dump without the numbers of lines, and without indents that only lists have."""
    lines = dump(read(data)).splitlines()
    return "\n".join(line.lstrip().lstrip("0123456789").strip() for line in lines)


def read_with_notices(data: bytes) -> tuple[Document, dict[str, Notice]]:
    notices: list[Notice] = []
    document = read(data, report=notices.append)
    return document, {notice.kind: notice for notice in notices}


def test_the_title_slide_heads_the_document_and_titles_are_sections() -> None:
    made = deck()
    slide(made, "全县水库除险加固情况汇报", ["县水利局\n2024年9月"], layout=TITLE)
    slide(made, "工作进展", ["完成12座", (1, "坝体8座"), (1, "溢洪道4座"), "投入3.2亿元"])

    assert dump(read(saved(made))) == (
        "1 heading 1: 全县水库除险加固情况汇报\n"
        "2 paragraph: 县水利局\n"
        "3 paragraph: 2024年9月\n"
        "4 heading 2: 工作进展\n"
        "list\n"
        "  item -\n"
        "    5 paragraph: 完成12座\n"
        "    list\n"
        "      item -\n"
        "        6 paragraph: 坝体8座\n"
        "      item -\n"
        "        7 paragraph: 溢洪道4座\n"
        "  item -\n"
        "    8 paragraph: 投入3.2亿元\n"
    )


def test_dividers_head_the_slides_after_them() -> None:
    made = deck()
    slide(made, "Harbour plan", layout=TITLE)
    for part, pages in (("Quays", ["North", "South"]), ("Sheds", ["Cold store"])):
        slide(made, part, layout=SECTION)
        for page in pages:
            slide(made, page, ["one point"])

    headings = [line for line in said(saved(made)).splitlines() if "heading" in line]
    assert headings == [
        "heading 1: Harbour plan",
        *("heading 2: Quays", "heading 3: North", "heading 3: South"),
        *("heading 2: Sheds", "heading 3: Cold store"),
    ]


def test_the_programs_own_sections_head_their_slides() -> None:
    made = deck()
    slide(made, "港口规划", layout=TITLE)
    for title in ("现状", "问题", "措施"):
        slide(made, title, ["要点"])
    section(made, ("封面", 1), ("基本情况", 2), ("下一步", 1))

    headings = [line for line in said(saved(made)).splitlines() if "heading" in line]
    assert headings == [
        "heading 1: 港口规划",
        *("heading 2: 基本情况", "heading 3: 现状", "heading 3: 问题"),
        *("heading 2: 下一步", "heading 3: 措施"),
    ]


def test_a_dividers_chinese_number_marks_its_section() -> None:
    made = deck()
    slide(made, "港口规划", layout=TITLE)
    slide(made, "基本情况", ["一"], layout=SECTION)
    slide(made, "岸线", ["共38公里"])

    assert "heading 2: 一、基本情况" in said(saved(made))


@pytest.mark.parametrize("mark", ["（续）", " (continued)", "(cont.)", "（2/2）", " 2/2", "（二）"])
def test_a_title_that_goes_on_is_one_section(mark: str) -> None:
    made = deck()
    slide(made, "封面标题", layout=TITLE)
    slide(made, "工作进展", ["完成12座"], notes="先说进展。")
    slide(made, f"工作进展{mark}", ["投入3.2亿元"], notes="再说投入。")

    assert said(saved(made)) == (
        "heading 1: 封面标题\nheading 2: 工作进展\n"
        "footnote\nparagraph: 先说进展。\nlist\nitem -\nparagraph: 完成12座\n"
        "list\nitem -\nparagraph: 投入3.2亿元\nfootnote\nparagraph: 再说投入。"
    )


def test_hidden_slides_and_footers_are_left_out_and_said() -> None:
    made = deck()
    slide(made, "Shown", ["a point"])
    hidden = slide(made, "Hidden", ["a secret"])
    hidden._element.set("show", "0")

    document, notices = read_with_notices(saved(made))

    assert not any("secret" in line for line in document.lines)
    assert not notices["hidden-text-left-out"].counts


def test_an_agenda_is_left_out_where_all_that_it_says_is_said_again() -> None:
    made = deck()
    slide(made, "港口规划", layout=TITLE)
    slide(made, "目 录", ["一、岸线", "二、泊位"])
    slide(made, "岸线", ["共38公里"])
    slide(made, "二、泊位", ["共12个"])

    document, notices = read_with_notices(saved(made))

    assert document.lines == ("港口规划", "岸线", "共38公里", "二、泊位", "共12个")
    assert "contents-left-out" in notices


def test_an_agenda_of_something_else_stays() -> None:
    made = deck()
    slide(made, "Council meeting", layout=TITLE)
    slide(made, "Agenda", ["Minutes", "Any other business"])
    slide(made, "Budget", ["A point"])

    assert "Any other business" in read(saved(made)).lines


@pytest.mark.parametrize("words", ["谢谢！", "感谢聆听", "Thank you", "敬请批评指正", "Q & A"])
def test_thanks_at_the_end_head_nothing(words: str) -> None:
    made = deck()
    slide(made, "封面标题", layout=TITLE)
    slide(made, "工作进展", ["完成12座"])
    slide(made, words, layout=TITLE_ONLY)

    assert said(saved(made)).endswith(f"\nparagraph: {words}")


def test_a_table_keeps_its_spans_and_its_head() -> None:
    made = deck()
    on = slide(made, "Berths", layout=TITLE_ONLY)
    table = on.shapes.add_table(3, 2, 0, Emu(INCH), Emu(INCH), Emu(INCH)).table
    for row, texts in enumerate((("Port", "Berths"), ("North", "7"), ("", "5"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))

    (found,) = (block for block in read(saved(made)).blocks if isinstance(block, Table))

    assert found.header_rows == 1
    assert [[(str(c.passage), c.rows) for c in row] for row in found.rows] == [
        [("Port", 1), ("Berths", 1)],
        [("North", 2), ("7", 1)],
        [("5", 1)],
    ]


def test_a_chart_is_the_table_of_its_data() -> None:
    data = CategoryChartData()
    data.categories = ["2022", "2023"]
    data.add_series("Goods, Mt", (1.5, 0.1 + 0.2))
    data.add_series("Ships", (120, None))
    made = deck()
    on = slide(made, "Traffic", layout=TITLE_ONLY)
    on.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Emu(INCH), Emu(INCH), data)

    (table,) = (block for block in read(saved(made)).blocks if isinstance(block, Table))

    assert [[str(cell.passage) for cell in row] for row in table.rows] == [
        ["", "Goods, Mt", "Ships"],
        ["2022", "1.5", "120"],
        ["2023", "0.3", ""],
    ]


def test_a_picture_is_shown_with_its_description() -> None:
    buffer = BytesIO()
    Image.new("RGB", (8, 6), "red").save(buffer, "PNG")
    made = deck()
    on = slide(made, "View", layout=TITLE_ONLY)
    shown = on.shapes.add_picture(BytesIO(buffer.getvalue()), 0, 0)
    shown._element.nvPicPr.cNvPr.set("descr", "The north quay")

    (picture,) = (block for block in read(saved(made)).blocks if isinstance(block, Picture))

    assert (picture.data, picture.alt.text) == (buffer.getvalue(), "The north quay")


def test_text_boxes_are_read_a_column_at_a_time_whatever_was_drawn_first() -> None:
    made = deck()
    on = slide(made, "Two quays", layout=TITLE_ONLY)
    for text, left, top in (
        ("south text", 6, 3.1),
        ("north text", 1, 3.1),
        ("South", 6, 2),
        ("North", 1, 2),
        ("Both", 1, 1.5),
    ):
        box(on, text, left, top, height=0.4 if text == "Both" else 1)

    assert read(saved(made)).lines[1:] == ("Both", "North", "north text", "South", "south text")


def test_a_group_is_read_as_one() -> None:
    made = deck()
    on = slide(made, "Cards", layout=TITLE_ONLY)
    box(on, "after", 1, 6)
    group = on.shapes.add_group_shape()
    for text, top in (("second", 3), ("first", 2)):
        places = (Emu(INCH), Emu(INCH * top), Emu(INCH), Emu(INCH // 2))
        group.shapes.add_textbox(*places).text_frame.text = text

    assert read(saved(made)).lines[1:] == ("first", "second", "after")


def test_without_a_placeholder_the_largest_short_text_is_the_title() -> None:
    made = deck()
    slide(made, "Cover", layout=TITLE)
    on = slide(made, layout=BLANK)
    box(on, "A point of the page", 1, 3)
    box(on, "The page's title", 1, 0.5)
    on.shapes[1].text_frame.paragraphs[0].runs[0].font.size = Pt(32)

    assert "heading 2: The page's title" in said(saved(made))


def test_long_text_without_a_bullet_is_a_paragraph() -> None:
    long = "港口是基础性、枢纽性设施，是经济发展的重要支撑。" * 4
    made = deck()
    on = slide(made, "概述", layout=TITLE_ONLY)
    box(on, long, 1, 2)

    assert said(saved(made)).endswith(f"paragraph: {long}")


def test_a_diagram_is_the_list_of_its_words() -> None:
    made = deck()
    slide(made, "Stages", layout=TITLE_ONLY)
    frame = (
        b'<p:graphicFrame xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram">'
        b'<p:nvGraphicFramePr><p:cNvPr id="9" name="d"/><p:cNvGraphicFramePr/><p:nvPr/>'
        b'</p:nvGraphicFramePr><p:xfrm/><a:graphic><a:graphicData uri="d">'
        b'<dgm:relIds r:dm="rId77"/></a:graphicData></a:graphic></p:graphicFrame></p:spTree>'
    )
    points = "".join(
        f'<d:pt modelId="{name}"{kind}><d:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></d:t></d:pt>'
        for name, kind, text in (
            *(("0", ' type="doc"', ""), ("3", "", "Build"), ("1", "", "Plan")),
            *(("2", "", "Survey"), ("4", ' type="pres"', "layout")),
        )
    )
    links = "".join(
        f'<d:cxn srcId="{above}" destId="{below}" srcOrd="{order}"/>'
        for above, below, order in ((0, 3, 1), (0, 1, 0), (1, 2, 0))
    )
    data = (
        '<d:dataModel xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f"<d:ptLst>{points}</d:ptLst><d:cxnLst>{links}</d:cxnLst></d:dataModel>"
    ).encode()

    def change(name: str, part: bytes) -> bytes:
        match name:
            case "ppt/slides/slide1.xml":
                return part.replace(b"</p:spTree>", frame)
            case "ppt/slides/_rels/slide1.xml.rels":
                link = b'<Relationship Id="rId77" Type="x/diagramData" Target="../data.xml"/>'
                return part.replace(b"</Relationships>", link + b"</Relationships>")
            case _:
                return part

    with_diagram = changed(saved(made), change, {"ppt/data.xml": data})

    assert said(with_diagram).endswith(
        "list\nitem -\nparagraph: Plan\nlist\nitem -\nparagraph: Survey\nitem -\nparagraph: Build"
    )


MAIN = b"presentationml.presentation.main+xml"


@pytest.mark.parametrize(
    "kind",
    [
        b"presentationml.template.main+xml",
        b"presentationml.slideshow.main+xml",
        b"ms-powerpoint.presentation.macroEnabled.main+xml",
    ],
)
def test_templates_shows_and_decks_with_macros_read_alike(kind: bytes) -> None:
    made = deck()
    slide(made, "Harbour plan", ["a point"])
    data = saved(made)

    other = changed(data, lambda _, part: part.replace(MAIN, kind))

    assert read(other) == read(data)


def test_a_strict_deck_reads_alike() -> None:
    made = deck()
    slide(made, "Harbour plan", ["a point", (1, "below")], notes="said")
    data = saved(made)

    def strict(name: str, part: bytes) -> bytes:
        if name.startswith("[") or not name.endswith((".xml", ".rels")):
            return part
        for word in (b"presentationml", b"drawingml", b"officeDocument"):
            old = b"http://schemas.openxmlformats.org/" + word + b"/2006/"
            part = part.replace(old, b"http://purl.oclc.org/ooxml/" + word + b"/")
        return part

    assert read(changed(data, strict)) == read(data)


@pytest.mark.parametrize(
    ("count", "scheme", "shown"),
    [
        (3, "arabicPeriod", "3."),
        (3, "arabicParenR", "3)"),
        (28, "alphaLcParenBoth", "(bb)"),
        (4, "romanUcPeriod", "IV."),
        (12, "ea1ChsPeriod", "十二、"),
        (2, "circleNumDbPlain", "②"),
        (5, "hindiNumPeriod", "5."),
    ],
)
def test_automatic_numbers_look_as_in_the_program(count: int, scheme: str, shown: str) -> None:
    assert automatic_number(count, scheme) == shown


@pytest.mark.parametrize(
    ("title", "bare", "is_marked"),
    [
        ("一、工作进展（续）", "工作进展", True),
        ("2. What must be ready by 31 October", "whatmustbereadyby31october", True),
        ("2024年工作回顾", "2024年工作回顾", False),
        ("（续）", "（续）", False),
    ],
)
def test_titles_are_compared_without_number_and_remark(
    title: str, bare: str, is_marked: bool
) -> None:
    assert (same(title), has_marker(title)) == (bare, is_marked)
    assert whole(whole(title)) == whole(title)


# --- harm


def rich_deck() -> bytes:
    made = deck()
    slide(made, "Cover", layout=TITLE, notes="welcome")
    on = slide(made, "Page", ["a", (1, "b")], notes="said")
    on.shapes.add_table(1, 1, 0, 0, Emu(INCH), Emu(INCH)).table.cell(0, 0).text = "cell"
    data = CategoryChartData()
    data.categories = ["x"]
    data.add_series("s", (1,))
    on.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, Emu(INCH), Emu(INCH), data)
    return saved(made)


RICH = rich_deck()
NAMES = [f"ppt/{name}" for name in (
    "presentation.xml", "_rels/presentation.xml.rels", "slides/slide2.xml",
    "slides/_rels/slide2.xml.rels", "slideLayouts/slideLayout2.xml",
    "slideMasters/slideMaster1.xml", "notesSlides/notesSlide2.xml",
)]  # fmt: skip


def test_a_slide_that_is_broken_is_said_to_be_missing() -> None:
    broken = changed(
        RICH, lambda name, part: part[:-20] if name == "ppt/slides/slide2.xml" else part
    )

    document, notices = read_with_notices(broken)

    assert document.lines[0] == "Cover"
    assert notices["file-cut-short"].counts


def test_a_deck_without_a_presentation_is_damaged() -> None:
    with pytest.raises(MalformedSource):
        read(changed(RICH, lambda n, part: None if n == "ppt/presentation.xml" else part))


@pytest.mark.parametrize("name", NAMES)
def test_a_part_that_is_missing_does_no_harm(name: str) -> None:
    try:
        document = read(changed(RICH, lambda n, part: None if n == name else part))
    except SourceError:
        return

    for run in runs_of(document.blocks):
        assert document.lines[run.line - 1][run.start : run.end] == run.text


@given(st.sampled_from(NAMES), st.data())
@settings(max_examples=40, deadline=None)
def test_attributes_that_say_anything_do_no_harm(name: str, data: st.DataObject) -> None:
    value = data.draw(st.sampled_from([b"-1", b"", b"99999999999999999999", b"x", "一".encode()]))
    place = data.draw(st.integers(0, 60))

    def change(part_name: str, part: bytes) -> bytes:
        pieces = part.split(b'="')
        if part_name != name or len(pieces) < 3:
            return part
        at = 1 + place % (len(pieces) - 1)
        pieces[at] = value + b'"' + pieces[at].partition(b'"')[2]
        return b'="'.join(pieces)

    with suppress(SourceError):
        read(changed(RICH, change))

"""From letters with places back to what was written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.document import (
    Document,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    passages,
)
from slidegen.errors import MalformedSource, ScannedSource, SourceError, SourceTooLarge
from slidegen.notices import Notice
from slidegen.reading import read
from tests.reading.pdf.drawing import EM, LEFT, PITCH, TOP, PageDrawing, pages_of, pdf, width

REPORT = (
    "关于春季植树工作的报告",
    "市人民政府：",
    "今年三月以来，全市上下按照“宜林则林、见缝插绿”的要求，组织干部群众八万余人次参加义务植树，"
    "新增林地1200亩，栽植各类苗木36.5万株，成活率达到95%以上。现将有关情况报告如下。",
    "一、主要做法",
    "（一）早谋划、早部署。元旦刚过，市林业局就会同各区县踏勘地块、落实苗源，把任务分解到乡镇和单位，"
    "做到地块、苗木、人员、责任四到位。",
    "（二）多方参与、形成合力。机关、学校、企业各认一片林，老干部、志愿者、青年学生走上山头，"
    "全社会植绿护绿的氛围越来越浓。",
    "二、下一步打算",
    "继续抓好补植和管护。",
)


def texts(document: Document) -> list[str]:
    return [passage.text for block in document.blocks for passage in passages(block)]


def read_drawn(*pages: PageDrawing) -> Document:
    return read(pdf(*pages))


def noticed(*pages: PageDrawing) -> list[Notice]:
    notices: list[Notice] = []
    read(pdf(*pages), report=notices.append)
    return notices


def test_paragraphs_come_back_as_they_were_written() -> None:
    document = read_drawn(*pages_of(REPORT))

    assert texts(document) == list(REPORT)


def test_a_paragraph_goes_on_over_the_page_and_its_number() -> None:
    document = read_drawn(*pages_of(REPORT, lines=5))

    assert texts(document) == list(REPORT)


def test_numbered_text_is_left_for_outlining_to_understand() -> None:
    document = read_drawn(*pages_of(REPORT))

    assert all(isinstance(block, Paragraph) for block in document.blocks)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.text("春植树造林全市上下苗木、，“”0123456789AB", min_size=1, max_size=160).map(
            lambda text: f"其{text}林。"
        ),
        min_size=3,
        max_size=8,
    )
)
def test_no_character_is_lost_or_read_twice(paragraphs: list[str]) -> None:
    document = read_drawn(*pages_of(paragraphs, lines=9))

    read_back = "".join("".join(texts(document)).split())
    assert read_back == "".join("".join(paragraphs).split())


def test_english_lines_join_with_spaces() -> None:
    text = "The council reviewed the tree planting programme and agreed to extend it for a year."

    document = read_drawn(*pages_of([text, text], indent=0))

    assert texts(document)[0].startswith(text)


@pytest.mark.parametrize(
    "foot", ["- {} -", "— {} —", "第 {} 页", "第{}页 共9页", "{}/9", "{}", "Page {} of 9"]
)
def test_page_numbers_of_every_form_are_left_out(foot: str) -> None:
    pages = pages_of(REPORT, lines=5, foot=foot)

    document = read_drawn(*pages)

    assert texts(document) == list(REPORT)


def test_running_heads_are_left_out_and_counted_once() -> None:
    pages = pages_of(REPORT, lines=5)
    for page in pages:
        page.text(LEFT, 805, "春季植树工作资料汇编", size=9)

    (notice,) = noticed(*pages)

    assert notice.kind == "running-heads-left-out"
    assert str(2 * len(pages)) in notice.message.en


def test_what_a_browser_prints_around_a_page_is_left_out() -> None:
    page = PageDrawing().text(LEFT, 700, "春到山城").text(LEFT + 32, 660, "又是一年植树时。")
    page.text(20, 825, "2026/3/12 10:22", size=8).text(250, 825, "春到山城 - 山城新闻", size=8)
    page.text(20, 12, "https://example.org/news/12.html", size=8).text(560, 12, "1/1", size=8)

    assert texts(read_drawn(page)) == ["春到山城", "又是一年植树时。"]


def test_two_columns_are_read_one_after_the_other_under_their_title() -> None:
    page = PageDrawing().text(180, 780, "两栏排印的一份简报说明", size=20)
    left, right = ["甲乙丙丁戊己庚辛壬癸子丑"[n:] + "春夏秋冬晨昏昼夜"[:n] for n in range(8)], []
    left[-1] = left[-1][:5] + "。"
    for n, line in enumerate(left):
        right.append(line[::-1].replace("。", "末"))
        page.text(60, 740 - 20 * n, line).text(320, 740 - 20 * n, right[-1])

    assert texts(read_drawn(page)) == ["两栏排印的一份简报说明", "".join(left), "".join(right)]


def test_cells_of_a_row_stay_on_one_line() -> None:
    page = PageDrawing()
    for n, row in enumerate(
        [("区县", "任务", "完成"), ("东城", "300", "312"), ("西城", "280", "295")]
    ):
        for column, cell in enumerate(row):
            page.text(80 + 150 * column, 700 - 24 * n, cell)

    assert texts(read_drawn(page)) == ["区县 任务 完成", "东城 300 312", "西城 280 295"]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_reads_like_any_other(rotate: int) -> None:
    page = PageDrawing(rotate=rotate)
    page.text(100, 700, "第一行在上，").text(100, 660, "第二行在下。")

    document = read_drawn(page)

    assert texts(document) == ["第一行在上，", "第二行在下。"]


def test_text_drawn_on_its_side_is_read() -> None:
    page = PageDrawing().text(300, 100, "a table set sideways", matrix="0 1 -1 0")

    assert texts(read_drawn(page)) == ["a table set sideways"]


def test_a_watermark_set_aslant_is_left_out() -> None:
    page = PageDrawing().text(100, 700, "正文。").text(150, 300, "内部资料", matrix=".7 .7 -.7 .7")

    assert texts(read_drawn(page)) == ["正文。"]
    assert [notice.kind for notice in noticed(page)] == ["running-heads-left-out"]


def test_letters_drawn_twice_for_bold_are_read_once() -> None:
    page = PageDrawing().text(100, 700, "加粗标题").text(100.4, 700, "加粗标题")

    assert texts(read_drawn(page)) == ["加粗标题"]


def test_text_without_ink_is_left_out_where_nothing_lies_behind_it() -> None:
    page = PageDrawing().text(100, 700, "看得见。").text(100, 600, "看不见。", mode=3)

    assert texts(read_drawn(page)) == ["看得见。"]
    assert [notice.kind for notice in noticed(page)] == ["hidden-text-left-out"]


def test_text_recognised_in_a_scan_is_read() -> None:
    page = PageDrawing().picture(0, 0, 595, 842).text(100, 700, "识别出的文字。", mode=3)

    assert texts(read_drawn(page)) == ["识别出的文字。"]


def test_a_scan_is_an_error_that_names_the_way_out() -> None:
    with pytest.raises(ScannedSource) as caught:
        read_drawn(PageDrawing().picture(0, 0, 595, 842))

    assert "OCR" in caught.value.hint.en


def test_single_scanned_pages_are_named() -> None:
    pages = [PageDrawing().text(100, 700, "正文。")] + [
        PageDrawing().picture(0, 0, 595, 842) for _ in range(2)
    ]

    (notice,) = noticed(*pages)

    assert (notice.kind, notice.counts) == ("pages-without-text", True)
    assert "2-3" in notice.message.en


def test_larger_and_bolder_lines_are_headings_where_nothing_is_numbered() -> None:
    page = PageDrawing().text(180, 780, "Annual planting report", size=24)
    y = 740.0
    for name in ("Overview", "Outlook"):
        page.text(LEFT, y, name, bold=True)
        for n in range(1, 4):
            page.text(LEFT, y - n * 20, "Volunteers planted trees along the river and roads.")
        y -= 120

    headings = [b for b in read_drawn(page).blocks if isinstance(b, Heading)]

    assert [(h.passage.text, h.level, h.reason) for h in headings] == [
        ("Annual planting report", 1, "font"),
        ("Overview", 2, "font"),
        ("Outlook", 2, "font"),
    ]


def test_a_title_over_two_lines_is_one() -> None:
    first, second = "关于进一步加强全市春季植树造林和森林防火", "工作的通知"
    page = PageDrawing()
    for n, line in enumerate((first, second)):
        page.text(297.5 - width(line, 21) / 2, 780 - 36 * n, line, size=21, bold=True)
    for n in range(6):
        page.text(LEFT, 690 - PITCH * n, "全市植树" * 6 + "全市")

    assert texts(read_drawn(page))[0] == first + second


def test_words_parted_by_a_hyphen_are_whole_again() -> None:
    lines = (
        "a forest plan for every dis-",
        "trict and each well-kept for-",
        "est of the town; one district",
        "has planned another forest on",
        "the hills, which will be well-",
        "kept too.",
    )
    page = PageDrawing()
    for n, line in enumerate(lines):
        page.text(LEFT, TOP - 20 * n, line)

    (text,) = texts(read_drawn(page))

    assert text == (
        "a forest plan for every district and each well-kept forest of the town; one district "
        "has planned another forest on the hills, which will be well-kept too."
    )


def test_lines_with_bullets_are_a_list() -> None:
    page = PageDrawing().text(LEFT, 700, "各片区要做到：")
    page.text(LEFT, 672, "• 地块落实").text(LEFT, 644, "• 苗木落实")

    _, items = read_drawn(page).blocks

    assert isinstance(items, ListBlock)
    assert [p.text for p in passages(items)] == ["地块落实", "苗木落实"]


def test_notes_at_the_foot_leave_the_text_whole() -> None:
    page = PageDrawing().text(LEFT, TOP, "成活率").text(LEFT + 3 * EM, TOP + 6, "1", size=8)
    page.text(LEFT + 3 * EM + 4, TOP, "达到九成。")
    page.text(LEFT, 106, "1", size=5).text(LEFT + 6, 100, "当年秋季普查数。", size=9)

    paragraph, note = read_drawn(page).blocks

    assert isinstance(paragraph, Paragraph)
    assert paragraph.passage.text == "成活率达到九成。"
    assert isinstance(note, Footnote)
    assert (note.label, texts(read_drawn(page))[-1]) == ("1", "当年秋季普查数。")


def test_pictures_stand_where_they_are_drawn() -> None:
    page = PageDrawing().text(LEFT, 700, "上文。").picture(LEFT, 400, 200, 200)
    page.text(LEFT, 300, "下文。")

    blocks = read_drawn(page).blocks

    assert [type(block) for block in blocks] == [Paragraph, Picture, Paragraph]


def test_passages_point_into_the_lines() -> None:
    document = read_drawn(*pages_of(REPORT))

    for block in document.blocks:
        for passage in passages(block):
            for run in passage.runs:
                assert document.lines[run.line - 1][run.start : run.end] == run.text


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_damaged_files_end_in_an_error_or_a_document(data: st.DataObject) -> None:
    whole = pdf(*pages_of(REPORT, lines=9))
    cut = whole[: data.draw(st.integers(20, len(whole)))]
    at, to = data.draw(st.integers(0, len(cut))), data.draw(st.binary(max_size=8))

    try:
        read(cut[:at] + to + cut[at + len(to) :], format="pdf")
    except SourceError as error:
        assert error.hint.zh


def test_garbage_is_malformed() -> None:
    with pytest.raises(MalformedSource):
        read(b"%PDF-1.7\nnothing of the kind", format="pdf")


def test_a_stream_that_unpacks_without_end_is_refused() -> None:
    import zlib

    packer = zlib.compressobj(9)
    bomb = b"".join(packer.compress(bytes(4_000_000)) for _ in range(52)) + packer.flush()
    file = b"%%PDF-1.7\n1 0 obj<</Filter/FlateDecode/Length %d>>stream\n" % len(bomb) + bomb

    with pytest.raises(SourceTooLarge):
        read(file, format="pdf")


def test_a_file_that_only_adobe_shows_says_so() -> None:
    page = PageDrawing().text(80, 700, "Please wait... If this message is not eventually replaced")

    with pytest.raises(MalformedSource) as caught:
        read_drawn(page)

    assert "XFA" in caught.value.message.en


def test_spaces_of_an_em_are_read_between_chinese_characters_and_smaller_ones_are_not() -> None:
    page = PageDrawing().text(100, 700, "省长").text(100 + 3 * EM, 700, "王平")
    page.text(100, 660, "新增").text(100 + 2.25 * EM, 660, "300").text(100 + 4 * EM, 660, "亩。")

    assert texts(read_drawn(page)) == ["省长 王平", "新增300亩。"]

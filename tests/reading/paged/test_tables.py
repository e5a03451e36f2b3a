"""Tables on pages that only say where letters and lines are."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reading.paged.setting import (
    LEFT,
    PITCH,
    RIGHT,
    Setting,
    document,
    ruled,
    spread,
    table,
    tables,
    texts,
    width,
    words_of,
)
from slidegen.document import Heading, Paragraph, Table
from slidegen.errors import SourceTooLarge
from slidegen.notices import Notice
from slidegen.reading.paged.letters import Box, Ruling

ROWS = (("事项", "责任单位", "完成时间"), ("清淤", "水务局", "三月"), ("护岸", "住建局", "五月"))
PROSE = "一年来我们坚持防汛与治污并重全县十二条河道的水面全部清理一遍群众满意"


def as_lists(rows: object) -> list[list[str]]:
    return [list(row) for row in rows]  # type: ignore[attr-defined]


# --- lines


def test_a_ruled_table_is_read_cell_by_cell() -> None:
    assert texts(table(ruled(ROWS))) == as_lists(ROWS)


def test_lines_of_a_cell_do_not_mix_with_those_beside_it() -> None:
    xs, ys = (60, 160, 260), (200, 260)
    page = Setting().grid(xs, ys)
    page.text(64, 214, "清淤三十万立方米的任\n务提前完成").text(
        164, 214, "护岸二十公里今年内\n建成"
    )

    assert texts(table(page)) == [["清淤三十万立方米的任务提前完成", "护岸二十公里今年内建成"]]


def test_english_lines_of_a_cell_join_with_a_space() -> None:
    xs, ys = (60, 160, 260), (200, 260)
    page = Setting().grid(xs, ys)
    page.text(64, 214, "the banks of the\nriver").text(164, 214, "done")

    assert texts(table(page)) == [["the banks of the river", "done"]]


@pytest.mark.parametrize("kind", ["boxes", "thin boxes apart", "double", "dashes"])
def test_borders_may_be_drawn_in_any_way(kind: str) -> None:
    xs, ys = spread(4, LEFT, 100), spread(4, 200, 20)
    page = Setting().words(xs, ys, ROWS)
    for x0, x1 in pairwise(xs):
        for y0, y1 in pairwise(ys):
            inset = 0.9 if kind == "double" else 0.0
            for y in (y0 + inset, y1 - inset):
                for part in range(20) if kind == "dashes" else ():
                    page.level(y, x0 + part * 5, x0 + part * 5 + 3)
                if kind != "dashes":
                    page.level(y, x0 + 0.8, x1 - 0.8)
            for x in (x0 + inset, x1 - inset):
                for part in range(5) if kind == "dashes" else ():
                    page.upright(x, y0 + part * 4, y0 + part * 4 + 2.5)
                if kind != "dashes":
                    page.upright(x, y0 + 0.8, y1 - 0.8)

    assert texts(table(page)) == as_lists(ROWS)


def test_a_cell_goes_on_where_a_line_is_missing() -> None:
    page = Setting()
    for y in (200, 220, 260):
        page.level(y, 60, 360)
    page.level(240, 160, 360)
    page.upright(60, 200, 260).upright(160, 200, 260).upright(260, 220, 260).upright(360, 200, 260)
    page.text(64, 214, "地区").text(164, 214, "任务与进度")
    page.text(64, 244, "东部").text(164, 234, "清淤").text(264, 234, "完成")
    page.text(164, 254, "护岸").text(264, 254, "在建")

    rows = [[(c.passage.text, c.columns, c.rows) for c in row] for row in table(page).rows]
    assert rows == [
        [("地区", 1, 1), ("任务与进度", 2, 1)],
        [("东部", 1, 2), ("清淤", 1, 1), ("完成", 1, 1)],
        [("护岸", 1, 1), ("在建", 1, 1)],
    ]


def test_outer_sides_need_no_lines() -> None:
    xs, ys = spread(4, LEFT, 100), spread(4, 200, 20)
    page = Setting().words(xs, ys, ROWS)
    for y in ys:
        page.level(y, xs[0], xs[-1])
    for x in xs[1:-1]:
        page.upright(x, ys[0], ys[-1])

    assert texts(table(page)) == as_lists(ROWS)


def test_words_beside_a_step_in_the_lines_are_no_cell() -> None:
    page = Setting().grid((60, 160, 260, 360), (200, 220, 240)).grid((60, 160), (240, 260))
    page.words((60, 160, 260), (200, 220), ROWS).text(64, 254, "备注").text(200, 254, "表外文字")

    assert "表外文字" not in [text for row in texts(table(page)) for text in row]
    assert "表外文字" in words_of(document(page).blocks)


def test_rows_that_no_line_parts_are_rows() -> None:
    xs, ys = (60, 160, 260, 360), (200, 300)
    page = Setting().grid(xs, ys)
    for n, row in enumerate((*ROWS, ("合计", "", "五月"))):
        page.words(xs, (200 + 20 * n,), [row])

    assert texts(table(page)) == [*as_lists(ROWS), ["合计", "", "五月"]]


def test_lines_that_the_sides_of_several_cells_broke_are_one_row() -> None:
    xs, ys = (60, 120, 180, 240), (200, 260)
    page = Setting().grid(xs, ys)
    for x in xs[:3]:
        page.text(x + 4, 214, "清理河道\n与湖泊并\n加固堤岸")

    assert texts(table(page)) == [["清理河道与湖泊并加固堤岸"] * 3]


def test_lines_between_columns_may_be_left_out_in_some_rows() -> None:
    xs, ys = spread(4, LEFT, 100), spread(4, 200, 20)
    page = Setting().words(xs, ys, ROWS).grid((xs[0], xs[-1]), ys)
    for x in xs[1:-1]:
        page.upright(x, ys[1], ys[2])

    assert texts(table(page)) == as_lists(ROWS)


def test_words_in_the_middle_of_a_row_are_in_it() -> None:
    page = Setting().grid((60, 130, 200, 270, 340), (200, 270))
    page.text(64, 220, "清理河道湖\n泊堤岸水库\n和水闸").text(
        204, 220, "加固河道湖\n泊堤岸水库\n和水闸"
    )
    page.text(134, 227, "建设单位的\n负责人").text(274, 234, "三月")

    rows = [
        ["清理河道湖泊堤岸水库和水闸", "建设单位的负责人", "加固河道湖泊堤岸水库和水闸", "三月"]
    ]
    assert texts(table(page)) == rows


def test_paragraphs_in_cells_side_by_side_are_no_rows() -> None:
    xs, ys = (60, 160, 260, 360), (200, 300)
    page = Setting().grid(xs, ys)
    for x in xs[:3]:
        page.text(x + 4, 214, "任务\n清理全县河道与湖泊\n并加固。\n早完成")

    assert len(table(page).rows) == 1


# --- 三线表


def three_lines(rows: object = ROWS, weight: float = 1.0) -> Setting:
    page = Setting().words((80, 230, 400), spread(3, 200, 18), rows)  # type: ignore[arg-type]
    page.level(200, LEFT, RIGHT, weight).level(218.5, LEFT, RIGHT)
    return page.level(200 + 18 * 3 + 4, LEFT, RIGHT, weight)


def test_a_table_may_have_three_lines_only() -> None:
    found = table(three_lines())

    assert texts(found) == as_lists(ROWS)
    assert found.header_rows == 1


def test_a_head_over_several_columns_of_three_lines_spans_them() -> None:
    page = Setting().level(200, LEFT, RIGHT, 1).level(238, LEFT, RIGHT).level(300, LEFT, RIGHT, 1)
    page.text(300, 214, "完成情况").text(80, 232, "地区").text(250, 232, "清淤").text(
        400, 232, "护岸"
    )
    for n, name in enumerate(("东部", "西部", "北部")):
        page.text(80, 252 + 18 * n, name).text(250, 252 + 18 * n, "12").text(400, 252 + 18 * n, "3")

    found = table(page)
    assert [(c.passage.text, c.columns) for c in found.rows[0] if c.passage] == [("完成情况", 2)]
    assert texts(found)[1:3] == [["地区", "清淤", "护岸"], ["东部", "12", "3"]]
    assert found.header_rows == 2


def test_a_cell_of_three_lines_may_go_on_below() -> None:
    page = Setting().level(200, LEFT, RIGHT, 1).level(220, LEFT, RIGHT).level(320, LEFT, RIGHT, 1)
    page.text(80, 214, "项目").text(200, 214, "做法").text(450, 214, "进度")
    for n, name in enumerate(("清淤", "护岸", "绿化")):
        y = 236 + 30 * n
        page.text(80, y, name).text(200, y, "分片包干并逐月通报果接受").text(450, y, "完成")
        page.text(200, y + 12, "群众监督")

    assert texts(table(page))[1:] == [
        [name, "分片包干并逐月通报果接受群众监督", "完成"] for name in ("清淤", "护岸", "绿化")
    ]


# --- heads


def test_a_bold_first_row_is_the_head_and_bold_no_more() -> None:
    xs, ys = spread(4, LEFT, 100), spread(4, 200, 20)
    page = Setting().grid(xs, ys).words(xs, ys[1:], ROWS[1:])
    for x, text in zip(xs, ROWS[0], strict=False):
        page.text(x + 4, 214, text, bold=True)

    found = table(page)
    assert found.header_rows == 1
    assert not any(run.style.bold for cell in found.rows[0] for run in cell.passage.runs)


def test_a_tinted_first_row_is_the_head() -> None:
    page = ruled(ROWS)
    page.tints.append(Box(60, 200, 360, 220))

    assert table(page).header_rows == 1


def test_a_stripe_is_no_head() -> None:
    page = ruled((*ROWS, ROWS[1]))
    page.tints += [Box(60, 200, 360, 220), Box(60, 240, 360, 260)]

    assert table(page).header_rows == 0


def test_a_row_over_a_heavier_rule_is_the_head() -> None:
    page = ruled(ROWS).level(220, 60, 360, 1.5)

    assert table(page).header_rows == 1


def test_a_head_may_stand_above_the_first_line() -> None:
    page = ruled(ROWS[1:], top=220).words(spread(3, LEFT, 100), (198,), ROWS[:1])

    found = table(page)
    assert texts(found) == as_lists(ROWS)
    assert found.header_rows == 1


def test_no_row_is_a_head_without_a_sign() -> None:
    assert table(ruled(ROWS)).header_rows == 0


# --- over pages


def test_a_table_that_a_page_parts_is_one_and_has_its_head_once() -> None:
    more = (ROWS[0], ("绿化", "园林局", "六月"))
    notices: list[Notice] = []
    first, second = ruled(ROWS, top=700), ruled(more, top=80)
    read = document(first, second, notices=notices)

    (found,) = (block for block in read.blocks if isinstance(block, Table))
    assert texts(found) == [*as_lists(ROWS), ["绿化", "园林局", "六月"]]
    assert found.header_rows == 1
    assert [n.kind for n in notices] == ["running-heads-left-out"]


def test_a_row_that_is_the_same_by_chance_is_kept() -> None:
    first, second = ruled([("无", "0"), ("无", "1")], top=700), ruled([("无", "0")], top=80)

    assert len(table(first, second).rows) == 3


def test_a_table_goes_on_below_a_running_head_and_a_page_number() -> None:
    pages = [ruled(ROWS, top=700), ruled([("绿化", "园林局", "六月")], top=80)]
    for n, page in enumerate(pages, 1):
        page.text(200, 40, "全县河湖治理").text(290, 810, f"— {n} —")

    assert len(table(*pages).rows) == 4


def test_tables_with_other_columns_are_two() -> None:
    assert len(tables(ruled(ROWS, top=700), ruled(ROWS, top=80, step=130))) == 2


def test_tables_with_words_between_them_are_two() -> None:
    second = ruled(ROWS, top=120).text(LEFT, 90, "第二批任务如下")

    assert len(tables(ruled(ROWS, top=700), second)) == 2


def test_a_row_that_a_page_parts_is_one() -> None:
    first = ruled(
        [
            ("事项", "做法"),
            ("清淤", "分片包干并逐月通报"),
        ],
        top=700,
    )
    second = ruled([("", "结果受监督"), ("护岸", "早开工")], top=80)

    assert texts(table(first, second)) == [
        ["事项", "做法"],
        ["清淤", "分片包干并逐月通报结果受监督"],
        ["护岸", "早开工"],
    ]


def test_the_rest_of_a_row_may_be_all_that_is_on_the_next_page() -> None:
    first = ruled([("事项", "做法"), ("清淤", "分片包干并逐月通报")], top=700)
    second = ruled([("", "结果受监督")], top=80)

    assert texts(table(first, second))[1] == ["清淤", "分片包干并逐月通报结果受监督"]


def test_a_table_at_the_head_of_every_page_is_left_out() -> None:
    pages = []
    for n in range(1, 4):
        page = ruled([("文件编号", "甲乙丙"), ("页码", f"第 {n} 页")], top=40)
        pages.append(page.text(LEFT, 300, f"{PROSE[n:]}"))
    notices: list[Notice] = []

    assert not any(isinstance(block, Table) for block in document(*pages, notices=notices).blocks)
    assert [n.kind for n in notices] == ["running-heads-left-out"]


# --- place and caption


def test_a_table_stands_between_the_text_above_and_below_it() -> None:
    page = ruled(ROWS).text(LEFT, 150, "任务如下。").text(LEFT, 320, "请抓好落实。")

    assert [type(block) for block in document(page).blocks] == [Paragraph, Table, Paragraph]


def test_a_table_in_one_of_two_columns_stays_in_it() -> None:
    page = ruled([("甲", "乙"), ("丙", "丁")], top=270, step=100)
    for n in range(40):
        y = 60 + n * PITCH
        if not 255 <= y <= 325:
            page.text(LEFT, y, PROSE[:22])
        page.text(320, y, PROSE[:22])

    words = words_of(document(page).blocks)
    assert words.index("甲") > 0
    assert words[words.index("丁") + 1].startswith(PROSE[:22])
    assert len(words) >= 6


def test_a_line_that_names_the_table_below_it_is_its_caption() -> None:
    page = ruled(ROWS).text(180, 188, "表1 重点任务分工")

    read = document(page)
    assert [type(block) for block in read.blocks] == [Table]
    assert table(page).caption.text == "表1 重点任务分工"


def test_what_is_counted_may_stand_between_caption_and_table() -> None:
    page = ruled(ROWS).text(180, 172, "表2－1 重点任务分工").text(300, 190, "单位：万元")

    assert words_of(document(page).blocks)[:2] == ["单位：万元", "表2－1 重点任务分工"]


@pytest.mark.parametrize(
    "text", ["表1列出了重点任务，请照办。", "表扬的单位如下", "表1 任务分工；表2 进度"]
)
def test_a_sentence_above_a_table_is_no_caption(text: str) -> None:
    read = document(ruled(ROWS).text(LEFT, 188, text))

    assert words_of(read.blocks)[0] == text
    assert isinstance(read.blocks[0], Paragraph | Heading)


# --- alignment


def test_cells_are_set_as_their_words_stand() -> None:
    xs, ys = (60, 160, 260, 360), spread(4, 200, 20)
    page = Setting().grid(xs, ys)
    for y, number in zip(ys, ("5", "1,250", "30"), strict=False):
        page.text(64, y + 14, "清淤").text(256 - width(number), y + 14, number)
        page.text(310 - width("在建") / 2, y + 14, "在建")

    for row in table(page).rows:
        assert [cell.alignment for cell in row] == ["left", "right", "center"]


def test_columns_of_three_lines_are_set_as_they_are_in_line() -> None:
    page = three_lines([ROWS[0], ("清淤", "", ""), ("护岸工程", "", "")])
    page.text(280 - width("1,250"), 232, "1,250").text(280 - width("30"), 250, "30")

    assert [row[1].alignment for row in table(page).rows] == ["right"] * 3


# --- what is no table


def box(page: Setting, left: float, top: float, right: float, bottom: float) -> Setting:
    return page.grid((left, right), (top, bottom))


def prose(page: Setting, top: float = 100, lines: int = 6) -> Setting:
    for n in range(lines):
        page.text(LEFT, top + n * PITCH, PROSE)
    return page


NO_TABLES = {
    "a frame around a paragraph": box(prose(Setting()), 50, 80, 550, 190),
    "a frame around a page": box(prose(Setting(), lines=40), 30, 30, 570, 800),
    "boxes below each other": prose(Setting()).grid((50, 550), (80, 130, 190)),
    "underlines": prose(Setting()).level(102, 100, 200).level(116, 60, 160).level(130, 80, 300),
    "the rule of a letterhead": prose(Setting(), top=200).level(160, LEFT, RIGHT, 2),
    "a rule above footnotes": prose(Setting(), lines=40).level(700, LEFT, 200),
    "rules above and below the text": prose(Setting())
    .level(60, LEFT, RIGHT)
    .level(85, LEFT, RIGHT)
    .level(200, LEFT, RIGHT),
    "lines to fill in": Setting()
    .text(60, 100, "姓名")
    .level(102, 100, 200)
    .text(60, 130, "单位")
    .level(132, 100, 200)
    .text(60, 160, "电话")
    .level(162, 100, 200),
    "a chart": Setting()
    .grid((100, 500), spread(6, 200, 40))
    .upright(200, 200, 400)
    .upright(300, 200, 400)
    .text(150, 330, "12")
    .text(60, 240, "50")
    .text(120, 420, "一月")
    .text(220, 420, "二月"),
    "a grid without words": prose(Setting()).grid(spread(6, 60, 50), spread(6, 300, 50)),
    "marks where a sheet is cut": prose(Setting())
    .level(60, 10, 590)
    .level(400, 10, 590)
    .upright(40, 10, 800)
    .upright(560, 10, 800),
    "copies to and printing": Setting()
    .text(LEFT, 100, "请认真贯彻执行。")
    .level(700, LEFT, RIGHT)
    .text(70, 716, "抄送：县委办公室，县人大常委会办公室。")
    .level(722, LEFT, RIGHT)
    .text(70, 738, "甲县人民政府办公室")
    .text(400, 738, "2024年3月5日印发")
    .level(744, LEFT, RIGHT),
    "columns of text between rules": Setting(),
}
for _n in range(20):
    NO_TABLES["columns of text between rules"].text(LEFT, 100 + _n * PITCH, PROSE[:22])
    NO_TABLES["columns of text between rules"].text(320, 100 + _n * PITCH, PROSE[:22])
NO_TABLES["columns of text between rules"].level(50, LEFT, RIGHT).level(84, LEFT, RIGHT)
NO_TABLES["columns of text between rules"].text(70, 70, "第一版").text(450, 70, "要闻")
NO_TABLES["columns of text between rules"].level(400, LEFT, RIGHT)


@pytest.mark.parametrize("kind", NO_TABLES)
def test_not_all_that_is_ruled_is_a_table(kind: str) -> None:
    page = NO_TABLES[kind]
    unruled = Setting(page.letters)

    assert words_of(document(page).blocks) == words_of(document(unruled).blocks)
    assert not tables(page)


# --- limits


def test_a_drawing_of_many_lines_takes_no_time() -> None:
    page = prose(Setting(), lines=40)
    for n in range(50_000):
        x, y = n * 7919 % 5400 / 10, n * 104_729 % 8000 / 10
        page.rulings.append(Ruling(x, y, x + 20, y + 0.2))
        page.rulings.append(Ruling(x, y, x + 0.2, y + 20))

    assert len(words_of(document(page).blocks)) >= 1


def test_a_table_over_pages_may_have_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("slidegen.reading.limits.MOST_CELLS", 14)
    more = [("绿化", "园林局", "六月")] * 2

    assert len(table(ruled(ROWS, top=700)).rows) == 3
    with pytest.raises(SourceTooLarge):
        document(ruled(ROWS, top=700), ruled(more, top=80))

"""What is set large: the number says no more than the text, the label says what it is of.

A wrong label becomes a case in `cases/figures.txt`: `value | unit | label`, a line each.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.deck import Point, Pointed
from slidegen.options import Options
from slidegen.passage import Label, Passage
from slidegen.planning import plan
from slidegen.planning.figures import best_figures, figures_of, key_figures

from .sketches import Case, cases, sketched_outline


def listed(text: str) -> list[str]:
    found = key_figures(Passage.of_line(text, 1))
    return [f"{figure.value} | {figure.unit} | {figure.label}" for figure in found]


@pytest.mark.parametrize("case", cases("figures.txt"), ids=lambda case: case.title)
def test_figures_of(case: Case) -> None:
    found = [line for text in case.source.splitlines() for line in listed(text)]

    assert found == [line for line in case.expected.splitlines() if line != "none"]


def points_of(*texts: str) -> list[Point]:
    points = [Point(Passage.of_line(text, line)) for line, text in enumerate(texts, 1)]
    return [Point(p.passage, figures=figures_of(p)) for p in points]


def labels(points: list[Point], most: int = 4) -> list[str]:
    return [str(figure.label) for figure in best_figures(points, most)]


def test_a_point_finds_its_subject_in_the_sentence_that_it_was_cut_from() -> None:
    text = Passage.of_line("全市技术合同成交额达到86亿元，比上年增长12%。", 3)
    point = Point(text[text.text.index("比上年") : -1])

    (figure,) = figures_of(point, [text])

    assert (str(figure.value), str(figure.label)) == ("12", "全市技术合同成交额比上年增长")


def test_a_point_has_the_figures_that_it_shows_and_no_others() -> None:
    text = Passage.of_line("新建学校12所，改造医院5家。", 3)

    (figure,) = figures_of(Point(text[:7]), [text])

    assert str(figure.value) == "12"


def test_words_that_stand_twice_are_read_where_the_point_was_cut() -> None:
    first = Passage.of_line("到2028年，森林覆盖率达到45%。", 1)
    second = Passage.of_line("目前，森林覆盖率达到45%。", 2)
    point = Point(second[3:-1])

    (figure,) = figures_of(point, [first, second])

    assert str(figure.label) == "森林覆盖率"


def test_words_that_are_not_the_document_s_have_no_figures() -> None:
    assert figures_of(Point(Label("新建学校12所"))) == ()


def test_the_points_of_a_deck_have_their_figures_whatever_is_noted() -> None:
    outline = sketched_outline("title: 报告\n# 一、|成绩\n全县新建水库12座，库容增长8%。\n")

    for notes in ("full", "points", "none"):
        slides = plan(outline, Options(notes=notes)).slides
        shown = [p for s in slides if isinstance(s, Pointed) for p in s.points]

        assert [str(f.label) for p in shown for f in p.figures] == ["全县新建水库", "库容增长"]


def test_results_and_goals_come_before_counts_of_meetings() -> None:
    points = points_of(
        "召开专题会议26次",
        "全县生产总值增长6.2%",
        "开展宣讲活动180场",
        "到2030年城镇化率达到70%",
    )

    assert labels(points, 2) == ["全县生产总值增长", "到2030年城镇化率"]


def test_the_best_figures_keep_the_order_of_the_text() -> None:
    points = points_of("新建公园12个", "蔬菜产量居全国第一", "税收收入达到3亿元")

    assert labels(points) == ["新建公园", "蔬菜产量", "税收收入"]


def test_each_point_shows_one_figure_before_any_shows_two() -> None:
    points = points_of("地区生产总值达到320亿元、增长7%", "居民人均可支配收入增长6%")

    assert labels(points, 2) == ["地区生产总值", "居民人均可支配收入增长"]


def test_one_label_is_shown_once() -> None:
    points = points_of("新建公园12个", "三年来新建公园40个", "新建公园15个")

    assert labels(points) == ["新建公园", "三年来新建公园"]


def test_a_number_that_is_withheld_gives_way_to_one_that_is_given() -> None:
    points = points_of("完成固定资产投资xxxx万元", "新建公园12个")

    assert labels(points, 1) == ["新建公园"]


WORDS = (
    *(
        "全市",
        "新增",
        "公园",
        "产值",
        "增长",
        "达到",
        "从",
        "到",
        "分别",
        "和",
        "、",
        "，",
        "。",
        "其中",
    ),
    *(
        "12",
        "3.5",
        "xx",
        "万",
        "亿元",
        "%",
        "个",
        "以上",
        "近",
        "超",
        "第",
        "“",
        "”",
        "（",
        "）",
        "的",
    ),
    *(
        "居全国",
        "前列",
        "年",
        "连续",
        "2030年",
        "rose",
        "by",
        "percent",
        " ",
        "from",
        " to ",
        "million",
    ),
)


@given(st.lists(st.sampled_from(WORDS), max_size=25).map("".join))
@settings(max_examples=300, deadline=None)
def test_a_figure_is_the_document_s_words_and_never_more_than_it_says(text: str) -> None:
    for figure in key_figures(Passage.of_line(text, 1)):
        last = figure.unit or figure.value

        assert figure.value
        assert figure.label
        for part in (figure.value, figure.unit, figure.label, figure.words):
            for stretch in part.stretches():
                assert text[stretch.place.start : stretch.place.end] == stretch.text
        assert not text[: figure.value.place.start].endswith(("近", "超"))
        assert not text[last.place.end :].startswith("以上")

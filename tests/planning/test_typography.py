from __future__ import annotations

import pytest

from slidegen.deck import Bullets, Cover
from slidegen.options import Options
from slidegen.passage import Passage, Style
from slidegen.planning import plan
from slidegen.planning.typography import mended, mended_text

from .sketches import sketched_outline

MENDED = [
    ("提高站位,深刻认识", "提高站位，深刻认识"),
    ("同志们:好!", "同志们：好！"),
    ("增长30%,达到新高", "增长30%，达到新高"),
    ("降低2.3℃,绿地5㎡,都好", "降低2.3℃，绿地5㎡，都好"),
    ("知识产权(专利)", "知识产权（专利）"),
    ("接口(API)调用", "接口(API)调用"),
    ("10:30开会,比例3:1", "10:30开会，比例3:1"),
    ("预算1,000万元", "预算1,000万元"),
    ("见https://a.org/x?b=1,2", "见https://a.org/x?b=1,2"),
    ('实施"双百"行动', "实施“双百”行动"),
    ('引号"没有关上', '引号"没有关上'),
    ("(一)强化领导", "（一）强化领导"),
    ("Plan, do; check!", "Plan, do; check!"),
]


@pytest.mark.parametrize(("text", "printed"), MENDED)
def test_punctuation_is_full_width_between_chinese_only(text: str, printed: str) -> None:
    assert mended_text(text) == printed


def test_every_place_still_holds() -> None:
    passage = Passage.of_line("提高站位,深刻认识", line=3, start=5)

    assert mended(passage).place == passage.place


def test_code_stays_as_it_is() -> None:
    passage = Passage.of_line("运行", 1) + Passage.of_line("甲,乙", 1, 2, Style(code=True))

    assert mended(passage).text == "运行甲,乙"


TEXT = "title: 讲话,一\n# 一、|认清形势,迎难而上\n## (一)|抓早,抓小\n要盯紧苗头,及早处置,不留后患。"


def test_slides_are_mended_and_notes_are_not() -> None:
    deck = plan(sketched_outline(TEXT), Options(detail="full"))
    cover, overview, own = deck.slides

    assert isinstance(cover, Cover)
    assert isinstance(overview, Bullets)
    assert isinstance(own, Bullets)
    assert str(cover.title) == str(deck.footer) == deck.title == "讲话，一"
    assert (overview.points[0].marker, str(overview.points[0].passage)) == ("（一）", "抓早，抓小")
    assert str(own.points[0].notes[0]) == "要盯紧苗头,及早处置,不留后患。"


def test_typography_can_be_kept() -> None:
    deck = plan(sketched_outline(TEXT), Options(typography="keep"))

    assert str(deck.slides[0].title) == "讲话,一"  # type: ignore[union-attr]

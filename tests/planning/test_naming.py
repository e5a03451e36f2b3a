from __future__ import annotations

import pytest

from slidegen.options import Options
from slidegen.passage import Label, Passage
from slidegen.planning import plan
from slidegen.planning.labels import LABELS
from slidegen.planning.naming import bare_number, heading_of, title_of

from .sketches import sketched_outline
from .test_nothing_lost import DETAILS

NUMBERS = [
    ("一、", "一"),
    ("（十二）", "十二"),
    ("(三)", "三"),
    ("1.", "1"),
    ("2．", "2"),
    ("第三章", "三"),
    ("第十条", "十"),
    ("一是", "一"),
    ("二要", "二"),
    ("IV.", "IV"),
    ("1.2", "1.2"),
    ("①", "①"),
    ("——", None),
    (None, None),
]


@pytest.mark.parametrize(("marker", "number"), NUMBERS)
def test_the_number_of_a_marker(marker: str | None, number: str | None) -> None:
    assert bare_number(marker) == number


TITLES = [
    ("# 一、|总体要求", "一、总体要求"),
    ("# ——|坚持系统观念", "坚持系统观念"),
    ("# 一是|稳住预期", "稳住预期"),
    ("# 经验与启示", "经验与启示"),
]


@pytest.mark.parametrize(("line", "title"), TITLES)
def test_a_title_shows_its_number_where_it_can_be_referred_to(line: str, title: str) -> None:
    (section,) = sketched_outline(line).sections

    assert str(title_of(section)) == title


def test_a_long_heading_is_shown_by_its_first_clauses_and_said_whole() -> None:
    heading = (
        "全面加强基层治理体系和治理能力现代化建设，"
        "着力构建共建共治共享的社会治理新格局，不断增强人民群众获得感幸福感安全感"
    )
    outline = sketched_outline(f"# 一、|{heading}\n## （一）|{heading}\n健全网格。")

    assert str(heading_of(outline.sections[0])) == heading.rsplit("，", 1)[0]
    (bullets,) = plan(outline).slides[1:]
    assert str(bullets.notes[0]) == f"一、{heading}"


def test_no_words_are_ours_but_the_labels() -> None:
    outline = sketched_outline(
        "# 一、|情况\n已建成12处。\n# 二、|打算\n继续推进。\nclosing: 谢谢大家！"
    )
    labels = LABELS[outline.language]
    ours = {getattr(labels, name) for name in labels.__struct_fields__}

    for detail in DETAILS:
        deck = plan(outline, Options(detail=detail))
        words = [slide.title for slide in deck.slides if hasattr(slide, "title")]
        words += [p.passage for s in deck.slides for p in getattr(s, "points", ())]
        assert all(isinstance(w, Passage) or w in ours for w in words), detail
        assert all(isinstance(w, Passage | Label) for w in deck.sections)

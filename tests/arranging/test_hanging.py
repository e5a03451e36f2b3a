"""Numbers hang beside their points, all of a list as far."""

from __future__ import annotations

from typing import get_args

import pytest

from slidegen.arranging import arrange
from slidegen.arranging.hanging import hangings
from slidegen.arranging.measure import width
from slidegen.deck import Bullets, Deck, Point
from slidegen.options import Aspect
from slidegen.passage import Label
from slidegen.scene import Hanging, TextItem, TextParagraph
from slidegen.theme_file import load_theme

THEME = load_theme("gov-red")
BODY = THEME.layout("content").slot("body")


def paragraphs_of(*markers: str, aspect: Aspect = "16:9") -> tuple[TextParagraph, ...]:
    points = tuple(Point(Label("建立健全信息公开制度"), marker=marker) for marker in markers)
    deck = Deck((Bullets(Label("任务"), points),))
    (scene,) = arrange(deck, load_theme("gov-red", aspect)).scenes
    body = next(i for i in scene.items if isinstance(i, TextItem) and i.slot == "body")
    return body.paragraphs


@pytest.mark.parametrize("aspect", get_args(Aspect))
@pytest.mark.parametrize(
    "markers", [("8.", "9.", "10."), ("第九条", "第十条", "第十一条"), ("（一）", "（十一）")]
)
def test_numbers_of_several_lengths_have_their_text_in_one_line(
    markers: tuple[str, ...], aspect: Aspect
) -> None:
    paragraphs = paragraphs_of(*markers, aspect=aspect)
    (hanging,) = {paragraph.hanging for paragraph in paragraphs}

    assert hanging is not None
    assert [p.text.split("\t")[0] for p in paragraphs] == list(markers)
    size = BODY.steps[0].sizes[0]
    assert all(width(marker, size, bold=True) < hanging.hang for marker in markers)


def test_what_the_sentence_begins_with_does_not_hang() -> None:
    assert [p.hanging for p in paragraphs_of("一是", "二是")] == [None, None]


def test_a_number_too_wide_to_hang_stands_in_its_line() -> None:
    first, second = paragraphs_of("第一百二十一条", "第一百二十二条")

    assert first.hanging is None and first.text.startswith("第一百二十一条 ")
    assert second.hanging is None


def test_points_without_numbers_keep_the_levels_indent() -> None:
    assert hangings((Point(Label("一")),), BODY, BODY.steps[0]) == {}


def test_a_short_number_hangs_no_less_than_a_bullet() -> None:
    level = BODY.levels[0]
    found = hangings((Point(Label("一"), marker="1."),), BODY, BODY.steps[-1])

    assert found == {1: Hanging(level.indent, level.hang)} or found[1].hang > level.hang

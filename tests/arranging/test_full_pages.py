"""Pages look neither empty nor crammed where what they say allows it."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.arranging import arrange
from slidegen.deck import Agenda, AgendaEntry, Bullets, Cards, Deck, Divider, Point, Slide
from slidegen.options import Aspect
from slidegen.passage import Label
from slidegen.scene import Scene, TextItem
from slidegen.theme import Theme
from slidegen.theme_file import load_theme

THEMES = [load_theme("gov-red", aspect) for aspect in get_args(Aspect)]
LEAST, MOST = 0.35, 0.95


def scenes_of(slide: Slide, theme: Theme) -> tuple[Scene, ...]:
    return arrange(Deck((slide,)), theme).scenes


def item(scene: Scene, slot: str) -> TextItem:
    return next(i for i in scene.items if isinstance(i, TextItem) and i.slot == slot)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.aspect)
def test_a_short_point_by_itself_is_set_large_on_a_panel(theme: Theme) -> None:
    (scene,) = scenes_of(Bullets(Label("指导思想"), (Point(Label("坚持稳中求进")),)), theme)

    assert (scene.layout, scene.kind) == ("statement", "bullets")
    assert item(scene, "statement").step is None  # the layout's own, its largest
    assert scene.fit and scene.fit.fill >= LEAST


def test_a_long_point_by_itself_stays_a_point() -> None:
    (scene,) = scenes_of(
        Bullets(Label("指导思想"), (Point(Label("坚持稳中求进，" * 16)),)), THEMES[0]
    )

    assert scene.layout == "content"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.aspect)
@pytest.mark.parametrize("entries", range(2, 8))
def test_few_entries_of_an_agenda_are_larger_than_many(entries: int, theme: Theme) -> None:
    agenda = Agenda(
        Label("目录"), tuple(AgendaEntry(Label("总体要求"), "一", n) for n in range(entries))
    )
    (scene,) = scenes_of(agenda, theme)

    assert scene.fit and LEAST <= scene.fit.fill <= MOST
    assert entries > 3 or scene.fit.size.pt >= 28


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.aspect)
@pytest.mark.parametrize("count", range(2, 7))
def test_short_heads_by_themselves_stand_amid_their_cards(count: int, theme: Theme) -> None:
    heads = tuple(Point(Label("强化组织领导"), role="head") for _ in range(count))
    (scene,) = scenes_of(Cards(Label("重点任务"), heads), theme)

    assert scene.kind == "cards"
    assert item(scene, "card-1").anchor == "middle"


def test_heads_of_several_heights_stand_at_the_top_so_that_they_are_level() -> None:
    heads = (Point(Label("强化组织领导")), Point(Label("完善知识产权的保护体系和运用机制")))
    (scene,) = scenes_of(Cards(Label("重点任务"), heads * 2), THEMES[0])

    assert item(scene, "card-1").anchor is None


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(4, 120), min_size=1, max_size=24), st.sampled_from(THEMES))
def test_no_page_of_points_is_full_to_the_brim(lengths: list[int], theme: Theme) -> None:
    points = tuple(Point(Label("稳" * length)) for length in lengths)

    for scene in scenes_of(Bullets(Label("任务"), points), theme):
        assert scene.fit and scene.fit.fill <= MOST


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.aspect)
def test_a_divider_counts_the_frame_of_its_number(theme: Theme) -> None:
    (scene,) = scenes_of(Divider(Label("总体要求"), marker="一"), theme)

    assert scene.fit and scene.fit.fill > 0.5

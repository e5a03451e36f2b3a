"""A theme's specimen shows every kind of slide, and every layout that the theme has."""

from __future__ import annotations

from io import BytesIO
from typing import get_args

import pytest
from pptx import Presentation

from slidegen.arranging import arrange
from slidegen.messages import Tongue
from slidegen.pipeline import convert
from slidegen.scene import Scenes, SlideKind
from slidegen.showing import every_form, shown_theme
from slidegen.specimen import specimen
from slidegen.theme import LayoutName

ROWS = ("timeline-4", "timeline-5", "timeline-6")
"""Layouts whose like is shown: a line with one phase more."""


@pytest.fixture(scope="module", params=get_args(Tongue))
def scenes(request) -> Scenes:
    made = convert(specimen(request.param)).stages
    return arrange(every_form(made.deck), made.theme)


def test_every_kind_of_slide_is_shown(scenes: Scenes) -> None:
    assert {scene.kind for scene in scenes.scenes} == set(get_args(SlideKind))


def test_every_layout_is_shown(scenes: Scenes) -> None:
    shown = {scene.layout for scene in scenes.scenes}

    assert shown == {name for name in get_args(LayoutName) if name not in ROWS}


def test_charts_of_every_form_and_points_of_every_level_are_shown(scenes: Scenes) -> None:
    forms = {
        item.chart.form for scene in scenes.scenes for item in scene.items if hasattr(item, "chart")
    }

    assert forms == {"column", "line", "pie"}
    assert {p.level for scene in scenes.scenes for p in scene.points} == {1, 2, 3}


def test_pages_are_neither_empty_nor_crammed(scenes: Scenes) -> None:
    fills = [scene.fit.fill for scene in scenes.scenes if scene.fit and scene.kind != "quote"]

    assert min(fills) > 0.25
    assert max(fills) < 1


def test_cover_and_agenda_are_shown_in_both_their_forms() -> None:
    deck = Presentation(BytesIO(shown_theme("us-gov", "4:3")))
    layouts = [slide.slide_layout.name for slide in deck.slides]

    assert layouts[:2] == ["Title", "Title"]
    assert layouts.count("Agenda") >= 3 and layouts.count("Section header") == 1

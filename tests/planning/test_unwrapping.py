"""A plan that a letter sends round is what the deck is about."""

from __future__ import annotations

from slidegen.deck import Agenda, Cover
from slidegen.planning import plan

from .sketches import sketched_outline

PLAN = """\
title: 关于印发读书月活动方案的通知
opening: 现将方案印发给你们，请认真贯彻执行。
# 读书月活动方案
## 一、|总体要求
坚持面向基层，全年举办活动300场。
## 二、|主要任务
建设城市书房20间，流动书车走进每一个村。
"""


def test_the_parts_of_the_plan_are_the_decks_sections() -> None:
    slides = plan(sketched_outline(PLAN)).slides
    agenda = next(slide for slide in slides if isinstance(slide, Agenda))

    assert [str(entry.words) for entry in agenda.entries] == ["总体要求", "主要任务"]


def test_its_heading_is_on_the_cover() -> None:
    (cover, *_) = plan(sketched_outline(PLAN)).slides

    assert isinstance(cover, Cover)
    assert str(cover.subtitle) == "读书月活动方案"


def test_a_numbered_section_is_no_wrapping() -> None:
    deck = plan(
        sketched_outline(PLAN.replace("# 读书", "# 一、|读书").replace("## 一、", "## （一）"))
    )

    assert not any(isinstance(slide, Agenda) for slide in deck.slides)

"""Whole decks from sketched outlines; a bug becomes a case in `cases/decks.txt`."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from slidegen.deck import Divider, Pointed
from slidegen.options import Options
from slidegen.planning import plan

from .sketches import Case, cases, dump, sketched_outline

SPEECH = """\
title: 防汛工作动员讲话
# 一、|认清形势
## （一）|雨情偏重
今年主汛期降雨量预计偏多三成，极端天气增多。全县有隐患点62处，涉及群众1380人。
## （二）|工程偏弱
十一座小型水库建于上世纪六十年代，坝体老化。
# 二、|压实责任
## （一）|领导带头
县领导要包乡镇、包水库、包河段，汛期每月巡查两次以上。
"""


@pytest.mark.parametrize("case", cases("decks.txt"), ids=lambda case: case.title)
def test_deck_of(case: Case) -> None:
    outline = sketched_outline(case.source)
    if outline.title.text.isascii():
        outline = replace(outline, language="en-GB")

    assert dump(plan(outline)) == case.expected


def test_an_outline_deck_shows_headings_only() -> None:
    deck = plan(sketched_outline(SPEECH), Options(detail="outline"))

    shown = [str(p.passage) for s in deck.slides if isinstance(s, Pointed) for p in s.points]
    assert shown == ["雨情偏重", "工程偏弱", "领导带头"]


def test_a_full_deck_gives_each_sub_point_a_slide_under_its_section() -> None:
    deck = plan(sketched_outline(SPEECH), Options(detail="full"))

    titles = [(str(s.kicker or ""), str(s.title)) for s in deck.slides if isinstance(s, Pointed)]
    assert titles == [
        ("", "一、认清形势"),
        ("认清形势", "（一）雨情偏重"),
        ("认清形势", "（二）工程偏弱"),
        ("", "二、压实责任"),
        ("压实责任", "（一）领导带头"),
    ]


def test_fewer_points_are_a_selection_of_more() -> None:
    outline = sketched_outline(SPEECH)
    levels = {
        detail: {
            str(p.passage)
            for s in plan(outline, Options(detail=detail)).slides
            if isinstance(s, Pointed)
            for p in s.points
        }
        for detail in ("outline", "standard", "full")
    }

    assert levels["outline"] <= levels["standard"] <= levels["full"]


def test_dividers_can_be_left_out() -> None:
    deck = plan(sketched_outline(SPEECH), Options(dividers=False))

    assert not any(isinstance(slide, Divider) for slide in deck.slides)


def test_a_repeated_agenda_lights_each_section_in_its_divider_s_place() -> None:
    deck = plan(sketched_outline(SPEECH), Options(agenda="repeat"))

    lines = [line for line in dump(deck).splitlines() if line.startswith(("cover", "agenda"))]
    assert lines == [
        "cover: 防汛工作动员讲话",
        "agenda: 目录 | 一 认清形势 | 二 压实责任",
        "agenda [1]: 目录 | 一 认清形势 | 二 压实责任",
        "agenda [2]: 目录 | 一 认清形势 | 二 压实责任",
    ]


def test_agenda_entries_lead_to_the_sections_that_they_name() -> None:
    deck = plan(sketched_outline(SPEECH))
    agenda = next(s for s in deck.slides if hasattr(s, "entries"))

    assert [str(deck.sections[e.section]) for e in agenda.entries] == ["认清形势", "压实责任"]


def test_every_slide_is_in_a_powerpoint_section_and_no_section_is_empty() -> None:
    deck = plan(sketched_outline(SPEECH))

    assert sorted({slide.section for slide in deck.slides}) == list(range(len(deck.sections)))


def test_a_document_without_a_word_still_has_a_cover() -> None:
    deck = plan(sketched_outline(""))

    assert dump(deck) == "cover: 无标题"
    assert deck.title == ""

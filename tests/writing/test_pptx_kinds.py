"""Slides with places side by side, reopened: native placeholders, panels that Reset keeps."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from slidegen.pipeline import Conversion, convert

CARE = """\
---
title: 养老服务工作情况报告
---

# 一、总体情况

## （一）取得的成绩

- 全市养老机构达到186家
- 护理型床位占比提高到63%

## （二）存在的不足

- 农村养老服务设施还比较薄弱
- 专业护理人员缺口约1200人

# 二、主要指标

- 新增护理型床位4200张
- 基本养老保险参保率超过95%
- 财政投入8.6亿元

# 三、改革举措

## （一）补齐短板

- 新建改造农村幸福院60所

## （二）深化融合

- 推动医院与养老机构签约

## （三）强化监管

- 实行服务质量星级评定
"""


@cache
def made() -> tuple[Conversion, Any]:
    conversion = convert(CARE.encode(), format="markdown", agenda="none", dividers=False)
    return conversion, Presentation(BytesIO(conversion.pptx))


def slide_of(kind: str) -> Any:
    conversion, deck = made()
    at = next(n for n, s in enumerate(conversion.stages.scenes.scenes) if s.kind == kind)
    return deck.slides[at]


@pytest.mark.parametrize("kind", ["columns", "figures", "cards"])
def test_every_placeholder_of_the_layout_is_filled_and_none_is_left_over(kind: str) -> None:
    slide = slide_of(kind)
    own = {p.placeholder_format.idx for p in slide.slide_layout.placeholders}
    filled = {p.placeholder_format.idx for p in slide.placeholders}

    assert filled == own - {13}  # the kicker, which a section's own slide has not
    assert all(p.text_frame.text.strip() for p in slide.placeholders if p.has_text_frame)


@pytest.mark.parametrize("kind", ["columns", "figures", "cards"])
def test_a_panel_is_the_layout_s_so_that_a_change_of_theme_changes_it(kind: str, find: Any) -> None:
    slide = slide_of(kind)

    assert not find(slide, "//p:sp/p:spPr/a:solidFill")
    assert find(slide.slide_layout, "//p:sp[p:nvSpPr/p:nvPr/p:ph]/p:spPr/a:solidFill/a:schemeClr")


def test_a_lower_card_keeps_its_place_and_its_width(find: Any) -> None:
    slide = slide_of("cards")
    for card in slide.placeholders:
        idx = card.placeholder_format.idx
        place = next(p for p in slide.slide_layout.placeholders if p.placeholder_format.idx == idx)
        assert (card.left, card.top, card.width) == (place.left, place.top, place.width)
        assert card.height <= place.height


def test_the_outline_of_a_card_is_its_head_with_what_supports_it() -> None:
    frames = [p.text_frame for p in slide_of("cards").placeholders if p.placeholder_format.idx > 20]

    # a line may be broken early, lest the last be a character or two
    assert [
        [(p.text.replace("\v", ""), p.level) for p in frame.paragraphs] for frame in frames
    ] == [
        [("补齐短板", 0), ("新建改造农村幸福院60所", 1)],
        [("深化融合", 0), ("推动医院与养老机构签约", 1)],
        [("强化监管", 0), ("实行服务质量星级评定", 1)],
    ]


def test_numerals_stand_over_their_words_and_units_are_smaller(find: Any) -> None:
    slide = slide_of("figures")
    frame = next(p for p in slide.placeholders if p.placeholder_format.idx == 14).text_frame
    said = [p.text for p in frame.paragraphs]

    assert said[0::2] == ["4200张", "超过95%", "8.6亿元"]
    assert said[1::2] == ["新增护理型床位", "基本养老保险参保率", "财政投入"]
    assert [run.font.size is None for run in frame.paragraphs[0].runs] == [True, False]


def test_what_is_large_is_among_the_points_too() -> None:
    slide = slide_of("figures")
    body = next(p for p in slide.placeholders if p.placeholder_format.idx == 1).text_frame

    assert [p.text for p in body.paragraphs] == [
        "新增护理型床位4200张",
        "基本养老保险参保率超过95%",
        "财政投入8.6亿元",
    ]

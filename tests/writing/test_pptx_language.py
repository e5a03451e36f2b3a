"""Every run says its language: PowerPoint breaks lines and checks spelling by it."""

from __future__ import annotations

import pytest

from slidegen.writing.drawing_text import language_of


@pytest.mark.parametrize(
    ("text", "deck", "expected"),
    [
        ("加强领导", "zh-CN", "zh-CN"),
        ("加強領導", "zh-TW", "zh-TW"),
        ("增长5.2%的GDP", "zh-CN", "zh-CN"),
        ("GDP", "zh-CN", "en-US"),
        ("2024", "zh-CN", "zh-CN"),
        ("（、）", "zh-CN", "zh-CN"),
        ("Programme", "en-GB", "en-GB"),
        ("第2章", "en-GB", "zh-CN"),
        ("5.2%", "en-US", "en-US"),
    ],
)
def test_a_run_is_in_the_language_of_its_letters(text, deck, expected):
    assert language_of(text, deck) == expected


def test_runs_name_their_language_and_the_other_one(desk, find):
    slide = desk.slide_of(desk.content("加强领导", "Memo"), language="zh-TW")

    assert find(slide, "//a:r/a:rPr/@lang") == ["zh-TW", "en-US"]
    assert find(slide, "//a:r/a:rPr/@altLang") == ["en-US", "zh-TW"]


def test_chinese_text_has_a_chinese_font_in_theme_and_styles(desk, find):
    deck = desk.deck_of(desk.content("加强领导", "要点"))
    master = deck.slide_masters[0]
    (theme,) = (r.target_part for r in master.part.rels.values() if r.reltype.endswith("/theme"))

    assert theme.blob.decode().count('<a:ea typeface="微软雅黑"') == 2
    assert theme.blob.decode().count('script="Hans" typeface="微软雅黑"') == 2
    assert find(master, "//p:titleStyle/a:lvl1pPr/a:defRPr/a:ea/@typeface") == ["+mj-ea"]
    assert set(find(master, "//p:bodyStyle//a:ea/@typeface")) == {"+mn-ea"}
    assert set(find(deck.part._element, "//p:defaultTextStyle//a:ea/@typeface")) == {"+mn-ea"}


def test_the_file_names_its_language(desk):
    deck = desk.deck_of(desk.content("加强领导"), language="zh-TW")

    assert deck.core_properties.language == "zh-TW"

"""Traditional characters, where words are only compared."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.planning.condensing import chosen
from slidegen.traditional import TO_SIMPLIFIED, simplified

TEXT = (
    "市府將在五年內興建滯洪池9座、改善下水道42公里，總滯洪量可達65萬立方公尺。與此同時，我們要推動總合治水計畫，"
    "加強巡查，確保市民安全。這項工作意義重大。"
)


def test_words_are_those_of_the_rules() -> None:
    assert simplified("與會者審議「治水計畫」，發佈後實施") == "与会者审议「治水计划」，发布后实施"


def test_what_stands_for_a_character_has_none_that_stands_for_it() -> None:
    assert not {chr(code) for code in TO_SIMPLIFIED.values()} & {chr(c) for c in TO_SIMPLIFIED}


@given(st.text(alphabet=st.sampled_from("計畫劃與將臺台后後里裏，。ab「」\n"), max_size=30))
@settings(deadline=None, max_examples=50)
def test_offsets_hold(text: str) -> None:
    folded = simplified(text)

    assert len(folded) == len(text)
    assert simplified(folded) == folded


def test_points_are_the_same_in_both_writings() -> None:
    here, there = chosen(TEXT, 3), chosen(simplified(TEXT), 3)

    assert [(c.span, c.why) for c in here] == [(c.span, c.why) for c in there]
    assert [c.why for c in here] == ["figure", "figure", "action"]

from __future__ import annotations

import pytest

from slidegen.outlining.wording import ends_whole, lead


@pytest.mark.parametrize(
    ("text", "head", "rest"),
    [
        ("强化领导。各级要重视。", "强化领导", "各级要重视。"),
        ("强化领导", "强化领导", ""),
        ("怎么办？要研究。", "怎么办？", "要研究。"),
        ("怎么办?要研究。", "怎么办?", "要研究。"),
        ("办好“关键小事。”解民忧。见实效。", "办好“关键小事。”解民忧", "见实效。"),
        ("落实《办法。试行》要求。见实效。", "落实《办法。试行》要求", "见实效。"),
        ("引号“没有闭合。后面还有。", "引号“没有闭合", "后面还有。"),
        ("We planted trees. They grew well.", "We planted trees", "They grew well."),
        ("About 3.5 million trees grew. Good.", "About 3.5 million trees grew", "Good."),
        ("Planting more trees We will plant more.", "Planting more trees", "We will plant more."),
    ],
)
def test_the_first_sentence(text: str, head: str, rest: str) -> None:
    first = lead(text)

    assert (text[: first.end], text[first.next :]) == (head, rest)


def test_nobody_looks_far_for_the_end() -> None:
    text = "没有句号" * 100 + "。还有。"

    assert lead(text).end == len(text)


@pytest.mark.parametrize("text", ["到此为止。", "“到此为止。”", "如下：", "到了！", "It ends."])
def test_a_stop_makes_a_paragraph_whole(text: str) -> None:
    assert ends_whole(text)


@pytest.mark.parametrize("text", ["工作回顾", "到此为止，", "（草案）", ""])
def test_without_a_stop_it_is_not(text: str) -> None:
    assert not ends_whole(text)

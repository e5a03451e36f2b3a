"""The measure that the benchmarks go by, and the values that they learn: tried on what is plain."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

from fit_clauses import Example, fit
from measure import Gold, agreement, lengths, mean

PARAGRAPH = "新建泵站12座，疏浚河道86公里。今后要再接再厉。"
GOLD = Gold("a", 1, "", PARAGRAPH, ((0, 7), (8, 16)))


def test_the_editor_s_own_points_agree_with_them() -> None:
    result = agreement(GOLD, GOLD.points)

    assert (result.f1, result.rouge_l, result.hit45, result.number) == (1, 1, 1, 2)


def test_a_whole_paragraph_covers_everything_and_agrees_in_part() -> None:
    result = agreement(GOLD, [(0, len(PARAGRAPH))])

    assert (result.recall, result.hit) == (1, 1)
    assert result.precision == pytest.approx(15 / 22)


def test_a_point_longer_than_two_lines_hits_nothing_that_counts() -> None:
    long = Gold("a", 1, "", PARAGRAPH * 3, GOLD.points)

    result = agreement(long, [(0, len(long.paragraph))])

    assert (result.hit, result.hit45) == (1, 0)


def test_nothing_chosen_agrees_with_nothing() -> None:
    result = agreement(GOLD, [])

    assert (result.f1, result.rouge_l, result.hit, result.number) == (0, 0, 0, 0)


def test_a_mean_is_of_paragraphs_and_marks_at_the_ends_have_no_length() -> None:
    average = mean([agreement(GOLD, GOLD.points), agreement(GOLD, [])])

    assert average.f1 == 0.5
    assert lengths([GOLD], [[(0, 8)]]) == [7]


def test_a_sign_of_what_editors_choose_is_learned_and_one_of_neither_is_not() -> None:
    examples = [
        Example(doc="a", signs=signs, is_chosen=chosen, weight=1.0)
        for signs, chosen in ((("figure", "name"), True), (("rhetoric", "name"), False))
        for _ in range(40)
    ]

    manner = fit(examples)

    assert manner.each["figure"] > 0 > manner.each["rhetoric"]
    assert "name" not in manner.each

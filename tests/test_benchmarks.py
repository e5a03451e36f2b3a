"""The measure that the benchmarks go by, and the values that they learn: tried on what is plain."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

import long_documents
import speed
from fit_clauses import Example, fit
from measure import Gold, agreement, lengths, mean

import slidegen

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


def test_long_documents_have_as_many_slides_as_they_say() -> None:
    made = slidegen.arrange(
        slidegen.plan(
            slidegen.make_outline(
                slidegen.read(long_documents.for_slidegen(60).encode(), format="markdown")
            )
        ),
        slidegen.load_theme(),
    )

    with_notes = [scene for scene in made.scenes if scene.notes]
    assert 60 <= len(with_notes) <= 66
    assert long_documents.for_pandoc(60).count("\n::: notes\n") == 60


def test_speed_is_told_between_the_marks_of_the_page() -> None:
    ran = speed.Run(0.25, 0.2, 3 * speed.MEGABYTE)
    told = speed.table([speed.Row("one", {"slidegen": ran, "pandoc": ran, "Marp": None})])
    page = speed.written(told, f"before\n{speed.BEGIN}\nold\n{speed.END}\nafter\n")

    assert "| one | 250 ms, 3 MB | 250 ms, 3 MB | – | 1.00 × |" in page
    assert "old" not in page
    assert page.startswith("before\n") and page.endswith("after\n")


def test_the_time_of_another_program_is_taken_from_outside(tmp_path) -> None:
    row = speed.compared("nothing", {"python": (sys.executable, "-c", "")}, tmp_path, 1)

    assert row.runs["python"].wall > 0
    assert row.runs["python"].memory > speed.MEGABYTE
    with pytest.raises(SystemExit):
        speed.timed((sys.executable, "-c", "raise SystemExit(3)"), tmp_path)


def test_a_program_that_takes_too_long_is_stopped_and_said_to_be(tmp_path) -> None:
    run = speed.timed((sys.executable, "-c", "import time; time.sleep(60)"), tmp_path, 0.3)

    assert run.is_stopped
    assert speed.shown(run).startswith("over ")

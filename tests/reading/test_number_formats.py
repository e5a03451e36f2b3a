from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.outlining.numbering import han_number
from slidegen.reading.number_formats import FORMS, custom_form, formatted

CASES = Path(__file__).parent / "cases" / "number_formats.txt"
"""A format a line, and numbers in it; `_` is a space."""


def rows() -> list[tuple[str, dict[int, str]]]:
    found = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        name, *pairs = line.split()
        shown = (pair.split("=") for pair in pairs)
        found.append((name, {int(number): text.replace("_", " ") for number, text in shown}))
    return found


@pytest.mark.parametrize(("name", "shown"), rows(), ids=[name for name, _ in rows()])
def test_format(name: str, shown: dict[int, str]) -> None:
    assert {number: formatted(number, name) for number in shown} == shown


def test_every_format_has_its_row() -> None:
    assert set(FORMS) <= {name for name, _ in rows()}


@pytest.mark.parametrize("name", ["none", "bullet"])
def test_some_formats_show_no_number(name: str) -> None:
    assert formatted(3, name) == ""


@pytest.mark.parametrize(
    ("pattern", "shown"), [("01, 02, 03, ...", "07"), ("00001, 00002, 00003, ...", "00007")]
)
def test_a_custom_format_says_its_width(pattern: str, shown: str) -> None:
    form = custom_form(pattern)

    assert form is not None and form(7) == shown


@pytest.mark.parametrize("pattern", ["", "1, 2, 3", "A, Ç, Ĝ, ...", "0" * 5000 + "1,"])
def test_a_custom_format_of_another_kind_is_none_of_ours(pattern: str) -> None:
    assert custom_form(pattern) is None


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(sorted(FORMS)), st.integers(-(2**40), 2**40))
def test_every_number_is_shown_and_none_at_length(name: str, number: int) -> None:
    assert 0 < len(formatted(number, name)) <= 120


def test_what_word_counts_outlining_can_read() -> None:
    shown = [formatted(number, "chineseCountingThousand") for number in range(1, 1000)]

    assert [han_number(text) for text in shown] == [*range(1, 1000)]
    assert han_number(formatted(105, "chineseCounting")) == 105

"""However a passage is cut and joined, it says where its words stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.passage import EMPTY, Passage, Place, Style, join

LINES = ("  一、提高站位,深刻认识", "（一）强化组织领导。各级党委要重视。", "Plain words")


def whole() -> Passage:
    return join(Passage.of_line(text, number) for number, text in enumerate(LINES, 1))


def stands_where_it_says(passage: Passage) -> bool:
    return all(LINES[run.line - 1][run.start : run.end] == run.text for run in passage.runs)


@given(st.integers(0, 50), st.integers(0, 50))
def test_a_slice_holds_the_same_words_as_the_string_and_keeps_their_places(
    start: int, stop: int
) -> None:
    part = whole()[start:stop]

    assert part.text == "".join(LINES)[start:stop]
    assert stands_where_it_says(part)


@given(st.integers(0, 50))
def test_two_halves_join_to_the_whole(cut: int) -> None:
    assert whole()[:cut] + whole()[cut:] == whole()


def test_a_passage_over_two_lines_names_both() -> None:
    part = whole()[2 : len(LINES[0]) + 3]

    assert part.place == Place(line=1, start=2, last_line=2, end=3)


def test_stripping_moves_the_place() -> None:
    heading = Passage.of_line(LINES[0], 1).strip()

    assert heading.place.start == 2
    assert stands_where_it_says(heading)


def test_nothing_stands_nowhere() -> None:
    with pytest.raises(ValueError, match="no place"):
        _ = EMPTY.place


def test_mended_typography_keeps_its_place() -> None:
    passage = Passage.of_line("提高站位,深刻认识", 1, start=4)
    mended = passage.with_text("提高站位，深刻认识")

    assert mended.text == "提高站位，深刻认识"
    assert mended.place == passage.place


def test_mended_typography_may_not_change_the_length() -> None:
    with pytest.raises(ValueError, match="as long"):
        Passage.of_line("提高", 1).with_text("提")


def test_stretches_part_where_the_source_does_and_not_where_the_style_does() -> None:
    bold = Passage.of_line("一、", 1, 2, Style(bold=True)) + Passage.of_line("提高站位", 1, 4)
    passage = bold + Passage.of_line("Plain", 3)

    assert [stretch.text for stretch in passage.stretches()] == ["一、提高站位", "Plain"]

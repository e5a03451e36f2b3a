"""Lengths stay lengths, and areas are cut without losing any of them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from slidegen.units import ZERO, Length, Rect

lengths = st.integers(0, 20_000_000).map(Length)
areas = st.builds(Rect, lengths, lengths, lengths, lengths)


def test_a_length_is_kept_through_arithmetic() -> None:
    total = Length.inches(1) + Length.points(36) * 2 - Length.millimetres(25.4)

    assert isinstance(total, Length)
    assert total == Length.inches(1)


def test_a_length_prints_in_points() -> None:
    assert str(Length.inches(0.5)) == "36 pt"


@given(areas, st.integers(1, 6), st.integers(0, 1000).map(Length))
def test_columns_stand_side_by_side_inside_their_area(area: Rect, count: int, gap: Length) -> None:
    columns = area.columns(count, gap=gap)
    slack = Length(count * count)

    assert len(columns) == count
    assert all(left.right <= right.left + slack for left, right in pairwise(columns))
    assert abs((columns[-1].right - area.right).emu) <= slack.emu


@given(areas, lengths)
def test_a_strip_and_what_is_left_make_the_area_again(area: Rect, height: Length) -> None:
    strip, rest = area.cut_top(height)

    assert strip.height + rest.height == area.height
    assert strip.bottom == rest.top


def test_touching_areas_do_not_overlap() -> None:
    inch = Length.inches(1)
    area = Rect(ZERO, ZERO, inch, inch)

    assert not area.overlaps(Rect(inch, ZERO, inch, inch))
    assert area.overlaps(area)
    assert area.contains(area.inset(Length.points(1)))

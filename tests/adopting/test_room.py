"""The room that is left on a page covers nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.adopting.room import grown, largest_free
from slidegen.units import Length, Rect

BOUNDS = Rect(*map(Length, (100, 100, 10_000, 7_000)))


@st.composite
def areas(draw: st.DrawFn) -> Rect:
    left, top = draw(st.integers(-500, 10_000)), draw(st.integers(-500, 7_000))
    width, height = draw(st.integers(1, 6_000)), draw(st.integers(1, 5_000))
    return Rect(*map(Length, (left, top, width, height)))


@given(st.lists(areas(), max_size=8))
@settings(deadline=None, max_examples=150)
def test_free_room_lies_inside_and_covers_nothing(obstacles):
    free = largest_free(BOUNDS, obstacles)

    assert BOUNDS.contains(free)
    assert not any(free.overlaps(o) for o in obstacles if free.width and free.height)


def test_all_of_an_empty_page_is_free():
    assert largest_free(BOUNDS, ()) == BOUNDS


def test_the_larger_side_of_a_bar_is_taken():
    bar = Rect(Length(3_000), Length(0), Length(200), Length(9_000))

    assert largest_free(BOUNDS, [bar]).left == bar.right


@given(areas(), st.lists(areas(), max_size=6))
@settings(deadline=None, max_examples=150)
def test_growing_never_takes_anything_away(area, obstacles):
    found = grown(area, BOUNDS, obstacles, up=True, down=True)

    assert found.contains(area)
    assert not any(
        found.overlaps(o) and not area.overlaps(o) and o.top >= area.bottom for o in obstacles
    )

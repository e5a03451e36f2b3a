"""What goes in as words comes out as the same words."""

from __future__ import annotations

import string

from hypothesis import given, settings
from hypothesis import strategies as st

WORDS = st.text(
    st.sampled_from("政务一（）“”…、，。\u3000 \t&<>'\"_x000D_" + string.ascii_letters), max_size=30
)


@settings(max_examples=25, deadline=None)
@given(title=WORDS, points=st.lists(WORDS, max_size=4))
def test_titles_points_and_notes_are_read_back_as_written(desk, title, points):
    notes = desk.notes(*(point for point in points if point))
    slide = desk.slide_of(desk.content(title, *points, notes=notes))

    assert slide.shapes.title.text == title
    if points:
        assert slide.placeholders[1].text_frame.text == "\n".join(points)
    if notes:
        assert slide.notes_slide.notes_text_frame.text == "\n".join(filter(None, points))

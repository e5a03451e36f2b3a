"""Colours as Office shows them, and text that can be read on them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from slidegen.adopting.colours import READABLE, colour_of, contrast, readable

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
colours = st.integers(0, 0xFFFFFF).map("{:06X}".format)


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ("", "4472C4"),
        ('<a:lumMod val="75000"/>', "2F5597"),
        ('<a:lumMod val="40000"/><a:lumOff val="60000"/>', "B4C7E7"),
        ('<a:shade val="50000"/>', "31538F"),
    ],
)
def test_a_scheme_colour_comes_out_as_powerpoint_shows_it(change, shown):
    fill = etree.fromstring(
        f'<a:solidFill {A}><a:schemeClr val="accent1">{change}</a:schemeClr></a:solidFill>'
    )

    found = colour_of(fill, {"accent1": "4472C4"})
    assert found is not None
    pairs = zip(bytes.fromhex(found), bytes.fromhex(shown), strict=True)
    assert all(abs(one - other) <= 3 for one, other in pairs)


def test_contrast_is_that_of_wcag():
    assert contrast("FFFFFF", "000000") == pytest.approx(21)
    assert contrast("FFFFFF", "C00000") == pytest.approx(6.5, abs=0.1)


@given(colours, colours)
@settings(deadline=None, max_examples=200)
def test_any_colour_becomes_readable_on_any_ground(colour, ground):
    assert contrast(readable(colour, (ground,)), ground) >= READABLE

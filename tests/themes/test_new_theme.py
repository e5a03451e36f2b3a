"""A new theme from one colour is whole, legible and ready for use."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.adopting.colours import contrast
from slidegen.errors import OutputError, ThemeError
from slidegen.new_theme import make_theme, palette_from
from slidegen.pipeline import convert
from slidegen.theme_file import load_theme, read_theme_file
from slidegen.theme_folders import find_theme

BASE = read_theme_file(find_theme("gov-red")).palette


def test_a_new_theme_makes_decks(tmp_path: Path):
    folder = make_theme(
        tmp_path / "green", base="gov-red", accent="#0f6b4f", font="Calibri", east_asian=None
    )
    theme = load_theme(folder, "4:3")

    assert theme.colour("accent") == "0F6B4F"
    assert (theme.fonts.latin, theme.fonts.east_asian) == ("Calibri", "微软雅黑")
    assert convert(b"# One\n\nWords.\n", format="markdown", theme=folder, aspect="4:3").pptx


@settings(deadline=None, max_examples=80)
@given(st.integers(0, 0xFFFFFF).map("{:06X}".format))
def test_words_can_be_read_whatever_the_colour_or_the_colour_is_refused(accent):
    try:
        palette = {**BASE, **palette_from(accent, BASE)}
    except ThemeError:
        assert contrast(accent, "FFFFFF") < 5.5

        return
    on_page = [(name, ground) for name in ("accent", "deep") for ground in ("paper", "tint")]
    on_colour = [(name, ground) for name in ("paper", "pale") for ground in ("accent", "deep")]
    for text, ground in (*on_page, *on_colour):
        assert contrast(palette[text], palette[ground]) >= 4.4, (text, ground)


@settings(deadline=None, max_examples=80)
@given(st.integers(0, 0xFFFFFF).map("{:06X}".format), st.sampled_from(["gov-red", "gov-plain"]))
def test_the_series_of_its_charts_stand_out_and_neighbours_differ_in_grey(accent, base):
    under = read_theme_file(find_theme(base))
    try:
        palette = {**under.palette, **palette_from(accent, under.palette)}
    except ThemeError:
        return
    series = [palette[name] for name in under.chart.series]

    assert all(contrast(colour, palette["paper"]) >= 3 for colour in series)
    assert all(contrast(one, other) >= 1.4 for one, other in pairwise(series))


@pytest.mark.parametrize("accent", ["FFDD00", "red", "12345"])
def test_a_colour_that_will_not_do_is_refused_and_nothing_is_made(accent, tmp_path: Path):
    with pytest.raises(ThemeError) as caught:
        make_theme(tmp_path / "mine", base="gov-red", accent=accent, font=None, east_asian=None)

    assert caught.value.hint.en and caught.value.hint.zh
    assert not (tmp_path / "mine").exists()


def test_a_theme_is_not_written_over(tmp_path: Path):
    def make() -> Path:
        return make_theme(
            tmp_path / "mine", base="gov-plain", accent="00478F", font=None, east_asian=None
        )

    make()

    with pytest.raises(OutputError, match="already"):
        make()

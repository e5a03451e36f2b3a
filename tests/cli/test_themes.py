"""`slidegen themes`: listing, showing, making."""

from __future__ import annotations

from pathlib import Path

from pptx import Presentation


def test_a_pipe_gets_names_and_titles_without_colours(call):
    answer = call("themes", "list")

    assert answer.code == 0
    assert "gov-red\tGovernment red\n" in answer.out
    assert "\x1b" not in answer.out


def test_a_theme_is_made_and_shown(call, tmp_path: Path):
    folder, deck = tmp_path / "mine", tmp_path / "mine.pptx"

    assert call("themes", "new", folder, "--accent", "0F6B4F").code == 0
    assert call("themes", "show", folder, "-o", deck).code == 0
    assert deck.is_file()


def test_a_colour_that_cannot_be_read_is_an_error_with_a_way_out(call, tmp_path: Path):
    answer = call("themes", "new", tmp_path / "mine", "--accent", "FFDD00")

    assert answer.code == 1
    assert "too light" in answer.err and "hint: take a darker one" in answer.err


def test_a_theme_without_a_colour_is_wrong_usage(call, tmp_path: Path):
    assert call("themes", "new", tmp_path / "mine").code == 2


def test_the_specimen_is_in_the_themes_language_not_in_that_of_whoever_asks(
    call, tmp_path: Path, monkeypatch
):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    deck = tmp_path / "us.pptx"

    assert call("themes", "show", "us-gov", "-o", deck).code == 0
    assert str(Presentation(str(deck)).slides[0].shapes.title.text_frame.text).isascii()

"""A theme's file is checked whole when it is read, and an error names the key and the way out."""

from __future__ import annotations

import shutil
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from slidegen import theme_folders
from slidegen.errors import ThemeError
from slidegen.theme_file import load_theme, read_theme_file
from slidegen.theme_folders import theme_names
from slidegen.units import Length

SHIPPED = theme_folders.find_theme("gov-red")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a sound theme, to be spoilt."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "mine"))


def spoil(folder: Path, old: str, new: str) -> None:
    file = folder / "theme.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_shipped_theme_is_found_by_name():
    assert load_theme("gov-red").name == "gov-red"
    assert "gov-red" in theme_names()


def test_a_theme_of_ones_own_is_found_by_its_folder(folder):
    assert load_theme(folder, "4:3").template == folder / "template-4x3.pptx"
    assert load_theme(str(folder)).name == "gov-red"


def test_a_shipped_theme_wins_over_a_folder_of_that_name(folder, monkeypatch):
    folder.rename(folder.parent / "gov-red")
    monkeypatch.chdir(folder.parent)

    assert load_theme("gov-red").template.parent == SHIPPED


def test_a_stranger_may_bring_a_theme(folder, monkeypatch):
    brought = EntryPoint("county-blue", "tests.themes:folder", theme_folders.ENTRY_POINTS)
    monkeypatch.setattr(EntryPoint, "load", lambda self: folder)
    monkeypatch.setattr(
        "importlib.metadata.entry_points", lambda **wanted: EntryPoints([brought]).select(**wanted)
    )

    assert load_theme("county-blue").template.parent == folder


def test_an_unknown_theme_is_an_error_that_lists_the_known_ones():
    with pytest.raises(ThemeError, match="no theme is called 'gov-rde'") as caught:
        load_theme("gov-rde")

    assert "choose one of: " in caught.value.hint.en and "gov-red" in caught.value.hint.en
    assert "gov-red" in caught.value.hint.zh


def test_a_theme_without_its_template_is_an_error(folder):
    (folder / "template-16x9.pptx").unlink()

    with pytest.raises(ThemeError, match=r"no template-16x9\.pptx") as caught:
        load_theme(folder)
    assert "themes/build.py" in caught.value.hint.en


def test_each_aspect_has_its_own_size():
    wide, narrow = load_theme("gov-red", "16:9"), load_theme("gov-red", "4:3")

    assert (wide.width.emu, narrow.width.emu) == (12_192_000, 9_144_000)
    assert wide.height == narrow.height == Length.inches(7.5)


FAULTS = {
    "no toml": ('name = "gov-red"', "name = gov-red", "theme.toml"),
    "an unknown key": ("max-lines = 4", "max-line = 3", r"text\.cover-title.*max-line"),
    "a missing key": ('title = "封面"\n', "", r"layouts\.cover.*title"),
    "a wrong value": ('anchor = "bottom"', 'anchor = "foot"', r"text\.cover-title.*anchor"),
    "no colour": ('ink = "221F1C"', 'ink = "black"', r"palette"),
    "a colour that every theme has": ("muted =", "mutd =", r"palette: there is no 'muted'"),
    "an unknown colour": ('fill = "gold"', 'fill = "golden"', r"ornaments\.page.*'golden'"),
    "an unknown colour of a frame": ('outline = "glow"', 'outline = "x"', r"slots\.number.*'x'"),
    "an unknown area": ('area = "page-bar"', 'area = "bar"', r"there is no area 'bar'"),
    "an unknown text style": ('text = "kicker"', 'text = "kick"', r"layouts\.content.*'kick'"),
    "an unknown ground": ('ground = "field"', 'ground = "blue"', r"layouts\.cover.*'blue'"),
    "unknown ornaments": ('"cover"]', '"covers"]', r"layouts\.cover.*'covers'"),
    "a lost slot": ("speaker = {", "speakers = {", r"layouts\.cover.*'speaker'"),
    "two slots of one idx": ("idx = 15", "idx = 14", r"layouts\.cover.*same idx"),
    "a step too short": ("size = [24, 20, 18]", "size = [24, 20]", r"text\.body.*for each level"),
    "lines too tight": ("pitch = [60]", "pitch = [50]", r"text\.cover-title.*1\.32"),
    "an area beyond the slide": (
        "foot-rule = [0.75,",
        "foot-rule = [2.75,",
        r"beyond the slide",
    ),
    "a slot beyond the safe area": ("body = [0.75,", "body = [0.1,", r"\.body.*safe area"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_an_error_that_names_file_and_key(fault, folder):
    old, new, complaint = FAULTS[fault]
    spoil(folder, old, new)

    with pytest.raises(ThemeError, match=complaint) as caught:
        load_theme(folder)
    assert str(folder / "theme.toml") in caught.value.message.en
    assert str(folder / "theme.toml") in caught.value.message.zh


@pytest.fixture
def built_on(tmp_path: Path):
    """A theme of two lines that builds on another, with the shipped templates."""

    def make(name: str, base: str, more: str = "") -> Path:
        folder = tmp_path / name
        folder.mkdir()
        for template in SHIPPED.glob("*.pptx"):
            shutil.copy(template, folder)
        (folder / "theme.toml").write_text(
            f'base = "{base}"\nname = "{name}"\n{more}', encoding="utf-8"
        )
        return folder

    return make


def test_what_a_theme_leaves_out_is_its_bases(built_on):
    folder = built_on("mine", "gov-red", '[palette]\naccent = "00478F"\n')
    mine, base = load_theme(folder), load_theme("gov-red")

    assert mine.name == "mine"
    assert mine.colour("accent") == "00478F"
    assert mine.colour("ink") == base.colour("ink")
    assert mine.layouts == base.layouts


def test_a_list_of_the_base_is_replaced_whole(built_on):
    folder = built_on("mine", "gov-red", '[grounds.paper]\nstops = [{ colour = "tint" }]\n')

    assert [stop.colour for stop in read_theme_file(folder).grounds["paper"].stops] == ["tint"]


def test_a_base_may_have_a_base_and_be_a_folder(built_on):
    built_on("first", "gov-red", '[palette]\naccent = "00478F"\n')
    second = built_on("second", "../first")

    assert load_theme(second).colour("accent") == "00478F"


def test_a_base_that_there_is_not_is_an_error_that_lists_the_known_ones(built_on):
    folder = built_on("mine", "gov-rde")

    with pytest.raises(ThemeError, match=r"theme\.toml: base: no theme is called 'gov-rde'") as e:
        load_theme(folder)
    assert "gov-red" in e.value.message.en and "gov-red" in e.value.message.zh


@pytest.mark.parametrize("base", [".", "../other"])
def test_themes_that_build_on_each_other_are_an_error(base, built_on):
    folder = built_on("mine", base)
    built_on("other", "../mine")

    with pytest.raises(ThemeError, match=r"base: .* builds on this theme in its turn"):
        load_theme(folder)


def test_the_prepared_form_is_of_no_account_once_the_file_is_another(folder):
    before = load_theme(folder)
    spoil(folder, 'accent = "', 'accent = "00478F" # "')

    assert (folder / "theme.json").exists()
    assert before.colour("accent") != load_theme(folder).colour("accent") == "00478F"


def test_a_theme_without_its_prepared_form_is_the_same(folder):
    (folder / "theme.json").unlink()

    assert read_theme_file(folder) == read_theme_file(SHIPPED)

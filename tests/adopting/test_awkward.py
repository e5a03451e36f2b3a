"""Decks through templates as people have them: each sound, each theirs, nothing over the edge."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from openxml_audit import validate_pptx
from pptx import Presentation

import slidegen
from slidegen.adopting import adopted
from slidegen.adopting.colours import READABLE, contrast
from slidegen.pipeline import Conversion
from slidegen.theme import Layout
from slidegen.units import Length, Rect

from .templates import AWKWARD

REPORT = Path(__file__).with_name("report.md")
DISPLAYED = ("cover", "divider", "closing")
"""Layouts that are no pages: their words may stand anywhere."""
EDGE = Length.points(1)
"""What rounding may add up to."""

every_template = pytest.mark.parametrize("name", AWKWARD)


@cache
def deck(name: str) -> Conversion:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "their.pptx"
        path.write_bytes(AWKWARD[name]())
        return slidegen.convert(REPORT, template=path)


@every_template
def test_the_deck_is_valid_and_has_their_size(name, tmp_path):
    file = deck(name).save(tmp_path / "deck.pptx")
    theirs = deck(name).stages.theme

    assert validate_pptx(file).errors == []
    made = Presentation(file)
    assert (made.slide_width, made.slide_height) == (theirs.width.emu, theirs.height.emu)


@every_template
def test_nothing_runs_over_and_no_placeholder_is_left_empty(name):
    made = deck(name)

    assert not [s.title for s in made.stages.scenes.scenes if s.fit and s.fit.overflow]
    for slide in Presentation(BytesIO(made.pptx)).slides:
        for shape in slide.placeholders:
            assert not shape.has_text_frame or shape.text_frame.text.strip()


@every_template
def test_what_is_built_stands_on_the_slide_and_below_or_above_the_title(name):
    theme = deck(name).stages.theme
    slide = Rect(-EDGE, -EDGE, theme.width + EDGE * 2, theme.height + EDGE * 2)

    for layout in theme.layouts:
        built = [slot for slot in layout.slots if slot.dress == "slide"]
        assert all(slide.contains(slot.frame) for slot in built), layout.name
        if layout.name not in DISPLAYED and "title" not in {slot.name for slot in built}:
            title = layout.slot("title").area.inset(EDGE)
            assert not any(slot.area.inset(EDGE).overlaps(title) for slot in built), layout.name


@every_template
def test_words_of_pages_can_be_read_on_their_ground(name):
    theme = deck(name).stages.theme
    palette = dict(theme.palette)
    ground = palette["paper"] if name != "blank-only" else "FFFFFF"

    for ink in ("ink", "deep", "accent", "muted"):
        assert contrast(palette[ink], palette["tint"]) >= READABLE, ink
    assert contrast(palette["ink"], ground) >= READABLE
    assert contrast(palette["paper"], palette["deep"]) >= READABLE


def test_words_on_a_gradient_can_be_read_at_its_worst_end():
    palette = dict(deck("gradient").stages.theme.palette)

    for ink in ("ink", "deep", "accent", "muted"):
        assert contrast(palette[ink], "E8E8E8") >= READABLE, ink
        assert contrast(palette[ink], "8C8C8C") >= READABLE, ink


@every_template
def test_every_kind_of_slide_of_ours_has_a_layout(name):
    ours = {layout.name for layout in slidegen.load_theme("gov-red").layouts}
    theirs: tuple[Layout, ...] = deck(name).stages.theme.layouts

    assert {layout.name for layout in theirs} == ours
    assert all(layout.has("title") for layout in theirs)


def test_a_deck_comes_out_the_same_every_time(tmp_path):
    path = tmp_path / "their.pptx"
    path.write_bytes(AWKWARD["dark"]())

    assert slidegen.convert(REPORT, template=path).pptx == deck("dark").pptx


def test_layouts_are_known_whatever_they_are_called(tmp_path):
    uses = {}
    for name in ("plain", "renamed"):
        path = tmp_path / f"{name}.pptx"
        path.write_bytes(AWKWARD[name]())
        uses[name] = [(use.layout, use.is_theirs) for use in adopted(path).uses]

    assert uses["renamed"] == uses["plain"]

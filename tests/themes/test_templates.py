"""The templates are the theme's file in PowerPoint's terms, and nothing besides."""

from __future__ import annotations

import runpy
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from openxml_audit import validate_pptx
from pptx import Presentation

from slidegen.options import Aspect
from slidegen.theme import Slot, Theme
from slidegen.theme_entries import ThemeFile
from slidegen.theme_file import load_theme, read_theme_file
from slidegen.theme_folders import find_theme, theme_names
from slidegen.units import Length, Rect

THEMES = Path(__file__).parents[2] / "themes"
ASPECTS = get_args(Aspect)
LARGE = Length.points(24)
"""From here on a contrast of 3 will do (WCAG 2.2, 1.4.3)."""


@pytest.fixture(
    scope="module", params=[(name, aspect) for name in theme_names() for aspect in ASPECTS]
)
def theme(request) -> Theme:
    return load_theme(*request.param)


def slots(theme: Theme) -> list[tuple[str, Slot]]:
    return [(layout.name, slot) for layout in theme.layouts for slot in layout.slots]


@pytest.mark.parametrize("name", theme_names())
def test_a_fresh_build_gives_the_same_bytes(name):
    build = runpy.run_path(str(THEMES / "build.py"))["build"]
    folder = find_theme(name)

    for file, data in build(folder).items():
        assert (folder / file).read_bytes() == data, f"run themes/build.py: {file} is stale"


def test_an_audit_against_the_schemas_finds_nothing(theme):
    assert validate_pptx(theme.template).errors == []


def test_a_template_has_the_themes_layouts_and_no_slides(theme):
    deck = Presentation(theme.template)

    assert [layout.name for layout in deck.slide_layouts] == [
        wanted.title for wanted in theme.layouts
    ]
    assert len(deck.slides) == 0
    assert (deck.slide_width, deck.slide_height) == (theme.width.emu, theme.height.emu)


def test_the_selection_pane_names_shapes_in_the_themes_language(theme):
    deck = Presentation(theme.template)
    is_chinese = read_theme_file(find_theme(theme.name)).language.startswith("zh")
    names = [
        shape.name
        for shapes in (deck.slide_masters[0].shapes, *(page.shapes for page in deck.slide_layouts))
        for shape in shapes
    ]

    assert [name for name in names if name.isascii() == is_chinese] == []


def test_placeholders_stand_where_the_slots_are(theme):
    deck = Presentation(theme.template)

    for layout, made in zip(theme.layouts, deck.slide_layouts, strict=True):
        places = {p.placeholder_format.idx: p for p in made.placeholders}
        assert places.keys() == {slot.idx for slot in layout.slots}
        for slot in layout.slots:
            shape = places[slot.idx]
            left, top, width, height = shape.left, shape.top, shape.width, shape.height
            area = slot.frame
            assert (left, top, width, height) == tuple(
                length.emu for length in (area.left, area.top, area.width, area.height)
            )


def test_a_master_has_title_body_footer_and_number_with_levels(theme):
    master = Presentation(theme.template).slide_masters[0]
    levels = master._element.xpath("//p:bodyStyle/*")

    assert [p.element.ph.type.name for p in master.placeholders] == [
        *("TITLE", "BODY", "FOOTER", "SLIDE_NUMBER")
    ]
    assert len(levels) == 9
    assert all(int(level.get("marL")) + int(level.get("indent")) >= 0 for level in levels)
    assert all(level.get("hangingPunct") == "0" for level in levels)


def test_text_has_no_insets_but_on_panels_and_exact_lines(theme):
    deck = Presentation(theme.template)

    for layout in (deck.slide_masters[0], *deck.slide_layouts):
        for body in layout._element.xpath("//a:bodyPr[@anchor]"):
            panels = body.getparent().getparent().xpath("p:spPr/a:solidFill")
            insets = {body.get(side) for side in ("lIns", "tIns", "rIns", "bIns")}
            assert len(insets) == 1
            assert (insets == {"0"}) is not bool(panels)
        styles = layout._element.xpath("//p:sp//a:lstStyle/*")
        assert all(style.find("a:lnSpc/a:spcPts", style.nsmap) is not None for style in styles)


def test_sizes_keep_to_what_can_be_read_in_a_hall(theme):
    for layout, slot in slots(theme):
        sizes = [size.pt for step in slot.steps for size in step.sizes]
        match layout, slot.name:
            case "cover", "title":
                assert all(40 <= size <= 44 for size in sizes[:-2])
                assert sizes[-1] >= 32  # the last resort, for a title of sixty characters
            case _, "footer" | "slide-number" | "kicker":
                assert all(10 <= size <= 12 for size in sizes)
            case "content" | "two-content" | "table" | "picture" | "figures", "title":
                assert all(28 <= size <= 32 for size in sizes[:-1])
                assert sizes[-1] >= 24  # the same, rather than cutting the title
            case ("code", "code") | ("table", "unit"):
                assert all(size >= 14 for size in sizes)
            case "figures", "figures":
                assert min(sizes) >= 16  # the words under a numeral
                assert all(step.sizes[0].pt >= 36 for step in slot.steps)
            case _:
                assert all(size >= 18 for size in sizes), (layout, slot.name)


def test_steps_go_down(theme):
    for _, slot in slots(theme):
        for larger, smaller in pairwise(slot.steps):
            assert smaller.sizes < larger.sizes
            assert all(a <= b for a, b in zip(smaller.pitches, larger.pitches, strict=True))


def test_every_slot_has_room_for_a_line_at_its_own_size(theme):
    for layout, slot in slots(theme):
        if slot.steps:
            lines = slot.max_lines or 1
            assert slot.steps[-1].pitches[0] * lines <= slot.area.height, (layout, slot.name)
            assert slot.steps[0].pitches[0] <= slot.area.height, (layout, slot.name)


def test_slots_of_a_page_do_not_touch_each_other(theme):
    # a table that has a unit over it begins lower
    alternatives = {"agenda": ("left", "right"), "table": ("unit",)}
    for layout in theme.layouts:
        shown = [s for s in layout.slots if s.name not in alternatives.get(layout.name, ())]
        for slot in shown:
            others = (other for other in shown if other is not slot)
            assert not any(slot.frame.overlaps(other.frame) for other in others), layout.name


def luminance(rgb: str) -> float:
    # WCAG 2.2, relative luminance
    shares = [int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(weight * s for weight, s in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def grounds(file: ThemeFile, theme: Theme, layout: str, slot: Slot) -> set[str]:
    """The colours that may lie behind a slot: its panel's or an ornament's, else the ground's."""
    if slot.panel:
        return {slot.panel.fill}
    areas = file.geometry[theme.aspect].areas
    entry = file.layouts[layout]
    found = {stop.colour for stop in file.grounds[entry.ground].stops}
    for group in entry.ornaments:
        for ornament in file.ornaments[group]:
            inside = Rect.of_inches(*areas[ornament.area]).contains(slot.area)
            if inside:
                found = {ornament.fill, ornament.to or ornament.fill}
    return found


def test_text_stands_out_from_its_ground(theme):
    file = read_theme_file(theme.template.parent)
    for layout, slot in slots(theme):
        if not slot.steps:
            continue
        smallest = min(size for step in slot.steps for size in step.sizes)
        needed = 3.0 if smallest >= LARGE else 4.5
        for level in slot.levels:
            for ground in grounds(file, theme, layout, slot):
                ratio = contrast(theme.colour(level.colour), theme.colour(ground))
                assert ratio >= needed, (layout, slot.name, level.colour, ground)


def test_tables_stand_out_too(theme):
    table = theme.table
    pairs = [(table.head_text, table.head_fill), (table.text, table.band_fill)]
    pairs += [(table.text, "paper"), ("accent", "paper"), ("muted", "tint")]

    for text, ground in pairs:
        assert contrast(theme.colour(text), theme.colour(ground)) >= 4.5, (text, ground)


def test_neighbours_in_a_chart_differ_in_grey_too(theme):
    colours = [theme.colour(name) for name in theme.chart.series]

    for one, other in pairwise([*colours, colours[0]]):
        assert contrast(one, other) >= 1.5, (one, other)


def test_the_words_of_a_chart_stand_out(theme):
    for name in (theme.chart.text, "ink"):
        assert contrast(theme.colour(name), theme.colour("paper")) >= 4.5
    assert min(size.pt for size in theme.chart.sizes) >= 14


def test_gold_is_for_rules_and_large_numerals_only(theme):
    for layout, slot in slots(theme):
        for level in slot.levels:
            if level.colour in ("gold", "glow"):
                assert (layout, slot.name) == ("divider", "number")

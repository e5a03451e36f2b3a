"""Every text of every layout stands out from whatever lies behind it, in colour and in grey.

What lies behind is worked out from the theme's data: the ground at each of its stops, each
ornament below the slot blended in with its opacity, the slot's own panel. So a new layout or
theme is tried without a word here.
"""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from itertools import pairwise
from typing import get_args

import pytest

from slidegen.adopting.colours import contrast, luminance, mixed
from slidegen.options import Aspect
from slidegen.theme import Slot, Theme
from slidegen.theme_entries import OrnamentEntry, StopEntry, ThemeFile
from slidegen.theme_file import load_theme, read_theme_file
from slidegen.theme_folders import find_theme, theme_names
from slidegen.units import Rect

ENOUGH, ENOUGH_FOR_LARGE = 4.5, 3.0  # WCAG 2.2, 1.4.3
LARGE, LARGE_IF_BOLD = 24, 18.66
"""Points from which on type is large; WCAG's own limit for plain type is 18."""
HAIRLINE = 1
"""Points; a rule as thin as that may touch the edge of a slot."""
CASES = [(name, aspect) for name in theme_names() for aspect in get_args(Aspect)]


@pytest.fixture(scope="module", params=CASES, ids=lambda case: " ".join(case))
def case(request) -> tuple[ThemeFile, Theme]:
    name, aspect = request.param
    return read_theme_file(find_theme(name)), load_theme(name, aspect)


def darkened(colour: str, percent: float) -> str:
    """As `a:lumMod` does, in hue, saturation and luminance."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = rgb_to_hls(red, green, blue)
    shares = hls_to_rgb(hue, light * percent / 100, saturation)
    return "".join(f"{round(share * 255):02X}" for share in shares)


def of_stop(theme: Theme, stop: StopEntry) -> str:
    return darkened(theme.colour(stop.colour), stop.luminance)


def under(theme: Theme, ornament: OrnamentEntry, behind: set[str]) -> set[str]:
    """*behind*, seen through either end of the ornament's fill."""
    ends = ((ornament.fill, ornament.opacity), (ornament.to, ornament.to_opacity))
    return {
        mixed(colour, theme.colour(fill), opacity / 100)
        for fill, opacity in ends
        if fill is not None
        for colour in behind
    }


def grounds(file: ThemeFile, theme: Theme, layout: str, slot: Slot) -> set[str]:
    """All colours that some of the slot's text may stand on."""
    if slot.panel:
        return {theme.colour(slot.panel.fill)}
    areas, entry = file.geometry[theme.aspect].areas, file.layouts[layout]
    behind = {of_stop(theme, stop) for stop in file.grounds[entry.ground].stops}
    for ornament in (each for group in entry.ornaments for each in file.ornaments[group]):
        area = Rect.of_inches(*areas[ornament.area])
        if area.contains(slot.area) and ornament.shape == "rect":
            behind = under(theme, ornament, behind)
        elif min(depth(area, slot.area)) > HAIRLINE:
            behind |= under(theme, ornament, behind)
    return behind


def depth(one: Rect, other: Rect) -> tuple[float, float]:
    """How wide and how high the part is that both share, in points."""
    width = min(one.right, other.right).pt - max(one.left, other.left).pt
    height = min(one.bottom, other.bottom).pt - max(one.top, other.top).pt
    return width, height


def texts(theme: Theme):
    """Layout, slot, and the colour of a level with the contrast that its smallest size needs."""
    for layout in theme.layouts:
        for slot in layout.slots:
            for number, level in enumerate(slot.levels):
                size = min(step.sizes[number].pt for step in slot.steps)
                large = size >= (LARGE_IF_BOLD if level.bold else LARGE)
                yield layout.name, slot, level.colour, ENOUGH_FOR_LARGE if large else ENOUGH


def test_a_clear_ornament_changes_nothing_and_a_solid_one_hides_what_is_behind():
    theme = load_theme("gov-red")
    clear = OrnamentEntry(name="", area="", fill="deep", opacity=0)
    solid = OrnamentEntry(name="", area="", fill="deep")

    assert under(theme, clear, {"FFFFFF"}) == {"FFFFFF"}
    assert under(theme, solid, {"FFFFFF"}) == {theme.colour("deep")}


def test_all_text_stands_out_from_what_lies_behind_it(case):
    file, theme = case

    weak = [
        (layout, slot.name, name, ground, round(contrast(theme.colour(name), ground), 2))
        for layout, slot, name, needed in texts(theme)
        for ground in grounds(file, theme, layout, slot)
        if contrast(theme.colour(name), ground) < needed
    ]

    assert weak == []


def test_the_numbers_of_the_agenda_stand_out(case):
    file, theme = case

    for slot in map(theme.layout("agenda").slot, ("body", "left", "right")):
        for ground in grounds(file, theme, "agenda", slot):
            for name in ("accent", "muted"):
                assert contrast(theme.colour(name), ground) >= ENOUGH, (slot.name, name)


def test_the_words_of_tables_stand_out(case):
    _, theme = case
    table = theme.table

    for text, ground in (
        (table.head_text, table.head_fill),
        (table.text, table.band_fill),
        (table.text, "paper"),
    ):
        assert contrast(theme.colour(text), theme.colour(ground)) >= ENOUGH, (text, ground)


def test_neighbouring_series_of_a_chart_differ_in_grey(case):
    _, theme = case
    series = [theme.colour(name) for name in theme.chart.series]

    for one, other in pairwise([*series, series[0]]):
        assert contrast(one, other) >= 1.5, (one, other)  # from luminance, so without hue


def test_every_series_of_a_chart_stands_out_from_the_page(case):
    _, theme = case
    chart, paper = theme.chart, theme.colour("paper")

    for name in {*chart.series, *chart.lines}:
        assert contrast(theme.colour(name), paper) >= ENOUGH_FOR_LARGE, name  # WCAG 2.2, 1.4.11


def test_cards_can_be_told_from_the_page_in_grey(case):
    _, theme = case
    paper = theme.colour("paper")

    for layout in theme.layouts:
        for slot in layout.slots:
            if slot.panel and slot.panel.edge:
                edge = theme.colour(slot.panel.edge)
                assert abs(luminance(edge) - luminance(paper)) > 0.3, (layout.name, slot.name)

"""Numbers set large, with the points that they are from beside them.

A numeral stands in one line, with what qualifies it (近, 超过) and its unit smaller beside it, and
what it says stands below in two lines at the most. If there is no room for that, or for the
points beside it, the slide is one of points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from slidegen.arranging.bullets import arrange_bullets, as_bullets, spaced
from slidegen.arranging.lines import ROOM
from slidegen.arranging.measure import width
from slidegen.arranging.page import Setting, one_page
from slidegen.arranging.setting import (
    broken_evenly,
    in_slot,
    of_level,
    set_paragraph,
    stacked,
)
from slidegen.deck import KeyFigure, KeyFigures
from slidegen.passage import join
from slidegen.patterns import compiled
from slidegen.scene import Fit, Scene, TextItem, TextParagraph, TextRun
from slidegen.theme import Slot, TypeStep
from slidegen.units import Length

NUMERAL, LABEL = 1, 2
"""The levels of a figure's text."""

SMALLER = 0.45
"""Size of a unit by its numeral's, but never below the label's."""

MOST_LINES = 2
"""Of a label."""

MONEY = compiled(r"(?:US|HK|A|C|NZ)?[$€£¥]")
PARTS = compiled(r"(?P<before>[^\d]*)(?P<numeral>\d.*)", re.DOTALL)
"""A value with digits: `超过160`, `全国第4`, `more than 6`."""
SIGN = compiled(r"[%％‰℃°]?")
"""The sign that a unit may begin with, as large as the numeral."""


def arrange_figures(slide: KeyFigures, setting: Setting) -> tuple[Scene, ...]:
    layout = setting.theme.layout("figures")
    panel, place = layout.slot("figures"), layout.slot("body")
    numerals = _numerals(slide.figures, panel, setting)
    step, pages = spaced(slide.points, place, setting.steps("bullets", place), setting)
    if numerals is None or len(pages) > 1:
        return arrange_bullets(as_bullets(slide), setting)
    lines = [point.set for point in pages[0]]
    body = in_slot(place, tuple(line.paragraph for line in lines), step)
    fit = Fit(
        size=min(of_level(step.sizes, point.level) for point in slide.points),
        fill=round(stacked(lines).ratio(place.area.height), 3),
    )
    return one_page("figures", slide, layout, setting, (numerals, body), fit)


def _numerals(figures: Sequence[KeyFigure], slot: Slot, setting: Setting) -> TextItem | None:
    """The figures under each other, at the first size at which all stand as they should."""
    for step in slot.steps:
        if _lowest(len(figures), step) > slot.area.height:
            continue
        pairs = [_pair(figure, slot, step, setting) for figure in figures]
        if not all(_fits_one_line(numeral, slot, step) for numeral, _ in pairs):
            continue
        paragraphs = tuple(chain.from_iterable(pairs))
        lines = [set_paragraph(paragraph, slot, step) for paragraph in paragraphs]
        few = all(label.lines <= MOST_LINES for label in lines[1::2])
        if few and stacked(lines) <= slot.area.height:
            return in_slot(slot, paragraphs, step)
    return None


def _lowest(count: int, step: TypeStep) -> Length:
    """How high so many figures are at the least: a line for each numeral and each label."""
    lines, gaps = step.pitches, step.gaps
    each = lines[NUMERAL - 1] + gaps[LABEL - 1] + lines[LABEL - 1]
    return each * count + gaps[NUMERAL - 1] * (count - 1)


def _pair(
    figure: KeyFigure, slot: Slot, step: TypeStep, setting: Setting
) -> tuple[TextParagraph, TextParagraph]:
    numeral = TextParagraph(
        tuple(_runs(figure, step)), level=NUMERAL, words=join((figure.value, figure.unit))
    )
    label = broken_evenly(figure.label, slot, step, setting.phrasing, level=LABEL)
    return numeral, TextParagraph(label, level=LABEL, words=figure.label)


def _runs(figure: KeyFigure, step: TypeStep) -> Iterator[TextRun]:
    scaled = Length.points(round(step.sizes[NUMERAL - 1].pt * SMALLER))
    small = max(scaled, step.sizes[LABEL - 1])
    value, unit = figure.value.text.strip(), figure.unit.text.strip()
    parts = PARTS.fullmatch(value)
    before, numeral = (parts["before"], parts["numeral"]) if parts else ("", value)
    is_money = MONEY.fullmatch(before)
    if before and not is_money:
        yield TextRun(before, size=small)
    sign = SIGN.match(unit)
    large = sign.group() if sign else ""
    yield TextRun((before if is_money else "") + numeral + large)
    if rest := unit[len(large) :]:
        space = " " if rest[0].isascii() and rest[0].isalpha() else ""
        yield TextRun(space + rest, size=small)


def _fits_one_line(numeral: TextParagraph, slot: Slot, step: TypeStep) -> bool:
    own = step.sizes[NUMERAL - 1]
    taken = sum((width(run.text, run.size or own, bold=True).emu for run in numeral.runs), start=0)
    return taken <= slot.area.width.emu * ROOM

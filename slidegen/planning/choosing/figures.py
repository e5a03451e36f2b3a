"""Key figures: points that say how much, so that their numbers carry the slide.

Numbers are in nearly every report; they are set large only where they are what the slide is about:
where most of its points have one, or where one stands out from few points.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from slidegen.deck import Bullets, KeyFigure, KeyFigures, Point
from slidegen.patterns import compiled
from slidegen.planning.choosing.shapes import ems
from slidegen.planning.figures import MOST_POINTS, best_figures
from slidegen.planning.figures.choosing import worth_of

MOST_FIGURES = 3
"""Beside more than so few numerals none is large."""

LEAST = 0.0
"""What a figure is worth that may be set large beside others."""
TOGETHER: Sequence[tuple[int, float]] = ((3, 0.4), (4, 1.3), (MOST_POINTS, 3.5))
"""What those set large are worth together, beside so many points: few points say little but
their numbers."""
FEW_POINTS = 3
STRIKING = 1.8
"""What one is worth that carries few points by itself: a first place, an output in billions."""
CARRYING = 0.5
"""Share of the points that have a figure on a slide that is about figures."""

LONGEST_LABEL = 20.0
LONGEST_VALUE = 9.0
"""In widths of a Chinese character: two lines below the numeral, and one of it."""
LEAST_NEAR = 4
"""Characters of the last stretch of a label that say by themselves what is measured: 同比下降."""

SCOPE = compiled("(?:我[省市县区]|全[国省市县区]|本[省市县区])(?:共|累计|已|通过)?")
"""What a label that is too long can do without: whose figure it is goes without saying."""


def as_figures(slide: Bullets) -> KeyFigures | None:
    if not 1 <= len(slide.points) <= MOST_POINTS:
        return None
    figures = _shown(slide.points)
    if not carry(figures, slide.points):
        return None
    return KeyFigures(slide.title, figures, slide.points, slide.kicker, slide.notes, slide.section)


def _shown(points: Sequence[Point]) -> tuple[KeyFigure, ...]:
    """The figures that can be set large, those worth most."""
    candidates = (Point(point.passage, figures=_fitting(point)) for point in points)
    return best_figures(candidates, MOST_FIGURES)


def _fitting(point: Point) -> tuple[KeyFigure, ...]:
    return tuple(
        figure
        for figure in map(_labelled, point.figures)
        if worth_of(figure) >= LEAST
        and 0 < ems(figure.label) <= LONGEST_LABEL
        and ems(figure.value) + ems(figure.unit) <= LONGEST_VALUE
    )


def _labelled(figure: KeyFigure) -> KeyFigure:
    """*figure* over one run of the text: of a label in stretches (全区共发生火灾 … 同比下降)
    the last, or the longest where that says too little. The points have all of it."""
    label, clause = figure.label, figure.words.text
    text = label.text
    last = next((label[at:] for at in range(len(text)) if text[at:] in clause), label)
    first = next((label[:at] for at in range(len(text), 0, -1) if text[:at] in clause), label)
    label = last if len(last) >= LEAST_NEAR else max(first, last, key=len)
    scope = SCOPE.match(label.text) if ems(label) > LONGEST_LABEL else None
    return replace(figure, label=label[scope.end() :] if scope else label)


def carry(figures: Sequence[KeyFigure], points: Sequence[Point]) -> bool:
    """Whether *figures* are what *points* are about."""
    worth = sum(map(worth_of, figures))
    are_few = len(points) <= FEW_POINTS
    if len(figures) == 1:
        return worth >= STRIKING and len(points) >= 2 and are_few
    counting = sum(bool(point.figures) for point in points)
    enough = next(worth for most, worth in TOGETHER if len(points) <= most)
    return len(figures) > 1 and worth >= enough and counting >= CARRYING * len(points)

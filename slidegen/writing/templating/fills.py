"""Gradients and outlines."""

from __future__ import annotations

from collections.abc import Iterable

from slidegen.theme import Theme
from slidegen.units import Length
from slidegen.writing.markup import Markup, element, solid_fill


def gradient(stops: Iterable[tuple[float, Markup]], angle: float) -> Markup:
    return element(
        "a:gradFill",
        element("a:gsLst", (element("a:gs", shade, pos=round(at * 1000)) for at, shade in stops)),
        element("a:lin", ang=round(angle * 60_000), scaled=False),
        rotWithShape=True,
    )


def no_line() -> Markup:
    return element("a:ln", element("a:noFill"))


def line(theme: Theme, name: str, points: float) -> Markup:
    return element("a:ln", solid_fill(theme, name), w=Length.points(points))

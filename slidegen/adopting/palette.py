"""A stranger's colours under the names that our slides ask for.

Whatever a name is used for can be read: `ink`, `deep`, `accent` and `muted` on the ground of
pages and on cards (`tint`); `paper`, `pale` and `glow` on `deep` and `accent`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from slidegen.adopting.canvas import Canvas
from slidegen.adopting.colours import (
    LARGE_READABLE,
    READABLE,
    contrast,
    faintest,
    is_grey,
    least_contrast,
    mixed,
    readable,
)
from slidegen.units import Rect

NAMES = (
    *("tx1", "bg1", "tx2", "bg2", "accent1", "accent2", "accent3", "accent4", "accent5"),
    *("accent6", "hlink", "folHlink"),
)
"""Of PowerPoint's theme colours, in a slide; the first that shows a colour stands for it."""
ON_OTHER_GROUND: Mapping[str, str] = {
    "paper": "deep",
    "pale": "muted",
    "glow": "accent",
    "gold": "accent",
    "rule": "muted",
}
"""What a text that our theme sets on a dark ground takes on a light one, and the other way."""


class Palette:
    """Grows as layouts ask for colours that only they need."""

    def __init__(self, page: Canvas, area: Rect, title: str | None, text: str | None) -> None:
        """*area* is where pages of *page* have their text; *title* and *text* are the colours
        that the template gives them, None where these are not plain."""
        scheme, grounds = page.scheme, page.grounds_under(area)
        self.scheme = scheme
        ink = readable(text or scheme["tx1"], grounds)
        ground = min(grounds, key=lambda one: contrast(ink, one))
        accents = [scheme[f"accent{n}"] for n in range(1, 7)]
        vivid = [colour for colour in accents if not is_grey(colour)] or accents
        tint = mixed(ground, vivid[0], 0.08)
        both = (*grounds, tint)
        accent = readable(vivid[0], both)
        heads = (title, scheme["tx2"], accent)
        coloured = (
            c for c in heads if c and not is_grey(c) and least_contrast(c, grounds) >= READABLE
        )
        deep = readable(next(coloured, accent), both)
        gold = next((c for c in vivid[1:] if contrast(c, ground) >= 1.5), accent)
        paper = readable(ground, (deep, accent))
        lighter = (accent, vivid[1] if len(vivid) > 1 else deep, ink)
        self.values = {
            "ink": readable(ink, both),
            "paper": paper,
            "deep": deep,
            "tint": tint,
            "accent": accent,
            "gold": gold,
            "muted": readable(mixed(ink, ground, 0.3), both),
            "rule": mixed(ground, ink, 0.2),
            "pale": paper,
            "glow": readable(gold, (deep, accent), LARGE_READABLE),
            **{f"series-{n}": faintest(c, ground) for n, c in zip((2, 4, 6), lighter, strict=True)},
        }
        self.ground = ground
        self.foreign: set[str] = set()
        """Names that no theme colour may stand for."""

    def add(self, names: Iterable[str]) -> None:
        """More names, each with one of the template's accents: what a theme calls its own."""
        missing = [name for name in names if name not in self.values]
        for number, name in enumerate(missing):
            own = self.scheme[f"accent{number % 6 + 1}"]
            self.values[name] = readable(own, (self.ground,), LARGE_READABLE)

    def named(self, colour: str, canvas: Canvas) -> str:
        """A name for *colour*, on slides of that layout."""
        if not canvas.has_own_colours:
            for name, value in self.values.items():
                if value == colour and name not in self.foreign:
                    return name
        name = f"own-{colour.lower()}"
        self.values[name] = colour
        if canvas.has_own_colours:
            self.foreign.add(name)
        return name

    def on(self, name: str, grounds: tuple[str, ...], canvas: Canvas, least: float) -> str:
        """*name*, or the name of what plays its part where it cannot be read on *grounds*."""
        for tried in (name, ON_OTHER_GROUND.get(name, name), "ink", "paper"):
            shown = self.values[tried]
            if least_contrast(shown, grounds) >= least and not canvas.has_own_colours:
                return tried
        return self.named(readable(canvas.scheme["tx1"], grounds, least), canvas)

    @property
    def entries(self) -> tuple[tuple[str, str], ...]:
        return tuple(self.values.items())

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Theme colours, and the names that show just these."""
        return tuple(
            (slot, name)
            for name, value in self.values.items()
            if name not in self.foreign
            for slot in NAMES
            if self.scheme.get(slot) == value
        )

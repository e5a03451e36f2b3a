"""How a deck looks, as data: palette, fonts, sizes, and where everything goes.

A theme is a folder with `theme.toml` and a PowerPoint template for each
aspect; the template is built from the same figures (`themes/build.py`), so
what arranging measures against is what PowerPoint shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from slidegen.messages import Message
from slidegen.options import Aspect
from slidegen.units import Length, Rect

SlotKind: TypeAlias = Literal[
    "title", "subtitle", "body", "picture", "table", "chart", "footer", "slide-number"
]
Anchor: TypeAlias = Literal["top", "middle", "bottom"]
Align: TypeAlias = Literal["left", "center", "right"]
LayoutName: TypeAlias = Literal[
    "cover",
    "agenda",
    "divider",
    "content",
    "two-content",
    "cards",
    "table",
    "chart",
    "picture",
    "picture-2",
    "picture-3",
    "picture-4",
    "picture-beside",
    "timeline-3",
    "timeline-4",
    "timeline-5",
    "timeline-6",
    "quote",
    "code",
    "closing",
]


@dataclass(frozen=True, slots=True)
class LevelStyle:
    """One level of text in a slot."""

    indent: Length
    """From the slot's left edge to the text; its bullet hangs to the left of it."""
    bold: bool
    colour: str
    """A name in the palette."""
    bullet: str = ""
    """The bullet's character; empty for none."""


@dataclass(frozen=True, slots=True)
class TypeStep:
    """One rung of the ladder of sizes that a slot permits, a value for each level."""

    sizes: tuple[Length, ...]
    """Height of the type."""
    pitches: tuple[Length, ...]
    """From one baseline to the next, exact, so that every program sets the same lines."""
    gaps: tuple[Length, ...]
    """Space before a paragraph; none before the first of a slot."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a layout; in the template, a placeholder of that `idx` without insets."""

    name: str
    idx: int
    kind: SlotKind
    area: Rect
    steps: tuple[TypeStep, ...] = ()
    """Permitted sizes, the layout's own first, then smaller ones. Empty for tables and pictures."""
    levels: tuple[LevelStyle, ...] = ()
    anchor: Anchor = "top"
    align: Align = "left"
    max_lines: int | None = None
    """How many lines the text may take whatever the height; None leaves it to the height."""


@dataclass(frozen=True, slots=True)
class Layout:
    name: LayoutName
    title: str
    """Its name in PowerPoint's list of layouts."""
    slots: tuple[Slot, ...]

    def slot(self, name: str) -> Slot:
        """The slot of that name. Raises KeyError if the layout has none."""
        for slot in self.slots:
            if slot.name == name:
                return slot
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Fonts:
    latin: str
    east_asian: str
    heading_latin: str
    heading_east_asian: str


@dataclass(frozen=True, slots=True)
class TableStyle:
    steps: tuple[TypeStep, ...]
    """One level each; the largest first."""
    head_fill: str
    head_text: str
    band_fill: str
    text: str
    rule: str
    margin_x: Length
    margin_y: Length


@dataclass(frozen=True, slots=True)
class ChartStyle:
    sizes: tuple[Length, ...]
    """Permitted heights of the type, the largest first."""
    series: tuple[str, ...]
    """Colours in order; neighbours differ in grey too."""
    text: str
    grid: str


@dataclass(frozen=True, slots=True)
class Theme:
    name: str
    title: Message
    aspect: Aspect
    width: Length
    height: Length
    safe_area: Rect
    """Nothing but the ground and its ornament may stand outside."""
    palette: tuple[tuple[str, str], ...]
    """Names and RRGGBB values."""
    fonts: Fonts
    layouts: tuple[Layout, ...]
    table: TableStyle
    chart: ChartStyle
    template: Path
    scheme: tuple[tuple[str, str], ...] = ()
    """PowerPoint's theme colours (`accent1`) and the palette names that they show."""

    def layout(self, name: LayoutName) -> Layout:
        """The layout of that name. Raises KeyError if the theme has none."""
        for layout in self.layouts:
            if layout.name == name:
                return layout
        raise KeyError(name)

    def colour(self, name: str) -> str:
        """The RRGGBB value of a palette name. Raises KeyError if there is none."""
        return dict(self.palette)[name]

"""How a deck looks, as data: palette, fonts, sizes, and where everything goes.

A theme is a folder with `theme.toml` and a PowerPoint template for each
aspect; the template is built from the same figures (`themes/build.py`), so
what arranging measures against is what PowerPoint shows. Or it is a stranger's
template (`adopting`), whose figures are read from it, and whose slides say
themselves what its layouts do not.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct

from slidegen.messages import Message
from slidegen.options import Aspect
from slidegen.units import ZERO, Length, Rect

SlotKind: TypeAlias = Literal[
    "title", "subtitle", "body", "picture", "table", "chart", "footer", "date", "slide-number"
]
Dress: TypeAlias = Literal["layout", "template", "slide"]
"""Who says how a slot looks: a layout of ours, to the point; a stranger's layout, with lines as
high as the font has them, so that a slide may name other sizes but no pitch; or, where no layout
does, the slide itself."""
Gathering: TypeAlias = Literal["top", "bottom"]
Form: TypeAlias = Literal["rect", "ellipse"]
"""By PowerPoint's names of shapes."""
Anchor: TypeAlias = Literal["top", "middle", "bottom"]
Align: TypeAlias = Literal["left", "center", "right"]
LayoutName: TypeAlias = Literal[
    "cover",
    "agenda",
    "divider",
    "content",
    "statement",
    "two-content",
    "cards-2",
    "cards-3",
    "cards-4",
    "cards-5",
    "cards-6",
    "figures",
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


class LevelStyle(Struct, frozen=True):
    """One level of text in a slot."""

    indent: Length
    """From the slot's left edge to the text; its bullet hangs to the left of it."""
    bold: bool
    colour: str
    """A name in the palette."""
    bullet: str = ""
    """The bullet's character; empty for none."""
    hang: Length = ZERO
    """How far the bullet, or the first line, stands to the left of the text."""
    bullet_colour: str | None = None
    """None for that of the text."""


class TypeStep(Struct, frozen=True):
    """One rung of the ladder of sizes that a slot permits, a value for each level."""

    sizes: tuple[Length, ...]
    """Height of the type."""
    pitches: tuple[Length, ...]
    """From one baseline to the next: exact, so that every program sets the same lines, but for
    a slot in the dress of a stranger's template, whose lines take no more than this."""
    gaps: tuple[Length, ...]
    """Space before a paragraph; none before the first of a slot."""


Insets: TypeAlias = tuple[Length, Length, Length, Length]
NO_INSETS: Insets = (ZERO, ZERO, ZERO, ZERO)


class Panel(Struct, frozen=True):
    """What a slot's text stands on; in the template, the placeholder's own fill."""

    fill: str
    """A name in the palette."""
    edge: str | None = None
    """The colour of the bar on top of it, which is the layout's; None for none."""


class Slot(Struct, frozen=True):
    """A place in a layout; in the template, a placeholder of that `idx`."""

    name: str
    idx: int | None
    """None for a place that has no placeholder: what fills it is a shape of its own."""
    kind: SlotKind
    area: Rect
    steps: tuple[TypeStep, ...] = ()
    """Permitted sizes, the layout's own first, then smaller ones. Empty for tables and pictures."""
    levels: tuple[LevelStyle, ...] = ()
    anchor: Anchor = "top"
    align: Align = "left"
    max_lines: int | None = None
    """How many lines the text may take whatever the height; None leaves it to the height."""
    dress: Dress = "layout"
    type: str | None = None
    """What PowerPoint calls its placeholder, in a stranger's template; None for no name."""
    insets: Insets = NO_INSETS
    """How far the placeholder reaches beyond the area of its text: left, top, right, bottom."""
    is_heading: bool = False
    """Whether its text is in the theme's font for headings; asked only where the slide says so."""
    is_reset: bool = False
    """Whether the slide takes back what its placeholder inherits and no one can measure:
    letters spaced or set in capitals."""
    is_resized: bool = False
    """Whether the slide names even the first of its sizes, which is not the placeholder's own."""
    is_moved: bool = False
    """Whether the slide says where it stands, since its placeholder stands elsewhere."""
    is_recoloured: bool = False
    """Whether the slide names the colours of the text, since the inherited ones can't be read."""
    outline: str | None = None
    """The colour of a frame around it, for the slide to draw."""
    panel: Panel | None = None
    """What its text stands on."""

    @property
    def frame(self) -> Rect:
        """Where the placeholder itself stands."""
        return self.around(self.area)

    def around(self, area: Rect) -> Rect:
        """Where the placeholder stands whose text is in *area*."""
        left, top, right, bottom = self.insets
        return Rect(
            area.left - left,
            area.top - top,
            area.width + left + right,
            area.height + top + bottom,
        )


class Ornament(Struct, frozen=True):
    """What a layout would show around its slots, for the slide to draw where it does not."""

    area: Rect
    fill: str
    form: Form = "rect"


class Layout(Struct, frozen=True):
    name: LayoutName
    title: str
    """Its name in PowerPoint's list of layouts."""
    slots: tuple[Slot, ...]
    part: str | None = None
    """Name of its part, in a stranger's template, where names of layouts tell nothing;
    None for the one with that title."""
    ornaments: tuple[Ornament, ...] = ()
    gathers: Gathering | None = None
    """At which end of their room the lines of a cover stand together; None: each in its own
    place, whether the others are there or not."""

    def slot(self, name: str) -> Slot:
        """The slot of that name. Raises KeyError if the layout has none."""
        for slot in self.slots:
            if slot.name == name:
                return slot
        raise KeyError(name)

    def has(self, name: str) -> bool:
        """Whether there is a slot of that name."""
        return any(slot.name == name for slot in self.slots)


class Fonts(Struct, frozen=True):
    latin: str
    east_asian: str
    heading_latin: str
    heading_east_asian: str


class TableStyle(Struct, frozen=True):
    steps: tuple[TypeStep, ...]
    """One level each; the largest first."""
    head_fill: str
    head_text: str
    band_fill: str
    text: str
    rule: str
    margin_x: Length
    margin_y: Length


class ChartStyle(Struct, frozen=True):
    sizes: tuple[Length, ...]
    """Permitted heights of the type, the largest first."""
    series: tuple[str, ...]
    """Colours of areas in order; neighbours differ in grey too."""
    lines: tuple[str, ...]
    """Those of lines, which have to stand out from the ground."""
    text: str
    grid: str


class Theme(Struct, frozen=True):
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
    template: Path | bytes
    """The file of an empty deck with the layouts, or its bytes."""
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

"""What `theme.toml` may say: its tables and their keys, as types that msgspec checks."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec

from slidegen.options import Aspect
from slidegen.outline import Language
from slidegen.theme import Align, Anchor, LayoutName, SlotKind

SchemeSlot: TypeAlias = Literal[
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
]
Colour: TypeAlias = Annotated[str, msgspec.Meta(pattern="^[0-9A-F]{6}$")]
Percent: TypeAlias = Annotated[float, msgspec.Meta(ge=0, le=100)]
NOT_EMPTY = msgspec.Meta(min_length=1)
Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, width and height in inches."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A table of the file; a key that we do not know is a mistake in spelling."""


class TitleEntry(Entry, frozen=True):
    en: str
    zh: str


class FontsEntry(Entry, frozen=True):
    latin: str
    east_asian: str
    heading_latin: str
    heading_east_asian: str
    scripts: dict[str, str] = {}


class StepEntry(Entry, frozen=True):
    size: tuple[float, ...]
    pitch: tuple[float, ...]
    gap: tuple[float, ...]


class LevelEntry(Entry, frozen=True):
    colour: str
    indent: float = 0
    hang: float = 0
    """How far the bullet, or the first line, stands to the left of the text."""
    bold: bool = False
    bullet: str = ""
    bullet_colour: str | None = None


class TextEntry(Entry, frozen=True):
    steps: Annotated[tuple[StepEntry, ...], NOT_EMPTY]
    levels: Annotated[tuple[LevelEntry, ...], NOT_EMPTY]
    anchor: Anchor = "top"
    align: Align = "left"
    max_lines: int | None = None


class TableEntry(Entry, frozen=True):
    head_fill: str
    head_text: str
    band_fill: str
    text: str
    rule: str
    margin_x: float
    margin_y: float
    steps: Annotated[tuple[StepEntry, ...], NOT_EMPTY]


class ChartEntry(Entry, frozen=True):
    sizes: Annotated[tuple[float, ...], NOT_EMPTY]
    series: Annotated[tuple[str, ...], msgspec.Meta(min_length=6)]
    lines: Annotated[tuple[str, ...], msgspec.Meta(min_length=4)]
    text: str
    grid: str


class StopEntry(Entry, frozen=True):
    colour: str
    at: Percent = 0
    luminance: Percent = 100
    """Of the colour's own: less makes it darker."""


class GroundEntry(Entry, frozen=True):
    stops: Annotated[tuple[StopEntry, ...], NOT_EMPTY]
    """One for a plain ground, more for a gradient."""
    angle: float = 0
    """In degrees, clockwise from left-to-right."""


class OrnamentEntry(Entry, frozen=True):
    name: TitleEntry | str
    """In PowerPoint's selection pane: in both languages, so that a theme in another one may
    inherit it, or in the theme's own."""
    area: str
    fill: str
    opacity: Percent = 100
    to: str | None = None
    """The colour that a gradient ends in; None for a plain fill."""
    to_opacity: Percent = 100
    angle: float = 0
    shape: Literal["rect", "ellipse"] = "rect"
    """By PowerPoint's names of shapes."""


class PanelEntry(Entry, frozen=True):
    fill: str
    padding: float
    edge: str | None = None
    """The colour of a bar along the top; None for none."""


class SlotEntry(Entry, frozen=True):
    idx: int
    kind: SlotKind
    area: str
    """Of the placeholder, which is larger than its text's where it has a panel."""
    text: str | None = None
    panel: str | None = None
    outline: str | None = None
    """The colour of a frame around the slot, which is there only when the slot is used."""


class LayoutEntry(Entry, frozen=True):
    title: str
    ground: str
    slots: dict[str, SlotEntry]
    ornaments: tuple[str, ...] = ()
    type: str | None = None
    """PowerPoint's own name for layouts of this kind; None where it has none."""


class GeometryEntry(Entry, frozen=True):
    size: tuple[float, float]
    safe_area: Box
    areas: dict[str, Box]


class ThemeFile(Entry, frozen=True):
    """`theme.toml` as it stands, whole and sound."""

    name: str
    title: TitleEntry
    palette: dict[str, Colour]
    scheme: dict[SchemeSlot, str]
    fonts: FontsEntry
    text: dict[str, TextEntry]
    table: TableEntry
    chart: ChartEntry
    grounds: dict[str, GroundEntry]
    ornaments: dict[str, tuple[OrnamentEntry, ...]]
    panels: dict[str, PanelEntry]
    layouts: dict[LayoutName, LayoutEntry]
    geometry: dict[Aspect, GeometryEntry]
    language: Language = "zh-CN"
    """Of the template's own words: prompts, names of layouts."""

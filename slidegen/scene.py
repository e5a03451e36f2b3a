"""One finished page: what stands where, at which size.

A writer needs nothing else: no slide kinds, no splitting, no choice of size.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct

from slidegen.deck import Chart, Point
from slidegen.outline import Language
from slidegen.passage import PLAIN, Passage, Style, Words
from slidegen.placed import Placed
from slidegen.theme import Align, Anchor, LayoutName, TypeStep
from slidegen.units import Length, Rect

SlideKind: TypeAlias = Literal[
    "cover",
    "agenda",
    "divider",
    "bullets",
    "cards",
    "figures",
    "columns",
    "timeline",
    "table",
    "chart",
    "picture",
    "quote",
    "code",
    "closing",
]


class TextRun(Struct, frozen=True):
    text: str
    """A newline in it is a line break inside the paragraph."""
    style: Style = PLAIN
    colour: str | None = None
    """A name in the theme's palette; None inherits."""
    size: Length | None = None
    """Height of the type where it is not the level's: of a unit behind its numeral."""


class Hanging(Struct, frozen=True):
    """A paragraph whose own number hangs beside all its lines."""

    indent: Length
    """From the slot's left edge to the text."""
    hang: Length
    """How far the number stands to the left of the text; a tab parts the two."""


class TextParagraph(Placed, frozen=True):
    BESIDE = ("words",)

    runs: tuple[TextRun, ...]
    level: int = 1
    bold: bool | None = None
    """None inherits the level's weight."""
    bullet: bool = True
    """False where the paragraph's own number stands instead of the level's bullet."""
    hanging: Hanging | None = None
    """None for the level's own indents."""
    scene: int | None = None
    """Index of the scene that a click leads to; None for no link. A number before a tab is
    not linked. Lines are broken here, by newlines, since LibreOffice does not break a link."""
    words: Words | None = None
    """What it shows, where that stands in the source: the text without its number and without
    the mark of a page that goes on. None for a number by itself."""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class TextItem(Struct, frozen=True):
    slot: str
    """Name of the layout's slot that it fills."""
    area: Rect
    """Where the text goes, from the slide's top-left corner."""
    paragraphs: tuple[TextParagraph, ...]
    step: TypeStep | None = None
    """Sizes where they are not the layout's own; None inherits them."""
    anchor: Anchor | None = None
    """At which end of the area the text stands, or amid it; None: where its slot has it."""


class TableCell(Struct, frozen=True):
    paragraph: TextParagraph
    columns: int = 1
    rows: int = 1
    align: Align = "left"
    covered: bool = False
    """True where a cell to the left or above spans over this one."""


class TableRow(Struct, frozen=True):
    height: Length
    cells: tuple[TableCell, ...]
    """One for each column, covered ones too."""
    is_total: bool = False
    """Whether it sums up those above, and so has a rule over it."""


class TableItem(Struct, frozen=True):
    slot: str
    area: Rect
    widths: tuple[Length, ...]
    rows: tuple[TableRow, ...]
    header_rows: int
    step: TypeStep
    alt: str


class PictureItem(Struct, frozen=True):
    slot: str | None
    """None for a picture outside any placeholder (a logo)."""
    area: Rect
    data: bytes
    media_type: str
    alt: str


class ChartItem(Struct, frozen=True):
    """A native chart, whose numbers can be edited."""

    slot: str
    area: Rect
    chart: Chart
    size: Length
    """Height of the type of its labels."""
    plot: Rect
    """Where it is drawn, with the labels of its axes; this and what follows inside *area*."""
    value_title: Rect | None = None
    """Where it says what its numbers are; None for nowhere."""
    category_title: Rect | None = None
    has_legend: bool = False
    """Whether it says below what the colours are."""
    is_horizontal: bool = False
    """Whether the columns lie: bars, with long names beside them."""
    has_labels: bool = True
    """Whether each point has its number beside it."""
    step: Decimal | None = None
    """From one line of the grid to the next; None where there is no grid."""
    alt: str = ""


class ShapeItem(Struct, frozen=True):
    """A plain ornament that depends on the content, such as a rule between agenda lines."""

    area: Rect
    fill: str
    """A name in the theme's palette."""


Item: TypeAlias = TextItem | TableItem | ChartItem | PictureItem | ShapeItem


class Fit(Struct, frozen=True):
    """How well a page is filled, as measured."""

    size: Length
    """Of the smallest text of the page's body."""
    fill: float
    """Height of the text by the height that it may take, 0 to 1."""
    overflow: bool = False


class Scene(Struct, frozen=True):
    kind: SlideKind
    layout: LayoutName
    title: str
    """The slide's title as plain text in one line."""
    items: tuple[Item, ...]
    """In reading order, the title first."""
    notes: tuple[Passage, ...] = ()
    """A paragraph each."""
    told: tuple[tuple[Passage, ...], ...] = ()
    """The rows of a table that is drawn: behind the notes, a paragraph each, with tabs."""
    section: int | None = None
    continued: bool = False
    points: tuple[Point, ...] = ()
    """What the page shows of the source, for the report."""
    fit: Fit | None = None


class Scenes(Struct, frozen=True):
    """A whole deck, arranged."""

    scenes: tuple[Scene, ...]
    sections: tuple[str, ...] = ()
    language: Language = "zh-CN"
    title: str = ""
    author: str = ""
    footer: str = ""
    """Set on content pages by the writer where their layout has a footer."""

"""What each slide says: a sequence of slides, each of one of a closed set of kinds.

No positions, no fonts, no idea of how much fits: a `Bullets` slide may hold
more than one page, and arranging will say so.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct

from slidegen.document import Picture, Table
from slidegen.outline import Language
from slidegen.passage import EMPTY, Label, Passage, Words
from slidegen.patterns import compiled
from slidegen.point import KeyFigure as KeyFigure
from slidegen.point import Point as Point

ChartForm: TypeAlias = Literal["column", "line", "pie"]


class Cover(Struct, frozen=True):
    title: Words
    subtitle: Words | None = None
    occasion: Words | None = None
    speaker: Words | None = None
    organisation: Words | None = None
    date: Words | None = None
    classification: Words | None = None
    logo: Picture | None = None
    notes: tuple[Passage, ...] = ()
    section: int | None = None


class AgendaEntry(Struct, frozen=True):
    words: Words
    marker: str | None
    """`一`, `二`, `I`: the section's number without its punctuation; None if it has none."""
    section: int
    """Which of the deck's sections it leads to."""


class Agenda(Struct, frozen=True):
    title: Words
    entries: tuple[AgendaEntry, ...]
    current: int | None = None
    """The section to be lit, by the same count as the entries'; None lights none."""
    notes: tuple[Passage, ...] = ()
    section: int | None = None


class Divider(Struct, frozen=True):
    title: Words
    marker: str | None = None
    notes: tuple[Passage, ...] = ()
    section: int | None = None


class Bullets(Struct, frozen=True):
    title: Words
    points: tuple[Point, ...]
    kicker: Words | None = None
    """The section's heading, small, where the title is that of a sub-point."""
    notes: tuple[Passage, ...] = ()
    """What is said before the first point."""
    section: int | None = None


FORMAT = compiled(r'(?:"([^"]*)")?(General|[#,0.]+)(?:"([^"]*)")?')
"""Those spreadsheet formats that a chart has: `0.0`, `#,##0"%"`, `"$"0`."""


def as_shown(number: Decimal, number_format: str) -> str:
    """*number* as a spreadsheet shows it. Raises ValueError for a format that is no chart's."""
    match = FORMAT.fullmatch(number_format)
    if match is None:
        raise ValueError(f"no chart has the format {number_format}")
    before, form, behind = match[1] or "", match[2], match[3] or ""
    if form == "General":
        return f"{before}{number.normalize():f}{behind}"
    decimals = len(form.partition(".")[2])
    return f"{before}{number:{',' if ',' in form else ''}.{decimals}f}{behind}"


class Datum(Struct, frozen=True):
    number: Decimal
    """With the decimals that the cell has."""
    cell: Passage
    """Where it stands: the whole cell, with its unit."""


class Series(Struct, frozen=True):
    name: Passage
    data: tuple[Datum, ...]
    """One for each category."""


class Chart(Struct, frozen=True):
    form: ChartForm
    categories: tuple[Passage, ...]
    series: tuple[Series, ...]
    category_title: Passage = EMPTY
    """What the categories are (`年份`), for the axis; empty if the table does not say."""
    unit: Passage = EMPTY
    """What all its numbers count, as the table says it (`亿元`, `单位：万元`); empty where it does
    not, or where it is in the name of the only series."""
    number_format: str = "General"
    """How its numbers are shown, as a spreadsheet says it: with the decimals of the table."""

    @property
    def value_title(self) -> tuple[Passage, ...]:
        """What its numbers are: the name of the only series, and the unit."""
        name = (self.series[0].name,) if len(self.series) == 1 else ()
        return tuple(words for words in (*name, self.unit) if words)


class Cards(Struct, frozen=True):
    """Equals side by side: each point of the first level opens a card, those below are on it."""

    title: Words
    points: tuple[Point, ...]
    kicker: Words | None = None
    notes: tuple[Passage, ...] = ()
    section: int | None = None


class KeyFigures(Struct, frozen=True):
    """One to four numbers set large, beside the points that they are from."""

    title: Words
    figures: tuple[KeyFigure, ...]
    points: tuple[Point, ...]
    kicker: Words | None = None
    notes: tuple[Passage, ...] = ()
    section: int | None = None


class TwoColumns(Struct, frozen=True):
    """A contrast: what was achieved and what is lacking, the past and what is to come."""

    title: Words
    points: tuple[Point, ...]
    right: int
    """Index of the point that opens the right column."""
    kicker: Words | None = None
    notes: tuple[Passage, ...] = ()
    section: int | None = None


class Timeline(Struct, frozen=True):
    """Phases in the order of time; a point of the first level opens each."""

    title: Words
    points: tuple[Point, ...]
    times: tuple[Words, ...]
    """When each phase is (`近期`, `2026年底前`), in the document's words; one for each."""
    texts: tuple[tuple[Words, ...], ...]
    """What is shown for the points that open them: without the time, a paragraph each; empty
    where that is all."""
    opening: tuple[int, ...]
    """Indices of the points that open them."""
    kicker: Words | None = None
    notes: tuple[Passage, ...] = ()
    section: int | None = None


class QuoteSlide(Struct, frozen=True):
    """Words that stand by themselves, large: a quoted slogan, a maxim."""

    title: Words
    """The heading that they stand under."""
    words: Words
    source: Words | None = None
    """Whose they are."""
    kicker: Words | None = None
    notes: tuple[Passage, ...] = ()
    section: int | None = None


class CodeSlide(Struct, frozen=True):
    title: Words
    lines: tuple[Passage, ...]
    kicker: Words | None = None
    notes: tuple[Passage, ...] = ()
    section: int | None = None


class ChartSlide(Struct, frozen=True):
    """A table that is a series, drawn; it stays in the notes as text."""

    title: Words
    chart: Chart
    table: Table
    """What it was made from, for a page that has no room for the chart."""
    kicker: Words | None = None
    notes: tuple[Passage, ...] = ()
    told: tuple[tuple[Passage, ...], ...] = ()
    """The table's rows for the notes, cell by cell; none where no notes are wanted."""
    section: int | None = None


class TableSlide(Struct, frozen=True):
    title: Words
    table: Table
    kicker: Words | None = None
    notes: tuple[Passage, ...] = ()
    section: int | None = None


class PictureSlide(Struct, frozen=True):
    title: Words
    pictures: tuple[Picture, ...]
    """One to four."""
    points: tuple[Point, ...] = ()
    """What is said beside a single picture."""
    kicker: Words | None = None
    notes: tuple[Passage, ...] = ()
    section: int | None = None


class Closing(Struct, frozen=True):
    """The speech's own call; its first words make the slide's title."""

    call: Words
    notes: tuple[Passage, ...] = ()
    section: int | None = None


Pointed: TypeAlias = Bullets | Cards | KeyFigures | TwoColumns | Timeline | PictureSlide
"""The kinds that show points."""
Page: TypeAlias = Pointed | QuoteSlide | CodeSlide | ChartSlide | TableSlide
"""The kinds with a title, a kicker and a content below."""
Slide: TypeAlias = Cover | Agenda | Divider | Page | Closing


CONTINUED = Label("（续）")


class Deck(Struct, frozen=True):
    slides: tuple[Slide, ...]
    sections: tuple[Words, ...] = ()
    """Names of the PowerPoint sections; a slide's `section` counts in them from 0."""
    language: Language = "zh-CN"
    title: str = ""
    """For the file's properties, as is the author; empty if the source names none."""
    author: str = ""
    footer: Words | None = None
    continued: Label = CONTINUED
    """What is set behind the title of a page that goes on."""

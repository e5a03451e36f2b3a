"""What each slide says: a sequence of slides, each of one of a closed set of kinds.

No positions, no fonts, no idea of how much fits: a `Bullets` slide may hold
more than one page, and arranging will say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from slidegen.document import Picture, Table
from slidegen.outline import Language
from slidegen.passage import Label, Passage, Words
from slidegen.point import KeyFigure as KeyFigure
from slidegen.point import Point as Point


@dataclass(frozen=True, slots=True)
class Cover:
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


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    words: Words
    marker: str | None
    """`一`, `二`, `I`: the section's number without its punctuation; None if it has none."""
    section: int
    """Which of the deck's sections it leads to."""


@dataclass(frozen=True, slots=True)
class Agenda:
    title: Words
    entries: tuple[AgendaEntry, ...]
    current: int | None = None
    """The section to be lit, by the same count as the entries'; None lights none."""
    notes: tuple[Passage, ...] = ()
    section: int | None = None


@dataclass(frozen=True, slots=True)
class Divider:
    title: Words
    marker: str | None = None
    notes: tuple[Passage, ...] = ()
    section: int | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    title: Words
    points: tuple[Point, ...]
    kicker: Words | None = None
    """The section's heading, small, where the title is that of a sub-point."""
    notes: tuple[Passage, ...] = ()
    """What is said before the first point."""
    section: int | None = None


@dataclass(frozen=True, slots=True)
class TableSlide:
    title: Words
    table: Table
    kicker: Words | None = None
    notes: tuple[Passage, ...] = ()
    section: int | None = None


@dataclass(frozen=True, slots=True)
class PictureSlide:
    title: Words
    picture: Picture
    kicker: Words | None = None
    notes: tuple[Passage, ...] = ()
    section: int | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """The speech's own call; its first words make the slide's title."""

    call: Words
    notes: tuple[Passage, ...] = ()
    section: int | None = None


Slide: TypeAlias = Cover | Agenda | Divider | Bullets | TableSlide | PictureSlide | Closing


CONTINUED = Label("（续）")


@dataclass(frozen=True, slots=True)
class Deck:
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

"""What the talk says: the cover's facts, then sections nested as the speaker meant them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from slidegen.document import Block
from slidegen.passage import EMPTY, Passage
from slidegen.placed import Placed

Language: TypeAlias = Literal["zh-CN", "zh-TW", "en-US", "en-GB"]

Reason: TypeAlias = Literal[
    "marker", "markdown", "style", "outline-level", "auto-number", "font", "unnumbered"
]
"""Why a passage was taken for a heading; `marker` is typed numbering (一、 （一） 1.)."""


COVER_FACTS = (
    "title",
    "subtitle",
    "occasion",
    "speaker",
    "organisation",
    "classification",
    "date",
    "source",
    "salutation",
)
"""The fields of an outline that tell of the document as a whole, in the order of a cover."""


class Section(Struct, frozen=True):
    level: int
    """Depth as a slide maker sees it, from 1: 一、 is 1; in a law 第X章 is 1 and 第X条 is 2."""
    text: Passage
    """The heading with its marker as it stands in the source, up to but without the first 。"""
    heading: Passage
    """The same without the marker. Empty for a bare marker (第五条 and then its body)."""
    reason: Reason
    marker: str | None = None
    """`一、`, `（一）`, `第三条`, `一是`; None for an unnumbered heading."""
    body: tuple[Block, ...] = ()
    """What stands between this heading and the next, the rest of a run-in paragraph first."""
    children: tuple[Section, ...] = ()
    has_slide: bool = False
    """Of a condensed outline: whether this sub-point has a slide of its own, so that its
    points are not on its section's."""
    is_shown: bool = True
    """Of a condensed outline: whether this sub-point is named on a slide; where it is not, all
    that it says is in the notes."""
    is_said: bool = True
    """Of a condensed outline: whether the heading is read out; not where the section's own
    notes say it."""

    @property
    def line(self) -> int:
        return self.text.line

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in source order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Dropped(Struct, frozen=True):
    """A line of the source that no slide and no notes will hold, and the rule that said so."""

    passage: Passage
    reason: str
    """A few English words in lower case: `site header`, `page number`, `related links`."""


class Outline(Placed, frozen=True):
    """Every block of the document is in exactly one of these places, or in `dropped`."""

    BESIDE = ("lines",)

    title: Passage = EMPTY
    """Empty if the document has none. A title over two lines is one passage."""
    subtitle: Passage = EMPTY
    occasion: Passage = EMPTY
    """`——2026年1月25日在北京市第十六届人民代表大会第四次会议上`, without the dash or brackets."""
    speaker: Passage = EMPTY
    """Office and name as they stand: `北京市市长 殷勇`."""
    organisation: Passage = EMPTY
    classification: Passage = EMPTY
    """密级 as the document bears it: `机密★1年`."""
    date: Passage = EMPTY
    """As it stands in the source; may be a part of the occasion's words."""
    iso_date: str | None = None
    """`2024-12-05` where the date is a full one; else None."""
    source: Passage = EMPTY
    """Where it was published, or its number: `来源：北京日报`, `国办发〔2020〕50号`."""
    salutation: Passage = EMPTY
    opening: tuple[Block, ...] = ()
    """Between the salutation and the first section."""
    sections: tuple[Section, ...] = ()
    closing: tuple[Block, ...] = ()
    """The call after the last section: 同志们，……"""
    after_matter: tuple[Block, ...] = ()
    """Glossary, notes, attachments, signature: for notes or an appendix, never a section."""
    header: tuple[Passage, ...] = ()
    """Of a condensed outline: what goes to the cover's notes, since the cover shows no more
    than what it tells (`SUBJECT: …`)."""
    dropped: tuple[Dropped, ...] = ()
    language: Language = "zh-CN"
    is_condensed: bool = False
    """Whether all text is in parts, whose points are chosen already."""
    is_gathered: bool = False
    """Of a condensed outline: whether no section has slides of its own, and each is a line
    with its points on slides that all share."""
    name: str = ""
    """What the document's file is called, without its suffix; empty where there is no file."""
    lines: tuple[str, ...] = ()
    """The document's, so that what is cut from the outline can be checked against it."""

    def walk(self) -> Iterator[Section]:
        """All sections at all levels, in source order."""
        for section in self.sections:
            yield from section.walk()

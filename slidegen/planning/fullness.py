"""How much of a section its slides show: the policy behind `--detail`, at a glance."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from slidegen.options import Detail

Form: TypeAlias = Literal["whole", "overviews", "gathered"]
"""How sections are laid out: as is wanted; each with its sub-points on its own slides, none of
which has one to itself; all sections on slides that they share."""


class Fullness(Struct, frozen=True):
    """How much of a section its slides show."""

    supports: int
    """Points under a sub-point's heading that are chosen from its text."""
    named: int
    """Points under it that its own text sets out: headings, leads, items."""
    preamble: int | None
    """Points of all text that stands before the first sub-point; None as many as it is worth."""
    paragraph: int | None
    """Points of each paragraph of a section without sub-points; None as many as it is worth."""
    few_paragraphs: int | None
    """The same where the section has only one or two."""
    glossary: int | None
    """Terms of the longest glossary that has a slide; a longer one is looked up, not shown. None
    for any."""
    own_slides: bool
    """Whether each sub-point has a slide of its own, too."""


FULLNESS: dict[Detail, Fullness] = {
    "outline": Fullness(
        supports=0,
        named=0,
        preamble=0,
        paragraph=1,
        few_paragraphs=2,
        glossary=0,
        own_slides=False,
    ),
    "standard": Fullness(
        supports=2,
        named=5,
        preamble=3,
        paragraph=2,
        few_paragraphs=None,
        glossary=8,
        own_slides=False,
    ),
    "full": Fullness(
        supports=4,
        named=8,
        preamble=None,
        paragraph=None,
        few_paragraphs=None,
        glossary=None,
        own_slides=True,
    ),
}

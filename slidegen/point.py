"""What is shown of a text, and the text that it stands for."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from slidegen.passage import Passage, Words
from slidegen.placed import Placed

PointRole: TypeAlias = Literal["head", "point", "quote"]
"""A `head` is the heading of a sub-point and is set bold; a `point` is a plain one; a `quote`
stands by itself in the text, as a maxim does, and may have a slide of its own."""

EDITED = "edited"
"""Why a point is one that a person wrote: it stands in no text."""


class KeyFigure(Struct, frozen=True):
    """A number that may be set large, with what it measures; all in the document's words."""

    value: Passage
    """With what qualifies it: `近3000`, `5.67`, `全国第4`; it says no more than the text does."""
    unit: Passage
    """`万亿元`, `%以上`, `million`; empty where there is none (三分之一, 前列)."""
    label: Passage
    """What is measured; stretches of the text where the number stands in their midst
    (`启动` and `改造项目` of 启动26个改造项目)."""
    words: Passage
    """The clause that says so."""


class Point(Placed, frozen=True):
    BESIDE = ("why",)

    passage: Words
    level: int = 1
    """1 stands by itself, 2 supports the one before it, 3 supports that."""
    role: PointRole = "point"
    marker: str | None = None
    """The source's own number (`（一）`, `1.`) where it is shown instead of a bullet."""
    notes: tuple[Passage, ...] = ()
    """What is said to this point: goes to the notes of the page that the point is on."""
    why: str = ""
    """Why it was chosen, in a word: `heading`, `figure`, `action`, `lead`."""
    figures: tuple[KeyFigure, ...] = ()
    """What of it may be set large beside the points, in its order."""


class Part(Struct, frozen=True):
    """Points together with the text that they stand for, until it is known on which slide they
    are; so no text can be lost between them, nor come twice."""

    points: tuple[Point, ...] = ()
    told: tuple[Passage, ...] = ()
    """The whole text that the points were taken from, in order, a paragraph each."""

"""What stands on a page of a format that knows only where each character goes.

A reader of such a format says in these terms what is on its pages; the other modules here
find lines, columns and paragraphs again, and know nothing of the format.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct

OUTLINED = 100
"""Drawn paths on a page without text, for it to be text turned into curves."""
LARGE_PICTURE = 0.3
"""Of the page: unseen text above such a picture is what a program recognised in it."""


class Letter(NamedTuple):
    """One character in reading direction; lengths in points from the page's top-left corner."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    """Of the type, as drawn."""
    is_bold: bool
    is_italic: bool
    order: int
    """In which it was drawn."""

    @property
    def middle(self) -> tuple[float, float]:
        """Of the letter's body, from the left and from the top."""
        return (self.left + self.right) / 2, self.baseline - 0.3 * self.size


class Ruling(NamedTuple):
    """A straight line that is drawn level or upright, or the edge of a filled box."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_level(self) -> bool:
        return self.right - self.left > self.bottom - self.top


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


class Link(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    target: str


class PlacedPicture(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    name: str
    """The same for the same picture, wherever in the file it is shown."""
    read: Callable[[], bytes]
    """Its bytes, as a file of a picture's kind; asked for only if it is shown."""


class Page(Struct, frozen=True):
    number: int
    """From 1."""
    width: float
    """As the reader sees it, so after turning."""
    height: float
    letters: tuple[Letter, ...]
    """Level ones, in the order in which they were drawn."""
    slanting: int = 0
    """Letters that stand aslant: a watermark."""
    hidden: int = 0
    """Letters that are drawn without ink, or outside of what can be seen."""
    unmapped: int = 0
    """Letters whose font does not tell which characters they are."""
    repeated: int = 0
    """Texts that the file itself says are printed on several pages; not among the letters."""
    pictures: int = 0
    placed: tuple[PlacedPicture, ...] = ()
    """Those of the pictures that may be shown, in the order in which they are drawn."""
    has_large_picture: bool = False
    paths: int = 0
    rulings: tuple[Ruling, ...] = ()
    tints: tuple[Box, ...] = ()
    """Areas that are filled with a colour other than white."""
    links: tuple[Link, ...] = ()

    @property
    def is_scan(self) -> bool:
        """Whether there is something to see, and nothing to read."""
        return not any(letter.text.strip() for letter in self.letters) and (
            self.pictures > 0 or self.paths >= OUTLINED
        )

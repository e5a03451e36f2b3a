"""Lengths and rectangles, so that a layout reads as a sketch.

A length is a whole number of EMU (English Metric Units, the grain of Office
files: 914,400 to the inch, 12,700 to the point) and stays a `Length` through
arithmetic, which python-pptx's own lengths do not.
"""

from __future__ import annotations

from typing import Self

from msgspec import Struct

EMU_PER_POINT = 12_700
EMU_PER_INCH = 914_400
EMU_PER_MILLIMETRE = 36_000


class Length(Struct, frozen=True, order=True):
    emu: int

    @classmethod
    def points(cls, value: float) -> Self:
        return cls(round(value * EMU_PER_POINT))

    @classmethod
    def inches(cls, value: float) -> Self:
        return cls(round(value * EMU_PER_INCH))

    @classmethod
    def millimetres(cls, value: float) -> Self:
        return cls(round(value * EMU_PER_MILLIMETRE))

    @property
    def pt(self) -> float:
        return self.emu / EMU_PER_POINT

    def __add__(self, other: Length) -> Length:
        return Length(self.emu + other.emu)

    def __sub__(self, other: Length) -> Length:
        return Length(self.emu - other.emu)

    def __mul__(self, factor: float) -> Length:
        return Length(round(self.emu * factor))

    __rmul__ = __mul__

    def __truediv__(self, divisor: float) -> Length:
        return Length(round(self.emu / divisor))

    def __neg__(self) -> Length:
        return Length(-self.emu)

    def __bool__(self) -> bool:
        return self.emu != 0

    def __str__(self) -> str:
        return f"{self.pt:g} pt"

    def ratio(self, other: Length) -> float:
        """How many times *other* goes into this length."""
        return self.emu / other.emu


ZERO = Length(0)


class Rect(Struct, frozen=True):
    """An area of a slide, measured from the slide's top-left corner."""

    left: Length
    top: Length
    width: Length
    height: Length

    @classmethod
    def of_inches(cls, left: float, top: float, width: float, height: float) -> Self:
        return cls(*map(Length.inches, (left, top, width, height)))

    @property
    def right(self) -> Length:
        return self.left + self.width

    @property
    def bottom(self) -> Length:
        return self.top + self.height

    def cut_top(self, height: Length, *, gap: Length = ZERO) -> tuple[Rect, Rect]:
        """A strip of *height* off the top, and what is left below the gap."""
        strip = Rect(self.left, self.top, self.width, height)
        used = height + gap
        return strip, Rect(self.left, self.top + used, self.width, self.height - used)

    def columns(self, count: int, *, gap: Length) -> tuple[Rect, ...]:
        """*count* columns of equal width with a gap between each two."""
        width = (self.width - gap * (count - 1)) / count
        return tuple(
            Rect(self.left + (width + gap) * index, self.top, width, self.height)
            for index in range(count)
        )

    def rows(self, count: int, *, gap: Length) -> tuple[Rect, ...]:
        """*count* rows of equal height with a gap between each two."""
        height = (self.height - gap * (count - 1)) / count
        return tuple(
            Rect(self.left, self.top + (height + gap) * index, self.width, height)
            for index in range(count)
        )

    def inset(self, by: Length) -> Rect:
        return Rect(self.left + by, self.top + by, self.width - by * 2, self.height - by * 2)

    def contains(self, other: Rect) -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def overlaps(self, other: Rect) -> bool:
        """Whether the two share an area; touching edges do not count."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

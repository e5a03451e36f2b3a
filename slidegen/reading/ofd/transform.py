"""Where an object's own coordinates lie on the page.

GB/T 33190-2016, 8.5: an object's points go through its CTM, then move by the corner of its
Boundary. All in millimetres, y downwards.
"""

from __future__ import annotations

from math import atan2, degrees, hypot
from typing import NamedTuple

from msgspec import Struct


class Point(NamedTuple):
    x: float
    y: float


class Transform(Struct, frozen=True):
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __call__(self, point: Point) -> Point:
        x, y = point
        return Point(self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    def after(self, first: Transform) -> Transform:
        """What *first* does, and then this."""
        e, f = self(Point(first.e, first.f))
        return Transform(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            e,
            f,
        )

    def moved(self, x: float, y: float) -> Transform:
        return Transform(self.a, self.b, self.c, self.d, self.e + x, self.f + y)

    @property
    def width(self) -> float:
        """How long a line of length 1 along x becomes."""
        return hypot(self.a, self.b)

    @property
    def height(self) -> float:
        return hypot(self.c, self.d)

    @property
    def angle(self) -> float:
        """Of the line that x becomes, in degrees clockwise, from 0 up to 360."""
        return degrees(atan2(self.b, self.a)) % 360


UNMOVED = Transform()


def transform_of(boundary: tuple[float, ...], matrix: tuple[float, ...]) -> Transform:
    """Of an object with this Boundary and CTM; what is not given, or not whole, moves nothing."""
    left, top = boundary[:2] if len(boundary) == 4 else (0.0, 0.0)
    transform = Transform(*matrix) if len(matrix) == 6 else UNMOVED
    return transform.moved(left, top)

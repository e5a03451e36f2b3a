"""The shape of a slide's points: which stand under which, and how much each says."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from msgspec import Struct

from slidegen.deck import Point
from slidegen.passage import Words


class Group(Struct, frozen=True):
    """A point of the first level with those below it."""

    head: Point
    supports: tuple[Point, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        return (self.head, *self.supports)

    @property
    def extent(self) -> float:
        return sum(ems(point.passage) for point in self.points)


def groups_of(points: Sequence[Point]) -> tuple[Group, ...]:
    """Empty where the first point is of a lower level, since it stands under none."""
    if not points or points[0].level != 1:
        return ()
    starts = [at for at, point in enumerate(points) if point.level == 1]
    bounds = (*starts[1:], len(points))
    return tuple(
        Group(points[start], tuple(points[start + 1 : bound]))
        for start, bound in zip(starts, bounds, strict=True)
    )


def is_flat(groups: Iterable[Group]) -> bool:
    """Whether nothing stands below what supports a head."""
    return all(point.level == 2 for group in groups for point in group.supports)


def ems(words: Words) -> float:
    """About how wide *words* are, in widths of a Chinese character."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.5 for c in str(words))


def are_alike(extents: Sequence[float], *, at_most: float, slack: float = 0) -> bool:
    """Whether the largest is no more than *at_most* times the smallest and *slack*."""
    return max(extents) <= min(extents) * at_most + slack

"""Where a page of a stranger's has room: the largest area that covers nothing."""

from __future__ import annotations

from collections.abc import Iterable

from slidegen.units import Length, Rect

MOST = 40
"""Obstacles that are looked at, the largest first; layouts have a handful."""


def largest_free(bounds: Rect, obstacles: Iterable[Rect]) -> Rect:
    """The largest area inside *bounds* that overlaps none of *obstacles*."""
    near = sorted(
        (o for o in obstacles if o.overlaps(bounds)),
        key=lambda o: (-o.width.emu * o.height.emu, o.top, o.left),
    )[:MOST]
    best = Rect(bounds.left, bounds.top, Length(0), Length(0))
    lefts = sorted({bounds.left, *(o.right for o in near if o.right > bounds.left)})
    for left in lefts:
        for right in sorted({bounds.right, *(o.left for o in near if left < o.left)}):
            if right <= left or right > bounds.right:
                continue
            for top, bottom in _gaps(left, right, bounds, near):
                found = Rect(left, top, right - left, bottom - top)
                if _surface(found) > _surface(best):
                    best = found
    return best


def grown(area: Rect, bounds: Rect, obstacles: Iterable[Rect], *, up: bool, down: bool) -> Rect:
    """*area* made higher as far as nothing stands in its way; never lower."""
    top, bottom = area.top, area.bottom
    beside = [o for o in obstacles if o.left < area.right and area.left < o.right]
    if up:
        above = [o.bottom for o in beside if o.bottom <= area.top]
        top = min(area.top, max([bounds.top, *above]))
    if down:
        below = [o.top for o in beside if o.top >= area.bottom]
        bottom = max(area.bottom, min([bounds.bottom, *below]))
    return Rect(area.left, top, area.width, bottom - top)


def _gaps(
    left: Length, right: Length, bounds: Rect, near: list[Rect]
) -> Iterable[tuple[Length, Length]]:
    """The free stretches, from top to bottom, of the strip between *left* and *right*."""
    top = bounds.top
    across = sorted((o for o in near if o.left < right and left < o.right), key=lambda o: o.top)
    for obstacle in across:
        if obstacle.top > top:
            yield top, min(obstacle.top, bounds.bottom)
        top = max(top, obstacle.bottom)
    if top < bounds.bottom:
        yield top, bounds.bottom


def _surface(area: Rect) -> int:
    return max(area.width.emu, 0) * max(area.height.emu, 0)

"""Cards: two to six equals, each a heading with nothing, or with as little, to support it.

A card is taken in as a whole, so what is on it is short; and cards side by side say that these
are equals, so one that is half empty beside a full one would be a lie. All else stays points.
"""

from __future__ import annotations

from collections.abc import Sequence

from slidegen.deck import Bullets, Cards, Point
from slidegen.patterns import compiled
from slidegen.planning.choosing.shapes import Group, are_alike, ems, groups_of, is_flat

FEWEST, MOST = 2, 6
FEWEST_BARE = 3
"""Cards that have nothing but their heads: two would only be two large boxes."""

LONGEST_HEAD = 24.0
LONGEST_BARE = 16.0
LONGEST_SUPPORT = 40.0
"""In widths of a Chinese character; a support is then three or four lines of a narrow card."""

MOST_SUPPORTS = 3

UNFINISHED = compiled("[为為：:]$")
"""How a heading ends that only begins a sentence."""

ALIKE, SLACK = 1.75, 4.0
"""How many times as much as the least of the cards the fullest says, and how much besides."""


def as_cards(slide: Bullets) -> Cards | None:
    groups = groups_of(slide.points)
    if not FEWEST <= len(groups) <= MOST or not is_flat(groups):
        return None
    if not all(_is_name(group.head) for group in groups) or not _are_even(groups):
        return None
    return Cards(slide.title, slide.points, slide.kicker, slide.notes, slide.section)


def _is_name(point: Point) -> bool:
    """Whether it names what is below it; 将第一条修改为 waits for what is in no card."""
    return point.role == "head" and not UNFINISHED.search(str(point.passage))


def _are_even(groups: Sequence[Group]) -> bool:
    heads = [ems(group.head.passage) for group in groups]
    numbers = [len(group.supports) for group in groups]
    if max(numbers) == 0:
        is_short = max(heads) <= LONGEST_BARE and len(groups) >= FEWEST_BARE
        return is_short and are_alike(heads, at_most=ALIKE, slack=SLACK)
    supports = (ems(point.passage) for group in groups for point in group.supports)
    return (
        min(numbers) >= 1
        and max(numbers) <= min(MOST_SUPPORTS, min(numbers) + 1)
        and max(heads) <= LONGEST_HEAD
        and max(supports) <= LONGEST_SUPPORT
        and are_alike([group.extent for group in groups], at_most=ALIKE, slack=SLACK)
    )

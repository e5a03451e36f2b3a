"""Which points go on which page: few pages, heads with what supports them, even pages."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from slidegen.theme import TypeStep
from slidegen.units import ZERO, Length

PARTED = 1.5
"""What it costs to begin a page with a point whose head is on the page before. A page costs
1, so a head and its points are parted only where no page holds them all."""

UNEVEN = 0.25
"""What the square of a page's distance from the mean costs, as a share of the page."""


SHRUNK = 8
"""What the square of the share by which type is smaller than the layout's own costs, for
each page, where a page more costs 1: 20 for 24 pt is a fifth of a page, 18 for 24 a half.
So a page that is nearly full is set smaller, and a long row of pages is not."""


def shrinking(step: TypeStep, largest: TypeStep) -> float:
    """What type at *step* costs each page."""
    return SHRUNK * (1 - step.sizes[0].ratio(largest.sizes[0])) ** 2


class Block(Struct, frozen=True):
    """What stays together on a page."""

    height: Length
    gap: Length
    """Before it, unless it is the first of its page."""
    follows_head: bool = False
    """Whether its head is in a block before: better not the first of a page."""


def height_of(blocks: Sequence[Block]) -> Length:
    """Of all the blocks under each other."""
    total = ZERO
    for index, block in enumerate(blocks):
        total += block.height + (block.gap if index else ZERO)
    return total


def pages(blocks: Sequence[Block], room: Length) -> tuple[int, ...]:
    """How many blocks go on each page."""
    return paged(blocks, room)[0]


def paged(blocks: Sequence[Block], room: Length) -> tuple[tuple[int, ...], float]:
    """How many blocks go on each page, and what that costs.

    A block that is higher than *room* gets a page of its own. Linear in the number of
    blocks, as only a handful can share a page.
    """
    if not blocks:
        return (), 0.0
    mean = height_of(blocks).emu / _fewest(blocks, room)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for last in range(1, len(blocks) + 1):
        height = 0
        choices: list[tuple[float, int]] = []
        for first in range(last - 1, -1, -1):
            block = blocks[first]
            height += block.height.emu
            if height > room.emu and first < last - 1:
                break
            cost = 1 + UNEVEN * ((height - mean) / room.emu) ** 2
            cost += PARTED if block.follows_head else 0
            choices.append((best[first][0] + cost, first))
            height += block.gap.emu
        best.append(min(choices))
    sizes: list[int] = []
    last = len(blocks)
    while last:
        first = best[last][1]
        sizes.append(last - first)
        last = first
    return tuple(reversed(sizes)), best[-1][0]


def _fewest(blocks: Sequence[Block], room: Length) -> int:
    count, height = 1, ZERO
    for block in blocks:
        more = block.height + (block.gap if height else ZERO)
        if height and height + more > room:
            count, height = count + 1, block.height
        else:
            height += more
    return count

"""Which points go on which page: as few pages as it takes, as even as can be.

The remedies for too much text, in order: the theme's next smaller size, a
next page, and at last a point torn in two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from slidegen.units import ZERO, Length


@dataclass(frozen=True, slots=True)
class Block:
    """What stays together on a page: a point, or a head with its first supporting point."""

    height: Length
    gap: Length
    """Before it, unless it is the first of its page."""


def fits(blocks: Sequence[Block], room: Length) -> bool:
    """Whether all of them fit one page."""
    return _height(blocks) <= room


def _height(blocks: Sequence[Block]) -> Length:
    total = ZERO
    for index, block in enumerate(blocks):
        total += block.height + (block.gap if index else ZERO)
    return total


def pages(blocks: Sequence[Block], room: Length) -> tuple[int, ...]:
    """How many blocks go on each page: the least pages, then the least uneven ones.

    A block that is higher than *room* gets a page of its own. Linear in the number of
    blocks, as only a handful can share a page.
    """
    if not blocks:
        return ()
    fewest = _fewest(blocks, room)
    mean = _height(blocks).emu / fewest
    unreached = (len(blocks) + 1, 0.0, 0)
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)] + [unreached] * len(blocks)
    for last in range(1, len(blocks) + 1):
        height = 0
        for first in range(last - 1, -1, -1):
            block = blocks[first]
            height += block.height.emu
            if height > room.emu and first < last - 1:
                break
            before = best[first]
            unevenness = before[1] + ((height - mean) / room.emu) ** 2
            best[last] = min(best[last], (before[0] + 1, unevenness, first))
            height += block.gap.emu
    sizes: list[int] = []
    last = len(blocks)
    while last:
        first = best[last][2]
        sizes.append(last - first)
        last = first
    return tuple(reversed(sizes))


def _fewest(blocks: Sequence[Block], room: Length) -> int:
    count, height = 1, ZERO
    for block in blocks:
        more = block.height + (block.gap if height else ZERO)
        if height and height + more > room:
            count, height = count + 1, block.height
        else:
            height += more
    return count

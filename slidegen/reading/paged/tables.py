"""Which letters of a page stand in tables: each of them in one cell, and nowhere else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidegen.reading.opening import Source
from slidegen.reading.paged.continued_tables import may_go_on
from slidegen.reading.paged.grids import Stroke, grids
from slidegen.reading.paged.heads_above import REACH, with_head_above
from slidegen.reading.paged.letters import Letter, Page
from slidegen.reading.paged.placed_tables import PlacedTable
from slidegen.reading.paged.ruled_tables import ruled_table
from slidegen.reading.paged.three_line_tables import three_line_tables


def without_tables(
    page: Page, source: Source, above: PlacedTable | None = None
) -> tuple[Page, list[PlacedTable]]:
    """*page* without the letters of its tables, and the tables from top to bottom. *above* is
    the last table of the page before."""
    if not page.rulings:
        return page, []
    ruled, alone = grids(page.rulings)
    field = _Field.of(page.letters)
    found: list[PlacedTable] = []

    def is_part(table: PlacedTable) -> bool:
        is_first = all(table.top < other.top for other in found)
        return is_first and may_go_on(above, table, page.height)

    for grid in ruled:
        source.check_time()
        inside = field.inside(grid.left, grid.top, grid.right, grid.bottom)
        places = grid.places_at(field.letters[n].middle for n in inside)
        standing = [(place, n) for place, n in zip(places, inside, strict=True) if place]
        letters = [(place, field.letters[n]) for place, n in standing]
        if table := ruled_table(grid, letters, page, is_part):
            found.append(table)
            field.take([n for _, n in standing])
            near = field.inside(grid.left, grid.top - REACH, grid.right, grid.top)
            if headed := with_head_above(table, [field.letters[n] for n in near], page):
                found[-1] = headed.table
                field.take([n for n in near if field.letters[n] in headed.letters])

    def between(upper: Stroke, lower: Stroke) -> list[Letter]:
        source.check_time()
        left, right = min(upper.start, lower.start), max(upper.end, lower.end)
        return [field.letters[n] for n in field.inside(left, upper.at, right, lower.at)]

    for table in three_line_tables(alone, between, page):
        found.append(table)
        field.take(field.inside(table.left, table.top, table.right, table.bottom))
    if not found:
        return page, []
    found.sort(key=lambda table: (table.top, table.left))
    return replace(page, letters=field.left_over(page.letters)), found


class _Field(Struct):
    """The letters of a page from top to bottom, and which are in no table yet."""

    letters: Sequence[Letter]
    heights: Sequence[float]
    order: Sequence[int]
    """Of each letter, where it stands among the page's."""
    is_free: list[bool]

    @classmethod
    def of(cls, letters: Sequence[Letter]) -> _Field:
        order = sorted(range(len(letters)), key=lambda n: letters[n].middle[1])
        field = [letters[n] for n in order]
        return cls(field, [letter.middle[1] for letter in field], order, [True] * len(field))

    def inside(self, left: float, top: float, right: float, bottom: float) -> list[int]:
        """The free letters in a box, by their numbers."""
        first, after = bisect_left(self.heights, top), bisect_right(self.heights, bottom)
        return [
            n
            for n in range(first, after)
            if self.is_free[n] and left <= self.letters[n].middle[0] < right
        ]

    def take(self, numbers: Sequence[int]) -> None:
        for n in numbers:
            self.is_free[n] = False

    def left_over(self, letters: Sequence[Letter]) -> tuple[Letter, ...]:
        """*letters* that are in no table, in their old order."""
        taken = {self.order[n] for n, free in enumerate(self.is_free) if not free}
        return tuple(letter for n, letter in enumerate(letters) if n not in taken)

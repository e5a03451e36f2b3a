"""A table's cells on a plain grid, and columns as wide as their content needs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from slidegen.arranging.lines import pieces
from slidegen.arranging.measure import width
from slidegen.document import Alignment, Cell, Table
from slidegen.passage import EMPTY
from slidegen.units import ZERO, Length

MOST_COLUMNS = 64
"""More are not drawn: a slide holds a dozen at best."""

NUMBER = re.compile(r"([+\-−±≈约]?\d[\d,，.．/:]*[%％‰]?[^\d\s]{0,3}|[—–\-/]*)")
"""A figure with its unit, a dash, or nothing."""


@dataclass(frozen=True, slots=True)
class Place:
    """One square of the grid."""

    cell: Cell | None
    """None where a cell to the left or above covers the square."""
    columns: int = 1
    rows: int = 1


def squares(table: Table) -> tuple[tuple[Place, ...], ...]:
    """The table's rows with a square for every column, short rows filled up."""
    grid: list[list[Place | None]] = [[] for _ in table.rows]
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row:
            while column < len(grid[number]) and grid[number][column] is not None:
                column += 1
            if column >= MOST_COLUMNS:
                break
            columns = min(cell.columns, MOST_COLUMNS - column)
            rows = min(cell.rows, len(grid) - number)
            for down in range(rows):
                line = grid[number + down]
                line.extend([None] * (column + columns - len(line)))
                for across in range(columns):
                    line[column + across] = Place(None)
            grid[number][column] = Place(cell, columns, rows)
            column += columns
    most = max((len(line) for line in grid), default=0)
    empty = Place(Cell(EMPTY))
    return tuple(
        tuple((line[i] or empty) if i < len(line) else empty for i in range(most)) for line in grid
    )


def alignments(grid: Sequence[Sequence[Place]], header_rows: int) -> tuple[Alignment, ...]:
    """Of each column: as the source says, else numbers right and words left."""
    found: list[Alignment] = []
    for column in zip(*grid[header_rows:], strict=True) if grid[header_rows:] else ():
        cells = [place.cell for place in column if place.cell is not None]
        said = next((cell.alignment for cell in cells if cell.alignment), None)
        texts = [cell.passage.text.strip() for cell in cells]
        numbers = any(texts) and all(NUMBER.fullmatch(text) for text in texts)
        found.append(said or ("right" if numbers else "left"))
    left: Alignment = "left"
    return tuple(found) or (left,) * len(grid[0] if grid else ())


def widths(
    grid: Sequence[Sequence[Place]],
    room: Length,
    size: Length,
    margin: Length,
    header_rows: int,
) -> tuple[Length, ...] | None:
    """Of the columns, together *room*; None if not even their longest words fit.

    Every column gets what its longest unbreakable piece needs; the rest is shared by how
    much more each would take to stand in one line.
    """
    count = len(grid[0]) if grid else 0
    least, wanted = [ZERO] * count, [ZERO] * count
    for number, row in enumerate(grid):
        bold = number < header_rows
        for column, place in enumerate(row):
            if place.cell is None or place.columns > 1:
                continue
            text = place.cell.passage.text
            longest = max((text[a:b].rstrip() for a, b in pieces(text)), key=len, default="")
            least[column] = max(least[column], width(longest, size, bold=bold) + margin * 2)
            wanted[column] = max(wanted[column], width(text, size, bold=bold) + margin * 2)
    # two characters' more room than the longest word, since lines are not filled to the brim
    least = [min(need + size * 0.5, room) for need in least]
    wanted = [max(want + size * 0.5, need) for want, need in zip(wanted, least, strict=True)]
    if not count or sum(need.emu for need in least) > room.emu:
        return None
    total = sum(want.emu for want in wanted)
    if total <= room.emu:
        shares = [want.emu for want in wanted]
        spare = room.emu - total
    else:
        shares = [want.emu - need.emu for want, need in zip(wanted, least, strict=True)]
        wanted, spare = least, room.emu - sum(need.emu for need in least)
    whole = sum(shares) or count
    result = [
        Length(start.emu + spare * (share or (0 if sum(shares) else 1)) // whole)
        for start, share in zip(wanted, shares, strict=True)
    ]
    result[-1] += room - Length(sum(length.emu for length in result))
    return tuple(result)

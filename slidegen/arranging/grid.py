"""A table's cells on a plain grid: any rows and columns of it make a table again.

A cell that spans several squares stands in each of them, so that a page may
begin in its middle and still show what the rows below belong to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import isqrt
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from slidegen.arranging.lines import pieces
from slidegen.arranging.measure import width
from slidegen.arranging.setting import heaviest
from slidegen.arranging.splitting import Block, pages
from slidegen.document import Alignment, Cell, Table
from slidegen.passage import EMPTY
from slidegen.patterns import compiled
from slidegen.units import ZERO, Length

WIDEST_SPAN = 256
"""Columns: what one cell may claim, whatever the source says."""

NARROWEST = 4
"""Characters: a column of Chinese is not narrower, unless what it says is shorter."""

LARGEST_WORD = 1 / 3
"""Share of the table's width above which a word (an address, say) is broken anywhere."""

NUMBER = compiled(
    r"[+\-−±≈约]?[\d０-９][\d,，.．/:%％‰]*+[\d%％‰a-zA-Z万亿千百元个户人件项次岁度吨里米]*|[—–\-/]+|"
)
"""A figure with its unit, a dash that stands for none, or nothing."""


NEARLY_ALL = 0.8
"""Share of a column's cells that make it one of numbers."""

TOTAL = compiled(
    r"\s*(?:(?:全[国省市县区]|总|總)?[合总共小總]\s*[计計]|(?:grand |sub-?)?totals?)\s*[:：]?",
    re.IGNORECASE,
)
"""What the row begins with that sums up those above it."""


class Square(Struct, frozen=True):
    cell: Cell
    origin: tuple[int, int]
    """Row and column where the cell stands in the source's grid."""


Grid: TypeAlias = Sequence[Sequence[Square]]


class Place(Struct, frozen=True):
    """A square as a part of the grid shows it."""

    cell: Cell | None
    """None where a cell to the left or above covers the square."""
    columns: int = 1
    rows: int = 1


def squares(table: Table) -> Grid:
    """The table's rows with a square for every column, short rows filled up."""
    rows: list[dict[int, Square]] = [{} for _ in table.rows]
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row:
            while column in rows[number]:
                column += 1
            square = Square(cell, (number, column))
            for down, across in _claim(rows[number:], column, cell):
                rows[number + down][column + across] = square
            column += 1
    most = max((max(row, default=-1) + 1 for row in rows), default=0)
    nothing = Cell(EMPTY)
    return tuple(
        tuple(row.get(column, Square(nothing, (number, column))) for column in range(most))
        for number, row in enumerate(rows)
    )


def _claim(rows: Sequence[dict[int, Square]], column: int, cell: Cell) -> list[tuple[int, int]]:
    """The squares that *cell* takes, down and across: what it spans, as far as that is free."""
    columns = 1
    while columns < min(cell.columns, WIDEST_SPAN) and column + columns not in rows[0]:
        columns += 1
    squares = range(column, column + columns)
    down = 1
    while down < min(cell.rows, len(rows)) and not any(square in rows[down] for square in squares):
        down += 1
    return [(row, across) for row in range(down) for across in range(columns)]


def places(part: Grid) -> tuple[tuple[Place, ...], ...]:
    """The squares of *part* with the spans that they have in it."""
    return tuple(
        tuple(_place(part, row, column) for column in range(len(part[row])))
        for row in range(len(part))
    )


def _place(part: Grid, row: int, column: int) -> Place:
    square = part[row][column]
    above = row > 0 and part[row - 1][column].origin == square.origin
    beside = column > 0 and part[row][column - 1].origin == square.origin
    if above or beside:
        return Place(None)
    columns = rows = 1
    while column + columns < len(part[row]) and (
        part[row][column + columns].origin == square.origin
    ):
        columns += 1
    while row + rows < len(part) and part[row + rows][column].origin == square.origin:
        rows += 1
    return Place(square.cell, columns, rows)


def only_columns(grid: Grid, columns: Sequence[int]) -> Grid:
    return tuple(tuple(row[column] for column in columns) for row in grid)


def columns_begun(rows: Sequence[Sequence[Place]]) -> tuple[int, ...]:
    """The columns in which a cell of the page's *rows* begins. (One in which none does is a
    part of those before it; LibreOffice draws its blank cells.)"""
    width = len(rows[0]) if rows else 0
    return tuple(c for c in range(width) if any(row[c].cell is not None for row in rows))


def only_places(row: Sequence[Place], columns: Sequence[int]) -> tuple[Place, ...]:
    """The places of a row in *columns*, each spanning as many of them as it did."""
    return tuple(
        replace(row[c], columns=sum(c <= other < c + row[c].columns for other in columns))
        for c in columns
    )


def widths_of(columns: Sequence[int], widths: Sequence[Length]) -> tuple[Length, ...]:
    """Of each of *columns*, together with those that are left out behind it."""
    bounds = pairwise((*columns, len(widths)))
    return tuple(Length(sum(w.emu for w in widths[start:end])) for start, end in bounds)


def is_total(row: Sequence[Square]) -> bool:
    """Whether a row sums up those above it."""
    first = next((text for square in row if (text := square.cell.passage.text.strip())), "")
    return TOTAL.fullmatch(first) is not None


def weights(grid: Grid, header_rows: int) -> tuple[tuple[bool, ...], ...]:
    """Which squares are set bold: the head, the totals, and the first column where it is a
    head as well, as the empty corner above it says."""
    has_row_heads = header_rows > 0 and bool(grid[0]) and not grid[0][0].cell.passage
    return tuple(
        tuple(
            number < header_rows or total or (column == 0 and has_row_heads)
            for column in range(len(row))
        )
        for number, row in enumerate(grid)
        for total in (number >= header_rows and is_total(row),)
    )


def alignments(grid: Grid, header_rows: int) -> tuple[Alignment, ...]:
    """Of each column: as the source says, else numbers right and words left."""
    return tuple(
        _alignment([row[column].cell for row in grid[header_rows:]])
        for column in range(len(grid[0]) if grid else 0)
    )


def _alignment(cells: Sequence[Cell]) -> Alignment:
    said = next((cell.alignment for cell in cells if cell.alignment), None)
    texts = [cell.passage.text.strip() for cell in cells]
    told = [text for text in texts if text]
    numbers = [text for text in told if NUMBER.fullmatch(text)]
    are_numbers = bool(told) and len(numbers) >= NEARLY_ALL * len(told)
    return said or ("right" if are_numbers else "left")


class Need(Struct, frozen=True):
    """What a column asks for."""

    least: Length
    """For its longest word."""
    wanted: Length
    """For its longest cell in one line."""


def needs(
    grid: Grid, room: Length, size: Length, margin: Length, header_rows: int
) -> tuple[Need, ...]:
    """Of each column, at *size* and with *margin* at both sides."""
    found = []
    bolds = weights(grid, header_rows)
    for column in range(len(grid[0]) if grid else 0):
        least = wanted = ZERO
        for number, row in enumerate(grid):
            if _is_spanning(row, column):
                continue
            words = row[column].cell.passage
            text, (bold, code) = words.text, heaviest(words.runs, bold=bolds[number][column])
            line = width(text, size, bold=bold, code=code)
            wanted = max(wanted, line)
            least = max(least, min(line, size * NARROWEST))
            for first, last in pieces(text):
                least = max(least, width(text[first:last].rstrip(), size, bold=bold, code=code))
        # half a character's more room, since lines are not filled to the brim
        extra = margin * 2 + size / 2
        least = min(least + extra, room * LARGEST_WORD)
        found.append(Need(least, max(wanted + extra, least)))
    return tuple(found)


def _is_spanning(row: Sequence[Square], column: int) -> bool:
    """Whether the cell is as wide as several columns, and so says nothing of one of them."""
    origin = row[column].origin
    return any(
        0 <= other < len(row) and row[other].origin == origin for other in (column - 1, column + 1)
    )


def shared(columns: Sequence[Need], room: Length) -> tuple[tuple[Length, ...], ...]:
    """Widths that make up *room*, in several ways if there is a choice; none if not even the
    longest words fit.

    A column that needs less than its share has all that it wants, so that a date or a name
    stands in one line; the long ones divide the rest. In the further ways the narrowest
    columns have all that they want in any case: one, two and so on of them.
    """
    if not columns or sum(need.least.emu for need in columns) > room.emu:
        return ()
    wanted = sum(need.wanted.emu for need in columns)
    if wanted <= room.emu:
        return (_made_up([need.wanted.emu * room.emu // wanted for need in columns], room),)
    ways = []
    narrowest = sorted(range(len(columns)), key=lambda at: columns[at].wanted)
    for count in range(len(columns)):
        held = narrowest[:count]
        asked = [
            Need(need.wanted, need.wanted) if at in held else need
            for at, need in enumerate(columns)
        ]
        if sum(need.least.emu for need in asked) > room.emu:
            break
        ways.append(_made_up(_divided(asked, room.emu), room))
    return tuple(dict.fromkeys(ways))


def _made_up(widths: list[int], room: Length) -> tuple[Length, ...]:
    widths[-1] += room.emu - sum(widths)
    return tuple(map(Length, widths))


def _divided(columns: Sequence[Need], room: int) -> list[int]:
    """By the square root of what each wants: ten times the text is not ten times as wide.

    Those whose least is more than their share come first, so that what is left always
    suffices for the others.
    """
    widths = [0] * len(columns)
    unsettled = list(range(len(columns)))
    while unsettled:
        whole = sum(isqrt(columns[i].wanted.emu) for i in unsettled)
        shares = {i: room * isqrt(columns[i].wanted.emu) // whole for i in unsettled}
        settled = (
            {i: columns[i].least.emu for i in unsettled if columns[i].least.emu > shares[i]}
            or {i: columns[i].wanted.emu for i in unsettled if columns[i].wanted.emu <= shares[i]}
            or shares
        )
        for i, settled_width in settled.items():
            widths[i] = settled_width
            room -= settled_width
            unsettled.remove(i)
    return widths


def column_groups(
    columns: Sequence[Need], room: Length, names: Sequence[str]
) -> tuple[tuple[int, ...], ...]:
    """Which columns go on which page where one does not hold them all; the first, which
    says what a row is about, on each. The pages are even.

    *names*: what stands over the columns. One that stands over several (`增速`) belongs to the
    column before it, which it is not parted from.
    """
    room = Length(max(room.emu - columns[0].least.emu, 0))
    counted = Counter(names)
    together: list[list[int]] = []
    for number in range(1, len(columns)):
        is_added = counted[names[number]] > 1 and together and counted[names[number - 1]] == 1
        if is_added and _least(columns, [*together[-1], number]) <= room:
            together[-1].append(number)
        else:
            together.append([number])
    blocks = [Block(_least(columns, group), ZERO) for group in together]
    groups: list[tuple[int, ...]] = []
    done = 0
    for size in pages(blocks, room):
        group = [number for part in together[done : done + size] for number in part]
        groups.append((0, *group))
        done += size
    return tuple(groups) or ((0,),)


def _least(columns: Sequence[Need], numbers: Sequence[int]) -> Length:
    return Length(sum(columns[number].least.emu for number in numbers))

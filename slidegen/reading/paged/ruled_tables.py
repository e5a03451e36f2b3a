"""Tables with lines around their cells: a grid and the letters that stand in it.

What only looks like a table stays text: a frame around a paragraph, a letterhead, the axes of
a chart, a drawing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from slidegen.reading.paged.alignments import in_cells
from slidegen.reading.paged.grids import Grid, Place
from slidegen.reading.paged.letters import Letter, Page
from slidegen.reading.paged.open_rows import with_open_rows
from slidegen.reading.paged.placed_tables import PlacedCell, PlacedTable
from slidegen.reading.paged.rows import lines, segments

CUT = 0.05
"""Part of the letters in a grid that lines go through; with more it is a drawing."""
INSIDE = 0.25
"""Of a letter's width, from either of its sides: a line that is farther in cuts it."""
FEWEST_FILLED = 0.1
"""Part of a table's cells that have words, where neither its first row nor column does."""
HEAVIER = 1.6
"""Times the weight of the line below the next row: the rule below a head."""
THICKER = 0.4
"""Points by which it is heavier, at least."""
MOST_SPANNED = 3
"""Columns from which on words in each of them are cells, and no line is only left out."""
SPARE = 1.0
"""Points by which such words may be wider than a column."""
SHADED = 0.6
"""Part of a row's area that is tinted, for the row to be."""


def ruled_table(
    grid: Grid,
    found: Sequence[tuple[Place, Letter]],
    page: Page,
    is_part: Callable[[PlacedTable], bool],
) -> PlacedTable | None:
    """The table of *grid* with the letters *found* in its places; None if it is none.

    *is_part* says of one that holds too little to be a table whether it ends another.
    """
    if not found or sum(_is_cut(letter, place, grid) for place, letter in found) > CUT * len(found):
        return None
    by_place: defaultdict[Place, list[Letter]] = defaultdict(list)
    for place, letter in found:
        by_place[place].append(letter)
    places = [part for place in grid.places for part in _parted(place, by_place, grid)]
    table = PlacedTable(
        page.number,
        page.number,
        grid.top,
        grid.bottom,
        grid.xs,
        tuple(_cell(place, by_place, grid, page) for place in places),
        len(grid.ys) - 1,
    )
    if not (table.is_data() and not _is_drawing(table)) and not is_part(table):
        return None
    return with_open_rows(in_cells(_with_head(table, grid, page)))


def _parted(place: Place, by_place: dict[Place, list[Letter]], grid: Grid) -> Iterator[Place]:
    """*place*, or a cell for each of its columns, if it has words in each and none goes over
    a side: some styles draw no upright lines in every other row."""
    parts = segments(by_place.get(place, ())) if place.columns >= MOST_SPANNED else []
    columns = {column: list[Letter]() for column in range(place.column, _after(place))}
    for part in parts:
        column = bisect_right(grid.xs, (part.left + part.right) / 2) - 1
        if (
            column not in columns
            or part.left < grid.xs[column] - SPARE
            or part.right > grid.xs[column + 1] + SPARE
        ):
            break
        columns[column] += part.letters
    else:
        if parts and all(columns.values()):
            for column, letters in columns.items():
                by_place[cell := replace(place, column=column, columns=1)] = letters
                yield cell
            return
    yield place


def _after(place: Place) -> int:
    return place.column + place.columns


def _is_cut(letter: Letter, place: Place, grid: Grid) -> bool:
    """Whether a line goes through *letter*, which stands in *place*."""
    reach = INSIDE * (letter.right - letter.left)
    left, right = grid.xs[place.column], grid.xs[place.column + place.columns]
    top, bottom = grid.ys[place.row], grid.ys[place.row + place.rows]
    return letter.text.strip() != "" and (
        letter.left + reach < left
        or letter.right - reach > right
        or letter.baseline - 0.5 * letter.size < top
        or letter.baseline - 0.05 * letter.size > bottom
    )


def _cell(
    place: Place, letters: Mapping[Place, Sequence[Letter]], grid: Grid, page: Page
) -> PlacedCell:
    return PlacedCell(
        place.row,
        place.column,
        place.rows,
        place.columns,
        grid.xs[place.column],
        grid.xs[place.column + place.columns],
        tuple(lines(segments(letters.get(place, ())), page.number, 0, page.width)),
    )


def _is_drawing(table: PlacedTable) -> bool:
    """Whether the lines were not drawn for words, as a chart's: few cells have any, and those
    are neither a first row of heads nor a first column."""
    filled = [cell for cell in table.cells if cell.lines]
    if len(filled) >= FEWEST_FILLED * len(table.cells):
        return False
    row = [cell for cell in table.cells if cell.row == 0]
    column = [cell for cell in table.cells if cell.column == 0]
    return all(2 * sum(bool(cell.lines) for cell in part) <= len(part) for part in (row, column))


# --- the head


def _with_head(table: PlacedTable, grid: Grid, page: Page) -> PlacedTable:
    """*table* with the rows that are set apart from those below: bold, tinted, or over a
    heavier rule."""
    rows = max(cell.rows for cell in table.cells if cell.row == 0)
    if rows >= table.rows:
        return table
    is_head = (
        (_is_bold(table, 0, rows) and not _is_bold(table, rows, rows + 1))
        or (_is_tinted(grid, 0, page) and not _is_striped(grid, rows, page))
        or (rows + 1 < len(grid.ys) - 1 and _is_heavier(grid.weights[rows], grid.weights[rows + 1]))
    )
    return replace(table, header_rows=rows) if is_head else table


def _is_bold(table: PlacedTable, first: int, after: int) -> bool:
    cells = [cell for cell in table.cells if first <= cell.row < after and cell.lines]
    return bool(cells) and all(line.is_bold for cell in cells for line in cell.lines)


def _is_heavier(rule: float, next_rule: float) -> bool:
    return rule > HEAVIER * next_rule and rule - next_rule > THICKER


def _is_striped(grid: Grid, row: int, page: Page) -> bool:
    """Whether *row* or the one below is tinted, as where every other row is."""
    return any(_is_tinted(grid, n, page) for n in range(row, min(row + 2, len(grid.ys) - 1)))


def _is_tinted(grid: Grid, row: int, page: Page) -> bool:
    top, bottom = grid.ys[row], grid.ys[row + 1]
    covered = sum(
        max(0.0, min(tint.right, grid.right) - max(tint.left, grid.left))
        * max(0.0, min(tint.bottom, bottom) - max(tint.top, top))
        for tint in page.tints
    )
    return covered >= SHADED * (bottom - top) * (grid.right - grid.left)

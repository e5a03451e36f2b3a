"""Tables that a page's end parts, made one again; and those that are part of every page.

A table goes on where nothing stands between its parts and their columns agree. Its head, which
programs print again on each page, is then left out but once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from slidegen.reading.limits import check_cells
from slidegen.reading.paged.letters import Page
from slidegen.reading.paged.open_rows import is_long
from slidegen.reading.paged.paragraphs import ENDS
from slidegen.reading.paged.placed_tables import PlacedCell, PlacedTable
from slidegen.reading.paged.running import FEWEST_PAGES, SAME_HEIGHT, is_page_number
from slidegen.reading.paged.table_words import wraps

SAME_SIDE = 4.0
"""Points by which the side of a column may move from page to page."""
MOST_HEAD_ROWS = 4
"""That are printed again."""
HEAD = 0.25
"""Of the page's height: where a table that is printed on every page ends."""
FOOT_OF_TEXT = 0.7
"""Where a table ends, at least, that goes on over the page."""
FOOT = 0.85
"""Where one at the foot of every page begins."""


class Joined(Struct, frozen=True):
    table: PlacedTable
    dropped: int
    """Rows of the second part that repeat the first one's head."""


def joined_tables(first: PlacedTable, second: PlacedTable) -> Joined | None:
    """Both as one table; None if they are two. Raises `SourceTooLarge`."""
    xs = _common_sides(first, second)
    if xs is None:
        return None
    first, second = _on(first, xs), _on(second, xs)
    head = _repeated_rows(first, second)
    if second.header_rows > head:
        return None
    first = replace(first, header_rows=max(first.header_rows, head))
    body = _without_rows(second, head)
    if body.rows and _row_goes_on(first, body):
        first, body = _with_row(first, body)
    check_cells(len(first.cells) + len(body.cells))
    cells = [*first.cells, *(replace(c, row=c.row + first.rows) for c in body.cells)]
    table = replace(first, cells=tuple(_spanning(cells, first.rows)), rows=first.rows + body.rows)
    return Joined(replace(table, last_page=second.last_page), head)


def may_go_on(first: PlacedTable | None, second: PlacedTable, height: float) -> bool:
    """Whether what stands at the head of a page, *height* points high, looks like the end of
    the *first* table, which the page before ends with."""
    return (
        first is not None
        and first.last_page + 1 == second.page
        and first.columns > 1
        and first.bottom > FOOT_OF_TEXT * height
        and second.bottom < first.bottom
        and second.top < HEAD * height
        and len(second.xs) > 2
        and _common_sides(first, second) is not None
    )


def _common_sides(first: PlacedTable, second: PlacedTable) -> tuple[float, ...] | None:
    """The sides of both tables' columns as the first has them; one may lack some that all of
    its cells go over."""
    finer, coarser = (first, second) if len(first.xs) >= len(second.xs) else (second, first)
    places = [x - coarser.left for x in coarser.xs]
    sides = [x - finer.left for x in finer.xs]
    if not all(any(abs(place - side) <= SAME_SIDE for side in sides) for place in places):
        return None
    if abs(sides[-1] - places[-1]) > SAME_SIDE:
        return None
    return tuple(side + first.left for side in sides)


def _on(table: PlacedTable, xs: Sequence[float]) -> PlacedTable:
    """*table* with its columns numbered by *xs*, from the same left side."""
    if len(xs) == len(table.xs):
        return replace(table, xs=tuple(xs))
    sides = [x - xs[0] for x in xs]
    numbers = [
        min(range(len(sides)), key=lambda n: abs(sides[n] - (x - table.left))) for x in table.xs
    ]
    cells = (
        replace(
            c,
            column=numbers[c.column],
            columns=numbers[c.column + c.columns] - numbers[c.column],
        )
        for c in table.cells
    )
    return replace(table, xs=tuple(xs), cells=tuple(cells))


def _repeated_rows(first: PlacedTable, second: PlacedTable) -> int:
    """How many rows the second begins with that the first begins with too."""
    most = min(MOST_HEAD_ROWS, first.rows - 1, second.rows)
    for count in range(most, 0, -1):
        words = _words(first, count)
        is_same = words == _words(second, count) and _is_closed(second, count)
        if is_same and (count <= first.header_rows or _could_be_head(words)):
            return count
    return 0


def _could_be_head(words: Sequence[tuple[int, int, str]]) -> bool:
    """Whether the words say what columns hold: each another thing, and none a number."""
    texts = [text for _, _, text in words if text]
    return (
        len(texts) > 1
        and len(set(texts)) == len(texts)
        and all(any(sign.isalpha() for sign in text) for text in texts)
    )


def _words(table: PlacedTable, rows: int) -> list[tuple[int, int, str]]:
    return [(c.row, c.column, "".join(c.text.split())) for c in _first(table, rows)]


def _first(table: PlacedTable, rows: int) -> Iterator[PlacedCell]:
    """The cells that begin in the first *rows*."""
    return takewhile(lambda cell: cell.row < rows, table.cells)


def _is_closed(table: PlacedTable, rows: int) -> bool:
    """Whether no cell of the first *rows* goes on below them."""
    return all(cell.row + cell.rows <= rows for cell in _first(table, rows))


def _without_rows(table: PlacedTable, count: int) -> PlacedTable:
    cells = (replace(c, row=c.row - count) for c in table.cells if c.row >= count)
    return replace(table, cells=tuple(cells), rows=table.rows - count)


def _row_goes_on(first: PlacedTable, second: PlacedTable) -> bool:
    """Whether the page's end parts a row: words of its cells go on, and no new row begins."""
    above = {c.column: c for c in first.cells if c.row + c.rows == first.rows}
    below = [c for c in second.cells if c.row == 0]
    filled = [c for c in below if c.lines]
    if not filled or len(filled) == len(below) or any(c.rows > 1 for c in below):
        return False
    return all(
        (over := above.get(cell.column)) is not None
        and over.columns == cell.columns
        and bool(over.lines)
        and not ENDS.search(over.lines[-1].text.rstrip())
        and (not below[0].lines or is_long(over.lines[-1]))
        and wraps(over.lines[-1], cell.lines[0], over, first.margin)
        for cell in filled
    ) and all(c.column in above and above[c.column].columns == c.columns for c in below)


def _with_row(first: PlacedTable, second: PlacedTable) -> tuple[PlacedTable, PlacedTable]:
    """*first* with the words of the first row of *second*, and what is left of that."""
    more = {c.column: c.lines for c in second.cells if c.row == 0}
    cells = tuple(
        replace(c, lines=(*c.lines, *more.get(c.column, ()))) if c.row + c.rows == first.rows else c
        for c in first.cells
    )
    return replace(first, cells=cells), _without_rows(second, 1)


def _spanning(cells: Sequence[PlacedCell], seam: int) -> list[PlacedCell]:
    """*cells* of both parts, those over several rows that end at the *seam* going on in the
    empty ones below it."""
    longer = {
        (c.column, c.columns): n
        for n, c in enumerate(cells)
        if c.row + c.rows == seam and c.rows > 1 and c.lines
    }
    kept: list[PlacedCell | None] = list(cells)
    for n, cell in enumerate(cells):
        above = longer.get((cell.column, cell.columns))
        if cell.row == seam and not cell.lines and above is not None:
            kept[above] = replace(cells[above], rows=cells[above].rows + cell.rows)
            kept[n] = None
    return [cell for cell in kept if cell]


# --- on every page


def without_running_tables(
    pages: Sequence[Page], tables: Sequence[Sequence[PlacedTable]]
) -> tuple[list[list[PlacedTable]], int]:
    """The tables of each page without those that its head or foot is set in, and how many those
    are."""
    alike: defaultdict[tuple[tuple[int, int, str], ...], list[PlacedTable]] = defaultdict(list)
    for page, own in zip(pages, tables, strict=True):
        for table in own:
            if table.bottom < HEAD * page.height or table.top > FOOT * page.height:
                alike[_masked(table)].append(table)
    enough = min(FEWEST_PAGES, max(2, len(pages)))
    running = {
        table
        for same in alike.values()
        for table in same
        if sum(abs(other.top - table.top) <= SAME_HEIGHT for other in same) >= enough
    }
    return [[table for table in own if table not in running] for own in tables], len(running)


def _masked(table: PlacedTable) -> tuple[tuple[int, int, str], ...]:
    """What stands where in it, page numbers alike."""
    return tuple(
        (row, column, "#" if is_page_number(text) else text)
        for row, column, text in _words(table, table.rows)
    )

"""Whether a table of a page holds data or only holds the page together, and its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidegen.document import Alignment
from slidegen.reading.limits import check_cells
from slidegen.reading.web.boxes import CELLS, Box, Flow

ROWS = ("thead", "tbody", "tfoot")
WIDEST_SPAN = 1000
"""Columns (HTML Standard, 4.9.11)."""
LONGEST_CELL = 600
"""Letters of a cell in a table of data with more than prose in it."""
LAYOUT_PARTS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "table", "article", "section", "hr"))
"""What a cell of a table does not hold, but the column of a page does."""


def check_tables(root: Box) -> None:
    """Raises `SourceTooLarge` if a table has more cells than one reads."""
    for box in root.boxes():
        if box.tag == "table":
            rows_of(box)


def rows_of(table: Box) -> tuple[Box, ...]:
    """The rows in the order in which they are shown: head, bodies, foot."""
    order = {"thead": 0, "tfoot": 2}
    rows = sorted(_rows(table), key=lambda row: order.get(row.parent.tag, 1) if row.parent else 1)
    check_cells(sum(len(row.children) for row in rows))
    return tuple(rows)


def cells_of(row: Box) -> tuple[Box, ...]:
    return tuple(c for c in row.children if isinstance(c, Box) and c.tag in CELLS)


def is_layout(table: Box) -> bool:
    """Whether the table only puts things side by side or in a frame."""
    if table.attributes.get("role", "").lower() in ("presentation", "none"):
        return True
    rows = [found for row in rows_of(table) if (found := cells_of(row))]
    cells = [cell for row in rows for cell in row if cell.letters]
    if any(cell.tag == "th" for cell in cells) or any(
        isinstance(child, Box) and child.tag in ("caption", "thead") for child in table.children
    ):
        return False
    if len(rows) < 2 or max(map(len, rows), default=0) < 2 or len(cells) < 3:
        return True
    return any(cell.letters > LONGEST_CELL or _holds_layout(cell) for cell in cells)


def span(cell: Box, name: str) -> int:
    """What *name* (`colspan`, `rowspan`) says, as browsers take it."""
    found = re.match(r"\s*(\d{1,6})", cell.attributes.get(name, ""))
    return min(max(int(found[1]), 1), WIDEST_SPAN) if found else 1


def alignment(cell: Box) -> Alignment | None:
    style = "".join(cell.attributes.get("style", "").lower().split())
    found = re.search(r"text-align:(left|center|right)", style)
    match found[1] if found else cell.attributes.get("align", "").lower():
        case "left":
            return "left"
        case "center":
            return "center"
        case "right":
            return "right"
        case _:
            return None


def header_rows(rows: tuple[Box, ...]) -> int:
    """How many of *rows* are the head: those in <thead>, or the first that have only <th>."""
    count = 0
    for row in rows:
        in_head = row.parent is not None and row.parent.tag == "thead"
        cells = cells_of(row)
        if not (in_head or (cells and all(cell.tag == "th" for cell in cells))):
            break
        count += 1
    return count if count < len(rows) else 0


def _holds_layout(cell: Box) -> bool:
    return any(box.tag in LAYOUT_PARTS for box in cell.boxes())


def _rows(box: Box) -> Iterator[Box]:
    for child in box.children:
        if isinstance(child, Flow):
            continue
        if child.tag == "tr":
            yield child
        elif child.tag in ROWS:
            yield from _rows(child)

"""Where among the lines of the text its tables stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidegen.patterns import compiled
from slidegen.reading.paged.continued_tables import joined_tables
from slidegen.reading.paged.placed_tables import PlacedTable
from slidegen.reading.paged.rows import Line

CAPTION = compiled(
    r"(?:续?表|附表)\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[-－—–.．]\d{1,3})*(?=[\s:：.．、\u3000]|[^\d\W年月日号])"
    r"|Table\s+(?:\d{1,3}|[IVX]{1,5})(?:[-.]\d{1,3})*(?=[\s:.])",
    re.IGNORECASE,
)
"""How a line begins that says which table stands below it."""
LONGEST_CAPTION = 60
"""Characters."""
_SENTENCE = compiled(r"[。；;，,：:]$|[。；;]")
UNIT = compiled(r"[（(]?\s*(?:计量|货币|金额)?单位\s*[:：].{1,20}")
"""What stands between the caption and the table, at the right."""
NEAR = 3.2
"""Line heights between a caption and the table below it."""


class Standing(Struct, frozen=True):
    """A table before the line of that number."""

    before: int
    table: PlacedTable


def standing(tables: Sequence[PlacedTable], lines: Sequence[Line]) -> tuple[list[Standing], int]:
    """The *tables* in the order of pages among *lines*, in reading order, those that a page's
    end parts made one; and how many heads of later parts are left out."""
    pages = [line.page for line in lines]
    found: list[Standing] = []
    left_out = 0
    for table in tables:
        first, after = bisect_left(pages, table.page), bisect_right(pages, table.page)
        before = first + _place(table, lines[first:after])
        last = found[-1] if found else None
        if last and last.before == before and last.table.last_page + 1 == table.page:
            joined = joined_tables(last.table, table)
            if joined:
                found[-1] = replace(last, table=joined.table)
                left_out += joined.dropped
                continue
        found.append(Standing(before, table))
    return found, left_out


def _place(table: PlacedTable, lines: Sequence[Line]) -> int:
    """Before which of a page's *lines* the table is read."""
    if len({line.column for line in lines}) > 1:
        own = [n for n, line in enumerate(lines) if _stands_over(line, table)]
        if own:
            below = (n for n in own if lines[n].baseline > table.top)
            return next(below, own[-1] + 1)
    return next((n for n, line in enumerate(lines) if line.baseline > table.top), len(lines))


def _stands_over(line: Line, table: PlacedTable) -> bool:
    """Whether one is above the other."""
    shared = min(line.right, table.right) - max(line.left, table.left)
    return shared > 0.3 * min(line.right - line.left, table.right - table.left)


def is_caption(part: Sequence[Line], table: PlacedTable) -> bool:
    text = "".join(line.text for line in part).strip()
    return bool(
        len(text) <= LONGEST_CAPTION
        and CAPTION.match(text)
        and not _SENTENCE.search(text)
        and _is_right_above(part, table)
    )


def is_unit(part: Sequence[Line], table: PlacedTable) -> bool:
    """Whether *part* only says what the numbers of the table count."""
    return (
        len(part) == 1
        and bool(UNIT.fullmatch(part[0].text.strip()))
        and _is_right_above(part, table)
    )


def _is_right_above(part: Sequence[Line], table: PlacedTable) -> bool:
    last = part[-1]
    return last.page == table.page and 0 <= table.top - last.baseline <= NEAR * last.size

"""What a printer puts around every page: running heads, page numbers, a browser's URL.

Told by repetition at one height over the pages, numbers apart; and by form, for what
a page number or a browser's line looks like even on a document's only page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from slidegen.patterns import compiled
from slidegen.reading.paged.columns import rows_of
from slidegen.reading.paged.letters import Page
from slidegen.reading.paged.rows import Segment, line_of

EDGE_ROWS = 4
"""Rows from either edge of a page that are looked at."""
SAME_HEIGHT = 4.0
"""Points that a running head may move by from page to page."""
FEWEST_PAGES = 3
"""That show the same, where there are so many."""
MARGIN = 0.13
"""Of the page's height: a bare number beyond it, apart from the text, is the page's."""
APART = 1.7
"""Line heights between such a number and the text."""

_DASH = r"[-‐-―—─~·•|\s]"
_PAGE_NUMBER = compiled(
    rf"{_DASH}*(?:第\s*)?\d{{1,4}}\s*页?{_DASH}*(?:[/／,，(（共]?\s*(?:共|of)?\s*\d{{1,4}}\s*页?\s*[)）]?)?"
    rf"{_DASH}*|(?:page|p\.)\s*\d{{1,4}}(?:\s*(?:of|/|\|)\s*\d{{1,4}})?|\d{{1,4}}\s*\|\s*page",
    re.IGNORECASE,
)
_BARE_NUMBER = compiled(r"\d{1,4}")
_ROMAN = compiled(r"[ivxlc]{1,7}|[IVXLC]{1,7}")
_NUMBER = compiled(r"\d+")
_STAMP = compiled(
    r"(?:\d{4}[/.年-]\d{1,2}[/.月-]\d{1,2}日?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}),?\s*"
    r"(?:[上下]午|星期.)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s|$)"
)
_ADDRESS = compiled(r"(?:https?://|file:///|www\.)\S+(?:\s.*)?\s\d{1,4}\s*/\s*\d{1,4}|\S+://\S+")


class Row(Struct, frozen=True, dict=True):
    """What stands at one height of a page, over its whole width."""

    parts: tuple[Segment, ...]

    @cached_property
    def text(self) -> str:
        return line_of(self.parts).text

    @property
    def baseline(self) -> float:
        return self.parts[0].baseline

    @property
    def size(self) -> float:
        return max(part.size for part in self.parts)

    @cached_property
    def masked(self) -> str:
        """Its words with every number made the same; a roman number standing alone, too."""
        text = self.text.strip()
        return "#" if _ROMAN.fullmatch(text) else "".join(_NUMBER.sub("#", text).split())


class Sheet(Struct, frozen=True, dict=True):
    """A page's rows, from top to bottom."""

    page: Page
    rows: tuple[Row, ...]
    has_tables: bool = False
    """Whether there is more on the page than the rows."""

    @classmethod
    def of(cls, page: Page, segments: Sequence[Segment], *, has_tables: bool = False) -> Sheet:
        return cls(page, tuple(Row(tuple(row)) for row in rows_of(segments)), has_tables)

    def edge(self, is_top: bool) -> tuple[Row, ...]:
        """The rows at its top or bottom, the outermost first."""
        rows = self.rows if is_top else self.rows[::-1]
        return rows[:EDGE_ROWS]


def without_running_heads(sheets: Sequence[Sheet]) -> tuple[tuple[Sheet, ...], int]:
    """The sheets with their text only, and how many rows were left out."""
    left_out: list[set[int]] = [set() for _ in sheets]
    for is_top in (True, False):
        repeated = _repeated(sheets, is_top)
        for sheet, gone in zip(sheets, left_out, strict=True):
            rows = sheet.edge(is_top)
            for depth, row in enumerate(rows):
                if not (
                    (sheet.page.number, depth) in repeated
                    or _is_by_form(row, depth, rows, sheet, is_top)
                ):
                    break
                gone.add(id(row))
    if all(
        len(gone) == len(sheet.rows) and not sheet.has_tables
        for sheet, gone in zip(sheets, left_out, strict=True)
    ):
        return tuple(sheets), 0  # pages alike, and nothing else on them
    kept = tuple(
        replace(sheet, rows=tuple(row for row in sheet.rows if id(row) not in gone))
        for sheet, gone in zip(sheets, left_out, strict=True)
    )
    return kept, sum(map(len, left_out))


def _repeated(sheets: Sequence[Sheet], is_top: bool) -> set[tuple[int, int]]:
    """Page number and depth of the rows that other pages have at the same height too."""
    alike: defaultdict[str, list[tuple[float, int, int, str]]] = defaultdict(list)
    for sheet in sheets:
        for depth, row in enumerate(sheet.edge(is_top)):
            height = row.baseline if is_top else sheet.page.height - row.baseline
            alike[row.masked].append((height, sheet.page.number, depth, row.text.strip()))
    enough = min(FEWEST_PAGES, max(2, len(sheets)))
    found: set[tuple[int, int]] = set()
    for masked, places in alike.items():
        for height, number, depth, text in places:
            near = [p for p in places if abs(p[0] - height) <= SAME_HEIGHT]
            if masked == "#":
                near = [p for p in near if _counts_pages(text, number, p[3], p[1])]
            if len({p[1] for p in near}) >= (2 if masked == "#" else enough):
                found.add((number, depth))
    return found


def _counts_pages(text: str, number: int, other: str, other_number: int) -> bool:
    """Whether two bare numbers differ by as much as the pages they stand on."""
    return _value(text) - number == _value(other) - other_number


_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def _value(text: str) -> int:
    if found := _NUMBER.search(text):
        return int(found[0][:6])
    digits = [_ROMANS.get(sign, 0) for sign in text.lower()]
    return sum(
        -one if one < max(digits[n + 1 :], default=0) else one for n, one in enumerate(digits)
    )


def is_page_number(text: str) -> bool:
    """Whether *text* is nothing but a page number, in words or not."""
    return bool(_PAGE_NUMBER.fullmatch(text.strip()))


def _is_by_form(row: Row, depth: int, rows: Sequence[Row], sheet: Sheet, is_top: bool) -> bool:
    """Whether the row looks like what stands around a page, at the place where it would."""
    text = row.text.strip()
    height = row.baseline if is_top else sheet.page.height - row.baseline
    if height > MARGIN * sheet.page.height or depth > 1:
        return False
    if (is_top and _STAMP.match(text)) or (not is_top and _ADDRESS.fullmatch(text)):
        return True
    if not _PAGE_NUMBER.fullmatch(text):
        return False
    if not _BARE_NUMBER.fullmatch(text):
        return True
    inner = rows[depth + 1] if depth + 1 < len(rows) else None
    is_apart = inner is None or abs(inner.baseline - row.baseline) > APART * inner.size
    return is_apart and int(text) == sheet.page.number

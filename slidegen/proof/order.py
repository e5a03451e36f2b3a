"""Whether a deck tells what its document tells in the document's order.

The points of a slide come in that order, and a slide's first point comes behind the last
one before it. Once the deck goes back on purpose: behind the overview of a section
come the slides of its parts, each titled by a point of the overview. These come in
the order of their titles, and their points behind their titles.

What is in tables and under pictures is a row by itself, since an exhibit stands
behind the points of the section that it belongs to: cell after cell on a page, and page
after page by their first cells. Titles, the agenda, the cover and the call at the end say
again, or say beforehand, what stands elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TypeAlias

from msgspec import Struct

from slidegen.passage import Passage
from slidegen.proof.claims import TITLE, Shown
from slidegen.proof.wording import letters
from slidegen.theme import LayoutName

UNORDERED: frozenset[LayoutName] = frozenset(("cover", "agenda", "divider", "closing"))
"""Layouts whose text stands elsewhere than the document has it."""
REPEATED = (TITLE, "kicker", "figures")
"""Slots that say again what was said before, or announce it."""
EXHIBITS: frozenset[LayoutName] = frozenset(
    ("table", "chart", "picture", "picture-2", "picture-3", "picture-4", "code")
)
CAPTION = "caption"

SEAM = 3
"""Characters between the number before a heading and its words, where a long title was cut."""

Start: TypeAlias = tuple[int, int]
"""Line and offset."""


class Page(Struct, frozen=True):
    title: Passage | None
    points: tuple[Start, ...]
    numbers: tuple[str, ...]
    """That stand before the points: 第五条."""
    is_exhibit: bool


def inversions(shown: Sequence[Shown]) -> int:
    """How often a point stands before its predecessor in the document, or a cell before its own."""
    pages = [page for page in _pages(shown) if page.points]
    points = [page for page in pages if not page.is_exhibit]
    return _of_points(points) + _of_exhibits([page for page in pages if page.is_exhibit])


def _of_points(pages: Sequence[Page]) -> int:
    count = 0
    last = part_last = (0, 0)
    part: Start | None = None
    announced: dict[int, list[int]] = {}
    numbers: set[str] = set()
    for page in pages:
        title = (
            _start(page.title) if page.title and _is_in(page.title, announced, numbers) else None
        )
        if title is None:
            before = last
        elif title == part:
            before = part_last  # a page that goes on
        else:
            count += part is not None and title < part
            before = title
        part = title
        count += sum(after < one for one, after in pairwise((before, *page.points)))
        part_last = page.points[-1]
        last = part_last if title is None else max(last, part_last)
        numbers.update(page.numbers)
        for line, start in page.points:
            insort(announced.setdefault(line, []), start)
    return count


def _is_in(title: Passage, announced: dict[int, list[int]], numbers: set[str]) -> bool:
    """Whether *title* is what a point before it says, or the number before one."""
    if letters(title.text) in numbers:
        return True
    for run in title.runs:
        starts = announced.get(run.line, [])
        at = bisect_left(starts, run.start)
        if at < len(starts) and starts[at] < run.end + SEAM:
            return True
    return False


def _of_exhibits(pages: Sequence[Page]) -> int:
    rows: list[list[Start]] = [[]]
    seen: set[Start] = set()
    for page in pages:
        rows[0].append(page.points[0])
        # The head of a table stands on each of its pages, and so does a spanning cell.
        rows.append([start for start in page.points if start not in seen])
        seen.update(page.points)
    return sum(after < before for row in rows for before, after in pairwise(row))


def _pages(shown: Sequence[Shown]) -> Iterator[Page]:
    for _, group in groupby(shown, key=lambda paragraph: paragraph.slide):
        slide = list(group)
        layout = slide[0].layout
        if layout in UNORDERED:
            continue
        ordered = [
            (paragraph, words)
            for paragraph in slide
            if paragraph.slot not in REPEATED
            and (paragraph.slot != CAPTION or layout in EXHIBITS)
            and (words := _passage(paragraph))
        ]
        titles = (words for p in slide if p.slot == TITLE and (words := _passage(p)))
        yield Page(
            title=next(titles, None),
            points=_in_turn(layout, [_start(words) for _, words in ordered]),
            numbers=tuple(
                letters(p.claim.before) for p, _ in ordered if p.claim and p.claim.before
            ),
            is_exhibit=layout in EXHIBITS,
        )


def _in_turn(layout: LayoutName, starts: list[Start]) -> tuple[Start, ...]:
    """A chart says column by column what its table says row by row."""
    return tuple(sorted(starts) if layout == "chart" else starts)


def _passage(paragraph: Shown) -> Passage | None:
    """The document's words that it shows; None for others."""
    return paragraph.words if isinstance(paragraph.words, Passage) and paragraph.words else None


def _start(words: Passage) -> Start:
    return words.place.line, words.place.start

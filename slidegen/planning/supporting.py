"""What stands under a sub-point's heading where the sub-point has no slide of its own.

Best is what its text sets out by itself (headings below it, items, the lead of
each paragraph): nobody's choice but the author's. Only where there is nothing of
the kind are its weightiest clauses chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from slidegen.deck import Point
from slidegen.document import ListBlock, Paragraph
from slidegen.outline import Section
from slidegen.passage import Passage
from slidegen.planning.fullness import Fullness
from slidegen.planning.headlines import lead_sentence
from slidegen.planning.naming import heading_of
from slidegen.planning.parts import best_points, counted_points, item_points, parts_of, worth

SetsOut: TypeAlias = Callable[[Section, int], tuple[Point, ...]]
"""The points that a section sets out in one certain way, at a level; empty if it does not."""


def sub_headings(section: Section, level: int) -> tuple[Point, ...]:
    headings = map(heading_of, section.children)
    return tuple(Point(heading, level, why="heading") for heading in headings if heading)


def numbered_paragraphs(section: Section, level: int) -> tuple[Point, ...]:
    return item_points(section.body, level)


def items_of_list(section: Section, level: int) -> tuple[Point, ...]:
    """Those of its first list, without the items below them."""
    lists = (block for block in section.body if isinstance(block, ListBlock))
    parts = parts_of(tuple(lists)[:1], most=1, level=level)
    return tuple(p for part in parts for p in part.points if p.level == level)


def leads(section: Section, level: int) -> tuple[Point, ...]:
    """The sentences that name its paragraphs, where most paragraphs have one."""
    paragraphs = _paragraphs(section)
    found = [lead for paragraph in paragraphs if (lead := lead_sentence(paragraph)[0])]
    if len(found) < 2 or 2 * len(found) < len(paragraphs):
        return ()
    return tuple(Point(lead, level, why="lead") for lead in found)


def counted(section: Section, level: int) -> tuple[Point, ...]:
    """What its only paragraph counts off, without what announces it."""
    paragraphs = _paragraphs(section)
    points = counted_points(paragraphs[0], level=level) if len(paragraphs) == 1 else ()
    return tuple(Point(p.passage, level, why=p.why) for p in points if p.role == "point")


SET_OUT: Sequence[SetsOut] = (sub_headings, numbered_paragraphs, items_of_list, leads, counted)
"""In this order; the first that finds anything is taken."""

SHORT = 60
"""A sub-point with no more text than this is supported by one chosen clause, not by more."""


def supports_of(
    section: Section, fullness: Fullness, *, level: int, above: str = ""
) -> tuple[Point, ...]:
    """The points under a sub-point's heading; what the headings *above* say is not said again."""
    if not fullness.named:
        return ()
    for set_out in SET_OUT:
        if points := set_out(section, level):
            return points[: fullness.named]
    if not section.heading:
        return ()  # an article's first clause is shown already
    paragraphs = _paragraphs(section)
    number = 1
    if sum(map(len, paragraphs)) > SHORT:
        number = min(fullness.supports, max(2, sum(map(worth, paragraphs))))
    headings = f"{above}{section.heading}"
    return best_points(section.body, number, heading=headings, level=level, least=None)


def _paragraphs(section: Section) -> list[Passage]:
    return [block.passage for block in section.body if isinstance(block, Paragraph)]

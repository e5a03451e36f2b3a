"""An outline to its condensed form: all text in parts, with the points that stand for it.

This is the one place where it is decided what of a text is shown, and how much. Slides are
made from what it gives, and `slidegen outline` writes that down to be edited by hand; so an
outline that was edited skips this step, and its points are shown as they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec.structs import replace

from slidegen.deck import Point
from slidegen.document import Block, Code, Exhibit, ListBlock, Picture, Table
from slidegen.options import Detail
from slidegen.outline import Outline, Section
from slidegen.passage import EMPTY, Passage
from slidegen.planning.appendix import abridged_after_matter
from slidegen.planning.captioning import says_unit
from slidegen.planning.chapters import stretches_of
from slidegen.planning.coding import with_code_shown
from slidegen.planning.cover import header_of
from slidegen.planning.ending import call_of
from slidegen.planning.fullness import FULLNESS, Form, Fullness
from slidegen.planning.naming import heading_of
from slidegen.planning.parts import (
    announced,
    at_least_one,
    best_points,
    exhibits,
    notes_in_place,
    parts_of,
    says,
    told,
    with_next,
)
from slidegen.planning.supporting import supports_of
from slidegen.planning.unwrapping import unwrapped
from slidegen.point import Part

FEW_PARAGRAPHS = 2
"""With no more than these a section would leave its slide nearly empty, so each gives more."""

FEWEST, MOST = 2, 4
CHARACTERS_A_POINT = 90
"""The opening slide has a point for each so many characters, within these bounds.
An opening with less to say (现将有关事项通知如下) is for the speaker only."""


def condensed(outline: Outline, detail: Detail, form: Form = "whole") -> Outline:
    """*outline* with points chosen as *detail* asks; one that is condensed stays as it is."""
    if outline.is_condensed:
        return outline
    outline = with_code_shown(unwrapped(outline), detail)
    fullness = FULLNESS[detail]
    if form != "whole":
        fullness = replace(fullness, own_slides=False)
    is_gathered = form == "gathered" and len(outline.sections) > 1
    opening = _opening(outline) if outline.sections else _whole_text(outline, fullness)
    return replace(
        outline,
        opening=_body(outline.opening, opening),
        sections=tuple(
            _line(section, fullness)
            if is_gathered or len(stretch) > 1
            else _section(section, fullness)
            for stretch in stretches_of(outline.sections)
            for section in stretch
        ),
        closing=_body(outline.closing, _closing(outline)),
        after_matter=abridged_after_matter(outline.after_matter, fullness),
        header=header_of(outline),
        is_condensed=True,
        is_gathered=is_gathered,
    )


def _body(blocks: tuple[Block, ...], parts: Iterable[Part]) -> tuple[Block, ...]:
    """*parts*, which stand for the text of *blocks*, and the exhibits among these."""
    return (*(part for part in parts if part.points or part.told), *_named_exhibits(blocks))


def _named_exhibits(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The tables and pictures, each with what announces it, a table with the unit that a line
    of its own says, a picture with whether it follows another."""
    announcement = unit = EMPTY
    before: Block | None = None
    for block, following in with_next(blocks):
        for exhibit in exhibits((block,)):
            named = _named_exhibit(exhibit, announcement, follows=isinstance(before, Picture))
            yield replace(named, unit=unit) if isinstance(named, Table) else named
        if says_unit(block):
            unit = announced(block, following)
        else:
            announcement, unit = announced(block, following), EMPTY
        before = block


def _named_exhibit(exhibit: Exhibit, announcement: Passage, *, follows: bool) -> Exhibit:
    match exhibit:
        case Picture():
            return replace(exhibit, announcement=announcement, follows=follows)
        case Table():
            return replace(exhibit, announcement=announcement)
        case Code():
            return exhibit
        case _:
            assert_never(exhibit)


# Before and after the sections


def _opening(outline: Outline) -> tuple[Part, ...]:
    """Of what stands before the first section: few points, or none if there is little to say."""
    texts = told(outline.opening)
    number = min(MOST, max(FEWEST, sum(map(len, texts)) // CHARACTERS_A_POINT))
    heading = outline.title.text
    if any(isinstance(block, ListBlock) for block in outline.opening):
        parts = parts_of(outline.opening, most=1, heading=heading)
    else:
        parts = (Part(best_points(outline.opening, number, heading=heading), texts),)
    few = sum(len(part.points) for part in parts) < FEWEST
    return (Part(told=texts),) if few else parts


def _whole_text(outline: Outline, fullness: Fullness) -> tuple[Part, ...]:
    """Of a document without sections."""
    most = fullness.few_paragraphs
    return with_a_point(parts_of(outline.opening, most=most, heading=outline.title.text))


def _closing(outline: Outline) -> tuple[Part, ...]:
    call = call_of(outline.closing)
    points = (Point(call, why="call"),) if call else ()
    return (Part(points, told(outline.closing)),)


def with_a_point(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """*parts*, or one point of them all where none has any."""
    if any(part.points for part in parts):
        return parts
    before, points = at_least_one(tuple(text for part in parts for text in part.told))
    return (
        Part(told=before),
        *(Part((replace(point, notes=()),), point.notes) for point in points),
    )


# Sections


def _section(section: Section, fullness: Fullness) -> Section:
    """A top-level section, of whose slides it is known how much they show."""
    parts = tuple(_preamble(section, fullness))
    if not section.children:
        if not any(exhibits(section.body)):
            parts = with_a_point(parts)
        elif sum(len(part.points) for part in parts) == 1:
            # A slide for the one sentence that leads over to a table: it is said, not shown.
            parts = (Part(told=tuple(text for part in parts for text in part.told)),)
    above = section.heading.text
    children = tuple(_sub_point(child, fullness, above) for child in section.children)
    return _given(section, parts, children)


def _given(
    section: Section,
    parts: Iterable[Part],
    children: tuple[Section, ...],
    *,
    has_slide: bool = False,
) -> Section:
    return replace(
        section,
        body=_body(section.body, parts),
        children=children,
        has_slide=has_slide,
        is_said=not says(notes_in_place(section.body), section.text),
    )


def _preamble(section: Section, fullness: Fullness) -> Iterator[Part]:
    """The text between the heading and the first sub-point, or all of it if there is none."""
    heading = section.heading.text
    if not section.children:
        few = len(told(section.body)) <= FEW_PARAGRAPHS
        most = fullness.few_paragraphs if few else fullness.paragraph
        yield from parts_of(section.body, most=most, heading=heading)
        return
    if fullness.preamble is None:
        yield from parts_of(section.body, most=None, heading=heading)
    elif not fullness.preamble:
        yield Part(told=told(section.body))
    elif any(isinstance(block, ListBlock) for block in section.body):
        yield from parts_of(section.body, most=1, heading=heading)
    else:
        points = best_points(section.body, fullness.preamble, heading=heading)
        yield Part(points, told(section.body))


def _sub_point(section: Section, fullness: Fullness, above: str) -> Section:
    """Below the heading *above*; with a slide of its own where everything is wanted and it has
    more than its heading."""
    if not fullness.own_slides:
        return _line(section, fullness, above)
    headings = f"{above}{section.heading}"
    parts = parts_of(section.body, most=fullness.paragraph, heading=headings)
    # An article of one line is whole on the overview.
    is_line = not section.heading and parts and len(parts[0].points) == 1 and not section.children
    is_more = section.children or any(p.points for p in parts) or any(exhibits(section.body))
    if is_line or not is_more:
        return _line(section, fullness, above)
    children = tuple(_line(child, fullness, headings) for child in section.children)
    return _given(section, parts, children, has_slide=True)


def _line(section: Section, fullness: Fullness, above: str = "") -> Section:
    """A sub-point that is a line on another section's slide, with what supports it; an article
    without a heading has its line among its points."""
    head = heading_of(section)
    supports = supports_of(section, fullness, level=1 if section.heading else 2, above=above)
    supports = tuple(point for point in supports if str(point.passage) != str(head))
    if not section.heading and head:
        supports = (Point(head, why="article"), *supports)
    below = tuple(map(_untouched, section.children))
    return _given(section, (Part(supports, told(section.body)),), below)


def _untouched(section: Section) -> Section:
    """What is below such a line is said, not shown."""
    below = tuple(map(_untouched, section.children))
    return _given(section, (Part(told=told(section.body)),), below)

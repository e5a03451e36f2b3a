"""Maxims at the beginning or the end of a slide's points, on slides of their own.

No more than a handful in a deck: where a text quotes at every turn, quoting is its way of
writing, and no quotation stands out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from slidegen.deck import Bullets, Point, QuoteSlide, Slide
from slidegen.passage import Passage, Words
from slidegen.planning.headlines import without_end_mark
from slidegen.planning.maxims import parted, source_in

HANDFUL = 4


def has_few_quotes(slides: Iterable[Slide]) -> bool:
    """Whether the quotations of a deck are few enough to have slides of their own."""
    bullets = (slide for slide in slides if isinstance(slide, Bullets))
    return sum(_is_quote(point) for slide in bullets for point in slide.points) <= HANDFUL


def with_quotes(slide: Slide, *, apart: bool) -> tuple[Slide, ...]:
    """*slide*, and beside it the quotations that its points begin or end with, if they are to
    stand *apart*; any others are points like the rest."""
    if not isinstance(slide, Bullets) or not any(map(_is_quote, slide.points)):
        return (slide,)
    points = list(slide.points)
    before: list[Slide] = []
    after: list[Slide] = []
    notes = slide.notes
    if apart and _is_quote(points[0]):
        before.append(_quote(slide, points.pop(0), notes))
        notes = ()
    if apart and points and _is_quote(points[-1]):
        after.append(_quote(slide, points.pop(), ()))
    plain = tuple(_plain(point) for point in points)
    rest = (replace(slide, points=plain, notes=notes),) if plain else ()
    return (*before, *rest, *after)


def _is_quote(point: Point) -> bool:
    return point.role == "quote" and point.level == 1


def _plain(point: Point) -> Point:
    return replace(point, role="point") if point.role == "quote" else point


def _quote(slide: Bullets, point: Point, notes: tuple[Passage, ...]) -> QuoteSlide:
    words, source = _words_and_source(point)
    return QuoteSlide(
        slide.title,
        words,
        source=source,
        kicker=slide.kicker,
        notes=(*notes, *point.notes),
        section=slide.section,
    )


def _words_and_source(point: Point) -> tuple[Words, Words | None]:
    if not isinstance(point.passage, Passage):
        return point.passage, None
    words, source = parted(point.passage)
    told: Iterator[Passage] = (source_in(text) for text in point.notes[1:2])
    return without_end_mark(words), source or next(told, None) or None

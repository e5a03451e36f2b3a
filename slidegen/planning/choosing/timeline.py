"""Points that each say when: phases of a plan, years, months up to which something is done.

A point is often cut from behind its time (`完成管网改造130公里` of `2026年，…`), which then is
taken from the paragraph that it opens.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from slidegen.deck import Bullets, Point, Timeline
from slidegen.passage import EMPTY, Passage, Words
from slidegen.patterns import compiled
from slidegen.planning.choosing.shapes import ems
from slidegen.planning.choosing.when import Time, are_ascending, time_at_head

FEWEST, MOST = 3, 6
"""Two phases are no line, and more have no room."""
DEEPEST = 2
NUMBER = compiled(
    r"\s*(?:[（(][一二三四五六\d][）)]|[一二三四五六]、|\d{1,2}[.．、](?!\d)|[①-⑥])?\s*"
)


class Opening(Struct, frozen=True):
    """How a point opens a phase."""

    index: int
    words: Passage
    """When it is."""
    texts: tuple[Words, ...]
    time: Time


def as_timeline(slide: Bullets) -> Timeline | None:
    """A timeline, if the points are of three to six phases, each of which says when it is at its
    beginning, each later than the one before; None else."""
    slide = _under_its_lead_in(slide)
    openings: list[Opening] = []
    for index, point in enumerate(slide.points):
        if point.level > DEEPEST:
            return None
        if point.level > 1:
            continue
        opening = _opening(index, point)
        if opening is not None:
            openings.append(opening)
        elif not openings or point.notes:
            return None  # else it is of the same paragraph as the point before it
    if not FEWEST <= len(openings) <= MOST or slide.points[0].level > 1:
        return None
    if not are_ascending([opening.time for opening in openings]):
        return None
    if not _all_say_something(openings, len(slide.points)):
        return None
    return Timeline(
        slide.title,
        slide.points,
        times=tuple(opening.words for opening in openings),
        texts=tuple(opening.texts for opening in openings),
        opening=tuple(opening.index for opening in openings),
        kicker=slide.kicker,
        notes=slide.notes,
        section=slide.section,
    )


LONGEST_LEAD_IN = 24.0
"""In widths of a Chinese character: a title of one line."""


def _under_its_lead_in(slide: Bullets) -> Bullets:
    """*slide* with what announces all its other points for its title (分三步推进：), and its
    heading over that; the slide as it is where nothing does."""
    head, *rest = slide.points or (None,)
    if head is None or head.level > 1 or head.role != "head" or len(rest) < FEWEST:
        return slide
    if any(point.level != DEEPEST for point in rest) or ems(head.passage) > LONGEST_LEAD_IN:
        return slide
    if _opening(0, head) or not all(_opening(0, point) for point in rest):
        return slide
    points = tuple(replace(point, level=1) for point in rest)
    first = replace(points[0], notes=(*head.notes, *points[0].notes))
    return replace(slide, title=head.passage, kicker=slide.title, points=(first, *points[1:]))


def _opening(index: int, point: Point) -> Opening | None:
    words = point.passage
    if not isinstance(words, Passage) or not words:
        return None
    for text in (*map(_without_number, point.notes[:1]), words):
        if _is_in(words, text) and (time := time_at_head(text.text)):
            said = _said(words, text[time.rest :])
            return Opening(index, text[: time.end], (*_dates(text, time), *said), time)
    return None


def _without_number(text: Passage) -> Passage:
    number = NUMBER.match(text.text)
    return text[number.end() :] if number else text


def _dates(text: Passage, time: Time) -> tuple[Words, ...]:
    return _some(text[time.dates.start : time.dates.stop]) if time.dates else ()


def _some(words: Passage) -> tuple[Words, ...]:
    return (words,) if words else ()


def _is_in(words: Passage, text: Passage) -> bool:
    """Whether *words* were cut from *text*."""
    place, whole = words.place, text.place if text else words.place
    begins = (whole.line, whole.start) <= (place.line, place.start)
    return begins and (place.last_line, place.end) <= (whole.last_line, whole.end)


def _said(words: Passage, rest: Passage) -> tuple[Words, ...]:
    """*words* as far as they are of *rest*, what stands behind the time; with a second date
    that stands right before them (近期：到2025年底，完成…)."""
    if not rest or not _is_before(rest, words):
        return _some(rest[: _offset(rest, words.place.last_line, words.place.end)])
    date = time_at_head(rest.text)
    start = rest[date.rest :] if date else EMPTY
    if date and start and start.place.line == words.line and start.place.start == words.place.start:
        return (rest[: date.rest + len(words)],)
    return (words,)


def _is_before(one: Passage, other: Passage) -> bool:
    return (one.place.line, one.place.start) < (other.place.line, other.place.start)


def _offset(text: Passage, line: int, end: int) -> int:
    """How many characters of *text* stand before the one at *end* in *line*."""
    return sum(
        min(run.end, end) - run.start for run in text.runs if run.line == line and run.start < end
    ) + sum(len(run.text) for run in text.runs if run.line < line)


def _all_say_something(openings: list[Opening], points: int) -> bool:
    """Whether each phase has words besides its time and its dates."""
    ends = [*(opening.index for opening in openings[1:]), points]
    return all(
        opening.texts[1 if opening.time.dates else 0 :] or end - opening.index > 1
        for opening, end in zip(openings, ends, strict=True)
    )

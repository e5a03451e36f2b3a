"""What goes to the speaker's notes: everything, the sentences behind the points, or nothing.

Slides are planned with everything; this takes away.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from slidegen.deck import (
    Agenda,
    ChartSlide,
    Closing,
    CodeSlide,
    Cover,
    Divider,
    Point,
    Pointed,
    QuoteSlide,
    Slide,
    TableSlide,
)
from slidegen.options import NotesUse
from slidegen.passage import Passage, Words, join
from slidegen.planning.clauses import sentences


def noted(slide: Slide, use: NotesUse) -> Slide:
    """*slide* with the notes that *use* asks for."""
    match use:
        case "full":
            return slide
        case "none":
            return _with_notes(slide, (), ())
        case "points":
            return _with_notes(slide, shown_on(slide), None)
        case _:
            assert_never(use)


def shown_on(slide: Slide) -> tuple[Passage, ...]:
    """The source's words that *slide* shows as points, or by themselves."""
    if isinstance(slide, Pointed):
        return _passages(point.passage for point in slide.points)
    match slide:
        case Closing(call=words) | QuoteSlide(words=words):
            return _passages((words,))
        case Cover() | Agenda() | Divider() | TableSlide() | ChartSlide() | CodeSlide():
            return ()
        case _:
            assert_never(slide)


def _passages(words: Iterable[Words]) -> tuple[Passage, ...]:
    return tuple(w for w in words if isinstance(w, Passage))


def _with_notes(
    slide: Slide, shown: tuple[Passage, ...], notes: tuple[Passage, ...] | None
) -> Slide:
    """With only the sentences that hold something of *shown*; *notes* instead if they are given."""
    kept = _holding(slide.notes, shown) if notes is None else notes
    if isinstance(slide, Pointed):
        points: list[Point] = [
            replace(p, notes=_holding(p.notes, shown) if notes is None else notes)
            for p in slide.points
        ]
        return replace(slide, notes=kept, points=tuple(points))
    if isinstance(slide, ChartSlide) and notes is not None:
        return replace(slide, notes=kept, told=())
    return replace(slide, notes=kept)


def _holding(notes: tuple[Passage, ...], shown: tuple[Passage, ...]) -> tuple[Passage, ...]:
    spots = [(run.line, run.start, run.end) for passage in shown for run in passage.runs]
    found: list[Passage] = []
    for note in notes:
        kept = join(
            sentence
            for span in sentences(note.text)
            if (sentence := note[span.start : span.end]) and _touches(sentence, spots)
        )
        if kept:
            found.append(kept)
    return tuple(found)


def _touches(sentence: Passage, spots: Iterable[tuple[int, int, int]]) -> bool:
    return any(
        run.line == line and run.start < end and start < run.end
        for run in sentence.runs
        for line, start, end in spots
    )

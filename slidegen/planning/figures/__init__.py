"""The numbers worth setting large: each point's key figures.

A figure's value, unit and label are passages, so that nothing is written that the
document does not say. It is read in its whole paragraph, since a point may have been cut
from the clause that names what is measured; it belongs to the point that shows its number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from slidegen.deck import Bullets, KeyFigure, Point, Slide
from slidegen.passage import Passage, join
from slidegen.patterns import compiled
from slidegen.planning.clauses import Span, is_chinese
from slidegen.planning.figures.chinese import chinese_figures
from slidegen.planning.figures.choosing import best_figures as best_figures
from slidegen.planning.figures.english import english_figures
from slidegen.planning.figures.found import Found
from slidegen.planning.figures.quantities import plain

MOST_POINTS = 6
"""Beside more, numbers are not what a slide is about, and none is set large."""


def with_figures(slide: Slide) -> Slide:
    """*slide*, its points with their key figures where these may be set large."""
    if not isinstance(slide, Bullets) or len(slide.points) > MOST_POINTS:
        return slide
    standing = _by_line((*slide.notes, *(text for point in slide.points for text in point.notes)))
    points = tuple(
        replace(point, figures=figures_of(point, standing.get(_line(point), ())))
        for point in slide.points
    )
    return replace(slide, points=points)


def _by_line(texts: Iterable[Passage]) -> Mapping[int, Sequence[Passage]]:
    """Those with words of each line of the source, in their order."""
    found: dict[int, list[Passage]] = {}
    for text in texts:
        for line in dict.fromkeys(run.line for run in text.runs):
            found.setdefault(line, []).append(text)
    return found


def _line(point: Point) -> int:
    return point.passage.line if isinstance(point.passage, Passage) else 0


def figures_of(point: Point, texts: Iterable[Passage] = ()) -> tuple[KeyFigure, ...]:
    """The figures whose numbers *point* shows, read in that of *texts* which it was cut from.

    None for a point that is not the document's words.
    """
    words = point.passage
    if not isinstance(words, Passage) or not NUMERAL.search(words.text):
        return ()
    text, span = _whole(words, texts)
    return tuple(
        _cut(text, found)
        for found in _found(text.text)
        if span.start <= found.quantity.start and found.quantity.end <= span.end
    )


NUMERAL = compiled(
    r"[\dxX×０-９]|[一二三四五六七八九十百千万萬亿億两兩数數几首前翻半]|half|third|quarter|fifth|tenth"
)
"""Without one of these nothing is measured; most points end here."""


def key_figures(passage: Passage) -> tuple[KeyFigure, ...]:
    """All figures of *passage*, in its order."""
    return tuple(_cut(passage, found) for found in _found(passage.text))


@lru_cache(maxsize=64)
def _found(text: str) -> tuple[Found, ...]:
    """Kept for the other points of the same paragraph."""
    text = plain(text)
    return tuple(chinese_figures(text) if is_chinese(text) else english_figures(text))


def _cut(passage: Passage, found: Found) -> KeyFigure:
    value, unit, words = found.quantity.value, found.quantity.unit, found.clause
    return KeyFigure(
        passage[value.start : value.end],
        passage[unit.start : unit.end],
        join(passage[span.start : span.end] for span in found.label),
        passage[words.start : words.end],
    )


def _whole(words: Passage, texts: Iterable[Passage]) -> tuple[Passage, Span]:
    """The text that *words* were cut from, and where they stand in it; themselves if none is."""
    for text in texts:
        at = text.text.find(words.text)
        while at >= 0:
            if text[at : at + len(words)].place == words.place:
                return text, Span(at, at + len(words))
            at = text.text.find(words.text, at + 1)
    return words, Span(0, len(words))

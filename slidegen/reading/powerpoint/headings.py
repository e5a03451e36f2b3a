"""Which heading each slide of a deck stands under, and how deep: by PowerPoint's own sections, by
the deck's dividers, by its title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from slidegen.reading.block_lines import Span
from slidegen.reading.powerpoint import titles
from slidegen.reading.powerpoint.slides import Slide, is_divider


class Entry(Struct, frozen=True, dict=True):
    """A heading that is due, and the slide below it."""

    spans: tuple[Span, ...]
    level: int
    slide: Slide | None

    @property
    def title(self) -> str:
        return "".join(span.text for span in self.spans).replace("\n", "").strip()


def planned(slides: Sequence[Slide], start: int, sections: Mapping[int, str]) -> Iterator[Entry]:
    """The heading of each slide from *start* on, with its level."""
    named = {at: name for at, name in sections.items() if at >= start}
    dividers = {at for at in range(start, len(slides)) if is_divider(slides[at], at, slides)}
    below = False
    for at in range(start, len(slides)):
        slide = slides[at]
        spans = _whole_title(slide)
        if at in dividers:
            below = True
            yield Entry(_numbered(slide, _marked_alike(slides, at, spans)), 2, slide)
            continue
        if at in named:
            below = True
            key = titles.same(named[at])
            if key != titles.same(slide.title_text):
                yield Entry((Span(named[at]),), 2, None)
            else:
                yield Entry(spans, 2, slide)
                continue
        yield Entry(spans, 3 if below else 2, slide)


def _whole_title(slide: Slide) -> tuple[Span, ...]:
    text = "".join(span.text for span in slide.title)
    short = titles.whole(text)
    if short == text:
        return slide.title
    spans, room = [], len(short)
    for span in slide.title:
        spans.append(Span(span.text[:room], span.style))
        room = max(0, room - len(span.text))
    return tuple(spans)


def _marked_alike(slides: Sequence[Slide], at: int, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """*spans*, or the next slide's title where it says the same with its number."""
    if at + 1 < len(slides):
        after = slides[at + 1]
        is_same = titles.same(after.title_text) == titles.same(slides[at].title_text)
        if is_same and titles.has_marker(after.title_text):
            return _whole_title(after)
    return spans


def _numbered(slide: Slide, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """*spans* with the Chinese number that stands apart on a divider."""
    text = "".join(span.text for span in spans)
    for paragraph in slide.paragraphs:
        number = paragraph.text.strip()
        if titles.HAN.fullmatch(number) and not titles.has_marker(text):
            return (Span(f"{number}、"), *spans)
    return spans


def titles_below(plan: Sequence[Entry], position: int) -> Iterator[str]:
    """What the titles under the one at *position* have in common with a point that names them."""
    for entry in plan[position + 1 :]:
        if entry.level <= plan[position].level:
            return
        if key := titles.same(entry.title):
            yield key

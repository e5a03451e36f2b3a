"""A slide as it is understood before any of its words has a place: its title told from the rest,
and whether it is a cover, a divider or the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from msgspec import Struct

from slidegen.reading.block_lines import Span
from slidegen.reading.powerpoint import titles
from slidegen.reading.powerpoint.shapes import (
    ChartShape,
    GroupShape,
    ObjectShape,
    PictureShape,
    Shape,
    SlidePage,
    TableShape,
    TextShape,
)
from slidegen.reading.powerpoint.text import SlideParagraph

LONGEST_ON_COVER = 120
"""Characters beside the title of a first slide that no layout says is the title slide."""
LONGEST_UNMARKED_TITLE = 40
"""Characters of a text box that can be the title of a slide without one."""


class Slide(Struct):
    """What stands on one slide, its title told from the rest."""

    page: SlidePage
    title: tuple[Span, ...]
    shapes: tuple[Shape, ...]
    """All but the title."""
    notes: tuple[SlideParagraph, ...]

    @property
    def title_text(self) -> str:
        return "".join(span.text for span in self.title).replace("\n", "").strip()

    @property
    def paragraphs(self) -> Iterator[SlideParagraph]:
        for shape in self.shapes:
            if isinstance(shape, TextShape):
                yield from shape.paragraphs

    @property
    def is_wordless(self) -> bool:
        """Whether there is nothing on it but its title, or a number."""
        for shape in self.shapes:
            match shape:
                case TextShape():
                    if not all(is_number(p.text) for p in shape.paragraphs):
                        return False
                case PictureShape() | ObjectShape():
                    pass  # on a divider, decoration
                case TableShape() | ChartShape() | GroupShape():
                    return False
                case _:
                    assert_never(shape)
        return True


def slide_of(page: SlidePage) -> Slide:
    """Its title told from the rest, also where no placeholder says which it is."""
    shapes = page.shapes()
    for shape in shapes:
        if isinstance(shape, TextShape) and shape.placeholder in ("title", "ctrTitle"):
            return _titled(page, shape, shapes)
    boxes = [s for s in shapes if isinstance(s, TextShape) and s.placeholder is None]
    biggest = max((box.size for box in boxes), default=0)
    for box in boxes:
        if biggest and box.size == biggest and len(_text(box)) <= LONGEST_UNMARKED_TITLE:
            return _titled(page, box, shapes)
    return Slide(page, (), shapes, page.notes())


def _titled(page: SlidePage, title: TextShape, shapes: Sequence[Shape]) -> Slide:
    spans: list[Span] = []
    for paragraph in title.paragraphs:
        spans.extend((*((Span("\n"),) if spans else ()), *paragraph.spans))
    rest = tuple(shape for shape in shapes if shape is not title)
    return Slide(page, tuple(spans), rest, page.notes())


def _text(shape: TextShape) -> str:
    return "".join(paragraph.text for paragraph in shape.paragraphs)


def is_number(text: str) -> bool:
    return titles.NUMBER.fullmatch(text.strip()) is not None


def is_cover(slide: Slide, count: int) -> bool:
    """Whether the first slide is the deck's title and not its first page."""
    kinds = {shape.placeholder for shape in slide.shapes if isinstance(shape, TextShape)}
    if slide.page.layout_type == "title" or "subTitle" in kinds:
        return True
    shows = any(not isinstance(shape, TextShape | PictureShape) for shape in slide.shapes)
    length = sum(len(paragraph.text) for paragraph in slide.paragraphs)
    has_points = any(paragraph.has_bullet for paragraph in slide.paragraphs)
    return count > 1 and length <= LONGEST_ON_COVER and not (shows or has_points)


def is_divider(slide: Slide, at: int, slides: Sequence[Slide]) -> bool:
    if not slide.title or at + 1 >= len(slides):
        return False
    return slide.page.layout_type == "secHead" or (
        slide.is_wordless and bool(list(slide.paragraphs))
    )


def ends(slide: Slide) -> bool:
    """Whether the last slide closes the deck, rather than saying something of its own."""
    words = slide.title_text or "".join(p.text for p in slide.paragraphs)
    if titles.THANKS.fullmatch(words.strip()):
        return True
    return bool(slide.title) and not slide.shapes

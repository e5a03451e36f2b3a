"""What a written deck says, read from the file itself.

Whatever the stages meant to write, this is what a person will find: so a
proof that rests on it holds for the deck, and not only for our idea of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from slidegen.theme import Layout, LayoutName, Theme
from slidegen.writing.read_chart import read_chart

FOOTER = "footer"
FURNITURE = (FOOTER, "slide-number")
"""Kinds of slots that say the same on every page."""
NUMBERS = ", numbers"
"""Behind the name of a chart's slot, where its numbers are meant."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """One paragraph of a slide, one cell of a table, one name or number of a chart."""

    slot: str
    """The layout's slot that it stands in; empty outside any."""
    text: str
    """A newline in it is a line break inside the paragraph."""


@dataclass(frozen=True, slots=True)
class ReadSlide:
    layout: LayoutName
    texts: tuple[ReadText, ...]
    """All that the slide shows but footer and number, in reading order; no empty ones."""
    notes: tuple[str, ...]
    """A paragraph each; no empty ones."""
    footer: str = ""


def read_back(pptx: bytes, theme: Theme) -> tuple[ReadSlide, ...]:
    """The slides of *pptx*, which was written with *theme*.

    Raises ValueError for a slide whose layout the theme does not have.
    """
    from pptx import Presentation

    layouts = {layout.title: layout for layout in theme.layouts}
    slides = []
    for slide in Presentation(BytesIO(pptx)).slides:
        layout = layouts.get(slide.slide_layout.name)
        if layout is None:
            raise ValueError(f"the theme has no layout '{slide.slide_layout.name}'")
        notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
        slides.append(
            ReadSlide(
                layout.name,
                tuple(_texts(slide, layout)),
                tuple(_paragraphs(notes)) if notes is not None else (),
                _footer(slide, layout),
            )
        )
    return tuple(slides)


def _texts(slide: Any, layout: Layout) -> Iterator[ReadText]:
    slots = {slot.idx: slot for slot in layout.slots}
    for shape in slide.shapes:
        slot = slots.get(shape.placeholder_format.idx) if shape.is_placeholder else None
        if slot is not None and slot.kind in FURNITURE:
            continue
        name = slot.name if slot is not None else ""
        if getattr(shape, "has_chart", False):
            chart = read_chart(shape.chart)
            yield from (ReadText(name, words) for words in chart.words)
            yield from (ReadText(name + NUMBERS, number) for number in chart.numbers)
            continue
        if shape.has_text_frame:
            frames = [shape.text_frame]
        elif getattr(shape, "has_table", False):
            cells = (cell for row in shape.table.rows for cell in row.cells)
            frames = [cell.text_frame for cell in cells if not cell.is_spanned]
        else:
            continue
        for frame in frames:
            yield from (ReadText(name, text) for text in _paragraphs(frame))


def _footer(slide: Any, layout: Layout) -> str:
    kinds = {slot.idx: slot.kind for slot in layout.slots}
    return "\n".join(
        text
        for shape in slide.placeholders
        if kinds.get(shape.placeholder_format.idx) == FOOTER
        for text in _paragraphs(shape.text_frame)
    )


def _paragraphs(frame: Any) -> Iterator[str]:
    for paragraph in frame.paragraphs:
        # python-pptx gives a line break as a vertical tab.
        if text := paragraph.text.replace("\v", "\n").strip():
            yield text

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
from slidegen.writing.slot_names import slots_by_name

FOOTER = "footer"
FURNITURE = (FOOTER, "date", "slide-number")
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

    slides = []
    for slide in Presentation(BytesIO(pptx)).slides:
        layout = _layout(slide, theme)
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


def _layout(slide: Any, theme: Theme) -> Layout:
    """By its name; in a stranger's template by its part, which may serve for several of our
    layouts: then it is the first that has all the slots that the slide fills."""
    title, part = slide.slide_layout.name, slide.slide_layout.part.partname.lstrip("/")
    for layout in theme.layouts:
        if layout.part is None and layout.title == title:
            return layout
        if layout.part == part:
            known = slots_by_name(layout)
            if all(shape.name in known for shape in slide.shapes if _is_named(shape, layout)):
                return layout
    raise ValueError(f"the theme has no layout '{title}' ({part})")


def _is_named(shape: Any, layout: Layout) -> bool:
    """Whether it has the name of a slot: it holds words, and no furniture or ornament."""
    if not (shape.has_text_frame or shape.has_table or shape.has_chart):
        return False
    if shape.is_placeholder and _kind(shape, layout) in FURNITURE:
        return False
    return not shape.has_text_frame or bool(shape.text_frame.text.strip())


def _kind(shape: Any, layout: Layout) -> str | None:
    kinds = {slot.idx: slot.kind for slot in layout.slots}
    return kinds.get(shape.placeholder_format.idx)


def _texts(slide: Any, layout: Layout) -> Iterator[ReadText]:
    slots = {slot.idx: slot for slot in layout.slots}
    named = slots_by_name(layout) if layout.part is not None else {}
    for shape in slide.shapes:
        slot = slots.get(shape.placeholder_format.idx) if shape.is_placeholder else None
        if slot is None or slot.kind not in FURNITURE:
            slot = named.get(shape.name, slot)
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
    """What it says; what a stranger's template says there itself is no claim of ours."""
    names = {slot.idx: slot.name for slot in layout.slots}
    return "\n".join(
        text
        for shape in slide.placeholders
        if names.get(shape.placeholder_format.idx) == FOOTER
        for text in _paragraphs(shape.text_frame)
    )


def _paragraphs(frame: Any) -> Iterator[str]:
    for paragraph in frame.paragraphs:
        # python-pptx gives a line break as a vertical tab.
        if text := paragraph.text.replace("\v", "\n").strip():
            yield text

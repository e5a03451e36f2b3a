"""What a written deck says, read from the file itself.

Whatever the stages meant to write, this is what a person will find: so a
proof that rests on it holds for the deck, and not only for our idea of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from xml.etree.ElementTree import Element

from msgspec import Struct

from slidegen.theme import Layout, LayoutName, Slot, Theme
from slidegen.writing.finished_file import FinishedFile, path
from slidegen.writing.markup import qualified
from slidegen.writing.slot_names import slots_by_name

FOOTER = "footer"
FURNITURE = (FOOTER, "date", "slide-number")
"""Kinds of slots that say the same on every page."""
NUMBERS = ", numbers"
"""Behind the name of a chart's slot, where its numbers are meant."""

SHAPE, FRAME = qualified("p:sp"), qualified("p:graphicFrame")
RUN, FIELD, BREAK = qualified("a:r"), qualified("a:fld"), qualified("a:br")
RELATION = qualified("r:id")
TRUE = ("1", "true")
"""How XML spells it."""


class ReadText(Struct, frozen=True):
    """One paragraph of a slide, one cell of a table, one name or number of a chart."""

    slot: str
    """The layout's slot that it stands in; empty outside any."""
    text: str
    """A newline in it is a line break inside the paragraph."""


class ReadSlide(Struct, frozen=True):
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
    file = FinishedFile(pptx)
    titles: dict[str, str] = {}
    """Of the file's layouts, by the names of their parts."""
    slides = []
    for name in _slides(file):
        slide = _Slide(file, name)
        part = slide.related.get("slideLayout", "")
        if part not in titles:
            titles[part] = _title_of_layout(file, part)
        layout = _layout(slide, titles[part], part, theme)
        slides.append(
            ReadSlide(
                layout.name,
                tuple(_texts(slide, layout)),
                tuple(_notes(slide)),
                _footer(slide, layout),
            )
        )
    return tuple(slides)


def _slides(file: FinishedFile) -> Iterator[str]:
    """Names of their parts, in the order in which they are shown."""
    presentation = file.one_related("", "officeDocument") or ""
    names = {related.key: related.name for related in file.related(presentation)}
    for entry in file.root(presentation).iterfind(path("p:sldIdLst", "p:sldId")):
        yield names[entry.get(RELATION, "")]


def _title_of_layout(file: FinishedFile, part: str) -> str:
    common = file.root(part).find(path("p:cSld"))
    return "" if common is None else common.get("name", "")


class _Shape:
    """A shape with text, or the frame of a table or chart."""

    def __init__(self, element: Element) -> None:
        self.element = element
        held = element.find(path("*", "p:nvPr", "p:ph"))
        names = element.find(path("*", "p:cNvPr"))
        self.name = names.get("name", "") if names is not None else ""
        self.idx = int(held.get("idx", "0")) if held is not None else None
        """The placeholder's; None for a shape that fills none."""

    @cached_property
    def chart(self) -> str | None:
        """The key of its part."""
        found = self.element.find(path("a:graphic", "a:graphicData", "c:chart"))
        return None if found is None else found.get(RELATION)

    @cached_property
    def bodies(self) -> list[Element]:
        """Its text, or those of its cells but of the covered ones, which show nothing."""
        if self.element.tag == SHAPE:
            return self.element.findall(path("p:txBody"))
        cells = self.element.iterfind(path("a:graphic", "a:graphicData", "a:tbl", "a:tr", "a:tc"))
        shown = (
            cell
            for cell in cells
            if cell.get("hMerge") not in TRUE and cell.get("vMerge") not in TRUE
        )
        return [body for cell in shown for body in cell.findall(path("a:txBody"))]


class _Slide:
    def __init__(self, file: FinishedFile, name: str) -> None:
        self.file = file
        related = tuple(file.related(name))
        self.by_key = {other.key: other.name for other in related}
        self.related = {other.kind: other.name for other in reversed(related)}
        self.shapes = [_Shape(shape) for shape in _shapes(file.root(name))]


def _shapes(parent: Element) -> Iterator[Element]:
    """In reading order, wherever they are: in groups too."""
    for child in parent:
        if child.tag in (SHAPE, FRAME):
            yield child
        else:
            yield from _shapes(child)


def _layout(slide: _Slide, title: str, part: str, theme: Theme) -> Layout:
    """By its name; in a stranger's template by its part, which may serve for several of our
    layouts: then it is the first that has all the slots that the slide fills."""
    for layout in theme.layouts:
        if layout.part is None and layout.title == title:
            return layout
        if layout.part == part:
            known = slots_by_name(layout)
            if all(shape.name in known for shape in slide.shapes if _is_named(shape, layout)):
                return layout
    raise ValueError(f"the theme has no layout '{title}' ({part})")


def _is_named(shape: _Shape, layout: Layout) -> bool:
    """Whether it has the name of a slot: it holds words, and no furniture or ornament."""
    slot = _by_idx(layout).get(shape.idx)
    if slot is not None and slot.kind in FURNITURE:
        return False
    return shape.element.tag == FRAME or any(_paragraphs(shape.bodies))


def _by_idx(layout: Layout) -> Mapping[int | None, Slot]:
    return {slot.idx: slot for slot in layout.slots if slot.idx is not None}


def _texts(slide: _Slide, layout: Layout) -> Iterator[ReadText]:
    slots = _by_idx(layout)
    named = slots_by_name(layout) if layout.part is not None else {}
    for shape in slide.shapes:
        slot = slots.get(shape.idx)
        if slot is None or slot.kind not in FURNITURE:
            slot = named.get(shape.name, slot)
        if slot is not None and slot.kind in FURNITURE:
            continue
        name = slot.name if slot is not None else ""
        yield from (ReadText(name, text) for text in _paragraphs(shape.bodies))
        if shape.chart is not None:
            yield from _of_chart(slide.file, slide.by_key[shape.chart], name)


def _of_chart(file: FinishedFile, part: str, slot: str) -> Iterator[ReadText]:
    from slidegen.writing.read_chart import read_chart  # few decks have one

    workbook = file.one_related(part, "package")
    chart = read_chart(file.root(part), file.bytes_of(workbook) if workbook else None)
    yield from (ReadText(slot, words) for words in chart.words)
    yield from (ReadText(slot + NUMBERS, number) for number in chart.numbers)


def _notes(slide: _Slide) -> Iterator[str]:
    part = slide.related.get("notesSlide")
    if part is None:
        return
    for shape in _shapes(slide.file.root(part)):
        held = shape.find(path("*", "p:nvPr", "p:ph"))
        if held is not None and held.get("type") == "body":
            yield from _paragraphs(shape.findall(path("p:txBody")))
            return


def _footer(slide: _Slide, layout: Layout) -> str:
    """What it says; what a stranger's template says there itself is no claim of ours."""
    slots = _by_idx(layout)
    return "\n".join(
        text
        for shape in slide.shapes
        if (slot := slots.get(shape.idx)) is not None and slot.name == FOOTER
        for text in _paragraphs(shape.bodies)
    )


def _paragraphs(bodies: Iterable[Element]) -> Iterator[str]:
    for body in bodies:
        for paragraph in body.iterfind(path("a:p")):
            if text := "".join(_words(paragraph)).strip():
                yield text


def _words(paragraph: Element) -> Iterator[str]:
    for child in paragraph:
        if child.tag == BREAK:
            yield "\n"
        elif child.tag in (RUN, FIELD):
            yield child.findtext(path("a:t")) or ""

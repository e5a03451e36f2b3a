"""Decks for tests, made with python-pptx, and changed where it cannot make what is wanted."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from types import MappingProxyType

from lxml import etree
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu

TITLE, CONTENT, SECTION, TITLE_ONLY, BLANK = 0, 1, 2, 5, 6
"""Layouts of python-pptx's own template."""
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
INCH = 914400


def deck() -> Deck:
    return Presentation()


def slide(
    made: Deck,
    title: str = "",
    points: list[str | tuple[int, str]] | None = None,
    *,
    layout: int = CONTENT,
    notes: str = "",
) -> Slide:
    added = made.slides.add_slide(made.slide_layouts[layout])
    if title:
        added.shapes.title.text_frame.text = title
    if points:
        frame = added.placeholders[1].text_frame
        for order, point in enumerate(points):
            level, text = point if isinstance(point, tuple) else (0, point)
            paragraph = frame.paragraphs[0] if not order else frame.add_paragraph()
            paragraph.text, paragraph.level = text, level
    if notes:
        added.notes_slide.notes_text_frame.text = notes
    return added


def box(on: Slide, text: str, left: float, top: float, width: float = 2, height: float = 1) -> None:
    """A text box; places in inches."""
    places = (Emu(int(INCH * value)) for value in (left, top, width, height))
    on.shapes.add_textbox(*places).text_frame.text = text


def section(made: Deck, *names: tuple[str, int]) -> None:
    """PowerPoint's sections: a name, and how many slides it has."""
    identities = [str(entry.get("id")) for entry in made.slides._sldIdLst]
    listed = etree.SubElement(made.part._element, f"{{{P14}}}sectionLst")
    for name, count in names:
        one = etree.SubElement(listed, f"{{{P14}}}section", name=name)
        entries = etree.SubElement(one, f"{{{P14}}}sldIdLst")
        for identity in identities[:count]:
            etree.SubElement(entries, f"{{{P14}}}sldId", id=identity)
        del identities[:count]


def saved(made: Deck) -> bytes:
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def changed(
    data: bytes,
    change: Callable[[str, bytes], bytes | None],
    more: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """*data* with each part exchanged for what *change* makes of its name and bytes; None
    leaves the part out, and *more* are added."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if (part := change(name, old.read(name))) is not None:
                new.writestr(name, part)
        for name, part in more.items():
            new.writestr(name, part)
    return buffer.getvalue()

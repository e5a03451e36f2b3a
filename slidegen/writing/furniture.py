"""What stands at the foot of a stranger's layout: PowerPoint copies it to each new slide.

A slide inherits how footer, date and number look and where they stand, but not that they
are there, nor what they say.
"""

from __future__ import annotations

from copy import deepcopy

from slidegen.theme import Slot
from slidegen.writing.markup import Element, Markup, element, grown, qualified, spelt

NUMBER_FIELDS = ("slidenum",)
COLOURS_OF_MASTER = element("p:clrMapOvr", element("a:masterClrMapping"))


def words_of_layout(layout: Element, slot: Slot, number: int) -> list[Element]:
    """The paragraphs that *layout* has in that placeholder, or its master wherever it has none;
    empty if they say nothing. The field of the number shows *number*."""
    for shape in layout.iter(qualified("p:sp")):
        held = shape.find(f"{qualified('p:nvSpPr')}/{qualified('p:nvPr')}/{qualified('p:ph')}")
        if held is not None and str(held.get("idx", "0")) == str(slot.idx):
            paragraphs = shape.findall(f"{qualified('p:txBody')}/{qualified('a:p')}")
            said = [_copy(paragraph, number) for paragraph in paragraphs]
            if any("".join(map(str, words.itertext())).strip() for words in said):
                return said
    return []


def _copy(paragraph: Element, number: int) -> Element:
    made = deepcopy(paragraph)
    for field in made.iter(qualified("a:fld")):
        shown = field.find(qualified("a:t"))
        if field.get("type") in NUMBER_FIELDS and shown is not None:
            shown.text = str(number)
    return made


def colour_runs(paragraphs: list[Element], fill: Markup) -> None:
    """Give the runs that colour, in place, but those that have one of their own."""
    for paragraph in paragraphs:
        for tag in ("a:r", "a:fld"):
            for run in paragraph.findall(qualified(tag)):
                properties = run.find(qualified("a:rPr"))
                if properties is None:
                    properties = grown(element("a:rPr"))
                    run.insert(0, properties)
                if not any(str(child.tag).endswith("Fill") for child in properties):
                    line = properties.find(qualified("a:ln"))
                    properties.insert(0 if line is None else 1, grown(fill))


def colour_mapping(layout: Element | None) -> Markup:
    """The slide's own: a layout with another map than its master's has to say so again."""
    own = layout.find(qualified("p:clrMapOvr")) if layout is not None else None
    if own is not None and own.find(qualified("a:overrideClrMapping")) is not None:
        return spelt([deepcopy(own)])
    return COLOURS_OF_MASTER

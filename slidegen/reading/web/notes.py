"""Footnotes: marks in the text, and the places on the page that they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from slidegen.document import Block, Footnote, Heading
from slidegen.patterns import compiled
from slidegen.reading.web.boxes import Box, Flow, NoteMark
from slidegen.reading.web.main_text import MainText

LONGEST_NOTE = 2_000
"""Letters; a longer place is a chapter that is linked to."""
NOTES_HEADING = compiled(
    r"(?:注释|注解|脚注|尾注|参考资料|参考文献|附注|notes?|references|footnotes|citations|endnotes)",
    re.IGNORECASE,
)
NOTE_BOXES = ("li", "p", "dd", "div", "td", "aside", "section")


class Note(Struct, frozen=True):
    label: str
    box: Box


class Notes(Struct, frozen=True):
    notes: tuple[Note, ...] = ()
    """In the order in which the text refers to them."""
    marks: frozenset[int] = frozenset()
    """Marks of a note and ways back from one, which say nothing themselves, by `id`."""
    boxes: frozenset[int] = frozenset()
    """Of the notes, by `id`."""

    def is_mark(self, mark: NoteMark) -> bool:
        return id(mark) in self.marks


def notes_of(root: Box, places: Mapping[str, Box], text: MainText) -> Notes:
    """The notes below the text that marks in it refer to.

    A mark leads forward to its note; what leads back to the text is the note's own.
    """
    order = {id(flow): number for number, flow in enumerate(root.flows())}
    found: dict[int, Note] = {}
    marks: dict[int, list[NoteMark]] = {}
    for flow, mark in _marks(text.chosen):
        box = places.get(mark.target)
        if not mark.is_raised or box is None or box.tag not in NOTE_BOXES:
            continue
        first = next((order[id(inner)] for inner in box.flows()), -1)
        if first > order[id(flow)] and 0 < box.letters <= LONGEST_NOTE:
            label = mark.span.text.strip("[]［］〔〕()（）【】 ^")
            found.setdefault(id(box), Note(label or str(len(found) + 1), box))
            marks.setdefault(id(box), []).append(mark)
    for key, some in marks.items():
        if len({mark.target for mark in some}) > 1:
            # Notes that only line ends part stay where they are.
            del found[key]
    marks = {key: marks[key] for key in found}
    known = {id(mark) for some in marks.values() for mark in some}
    for note in found.values():
        known |= {id(m) for _, m in _marks((note.box,)) if _leads_back(m, note.box, places, order)}
    return Notes(tuple(found.values()), frozenset(known), frozenset(found))


def _leads_back(
    mark: NoteMark, note: Box, places: Mapping[str, Box], order: Mapping[int, int]
) -> bool:
    place = places.get(mark.target)
    here = next((order[id(flow)] for flow in note.flows()), 0)
    there = next((order[id(flow)] for flow in place.flows()), here) if place else here
    return place is not None and (there < here or place is note)


def _marks(children: tuple[Box | Flow, ...]) -> Iterator[tuple[Flow, NoteMark]]:
    for child in children:
        for flow in (child,) if isinstance(child, Flow) else child.flows():
            for piece in flow.pieces:
                if isinstance(piece, NoteMark):
                    yield flow, piece


def without_empty(blocks: Sequence[Block]) -> Iterator[Block]:
    """*blocks* without the headings whose notes went to the end of the document."""
    for index, block in enumerate(blocks):
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        is_empty = below is None or isinstance(below, Footnote | Heading)
        is_deeper = (
            isinstance(block, Heading) and isinstance(below, Heading) and below.level > block.level
        )
        if not (
            isinstance(block, Heading)
            and is_empty
            and not is_deeper
            and NOTES_HEADING.fullmatch(block.passage.text)
        ):
            yield block

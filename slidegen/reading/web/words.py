"""Which flows of a page are the document's, and what they say: without the marks of notes, with
the numbers that Word computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from slidegen.reading.block_lines import Span
from slidegen.reading.lines import is_wide
from slidegen.reading.web.boxes import Box, Flow, ListMark, NoteMark, PictureMark
from slidegen.reading.web.main_text import MainText
from slidegen.reading.web.notes import Notes

BULLETS = frozenset("·•●○◦■□◆◇▪▫►➢➤✓✔★☆§ØoüvlnuqwØ-–—*\uf0b7\uf0a7\uf0d8\uf06c\uf06e\uf075\uf0fc")
"""What Word shows as a bullet, also by the letters that stand for it in Wingdings."""


class Words(Struct, frozen=True):
    text: MainText
    notes: Notes

    def holds(self, child: Box | Flow) -> bool:
        return self.text.holds(child) and id(child) not in self.notes.boxes

    def spans(self, flow: Flow) -> Iterator[Span]:
        number = ""
        for piece in flow.pieces:
            match piece:
                case Span():
                    if number:
                        gap = "" if is_wide((piece.text.lstrip() or " ")[0]) else " "
                        yield Span(number + gap, piece.style)
                        piece = Span(piece.text.lstrip(" \xa0"), piece.style)
                        number = ""
                    yield piece
                case NoteMark(span=said):
                    if not self.notes.is_mark(piece):
                        yield said
                case ListMark(text):
                    number = "" if text in BULLETS else text
                case PictureMark():
                    pass

    def joined(self, flows: Iterable[Flow]) -> Iterator[Span]:
        """Several flows as the lines of one passage."""
        for flow in flows:
            yield from self.spans(flow)
            yield Span("\n")

    def flows(self, box: Box | Flow) -> Iterator[Flow]:
        if not self.holds(box):
            return
        if isinstance(box, Flow):
            yield box
            return
        for child in box.children:
            yield from self.flows(child)


def list_mark(box: Box) -> str:
    """What Word computed for the paragraph; empty if it is in no list of Word's."""
    first = next((c for c in box.children if isinstance(c, Flow)), None) if box.tag == "p" else None
    marks = (piece.text for piece in first.pieces if isinstance(piece, ListMark)) if first else ()
    return next(iter(marks), "")

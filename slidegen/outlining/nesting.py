"""Blocks to sections."""

from __future__ import annotations

from slidegen.document import Block, Heading, Paragraph
from slidegen.outline import Section
from slidegen.outlining.numbering import MARKER


def sections_of(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """What stands before the first heading, and the sections."""
    opening: list[Block] = []
    sections: list[Section] = []
    for block in blocks:
        match block:
            case Heading(passage):
                sections.append(Section(1, passage, passage, "markdown"))
            case Paragraph(passage) if found := MARKER.match(passage.text):
                end = passage.text.find("。")
                end = len(passage) if end < 0 else end
                rest = passage[end:].lstrip("。")
                body = (Paragraph(rest),) if rest else ()
                text = passage[:end]
                sections.append(
                    Section(1, text, text[found.end() :].lstrip(), "marker", found[0], body)
                )
            case _ if sections:
                last = sections[-1]
                sections[-1] = Section(
                    last.level, last.text, last.heading, last.reason, last.marker,
                    (*last.body, block),
                )
            case _:
                opening.append(block)
    return tuple(opening), tuple(sections)

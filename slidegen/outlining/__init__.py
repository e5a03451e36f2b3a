"""A document to an outline: what the talk says, in the order in which it is found out.

Each step takes blocks and returns the blocks that it leaves to the next, so
that every block ends in exactly one place.
"""

from __future__ import annotations

from pathlib import Path

from slidegen.document import Document
from slidegen.notices import Report, ignore
from slidegen.outline import Language, Outline
from slidegen.outline_form import is_outline
from slidegen.outlining.after_matter import cut_after_matter
from slidegen.outlining.chrome import without_chrome
from slidegen.outlining.closing import cut_closing
from slidegen.outlining.contents import without_contents
from slidegen.outlining.cover import read_cover
from slidegen.outlining.frames import without_frames
from slidegen.outlining.given import given_outline
from slidegen.outlining.language import language_of
from slidegen.outlining.nesting import sections_of
from slidegen.outlining.rejoining import rejoined
from slidegen.outlining.remarks import remarks
from slidegen.outlining.unfolding import unfolded


def make_outline(
    document: Document, *, language: Language | None = None, report: Report = ignore
) -> Outline:
    """The outline of *document*; *language* overrules what the text looks like."""
    if is_outline(document):
        return given_outline(document, language)
    blocks, dropped = without_chrome(document)
    blocks, contents = without_contents(unfolded(blocks))
    cover, blocks = read_cover(blocks, document.fields)
    blocks, after_matter = cut_after_matter(without_frames(rejoined(blocks)))
    blocks, closing = cut_closing(blocks)
    opening, sections = sections_of(blocks, document.lines)
    outline = cover.outline(
        opening=opening,
        sections=sections,
        closing=closing,
        after_matter=after_matter,
        dropped=(*dropped, *contents),
        language=language or language_of(document),
        name=Path(document.path).stem if document.path else "",
        lines=document.lines,
    )
    for remark in remarks(outline):
        report(remark)
    return outline

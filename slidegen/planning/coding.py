"""Which blocks of code a deck shows, and which are left to the notes.

A command or two between paragraphs is read with them, and a listing of pages is for the
handout; what lies between is what a technical talk puts on the wall.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from slidegen.document import Block, Code, ListBlock, Quote
from slidegen.options import Detail
from slidegen.outline import Outline, Section
from slidegen.patterns import compiled

FEWEST: Mapping[Detail, int | None] = {"outline": None, "standard": 3, "full": 2}
"""Lines that say something, by how much is asked for; None shows no code."""
MOST = 24
"""Lines: two pages of a size that can be read."""
LONGEST = 100
"""Characters of a line; longer ones are no more than text on a slide."""
SOURCES = frozenset(("mermaid", "plantuml", "graphviz", "dot", "math", "latex", "svg"))
"""Languages in which a drawing or a formula is written: nobody reads them as they stand."""


def with_code_shown(outline: Outline, detail: Detail) -> Outline:
    """*outline* with its code marked that is to have slides."""
    fewest = FEWEST[detail]
    if fewest is None:
        return outline
    return replace(
        outline,
        opening=_marked(outline.opening, fewest),
        sections=tuple(_in_section(section, fewest) for section in outline.sections),
    )


def _in_section(section: Section, fewest: int) -> Section:
    return replace(
        section,
        body=_marked(section.body, fewest),
        children=tuple(_in_section(child, fewest) for child in section.children),
    )


def _marked(blocks: tuple[Block, ...], fewest: int) -> tuple[Block, ...]:
    return tuple(_block(block, fewest) for block in blocks)


def _block(block: Block, fewest: int) -> Block:
    match block:
        case Code():
            return replace(block, is_shown=_is_for_show(block, fewest))
        case ListBlock(items):
            inner = (replace(item, blocks=_marked(item.blocks, fewest)) for item in items)
            return replace(block, items=tuple(inner))
        case Quote(blocks):
            return replace(block, blocks=_marked(blocks, fewest))
        case _:
            return block


STRAY_MARKUP = compiled(r"\s*</?(?:table|thead|tbody|t[rdh]|[uo]l|li)\b")
"""What an indented table of HTML begins with, which Markdown takes for code."""


def _is_for_show(code: Code, fewest: int) -> bool:
    said = [line for line in code.lines if line.text.strip()]
    if code.language is None and any(STRAY_MARKUP.match(line.text) for line in said[:1]):
        return False
    return (
        fewest <= len(said)
        and len(code.lines) <= MOST
        and all(len(line) <= LONGEST for line in said)
        and (code.language or "").split(" ")[0].lower() not in SOURCES
    )

"""Website chrome: what the page around a document says, dropped by rule.

A pasted document brings its page along: breadcrumbs, font-size bars, credits,
related links. Each such line is taken out with the reason for it, so that a
person can see what went and the later steps never meet it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from slidegen.document import Block, Document, Heading, Paragraph, Picture, Rule, passages
from slidegen.outline import Dropped
from slidegen.outlining.page_furniture import SCRAMBLED, scrambled_tail
from slidegen.outlining.page_zones import FINDERS, Line, lines_of
from slidegen.passage import Passage, join


def without_chrome(document: Document) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """The document's own blocks, and the page's lines with the reason for each."""
    lines = tuple(lines_of(document.blocks))
    reasons: dict[int, str] = {}
    for find in FINDERS:
        for index, reason in find(lines, document.blocks, reasons):
            reasons.setdefault(index, reason)
    shorter, tails = _without_tails(lines, reasons)
    shorter, marks = _without_marks(shorter, reasons)
    cut = {index for index, _ in (*tails, *marks)}
    blocks = _kept(document.blocks, shorter, reasons, cut)
    dropped = [
        Dropped(passage, reasons[index])
        for index, line in enumerate(lines)
        if index in reasons
        for passage in _words(line, document)
    ]
    dropped += [Dropped(tail, SCRAMBLED) for _, tail in tails]
    dropped += [Dropped(mark, "template tag") for _, mark in marks]
    return blocks, (*_front_matter(document), *dropped)


def _without_tails(
    lines: Sequence[Line], reasons: Mapping[int, str]
) -> tuple[Sequence[Line], Sequence[tuple[int, Passage]]]:
    """The lines without the noise that some end in, and that noise with the index of its line.

    Only where there is noise between the lines too: alone, it may be a formula.
    """
    if SCRAMBLED not in reasons.values():
        return lines, ()
    left, tails = list(lines), []
    for index, line in enumerate(lines):
        end = scrambled_tail(line.passage.text)
        if index not in reasons and end < len(line.passage):
            left[index] = replace(line, passage=line.passage[:end].strip())
            tails.append((index, line.passage[end:].strip()))
    return left, tails


def _without_marks(
    lines: Sequence[Line], reasons: Mapping[int, str]
) -> tuple[Sequence[Line], Sequence[tuple[int, Passage]]]:
    """The lines without the signs in which govspeak wraps a whole one (^advice^, %warning%)."""
    left, marks = list(lines), []
    for index, line in enumerate(lines):
        text = line.passage.text
        if index in reasons or len(text) < 4 or text[0] not in "^%" or text[-1] != text[0]:
            continue
        if text.count(text[0]) == 2 and not text[1].isspace():
            left[index] = replace(line, passage=line.passage[1:-1])
            marks += [(index, line.passage[:1]), (index, line.passage[len(text) - 1 :])]
    return left, marks


def _kept(
    blocks: Sequence[Block], lines: Sequence[Line], reasons: Mapping[int, str], cut: set[int]
) -> tuple[Block, ...]:
    """The blocks without the lines that have *reasons*; *cut* are those that lost their tail."""
    touched = {lines[index].block for index in (*reasons, *cut)}
    left: dict[int, list[Passage]] = {}
    for index, line in enumerate(lines):
        if index not in reasons:
            left.setdefault(line.block, []).append(line.passage)
    kept: list[Block] = []
    for index, block in enumerate(blocks):
        if index not in touched:
            kept.append(block)
        elif index in left and isinstance(block, Paragraph | Heading):
            kept.append(Paragraph(join(left[index])))
    return tuple(kept)


def _words(line: Line, document: Document) -> tuple[Passage, ...]:
    if line.passage:
        return (line.passage,)
    block = document.blocks[line.block]
    if isinstance(block, Rule | Picture) and 0 < block.line <= len(document.lines):
        return (Passage.of_line(document.lines[block.line - 1], block.line),)
    return passages(block)


def _front_matter(document: Document) -> Iterator[Dropped]:
    """The lines of the metadata block itself; what they say is in the document's fields."""
    lines = document.lines
    if not document.fields or not lines or lines[0].strip() != "---":
        return
    end = next((n for n, line in enumerate(lines[1:], 2) if line.strip() in ("---", "...")), 0)
    for number in range(1, end + 1):
        if passage := Passage.of_line(lines[number - 1], number).strip():
            yield Dropped(passage, "front matter")

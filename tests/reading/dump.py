"""A document as text, a line for each block, so that a test case can be read and pasted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from slidegen.document import (
    Block,
    Cell,
    Code,
    Document,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Table,
)
from slidegen.passage import Passage, Run


def dump(document: Document) -> str:
    fields = [f"field {field.name}: {marked(field.value)}" for field in document.fields]
    return "\n".join([*fields, *dumped(document.blocks)]) + "\n"


def dumped(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(passage):
                yield f"{passage.line} paragraph: {marked(passage)}"
            case Heading(passage, level):
                yield f"{passage.line} heading {level}: {marked(passage)}"
            case ListBlock(items):
                yield "list"
                for item in items:
                    box = {None: "", True: " [x]", False: " [ ]"}[item.checked]
                    yield f"  item {item.marker or '-'}{box}"
                    yield from (f"    {line}" for line in dumped(item.blocks))
            case Table(rows, header_rows):
                yield f"table, {header_rows} header row(s)"
                yield from (f"  {' | '.join(map(_cell, row))}" for row in rows)
            case Picture():
                size = f"{block.width}x{block.height}"
                yield f"{block.line} picture {size}: {block.alt} / {block.caption}"
            case Code(lines, language):
                yield f"code {language or '-'}"
                yield from (f"  {line.line} {line}" if line else "" for line in lines)
            case Quote(inner):
                yield "quote"
                yield from (f"  {line}" for line in dumped(inner))
            case Rule(line):
                yield f"{line} rule"
            case Footnote(label, inner):
                yield f"footnote {label}"
                yield from (f"  {line}" for line in dumped(inner))


def marked(passage: Passage) -> str:
    """Its words, styles in braces and `/` where a source line ends."""
    words, line = "", passage.line
    for run in passage.runs:
        words += ("/" if run.line != line else "") + _styled(run)
        line = run.line
    return words


def _styled(run: Run) -> str:
    style = run.style
    names = [name for name in ("bold", "italic", "code", "strike") if getattr(style, name)]
    names += [style.link] if style.link else []
    return f"{{{' '.join(names)}: {run.text}}}" if names else run.text


def _cell(cell: Cell) -> str:
    return {None: "", "left": "<", "center": "^", "right": ">"}[cell.alignment] + marked(
        cell.passage
    )


def runs_of(blocks: Iterable[Block]) -> Iterator[Run]:
    for block in blocks:
        match block:
            case Paragraph(passage) | Heading(passage):
                yield from passage.runs
            case ListBlock(items):
                yield from (run for item in items for run in runs_of(item.blocks))
            case Table(rows):
                yield from (run for row in rows for cell in row for run in cell.passage.runs)
            case Picture():
                yield from (*block.alt.runs, *block.caption.runs)
            case Code(lines):
                yield from (run for line in lines for run in line.runs)
            case Quote(inner) | Footnote(_, inner):
                yield from runs_of(inner)
            case Rule():
                pass

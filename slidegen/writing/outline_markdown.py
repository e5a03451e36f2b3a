"""An outline as Markdown: what slidegen understood, to be mended by hand and converted.

Reading it again gives the same sections, so a heading that was taken wrongly is
put right by adding or removing a `#`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from slidegen.document import (
    Block,
    Code,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Table,
    passages,
)
from slidegen.outline import Outline, Section
from slidegen.passage import Passage
from slidegen.point import Part

FACTS = (
    "title",
    "subtitle",
    "occasion",
    "speaker",
    "organisation",
    "classification",
    "date",
    "source",
)
DEEPEST = 6
"""Markdown has no seventh level of headings."""


def outline_as_markdown(outline: Outline) -> str:
    """Front matter with the cover's facts, then the text; what was dropped is not in it."""
    return "\n\n".join(filter(None, _chunks(outline))) + "\n"


def _chunks(outline: Outline) -> Iterator[str]:
    facts = [(name, getattr(outline, name)) for name in FACTS]
    stated = [f"{name}: {_quoted(passage.text)}" for name, passage in facts if passage]
    if stated:
        yield "\n".join(("---", *stated, "---"))
    if outline.title:
        yield f"# {_inline(outline.title)}"
    if outline.salutation:
        yield _paragraph(outline.salutation)
    yield from _blocks(outline.opening)
    for section in outline.sections:
        yield from _section(section)
    for block in (*outline.closing, *outline.after_matter):
        yield from _block(block)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _section(section: Section) -> Iterator[str]:
    # The title has the first level.
    yield "#" * min(section.level + 1, DEEPEST) + " " + _inline(section.text)
    yield from _blocks(section.body)
    for child in section.children:
        yield from _section(child)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(passage):
            yield _paragraph(passage)
        case Heading(passage, level):
            yield "#" * min(level + 1, DEEPEST) + " " + _inline(passage)
        case ListBlock(items):
            yield "\n".join(
                line
                for item in items
                for line in _hung(
                    (item.marker or "-") + {None: " ", True: " [x] ", False: " [ ] "}[item.checked],
                    "\n\n".join(_blocks(item.blocks)),
                )
            )
        case Table():
            yield from _table(block)
        case Picture(alt=alt, caption=caption):
            # Its file's name is not kept; the words beside it are.
            yield from (_paragraph(passage) for passage in (caption or alt,) if passage)
        case Code(lines, language):
            fence = "```"
            while any(fence in line.text for line in lines):
                fence += "`"
            yield "\n".join((fence + (language or ""), *(line.text for line in lines), fence))
        case Quote(blocks):
            yield "\n".join(
                ("> " + line).rstrip() for line in "\n\n".join(_blocks(blocks)).split("\n")
            )
        case Footnote(label, blocks):
            # What is said where it stands has no label, and Markdown no note without one.
            label = label or f"notes-{next((p.line for p in passages(block)), 0)}"
            yield "\n".join(_hung(f"[^{label}]: ", "\n\n".join(_blocks(blocks))))
        case Part(_, told):
            yield from map(_paragraph, told)
        case Rule():
            yield "---"
        case _:
            assert_never(block)


def _hung(marker: str, text: str) -> list[str]:
    first, *rest = text.split("\n")
    indent = " " * (4 if marker.startswith("[^") else len(marker.split(" ", 1)[0]) + 1)
    return [marker + first, *((indent + line).rstrip() for line in rest)]


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield _paragraph(table.caption)
    rows = [
        [
            words
            for cell in row
            for words in (_inline(cell.passage).replace("|", "\\|"), *[""] * (cell.columns - 1))
        ]
        for row in table.rows
    ]
    width = max(map(len, rows), default=0)
    if not width:
        return
    if not table.header_rows:
        rows.insert(0, [])
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    yield "\n".join((lines[0], "|" + " --- |" * width, *lines[1:]))


def _paragraph(passage: Passage) -> str:
    return _BLOCK_MARK.sub(lambda mark: _escaped_mark(mark.group()), _inline(passage))


_BLOCK_MARK = re.compile(r"^(?:#{1,6}(?=\s|$)|[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$)|>|[-=_*~`]{3,})")
"""What would make something else of a paragraph that begins with it."""


def _escaped_mark(mark: str) -> str:
    return mark[:-1] + "\\" + mark[-1] if mark[0].isdigit() else "\\" + mark


def _inline(passage: Passage) -> str:
    parts = []
    for run in passage.runs:
        text = run.text.replace("\n", " ")
        style = run.style
        if style.code:
            text = f"`{text}`" if "`" not in text else f"`` {text} ``"
        else:
            text = re.sub(r"([\\`*_\[\]<>~])", r"\\\1", text)
        for wanted, mark in ((style.bold, "**"), (style.italic, "*"), (style.strike, "~~")):
            if wanted and text.strip():
                text = f"{mark}{text}{mark}"
        parts.append(f"[{text}](<{style.link}>)" if style.link else text)
    return "".join(parts)

"""Outlines and decks as a few lines of text, for cases in files.

An outline is written a line for each fact or paragraph; `#` signs give the
depth of a section, and a bar stands between its marker and its heading:

    title: 关于城市公园的报告
    opening: 各位委员，现将有关情况报告如下。
    # 一、|主要进展
    一段正文。
    - 清单一项
    | 表头 | 表头 |
    closing: 让我们共同努力！

Every passage has its place in that text, as it has in a document.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from slidegen.deck import (
    Agenda,
    Bullets,
    Closing,
    Cover,
    Deck,
    Divider,
    PictureSlide,
    Point,
    Pointed,
    Slide,
    TableSlide,
)
from slidegen.document import Block, Cell, ListBlock, ListItem, Paragraph, Table
from slidegen.outline import Outline, Section
from slidegen.passage import Passage, Words

FACTS = ("title", "subtitle", "occasion", "speaker", "organisation", "date", "source", "salutation")
TEXTS = ("opening", "closing", "after_matter")
FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    title: str
    source: str
    expected: str


def cases(name: str) -> list[Case]:
    """Of a file: a title, the input, the expected dump, each closed by a line with a dot."""
    parts = (FOLDER / name).read_text(encoding="utf-8").split("\n.\n")
    triples = zip(parts[0::3], parts[1::3], parts[2::3], strict=False)
    return [Case(title.strip(), source, expected) for title, source, expected in triples]


def sketched_outline(text: str, **changes: object) -> Outline:
    """The outline that *text* sketches."""
    facts: dict[str, Passage] = {}
    texts: dict[str, list[Block]] = {name: [] for name in TEXTS}
    sections: list[tuple[int, str | None, Passage, Passage, list[Block]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        passage = Passage.of_line(line, number)
        key, _, value = line.partition(": ")
        if not line.strip():
            continue
        if line.startswith("#"):
            depth = len(line) - len(line.lstrip("#"))
            whole = passage[depth:].strip()
            bar = whole.text.find("|")
            marker = whole.text[:bar] if bar > 0 else None
            heading = whole[bar + 1 :]
            sections.append(
                (depth, marker, whole[:bar] + heading if bar > 0 else heading, heading, [])
            )
        elif key in FACTS and value:
            facts[key] = passage[len(key) + 2 :]
        elif key in TEXTS and value:
            _add(texts[key], passage[len(key) + 2 :])
        else:
            _add(sections[-1][4] if sections else texts["opening"], passage)
    outline = Outline(
        **facts,
        **{name: tuple(blocks) for name, blocks in texts.items()},
        sections=tuple(_nested(sections, 1)),
        lines=tuple(text.splitlines()),
    )
    return replace(outline, **changes)  # type: ignore[arg-type]


def _add(blocks: list[Block], passage: Passage) -> None:
    last = blocks[-1] if blocks else None
    if passage.text.startswith("- "):
        item = ListItem((Paragraph(passage[2:]),))
        if isinstance(last, ListBlock):
            blocks[-1] = ListBlock((*last.items, item))
        else:
            blocks.append(ListBlock((item,)))
    elif passage.text.startswith("| "):
        row = tuple(_cells(passage))
        if isinstance(last, Table):
            blocks[-1] = replace(last, rows=(*last.rows, row))
        else:
            blocks.append(Table((row,), header_rows=1))
    else:
        blocks.append(Paragraph(passage))


def _cells(passage: Passage) -> Iterator[Cell]:
    bars = [at for at, character in enumerate(passage.text) if character == "|"]
    for left, right in pairwise(bars):
        yield Cell(passage[left + 1 : right].strip())


def _nested(
    sections: list[tuple[int, str | None, Passage, Passage, list[Block]]], depth: int
) -> Iterator[Section]:
    while sections and sections[0][0] >= depth:
        level, marker, text, heading, body = sections.pop(0)
        children = tuple(_nested(sections, level + 1))
        yield Section(level, text, heading, "marker", marker, tuple(body), children)


def dump(deck: Deck, *, notes: bool = False) -> str:
    """A line for each slide and each point; a point's level is its indent, `■` is a head."""
    return "\n".join(line for slide in deck.slides for line in _lines(slide, notes=notes))


def _lines(slide: Slide, *, notes: bool) -> Iterator[str]:
    match slide:
        case Cover():
            facts = (slide.title, slide.subtitle, slide.occasion, slide.speaker)
            yield "cover: " + _joined(*facts, slide.organisation, slide.date, slide.classification)
        case Agenda():
            entries = (f"{e.marker or ''} {e.words}".strip() for e in slide.entries)
            lit = "" if slide.current is None else f" [{slide.current}]"
            yield f"agenda{lit}: " + " | ".join((str(slide.title), *entries))
        case Divider():
            yield f"divider: {slide.marker or ''} {slide.title}"
        case Bullets():
            yield f"bullets: {slide.title}" + (f" <{slide.kicker}>" if slide.kicker else "")
        case TableSlide():
            rows = len(slide.table.rows)
            yield f"table: {slide.title} ({rows} rows)" + (
                f" <{slide.kicker}>" if slide.kicker else ""
            )
        case PictureSlide():
            yield f"picture: {slide.title}"
        case Closing():
            yield f"closing: {slide.call}"
        case _:
            yield f"{type(slide).__name__.lower()}: {slide.title}"
    if notes:
        yield from (f"  > {note}" for note in slide.notes)
    if isinstance(slide, Pointed):
        for point in slide.points:
            yield _point(point)
            if notes:
                yield from (f"  > {note}" for note in point.notes)


def _point(point: Point) -> str:
    bullet = "■" if point.role == "head" else "-"
    return "  " * point.level + f"{bullet} {point.marker or ''}{point.passage}"


def _joined(*words: Words | None) -> str:
    return " | ".join(str(w) for w in words if w)

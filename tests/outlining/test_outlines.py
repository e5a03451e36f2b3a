"""Cases in files: a title, a document as plain lines, and what should come of it.

A bug report becomes a test by pasting its lines into one of the files. `+2` after a heading
says that two blocks follow it before the next one; `#` marks a heading of the file's own.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from slidegen.document import Block, Heading, Paragraph
from slidegen.outlining.nesting import sections_of
from slidegen.outlining.rejoining import rejoined
from slidegen.outlining.unfolding import unfolded
from slidegen.passage import Passage

CASES = Path(__file__).parent / "cases"


def cases(*names: str) -> list[object]:
    return [
        pytest.param(source, expected, id=title)
        for name in names
        for title, source, expected in _read(CASES / f"{name}.txt")
    ]


def _read(path: Path) -> list[tuple[str, str, str]]:
    parts: list[list[str]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line == ".":
            parts.append([])
        else:
            parts[-1].append(line)
    texts = ["\n".join(part) for part in parts]
    triples = zip(texts[0::3], texts[1::3], texts[2::3], strict=False)
    return [(title.strip(), source, expected) for title, source, expected in triples]


def blocks_of(source: str) -> tuple[Block, ...]:
    lines = source.split("\n")
    if lines[0].startswith("repeat "):
        lines = [lines[1], *lines[2:] * int(lines[0].split()[1])]
    return tuple(_block(line, number) for number, line in enumerate(lines, 1) if line.strip())


def _block(line: str, number: int) -> Block:
    words = line.lstrip(" \u3000")
    marks = len(words) - len(words.lstrip("#"))
    if marks:
        text = words[marks:].strip()
        return Heading(Passage.of_line(text, number, marks + 1), marks, "markdown")
    return Paragraph(Passage.of_line(words.rstrip(), number, len(line) - len(words)))


def outline_of(source: str) -> str:
    _, sections = sections_of(rejoined(unfolded(blocks_of(source))))
    return "\n".join(
        "  " * (section.level - 1)
        + section.text.text
        + (f" +{len(section.body)}" if section.body else "")
        for top in sections
        for section in top.walk()
    )


@pytest.mark.parametrize(("source", "expected"), cases("numbered", "nesting", "unnumbered"))
def test_outline(source: str, expected: str) -> None:
    assert outline_of(source) == expected


@pytest.mark.parametrize(("source", "expected"), cases("unfolding"))
def test_unfolding(source: str, expected: str) -> None:
    paragraphs = [block.passage.text for block in unfolded(blocks_of(source))]

    assert paragraphs == expected.split("\n")


@pytest.mark.parametrize(("source", "expected"), cases("rejoining"))
def test_rejoining(source: str, expected: str) -> None:
    paragraphs = [block.passage.text for block in rejoined(blocks_of(source))]

    assert paragraphs == expected.split("\n")

"""What stands around the text: cases in files, each a title, a document, and what comes of it.

A bug report becomes a test by pasting its lines into one of the files of `frame/`. The result
says one thing a line: a fact of the cover, the text before and after the sections, the heads of
the sections, and each dropped line under its reason.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from slidegen.document import Block, passages
from slidegen.outline import Outline
from slidegen.outlining import make_outline
from slidegen.reading import read

CASES = Path(__file__).parent / "frame"
FACTS = (
    "title",
    "subtitle",
    "occasion",
    "speaker",
    "organisation",
    "classification",
    "date",
    "iso_date",
    "source",
    "salutation",
)


def cases(name: str) -> list[object]:
    parts = (CASES / f"{name}.txt").read_text(encoding="utf-8").split("\n.\n")
    triples = zip(parts[0::3], parts[1::3], parts[2::3], strict=False)
    return [pytest.param(source, said, id=title.strip()) for title, source, said in triples]


def frame_of(source: str, format: str) -> str:
    return as_lines(make_outline(read(source.encode(), format=format)))


def as_lines(outline: Outline) -> str:
    lines = [f"{fact}: {value}" for fact in FACTS if (value := getattr(outline, fact))]
    lines += [f"opening: {text}" for text in _texts(outline.opening)]
    lines += [f"section: {section.text}" for section in outline.sections]
    lines += [f"closing: {text}" for text in _texts(outline.closing)]
    lines += [f"after-matter: {text}" for text in _texts(outline.after_matter)]
    lines += [f"{dropped.reason}: {dropped.passage}" for dropped in outline.dropped]
    return "\n".join(line.rstrip() for line in lines)


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    return [passage.text for block in blocks for passage in passages(block)]


@pytest.mark.parametrize(("source", "expected"), cases("cover"))
def test_cover(source: str, expected: str) -> None:
    assert frame_of(source, "text") == expected


@pytest.mark.parametrize(("source", "expected"), cases("letterhead"))
def test_letterhead(source: str, expected: str) -> None:
    assert frame_of(source, "text") == expected


@pytest.mark.parametrize(("source", "expected"), cases("memo"))
def test_cover_in_english(source: str, expected: str) -> None:
    assert frame_of(source, "text") == expected


@pytest.mark.parametrize(("source", "expected"), cases("markdown"))
def test_cover_in_markdown(source: str, expected: str) -> None:
    assert frame_of(source, "markdown") == expected


@pytest.mark.parametrize(("source", "expected"), cases("chrome"))
def test_chrome(source: str, expected: str) -> None:
    assert frame_of(source, "text") == expected


@pytest.mark.parametrize(("source", "expected"), cases("after_matter"))
def test_after_matter(source: str, expected: str) -> None:
    assert frame_of(source, "text") == expected


@pytest.mark.parametrize(("source", "expected"), cases("closing"))
def test_closing(source: str, expected: str) -> None:
    assert frame_of(source, "text") == expected


@pytest.mark.parametrize(("source", "expected"), cases("traditional"))
def test_in_traditional_characters(source: str, expected: str) -> None:
    assert frame_of(source, "text") == expected

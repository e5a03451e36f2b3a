"""A deck of ours, read and made again, says the same."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

import slidegen

SAMPLES = Path(__file__).parents[3] / "samples"
DOCUMENTS = [
    *(SAMPLES / name / f"{name}{suffix}" for name, suffix in (
        ("park-speech", ".txt"), ("fire-safety-speech", ".txt"), ("digital-report", ".md"),
    )),
    Path(__file__).parents[2] / "documents" / "wetland-speech.txt",
]  # fmt: skip


def said_by(pptx: bytes) -> list[tuple[str, list[tuple[int, str]], str]]:
    """Of each slide its title, its points with their levels, and its notes."""
    found = []
    for slide in Presentation(BytesIO(pptx)).slides:
        points = [
            (paragraph.level, paragraph.text)
            for shape in slide.placeholders
            if shape.placeholder_format.idx == 1 and shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
        ]
        notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        found.append((slide.shapes.title.text, points, notes))
    return found


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_deck_of_ours_comes_back_title_by_title_and_point_by_point(path: Path) -> None:
    first = slidegen.convert(path).pptx

    again = slidegen.convert(first)

    before, after = said_by(first), said_by(again.pptx)
    assert [slide[:2] for slide in after] == [slide[:2] for slide in before]
    assert _notes(after) == _notes(before)
    assert again.stages.document.format == "pptx"


def _notes(slides: list[tuple[str, list[tuple[int, str]], str]]) -> str:
    return "\n".join(notes for _, _, notes in slides if notes)


def test_on_pages_of_another_shape_it_says_the_same() -> None:
    wide = slidegen.convert(DOCUMENTS[0]).pptx
    square = slidegen.convert(wide, aspect="4:3").pptx

    points = [
        [text.replace("\v", "") for _, texts, _ in said_by(deck) for _, text in texts]
        for deck in (wide, square)
    ]
    assert points[0] == points[1]

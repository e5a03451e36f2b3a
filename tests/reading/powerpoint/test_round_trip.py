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


NO_POINTS = ("TITLE", "CENTER_TITLE", "FOOTER", "SLIDE_NUMBER")
KICKER = 13


def said_by(pptx: bytes) -> list[tuple[str, list[str], str]]:
    """Of each slide its title, its points in reading order, on panels and cards too, and its
    notes."""
    found = []
    for slide in Presentation(BytesIO(pptx)).slides:
        is_page = any(shape.placeholder_format.idx == 11 for shape in slide.placeholders)
        points = [
            paragraph.text.replace("\v", "")
            for shape in slide.shapes
            if shape.is_placeholder and shape.has_text_frame
            if shape.placeholder_format.type.name not in NO_POINTS
            if not (is_page and shape.placeholder_format.idx == KICKER)
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


def _notes(slides: list[tuple[str, list[str], str]]) -> str:
    return "\n".join(notes for _, _, notes in slides if notes)


def test_on_pages_of_another_shape_it_says_the_same() -> None:
    wide = slidegen.convert(DOCUMENTS[0]).pptx
    square = slidegen.convert(wide, aspect="4:3").pptx

    points = [[text for _, texts, _ in said_by(deck) for text in texts] for deck in (wide, square)]
    assert points[0] == points[1]

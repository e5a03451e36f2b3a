"""An original as PDF pages: set line by line, so that every paragraph is broken softly,
with a running head and page numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from documents.original import Kind, Original

CHINESE = "STSong-Light"
"""One of the fonts that a PDF may name without holding it."""
FACES: dict[str, dict[Kind, tuple[str, float]]] = {
    "zh": {
        "title": (CHINESE, 22),
        "heading 1": (CHINESE, 16),
        "heading 2": (CHINESE, 16),
        "paragraph": (CHINESE, 16),
    },
    "en": {
        "title": ("Helvetica-Bold", 20),
        "heading 1": ("Helvetica-Bold", 15),
        "heading 2": ("Helvetica-Bold", 13),
        "paragraph": ("Times-Roman", 12),
    },
}
NOT_FIRST = "，。、；：？！”’）》"
WIDTH, HEIGHT = A4
MARGIN = 74.0
"""In points, as are all lengths; 28 characters of 16 pt fit between two of them."""


def pdf_of(original: Original) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    number, y = 1, HEIGHT - MARGIN
    for text, x, (font, size), gap in _lines(original):
        if y < MARGIN + size:
            _foot(canvas, original, number)
            canvas.showPage()
            number, y = number + 1, HEIGHT - MARGIN
        y -= 1.75 * size if original.language == "zh" else 1.3 * size + gap
        canvas.setFont(font, size)
        canvas.drawString(x, y, text)
    _foot(canvas, original, number)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _foot(canvas: Canvas, original: Original, number: int) -> None:
    if original.language == "zh":
        canvas.setFont(CHINESE, 14)
        canvas.drawCentredString(WIDTH / 2, 40, f"— {number} —")
    else:
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(MARGIN, HEIGHT - 40, original.title)
        canvas.drawCentredString(WIDTH / 2, 40, f"Page {number}")


def _lines(original: Original) -> Iterator[tuple[str, float, tuple[str, float], float]]:
    """Each line with its left edge, its face, and the space above it."""
    for part in original.parts:
        font, size = face = FACES[original.language][part.kind]
        indent = 2 * size if original.language == "zh" and part.kind != "title" else 0.0
        for number, row in enumerate(_rows(part.text, font, size, indent)):
            x = MARGIN + (indent if number == 0 else 0)
            if part.kind == "title":
                x = (WIDTH - pdfmetrics.stringWidth(row, font, size)) / 2
            yield row, x, face, 8.0 if number == 0 else 0.0


def _rows(text: str, font: str, size: float, indent: float) -> Iterator[str]:
    """*text* broken where the measure ends, Latin text between words."""
    row, room = "", WIDTH - 2 * MARGIN - indent
    for piece in _pieces(text):
        wide = pdfmetrics.stringWidth((row + piece).rstrip(), font, size)
        if row and wide > room + 0.1 and piece not in NOT_FIRST:
            yield row.rstrip()
            row, room = "", WIDTH - 2 * MARGIN
        row += piece
    yield row.rstrip()


def _pieces(text: str) -> list[str]:
    """Where *text* may be broken: after each space in Latin text, else after each character."""
    if text.isascii():
        return [word + " " for word in text.split(" ")]
    return list(text)

"""An original as PDF pages: set line by line, so that every paragraph is broken softly,
with a running head and page numbers.
"""

from __future__ import annotations

import re
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
MARGIN = (WIDTH - 28 * 16) / 2
"""In points, as are all lengths; GB/T 9704-2012 wants 28 characters of 16 pt a line."""


def pdf_of(original: Original, *, justified: bool = True) -> bytes:
    """*justified*: whether lines of Chinese end at one edge, as in office programs."""
    pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    number, y = 1, HEIGHT - MARGIN
    for text, x, (font, size), gap, goes_on in _lines(original, justified):
        if y < MARGIN + size:
            _foot(canvas, original, number)
            canvas.showPage()
            number, y = number + 1, HEIGHT - MARGIN
        y -= 1.75 * size if original.language == "zh" else 1.3 * size + gap
        natural = pdfmetrics.stringWidth(text, font, size)
        justify = justified and goes_on and original.language == "zh"
        spread = (WIDTH - MARGIN - x - natural) / (len(text) - 1) if justify else 0.0
        canvas.setFont(font, size)
        canvas.drawString(x, y, text, charSpace=spread)
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


def _lines(
    original: Original, justified: bool
) -> Iterator[tuple[str, float, tuple[str, float], float, bool]]:
    """Each line with its left edge, its face, the space above it, and whether its
    paragraph goes on."""
    for part in original.parts:
        font, size = face = FACES[original.language][part.kind]
        indent = 2 * size if original.language == "zh" and part.kind != "title" else 0.0
        rows = list(_rows(part.text, font, size, indent, hanging=justified))
        for number, row in enumerate(rows):
            x = MARGIN + (indent if number == 0 else 0)
            if part.kind == "title":
                x = (WIDTH - pdfmetrics.stringWidth(row, font, size)) / 2
            gap = 8.0 if number == 0 else 0.0
            yield row, x, face, gap, part.kind != "title" and number < len(rows) - 1


def _rows(text: str, font: str, size: float, indent: float, *, hanging: bool) -> Iterator[str]:
    """*text* broken where the measure ends, Latin text between words. A mark that may not
    begin a line hangs at the end of the one before, or takes a character along."""
    # Where lines need not fill it, the measure need be no whole number of characters.
    measure = WIDTH - 2 * MARGIN - (0.0 if hanging else 6.0)
    row, room = "", measure - indent
    for piece in _pieces(text):
        wide = pdfmetrics.stringWidth((row + piece).rstrip(), font, size)
        if row and wide > room + 0.1 and not (hanging and piece in NOT_FIRST):
            kept = row[:-1] if piece in NOT_FIRST else row
            yield kept.rstrip()
            row, room = row[len(kept) :], measure
        row += piece
    yield row.rstrip()


def _pieces(text: str) -> list[str]:
    """Where *text* may be broken: after each word or number, and between any Chinese."""
    return re.findall(r"[!-~]+ ?|.", text)

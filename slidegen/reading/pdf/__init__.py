"""PDF to a document.

A PDF is a picture of a text: it knows where each glyph stands, and nothing of
paragraphs. So the text is found again in steps, each of which knows one thing: the
letters of a page, its lines, its columns, what is printed around it, which lines are one
paragraph, and which paragraphs the type sets above the others.
"""

from __future__ import annotations

from slidegen.document import Document
from slidegen.notices import Report
from slidegen.reading.opening import Source
from slidegen.reading.paged.assembling import document_of
from slidegen.reading.pdf.pages import open_pages


def read_pdf(source: Source, report: Report) -> Document:
    """Raises `EncryptedSource`, `MalformedSource`, `ScannedSource`, `SourceTooLarge`,
    `SourceTooSlow`."""
    with open_pages(source) as pages:
        return document_of(pages, "pdf", source, report)

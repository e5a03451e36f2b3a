"""Word to a document; the one place that knows python-docx."""

from slidegen.reading.word.reader import read_docx

__all__ = ["read_docx"]

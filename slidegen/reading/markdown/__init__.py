"""Markdown to a document; the one place that knows the Markdown parser."""

from slidegen.reading.markdown.blocks import read_markdown

__all__ = ["read_markdown"]

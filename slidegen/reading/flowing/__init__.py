"""Paragraphs and tables to blocks, for the formats of word processors: text that flows."""

"""Bytes to a document: one reader for each format, each told from its content first."""

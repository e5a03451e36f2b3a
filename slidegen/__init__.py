"""A document goes in, a native, editable PowerPoint deck in a government style comes out."""

__version__ = "0.1.0"

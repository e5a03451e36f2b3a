"""Which format a document is in: by what it holds, then by what it is called."""

from __future__ import annotations

from collections.abc import Mapping

from slidegen.reading.opening import Source

SUFFIXES: Mapping[str, str] = {
    "txt": "text",
    "text": "text",
    "md": "markdown",
    "markdown": "markdown",
    "mkd": "markdown",
    "mdown": "markdown",
}


def told_by_suffix(source: Source) -> str | None:
    return SUFFIXES.get(source.suffix)


def told_by_content(source: Source) -> str | None:
    return None


def check_is_text(source: Source) -> None:
    """Raises `UnknownFormat` if the bytes are a kind of file that is not text."""

"""A document from elsewhere, and the files beside it that it shows.

Which these are is known once it has been read. So it is converted without them first,
and if it names any that are there, with them again: a document without pictures of its
own folder, as most are, costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from slidegen.document import Document
from slidegen.reading.limits import MOST_PICTURES
from slidegen.temporary import room

Beside: TypeAlias = Callable[[str], tuple[str, bytes] | None]
"""From what a document calls a file to its path below the document's folder and its bytes;
None if there is none."""

FILES = ("logo", "template")
"""What front matter may name files for."""


def files_named(document: Document) -> tuple[str, ...]:
    """The files beside *document* that it names, there or not."""
    stated = (entry.value.text.strip() for entry in document.fields if entry.name in FILES)
    return tuple(dict.fromkeys((*document.named, *filter(None, stated))))


def fetch(names: Iterable[str], beside: Beside) -> dict[str, bytes]:
    """Those of the files called *names* that are there, by their paths."""
    return dict(filter(None, map(beside, list(names)[:MOST_PICTURES])))


def lay_out(files: Mapping[str, bytes], folder: Path) -> None:
    """Each of *files* at its path in *folder*, a temporary one. Raises NoRoom."""
    with room():
        for name, data in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

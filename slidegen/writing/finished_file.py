"""A finished Office file, opened by other hands than those that wrote it.

The writer puts its parts together as text and keeps its own list of them; here the same bytes are
read with Python's own readers of zip and XML, part by part as they are asked for. So what a
proof finds is in the file, and a deck of four thousand slides is never in memory as a whole.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from msgspec import Struct

from slidegen.writing.markup import qualified

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


class Related(Struct, frozen=True):
    key: str
    """By which the part names it: `rId1`."""
    kind: str
    """`slideLayout`, `chart`: what Office calls the relation."""
    name: str
    """Of the other part."""


class FinishedFile:
    """Raises KeyError for a part that is not there, and what the readers raise for a broken one."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(BytesIO(data))
        self._names = frozenset(self._archive.namelist())

    def bytes_of(self, name: str) -> bytes:
        return self._archive.read(name)

    def root(self, name: str) -> Element:
        return ElementTree.fromstring(self.bytes_of(name))

    def related(self, name: str) -> Iterator[Related]:
        """The parts that the part *name* leads to; the file's own if it is empty."""
        folder, base = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if relations not in self._names:
            return
        for entry in self.root(relations):
            if entry.get("TargetMode") != "External":
                target = posixpath.join("/", folder, entry.get("Target", ""))
                yield Related(
                    entry.get("Id", ""),
                    entry.get("Type", "").removeprefix(OFFICE),
                    posixpath.normpath(target).lstrip("/"),
                )

    def one_related(self, name: str, kind: str) -> str | None:
        """The first part that *name* is related to in that way; None without one."""
        return next((other.name for other in self.related(name) if other.kind == kind), None)


@cache
def path(*names: str) -> str:
    """`path("p:txBody", "a:p")`: from an element to those below it, as ElementTree spells it."""
    return "/".join(map(qualified, names))

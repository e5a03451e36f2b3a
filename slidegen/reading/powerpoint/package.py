"""The parts of a deck and what leads from one to another.

Parts are followed by their relationships and elements known by their local names, so that
a template, a show, a deck with macros and one of the strict kind all read alike. The file
is not handed to python-pptx, which parses parts in its own way and gives up on a deck
where one of them is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import basename, dirname, join, normpath
from typing import TypeAlias
from urllib.parse import unquote

from lxml import etree
from msgspec import Struct, field

from slidegen.messages import Message
from slidegen.reading.archive import Archive, damaged
from slidegen.reading.limits import MOST_PAGES, check_count

Element: TypeAlias = "etree._Element"

ANY = "{*}"
"""Before a local name in a path: in any namespace."""
USUAL_MAIN = "ppt/presentation.xml"


class Relationship(Struct, frozen=True):
    kind: str
    """The last word of its type: `slide`, `slideLayout`, `notesSlide`, `image`."""
    target: str
    """A part's name in the archive; an address where it is external."""
    is_external: bool


class Part(Struct, frozen=True):
    package: Package
    name: str
    root: Element
    relationships: Mapping[str, Relationship]
    """By their ids."""

    def related(self, kind: str) -> Part | None:
        """The first part that a relationship of that kind leads to."""
        for relationship in self.relationships.values():
            if relationship.kind == kind and not relationship.is_external:
                return self.package.part(relationship.target)
        return None

    def by_id(self, element: Element) -> Relationship | None:
        """Where *element* leads by its `r:id`, `r:embed` or `r:link`."""
        for name in ("id", "embed", "dm", "link"):
            for key, value in element.attrib.items():
                if str(key).endswith(f"relationships}}{name}"):
                    return self.relationships.get(str(value))
        return None


class Package(Struct):
    archive: Archive
    lost: int = 0
    """Slides that are not there or broken."""
    _parts: dict[str, Part | None] = field(default_factory=dict)

    def part(self, name: str) -> Part | None:
        """The XML part called *name*; None if it is not there or broken."""
        if name not in self._parts:
            root = self.archive.xml(name)
            self._parts[name] = (
                None if root is None else Part(self, name, root, dict(self._relationships(name)))
            )
        return self._parts[name]

    def main(self) -> Part:
        """The presentation itself. Raises `MalformedSource` if there is none."""
        names = [target.target for _, target in self._relationships("")]
        kinds = [target.kind for _, target in self._relationships("")]
        name = next((n for n, k in zip(names, kinds, strict=True) if k == "officeDocument"), None)
        part = self.part(name or USUAL_MAIN)
        if part is None or etree.QName(part.root).localname != "presentation":
            raise damaged()
        return part

    def slides(self, main: Part) -> Iterator[tuple[str, Part]]:
        """Each slide's id and part, in the order in which they are shown."""
        listed = main.root.findall(f"{ANY}sldIdLst/{ANY}sldId")
        check_count(len(listed), MOST_PAGES, Message(en="slides", zh="幻灯片"))
        for entry in listed:
            target = main.by_id(entry)
            if target and (part := self.part(target.target)) is not None:
                yield str(entry.get("id", "")), part
            else:
                self.lost += 1

    def _relationships(self, part: str) -> Iterator[tuple[str, Relationship]]:
        folder = dirname(part)
        root = self.archive.xml(join(folder, "_rels", f"{basename(part)}.rels"))
        for element in root if root is not None else ():
            identity, kind, target = (str(element.get(n, "")) for n in ("Id", "Type", "Target"))
            kind = kind.rpartition("/")[2]
            if str(element.get("TargetMode", "")).lower() == "external":
                yield identity, Relationship(kind, target, True)
                continue
            target = target.replace("\\", "/")
            for name in (target, unquote(target)):
                # An absolute target counts from the root, which is where archives' names begin.
                found = normpath(join(folder, name)).lstrip("/")
                if found in self.archive:
                    yield identity, Relationship(kind, found, False)
                    break


def text_of(element: Element | None) -> str:
    """All `a:t` below *element*, joined."""
    if element is None:
        return ""
    return "".join(t.text or "" for t in element.iter(f"{ANY}t"))


def number(element: Element | None, name: str, default: int = 0) -> int:
    """The attribute *name* as a whole number; *default* for anything else."""
    text = str(element.get(name, "")) if element is not None else ""
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 15):
        return default
    return int(text)


def is_on(element: Element | None, name: str, *, default: bool = False) -> bool:
    """The attribute *name* as a switch."""
    value = element.get(name) if element is not None else None
    return default if value is None else str(value).lower() in ("1", "true", "on")

"""An Office file as parts and the relations between them, read and written whole.

python-pptx looks through all part names for each part that it adds, stamps
the clock on every member of the file, and serialises anew what it has read.
Here a part keeps its bytes, a name is the caller's to give, and the file is
the same on every run and machine (ECMA-376 part 2, Open Packaging Conventions).
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import Self

from msgspec import Struct, field

from slidegen.writing.markup import NAMESPACES, element, parsed, qualified, serialised

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CONTENT_TYPES = "[Content_Types].xml"
RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip file can name: for a file whose bytes owe nothing to the clock."""


class Relation(Struct, frozen=True):
    kind: str
    """A URI; those of Office itself begin with `OFFICE`."""
    target: str
    """Name of a part, or an address if it is external."""
    external: bool = False


class Part(Struct):
    name: str
    """`ppt/slides/slide1.xml`; empty for the package itself."""
    content_type: str
    data: bytes
    relations: dict[str, Relation] = field(default_factory=dict)
    _ids: dict[Relation, str] = field(default_factory=dict)

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the relation to *target*, made if there is none yet."""
        relation = Relation(kind if "/" in kind else OFFICE + kind, target, external)
        if relation not in self._ids:
            number = len(self.relations) + 1
            while f"rId{number}" in self.relations:
                number += 1
            self._set(f"rId{number}", relation)
        return self._ids[relation]

    def copy(self) -> Part:
        return Part(
            self.name, self.content_type, self.data, self.relations.copy(), self._ids.copy()
        )

    def unrelate(self, key: str) -> None:
        """Forget the relation with that id."""
        self._ids.pop(self.relations.pop(key), None)

    def redirect(self, key: str, target: str) -> None:
        """Lead the relation with that id to another part."""
        relation = self.relations[key]
        self._ids.pop(relation, None)
        self._set(key, Relation(relation.kind, target))

    def related(self, kind: str) -> str | None:
        """Name of the first part that this one is related to in that way."""
        for relation in self.relations.values():
            if relation.kind == OFFICE + kind:
                return relation.target
        return None

    def _set(self, key: str, relation: Relation) -> None:
        self.relations[key] = relation
        self._ids.setdefault(relation, key)


class Package(Struct):
    parts: dict[str, Part] = field(default_factory=dict)
    root: Part = field(default_factory=lambda: Part("", "", b""))
    """Holds the relations of the package itself."""

    @classmethod
    def read(cls, data: bytes) -> Self:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = {
                name: archive.read(name) for name in archive.namelist() if not name.endswith("/")
            }
        return cls.of(members)

    @classmethod
    def of(cls, members: Mapping[str, bytes]) -> Self:
        """The package of the parts *members*, by name; a part without a type is none.

        Raises KeyError where the list of types is missing.
        """
        package = cls()
        defaults, overrides = _content_types(members[CONTENT_TYPES])
        for name, content in members.items():
            suffix = name.rpartition(".")[2].lower()
            kind = overrides.get(name) or defaults.get(suffix)
            if kind is not None and suffix != "rels" and name != CONTENT_TYPES:
                package.add(name, kind, content)
        for part in (package.root, *package.parts.values()):
            if (relations := members.get(_relations_name(part.name))) is not None:
                _read_relations(part, relations)
        return package

    def copy(self) -> Package:
        """One that may be added to and taken from; the bytes of its parts are shared."""
        return Package({name: part.copy() for name, part in self.parts.items()}, self.root.copy())

    def add(self, name: str, content_type: str, data: bytes) -> Part:
        """Raises ValueError if there is a part of that name already."""
        if name in self.parts:
            raise ValueError(f"there are two parts {name}")
        part = self.parts[name] = Part(name, content_type, data)
        return part

    def to_bytes(self, *, compressed: bool = True) -> bytes:
        """The file. Only uncompressed is it the same under every version of zlib."""
        out = BytesIO()
        method = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
        with zipfile.ZipFile(out, "w", method) as archive:
            for name, data in self._members():
                info = zipfile.ZipInfo(name, EARLIEST)
                info.compress_type = method
                info.create_system = 0  # or the file would tell Windows from the others
                archive.writestr(info, data)
        return out.getvalue()

    def _members(self) -> list[tuple[str, bytes]]:
        members = [(CONTENT_TYPES, self._content_types())]
        for part in (self.root, *self.parts.values()):
            if part.name:
                members.append((part.name, part.data))
            if part.relations:
                members.append((_relations_name(part.name), _relations(part)))
        return members

    def _content_types(self) -> bytes:
        defaults = {"rels": RELATIONS_TYPE, "xml": "application/xml"}
        overrides = []
        for part in self.parts.values():
            suffix = part.name.rpartition(".")[2].lower()
            if defaults.setdefault(suffix, part.content_type) != part.content_type:
                overrides.append((f"/{part.name}", part.content_type))
        root = element(
            "ct:Types",
            (
                element("ct:Default", Extension=suffix, ContentType=kind)
                for suffix, kind in defaults.items()
            ),
            (element("ct:Override", PartName=name, ContentType=kind) for name, kind in overrides),
            xmlns=NAMESPACES["ct"],
        )
        return serialised(root)


def _content_types(data: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """Content types by suffix, and by name of the part."""
    defaults, overrides = {}, {}
    for entry in parsed(data):
        kind = entry.get("ContentType", "")
        if entry.tag == qualified("ct:Default"):
            defaults[entry.get("Extension", "").lower()] = kind
        else:
            overrides[entry.get("PartName", "").lstrip("/")] = kind
    return defaults, overrides


def _relations_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _read_relations(part: Part, data: bytes) -> None:
    folder = posixpath.dirname(part.name)
    for entry in parsed(data):
        external = entry.get("TargetMode") == "External"
        target = entry.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        part._set(entry.get("Id", ""), Relation(entry.get("Type", ""), target, external))


@cache
def _way(folder: str, other: str) -> str:
    """From one folder of the package to another, both without a slash; with one at its end."""
    way = posixpath.relpath(other or ".", folder)
    return "" if way == "." else f"{way}/"


def _relations(part: Part) -> bytes:
    folder = posixpath.dirname(part.name) or "."
    root = element(
        "rel:Relationships",
        (
            element(
                "rel:Relationship",
                Id=key,
                Type=relation.kind,
                Target=(
                    relation.target
                    if relation.external
                    else _way(folder, posixpath.dirname(relation.target))
                    + posixpath.basename(relation.target)
                ),
                TargetMode="External" if relation.external else None,
            )
            for key, relation in part.relations.items()
        ),
        xmlns=NAMESPACES["rel"],
    )
    return serialised(root)

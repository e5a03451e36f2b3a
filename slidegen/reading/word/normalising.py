"""A stranger's package made into one that python-docx opens.

Word opens far more than python-docx does: strict namespaces, templates, parts in odd
places, parts that are broken and not needed, relationships that lead nowhere. So the
document is copied in memory under the names that every program expects, with the few
kinds of part that hold its words; nothing else is even unpacked, and pictures not before
they are shown. On the way, what Word would decide when it opens the file is decided: which
of two alternatives is meant, and what the text says once all tracked changes are accepted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from posixpath import basename, dirname, join
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_STORED, ZipFile

from lxml import etree
from msgspec import Struct, field

from slidegen.reading.archive import Archive, damaged
from slidegen.reading.word.alternatives import choose
from slidegen.reading.word.names import OFFICE, W
from slidegen.reading.word.revisions import accept
from slidegen.reading.word.strictness import to_transitional

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = f"{WORD}.document.main+xml"
"""Also for templates and documents with macros: python-docx opens nothing else."""

XML_KINDS: Mapping[str, str] = {
    "styles": f"{WORD}.styles+xml",
    "numbering": f"{WORD}.numbering+xml",
    "footnotes": f"{WORD}.footnotes+xml",
    "endnotes": f"{WORD}.endnotes+xml",
    "comments": f"{WORD}.comments+xml",
    "header": f"{WORD}.header+xml",
    "footer": f"{WORD}.footer+xml",
    "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "diagramData": "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
}
"""The kinds of part that are read, by the last word of their relationship, and their types."""

IMAGE, HYPERLINK = "image", "hyperlink"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATIONSHIPS = f"{OFFICE}/officeDocument/2006/relationships"
USUAL_MAIN = "word/document.xml"


class Relationship(Struct, frozen=True):
    id: str
    kind: str
    """The last word of its type: `styles`, `image`."""
    target: str
    """A part's name in the archive; an address where it is external."""
    is_external: bool


class _Copy(Struct):
    """The package that is being written."""

    archive: Archive
    file: ZipFile
    types: dict[str, str] = field(default_factory=dict)
    """Content types by the new names of parts."""
    names: dict[str, str] = field(default_factory=dict)
    """New names by old ones."""
    pictures: dict[str, str] = field(default_factory=dict)
    """Old names of pictures by new ones."""

    def write(self, name: str, data: bytes) -> None:
        self.file.writestr(name, data)

    def part(self, old: str, kind: str) -> str | None:
        """The new name of the part *old*, copied if it was not; None if it cannot be had."""
        if old in self.names:
            return self.names[old] or None
        self.names[old] = ""
        new = f"word/{kind}{len(self.names)}"
        if kind == IMAGE:
            data, self.pictures[new] = b"", old
        else:
            root = self.archive.xml(old)
            if root is None:
                return None
            data = _settled(root, kind)
        self.names[old] = new
        self.types[new] = XML_KINDS.get(kind, "application/octet-stream")
        self.write(new, data)
        if kind != IMAGE:
            self.relate(old, new, only=(IMAGE, HYPERLINK))
        return new

    def relate(self, old: str, new: str, only: tuple[str, ...]) -> None:
        """Writes the relationships of the part *old*, with what they lead to."""
        lines: dict[str, str] = {}
        for relationship in relationships(self.archive, old):
            if relationship.kind not in only or relationship.id in lines:
                continue
            if relationship.is_external:
                target, mode = relationship.target, ' TargetMode="External"'
            elif found := self.part(relationship.target, relationship.kind):
                target, mode = f"/{found}", ""
            else:
                continue
            lines[relationship.id] = (
                f"<Relationship Id={quoteattr(relationship.id)}"
                f' Type="{RELATIONSHIPS}/{relationship.kind}"'
                f" Target={quoteattr(target)}{mode}/>"
            )
        self.write(
            f"{dirname(new)}/_rels/{basename(new)}.rels".lstrip("/"), _rels("".join(lines.values()))
        )


class Normalised(Struct, frozen=True):
    file: BytesIO
    """A .docx of the same words, in which every picture is empty."""
    pictures: Mapping[str, str]
    """Which part of the archive each of its pictures is."""


def normalised(archive: Archive) -> Normalised:
    """Raises `SourceError` where there is no document in *archive*."""
    main = _main_part(archive)
    root = archive.xml(main) if main else None
    if main is None or root is None:
        raise damaged()
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as file:
        copy = _Copy(archive, file, names={main: USUAL_MAIN}, types={USUAL_MAIN: MAIN})
        settled = _settled(root, "document")
        if root.tag != f"{W}document" or root.find(f"{W}body") is None:
            raise damaged()
        copy.write(USUAL_MAIN, settled)
        copy.relate(main, USUAL_MAIN, only=(*XML_KINDS, IMAGE, HYPERLINK))
        copy.write(
            "_rels/.rels",
            _rels(
                f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/officeDocument"'
                f' Target="/{USUAL_MAIN}"/>'
            ),
        )
        copy.write("[Content_Types].xml", _content_types(copy.types))
    return Normalised(target, copy.pictures)


def relationships(archive: Archive, part: str) -> Iterator[Relationship]:
    """Those of *part* in the archive; of the package itself for an empty name."""
    folder = dirname(part)
    root = archive.xml(join(folder, "_rels", f"{basename(part)}.rels"))
    for element in root if root is not None else ():
        identity, kind, target = (str(element.get(n, "")) for n in ("Id", "Type", "Target"))
        kind = kind.rpartition("/")[2]
        if not (kind and target):
            continue
        if str(element.get("TargetMode", "")).lower() == "external":
            yield Relationship(identity, kind, target, True)
            continue
        for name in (target, unquote(target)):
            # An absolute target counts from the root, which is where archives' names begin.
            name = join(folder, name.replace("\\", "/")).lstrip("/")
            if name in archive:
                yield Relationship(identity, kind, name, False)
                break


def _main_part(archive: Archive) -> str | None:
    """Where the document itself is; some writers have other names for it."""
    for relationship in relationships(archive, ""):
        if relationship.kind == "officeDocument" and not relationship.is_external:
            return relationship.target
    return USUAL_MAIN if USUAL_MAIN in archive else None


def _settled(root: etree._Element, kind: str) -> bytes:
    to_transitional(root)
    if kind != "numbering":  # whose alternatives are formats of numbers, and no words
        choose(root)
    accept(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _rels(lines: str) -> bytes:
    return f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{lines}</Relationships>'.encode()


def _content_types(types: Mapping[str, str]) -> bytes:
    lines = "".join(
        f'<Override PartName="/{name}" ContentType="{type}"/>' for name, type in types.items()
    )
    return (
        f'<Types xmlns="{OFFICE}/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{lines}</Types>"
    ).encode()

"""An open Word document: its parts by what leads to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from slidegen.errors import MalformedSource
from slidegen.reading.archive import Archive, damaged, open_archive
from slidegen.reading.opening import Source
from slidegen.reading.word.names import R, W
from slidegen.reading.word.normalising import RELATIONSHIPS, normalised
from slidegen.reading.xml import BrokenXml, parse_xml

if TYPE_CHECKING:
    from docx.opc.part import Part
    from lxml import etree


class Pictures(Struct, frozen=True):
    """The pictures of a document, where they were before it was normalised."""

    archive: Archive
    names: Mapping[str, str]

    def data(self, part: str) -> bytes:
        """Empty for one that is damaged."""
        try:
            return self.archive.read(self.names.get(part.lstrip("/"), "")) or b""
        except MalformedSource:
            return b""


class PartOf(Struct, frozen=True):
    """One part of the package, and what its relationships lead to."""

    part: Part
    pictures: Pictures

    @property
    def name(self) -> str:
        return str(self.part.partname)

    @property
    def root(self) -> etree._Element | None:
        """Its XML; None if it has none."""
        element = getattr(self.part, "element", None)
        if element is not None:
            return element  # type: ignore[no-any-return]
        try:
            return parse_xml(self.part.blob)
        except BrokenXml:
            return None

    @property
    def picture(self) -> bytes:
        """What it shows; empty if it is no picture, or a damaged one."""
        return self.pictures.data(self.name)

    def related(self, identity: str | None) -> PartOf | None:
        """The part that the relationship *identity* leads to; None if there is none."""
        relationship = self.part.rels.get(identity or "")
        if relationship is None or relationship.is_external:
            return None
        return PartOf(relationship.target_part, self.pictures)

    def address(self, identity: str | None) -> str | None:
        """The address outside that it leads to; None if it leads to none."""
        relationship = self.part.rels.get(identity or "")
        if relationship is None or not relationship.is_external:
            return None
        return str(relationship.target_ref)

    def of_kind(self, kind: str) -> PartOf | None:
        """The part related to it as *kind*: `styles`, `footnotes`."""
        for relationship in self.part.rels.values():
            if relationship.reltype == f"{RELATIONSHIPS}/{kind}" and not relationship.is_external:
                return PartOf(relationship.target_part, self.pictures)
        return None

    def root_of(self, kind: str) -> etree._Element | None:
        found = self.of_kind(kind)
        return found.root if found else None


class WordPackage(Struct, frozen=True):
    main: PartOf
    body: etree._Element

    @classmethod
    def open(cls, source: Source) -> WordPackage:
        """Raises `SourceError`."""
        from docx import Document

        archive = open_archive(source)
        sound = normalised(archive)
        try:
            document = Document(sound.file)
        except (KeyError, ValueError, AttributeError, TypeError) as error:
            raise damaged() from error
        body = document.part.element.find(f"{W}body")
        if body is None:
            raise damaged()
        return cls(PartOf(document.part, Pictures(archive, sound.pictures)), body)

    def running_heads(self) -> Iterator[PartOf]:
        """Headers, then footers, of all sections, each once, in the order of the sections."""
        seen: set[str] = set()
        for name in ("headerReference", "footerReference"):
            for reference in self.body.iter(W + name):
                found = self.main.related(reference.get(f"{R}id"))
                if found and found.name not in seen:
                    seen.add(found.name)
                    yield found

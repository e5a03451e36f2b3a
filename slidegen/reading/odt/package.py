"""The parts of an OpenDocument text, whether they lie in a package or in one XML file.

OpenDocument 1.3, part 2, 3: content.xml, styles.xml and meta.xml, or all three in one
`office:document`. A package with a password says so in its manifest.
"""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as Base64Error
from typing import TYPE_CHECKING

from msgspec import Struct

from slidegen.messages import Message
from slidegen.reading.archive import Archive, damaged, locked, open_archive
from slidegen.reading.odt.names import below, child
from slidegen.reading.opening import Source
from slidegen.reading.pictures import (
    PictureFile,
    PictureMissing,
    PictureUnusable,
    checked_picture,
    load_picture,
)
from slidegen.reading.xml import BrokenXml, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

ZIP = b"PK"
MANIFEST = "META-INF/manifest.xml"


class OdtPackage(Struct, frozen=True):
    source: Source
    archive: Archive | None
    """None for a document of one file."""
    content: _Element
    styles: _Element | None
    meta: _Element | None

    @property
    def text(self) -> _Element | None:
        """The `office:text` that holds the document."""
        return child(self.content, "office:body", "office:text")

    def picture(self, image: _Element, target: str | None) -> PictureFile:
        """The picture that a `draw:image` shows. Raises `PictureMissing`, `PictureUnusable`."""
        if not target:
            return checked_picture(_embedded(child(image, "office:binary-data")))
        name = target.removeprefix("./")
        if self.archive is not None and (data := self.archive.read(name)) is not None:
            return checked_picture(data)
        # A linked file is named as from inside the package, as if that were a folder.
        return load_picture(name.removeprefix("../"), self.source)

    def object(self, target: str | None) -> _Element | None:
        """The root of the embedded object at *target*; None if there is none to read."""
        if not target or self.archive is None:
            return None
        return self.archive.xml(f"{target.removeprefix('./')}/content.xml")


def _embedded(data: _Element | None) -> bytes:
    if data is None or not data.text:
        raise PictureMissing(
            Message(en="a picture is not in the document", zh="文档内缺少图片数据")
        )
    try:
        return b64decode(data.text)
    except (Base64Error, ValueError):
        raise PictureUnusable(
            Message(en="the embedded picture is damaged", zh="内嵌图片已损坏")
        ) from None


def open_package(source: Source) -> OdtPackage:
    """Raises `MalformedSource`, `EncryptedSource`, `SourceTooLarge`."""
    if not source.data.startswith(ZIP):
        return _flat(source)
    archive = open_archive(source)
    manifest = archive.xml(MANIFEST)
    if any(True for _ in below(manifest, "manifest:encryption-data")):
        raise locked()
    content = archive.xml("content.xml")
    if content is None:
        raise damaged()
    return OdtPackage(source, archive, content, archive.xml("styles.xml"), archive.xml("meta.xml"))


def _flat(source: Source) -> OdtPackage:
    try:
        root = parse_xml(source.data.strip())
    except BrokenXml:
        raise damaged() from None
    return OdtPackage(source, None, root, root, root)

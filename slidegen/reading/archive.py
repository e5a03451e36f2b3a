"""The parts of a ZIP archive, which is what .docx, .ofd, .odt and .pptx are.

Nothing is unpacked to disk, so no name can lead outside; nothing is unpacked that is
not asked for, and no more of it than a document has. An archive inside an archive is
a part like any other, and never opened.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from posixpath import normpath
from typing import TYPE_CHECKING

from msgspec import Struct, field

from slidegen.errors import EncryptedSource, MalformedSource
from slidegen.messages import Message
from slidegen.reading.limits import (
    LARGEST_UNPACKED,
    MEGABYTE,
    MOST_PARTS,
    MOST_RATIO,
    SMALL_PART,
    check_count,
    too_large,
)
from slidegen.reading.opening import Source

if TYPE_CHECKING:
    from lxml import etree

ENCRYPTED_FLAG = 0x1
DIRECTORY_ENTRY = b"PK\x01\x02"
# ValueError and struct.error: offsets and sizes that lead out of the file.
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError),
    *(EOFError, OSError, ValueError),
)
"""What zipfile raises for an archive that breaks the rules."""
PARTS = Message(en="parts", zh="内部文件")


class Archive(Struct):
    """An open archive. Part names are those of the archive: `/` between folders, none before."""

    source: Source
    members: dict[str, zipfile.ZipInfo]
    file: zipfile.ZipFile
    unpacked: int = 0
    """Bytes read so far."""
    folded: dict[str, str] = field(default_factory=dict)
    """Names in lower case to the names themselves: some programs mix the case."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.members)

    def __contains__(self, name: str) -> bool:
        return self._name(name) is not None

    def read(self, name: str) -> bytes | None:
        """The part called *name*; None if there is none.

        Raises `MalformedSource`, `EncryptedSource` or `SourceTooLarge`.
        """
        known = self._name(name)
        if known is None:
            return None
        self.source.check_time()
        member = self.members[known]
        _check_member(member)
        room = LARGEST_UNPACKED - self.unpacked
        try:
            with self.file.open(member) as part:
                # Unasked, zipfile unpacks as much as it may before it looks at the size.
                data = part.read(min(room, member.file_size) + 1)
        except BROKEN:
            raise damaged() from None
        except RuntimeError:
            raise locked() from None
        if len(data) > room:
            raise _too_much()
        self.unpacked += len(data)
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root of the XML part *name*; None if it is not there or not well-formed.

        A document can lose a part and still be read. Raises what `read` and `parse_xml` do.
        """
        from slidegen.reading.xml import BrokenXml, parse_xml

        data = self.read(name)
        if data is None:
            return None
        try:
            return parse_xml(data)
        except BrokenXml:
            return None

    def _name(self, name: str) -> str | None:
        wanted = normpath(name).lstrip("/")
        return wanted if wanted in self.members else self.folded.get(wanted.lower())


def open_archive(source: Source) -> Archive:
    """Raises `MalformedSource`, or `SourceTooLarge` for too many parts."""
    # Before zipfile makes an object of each, of which a large archive could hold a million.
    check_count(source.data.count(DIRECTORY_ENTRY), MOST_PARTS, PARTS)
    try:
        file = zipfile.ZipFile(BytesIO(source.data))
    except BROKEN:
        raise damaged() from None
    # Some programs write backslashes, and a name given twice means its last.
    members = {normpath(i.filename.replace("\\", "/")).lstrip("/"): i for i in file.infolist()}
    folded = {name.lower(): name for name in members}
    return Archive(source, members, file, folded=folded)


def _check_member(member: zipfile.ZipInfo) -> None:
    if member.flag_bits & ENCRYPTED_FLAG:
        raise locked()
    if member.file_size > LARGEST_UNPACKED:
        raise _too_much()
    if member.file_size > SMALL_PART and member.file_size > MOST_RATIO * member.compress_size:
        raise too_large(
            Message(
                en=f"a part of the document unpacks to more than {MOST_RATIO} times its size",
                zh=f"文档内部文件解压后超过原大小的 {MOST_RATIO} 倍",
            )
        )


def _too_much() -> Exception:
    megabytes = LARGEST_UNPACKED // MEGABYTE
    return too_large(
        Message(
            en=f"the document unpacks to more than {megabytes} MB",
            zh=f"文档解压后超过 {megabytes} MB",
        )
    )


def damaged() -> MalformedSource:
    """For a file that breaks off or breaks its own rules."""
    return MalformedSource(
        Message(en="the file is damaged or incomplete", zh="文件已损坏或不完整"),
        Message(
            en="open it in its own program, save it anew, and convert that; "
            "if it does not open there either, ask for it again",
            zh="请用原来的软件打开并重新保存后再转换；若也打不开，请重新索取文件",
        ),
    )


def locked() -> EncryptedSource:
    """For a file that a password keeps shut."""
    return EncryptedSource(
        Message(en="the document is locked by a password", zh="文档已加密"),
        Message(
            en="open it, remove the password, save it, and convert that",
            zh="请打开文档、取消密码并保存后再转换",
        ),
    )

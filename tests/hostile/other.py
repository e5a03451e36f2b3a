"""Files that are nothing, or something else than their name says, or broken off."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

from hostile import Hostile
from hostile.sound import zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def cases(sound: Mapping[str, bytes]) -> Iterator[Hostile]:
    refused = ("UnknownFormat", "MalformedSource")
    for suffix in (*sound, "doc", "wps", "mhtml", "fodt", ""):
        yield Hostile("nothing", suffix, b"", ("EmptySource",))
        yield Hostile("a zero", suffix, b"\0")
        yield Hostile("a bracket", suffix, b"{")
        yield Hostile("zeros", suffix, bytes(4096))
        yield Hostile("a program", suffix, b"\x7fELF" + bytes(4096), refused)
        yield Hostile("a picture", suffix, b"\x89PNG\r\n\x1a\n" + bytes(4096), refused)
        yield Hostile("an archive of documents", suffix, zipped({"a.docx": sound["docx"]}), refused)
    # An old Word file needs another program, which gets to see none that has no directory.
    yield Hostile("a header and no more", "doc", OLE)
    yield Hostile("a lock file", "docx", b"\x05Wang " + bytes(156))


def truncated(data: bytes) -> Iterator[bytes]:
    """*data* broken off at each tenth."""
    for tenth in range(1, 10):
        yield data[: len(data) * tenth // 10]


def with_flipped_bits(data: bytes, seed: int, count: int = 20) -> bytes:
    chance, changed = random.Random(seed), bytearray(data)
    for _ in range(count):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)

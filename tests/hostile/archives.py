"""Archives that unpack to more than they say, or that lie about what is in them."""

from __future__ import annotations

import random
import re
import struct
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO

from hostile import MEGABYTE, Hostile
from hostile.sound import parts_of, zipped


def cases(suffix: str, sound: bytes, main: str) -> Iterator[Hostile]:
    parts = parts_of(sound)
    text = parts[main]

    def case(name: str, changed: Mapping[str, bytes] | bytes, *errors: str) -> Hostile:
        data = changed if isinstance(changed, bytes) else zipped({**parts, **changed})
        return Hostile(name, suffix, data, errors)

    yield case("bomb", {main: text + b" " * (20 * MEGABYTE)}, "SourceTooLarge")
    yield case(
        "size of a bomb denied",
        _understated(zipped({**parts, main: text + b" " * (20 * MEGABYTE)}), main),
    )
    many = {f"more/{number}.xml": b"<a/>" for number in range(20_000)}
    yield case("twenty thousand parts", many, "SourceTooLarge")
    yield case("a million parts", _with_entries(sound, 1_000_000), "SourceTooLarge")
    yield case("archive in archive", {"word/media/inner.zip": zipped({"a": zipped(parts)})})
    yield case(
        "names that climb", {"../../secret.txt": b"x", "/etc/passwd": b"x", "..\\..\\x": b"x"}
    )
    yield case("names given twice", _with_twins(sound, main))
    yield case("locked", _locked(sound), "EncryptedSource")
    yield case("without its text", zipped({n: d for n, d in parts.items() if n != main}))
    yield case("text of no bytes", {main: b""})
    yield case("text of noise", {main: random.Random(1).randbytes(5000)})
    yield case("text in zeros", {main: bytes(5000)})
    yield case("unknown packing", _with_method(sound, 99))
    yield case(
        "sizes overstated", _restated(sound, 0xFFFFFF00), "MalformedSource", "SourceTooLarge"
    )


def _with_entries(sound: bytes, count: int) -> bytes:
    """With a directory of *count* entries, all for one part that is not there."""
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", *[0] * 18) + b"a"
    entry = entry[:28] + struct.pack("<H", 1) + entry[30:]
    directory = entry * count
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(directory), len(sound), 0)
    return sound + directory + end


def _with_twins(sound: bytes, main: str) -> bytes:
    file = BytesIO(sound)
    with zipfile.ZipFile(file, "a") as archive:
        archive.NameToInfo.pop(main)
        archive.writestr(zipfile.ZipInfo(main), parts_of(sound)[main])
    return file.getvalue()


def _headers(data: bytes) -> Iterator[tuple[int, int]]:
    """Where the headers of all members are, and how far in their flags are."""
    for found in re.finditer(rb"PK\x03\x04", data):
        yield found.start(), 6
    for found in re.finditer(rb"PK\x01\x02", data):
        yield found.start(), 8


def _locked(sound: bytes) -> bytes:
    data = bytearray(sound)
    for at, flags in _headers(sound):
        data[at + flags] |= 1
    return bytes(data)


def _with_method(sound: bytes, method: int) -> bytes:
    data = bytearray(sound)
    for at, flags in _headers(sound):
        struct.pack_into("<H", data, at + flags + 2, method)
    return bytes(data)


def _restated(sound: bytes, size: int) -> bytes:
    """With another unpacked *size* for every member."""
    data = bytearray(sound)
    for at, flags in _headers(sound):
        struct.pack_into("<I", data, at + flags + 16, size)
    return bytes(data)


def _understated(data: bytes, main: str) -> bytes:
    """The member *main* declared to be of 1,000 bytes."""
    changed = bytearray(data)
    for at, flags in _headers(data):
        name = at + (30 if flags == 6 else 46)
        if data[name : name + len(main)] == main.encode():
            struct.pack_into("<I", changed, at + flags + 16, 1000)
    return bytes(changed)

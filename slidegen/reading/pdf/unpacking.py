"""How large a PDF's streams get when PDFium unpacks them, found out before it does.

PDFium unpacks a stream in one go, up to a gigabyte. Deflate packs no more than 1,032
times, so only streams above a certain size need a look, and a document has few of those.
Where the system bounds what a process may take, `apart` would end it later; not all do.
"""

from __future__ import annotations

import re
import zlib
from itertools import pairwise

from slidegen.messages import Message
from slidegen.reading.limits import LARGEST_UNPACKED, MEGABYTE, too_large
from slidegen.reading.opening import Source

MOST_PACKED = 1_032
"""Times, by deflate."""
_STREAM = re.compile(rb"stream\r?\n")
_TWICE = re.compile(rb"(?:/FlateDecode|/Fl)[\s/\[]*(?:/FlateDecode|/Fl)\b")
DICTIONARY = 2_048
"""Bytes before a stream in which its own dictionary stands."""
STEP = 4 * MEGABYTE


def check_unpacks(source: Source) -> None:
    """Raises `SourceTooLarge` if a stream of *source* unpacks to more than a document's do."""
    data = source.data
    starts = [found.end() for found in _STREAM.finditer(data)]
    for start, after in pairwise([*starts, len(data)]):
        dictionary = data[max(0, start - DICTIONARY) : start]
        dictionary = dictionary[dictionary.rfind(b" obj") + 1 :]
        is_packed_twice = _TWICE.search(dictionary) is not None
        if is_packed_twice or (after - start) * MOST_PACKED > LARGEST_UNPACKED:
            source.check_time()
            _check(data[start:after], source, 2 if is_packed_twice else 1)


def _check(packed: bytes, source: Source, times: int) -> None:
    unpacker = zlib.decompressobj()
    size, kept = 0, bytearray()
    rest = packed
    try:
        while rest and not unpacker.eof:
            part = unpacker.decompress(rest, STEP)
            rest = unpacker.unconsumed_tail
            size += len(part)
            if times > 1:
                kept += part
            if size > LARGEST_UNPACKED:
                raise too_large(
                    Message(
                        en=f"a part of the PDF unpacks to more than "
                        f"{LARGEST_UNPACKED // MEGABYTE} MB",
                        zh=f"PDF 内部数据解压后超过 {LARGEST_UNPACKED // MEGABYTE} MB",
                    )
                )
            source.check_time()
    except zlib.error:
        return  # packed by another method, or damaged; PDFium knows what to do
    if times > 1:
        _check(bytes(kept), source, times - 1)

"""The text of a page, whose own word on its encoding is the last that is believed.

A page that was saved, converted or copied often declares what it no longer is: UTF-8
bytes under `charset=gb2312` are the commonest case of all.
"""

from __future__ import annotations

import re
from codecs import lookup
from collections.abc import Mapping

from slidegen.notices import Report
from slidegen.reading.encoding import MARKS, Decoded, decode

DECLARED_WITHIN = 4096
"""Bytes from the start; browsers look at 1,024."""
DECLARED = re.compile(
    rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml\b[^>]*?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
MEANT: Mapping[str, str] = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What browsers take a declared encoding for (WHATWG Encoding, 4.2), by Python's names."""


def page_text(data: bytes, declared: str | None, report: Report) -> Decoded:
    """The text of *data*: by its byte order mark, as strict UTF-8, as *declared* by what
    brought the page or by the page itself if that fits to the last byte, or as any text is.

    Raises `MalformedSource` if it is no text.
    """
    if not any(data.startswith(mark) for mark, _ in MARKS) and not _is_utf8(data):
        for name in (declared, _declaration(data)):
            if name and (decoded := _as(name, data)):
                return decoded
    return decode(data, report)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declaration(data: bytes) -> str | None:
    found = DECLARED.search(data[:DECLARED_WITHIN])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _as(name: str, data: bytes) -> Decoded | None:
    try:
        known = lookup(name).name
        encoding = MEANT.get(known, known)
        return Decoded(data.decode(encoding), encoding)
    except (LookupError, UnicodeError, ValueError):
        # Names of codecs that are no encodings (`hex`, `idna`) raise what they like.
        return None

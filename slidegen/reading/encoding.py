"""Bytes to text, by rules that can be read, before any statistics are asked."""

from __future__ import annotations

from dataclasses import dataclass, field

from slidegen.notices import Report


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str = field(repr=False)
    """Without a byte order mark."""
    encoding: str
    """Its name as Python and the web know it."""


def decode(data: bytes, report: Report) -> Decoded:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    return Decoded(data.decode("utf-8", "replace"), "utf-8")

"""All hostile files, by what they are, so that each group can be read by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from hostile import (
    Hostile,
    archives,
    ofd,
    opendocument,
    other,
    pdf,
    powerpoint,
    rtf,
    text,
    web,
    word,
    xml,
)
from hostile.sound import MAIN_PARTS, of_every_format


def _in_archives(trap: str) -> Iterator[Hostile]:
    for suffix, main in MAIN_PARTS.items():
        yield from archives.cases(suffix, of_every_format()[suffix], main)


def _in_xml(trap: str) -> Iterator[Hostile]:
    for suffix, main in MAIN_PARTS.items():
        yield from xml.cases(suffix, of_every_format()[suffix], main, trap)


GROUPS: Mapping[str, Callable[[str], Iterator[Hostile]]] = {
    "archives": _in_archives,
    "XML": _in_xml,
    "Word": lambda trap: word.cases(of_every_format()["docx"], trap),
    "PowerPoint": lambda trap: powerpoint.cases(of_every_format()["pptx"]),
    "OFD": lambda trap: ofd.cases(),
    "OpenDocument": opendocument.cases,
    "web pages": web.cases,
    "PDF": pdf.cases,
    "RTF": lambda trap: rtf.cases(),
    "text": lambda trap: text.cases(),
    "other files": lambda trap: other.cases(of_every_format()),
}
"""Each is given the address of the listening server."""

"""The sound documents that harm is done to, and how to open and close an archive."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO

from documents.original import TREES
from documents.saving import SAVED
from slidegen.pipeline import convert


@cache
def of_every_format() -> Mapping[str, bytes]:
    """A document of each format that needs no other program, by its suffix."""
    return {
        "txt": _saved("text in UTF-8"),
        "md": _saved("Markdown"),
        "docx": _saved("Word, automatic numbers in heading styles"),
        "html": _saved("web page with headings"),
        "pdf": _saved("PDF"),
        "ofd": _saved("OFD"),
        "odt": _saved("OpenDocument with headings"),
        "rtf": _saved("RTF"),
        "pptx": convert(_saved("text in UTF-8")).pptx,
    }


def _saved(form: str) -> bytes:
    return SAVED[form][1](TREES)


MAIN_PARTS: Mapping[str, str] = {
    "docx": "word/document.xml",
    "odt": "content.xml",
    "ofd": "Doc_0/Pages/Page_0/Content.xml",
    "pptx": "ppt/slides/slide1.xml",
}
"""The formats that are archives, and the part of each that holds its text."""


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()

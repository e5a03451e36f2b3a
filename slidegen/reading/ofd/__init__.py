"""OFD (GB/T 33190-2016), the national format for fixed pages, to a document.

An OFD tells where each character stands, as a PDF does, so paragraphs are found among
them by the same rules; only how a file says so is known here. Signatures, seals and
annotations lie over the pages and are no part of what the document says.
"""

from __future__ import annotations

from collections.abc import Sequence

from slidegen.document import Document
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.reading.archive import damaged, open_archive
from slidegen.reading.ofd.package import open_pages
from slidegen.reading.ofd.sheets import pages_of
from slidegen.reading.opening import Source
from slidegen.reading.paged.assembling import document_of

MOST_LISTED = 10
"""Pages that a notice names."""


def read_ofd(source: Source, report: Report) -> Document:
    """Raises `EncryptedSource`, `MalformedSource`, `ScannedSource`, `SourceTooLarge`,
    `SourceTooSlow`."""
    archive = open_archive(source)
    found = list(open_pages(archive))
    lost = [number for number, page in enumerate(found, 1) if page.content is None]
    if len(lost) == len(found):
        raise damaged()
    if lost:
        report(_pages_lost(lost))
    return document_of(pages_of(found, archive), "ofd", source, report)


def _pages_lost(numbers: Sequence[int]) -> Notice:
    listed = ", ".join(map(str, numbers[:MOST_LISTED])) + (
        ", …" if len(numbers) > MOST_LISTED else ""
    )
    return Notice(
        "pages-without-text",
        Message(
            en=f"page(s) {listed} are missing from the file, or damaged",
            zh=f"文件缺少第 {listed} 页，或该页已损坏",
        ),
        counts=True,
    )

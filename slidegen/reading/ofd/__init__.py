"""OFD (GB/T 33190-2016), the national format for fixed pages, to a document.

An OFD tells where each character stands, as a PDF does, so paragraphs are found among
them by the same rules; only how a file says so is known here. Signatures, seals and
annotations lie over the pages and are no part of what the document says.
"""

from __future__ import annotations

from slidegen.document import Document
from slidegen.notices import Report
from slidegen.reading.archive import open_archive
from slidegen.reading.ofd.package import open_pages
from slidegen.reading.ofd.sheets import pages_of
from slidegen.reading.opening import Source
from slidegen.reading.paged.assembling import document_of


def read_ofd(source: Source, report: Report) -> Document:
    """Raises `EncryptedSource`, `MalformedSource`, `ScannedSource`, `SourceTooLarge`,
    `SourceTooSlow`."""
    pages = pages_of(open_pages(open_archive(source)), source)
    return document_of(pages, "ofd", source, report)

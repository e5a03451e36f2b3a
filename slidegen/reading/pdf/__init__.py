"""PDF to a document.

A PDF is a picture of a text: it knows where each glyph stands, and nothing of
paragraphs. So the text is found again in steps, each of which knows one thing: the
letters of a page, its lines, its columns, what is printed around it, which lines are one
paragraph, and which paragraphs the type sets above the others.
"""

from __future__ import annotations

import re

from slidegen.document import Document
from slidegen.errors import MalformedSource
from slidegen.messages import Message
from slidegen.notices import Report
from slidegen.patterns import compiled
from slidegen.reading.opening import Source
from slidegen.reading.paged.assembling import document_of
from slidegen.reading.paged.letters import Page
from slidegen.reading.pdf.apart import apart
from slidegen.reading.pdf.pages import open_pages
from slidegen.reading.pdf.unpacking import check_unpacks

_PLEA = compiled(
    r"please wait\.{3}|open this pdf portfolio|adobe reader 8|请稍候|acrobat \S+ or later",
    re.IGNORECASE,
)
"""What stands on the only page of a file whose content only Adobe's own program shows."""
LONGEST_PLEA = 1_500
"""Letters; a document may quote it."""


def read_here(source: Source, report: Report) -> Document:
    """The text of a PDF. One that opens without a password is read even if it asks not to be
    copied: that is a wish to the viewers of the world, and its owner is the one who converts it.

    Raises `EncryptedSource`, `MalformedSource`, `ScannedSource`, `SourceTooLarge`,
    `SourceTooSlow`.
    """
    check_unpacks(source)
    with open_pages(source) as opened:
        pages = tuple(opened)
        if opened.is_form_of_another_kind or _is_plea(pages):
            raise _shown_by_adobe_only()
        return document_of(pages, "pdf", source, report)


read_pdf = apart(read_here)
"""The same in a process of its own."""


def _is_plea(pages: tuple[Page, ...]) -> bool:
    if len(pages) != 1 or len(pages[0].letters) > LONGEST_PLEA:
        return False
    return bool(_PLEA.search("".join(letter.text for letter in pages[0].letters)))


def _shown_by_adobe_only() -> MalformedSource:
    return MalformedSource(
        Message(
            en="the PDF is an XFA form or a portfolio, whose content is not on its pages",
            zh="该 PDF 是 XFA 表单或文件包，内容不在页面上",
        ),
        Message(
            en="open it in Adobe Acrobat, print it to a new PDF (or take the files out of it), "
            "and convert that",
            zh="请用 Adobe Acrobat 打开并打印成新的 PDF（文件包请先取出其中的文件）再转换",
        ),
    )

"""Pictures on a PDF's pages, as files that PowerPoint shows.

A JPEG is taken as it lies in the file; everything else is drawn once by PDFium and saved
as PNG, since a PDF keeps bare pixels in many ways.
"""

from __future__ import annotations

import ctypes
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from slidegen.messages import Message
from slidegen.reading.pictures import LARGEST_FILE, MOST_PIXELS, PictureUnusable

if TYPE_CHECKING:
    import pypdfium2

DEEPEST_FORM = 4
"""Forms within forms that are looked into."""


def fingerprint(image: pypdfium2.PdfImage) -> str:
    """The same for the same picture, wherever in the file it is shown."""
    return sha256(_raw(image)).hexdigest()


def picture_of(file: pypdfium2.PdfDocument, index: int, number: int) -> bytes:
    """The picture that is the object of that *number* on the page of that *index*.

    Raises `PictureUnusable`.
    """
    import pypdfium2

    try:
        page = file[index]
        try:
            for n, drawn in enumerate(page.get_objects(max_depth=DEEPEST_FORM)):
                if n == number:
                    return _bytes(drawn)
        finally:
            page.close()
    except (pypdfium2.PdfiumError, ValueError):
        pass
    raise _damaged()


def _bytes(image: pypdfium2.PdfImage) -> bytes:
    across, down = image.get_px_size()
    if across * down > MOST_PIXELS:
        raise _damaged()
    if list(image.get_filters()) == ["DCTDecode"] and not _is_inverted(image):
        return _raw(image)
    saved = BytesIO()
    # The bitmap goes with the picture that it belongs to; pypdfium2 warns if it is closed by hand.
    image.get_bitmap(render=False).to_pil().save(saved, "PNG")
    return saved.getvalue()


def _is_inverted(image: pypdfium2.PdfImage) -> bool:
    """Whether it is in the four colours of print, which programs take for the wrong ones."""
    import pypdfium2.raw as pdfium

    metadata = image.get_metadata()
    return bool(metadata.colorspace == pdfium.FPDF_COLORSPACE_DEVICECMYK)


def _raw(image: pypdfium2.PdfImage) -> bytes:
    import pypdfium2.raw as pdfium

    length = pdfium.FPDFImageObj_GetImageDataRaw(image.raw, None, 0)
    if not 0 < length <= LARGEST_FILE:
        return b""
    buffer = (ctypes.c_ubyte * length)()
    pdfium.FPDFImageObj_GetImageDataRaw(image.raw, buffer, length)
    return bytes(buffer)


def _damaged() -> PictureUnusable:
    return PictureUnusable(Message(en="the picture is damaged", zh="图片已损坏"))

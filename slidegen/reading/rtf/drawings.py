"""Pictures and the shapes that hold them, as their groups are read."""

from __future__ import annotations

from msgspec import Struct, field

from slidegen.reading.rtf.flow import RawPicture

PICTURE_KINDS = (
    *("pngblip", "jpegblip", "emfblip", "wmetafile"),
    *("dibitmap", "wbitmap", "macpict", "pmmetafile"),
)


class PictureData(Struct):
    kind: str = ""
    digits: bytearray = field(default_factory=bytearray)
    binary: bytes = b""
    alt: str = ""

    def raw(self) -> RawPicture:
        data = self.binary
        if not data:
            digits = bytes(self.digits).translate(None, b" \t")
            try:
                data = bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
            except (UnicodeDecodeError, ValueError):
                data = b""
        return RawPicture(data, self.kind, self.alt)


class Shape(Struct):
    alt: str = ""
    pictures: list[PictureData] = field(default_factory=list)

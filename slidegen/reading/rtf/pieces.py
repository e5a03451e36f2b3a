"""What was gathered, as the pieces that every word processor's document comes in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from msgspec import Struct

from slidegen.document import Alignment
from slidegen.messages import Message
from slidegen.reading.flowing.bullets import bullet, is_symbol
from slidegen.reading.flowing.leaving_out import LeftOut
from slidegen.reading.flowing.pieces import Marker, Piece, Role, Shown, Text
from slidegen.reading.flowing.roles import ends_in_page_number, is_prose
from slidegen.reading.number_formats import with_space
from slidegen.reading.pictures import PictureUnusable, checked_picture
from slidegen.reading.rtf.flow import Raw, RawParagraph, RawPicture, RawTable
from slidegen.reading.rtf.lists import Lists
from slidegen.reading.rtf.styles import StyleSheet
from slidegen.reading.rtf.tables import grid_of

PICTURES = ("pngblip", "jpegblip", "")
"""Kinds that PowerPoint shows; without a name, the data will tell."""

ALIGNMENTS: dict[str, Alignment] = {"c": "center", "r": "right"}

TYPED_BULLETS = "•·▪–-*o"
"""What programs write out for bullets beside symbols."""


class Meanings(Struct):
    """What raw paragraphs, tables and pictures are, by the document's styles and lists."""

    sheet: StyleSheet
    lists: Lists
    left_out: LeftOut

    def pieces(self, raws: Sequence[Raw]) -> Iterator[Piece]:
        for raw in raws:
            match raw:
                case RawParagraph():
                    yield from self._text(raw)
                case RawTable():
                    if grid := grid_of(raw, self.pieces):
                        yield grid
                case RawPicture():
                    yield from self._picture(raw)
                case _:
                    assert_never(raw)

    def _text(self, raw: RawParagraph) -> Iterator[Text]:
        words = "".join(span.text for span in raw.spans).strip()
        role, level, reason = self.sheet.meaning(raw.format)
        if role == "contents":
            if ends_in_page_number(words):
                self.left_out.add("contents")
                return
            role = "body"
        if role in ("heading", "title") and is_prose(words):
            role, level = "body", 0
        alignment = ALIGNMENTS.get(raw.format.alignment)
        yield Text(raw.spans, role, level, reason, self._marker(raw, words, role), alignment)

    def _marker(self, raw: RawParagraph, words: str, role: Role) -> Marker | None:
        format = raw.format
        written = raw.marker.strip() or self.lists.counted(format.list, format.level)
        level = self.lists.level(format.list, format.level)
        says_bullet = level.is_bullet if level else format.is_bulleted
        if not written:
            return None
        if says_bullet or is_symbol(written) or written in TYPED_BULLETS:
            return Marker(bullet(written), True, format.level)
        stands_apart = not raw.marker or raw.marker[-1].isspace()
        return Marker(with_space(written, words, stands_apart), False, format.level)

    def _picture(self, raw: RawPicture) -> Iterator[Shown]:
        try:
            if raw.kind not in PICTURES:
                raise PictureUnusable(
                    Message(
                        en="a picture is a Windows metafile, which other systems cannot draw",
                        zh="图片为 Windows 图元文件（WMF/EMF），其他系统无法显示",
                    )
                )
            if raw.data:
                yield Shown(checked_picture(raw.data), raw.alt)
        except PictureUnusable as trouble:
            self.left_out.add_picture(trouble)

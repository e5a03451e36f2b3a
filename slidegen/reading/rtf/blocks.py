"""What was gathered, as the blocks of a document: headings, lists, notes, captions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from slidegen.document import (
    Block,
    Footnote,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
)
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.passage import EMPTY, Passage
from slidegen.reading.block_lines import BlockLines, Span
from slidegen.reading.lines import is_wide
from slidegen.reading.pictures import PictureUnusable, checked_picture
from slidegen.reading.rtf.flow import Raw, RawParagraph, RawPicture, RawTable
from slidegen.reading.rtf.lists import BULLET, NO_NUMBER, Lists
from slidegen.reading.rtf.styles import StyleSheet
from slidegen.reading.rtf.tables import table_of
from slidegen.reading.rtf.walking import RawNote

PICTURES = ("pngblip", "jpegblip", "")
"""Kinds that PowerPoint shows; without a name, the data will tell."""

DEEPEST_LEVEL = 8
"""Of a list: programs have nine."""


@dataclass
class Assembly:
    """Turns raw paragraphs into blocks, one stretch of text after the other."""

    lines: BlockLines
    sheet: StyleSheet
    lists: Lists
    report: Report
    has_title: bool = False
    """Whether a paragraph has the style of titles: then it is level 1, and headings below."""

    def blocks(self, raws: Sequence[Raw]) -> list[Block]:
        made: list[Block] = []
        at = 0
        while at < len(raws):
            raw = raws[at]
            at += 1
            match raw:
                case RawParagraph() if self._is_bulleted(raw):
                    items = [raw]
                    while at < len(raws) and self._goes_on(raws[at]):
                        items.append(raws[at])  # type: ignore[arg-type]
                        at += 1
                    made.append(self._list(items))
                case RawParagraph():
                    following = raws[at] if at < len(raws) else None
                    if self.sheet.is_caption(raw.format):
                        at += self._caption(raw, following, made)
                    elif not self.sheet.is_contents(raw.format):
                        made.extend(self._paragraph(raw))
                case RawTable():
                    self._table(raw, made)
                case RawPicture():
                    made.extend(self._picture(raw))
                case _:
                    assert_never(raw)
        return made

    def notes(self, notes: Sequence[RawNote]) -> Iterator[Footnote]:
        """Footnotes, then endnotes, numbered on."""
        ordered = sorted(notes, key=lambda note: note.is_endnote)
        number = 0
        for note in ordered:
            if inner := self.blocks(note.raws):
                number += 1
                yield Footnote(str(number), tuple(inner))

    # --- paragraphs

    def _paragraph(self, raw: RawParagraph) -> Iterator[Block]:
        level = self._heading_level(raw)
        spans = _marked(self._number(raw), raw.spans)
        if level is None:
            yield from map(Paragraph, self.lines.passages(spans))
        elif passage := self.lines.passage(spans):
            number, reason = level
            yield Heading(passage, number, reason)

    def _heading_level(self, raw: RawParagraph):  # type: ignore[no-untyped-def]
        if self.has_title and self.sheet.is_title(raw.format):
            return 1, "style"
        if found := self.sheet.heading(raw.format):
            level, reason = found
            return level + self.has_title, reason
        return None

    def _number(self, raw: RawParagraph) -> str:
        return "" if self._has_bullet(raw) else raw.marker.strip()

    # --- lists

    def _has_bullet(self, raw: RawParagraph) -> bool:
        if raw.format.is_bulleted:
            return True
        level = self.lists.level(raw.format.list, raw.format.level)
        if raw.format.list and level and level.form in (BULLET, NO_NUMBER):
            return level.form == BULLET
        marker = raw.marker.strip()
        return bool(marker) and not any(map(str.isalnum, marker))

    def _is_bulleted(self, raw: RawParagraph) -> bool:
        return self._has_bullet(raw) and self._heading_level(raw) is None

    def _goes_on(self, raw: Raw) -> bool:
        return isinstance(raw, RawParagraph) and self._is_bulleted(raw)

    def _list(self, items: Sequence[RawParagraph]) -> ListBlock:
        """*items* nested by their levels."""
        top: list[_Item] = []
        stack: list[tuple[int, _Item]] = []
        for raw in items:
            passage = self.lines.passage(raw.spans)
            if not passage:
                continue
            level = min(raw.format.level, DEEPEST_LEVEL)
            while stack and stack[-1][0] >= level:
                stack.pop()
            item = _Item(passage, [])
            (stack[-1][1].below if stack else top).append(item)
            stack.append((level, item))
        return _as_list(top)

    # --- tables and pictures

    def _caption(self, raw: RawParagraph, following: Raw | None, made: list[Block]) -> int:
        """Gives the caption to what it belongs to; returns how many raws more are used."""
        words = self.lines.passage(_marked(self._number(raw), raw.spans))
        last = made[-1] if made else None
        if isinstance(following, RawTable):
            self._table(following, made, words)
            return 1
        if isinstance(last, Picture) and not last.caption:
            made[-1] = replace(last, caption=words)
        elif words:
            made.append(Paragraph(words))
        return 0

    def _table(self, raw: RawTable, made: list[Block], caption: Passage = EMPTY) -> None:
        table = table_of(raw, self.lines)
        if table:
            made.append(replace(table, caption=caption))
        elif caption:
            made.append(Paragraph(caption))

    def _picture(self, raw: RawPicture) -> Iterator[Picture]:
        try:
            if raw.kind not in PICTURES:
                raise PictureUnusable(
                    Message(
                        en="a picture is a Windows metafile, which only Windows draws",
                        zh="有图片为 Windows 图元文件（WMF/EMF），其他系统无法显示",
                    )
                )
            if not raw.data:
                return
            file = checked_picture(raw.data)
        except PictureUnusable as trouble:
            self.report(Notice("picture-unusable", trouble.message, counts=True))
            return
        alt = self.lines.plain(raw.alt)
        yield Picture(
            file.data,
            file.media_type,
            file.width,
            file.height,
            alt=alt,
            line=alt.line or len(self.lines.lines),
        )


@dataclass
class _Item:
    passage: Passage
    below: list[_Item]


def _as_list(items: Sequence[_Item]) -> ListBlock:
    return ListBlock(
        tuple(
            ListItem((Paragraph(item.passage), *((_as_list(item.below),) if item.below else ())))
            for item in items
        )
    )


def _marked(marker: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """*spans* after their number, as somebody would have typed it."""
    if not marker:
        return tuple(spans)
    first = "".join(span.text for span in spans).lstrip()[:1]
    gap = "" if not first or is_wide(marker[-1]) or is_wide(first) else " "
    return (Span(marker + gap), *_from_first_word(spans))


def _from_first_word(spans: Sequence[Span]) -> Iterator[Span]:
    """*spans* without white space before the first word."""
    begun = False
    for span in spans:
        text = span.text if begun else span.text.lstrip()
        if text:
            begun = True
            yield Span(text, span.style)


Blocks = Callable[[Sequence[Raw]], list[Block]]

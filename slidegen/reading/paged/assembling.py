"""From the letters of all pages to a document, and what was left behind on the way."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct, field

from slidegen.document import (
    Block,
    Document,
    Field,
    Footnote,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
)
from slidegen.errors import ScannedSource
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.passage import EMPTY, Passage
from slidegen.reading.block_lines import BlockLines
from slidegen.reading.flowing.leaving_out import LeftOut
from slidegen.reading.limits import MOST_PICTURES, check_count
from slidegen.reading.opening import Source
from slidegen.reading.paged.among_lines import Standing, is_caption, is_unit, standing
from slidegen.reading.paged.columns import regions
from slidegen.reading.paged.continued_tables import without_running_tables
from slidegen.reading.paged.footnotes import without_footnotes
from slidegen.reading.paged.joining import Hyphens, joined
from slidegen.reading.paged.letters import Page, PlacedPicture
from slidegen.reading.paged.paragraphs import BULLET, paragraphs
from slidegen.reading.paged.pictures import own_pictures, stands_before
from slidegen.reading.paged.placed_tables import PlacedTable
from slidegen.reading.paged.ranks import ranks
from slidegen.reading.paged.rows import Line, Segment, lines, segments
from slidegen.reading.paged.running import Sheet, without_running_heads
from slidegen.reading.paged.table_words import table_of
from slidegen.reading.paged.tables import without_tables
from slidegen.reading.pictures import PictureTrouble, checked_picture

UNREADABLE = 0.3
"""Part of the letters that are none: what the others say is no text any more."""
OVER_COLUMNS = 0.6
"""Of the width of a page's text: a table wider than that is in no column of it."""
PRIVATE_USE = range(0xE000, 0xF900)


def document_of(
    pages: Iterable[Page],
    format: str,
    source: Source,
    report: Report,
    *,
    fields: Sequence[Field] = (),
) -> Document:
    """The document on *pages*; says what of them is not in it.

    Raises `ScannedSource` where there is nothing to read without recognising characters.
    """
    seen = list(pages)
    _check_is_readable(seen)
    collected = BlockLines(source)
    left_out = LeftOut()
    blocks, running = blocks_of(seen, collected, left_out)
    for notice in _notices(seen, running + sum(page.repeated for page in seen)):
        report(notice)
    left_out.tell(report)
    return collected.document(blocks, format, report, fields=fields)


def blocks_of(
    pages: Sequence[Page], collected: BlockLines, left_out: LeftOut
) -> tuple[list[Block], int]:
    """The blocks of *pages*, and how many running heads were left out."""
    plain: list[Page] = []
    in_tables: list[list[PlacedTable]] = []
    for page in pages:
        collected.source.check_time()
        above = in_tables[-1][-1] if in_tables and in_tables[-1] else None
        without, own = without_tables(page, collected.source, above)
        plain.append(without)
        in_tables.append(own)
    in_tables, running_tables = without_running_tables(pages, in_tables)
    sheets = []
    for page, own in zip(plain, in_tables, strict=True):
        collected.source.check_time()
        sheets.append(Sheet.of(page, segments(page.letters), has_tables=bool(own)))
    kept, running = without_running_heads(sheets)
    text, notes, all_tables = without_footnotes(
        list(_lines(kept, in_tables)), [table for own in in_tables for table in own]
    )
    tables, repeated = standing(all_tables, text)
    hyphens = Hyphens.of([*text, *(line for note in notes for line in note.lines)])
    weaver = _Weaver(collected, left_out, hyphens, deque(tables), deque(own_pictures(pages)))
    check_count(len(weaver.pictures), MOST_PICTURES, Message(en="pictures", zh="图片"))
    found = paragraphs(text)
    first = 0
    for part, level in zip(found, ranks(found), strict=True):
        weaver.put_before(first, part[0])
        weaver.put(part, level)
        first += len(part)
    weaver.put_before(first, None)
    for note in notes:
        words = collected.passage(joined(note.lines, hyphens, after=note.start))
        if words:
            weaver.blocks.append(Footnote(note.label, (Paragraph(words),)))
    return weaver.blocks, running + running_tables + repeated


class _Weaver(Struct):
    """Puts the paragraphs, tables and pictures of a document one after the other."""

    collected: BlockLines
    left_out: LeftOut
    hyphens: Hyphens
    tables: deque[Standing]
    pictures: deque[tuple[int, PlacedPicture]]
    blocks: list[Block] = field(default_factory=list)
    above: list[tuple[Sequence[Line], Passage]] = field(default_factory=list)
    """The lines and words of the paragraphs that end `blocks`."""

    def put(self, part: Sequence[Line], level: int | None) -> None:
        """A paragraph, heading or item of a list."""
        bullet = None if level else BULLET.match(part[0].text)
        after = bullet.end() if bullet else 0
        passage = self.collected.passage(joined(part, self.hyphens, after=after))
        if not passage:
            return
        if bullet:
            _add_item(self.blocks, ListItem((Paragraph(passage),)))
            self.above.clear()
        else:
            self.blocks.append(Heading(passage, level, "font") if level else Paragraph(passage))
            self.above.append((part, passage))

    def put_before(self, number: int, line: Line | None) -> None:
        """The tables and pictures before that *line*, which is the text's *number*th; all that
        are left before the end, which is no line."""
        while self.tables and self.tables[0].before <= number:
            table = self.tables.popleft().table
            while self.pictures and _is_above(*self.pictures[0], table):
                self._put_picture()
            self._put_table(table)
        while self.pictures and (line is None or stands_before(*self.pictures[0], line)):
            self._put_picture()

    def _put_table(self, table: PlacedTable) -> None:
        caption = self._caption(table)
        self.blocks.append(table_of(table, self.collected, self.hyphens, caption))
        self.above.clear()

    def _caption(self, table: PlacedTable) -> Passage:
        """The words above *table* that say what it is, which are then no paragraph."""
        back = 2 if len(self.above) > 1 and is_unit(self.above[-1][0], table) else 1
        if len(self.above) < back or not is_caption(self.above[-back][0], table):
            return EMPTY
        del self.blocks[-back]
        return self.above[-back][1]

    def _put_picture(self) -> None:
        """The picture, or nothing and a notice if PowerPoint could not show it."""
        self.collected.source.check_time()
        _, placed = self.pictures.popleft()
        try:
            file = checked_picture(placed.read())
        except PictureTrouble as trouble:
            self.left_out.add_picture(trouble)
            return
        line = len(self.collected.lines) or 1
        self.blocks.append(Picture(file.data, file.media_type, file.width, file.height, line=line))
        self.above.clear()


def _is_above(number: int, picture: PlacedPicture, table: PlacedTable) -> bool:
    return (number, picture.top) < (table.page, table.top)


def _add_item(blocks: list[Block], item: ListItem) -> None:
    last = blocks[-1] if blocks else None
    if isinstance(last, ListBlock):
        blocks[-1] = ListBlock((*last.items, item))
    else:
        blocks.append(ListBlock((item,)))


def _lines(sheets: Sequence[Sheet], tables: Sequence[Sequence[PlacedTable]]) -> Iterator[Line]:
    column = 0
    for sheet, own in zip(sheets, tables, strict=True):
        for region in _regions([part for row in sheet.rows for part in row.parts], own):
            yield from lines(region, sheet.page.number, column, sheet.page.width)
            column += 1


def _regions(parts: Sequence[Segment], tables: Sequence[PlacedTable]) -> list[list[Segment]]:
    """The columns of a page; a table over several of them parts what is above from below."""
    found = regions(parts)
    wide = [table for table in tables if len(found) > 1 and _is_wide(table, parts)]
    if not wide:
        return found
    bands: list[list[Segment]] = [[] for _ in range(len(wide) + 1)]
    for part in parts:
        bands[bisect_left([table.top for table in wide], part.baseline)].append(part)
    return [column for band in bands for column in regions(band)]


def _is_wide(table: PlacedTable, parts: Sequence[Segment]) -> bool:
    left, right = min(part.left for part in parts), max(part.right for part in parts)
    return table.right - table.left > OVER_COLUMNS * (right - left)


def _check_is_readable(pages: Sequence[Page]) -> None:
    letters = sum(len(page.letters) for page in pages)
    if not letters and any(page.is_scan for page in pages):
        raise ScannedSource(
            Message(
                en="the pages are pictures without text (a scan)",
                zh="页面是没有文字的图片（扫描件）",
            ),
            RECOGNISE,
        )
    unreadable = sum(page.unmapped for page in pages) + _private(pages)
    if unreadable > UNREADABLE * max(letters, unreadable):
        raise ScannedSource(
            Message(
                en="the file shows its letters, but does not tell which characters they are",
                zh="文件只有字形，没有可提取的文字编码",
            ),
            RECOGNISE,
        )


RECOGNISE = Message(
    en="recognise its text first (OCR in Acrobat or WPS), save it as .docx, and convert that",
    zh="请先用 WPS 或 Acrobat 识别文字（OCR），另存为 .docx 后再转换",
)


def _private(pages: Sequence[Page]) -> int:
    return sum(ord(letter.text[0]) in PRIVATE_USE for page in pages for letter in page.letters)


def _notices(pages: Sequence[Page], running: int) -> Iterator[Notice]:
    slanting = sum(page.slanting for page in pages)
    if scans := [page.number for page in pages if page.is_scan]:
        numbers = _ranges(scans)
        yield Notice(
            "pages-without-text",
            Message(
                en=f"page(s) {numbers} are pictures without text and were left out",
                zh=f"第 {numbers} 页是没有文字的图片，已略去",
            ),
            counts=True,
        )
    if running:
        yield Notice(
            "running-heads-left-out",
            Message(
                en=f"{running} running head(s), footer(s) and page number(s) left out",
                zh=f"已略去 {running} 处页眉、页脚和页码",
            ),
        )
    if slanting:
        yield Notice(
            "running-heads-left-out",
            Message(
                en=f"a watermark ({slanting} letters set aslant) left out",
                zh=f"已略去斜排的水印文字（{slanting} 字）",
            ),
        )
    if hidden := sum(page.hidden for page in pages):
        yield Notice(
            "hidden-text-left-out",
            Message(
                en=f"{hidden} letter(s) that no reader of the page can see left out",
                zh=f"已略去页面上看不见的文字 {hidden} 字",
            ),
        )
    if private := _private(pages):
        yield Notice(
            "private-use-characters",
            Message(
                en=f"{private} character(s) mean something in the file's own fonts only",
                zh=f"{private} 个字符使用文件自带字体的私有编码，无法还原",
            ),
            counts=True,
        )
    if unmapped := sum(page.unmapped for page in pages):
        yield Notice(
            "garbled-text",
            Message(
                en=f"{unmapped} letter(s) whose font does not tell which characters they are",
                zh=f"{unmapped} 个字形的字体没有说明对应的字符，可能有误",
            ),
            counts=True,
        )


def _ranges(numbers: Sequence[int]) -> str:
    """`1, 3-5` for 1, 3, 4, 5."""
    parts = []
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        parts.append(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}")
    return ", ".join(parts)

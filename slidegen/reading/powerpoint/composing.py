"""Slides to blocks: titles to headings, points to lists, and what is said to notes in place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import assert_never

from msgspec import Struct, field

from slidegen.document import (
    Block,
    Footnote,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Table,
)
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.passage import Passage
from slidegen.reading.block_lines import BlockLines
from slidegen.reading.lines import is_wide
from slidegen.reading.pictures import PictureUnusable, checked_picture
from slidegen.reading.powerpoint import titles
from slidegen.reading.powerpoint.headings import planned, titles_below
from slidegen.reading.powerpoint.shapes import (
    ChartShape,
    GroupShape,
    ObjectShape,
    PictureShape,
    Shape,
    TableShape,
    TextShape,
)
from slidegen.reading.powerpoint.slides import Slide, ends, is_cover, is_number
from slidegen.reading.powerpoint.tables import chart_table, table_of
from slidegen.reading.powerpoint.text import SlideParagraph

LONGEST_POINT = 60
"""Characters, a Chinese one counted as two Latin ones: a longer paragraph without a bullet
is text, and not a point."""
SENTENCE_ENDS = ("。", "！", "？", ".", "!", "?", "；", ";")


class Composer(Struct):
    """Writes slides down as blocks, one after the other."""

    lines: BlockLines
    report: Report
    blocks: list[Block] = field(default_factory=list)
    objects: int = 0
    agendas: int = 0
    decorations: int = 0
    """Pictures and the like on the cover and on the last slide."""

    def compose(self, slides: Sequence[Slide], sections: Mapping[int, str]) -> None:
        """*sections*: PowerPoint's own, by the index of the slide that each begins with."""
        start = self._cover(slides)
        plan = list(planned(slides, start, sections))
        said = [*(p.title for p in plan), *(s.title_text for s in slides)]
        above: dict[int, str] = {}
        begun = False
        for position, entry in enumerate(plan):
            slide = entry.slide
            if slide and self._is_agenda(slide, said):
                self.agendas += 1
                continue
            if slide and position == len(plan) - 1 and ends(slide):
                self._end(slide)
                continue
            key = titles.same(entry.title)
            if not begun and slide and sections and entry.title in titles.OPENINGS:
                key = ""
            goes_on = begun and above.get(max(above, default=0)) == key
            if key and not goes_on:
                if passage := self.lines.passage(entry.spans):
                    self.blocks.append(Heading(passage, entry.level, "style"))
                above = {level: title for level, title in above.items() if level < entry.level}
                above[entry.level] = key
            begun = True
            if slide:
                known = {*above.values(), *titles_below(plan, position)}
                # The notes of a page that goes on belong to its own points, not to those before.
                self.blocks.extend(() if goes_on else self._notes(slide))
                self._body(slide, known)
                self.blocks.extend(self._notes(slide) if goes_on else ())

    # --- the first and the last slide

    def _cover(self, slides: Sequence[Slide]) -> int:
        """Writes the title slide down; returns how many slides that took."""
        first = slides[0] if slides else None
        if first is None or not first.title or not is_cover(first, len(slides)):
            return 0
        if passage := self.lines.passage(first.title):
            self.blocks.append(Heading(passage, 1, "style"))
        for paragraph in first.paragraphs:
            self.blocks.extend(map(Paragraph, self.lines.passages(paragraph.spans)))
        self.blocks.extend(self._notes(first))
        self._decorated(first)
        return 1

    def _decorated(self, slide: Slide) -> None:
        """Counts the pictures of a cover or a last slide, which the new deck has its own for."""
        self.decorations += sum(not isinstance(shape, TextShape) for shape in slide.shapes)

    def _end(self, slide: Slide) -> None:
        """The closing slide: its words are the deck's last, and head nothing."""
        self._decorated(slide)
        title = _folded(slide.title_text)
        if title and title in _folded("".join(p.text for p in slide.notes)):
            # The speaker says the slide's words, and more around them.
            for note in slide.notes:
                self.blocks.extend(map(Paragraph, self.lines.passages(note.spans)))
            return
        self.blocks.extend(self._notes(slide))
        if passage := self.lines.passage(slide.title):
            self.blocks.append(Paragraph(passage))
        for paragraph in slide.paragraphs:
            self.blocks.extend(map(Paragraph, self.lines.passages(paragraph.spans)))

    def _is_agenda(self, slide: Slide, said: Sequence[str]) -> bool:
        """Whether the slide lists what is said again as a title."""
        if not titles.AGENDA.fullmatch(slide.title_text):
            return False
        entries = [part for p in slide.paragraphs for part in p.text.split("\t") if part.strip()]
        return titles.repeats(entries, said)

    # --- what stands on a slide

    def _body(self, slide: Slide, known: Set[str]) -> None:
        """Everything on *slide* but its title and what is *known* from other titles."""
        points: list[SlideParagraph] = []
        for shape in slide.shapes:
            if isinstance(shape, TextShape):
                for paragraph, following in pairwise((*shape.paragraphs, None)):
                    assert paragraph is not None
                    if _is_decoration(slide, paragraph, following, known):
                        continue
                    if _is_point(paragraph):
                        points.append(paragraph)
                    else:
                        self._flush(points)
                        self.blocks.extend(map(Paragraph, self.lines.passages(paragraph.spans)))
                continue
            self._flush(points)
            self.blocks.extend(self._exhibit(slide, shape))
        self._flush(points)

    def _flush(self, points: list[SlideParagraph]) -> None:
        if points:
            self.blocks.append(self._list(points))
            points.clear()

    def _list(self, points: Sequence[SlideParagraph]) -> ListBlock:
        top: list[_Item] = []
        stack: list[tuple[int, _Item]] = []
        for point in points:
            passage = self.lines.passage(point.spans)
            if not passage:
                continue
            while stack and stack[-1][0] >= point.level:
                stack.pop()
            item = _Item(passage, point.marker)
            (stack[-1][1].below if stack else top).append(item)
            stack.append((point.level, item))
        return _as_list(top)

    def _exhibit(self, slide: Slide, shape: Shape) -> Iterator[Table | Picture]:
        match shape:
            case TableShape(table=element):
                if table := table_of(element, slide.page.part, self.lines):
                    yield table
            case ChartShape(chart=chart):
                if table := chart_table(chart, self.lines):
                    yield table
            case PictureShape():
                yield from self._picture(slide, shape)
            case ObjectShape():
                self.objects += 1
            case TextShape() | GroupShape():
                pass
            case _:
                assert_never(shape)

    def _picture(self, slide: Slide, shape: PictureShape) -> Iterator[Picture]:
        archive = slide.page.part.package.archive
        data = archive.read(shape.target) if shape.target else None
        try:
            if data is None:
                raise PictureUnusable(
                    Message(
                        en="a picture is not in the file; nothing is fetched from elsewhere",
                        zh="有图片不在文件内；本工具不从别处获取图片",
                    )
                )
            file = checked_picture(data)
        except PictureUnusable as trouble:
            line = len(self.lines.lines) or None
            self.report(Notice("picture-unusable", trouble.message, line=line, counts=True))
            return
        alt = self.lines.plain(shape.alt)
        yield Picture(
            file.data,
            file.media_type,
            file.width,
            file.height,
            alt=alt,
            line=alt.line or len(self.lines.lines),
        )

    def _notes(self, slide: Slide) -> Iterator[Footnote]:
        blocks = tuple(
            Paragraph(passage)
            for note in slide.notes
            for passage in self.lines.passages(note.spans)
        )
        if blocks:
            yield Footnote("", blocks)


def _is_decoration(
    slide: Slide, paragraph: SlideParagraph, following: SlideParagraph | None, known: Set[str]
) -> bool:
    """A divider's number, the section's name small above a title, or the name of a slide
    that comes below: nothing that is not said elsewhere."""
    text = paragraph.text.strip()
    if slide.is_wordless and is_number(text):
        return True
    holds_more = following is not None and following.level > paragraph.level
    return not holds_more and titles.same(text) in known


def _is_point(paragraph: SlideParagraph) -> bool:
    if paragraph.has_bullet or paragraph.level:
        return True
    text = paragraph.text.strip()
    length = sum(2 if is_wide(character) else 1 for character in text)
    return length <= 2 * LONGEST_POINT and not (
        length > LONGEST_POINT and text.endswith(SENTENCE_ENDS)
    )


class _Item(Struct):
    passage: Passage
    marker: str | None
    below: list[_Item] = field(default_factory=list)


def _as_list(items: Sequence[_Item]) -> ListBlock:
    return ListBlock(
        tuple(
            ListItem(
                (Paragraph(item.passage), *((_as_list(item.below),) if item.below else ())),
                item.marker,
            )
            for item in items
        )
    )


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())

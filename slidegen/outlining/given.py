"""An outline that a person may have edited, read as it stands: nothing in it is guessed.

Headings are sections, bullets are points, and quotes are the text that the points stand for.
A point whose words stand in that text is cut from there; any other is the person's own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from slidegen.document import (
    Block,
    Cell,
    Code,
    Document,
    Footnote,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Table,
    passages,
)
from slidegen.outline import Dropped, Language, Outline, Section
from slidegen.outline_form import (
    COVERED_ABOVE,
    COVERED_LEFT,
    FACTS,
    FOLLOWS,
    GATHERED,
    HEADER_ROWS,
    LEFT_OUT,
    NUMBER,
    PART,
    PLACES,
    PLAIN,
    QUOTE,
    SLIDE,
    UNIT,
    UNSAID,
    UNSHOWN,
    number_in,
)
from slidegen.outlining.dates import date_of
from slidegen.outlining.language import language_of
from slidegen.passage import EMPTY, Passage, join
from slidegen.patterns import compiled
from slidegen.point import EDITED, Part, Point

COMMENT = compiled(r"<!--\s*(.*?)\s*-->", re.DOTALL)
BOX = compiled(r"\\?(\[[ xX])\\?(\]\s+)$")
DEEPEST = 3
"""A slide has no more levels of points than this."""


def given_outline(document: Document, language: Language | None) -> Outline:
    """The condensed outline that *document* is the Markdown form of."""
    reading = _Reading(document.lines)
    reading.read(document.blocks)
    facts = {entry.name: entry.value for entry in document.fields}
    date = date_of(facts["date"]) if "date" in facts else None
    whole = _Whole(reading.said)
    outline = Outline(
        title=reading.title,
        iso_date=date[1] if date else None,
        sections=tuple(_settled_section(node.section(), whole) for node in reading.sections),
        opening=_settled(reading.bodies["opening"], (), whole),
        closing=_settled(reading.bodies["closing"], (), whole),
        after_matter=_settled(reading.bodies["after_matter"], (), whole),
        header=tuple(reading.header),
        dropped=tuple(Dropped(mark, LEFT_OUT) for mark in reading.marks),
        language=language or language_of(document),
        is_condensed=True,
        is_gathered=GATHERED in facts and facts[GATHERED].text == "true",
        name=facts["name"].text if "name" in facts else "",
        lines=document.lines,
    )
    return replace(outline, **{name: facts[name] for name in FACTS if name in facts})


class _Node(Struct):
    """A section whose body is still being read."""

    level: int
    text: Passage
    marks: Sequence[str]
    body: list[Block] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)

    def section(self, level: int = 1) -> Section:
        marker, start = _number(self.text, self.marks)
        return Section(
            level,
            self.text,
            self.text[start:],
            "markdown",
            marker,
            tuple(self.body),
            tuple(child.section(level + 1) for child in self.children),
            has_slide=SLIDE in self.marks,
            is_shown=UNSHOWN not in self.marks,
            is_said=UNSAID not in self.marks,
        )


class _Reading(Struct):
    """What is read of the blocks of a document, in their order."""

    lines: tuple[str, ...]
    title: Passage = EMPTY
    header: list[Passage] = field(default_factory=list)
    sections: list[_Node] = field(default_factory=list)
    bodies: dict[str, list[Block]] = field(
        default_factory=lambda: {name: [] for name in PLACES.values()}
    )
    marks: list[Passage] = field(default_factory=list)
    """Words of ours."""
    said: list[Passage] = field(default_factory=list)
    """All words but those of points."""
    open: list[_Node] = field(default_factory=list)
    """The sections that the next block is in, outermost first."""
    place: str | None = None
    """The place that the next block is in, where it is in no section."""
    is_parted: bool = True
    """Whether the next text is not the last points'."""

    def read(self, blocks: Sequence[Block]) -> None:
        rest = list(blocks)
        while rest:
            block = rest.pop(0)
            self._block(block, rest)

    def _marks(self, rest: list[Block], line: int | None = None) -> list[str]:
        """What the comments say that *rest* begins with, those in *line* or all; they are
        taken off."""
        found: list[str] = []
        while rest and (mark := _comment(rest[0])) is not None:
            if line is not None and passages(rest[0])[0].line != line:
                break
            found.append(mark)
            self.marks.extend(passages(rest.pop(0)))
        return found

    def _block(self, block: Block, rest: list[Block]) -> None:
        """*block*, with what belongs to it of the *rest*."""
        match block:
            case Heading(passage, level):
                self._heading(passage, level, self._marks(rest, passage.line))
            case ListBlock(items):
                self._points([p for item in items for p in self._item(item, 1)])
            case Paragraph(passage) if (comment := _comment(block)) is not None:
                self.marks.append(passage)
                self._mark([comment, *self._marks(rest)], EMPTY, rest)
            case Paragraph(passage) if _is_unit(rest) and _leads_to_exhibit(rest):
                self._mark(self._marks(rest), EMPTY, rest, unit=passage)
            case Paragraph(passage) if _leads_to_exhibit(rest):
                self._mark(self._marks(rest), passage, rest)
            case Code():
                self._code(block, [])
            case Paragraph() | Quote() | Footnote():
                self._told(passages(block))
            case Table() | Picture():
                self._exhibit(block, EMPTY, [])
            case Rule() | Part():
                pass
            case _:
                assert_never(block)

    def _mark(
        self, marks: list[str], name: Passage, rest: list[Block], unit: Passage = EMPTY
    ) -> None:
        """What stands before a table or a picture: comments, a name, what its numbers count."""
        self.is_parted = self.is_parted or PART in marks
        if name and rest and isinstance(line := rest[0], Paragraph) and _is_unit(rest[1:]):
            unit = line.passage
            del rest[0]
            marks = [*marks, *self._marks(rest)]
        if not rest:
            return
        match exhibit := rest[0]:
            case Table() | Picture():
                del rest[0]
                self._exhibit(exhibit, name, marks, unit)
            case Code() if UNSHOWN in marks:
                del rest[0]
                self._code(exhibit, marks)
            case _:
                pass

    def _heading(self, text: Passage, level: int, marks: list[str]) -> None:
        self.is_parted = True
        place = next((PLACES[mark] for mark in marks if mark in PLACES), None)
        if place:
            self.open, self.place = [], place
            self.marks.append(text)
            return
        self.said.append(text)
        if level == 1 and not self.title and not self.sections:
            self.title = text
        elif self.place and level > 2:
            self._body().append(Heading(text, level, "markdown"))
        else:
            self.place = None
            self.open = [node for node in self.open if node.level < level]
            node = _Node(level, text, marks)
            (self.open[-1].children if self.open else self.sections).append(node)
            self.open.append(node)

    def _body(self) -> list[Block]:
        """Where the next block goes."""
        if self.open:
            return self.open[-1].body
        return self.bodies[self.place or "opening"]

    def _points(self, points: list[Point]) -> None:
        if not points:
            return
        body = self._body()
        last = body[-1] if body else None
        if isinstance(last, Part) and not last.told and not self.is_parted:
            body[-1] = Part((*last.points, *points))
        else:
            body.append(Part(tuple(points)))
        self.is_parted = False

    def _told(self, texts: tuple[Passage, ...]) -> None:
        if not texts:
            return
        self.said.extend(texts)
        if not self.open and self.place is None and not self.bodies["opening"]:
            self.header.extend(texts)
            return
        body = self._body()
        last = body[-1] if body else None
        if isinstance(last, Part) and not last.told and not self.is_parted:
            body[-1] = replace(last, told=texts)
        else:
            body.append(Part(told=texts))
        self.is_parted = True

    def _item(self, item: ListItem, level: int) -> Iterator[Point]:
        """The point that *item* is, and those below it."""
        rest = list(item.blocks)
        if rest and isinstance(first := rest[0], Paragraph) and _comment(first) is None:
            marks = self._marks(rest := rest[1:])
            yield _point(self._whole(first.passage, item), item.marker, marks, level)
        for block in rest:
            if isinstance(block, ListBlock):
                for inner in block.items:
                    yield from self._item(inner, min(level + 1, DEEPEST))
            elif _comment(block) is not None:
                self.marks.extend(passages(block))
            else:
                # Whatever a person puts below a bullet is a point below it.
                for passage in passages(block):
                    yield Point(passage, min(level + 1, DEEPEST))

    def _whole(self, passage: Passage, item: ListItem) -> Passage:
        """With the box that the item begins with: there are no tasks in an outline."""
        if item.checked is None or not passage:
            return passage
        line, start = passage.line, passage.place.start
        box = BOX.search(self.lines[line - 1][:start])
        if box is None:
            return passage
        signs = (Passage.of_line(box[group], line, box.start(group)) for group in (1, 2))
        return join((*signs, passage))

    def _code(self, code: Code, marks: list[str]) -> None:
        self.said.extend(code.lines)
        self._body().append(replace(code, is_shown=UNSHOWN not in marks))
        self.is_parted = True

    def _exhibit(
        self,
        exhibit: Table | Picture,
        name: Passage,
        marks: list[str],
        unit: Passage = EMPTY,
    ) -> None:
        if unit:
            self.said.append(unit)
        if isinstance(exhibit, Table):
            exhibit = _table(exhibit, next(map(int, _values(marks, HEADER_ROWS)), None))
            exhibit = replace(exhibit, unit=_upright(unit))
        if name:
            self.said.append(name)
            if all(run.style.italic for run in name.runs):
                exhibit = replace(exhibit, announcement=_upright(name))
            else:
                exhibit = replace(exhibit, caption=_upright(name))
        exhibit = replace(exhibit, is_shown=UNSHOWN not in marks)
        if isinstance(exhibit, Picture):
            exhibit = replace(exhibit, follows=FOLLOWS in marks)
        self._body().append(exhibit)
        self.is_parted = True


def _comment(block: Block) -> str | None:
    """What *block* says if it is a comment."""
    if not isinstance(block, Paragraph):
        return None
    match = COMMENT.fullmatch(block.passage.text)
    return match[1] if match else None


def _leads_to_exhibit(rest: Iterable[Block]) -> bool:
    """Whether a table or a picture comes next, comments and a line with a unit aside."""
    blocks = list(rest)
    following = next(
        (
            block
            for at, block in enumerate(blocks)
            if _comment(block) is None and not _is_unit(blocks[at + 1 :])
        ),
        None,
    )
    return isinstance(following, Table | Picture)


def _is_unit(behind: Sequence[Block]) -> bool:
    """Whether the line that the blocks *behind* it follow says a unit."""
    return bool(behind) and _comment(behind[0]) == UNIT


def _values(marks: Iterable[str], name: str) -> Iterator[str]:
    for mark in marks:
        key, colon, value = mark.partition(":")
        if colon and key.strip() == name:
            yield value.strip()


def _number(text: Passage, marks: Iterable[str]) -> tuple[str | None, int]:
    """The number that *text* begins with, and where its words begin."""
    return number_in(text.text, next(_values(marks, NUMBER), None))


def _point(passage: Passage, marker: str | None, marks: list[str], level: int) -> Point:
    if marker is None:
        marker, start = _number(passage, marks)
        passage = passage[start:]
    is_bold = all(run.style.bold for run in passage.runs if run.text.strip())
    if is_bold and PLAIN not in marks:
        return Point(_upright(passage), level, "head", marker)
    return Point(passage, level, "quote" if QUOTE in marks else "point", marker)


def _upright(passage: Passage) -> Passage:
    """Without the emphasis that tells what it is."""
    return join(
        Passage((replace(run, style=replace(run.style, bold=False, italic=False)),))
        for run in passage.runs
    )


def _table(table: Table, header_rows: int | None) -> Table:
    """*table* with its signs of covered cells made into what covers them."""
    rows: list[list[Cell]] = []
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for at, row in enumerate(table.rows):
        cells: list[Cell] = []
        for column, cell in enumerate(row):
            sign = cell.passage.text
            beside, above = owners.get((at, column - 1)), owners.get((at - 1, column))
            if sign == COVERED_LEFT and beside and beside[0] == at:
                cells[beside[1]] = replace(cells[beside[1]], columns=cells[beside[1]].columns + 1)
                owners[at, column] = beside
            elif sign == COVERED_ABOVE and above:
                owner = rows[above[0]][above[1]]
                rows[above[0]][above[1]] = replace(owner, rows=at - above[0] + 1)
                owners[at, column] = above
            else:
                owners[at, column] = (at, len(cells))
                cells.append(cell)
        rows.append(cells)
    head = table.header_rows if header_rows is None else min(header_rows, len(rows))
    return replace(table, rows=tuple(map(tuple, rows)), header_rows=head)


# Points and the text that they stand for


class _Whole:
    """All words but those of points, to be searched for a point's."""

    def __init__(self, said: Sequence[Passage]) -> None:
        self.said = tuple(said)
        self.text = "\n".join(passage.text for passage in self.said)
        self.starts: list[int] = []
        start = 0
        for passage in self.said:
            self.starts.append(start)
            start += len(passage) + 1

    def find(self, text: str, start: int = 0) -> int:
        return self.text.find(text, start)

    def cut(self, at: int, length: int) -> Passage:
        number = bisect_right(self.starts, at) - 1
        offset = at - self.starts[number]
        return self.said[number][offset : offset + length]


def _settled_section(section: Section, whole: _Whole) -> Section:
    near = tuple(text for inner in section.walk() for text in (inner.text, *_told(inner.body)))
    return replace(
        section,
        body=_settled(section.body, near, whole),
        children=tuple(_settled_section(child, whole) for child in section.children),
    )


def _told(blocks: Iterable[Block]) -> Iterator[Passage]:
    return (text for block in blocks if isinstance(block, Part) for text in block.told)


def _settled(blocks: Sequence[Block], near: Sequence[Passage], whole: _Whole) -> tuple[Block, ...]:
    """*blocks* with each point cut from the text beneath it, or else *near*, or anywhere, or
    marked as a person's."""
    body = _Whole((*_told(blocks), *near))
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Part):
            own = _Whole(block.told)
            points: list[Point] = []
            at = 0
            for point in block.points:
                settled, at = _cut(point, own, at, (body, whole))
                points.append(settled)
            block = replace(block, points=tuple(points))
        found.append(block)
    return tuple(found)


def _cut(point: Point, own: _Whole, at: int, others: Iterable[_Whole]) -> tuple[Point, int]:
    """*point* as it stands in the text, and how far its own text is used up by then."""
    text = str(point.passage)
    for source, start in ((own, at), (own, 0), *((other, 0) for other in others)):
        place = source.find(text, start)
        if place < 0:
            continue
        words = source.cut(place, len(text))
        if _looks(words, point) and _has_number(source, place, point):
            point = replace(point, passage=words)
        return point, place + len(text) if source is own else at
    return replace(point, why=EDITED), at


def _looks(words: Passage, point: Point) -> bool:
    """Whether *words* have the emphasis that *point* has; a head's is its own."""
    if not isinstance(point.passage, Passage):
        return False
    return point.role == "head" or _styles(words) == _styles(point.passage)


def _styles(passage: Passage) -> list[object]:
    return [run.style for run in passage.runs for _ in run.text]


def _has_number(source: _Whole, place: int, point: Point) -> bool:
    """Whether the point's number stands before it there, too."""
    return not point.marker or source.text[:place].rstrip().endswith(point.marker)

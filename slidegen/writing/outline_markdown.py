"""An outline as Markdown, to be edited by hand and converted: the points that were chosen as
bullets, and beneath them, quoted, the text that they stand for.

Read again and unchanged it gives the same deck. So all words are written such that they come
back as they were, whatever signs of Markdown are among them.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from slidegen.document import Block, Cell, Code, Field, Heading, Picture, Table
from slidegen.options import Detail
from slidegen.outline import Language, Outline, Section
from slidegen.outline_form import (
    COVERED_ABOVE,
    COVERED_LEFT,
    FOLLOWS,
    GATHERED,
    HEADER_ROWS,
    KIND,
    MARK,
    NUMBER,
    PART,
    PLAIN,
    QUOTE,
    SLIDE,
    UNIT,
    UNSAID,
    UNSHOWN,
    VERSION,
    facts_of,
    stated_number,
)
from slidegen.passage import Passage
from slidegen.patterns import compiled
from slidegen.point import Part, Point
from slidegen.writing.markdown_words import fenced, in_line, is_bare, paragraph

LIST_NUMBER = compiled(r"[0-9]{1,9}[.)]")
"""What Markdown itself knows for the number of an item."""
DEEPEST = 6
"""Markdown has no seventh level of headings."""

NAMES: dict[str, tuple[str, str]] = {
    "opening": ("引言", "Introduction"),
    "closing": ("结束语", "Closing"),
    "after-matter": ("附件", "Appendix"),
}
"""What the places without a heading of their own are called, for who reads the outline."""


def outline_as_markdown(
    outline: Outline,
    detail: Detail,
    wishes: Iterable[Field] = (),
    settled: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The condensed *outline*, whose points were chosen as *detail* asks; what was dropped is
    not in it. *wishes* are what the document's front matter asks for (a footer, a theme);
    *settled* is what outweighs them (no dividers, since there were too few slides)."""
    stated = {wish.name: wish.value.text for wish in wishes if wish.name != "language"}
    front_matter = "\n".join(_front_matter(outline, detail, {**stated, **settled}))
    return "\n\n".join((front_matter, *_Writing(outline.language).chunks(outline))) + "\n"


class _Writing(Struct):
    language: Language
    pictures: list[Picture] = field(default_factory=list)

    def chunks(self, outline: Outline) -> Iterator[str]:
        if outline.title:
            yield "# " + in_line(outline.title, heading=True)
        if outline.header:
            yield _quoted(outline.header)
        yield from self._place("opening", outline.opening)
        for section in outline.sections:
            yield from self._section(section, 2)
        yield from self._place("closing", outline.closing)
        yield from self._place("after-matter", outline.after_matter)
        for number, picture in enumerate(self.pictures, 1):
            data = b64encode(picture.data).decode("ascii")
            yield f"[picture-{number}]: <data:{picture.media_type};base64,{data}>"

    def _place(self, place: str, body: tuple[Block, ...]) -> Iterator[str]:
        if body:
            name = NAMES[place][self.language.startswith("en")]
            yield f"## {name} {_comment(place)}"
            yield from self._body(body)

    def _section(self, section: Section, level: int) -> Iterator[str]:
        words = in_line(section.text, heading=True)
        marks = list(_number(section.text.text, section.marker, section.heading.text))
        marks += [_comment(SLIDE)] if section.has_slide else []
        marks += [] if section.is_shown else [_comment(UNSHOWN)]
        marks += [] if section.is_said else [_comment(UNSAID)]
        yield " ".join(("#" * min(level, DEEPEST), words, *marks))
        yield from self._body(section.body)
        for child in section.children:
            yield from self._section(child, level + 1)

    def _body(self, body: tuple[Block, ...]) -> Iterator[str]:
        is_open = False
        for block in body:
            match block:
                case Part(points, told):
                    if is_open:
                        yield _comment(PART)
                    if points:
                        yield "\n".join(_bullets(points))
                    if told:
                        yield _quoted(told)
                    is_open = bool(points and not told)
                    continue
                case Heading(passage):
                    yield "### " + in_line(passage, heading=True)
                case Table():
                    yield from _named(block)
                    yield from _table(block)
                case Code():
                    if not block.is_shown:
                        yield _comment(UNSHOWN)
                    yield "\n".join(fenced(line.text for line in block.lines))
                case Picture():
                    yield from _named(block)
                    self.pictures.append(block)
                    yield f"![{in_line(block.alt)}][picture-{len(self.pictures)}]"
                case _:
                    raise ValueError(f"only a condensed outline can be written, without {block}")
            is_open = False


def _front_matter(outline: Outline, detail: Detail, stated: Mapping[str, str]) -> Iterator[str]:
    yield from ("---", f"{MARK}: {KIND}", f"version: {VERSION}")
    for name, text in {**stated, **dict(facts_of(outline))}.items():
        yield f"{name}: {_scalar(text)}"
    if outline.name and not outline.title:
        yield f"name: {_scalar(outline.name)}"
    if outline.is_gathered:
        yield f"{GATHERED}: true"
    yield from (f"language: {outline.language}", f"detail: {detail}", "---")


def _scalar(text: str) -> str:
    """A value that YAML gives back as it is."""
    text = " ".join(text.splitlines())
    if "\\" not in text and '"' not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _comment(text: str) -> str:
    return f"<!-- {text} -->"


def _number(text: str, number: str | None, words: str) -> Iterator[str]:
    """The comment that *text* needs to have its number told; mostly none."""
    stated = stated_number(text, number, words)
    if stated is not None:
        yield _comment(f"{NUMBER}: {stated}".rstrip())


def _quoted(told: Iterable[Passage]) -> str:
    """A paragraph each; what begins or ends with a space, as code does, between fences."""
    paragraphs: list[list[str]] = []
    code: list[str] = []
    for passage in told:
        if is_bare(passage.text):
            paragraphs.extend([fenced(code)] if code else [])
            code = []
            paragraphs.append([paragraph(passage)])
        else:
            code.append(passage.text)
    paragraphs.extend([fenced(code)] if code else [])
    return "\n>\n".join("\n".join("> " + line for line in lines) for lines in paragraphs)


def _bullets(points: Iterable[Point]) -> Iterator[str]:
    indents = [0]
    """How far the items of each level stand from the left, as far as there are any."""
    last: dict[int, str] = {}
    for point in points:
        number = point.marker if point.marker and LIST_NUMBER.fullmatch(point.marker) else ""
        sign = f"{number or '-'} "
        depth = min(point.level, len(indents))
        indent = " " * indents[depth - 1]
        if number and last.get(point.level) == number:
            # Markdown would count on from a number that is repeated.
            yield indent + _comment("again")
        jump = "- " * (point.level - depth)
        yield indent + jump + sign + _bullet(replace(point, marker=None) if number else point)
        inner = indents[depth - 1] + len(jump) + len(sign)
        steps = range(indents[depth - 1] + 2, inner - len(sign) + 1, 2)
        indents = [*indents[:depth], *steps, inner]
        last = {level: seen for level, seen in last.items() if level < point.level}
        last[point.level] = number


def _bullet(point: Point) -> str:
    passage = point.passage
    if not isinstance(passage, Passage):
        raise ValueError("a point of an outline is the document's or a person's")
    marks = []
    if point.role == "head":
        words = f"**{in_line(passage, bold=False)}**"
    else:
        words = paragraph(passage)
        if _is_bold(passage):
            marks.append(_comment(PLAIN))
        if point.role == "quote":
            marks.append(_comment(QUOTE))
    text = passage.text
    if point.marker:
        text = f"{point.marker} {text}"
        words = f"{paragraph(Passage.of_line(point.marker + ' ', 0))}{words}"
    marks += _number(text, point.marker, passage.text)
    return " ".join((words, *marks))


def _is_bold(passage: Passage) -> bool:
    return all(run.style.bold for run in passage.runs if run.text.strip())


# Tables


def _named(exhibit: Table | Picture) -> Iterator[str]:
    if exhibit.caption:
        yield f"**{in_line(exhibit.caption, bold=False)}**"
    elif exhibit.announcement:
        yield f"*{in_line(exhibit.announcement, bold=False)}*"
    if isinstance(exhibit, Table) and exhibit.unit:
        yield f"*{in_line(exhibit.unit, bold=False)}* {_comment(UNIT)}"
    if not exhibit.is_shown:
        yield _comment(UNSHOWN)
    if isinstance(exhibit, Picture) and exhibit.follows:
        yield _comment(FOLLOWS)


def _table(table: Table) -> Iterator[str]:
    grid = [[_cell(cell) for cell in row] for row in _grid(table)]
    width = max(map(len, grid), default=0)
    if not width:
        return
    if table.header_rows > 1 or (table.header_rows and not any(grid[0])):
        yield _comment(f"{HEADER_ROWS}: {table.header_rows}")
    if not table.header_rows:
        grid.insert(0, [""] * width)
    head, *rows = ("| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in grid)
    yield "\n".join((head, "|" + " --- |" * width, *rows))


def _cell(cell: Cell | str) -> str:
    return cell if isinstance(cell, str) else in_line(cell.passage).replace("|", "\\|")


def _grid(table: Table) -> list[list[Cell | str]]:
    """The rows with a sign for each cell that another one covers."""
    covered: dict[tuple[int, int], str] = {}
    grid: list[list[Cell | str]] = []
    for number, row in enumerate(table.rows):
        line: list[Cell | str] = []
        for cell in row:
            while sign := covered.pop((number, len(line)), None):
                line.append(sign)
            at = len(line)
            line.append(cell)
            line.extend([COVERED_LEFT] * (cell.columns - 1))
            for below in range(number + 1, number + cell.rows):
                for column in range(at, at + cell.columns):
                    covered[below, column] = COVERED_ABOVE
        while sign := covered.pop((number, len(line)), None):
            line.append(sign)
        grid.append(line)
    return grid

"""Markdown to a document: what its author marked, and Chinese plain text under a `.md` name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.tree import SyntaxTreeNode

from slidegen.document import (
    Alignment,
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
)
from slidegen.errors import SourceTooLarge
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.passage import EMPTY, Passage, Run, join
from slidegen.reading.commonmark import parser
from slidegen.reading.encoding import decode
from slidegen.reading.front_matter import read_front_matter
from slidegen.reading.inline import (
    Content,
    DroppedLink,
    Html,
    LineEnd,
    PictureMark,
    Stretch,
    content_of,
    pieces,
)
from slidegen.reading.lines import INDENT, split_lines
from slidegen.reading.opening import Source
from slidegen.reading.pictures import PictureMissing, PictureUnusable, load_picture
from slidegen.reading.wrapping import is_wide, joined, paragraphs

LARGEST_MARKDOWN = 5 * 1024 * 1024
"""In bytes. The parser takes some seconds for this much."""

TIGHT_HEADING = re.compile(r"( {0,3})(#{1,6})(?=[^\s#A-Za-z0-9])(?!.*#)")
"""`##工作回顾`, as it is often typed; but `#话题#` is a tag, and `#include` is not ours."""

LONGEST_UNDERLINED = 60
"""Characters of a heading with `---` below; a longer line has a rule below it."""

TASK = re.compile(r"\[([ xX])\]\s+(?=\S)")
INDENTED = re.compile("\u3000|\xa0|[ \t\u2003]{2}")


def read_markdown(source: Source, report: Report) -> Document:
    """Raises `SourceTooLarge`, and `MalformedSource` if the bytes are no text."""
    if len(source.data) > LARGEST_MARKDOWN:
        raise _too_large()
    decoded = decode(source.data, report)
    lines = split_lines(decoded.text, report)
    fields, above = read_front_matter(lines, report)
    return Document(
        blocks=_Reading(lines, source, report).blocks(above),
        format="markdown",
        fields=fields,
        lines=lines,
        encoding=decoded.encoding,
        sha256=source.sha256,
        path=source.path,
    )


@dataclass
class _Reading:
    """One document being read: its lines, and what has to be reported at the end of it."""

    lines: Sequence[str]
    source: Source
    report: Report
    env: dict[str, object] = field(default_factory=dict)
    html: list[int] = field(default_factory=list)
    """Lines with a tag in them."""
    links: list[int] = field(default_factory=list)
    """Lines with a link whose target was dropped."""

    def blocks(self, above: int) -> tuple[Block, ...]:
        """All blocks below the first *above* lines."""
        text = "\n" * above + "\n".join(_spaced_heading(line) for line in self.lines[above:])
        root = SyntaxTreeNode(parser().parse(text, self.env))
        blocks = tuple(self._children(root))
        self._report_counts()
        return blocks

    def _children(self, node: SyntaxTreeNode) -> Iterator[Block]:
        for child in node.children:
            yield from self._block(child)

    def _block(self, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "paragraph":
                yield from self._paragraphs(self._content(node))
            case "heading":
                yield from self._heading(node)
            case "bullet_list" | "ordered_list":
                yield ListBlock(tuple(self._items(node)))
            case "blockquote":
                if blocks := tuple(self._children(node)):
                    yield Quote(blocks)
            case "table":
                yield from self._table(node)
            case "fence":
                lines = tuple(self._code(node.content, _map(node)[0] + 2))
                yield Code(lines, node.info.strip() or None)
            case "code_block":
                yield from self._indented(node)
            case "html_block":
                yield from self._html(node)
            case "hr":
                yield Rule(_map(node)[0] + 1)
            case "footnote_reference":
                yield Footnote(str(node.meta["label"]), tuple(self._children(node)))
            case _:
                raise AssertionError(node.type)

    # Paragraphs and headings

    def _content(self, node: SyntaxTreeNode) -> Content:
        (inline,) = node.children
        return content_of(inline.content, self.lines, _map(node)[0] + 1)

    def _paragraphs(self, content: Content) -> Iterator[Block]:
        """The paragraphs, pictures and comments that *content* holds, in order."""
        rows, aside = [_Row()], list[Block]()
        for piece in pieces(content, self.env):
            match piece:
                case Run():
                    rows[-1].runs.append(piece)
                case LineEnd():
                    rows.append(_Row(stands_apart=piece.is_break))
                case PictureMark():
                    yield from self._rows(rows)
                    rows = [_Row()]
                    yield from self._picture(piece)
                case Html(passage) if passage.text.startswith("<!--"):
                    aside.append(Paragraph(passage))
                case Html(passage):
                    self.html.append(passage.line)
                    rows[-1].runs.extend(passage.runs)
                case DroppedLink():
                    self.links.append(piece.line)
        yield from self._rows(rows)
        yield from aside

    def _rows(self, rows: Sequence[_Row]) -> Iterator[Paragraph]:
        found = paragraphs(
            [(row.passage, row.stands_apart or self._is_indented(row)) for row in rows]
        )
        yield from (Paragraph(passage) for passage in found)

    def _is_indented(self, row: _Row) -> bool:
        """Whether a Chinese line begins with the indent of a new paragraph."""
        passage = row.passage
        if not passage:
            return False
        before = self.lines[passage.line - 1][: passage.place.start]
        if before.strip(INDENT):
            return False
        return "\u3000" in before or (is_wide(passage.text[0]) and bool(INDENTED.match(before)))

    def _words(self, content: Content) -> tuple[Passage, tuple[Block, ...]]:
        """The words of *content* as one passage, and the pictures that stand among them."""
        rows, others = [_Row()], list[Block]()
        for piece in pieces(content, self.env):
            match piece:
                case Run():
                    rows[-1].runs.append(piece)
                case LineEnd():
                    rows.append(_Row())
                case PictureMark():
                    others.extend(self._picture(piece))
                case Html(passage) if passage.text.startswith("<!--"):
                    others.append(Paragraph(passage))
                case Html(passage):
                    self.html.append(passage.line)
                    rows[-1].runs.extend(passage.runs)
                case DroppedLink():
                    self.links.append(piece.line)
        return joined([row.passage for row in rows], always_space=True), tuple(others)

    def _heading(self, node: SyntaxTreeNode) -> Iterator[Block]:
        content = self._content(node)
        is_underlined = node.markup in ("-", "=")
        if is_underlined and not _may_be_underlined(content.text):
            yield from self._paragraphs(content)
            yield Rule(_map(node)[1])
            return
        passage, others = self._words(content)
        if passage:
            yield Heading(passage, int(node.tag.removeprefix("h")), "markdown")
        yield from others

    # Lists

    def _items(self, node: SyntaxTreeNode) -> Iterator[ListItem]:
        typed = [item.info for item in node.children]
        # All of one number (`1.` `1.` `1.`) asks Markdown to count.
        counts = len(typed) > 1 and len(set(typed)) == 1
        for index, item in enumerate(node.children):
            blocks, checked = _unboxed(tuple(self._children(item)))
            marker = None
            if node.type == "ordered_list":
                number = str(int(item.info) + index) if counts else item.info
                marker = number + item.markup
            yield ListItem(blocks, marker, checked)

    # Tables

    def _table(self, node: SyntaxTreeNode) -> Iterator[Block]:
        first, end = _map(node)
        alignments = [
            _alignment(self.lines[first + 1][start:stop])
            for start, stop in _cells(self.lines[first + 1])
        ]
        rows, others = [], list[Block]()
        for number in (first + 1, *range(first + 3, end + 1)):
            cells = []
            for column, (start, stop) in enumerate(_cells(self.lines[number - 1])):
                passage, aside = self._words(
                    _cell_content(self.lines[number - 1], number, start, stop)
                )
                others.extend(aside)
                alignment = alignments[column] if column < len(alignments) else None
                cells.append(Cell(passage, alignment=alignment))
            cells.extend(Cell(EMPTY) for _ in range(len(alignments) - len(cells)))
            rows.append(tuple(cells))
        has_head = any(cell.passage for cell in rows[0])
        yield Table(tuple(rows if has_head else rows[1:]), header_rows=int(has_head))
        yield from others

    # Code, HTML and pictures

    def _code(self, text: str, first_line: int) -> Iterator[Passage]:
        for number, part in enumerate(text.removesuffix("\n").split("\n"), first_line):
            source = self.lines[number - 1] if number <= len(self.lines) else ""
            # A tab that a container's indent took a part of has been cut into spaces.
            words = part if source.endswith(part) else part.lstrip()
            yield Passage.of_line(words, number, len(source) - len(words))

    def _indented(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """A block indented by four spaces: code, or Chinese prose with a deep indent."""
        lines = tuple(self._code(node.content, _map(node)[0] + 1))
        written = [line for line in lines if line]
        if 2 * sum(_is_prose(line.text) for line in written) <= len(written):
            yield Code(lines)
            return
        for line in written:
            words = line.strip(INDENT)
            stretch = Stretch(0, words.line, words.place.start)
            yield from self._paragraphs(Content(words.text, (stretch,)))

    def _html(self, node: SyntaxTreeNode) -> Iterator[Paragraph]:
        """Tags as text, a paragraph each line; a whole comment is one."""
        first, _ = _map(node)
        rows = [line.strip(INDENT) for line in self._code(node.content.rstrip("\n"), first + 1)]
        if rows[0].text.startswith("<!--"):
            whole = joined(rows)
            end = whole.text.find("-->")
            if end >= 0:
                behind = whole[end + len("-->") :].strip(INDENT)
                yield from (Paragraph(p) for p in (whole[: end + len("-->")], behind) if p)
                return
        self.html.extend(row.line for row in rows if row)
        yield from (Paragraph(row) for row in rows if row)

    def _picture(self, mark: PictureMark) -> Iterator[Picture]:
        try:
            file = load_picture(mark.target, self.source.folder)
        except PictureMissing as missing:
            self.report(Notice("picture-missing", missing.args[0], mark.line, counts=True))
        except PictureUnusable as unusable:
            self.report(Notice("picture-unusable", unusable.args[0], mark.line, counts=True))
        else:
            yield Picture(
                file.data,
                file.media_type,
                file.width,
                file.height,
                alt=mark.alt,
                caption=self._title(mark),
                line=mark.line,
            )

    def _title(self, mark: PictureMark) -> Passage:
        column = self.lines[mark.line - 1].rfind(mark.title) if mark.title else -1
        return Passage.of_line(mark.title, mark.line, column) if column >= 0 else EMPTY

    def _report_counts(self) -> None:
        if self.html:
            self.report(
                Notice(
                    "raw-html",
                    Message(
                        en=f"HTML is shown as text, in {len(self.html)} place(s)",
                        zh=f"有 {len(self.html)} 处 HTML 标记按文字显示",
                    ),
                    line=self.html[0],
                )
            )
        if self.links:
            self.report(
                Notice(
                    "link-dropped",
                    Message(
                        en=f"{len(self.links)} link(s) that lead to no web page or mailbox "
                        "are shown as text",
                        zh=f"有 {len(self.links)} 个链接不指向网页或邮箱，只保留文字",
                    ),
                    line=self.links[0],
                )
            )


@dataclass
class _Row:
    """The words of one source line of a paragraph, as they are gathered."""

    runs: list[Run] = field(default_factory=list)
    stands_apart: bool = False

    @property
    def passage(self) -> Passage:
        return join(Passage((run,)) for run in self.runs).strip(INDENT)


def _spaced_heading(line: str) -> str:
    return TIGHT_HEADING.sub(r"\1\2 ", line, count=1) if line.lstrip(" ")[:1] == "#" else line


def _may_be_underlined(text: str) -> bool:
    """Whether the text above `---` is a heading; Chinese notes have rules below paragraphs."""
    return "\n" not in text and len(text) <= LONGEST_UNDERLINED and text[-1] not in "。！？；：，;"


def _unboxed(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], bool | None]:
    """*blocks* of a list item without the box of a task, and the state of the box."""
    match blocks:
        case (Paragraph(passage), *rest) if task := TASK.match(passage.text):
            words = Paragraph(passage[task.end() :])
            return (words, *rest), task[1] != " "
    return blocks, None


CELL_END = re.compile(r"(?<!\\)\|")
CONTAINERS = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+(?=\|))?")


def _cells(line: str) -> list[tuple[int, int]]:
    """Where the cells of a table's row stand in *line*, without the space around their words."""
    container = CONTAINERS.match(line)
    start = container.end() if container else 0
    stop = len(line.rstrip())
    if line.startswith("|", start):
        start += 1
    if stop > start and line[stop - 1] == "|" and line[stop - 2] != "\\":
        stop -= 1
    ends = [match.start() for match in CELL_END.finditer(line, start, stop)]
    bounds = zip([start, *(end + 1 for end in ends)], [*ends, stop], strict=True)
    return [_trimmed(line, *bound) for bound in bounds]


def _trimmed(line: str, start: int, stop: int) -> tuple[int, int]:
    words = line[start:stop]
    left = len(words) - len(words.lstrip(INDENT))
    return start + left, max(start + left, start + len(words.rstrip(INDENT)))


def _cell_content(line: str, number: int, start: int, stop: int) -> Content:
    r"""A cell's text, in which `\|` stands for a bar."""
    text, stretches = "", [Stretch(0, number, start)]
    for index, part in enumerate(line[start:stop].split("\\|")):
        if index:
            start += len("\\")
            stretches.append(Stretch(len(text), number, start + len(text)))
            text += "|"
        text += part
    return Content(text, tuple(stretches))


def _alignment(delimiter: str) -> Alignment | None:
    match delimiter.startswith(":"), delimiter.endswith(":"):
        case True, True:
            return "center"
        case True, False:
            return "left"
        case False, True:
            return "right"
    return None


def _is_prose(text: str) -> bool:
    return is_wide(text.lstrip()[:1] or " ") and 2 * sum(map(is_wide, text)) > len(text.strip())


def _map(node: SyntaxTreeNode) -> tuple[int, int]:
    """First line of *node* and the line behind it, counting from 0."""
    assert node.map is not None, node.type
    return node.map


def _too_large() -> SourceTooLarge:
    limit = LARGEST_MARKDOWN // (1024 * 1024)
    return SourceTooLarge(
        Message(
            en=f"the Markdown document is larger than {limit} MB",
            zh=f"Markdown 文档超过 {limit} MB",
        ),
        Message(
            en="split it, or read it as plain text with --from text",
            zh="请拆成几份，或用 --from text 按纯文本读取",
        ),
    )

"""Markdown to a document: what its author marked, and Chinese plain text under a `.md` name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import assert_never

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct, field

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
)
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.passage import EMPTY, Passage, Run, join
from slidegen.patterns import compiled
from slidegen.reading.encoding import decode
from slidegen.reading.limits import LARGEST_TEXT, check_size
from slidegen.reading.lines import INDENT, is_wide, split_lines
from slidegen.reading.markdown.commonmark import parser
from slidegen.reading.markdown.front_matter import read_front_matter
from slidegen.reading.markdown.inline import (
    Content,
    DroppedLink,
    Html,
    LineEnd,
    PictureMark,
    Stretch,
    content_of,
    pieces,
)
from slidegen.reading.markdown.tables import alignment_of, cell_content, cells
from slidegen.reading.markdown.wrapping import Row, is_chinese, joined, paragraphs
from slidegen.reading.opening import Source
from slidegen.reading.pictures import (
    PictureFile,
    PictureMissing,
    PictureUnusable,
    load_picture,
)

TIGHT_HEADING = compiled(r"^( {0,3})(#{1,6})(?=[\u2e80-\u9fff\uff08“‘])(?!.*#)")
"""`##工作回顾`, as it is often typed; but `#话题#` is a tag, and `#include` is not ours."""

LONE_BULLET = compiled(r" {0,3}[*-][ \t]*")
"""Text that was copied from a chat has its bullets on lines of their own, above the words."""
WORDS = compiled(r"(?!\s|[-*+>|#~`]\s|\d+[.)]\s|[|#>]|---|```|~~~).")
"""The beginning of a line that is a paragraph's, with or without emphasis."""

LONGEST_UNDERLINED = 60
"""Characters of a heading with `---` below; a longer line has a rule below it."""

TASK = compiled(r"\[([ xX])\]\s+(?=\S)")
INDENTED = compiled("\u3000|\xa0|[ \t\u2003]{2}")


def read_markdown(source: Source, report: Report) -> Document:
    """Raises `SourceTooLarge`, and `MalformedSource` if the bytes are no text."""
    check_size(len(source.data), LARGEST_TEXT)
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


class _Reading(Struct):
    """One document being read: its lines, and what has to be reported at the end of it."""

    lines: Sequence[str]
    source: Source
    report: Report
    env: dict[str, object] = field(default_factory=dict)
    html: list[int] = field(default_factory=list)
    """Lines with a tag in them."""
    links: list[int] = field(default_factory=list)
    """Lines with a link whose target was dropped."""
    pictures: dict[str, PictureFile | PictureMissing | PictureUnusable] = field(
        default_factory=dict
    )
    """What each target led to, so that a picture shown a thousand times is unpacked once."""

    def blocks(self, above: int) -> tuple[Block, ...]:
        """All blocks below the first *above* lines."""
        text = "\n" * above + "\n".join(_as_markdown(self.lines[above:]))
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
                yield from self._paragraphs(self._content(node), indents_count=node.level == 0)
            case "heading":
                yield from self._heading(node)
            case "bullet_list" | "ordered_list":
                if items := tuple(self._items(node)):
                    yield ListBlock(items)
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

    def _paragraphs(self, content: Content, *, indents_count: bool = True) -> Iterator[Block]:
        """The paragraphs and pictures that *content* holds, in order, then its comments.

        *indents_count*: whether two spaces before a Chinese line begin a paragraph; in a list
        they are the list's own.
        """
        rows: list[Row] = []
        for part in self._parts(content):
            if isinstance(part, Row):
                indent = self._indent(part.passage)
                is_indented = "\u3000" in indent or (
                    indents_count and INDENTED.match(indent) and is_chinese(part.passage.text)
                )
                rows.append(Row(part.passage, part.stands_apart or bool(is_indented)))
            else:
                yield from map(Paragraph, paragraphs(rows))
                rows = []
                yield part
        yield from map(Paragraph, paragraphs(rows))

    def _words(self, content: Content) -> tuple[Passage, tuple[Block, ...]]:
        """The words of *content* as one passage, and what else stands among them."""
        parts = tuple(self._parts(content))
        rows = [part.passage for part in parts if isinstance(part, Row)]
        others = tuple(part for part in parts if not isinstance(part, Row))
        return joined(rows, always_space=True), others

    def _parts(self, content: Content) -> Iterator[Row | Picture | Paragraph]:
        """*content* line by line and picture by picture, then the comments in it."""
        runs, stands_apart = list[Run](), False
        comments: list[Paragraph] = []
        for piece in pieces(content, self.env):
            match piece:
                case Run():
                    runs.append(piece)
                case LineEnd(is_break=is_break):
                    yield _row(runs, stands_apart)
                    runs, stands_apart = [], is_break
                case PictureMark():
                    yield _row(runs, stands_apart)
                    runs, stands_apart = [], False
                    yield from self._picture(piece)
                case Html(passage) if passage.text.startswith("<!--"):
                    comments.append(Paragraph(passage))
                case Html(passage):
                    self.html.append(passage.line)
                    runs.extend(passage.runs)
                case DroppedLink(line=line):
                    self.links.append(line)
                case _:
                    assert_never(piece)
        yield _row(runs, stands_apart)
        yield from comments

    def _indent(self, passage: Passage) -> str:
        """The white space before *passage*, if there is nothing else before it in its line."""
        before = self.lines[passage.line - 1][: passage.place.start] if passage else ""
        return "" if before.strip(INDENT) else before

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
            if blocks:
                yield ListItem(blocks, marker, checked)

    # Tables

    def _table(self, node: SyntaxTreeNode) -> Iterator[Block]:
        first, end = _map(node)
        head, delimiters, is_nested = first + 1, self.lines[first + 1], node.level > 0
        alignments = [
            alignment_of(delimiters[start:stop])
            for start, stop in cells(delimiters, is_nested=is_nested)
        ]
        rows, others = [], list[Block]()
        for number in (head, *range(head + 2, end + 1)):
            row = []
            line = self.lines[number - 1]
            for place, alignment in zip_longest(cells(line, is_nested=is_nested), alignments):
                content = cell_content(line, number, *place) if place else None
                passage, aside = self._words(content) if content else (EMPTY, ())
                row.append(Cell(passage, alignment=alignment))
                others.extend(aside)
            rows.append(tuple(row))
        has_head = any(cell.passage for cell in rows[0])
        yield Table(tuple(rows if has_head else rows[1:]), header_rows=int(has_head))
        yield from others

    # Code, HTML and pictures

    def _code(self, text: str, first_line: int) -> Iterator[Passage]:
        """The lines of *text* without the indent of the block, as they stand in the source."""
        for number, part in enumerate(text.removesuffix("\n").split("\n"), first_line):
            source = self.lines[number - 1] if number <= len(self.lines) else ""
            # The parser may have cut a tab into spaces, or been given a space behind a `#`.
            likely = (part, part.lstrip(), part.replace("# ", "#", 1), source.lstrip())
            words = next(words for words in likely if source.endswith(words))
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
        comment: list[Passage] = []
        for line in self._code(node.content.rstrip("\n"), _map(node)[0] + 1):
            row = line.strip(INDENT)
            if comment or row.text.startswith("<!--"):
                end = row.text.find("-->") + len("-->")
                if end < len("-->"):
                    comment.append(row)
                    continue
                yield Paragraph(joined([*comment, row[:end]]))
                comment, row = [], row[end:].strip(INDENT)
            if row:
                self.html.append(row.line)
                yield Paragraph(row)
        # A comment that nobody closed must not swallow the rest of the document.
        yield from (Paragraph(row) for row in comment if row)

    def _picture(self, mark: PictureMark) -> Iterator[Picture]:
        match self._found(mark.target):
            case PictureFile(data, media_type, width, height):
                alt, caption = mark.alt, self._title(mark)
                yield Picture(data, media_type, width, height, alt, caption, mark.line)
            case PictureMissing() as missing:
                self.report(Notice("picture-missing", missing.message, mark.line, counts=True))
            case PictureUnusable() as unusable:
                self.report(Notice("picture-unusable", unusable.message, mark.line, counts=True))

    def _found(self, target: str) -> PictureFile | PictureMissing | PictureUnusable:
        if target not in self.pictures:
            try:
                self.pictures[target] = load_picture(target, self.source)
            except (PictureMissing, PictureUnusable) as trouble:
                self.pictures[target] = trouble
        return self.pictures[target]

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


def _row(runs: Sequence[Run], stands_apart: bool) -> Row:
    return Row(join(Passage((run,)) for run in runs).strip(INDENT), stands_apart)


def _as_markdown(lines: Sequence[str]) -> Iterator[str]:
    """*lines* as the parser should see them, each with its words at its end, where they are
    looked for again."""
    bullet, before = "", ""
    for line, after in zip_longest(lines, lines[1:], fillvalue=""):
        if not line.strip(INDENT):
            # Full-width space alone is a blank line to its author.
            yield ""
        elif LONE_BULLET.fullmatch(line) and not before.strip(INDENT) and WORDS.match(after):
            bullet = line.rstrip() + " "
            yield ""
        else:
            yield bullet + TIGHT_HEADING.sub(r"\1\2 ", line)
            bullet = ""
        before = line


def _may_be_underlined(text: str) -> bool:
    """Whether the text above `---` is a heading; Chinese notes have rules below paragraphs."""
    return "\n" not in text and len(text) <= LONGEST_UNDERLINED and text[-1:] not in "。！？；：，;"


def _unboxed(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], bool | None]:
    """*blocks* of a list item without the box of a task, and the state of the box."""
    match blocks:
        case (Paragraph(passage), *rest) if task := TASK.match(passage.text):
            words = Paragraph(passage[task.end() :])
            return (words, *rest), task[1] != " "
    return blocks, None


def _is_prose(text: str) -> bool:
    return is_wide(text.lstrip()[:1] or " ") and 2 * sum(map(is_wide, text)) > len(text.strip())


def _map(node: SyntaxTreeNode) -> tuple[int, int]:
    """First line of *node* and the line behind it, counting from 0."""
    assert node.map is not None, node.type
    return node.map

"""Inline Markdown to runs: every character with its line and offset in the source.

What comes out is a row of pieces for each source line of a block; whether those
lines make one paragraph or several is decided elsewhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from slidegen.passage import PLAIN, Passage, Run, Style
from slidegen.reading.addresses import is_on_web
from slidegen.reading.markdown.commonmark import PLACE, parser
from slidegen.reading.markdown.wrapping import joined

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.utils import EnvType


class Stretch(Struct, frozen=True):
    """Characters of a block's content that stand side by side in one source line."""

    offset: int
    """Of the first of them in the content."""
    line: int
    column: int


class Content(Struct, frozen=True):
    """The text of a block as the parser sees it, without what marks the block."""

    text: str
    stretches: tuple[Stretch, ...]
    """In order, the first at offset 0."""

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at *offset*."""
        index = bisect_right(self.stretches, offset, key=lambda stretch: stretch.offset) - 1
        stretch = self.stretches[max(index, 0)]
        return stretch.line, stretch.column + offset - stretch.offset


class LineEnd(Struct, frozen=True):
    """The end of a source line inside a block."""

    line: int
    column: int
    is_break: bool
    """Whether the author asked for a new line here (two spaces, a backslash, `<br>`)."""


class PictureMark(Struct, frozen=True):
    """`![alt](target "title")`"""

    target: str
    alt: Passage
    title: str
    line: int


class Html(Struct, frozen=True):
    """A tag or a comment inside a line, as it stands."""

    passage: Passage


class DroppedLink(Struct, frozen=True):
    """The target of a link that leads nowhere outside the document's own site."""

    target: str
    line: int


Piece: TypeAlias = Run | LineEnd | PictureMark | Html | DroppedLink

LONGEST_MARKED_UP = 50_000
"""Characters of a block in which marks are looked for. What is longer is a whole document on
one line, or was made to keep the parser busy: brackets that never close take it n² steps."""


def content_of(text: str, lines: Sequence[str], first_line: int) -> Content:
    """The *text* of a block whose lines begin at *first_line* (from 1) among *lines*.

    The parser cuts white space and container marks at the left of each line only, and
    white space at the right, so each line of *text* ends where its source line does.
    """
    stretches, offset = [], 0
    parts = text.split("\n")
    while parts[0].strip() not in lines[first_line - 1] and first_line + len(parts) <= len(lines):
        # The parser has cut a line at the top that holds a mark and full-width space only.
        first_line += 1
    for number, part in enumerate(parts, first_line):
        words = part.strip()
        source = lines[number - 1].rstrip()
        column = source.rfind(words) - (len(part) - len(part.lstrip()))
        stretches.append(Stretch(offset, number, column))
        offset += len(part) + 1
    return Content(text, tuple(stretches))


def pieces(content: Content, env: EnvType) -> Iterator[Piece]:
    """What *content* says, in order."""
    if len(content.text) > LONGEST_MARKED_UP:
        yield from _plain(content, 0, len(content.text), PLAIN)
        return
    tokens = parser().inline.parse(content.text, parser(), env, [])
    yield from _walk(tokens, content, PLAIN)


def _walk(tokens: Sequence[Token], content: Content, style: Style) -> Iterator[Piece]:
    outer: list[Style] = []
    for token in tokens:
        line, column = content.place(token.meta[PLACE])
        match token.type:
            case "text" | "text_special":
                yield from _text(token, content, style)
            case "softbreak" | "hardbreak":
                yield LineEnd(line, column, is_break=token.type == "hardbreak")
            case "code_inline":
                yield from _code(token, content, replace(style, code=True))
            case "html_inline" if _is_line_break(token.content):
                yield LineEnd(line, column, is_break=True)
            case "html_inline":
                yield Html(_html(token, content, style))
            case "image":
                yield _picture(token, content)
            case "link_open":
                outer.append(style)
                target = str(token.attrGet("href") or "")
                if is_on_web(target):
                    style = replace(style, link=target)
                else:
                    yield DroppedLink(target, line)
            case "strong_open":
                outer.append(style)
                style = replace(style, bold=True)
            case "em_open":
                outer.append(style)
                style = replace(style, italic=True)
            case "s_open":
                outer.append(style)
                style = replace(style, strike=True)
            case "link_close" | "strong_close" | "em_close" | "s_close":
                style = outer.pop()
            case "footnote_ref":
                pass  # The note itself stands elsewhere in the document.
            case _:
                raise AssertionError(token.type)


def _text(token: Token, content: Content, style: Style) -> Iterator[Run]:
    place = token.meta[PLACE]
    if token.type == "text" and token.content:
        # An autolink's address stands behind its `<`.
        behind = 0 if content.text.startswith(token.content, place) else 1
        yield from _literal(token.content, place + behind, content, style)
    elif token.info == "escape":
        # A backslash before a letter escapes nothing, and stands for itself.
        cut = len(token.markup) - len(token.content)
        yield from _literal(token.content, place + cut, content, style)
    elif token.content:
        # An entity: what it says does not stand in the source. Its run begins behind the `&`,
        # so that it touches no neighbour and no join melts the two.
        yield Run(token.content, *content.place(place + 1), style)


def _code(token: Token, content: Content, style: Style) -> Iterator[Piece]:
    """The parser shows line ends as spaces, and may have cut one space from either side."""
    inside = token.meta[PLACE] + len(token.markup)
    flat = content.text.replace("\n", " ")
    start = flat.index(token.content, inside)
    yield from _plain(content, start, start + len(token.content), style)


def _html(token: Token, content: Content, style: Style) -> Passage:
    """A tag or a comment, which may go on over line ends."""
    start = token.meta[PLACE]
    parts = _plain(content, start, start + len(token.content), style)
    return joined([Passage((part,)) for part in parts if isinstance(part, Run)])


def _plain(content: Content, start: int, stop: int, style: Style) -> Iterator[Piece]:
    """What stands from *start* to *stop*, no mark in it meaning anything."""
    offset = start
    for row in content.text[start:stop].split("\n"):
        if offset > start:
            yield LineEnd(*content.place(offset - 1), is_break=False)
        yield from _literal(row, offset, content, style)
        offset += len(row) + 1


def _literal(text: str, offset: int, content: Content, style: Style) -> Iterator[Run]:
    """Runs for *text*, which stands at *offset* in *content*: one for each stretch of it."""
    done = 0
    while done < len(text):
        line, column = content.place(offset + done)
        index = bisect_right(content.stretches, offset + done, key=lambda s: s.offset)
        ends = content.stretches[index].offset if index < len(content.stretches) else None
        here = text[done:] if ends is None else text[done : ends - offset]
        yield Run(here, line, column, style)
        done += len(here)


def _picture(token: Token, content: Content) -> PictureMark:
    label = token.meta[PLACE] + len("![")
    inner = Content(token.content, _from(content, label, len(token.content)))
    runs = tuple(
        piece for piece in _walk(token.children or (), inner, PLAIN) if isinstance(piece, Run)
    )
    line, _ = content.place(token.meta[PLACE])
    return PictureMark(
        target=str(token.attrGet("src") or ""),
        alt=Passage(tuple(replace(run, style=PLAIN) for run in runs)),
        title=str(token.attrGet("title") or ""),
        line=line,
    )


def _from(content: Content, start: int, length: int) -> tuple[Stretch, ...]:
    """The stretches of a part of *content*, counted from its beginning."""
    first = Stretch(0, *content.place(start))
    return (
        first,
        *(
            replace(stretch, offset=stretch.offset - start)
            for stretch in content.stretches
            if start < stretch.offset < start + length
        ),
    )


def _is_line_break(tag: str) -> bool:
    return tag.lower().replace(" ", "") in ("<br>", "<br/>")

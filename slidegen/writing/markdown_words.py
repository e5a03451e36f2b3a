"""A passage as Markdown that says exactly its words, in their styles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from unicodedata import category, east_asian_width

from msgspec.structs import replace

from slidegen.passage import PLAIN, Passage, Style
from slidegen.patterns import compiled

SIGNS = compiled(r"[\\`*_\[\]<>~]|&(?=#|[A-Za-z])")
"""What may mean something wherever it stands."""
SPACES = compiled(r"[\n\r\t\v\f\x85\u2028\u2029]")
"""What would end the line, or be lost in it."""
FIRST = compiled(r"#{1,6}(?=\s|$)|[-+](?=\s|$)|[0-9]{1,9}[.)](?=\s|$)|[-=]{2,}|:?-|\|")
"""What would make another block of a paragraph that begins with it."""
LAST_OF_HEADING = compiled(r"#+$")
PAGE_NUMBER = compiled(r"\d+ ?-")
"""`- 2 -` is no list's item to our reader, but a page's number."""


def paragraph(passage: Passage) -> str:
    """As a paragraph or a bullet: what it begins with means nothing."""
    words = in_line(passage)
    if PAGE_NUMBER.fullmatch(words):
        return words[:-1] + "\\-"
    match = FIRST.match(words)
    if match is None:
        return words
    # A number keeps its digits, its point is what is escaped.
    at = match.end() - 1 if match.group()[0].isdigit() else 0
    return words[:at] + "\\" + words[at:]


def in_line(passage: Passage, *, bold: bool = True, heading: bool = False) -> str:
    """As words in a line; without its own emphasis unless *bold*."""
    pieces = _pieces(passage, bold)
    texts = [text for text, _ in pieces]
    whole = "".join(
        _styled(text, style, "".join(texts[:at])[-1:], "".join(texts[at + 1 :])[:1])
        if style == PLAIN or style.code or _is_apart(pieces, at)
        else _linked(escaped(text), style)
        for at, (text, style) in enumerate(pieces)
    )
    return LAST_OF_HEADING.sub(r"\\\g<0>", whole) if heading else whole


def fenced(lines: Iterable[str]) -> list[str]:
    """*lines* as they stand, between fences."""
    lines = list(lines)
    fence = "```"
    while any(fence in line for line in lines):
        fence += "`"
    return [fence, *lines, fence]


def is_bare(text: str) -> bool:
    """Whether *text* has no white space at its ends, which a paragraph would lose."""
    return bool(text) and not _is_space(text[0]) and not _is_space(text[-1])


def escaped(text: str) -> str:
    text = SIGNS.sub(r"\\\g<0>", text)
    return SPACES.sub(lambda sign: f"&#{ord(sign.group())};", text)


def _is_space(sign: str) -> bool:
    return sign.isspace() or category(sign) == "Cf"


def _pieces(passage: Passage, bold: bool) -> list[tuple[str, Style]]:
    """Text and style, neighbours of one style together."""
    runs = (
        (run.text, run.style if bold else replace(run.style, bold=False, italic=False))
        for run in passage.runs
    )
    return [
        ("".join(text for text, _ in group), style)
        for style, group in groupby(runs, key=lambda run: run[1])
    ]


def _is_apart(pieces: list[tuple[str, Style]], at: int) -> bool:
    """Whether no neighbour has marks of its own, which would run together with these."""
    neighbours = pieces[max(at - 1, 0) : at] + pieces[at + 1 : at + 2]
    return all(style == PLAIN or style.code for _, style in neighbours)


def _styled(text: str, style: Style, before: str, after: str) -> str:
    if style.code and text.strip() and "\n" not in text:
        return _linked(_code(text), style)
    words = escaped(text)
    for wanted, mark in ((style.bold, "**"), (style.italic, "*"), (style.strike, "~~")):
        if wanted and _holds(text, before, after):
            words = f"{mark}{words}{mark}"
    return _linked(words, style)


def _holds(text: str, before: str, after: str) -> bool:
    """Whether marks around *text* would be taken for emphasis, not for signs."""
    if not is_bare(text):
        return False
    opens = not _is_mark(text[0]) or not before or _may_touch(before)
    closes = not _is_mark(text[-1]) or not after or _may_touch(after)
    return opens and closes


def _is_mark(sign: str) -> bool:
    return category(sign)[0] in "PS"


def _may_touch(sign: str) -> bool:
    return sign.isspace() or _is_mark(sign) or east_asian_width(sign) in "WF"


def _code(text: str) -> str:
    fence = "`"
    while fence in text:
        fence += "`"
    pad = " " if text[0] in " `" or text[-1] in " `" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _linked(words: str, style: Style) -> str:
    if style.link and not re.search(r"[<>\s\\]", style.link):
        return f"[{words}](<{style.link}>)"
    return words

"""The lines of a paragraph as one run of words: where a space was, and where a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from slidegen.passage import PLAIN, Style
from slidegen.reading.block_lines import Span
from slidegen.reading.lines import is_wide
from slidegen.reading.paged.letters import Letter
from slidegen.reading.paged.rows import Line

_HYPHENS = "-\u2010\xad"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/\-_.?=&]$")


def joined(lines: Sequence[Line]) -> Iterator[Span]:
    """The words of *lines* in their styles."""
    for index, line in enumerate(lines):
        letters = list(line.letters)
        if index:
            glue = _glue(lines[index - 1].text.rstrip(), line.text.lstrip())
            if glue:
                yield Span(glue, _style(letters[0]))
        if index + 1 < len(lines) and _is_broken(line.text, lines[index + 1].text):
            letters.pop()
        yield from _spans(letters)


def _spans(letters: Sequence[Letter]) -> Iterator[Span]:
    text, style = "", PLAIN
    for letter in letters:
        here = _style(letter)
        if here != style and text:
            yield Span(text, style)
            text = ""
        style = here
        text += letter.text
    if text:
        yield Span(text, style)


def _style(letter: Letter) -> Style:
    return Style(bold=letter.is_bold, italic=letter.is_italic)


def _glue(before: str, after: str) -> str:
    if not before or not after or before[-1] in _HYPHENS or _ADDRESS.search(before):
        return ""
    return "" if _is_eastern(before[-1]) or _is_eastern(after[0]) else " "


def _is_eastern(sign: str) -> bool:
    return is_wide(sign) or sign in "“”‘’…—·"


def _is_broken(text: str, after: str) -> bool:
    """Whether the hyphen at the end of *text* stands only for the break of a word."""
    return (
        len(text) > 2
        and text[-1] in _HYPHENS
        and text[-2].isalpha()
        and after[:1].islower()
    )

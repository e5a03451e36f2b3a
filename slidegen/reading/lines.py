"""Decoded text to the lines that every offset counts in.

Cleaning happens here and nowhere later, one character for one, so that a run
points at the same characters in what the user sees and in what we hold.
"""

from __future__ import annotations

import unicodedata

from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.patterns import compiled

LINE_END = compiled("\r\n|[\n\r\v\x85\u2028\u2029]")
"""Besides the usual three: U+000B is Word's line break in a paragraph, NEL a mainframe's."""

CONTROL = compiled("[\x00-\x08\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""What XML forbids or no reader can see; a tab is neither. U+000C begins a page in text
that came from a PDF, and stands before the line's first word like an indent."""

INDENT = " \t\xa0\u3000\u200b\u200c\u200d\u2060\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
"""White space that stands before and after the words of a line: also full-width,
no-break and zero-width."""


def is_wide(character: str) -> bool:
    """Whether it is a Chinese character or mark: beside one, no space is needed."""
    return unicodedata.east_asian_width(character) in "WF"


def split_lines(text: str, report: Report) -> tuple[str, ...]:
    """The lines of *text* without their ends, control characters exchanged for spaces."""
    lines = LINE_END.split(text)
    if lines and not lines[-1]:
        lines.pop()
    first, count = 0, 0
    for number, line in enumerate(lines, 1):
        cleaned, here = CONTROL.subn(" ", line)
        if here:
            lines[number - 1] = cleaned
            first, count = first or number, count + here
    if count:
        report(control_characters(count, first))
    return tuple(lines)


def control_characters(count: int, first: int) -> Notice:
    """The notice that *count* of them were exchanged, from line *first* on."""
    return Notice(
        "control-characters",
        Message(
            en=f"{count} control character(s) exchanged for spaces",
            zh=f"{count} 个控制字符已换成空格",
        ),
        line=first,
    )

"""White space as a browser shows it, and no space where the file merely goes on to its next line
between two Chinese characters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from slidegen.passage import Style
from slidegen.patterns import compiled
from slidegen.reading.block_lines import Span
from slidegen.reading.lines import is_wide
from slidegen.reading.web.boxes import NoteMark, Piece

WHITE = compiled("([ \t\r\n\f]+)")


class SourceText(NamedTuple):
    """Characters of one text node, as they stand in the file."""

    text: str
    style: Style
    is_kept: bool
    """Whether white space in it counts (`<pre>`)."""
    is_linked: bool


def collapsed(raw: Sequence[SourceText | Piece]) -> list[Piece]:
    """*raw* with no more white space than is shown."""
    pieces: list[Piece] = []
    last, space, breaks_line = "", False, False
    for item in raw:
        if not isinstance(item, SourceText):
            if isinstance(item, Span):
                last, space = "", False
            elif isinstance(item, NoteMark):
                last = item.span.text[-1]
            pieces.append(item)
            continue
        if item.is_kept:
            pieces.append(Span(item.text.replace("\r\n", "\n").replace("\t", "    "), item.style))
            last, space = "", False
            continue
        words = ""
        for part in WHITE.split(item.text):
            if not part:
                continue
            if WHITE.match(part):
                # Alone between two elements it sets them apart, be it a line end or not.
                breaks_line = "\n" in part and part != item.text and (breaks_line or not space)
                space = True
                continue
            if space and last and not (breaks_line and is_wide(last) and is_wide(part[0])):
                before = pieces[-1] if pieces and not words else None
                if isinstance(before, Span):  # so that no link begins with a space
                    pieces[-1] = Span(before.text + " ", before.style)
                else:
                    words += " "
            words += part
            last, space, breaks_line = part[-1], False, False
        if words:
            pieces.append(Span(words, item.style))
    return pieces

"""The rows of a Markdown table, cut into cells that know their place in the source.

The parser says which lines are a table. It does not say where in a line a cell
stands, and it leaves out the cells that a row has beyond its head.
"""

from __future__ import annotations

from slidegen.document import Alignment
from slidegen.patterns import compiled
from slidegen.reading.lines import INDENT
from slidegen.reading.markdown.inline import Content, Stretch

CELL_END = compiled(r"(?<!\\)\|")
CONTAINERS = compiled(r"(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)*")
"""What may stand before a table's row in quotes and lists."""


def cells(line: str, *, is_nested: bool) -> list[tuple[int, int]]:
    """Where the cells of a row stand in *line*, without the space around their words."""
    container = CONTAINERS.match(line) if is_nested else None
    start = container.end() if container else len(line) - len(line.lstrip())
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


def cell_content(line: str, number: int, start: int, stop: int) -> Content:
    r"""A cell's text, in which `\|` stands for a bar."""
    text, stretches = "", [Stretch(0, number, start)]
    for index, part in enumerate(line[start:stop].split("\\|")):
        if index:
            start += len("\\")
            stretches.append(Stretch(len(text), number, start + len(text)))
            text += "|"
        text += part
    return Content(text, tuple(stretches))


def alignment_of(delimiter: str) -> Alignment | None:
    match delimiter.startswith(":"), delimiter.endswith(":"):
        case True, True:
            return "center"
        case True, False:
            return "left"
        case False, True:
            return "right"
    return None

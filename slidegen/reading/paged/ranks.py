"""Which paragraphs are headings, by how large and heavy their type is.

A text that numbers its parts says more by that than by its type, and what it says is
read later; so there, bold stays bold and nothing is a heading yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from slidegen.patterns import compiled
from slidegen.reading.lines import is_wide
from slidegen.reading.paged.paragraphs import MARKER
from slidegen.reading.paged.rows import Line

LARGER = 1.12
"""Times the size of the text: a heading's."""
LONGEST = 60.0
"""Of a heading, in Chinese characters; a Latin letter is half of one."""
MOST_LINES = 3
MOST_SHARE = 0.4
"""Of all paragraphs: what more of them have is no heading's type."""
DEEPEST = 6

_NUMBERED = compiled(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百\d]+[编章节条]"
)
ENOUGH_NUMBERED = 2
ENOUGH_IN_CHINESE = 3
"""Headings, with the title: a title alone is told by its words and place, as in plain text."""
_STOP = compiled(r"[。；;，,、：:.]$")


def ranks(paragraphs: Sequence[tuple[Line, ...]]) -> list[int | None]:
    """For each paragraph its level as a heading, from 1; None for those that are text."""
    none: list[int | None] = [None] * len(paragraphs)
    if sum(bool(_NUMBERED.match(lines[0].text)) for lines in paragraphs) >= ENOUGH_NUMBERED:
        return none
    body = body_size(paragraphs)
    kinds = [_kind(lines, body) for lines in paragraphs]
    counts = Counter(kind for kind in kinds if kind)
    most = max(2, MOST_SHARE * len(paragraphs))
    believed = sorted((kind for kind, n in counts.items() if n <= most), reverse=True)
    if sum(counts[kind] for kind in believed) < ENOUGH_IN_CHINESE and _is_chinese(paragraphs):
        return none
    levels = {kind: min(n, DEEPEST) for n, kind in enumerate(believed, 1)}
    return [levels.get(kind) if kind else None for kind in kinds]


def _is_chinese(paragraphs: Sequence[tuple[Line, ...]]) -> bool:
    letters = [letter.text for lines in paragraphs for line in lines for letter in line.inked]
    return 2 * sum(map(is_wide, (text[0] for text in letters))) > len(letters)


def body_size(paragraphs: Sequence[tuple[Line, ...]]) -> float:
    """The size in which most letters are set."""
    sizes: Counter[float] = Counter()
    for lines in paragraphs:
        for line in lines:
            sizes[_rounded(line.size)] += len(line.inked)
    return min(sizes, key=lambda size: (-sizes[size], size)) if sizes else 1.0


def _rounded(size: float) -> float:
    return round(2 * size) / 2


def _kind(lines: Sequence[Line], body: float) -> tuple[float, bool] | None:
    """The size and weight by which a paragraph may be a heading."""
    text = "".join(line.text for line in lines)
    length = sum(0.5 if sign.isascii() else 1.0 for sign in text)
    size = _rounded(max(line.size for line in lines))
    bold = all(line.is_bold for line in lines)
    if (
        len(lines) > MOST_LINES
        or length > LONGEST
        or any(line.has_cells for line in lines)
        or not any(sign.isalpha() for sign in text)
        or _STOP.search(text)
    ):
        return None
    if size >= LARGER * body:
        return size, bold
    return (size, True) if bold and size >= 0.95 * body and not MARKER.match(text) else None

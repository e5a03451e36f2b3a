"""Lines to paragraphs: which lines the right margin broke, and which an author ended.

The surest sign needs no layout but the words: a line that still had room for the first
word of the next was ended by hand. Where it had none, the indent of the next line, its
distance, its type and the numbering it begins with decide.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from slidegen.reading.lines import is_wide
from slidegen.reading.paged.rows import Line

TOLERANCE = 0.3
"""In ems: of the room at a line's end."""
INDENT = 0.8
"""In ems: a line that begins farther in than the others."""
DEEPEST_INDENT = 4.6
"""In ems: beyond it a line is centred or set to the right."""
LOOSER = 1.28
"""Times the usual distance of lines: a gap between paragraphs."""
OTHER_SIZE = 0.09
"""Part by which type differs when it is of another size."""
ENOUGH_LINES = 5
"""Of a column, for its edges to be seen in it."""

MARKER = re.compile(
    r"[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)"
    r"|第[一二三四五六七八九十百零\d]{1,5}[编章节条]|[①-⑳]|[一二三四五六七八九十]是"
    r"|[•▪●■◆◇□➢✓☑○◦‣·–-]\s|(?:\d{1,2}(?:\.\d{1,2}){1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]?\s(?=[A-Z])"
    r"|[A-Za-z\d]{1,2}[.)]\s"
)
BULLET = re.compile(r"[•▪●■◆◇□➢✓☑○◦‣·–*-]\s*")
_ENDS = re.compile(r"[。！？!?；;：:.…]['\"”’）)】]*$")
_SIGNS = "\u2e80-\uffff“”‘’…—"
_FIRST_WORD = re.compile(
    # What opens, a word or a Chinese character, what closes; a quotation mark holds on to
    # both of its neighbours (class QU of Unicode's line breaking), a no-break space too.
    rf"[“‘《〈（(【〔\[「『]*(?:(?:[^\s{_SIGNS}]|[\xa0’](?=\w))+|\S)(?:[“”‘’]+\S?)*"
    r"[，。、；：！？,.;:!?”’》〉）)】〕\]」』％%…—]*"
)


@dataclass(frozen=True, slots=True)
class Edges:
    """Between which the lines of a column run, in points."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def centres(self, line: Line) -> bool:
        inside = min(line.left - self.left, self.right - line.right)
        return inside > line.size and self.balances(line)

    def balances(self, line: Line) -> bool:
        """Whether the line's middle is the column's, however long it is."""
        return abs(self.middle - (line.left + line.right) / 2) <= 0.8 * line.size


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set."""

    edges: Mapping[int, Edges]
    """Of each column."""
    pitches: Mapping[float, float]
    """The usual distance of lines by size of type, in points."""
    indents: bool
    """Whether paragraphs begin with an indent."""


def paragraphs(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """The lines of each paragraph, in order."""
    setting = setting_of(lines)
    found: list[list[Line]] = []
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        if found and _goes_on(found[-1], line, after, setting):
            found[-1].append(line)
        else:
            found.append([line])
    return [tuple(paragraph) for paragraph in found]


def setting_of(lines: Sequence[Line]) -> Setting:
    edges = _edges(lines)
    inset = [
        line
        for line in lines
        if not line.has_cells
        and not edges[line.column].centres(line)
        and INDENT * line.size < line.left - edges[line.column].left < DEEPEST_INDENT * line.size
    ]
    share = len(inset) / max(len(lines), 1)
    return Setting(edges, _pitches(lines), len(inset) >= 2 and 0.04 <= share <= 0.75)


def _edges(lines: Sequence[Line]) -> dict[int, Edges]:
    columns: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        columns[line.column].append(line)
    own = {number: _own_edges(column) for number, column in columns.items()}
    seen = [number for number, column in columns.items() if len(column) >= ENOUGH_LINES]
    return {number: _with_nearest(number, own, seen) for number in own}


def _own_edges(column: Sequence[Line]) -> Edges:
    lines = [line for line in column if not line.has_cells] or list(column)
    size = sorted(line.size for line in lines)[len(lines) // 2]
    enough = max(2, len(lines) // 10) if len(lines) >= ENOUGH_LINES else 1
    lefts = sorted(line.left for line in lines)
    rights = sorted((line.right for line in lines), reverse=True)
    return Edges(
        next((x for n, x in enumerate(lefts) if _near(lefts, n, size) >= enough), lefts[0]),
        next((x for n, x in enumerate(rights) if _near(rights, n, size) >= enough), rights[0]),
    )


def _near(places: Sequence[float], index: int, size: float) -> int:
    """How many places from *index* on lie within an em of that one."""
    return sum(abs(place - places[index]) <= size for place in places[index : index + 40])


def _with_nearest(number: int, own: Mapping[int, Edges], seen: Sequence[int]) -> Edges:
    """A column's edges, those of the nearest full column where it has too few lines itself."""
    edges = own[number]
    for other in sorted(seen, key=lambda n: (abs(n - number), n)):
        full = own[other]
        width = full.right - full.left
        if full.left - 8 <= edges.left and edges.right <= full.right + 8:
            return Edges(min(edges.left, full.left), max(edges.right, full.right))
        if number not in seen and edges.right - edges.left <= width:
            # Left and right pages have margins of their own.
            return Edges(edges.left, max(edges.right, edges.left + width))
    return edges


def _pitches(lines: Sequence[Line]) -> dict[float, float]:
    seen: defaultdict[float, Counter[float]] = defaultdict(Counter)
    for above, line in pairwise(lines):
        pitch = line.baseline - above.baseline
        if above.column == line.column and pitch > 0.5 * line.size:
            seen[_rounded(line.size)][round(2 * pitch) / 2] += 1
    return {
        size: min(counts, key=lambda pitch: (-counts[pitch], pitch))
        for size, counts in seen.items()
    }


def _rounded(size: float) -> float:
    return round(2 * size) / 2


def _goes_on(so_far: Sequence[Line], line: Line, after: Line | None, setting: Setting) -> bool:
    """Whether *line* carries on the paragraph of *so_far*."""
    last = so_far[-1]
    edges = setting.edges[last.column]
    if last.has_cells or line.has_cells or _differs(last, line):
        return False
    if last.column == line.column and _has_gap(so_far, line, setting):
        return False
    if edges.balances(last) and setting.edges[line.column].centres(line):
        return edges.right - edges.left - (last.right - last.left) < _first_word(line, last)
    if edges.right - last.right > _first_word(line, last) + TOLERANCE * line.size:
        return False
    return _is_placed_to_go_on(so_far, line, after, setting)


def _differs(last: Line, line: Line) -> bool:
    """Whether the type changes from one line to the next, as it does after a heading."""
    if abs(last.size - line.size) > OTHER_SIZE * max(last.size, line.size):
        return True
    return last.is_bold != line.is_bold and (
        last.inked[-1].is_bold != line.inked[0].is_bold
    )


def _has_gap(so_far: Sequence[Line], line: Line, setting: Setting) -> bool:
    pitch = line.baseline - so_far[-1].baseline
    if pitch < 0.3 * line.size:
        return True  # it stands beside or above
    if len(so_far) > 1 and so_far[-2].column == line.column:
        own = so_far[-1].baseline - so_far[-2].baseline
        if own > 0.5 * line.size:
            return pitch > LOOSER * own
    usual = setting.pitches.get(_rounded(line.size), pitch)
    return pitch > max(LOOSER * usual, 1.1 * line.size)


def _first_word(line: Line, last: Line) -> float:
    """The room that the first word of *line* would have needed at the end of the last."""
    text = line.text
    start = len(text) - len(text.lstrip())
    word = _FIRST_WORD.match(text, start)
    end = word.end() if word else start + 1
    letters = line.letters[start:end] or line.letters[-1:]
    needed = letters[-1].right - letters[0].left
    if not (is_wide(last.inked[-1].text[-1]) or is_wide(text[start])):
        needed += 0.25 * line.size
    return needed


def _is_placed_to_go_on(
    so_far: Sequence[Line], line: Line, after: Line | None, setting: Setting
) -> bool:
    first, last = so_far[0], so_far[-1]
    edges = setting.edges[line.column]
    inset = line.left - edges.left
    above = last.left - setting.edges[last.column].left
    em = line.size
    if len(so_far) > 1:
        if inset > above + INDENT * em:
            return False
        if inset < above - INDENT * em:
            return False
    elif inset > above + INDENT * em:
        return _hangs(first, line, setting)
    elif above - inset > DEEPEST_INDENT * em:
        return False
    elif inset > INDENT * em and setting.indents and abs(inset - above) <= 0.3 * em:
        # Two lines in a row begin farther in: two paragraphs, unless all of a block does.
        return (
            after is not None
            and not _ENDS.search(last.text)
            and not MARKER.match(line.text)
            and abs(after.left - line.left) <= 0.3 * em
            and max(edges.right - line.right, edges.right - last.right) <= em
        )
    if MARKER.match(line.text) and not (setting.indents and len(so_far) > 1):
        return not _ENDS.search(last.text) and not MARKER.match(first.text)
    return True


def _hangs(first: Line, line: Line, setting: Setting) -> bool:
    """Whether *line* stands under the words after the number or bullet of *first*."""
    marker = MARKER.match(first.text) or BULLET.match(first.text)
    if not marker:
        return False
    offset = setting.edges[line.column].left - setting.edges[first.column].left
    for letter in first.letters[marker.end() - 1 : marker.end() + 3]:
        if letter.text.strip() and abs(letter.left + offset - line.left) <= 0.6 * line.size:
            return True
    return False

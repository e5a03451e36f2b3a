"""Lines to paragraphs: which lines the right margin broke, and which an author ended.

The surest sign needs no layout but the words: a line that still had room for the first
word of the next was ended by hand. Where it had none, the indent of the next line, its
distance, its type and the numbering it begins with decide.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from slidegen.patterns import compiled
from slidegen.reading.lines import is_wide
from slidegen.reading.paged.rows import Line

TOLERANCE = 0.3
"""In ems: of the room at a line's end."""
UNINDENTED = 2.0
"""In ems: of the same room, where the next line's place says already that it goes on."""
INDENT = 0.8
"""In ems: a line that begins farther in than the others."""
DEEPEST_INDENT = 4.6
"""In ems: beyond it a line is centred or set to the right."""
LOOSER = 1.16
"""Times the usual distance of lines: a gap between paragraphs."""
OTHER_SIZE = 0.09
"""Part by which type differs when it is of another size."""
ENOUGH_LINES = 5
"""Of a column, for its edges to be seen in it."""
ENOUGH_FULL = 3
"""Of a column, that end at one place, for that to be its edge."""

MARKER = compiled(
    r"[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)"
    r"|第[一二三四五六七八九十百零\d]{1,5}[编章节条]|[①-⑳]|[一二三四五六七八九十]是"
    r"|[•▪●■◆◇□➢✓☑○◦‣·–-]\s|(?:\d{1,2}(?:\.\d{1,2}){1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]?\s(?=[A-Z])"
    r"|[A-Za-z\d]{1,2}[.)]\s"
)
BULLET = compiled(r"[•▪●■◆◇□➢✓☑○◦‣]\s*(?=\S)")
"""Signs that are put before the items of a list, and before nothing else."""
_INNER_STOP = compiled(r"[。！？!?](?=.)|[.](?= [A-Z])")
ENDS = compiled(r"[。！？!?；;：:.…]['\"”’）)】]*$")
_OPENING = "“‘《〈（(【〔[「『"
_CLOSING = "，。、；：！？,.;:!?”’》〉）)】〕]」』％%…"
_QUOTES = "“”‘’\"'"
LONGEST_WORD = 40
"""Characters: an address longer than that is broken anywhere."""


class Edges(Struct, frozen=True):
    """Between which the lines of a column run, in points."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def centres(self, line: Line) -> bool:
        inside = min(line.left - self.left, self.right - line.right)
        return inside > line.size and self.balances(line, 0.8)

    def fills(self, line: Line) -> bool:
        """Whether a line that may be centred leaves no room on either side."""
        return line.left - self.left <= 2 * line.size and self.balances(line, 0.3)

    def balances(self, line: Line, ems: float) -> bool:
        return abs(self.middle - (line.left + line.right) / 2) <= ems * line.size


class Setting(Struct, frozen=True):
    """How a document is set."""

    edges: Mapping[int, Edges]
    """Of each column."""
    pitches: Mapping[float, float]
    """The usual distance of lines by size of type, in points."""
    indent: float | None
    """How far in paragraphs begin, in points; None where they begin like other lines."""
    size: float
    """Of most of the type."""
    stops_part: bool
    """Whether a stop at the very margin is more likely the end of a paragraph than of a
    sentence, as where every sentence stands by itself."""

    def centres(self, line: Line) -> bool:
        """Whether *line* is centred, and not by chance an indented one of such a length."""
        edges = self.edges[line.column]
        inset = line.left - edges.left
        by_chance = (
            self.indent is not None
            and abs(inset - self.indent) <= 0.4 * line.size
            and abs(line.size - self.size) <= OTHER_SIZE * self.size
        )
        return not by_chance and edges.centres(line)


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
        and INDENT * line.size < line.left - edges[line.column].left < DEEPEST_INDENT * line.size
    ]
    is_usual = len(inset) >= 2 and 0.04 * len(lines) <= len(inset) <= 0.75 * len(lines)
    depths = Counter(round(line.left - edges[line.column].left) for line in inset)
    indent = min(depths, key=lambda d: (-depths[d], d)) if is_usual else None
    size = median(line.size for line in lines) if lines else 0.0
    return Setting(edges, _pitches(lines), indent, size, _stops_part(lines, edges))


def _stops_part(lines: Sequence[Line], edges: Mapping[int, Edges]) -> bool:
    inner = sum(len(_INNER_STOP.findall(line.text)) for line in lines)
    ended = sum(edges[line.column].right - line.right > 2 * line.size for line in lines)
    # Both are as likely to fall on a line's last place as on any other.
    return inner == 0 or ended > 2 * inner


def _edges(lines: Sequence[Line]) -> dict[int, Edges]:
    columns: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        columns[line.column].append(line)
    beside = Counter(page for page, _ in {(line.page, line.column) for line in lines})
    own = {
        number: _own_edges(column, is_alone=beside[column[0].page] == 1)
        for number, column in columns.items()
    }
    seen = [number for number, column in columns.items() if len(column) >= ENOUGH_LINES]
    return {number: _with_nearest(number, own, seen) for number in own}


def _own_edges(column: Sequence[Line], *, is_alone: bool) -> Edges:
    """Where the column's lines run; as wide on the right as on the left of a page that it
    has for itself, where no lines show where it ends."""
    lines = [line for line in column if not line.has_cells] or list(column)
    size = sorted(line.size for line in lines)[len(lines) // 2]
    lefts = sorted(line.left for line in lines)
    rights = sorted((_reach(line) for line in lines), reverse=True)
    left = next((x for n, x in enumerate(lefts) if _near(lefts, n, size) >= 2), lefts[0])
    right = next((x for n, x in enumerate(rights) if _near(rights, n, size) >= 2), rights[0])
    if is_alone and _near(rights, 0, size) < ENOUGH_FULL:
        right = max(right, column[0].page_width - left)
    return Edges(left, right)


def _reach(line: Line) -> float:
    """How far *line* goes, but for a stop that may hang over the edge."""
    last = line.inked[-1]
    hangs = last.text in _CLOSING and len(line.inked) > 1
    return max(line.inked[-2].right, last.left) if hangs else line.right


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
    if setting.centres(line) and (setting.centres(last) or edges.fills(last)):
        return edges.right - edges.left - (last.right - last.left) < first_word(line, last)
    room = edges.right - last.right - first_word(line, last)
    if room > (UNINDENTED if _is_unindented(line, setting) else TOLERANCE) * line.size:
        return False
    return _is_placed_to_go_on(so_far, line, after, setting)


def _differs(last: Line, line: Line) -> bool:
    """Whether the type changes from one line to the next, as it does after a heading."""
    if abs(last.size - line.size) > OTHER_SIZE * max(last.size, line.size):
        return True
    return last.is_bold != line.is_bold and (last.inked[-1].is_bold != line.inked[0].is_bold)


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


def first_word(line: Line, last: Line) -> float:
    """The room that the first word of *line* would have needed at the end of the last."""
    text = line.text
    start = len(text) - len(text.lstrip())
    longest = min(len(text), start + LONGEST_WORD)
    end = next((n for n in range(start + 1, longest) if _may_break(text[n - 1 : n + 1])), longest)
    letters = line.letters[start:end] or line.letters[-1:]
    needed = letters[-1].right - letters[0].left
    if not (is_wide(last.inked[-1].text[-1]) or is_wide(text[start])):
        needed += 0.25 * line.size
    return needed


def _may_break(pair: str) -> bool:
    """Whether a line may end between two characters; what matters here of Unicode's annex 14."""
    before, after = pair[0], pair[1]
    if after.isspace():
        return after != "\xa0"
    if after in _CLOSING or before in _OPENING or before in _QUOTES or after in _QUOTES:
        return False
    if before in "—…" and before == after:
        return False
    if is_wide(before) and is_wide(after):
        return True
    if before in _CLOSING:
        return False  # LibreOffice keeps 、 and a number after it together
    return is_wide(before) or is_wide(after) or before in "-—"


def _is_unindented(line: Line, setting: Setting) -> bool:
    """Whether *line* lacks the indent that paragraphs of the document begin with."""
    inset = line.left - setting.edges[line.column].left
    return setting.indent is not None and inset <= 0.3 * line.size


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
    elif inset > INDENT * em and setting.indent is not None and abs(inset - above) <= 0.3 * em:
        # Two lines in a row begin farther in: two paragraphs, unless all of a block does.
        return (
            after is not None
            and not ENDS.search(last.text)
            and not MARKER.match(line.text)
            and abs(after.left - line.left) <= 0.3 * em
            and max(edges.right - line.right, edges.right - last.right) <= em
        )
    if setting.indent is not None and len(so_far) > 1:
        return True
    ends = ENDS.search(last.text)
    if MARKER.match(line.text):
        return not ends and not MARKER.match(first.text)
    return not (ends and setting.stops_part and setting.indent is None)


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

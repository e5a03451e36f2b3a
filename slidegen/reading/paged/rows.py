"""Letters to lines: what stands on one baseline, with spaces where there are gaps.

A `Segment` is letters without a wide gap between them, so never more than one column's;
a `Line` is the segments of one column that stand beside each other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from statistics import median

from msgspec import Struct

from slidegen.reading.lines import is_wide
from slidegen.reading.paged.letters import Letter

SAME_BASELINE = 0.18
"""Of the size: letters whose baselines lie so near stand on one."""
WIDE_GAP = 0.7
"""In ems: where a column may end. Justified text has smaller gaps between words."""
WORD_GAP = 0.16
"""In ems: between Latin words; TeX shrinks a space to 0.22, and pairs are kerned by 0.1."""
TYPED_GAP = 0.62
"""In ems: between Chinese characters, where a gap was typed. Word puts 0.25 between Chinese
and Latin by itself."""
CELL_GAP = 1.6
"""In ems: between cells of a row."""
SCRIPT = 0.82
"""Of its neighbour's size, at most: a superscript or subscript."""
LONGEST_SCRIPT = 6
"""In letters."""


class Segment(Struct, frozen=True, dict=True):
    """Letters of one baseline without a wide gap, in reading order."""

    letters: tuple[Letter, ...]

    @cached_property
    def left(self) -> float:
        return min(letter.left for letter in self.letters)

    @cached_property
    def right(self) -> float:
        return max(letter.right for letter in self.letters)

    @cached_property
    def size(self) -> float:
        """Of most of its letters."""
        return _main(self.letters)

    @cached_property
    def baseline(self) -> float:
        return median(
            letter.baseline for letter in self.letters if letter.size > SCRIPT * self.size
        )

    @property
    def top(self) -> float:
        return self.baseline - 0.8 * self.size

    @property
    def bottom(self) -> float:
        return self.baseline + 0.2 * self.size


class Line(Struct, frozen=True, dict=True):
    """One line of a column."""

    letters: tuple[Letter, ...]
    """In reading order, with the spaces that were drawn or are seen."""
    page: int
    column: int
    """Number of the column it stands in, counted through the document."""
    has_cells: bool = False
    """Whether wide gaps part it, as a table's row is."""
    page_width: float = 0.0
    """In points; 0 if it is not known."""

    @cached_property
    def text(self) -> str:
        return "".join(letter.text for letter in self.letters)

    @cached_property
    def inked(self) -> tuple[Letter, ...]:
        return tuple(letter for letter in self.letters if letter.text.strip())

    @cached_property
    def left(self) -> float:
        return min(letter.left for letter in self.inked)

    @cached_property
    def right(self) -> float:
        return max(letter.right for letter in self.inked)

    @cached_property
    def size(self) -> float:
        return _main(self.inked)

    @cached_property
    def baseline(self) -> float:
        return median(letter.baseline for letter in self.inked if letter.size > SCRIPT * self.size)

    @cached_property
    def is_bold(self) -> bool:
        """Whether all of its words are; stops are often left out by hand."""
        worded = [letter for letter in self.inked if letter.text.isalnum()]
        return bool(worded) and all(letter.is_bold for letter in worded)

    @property
    def top(self) -> float:
        return self.baseline - 0.8 * self.size


def _main(letters: Sequence[Letter]) -> float:
    """The size of the middle letter, when they stand in order of size."""
    return median(letter.size for letter in letters) if letters else 1.0


def segments(letters: Iterable[Letter]) -> list[Segment]:
    """The letters as segments, in no order that matters."""
    parts = [part for level in _levels(letters) for part in _parted(level)]
    return [Segment(part) for part in _with_scripts(parts)]


def _levels(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    """Letters of one baseline each."""
    level: list[Letter] = []
    for letter in sorted(letters, key=lambda letter: (letter.baseline, letter.order)):
        if level:
            reach = SAME_BASELINE * min(letter.size, level[0].size)
            if letter.baseline - level[-1].baseline > reach or (
                letter.baseline - level[0].baseline > 2 * reach
            ):
                yield level
                level = []
        level.append(letter)
    if level:
        yield level


def _parted(level: Sequence[Letter]) -> Iterator[tuple[Letter, ...]]:
    """One level's letters from left to right, parted at wide gaps; drawn spaces only inside."""
    part: list[Letter] = []
    last: Letter | None = None
    for letter in sorted(level, key=lambda letter: (letter.left, letter.order)):
        if not letter.text.strip():
            if part:
                part.append(letter)
            continue
        if last and letter.left - last.right > WIDE_GAP * max(letter.size, last.size):
            yield _in_order(part)
            part = []
        part.append(letter)
        last = letter
    if last:
        yield _in_order(part)


def _in_order(part: list[Letter]) -> tuple[Letter, ...]:
    while part and not part[-1].text.strip():
        part.pop()
    if _is_right_to_left(part):
        # PDFium gives such letters in the order in which they are read.
        part.sort(key=lambda letter: letter.order)
    return tuple(part)


def _is_right_to_left(part: Sequence[Letter]) -> bool:
    strong = [unicodedata.bidirectional(letter.text[0]) for letter in part]
    right = sum(kind in ("R", "AL") for kind in strong)
    return right > sum(kind == "L" for kind in strong)


def _with_scripts(parts: Sequence[tuple[Letter, ...]]) -> list[tuple[Letter, ...]]:
    """*parts*, the small raised or lowered ones put into the part that they stand beside."""
    by_size = sorted(((_main(part), part) for part in parts), key=lambda pair: -pair[0])
    whole: list[tuple[float, list[Letter]]] = []
    for size, part in by_size:
        found = None
        if len(part) <= LONGEST_SCRIPT:
            found = next((host for of, host in whole if _is_script_of(part, size, host, of)), None)
        if found is None:
            whole.append((size, list(part)))
        else:
            found.extend(part)
            found.sort(key=lambda letter: (letter.left, letter.order))
    return [tuple(part) for _, part in whole]


def _is_script_of(part: Sequence[Letter], own: float, host: Sequence[Letter], size: float) -> bool:
    if own > SCRIPT * size or not -0.35 * size <= host[0].baseline - part[0].baseline <= 0.7 * size:
        return False
    reach = 0.3 * size
    left, right = part[0].left, part[-1].right
    return host[0].left - reach <= left and right <= host[-1].right + reach + (right - left)


def line_of(
    parts: Sequence[Segment], page: int = 0, column: int = 0, page_width: float = 0.0
) -> Line:
    """The line of *parts*, which stand beside each other, with spaces at the gaps."""
    ordered = sorted(parts, key=lambda part: part.left)
    letters: list[Letter] = []
    has_cells = False
    for part in ordered:
        if letters:
            gap = part.left - letters[-1].right
            has_cells = has_cells or gap > CELL_GAP * max(part.size, letters[-1].size)
            letters.append(_space(letters[-1], part.letters[0]))
        letters.extend(_spaced(part.letters))
    return Line(tuple(letters), page, column, has_cells, page_width)


def _spaced(letters: Sequence[Letter]) -> Iterator[Letter]:
    """*letters* with the spaces that are only seen."""
    gaps = [b.left - a.right for a, b in pairwise(letters) if a.text.strip() and b.text.strip()]
    # Letters set apart all along a line are no words of one letter.
    usual = max(0.0, median(gaps)) if gaps else 0.0
    last: Letter | None = None
    for letter in letters:
        if last and last.text.strip() and letter.text.strip():
            gap = (letter.left - last.right - usual) / max(min(letter.size, last.size), 1.0)
            if gap > _typed_gap(last.text[-1], letter.text[0]):
                yield _space(last, letter)
        yield letter
        last = letter


def _typed_gap(before: str, after: str) -> float:
    """In ems: from what gap on a space was typed between two characters."""
    if not (is_wide(before) or is_wide(after)):
        return WORD_GAP
    # No program puts a gap of its own between Chinese and a hyphen.
    return WORD_GAP if before == "-" or after == "-" else TYPED_GAP


def _space(before: Letter, after: Letter) -> Letter:
    """A space between two letters, in the style of both if they agree."""
    return Letter(
        " ",
        before.right,
        max(before.right, after.left),
        before.baseline,
        before.size,
        before.is_bold and after.is_bold,
        before.is_italic and after.is_italic,
        before.order,
    )


def lines(region: Sequence[Segment], page: int, column: int, page_width: float = 0.0) -> list[Line]:
    """The lines of one column, from top to bottom."""
    rows: list[list[Segment]] = []
    for segment in sorted(region, key=lambda segment: (segment.baseline, segment.left)):
        row = next((row for row in rows[-3:] if _stand_beside(row, segment)), None)
        if row is None:
            rows.append([segment])
        else:
            row.append(segment)
    return [line_of(row, page, column, page_width) for row in rows]


def _stand_beside(row: Sequence[Segment], segment: Segment) -> bool:
    size = min(segment.size, max(part.size for part in row))
    is_level = any(abs(part.baseline - segment.baseline) <= 0.3 * size for part in row)
    return is_level and not any(
        segment.left < part.right - 0.3 * size and part.left < segment.right - 0.3 * size
        for part in row
    )

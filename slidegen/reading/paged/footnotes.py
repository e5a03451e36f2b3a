"""Notes at the foot of a page, taken out of the text that goes on over it.

They are set smaller than the text, stand below it, and begin with a number that stands
raised in the text of the same page; without that number they are no notes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from slidegen.patterns import compiled
from slidegen.reading.paged.letters import Letter
from slidegen.reading.paged.placed_tables import PlacedTable
from slidegen.reading.paged.rows import SCRIPT, Line

SMALLER = 0.92
"""Times the size of the text, at most."""
_LABEL = compiled(r"\s*[\[〔［（(]?(\d{1,3}|[①-⑳*†‡])[\]〕］）)]?[.．、]?\s*")
_MARK = compiled(r"[\[〔［（(]?(\d{1,3}|[①-⑳*†‡])[\]〕］）)]?")


class Note(Struct, frozen=True):
    label: str
    lines: tuple[Line, ...]
    start: int
    """Where in the first line its words begin."""


def without_footnotes(
    lines: Sequence[Line], tables: Sequence[PlacedTable] = ()
) -> tuple[list[Line], list[Note], list[PlacedTable]]:
    """The lines of the text without the marks of notes, the notes, and the *tables* without
    such marks."""
    sizes = Counter(round(2 * line.size) for line in lines for _ in line.inked)
    if not sizes:
        return list(lines), [], list(tables)
    body = min(sizes, key=lambda size: (-sizes[size], size)) / 2
    text: list[Line] = []
    notes: list[Note] = []
    in_tables: defaultdict[int, list[Line]] = defaultdict(list)
    for table in tables:
        in_tables[table.page] += (line for cell in table.cells for line in cell.lines)
    labels_of: dict[int, set[str]] = {}
    for number, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        foot = _foot(page, body)
        found = _notes(page[foot:])
        above = [*page[:foot], *in_tables[number]]
        marks = {mark for line in above for mark in _marks(line)}
        if not found or not marks.issuperset(note.label for note in found):
            text += page
            continue
        labels = labels_of[number] = {note.label for note in found}
        text += [_without_marks(line, labels) for line in page[:foot]]
        notes += found
    return text, notes, [_table_without_marks(table, labels_of) for table in tables]


def _table_without_marks(table: PlacedTable, labels_of: Mapping[int, set[str]]) -> PlacedTable:
    labels = labels_of.get(table.page)
    if not labels:
        return table
    return replace(
        table,
        cells=tuple(
            replace(cell, lines=tuple(_without_marks(line, labels) for line in cell.lines))
            for cell in table.cells
        ),
    )


def _foot(page: Sequence[Line], body: float) -> int:
    """Which line the small type begins with that ends the page."""
    at = len(page)
    while at and _main(page[at - 1]) <= SMALLER * body:
        at -= 1
    return at


def _main(line: Line) -> float:
    """The size of a line's larger letters: a note may begin with a number that is smaller yet."""
    return max(letter.size for letter in line.inked)


def _notes(foot: Sequence[Line]) -> list[Note]:
    """The notes in the lines of a page's foot; none if it begins with something else."""
    notes: list[Note] = []
    for line in foot:
        label = _LABEL.match(line.text.rstrip())
        if label and (not notes or _follows(notes[-1].label, label[1])):
            notes.append(Note(label[1], (line,), label.end()))
        elif notes:
            last = notes[-1]
            if len(last.lines[0].text.rstrip()) <= last.start:
                # The number stands raised beside the note, on a line of its own.
                notes[-1] = replace(last, lines=(line,), start=0)
            else:
                notes[-1] = replace(last, lines=(*last.lines, line))
        else:
            return []
    return notes


def _follows(label: str, after: str) -> bool:
    if label.isdecimal() and after.isdecimal():
        return int(after) == int(label) + 1
    return not label.isdecimal() and not after.isdecimal() and label != after


def _raised(line: Line) -> list[tuple[int, int]]:
    """Where in *line* small raised letters stand: first and after last."""
    is_raised = [
        letter.size <= SCRIPT * line.size and letter.baseline < line.baseline - 0.15 * line.size
        for letter in line.letters
    ]
    found, start = [], None
    for n, here in enumerate([*is_raised, False]):
        if here and start is None:
            start = n
        elif not here and start is not None:
            found.append((start, n))
            start = None
    return found


def _marks(line: Line) -> list[str]:
    texts = ("".join(x.text for x in line.letters[a:b]).strip() for a, b in _raised(line))
    return [mark[1] for text in texts if (mark := _MARK.fullmatch(text))]


def _without_marks(line: Line, labels: set[str]) -> Line:
    gone: set[int] = set()
    for first, after in _raised(line):
        mark = _MARK.fullmatch("".join(x.text for x in line.letters[first:after]).strip())
        if mark and mark[1] in labels:
            gone.update(range(first, after))
    letters: tuple[Letter, ...] = tuple(x for n, x in enumerate(line.letters) if n not in gone)
    return replace(line, letters=letters) if any(x.text.strip() for x in letters) else line

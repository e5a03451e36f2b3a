"""The source's own words, with the place where they stand.

Everything that a deck shows is either a `Passage`, which no code can make up
because it is only ever cut from a document, or a `Label`, one of the few
words that are the user's or ours (目录, Agenda). So "nothing invented" is a
matter of types, and every bullet can say which line it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from slidegen.placed import Placed


class Style(Struct, frozen=True):
    """Inline markup of a run; a plain run has none."""

    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False
    link: str | None = None
    """Target of a hyperlink, or None."""


PLAIN = Style()


class Run(Placed, frozen=True):
    """Consecutive characters of one source line in one style."""

    BESIDE = ("line", "start")

    text: str
    line: int
    """Line of the decoded source, from 1. For formats without lines, the block's number."""
    start: int
    """Offset of the first character in that line, from 0."""
    style: Style = PLAIN

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Place(Struct, frozen=True):
    """Where a passage stands: from (line, start) up to (last_line, end)."""

    line: int
    start: int
    last_line: int
    end: int


class Passage(Struct, frozen=True, dict=True):
    """Words of the source, in order; runs of several lines when lines were joined.

    Behaves like the string it holds: `len`, slicing, `+`, `strip`. All give
    passages again, so offsets are never computed by hand.
    """

    runs: tuple[Run, ...] = ()

    @classmethod
    def of_line(cls, text: str, line: int, start: int = 0, style: Style = PLAIN) -> Passage:
        return cls((Run(text, line, start, style),) if text else ())

    @cached_property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def place(self) -> Place:
        """Where it stands. Raises ValueError for an empty passage, which stands nowhere."""
        if not self.runs:
            raise ValueError("an empty passage has no place")
        first, last = self.runs[0], self.runs[-1]
        return Place(first.line, first.start, last.line, last.end)

    @property
    def line(self) -> int:
        """The source line it begins in; 0 for an empty passage."""
        return self.runs[0].line if self.runs else 0

    def __str__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.runs)

    def __add__(self, other: Passage) -> Passage:
        return join((self, other))

    def __getitem__(self, span: slice) -> Passage:
        start, stop, step = span.indices(len(self.text))
        if step != 1:
            raise ValueError("a passage keeps the order of its source")
        if start == 0 and stop == len(self.text):
            return self
        return Passage(tuple(_cut(self.runs, start, stop)))

    def stretches(self) -> tuple[Passage, ...]:
        """Its pieces, each of consecutive characters of one line, whatever their style."""
        pieces: list[list[Run]] = []
        for run in self.runs:
            last = pieces[-1][-1] if pieces else None
            if last and (last.line, last.end) == (run.line, run.start):
                pieces[-1].append(run)
            else:
                pieces.append([run])
        return tuple(Passage(tuple(runs)) for runs in pieces)

    def strip(self, characters: str | None = None) -> Passage:
        return self.rstrip(characters).lstrip(characters)

    def lstrip(self, characters: str | None = None) -> Passage:
        return self[len(self.text) - len(self.text.lstrip(characters)) :]

    def rstrip(self, characters: str | None = None) -> Passage:
        return self[: len(self.text.rstrip(characters))]

    def with_text(self, text: str) -> Passage:
        """The same places under *text*, which must be as long: for typography that
        depends on the neighbouring characters. Raises ValueError if it is not."""
        if len(text) != len(self.text):
            raise ValueError("mended text must be as long as what it stands for")
        if text == self.text:
            return self
        runs, done = [], 0
        for run in self.runs:
            runs.append(replace(run, text=text[done : done + len(run.text)]))
            done += len(run.text)
        return Passage(tuple(runs))


EMPTY = Passage()
"""No words; what a document does not say."""


def _cut(runs: Iterable[Run], start: int, stop: int) -> Iterator[Run]:
    offset = 0
    for run in runs:
        length = len(run.text)
        first, last = max(start - offset, 0), min(stop - offset, length)
        if first < last:
            whole = last - first == length
            text = run.text[first:last]
            yield run if whole else Run(text, run.line, run.start + first, run.style)
        offset += length


def join(passages: Iterable[Passage]) -> Passage:
    """One passage of several, touching runs of one style and line melted together."""
    runs: list[Run] = []
    for passage in passages:
        for run in passage.runs:
            last = runs[-1] if runs else None
            if last and (last.line, last.end, last.style) == (run.line, run.start, run.style):
                runs[-1] = replace(last, text=last.text + run.text)
            else:
                runs.append(run)
    return Passage(tuple(runs))


class Label(Struct, frozen=True):
    """Words that are not the document's: the user's own (`--footer`), or ours (目录)."""

    text: str

    def __str__(self) -> str:
        return self.text


Words: TypeAlias = Passage | Label

"""The sentence that a point was cut from, as the notes of its deck have it.

For people who read a dump: to see at a glance whether the point says what the
sentence says.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from slidegen.deck import Deck, Pointed
from slidegen.passage import EMPTY, Passage, Run
from slidegen.patterns import compiled

END = compiled(
    r"(?:[。！？!?…]+[”’』」）)\"]*"
    r"|(?<![\s.][A-Z])(?<!\bMr)(?<!\bDr)(?<!\bNo)(?<!\be\.g)(?<!\bi\.e)"
    r"(?<=[\w)”’\"%])\.[”’)\"]*(?=\s+[^a-z\s]|\s*$))\s*"
)
LONGEST = 120
"""Characters of a sentence that are shown."""
WITHOUT = " 。．.；;，,：:、！!"
"""Marks at the end of a sentence, which a point does not carry."""


class Sentences:
    """Those of all that the notes of *deck* say."""

    def __init__(self, deck: Deck) -> None:
        self.by_line: dict[int, list[tuple[Run, int, Passage]]] = {}
        for note in _notes(deck):
            offset = 0
            for run in note.runs:
                self.by_line.setdefault(run.line, []).append((run, offset, note))
                offset += len(run.text)

    def around(self, words: Passage) -> Passage:
        """The sentence, or the sentences, that *words* are from; empty if no notes have them."""
        if not words:
            return EMPTY
        first = words.runs[0]
        for run, offset, note in self.by_line.get(first.line, ()):
            if run.start <= first.start < run.end:
                start = offset + first.start - run.start
                return _sentence(note, start, min(start + len(words), len(note)))
        return EMPTY


def _notes(deck: Deck) -> Iterator[Passage]:
    for slide in deck.slides:
        yield from slide.notes
        if isinstance(slide, Pointed):
            yield from (note for point in slide.points for note in point.notes)


def _sentence(note: Passage, start: int, end: int) -> Passage:
    ends = _ends(note.text)
    before = bisect_right(ends, start)
    first = ends[before - 1] if before else 0
    after = bisect_left(ends, end)
    last = ends[after] if after < len(ends) else len(note)
    return note[first:last].strip()


@lru_cache(maxsize=64)
def _ends(text: str) -> tuple[int, ...]:
    return tuple(match.end() for match in END.finditer(text))


def is_whole(words: Passage, sentence: Passage) -> bool:
    """Whether *words* are all of *sentence* but for the mark at its end."""
    return len(words.text.rstrip(WITHOUT)) >= len(sentence.text.rstrip(WITHOUT))


def shortened(text: str) -> str:
    """*text*, without its middle if it is long."""
    if len(text) <= LONGEST:
        return text
    half = LONGEST // 2 - 1
    return f"{text[:half]} … {text[-half:]}"

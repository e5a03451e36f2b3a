"""What a document says at a place: the one thing that every claim of a deck is held against.

A passage tells where its words stand. Here its words are asked of the document
itself, from its lines as the blocks read them, so that a passage that was altered on
its way, or that never was the document's, is found out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from slidegen.document import Block, Document, Footnote, ListBlock, Quote, passages
from slidegen.outline_form import is_outline
from slidegen.passage import Passage, Run
from slidegen.proof.numerals import HAN_DIGITS, straddling
from slidegen.proof.wording import ENUMERATOR, MENDED, fold, letters

NEARBY = 200
"""Characters before a heading's words among which its number stands."""
ORNAMENTS = frozenset("▪•")
"""What stands for the number of that which has none."""


class Said(Struct, frozen=True):
    """What the document says at a place."""

    text: str
    around: str
    """The same with the whole of a number that begins or ends outside of it."""


class Source:
    def __init__(self, document: Document) -> None:
        self.lines = list(document.lines)
        for number, runs in _by_line(document).items():
            self._read(number, runs)
        self.markers = {letters(marker) for marker in _markers(document.blocks)}
        # An outline has its points between a heading and the text that they are cut from.
        self.passed_over = _lines_of_lists(document) if is_outline(document) else frozenset()

    def _read(self, number: int, runs: list[Run]) -> None:
        """Take line *number* as *runs* read it: `&amp;` is one character there."""
        self.lines += [""] * (number - len(self.lines))
        raw = self.lines[number - 1]
        if all(raw.startswith(run.text, run.start) for run in runs):
            return
        read = list(raw.ljust(max(run.end for run in runs)))
        for run in runs:
            read[run.start : run.end] = run.text
        self.lines[number - 1] = "".join(read)

    def text(self, passage: Passage) -> str:
        """What stands at the places of *passage*."""
        return "".join(map(self._piece, passage.runs))

    def said(self, passage: Passage) -> Said:
        """What stands at the places of *passage*, whatever its own text says."""
        if not passage:
            return Said("", "")
        first, last = passage.runs[0], passage.runs[-1]
        text = self.text(passage)
        before, after = self._line(first), self._line(last)
        head = straddling(before, first.start)
        tail = straddling(after, last.end)
        return Said(
            text,
            (before[head[0] : first.start] if head and not self._is_marked(first) else "")
            + text
            + (after[last.end : tail[1]] if tail else ""),
        )

    def _line(self, run: Run) -> str:
        return self.lines[run.line - 1] if 0 < run.line <= len(self.lines) else ""

    def _piece(self, run: Run) -> str:
        return self._line(run)[run.start : run.end]

    def _is_marked(self, run: Run) -> bool:
        """Whether *run* begins right behind the number of its item: `2.2025年完成`."""
        return ENUMERATOR.fullmatch(self._line(run)[: run.start]) is not None

    def numbers(self, marker: str, words: Passage) -> bool:
        """Whether the document gives the number *marker* to *words*: right before them, in
        them, or as the number of a list's item."""
        if all(mark in ORNAMENTS for mark in fold(marker)):
            return True
        if letters(marker) in self.markers or not words:
            return letters(marker) in self.markers
        first = words.runs[0]
        nearby = self._line(first)[: first.end]
        line = first.line - 1
        while line > 0 and len(nearby) < NEARBY:
            if line not in self.passed_over:
                nearby = self.lines[line - 1] + "\n" + nearby
            line -= 1
        spelt = re.compile(r"\s*".join(map(re.escape, fold(marker))))
        text = nearby.translate(MENDED)
        # 一 is not the number in 十一、, but （一） is the one in （一）千方百计.
        return any(
            _ends_number(text, match.start()) and _ends_number(text, match.end())
            for match in spelt.finditer(text)
        )


def _ends_number(text: str, at: int) -> bool:
    """Whether no number goes on over the offset *at*."""
    return not (0 < at < len(text) and _is_digit(text[at - 1]) and _is_digit(text[at]))


def _is_digit(character: str) -> bool:
    return character.isdecimal() or character in HAN_DIGITS


def _by_line(document: Document) -> dict[int, list[Run]]:
    found: dict[int, list[Run]] = {}
    texts = (passage for block in document.blocks for passage in passages(block))
    for passage in (*texts, *(entry.value for entry in document.fields)):
        for run in passage.runs:
            found.setdefault(run.line, []).append(run)
    return found


def _lines_of_lists(document: Document) -> frozenset[int]:
    lists = (block for block in document.blocks if isinstance(block, ListBlock))
    return frozenset(run.line for block in lists for p in passages(block) for run in p.runs)


def _markers(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case ListBlock(items):
                for item in items:
                    if item.marker:
                        yield item.marker
                    yield from _markers(item.blocks)
            case Quote(inner) | Footnote(_, inner):
                yield from _markers(inner)
            case _:
                pass

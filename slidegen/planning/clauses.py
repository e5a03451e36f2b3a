"""Where a paragraph may be cut: its sentences, and the clauses inside them.

Nothing is cut inside quotation marks, brackets or book-title marks, in a
number or a time of day, or at an abbreviation, so that whatever stands between
two cuts can be shown by itself. Offsets, not strings: the caller slices its passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from slidegen.patterns import compiled

PAIRS = {
    "“": "”",
    "‘": "’",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "(": ")",
    "【": "】",
    "〔": "〕",
    "［": "］",
    "[": "]",
    "「": "」",
    "『": "』",
}
CLOSERS = {closer: opener for opener, closer in PAIRS.items()}
OF_PAIRS = compiled(rf"[{re.escape(''.join((*PAIRS, *CLOSERS)))}\"]")

LONGEST_WHOLE_QUOTE = 60
"""A pair with more between its marks holds sentences of its own and is cut like any text."""

SENTENCE_MARKS = "。！？!?…"
PART_MARKS = "；;"
CLAUSE_MARKS = "，,：:"
DASH = "—"
MAY_END_SENTENCE = compiled(rf"[{SENTENCE_MARKS}.]")
MAY_END_CLAUSE = compiled(rf"[{PART_MARKS}{CLAUSE_MARKS}{DASH}]")
AFTER_SENTENCE = "”’』」）)】》\"'"
"""What may follow a sentence's mark and still belongs to it."""

ABBREVIATION = compiled(
    r"mrs?|ms|dr|prof|st|[sj]r|vs|etc|e\.?g|i\.?e|nos?|art|sec|ch|fig|vol|pp|approx|dept|gov|sen|rep|"
    r"gen|col|capt|lt|inc|ltd|co|corp|u\.[sk]|jan|feb|mar|apr|ju[nl]|aug|sept?|oct|nov|dec"
)
"""Words, in lower case, whose full stop ends no sentence."""
INITIALS = compiled(r"[a-z]|([a-z]\.)+[a-z]")
HAN = compiled(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
LATIN = compiled(r"[A-Za-zÀ-ɏ]+")

REMEMBERED = 512
"""Texts: a paragraph and its clauses are asked after by all who choose points from it."""


@lru_cache(maxsize=REMEMBERED)
def is_chinese(text: str) -> bool:
    """Whether *text* is cut by Chinese rules: more Han characters than Latin words."""
    latin = len(LATIN.findall(text))
    return len(HAN.findall(text)) > latin if latin else HAN.search(text) is not None


class Span(Struct, frozen=True):
    """From offset `start` up to `end`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Clause(Struct, frozen=True):
    """A clause without the mark that ends it."""

    span: Span
    sentence: int
    """Which sentence of the paragraph it is in, from 0."""
    part: int
    """Which part of that sentence, cut at `；`, from 0."""
    mark: str
    """The mark after it, half- or full-width; empty where the text ends."""


@lru_cache(maxsize=REMEMBERED)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of *text* with their marks, without the white space between them."""
    spans = (trimmed(text, span) for span in _sentences(text))
    return tuple(span for span in spans if len(span))


@lru_cache(maxsize=REMEMBERED)
def clauses(text: str) -> tuple[Clause, ...]:
    """All clauses of *text* in order; empty ones are left out."""
    held = protected(text)
    found: list[Clause] = []
    for number, sentence in enumerate(sentences(text)):
        start, part = sentence.start, 0
        for mark in MAY_END_CLAUSE.finditer(text, sentence.start, sentence.end):
            at = mark.start()
            if held[at] or not _ends_clause(text, at):
                continue
            span = trimmed(text, Span(start, at))
            if len(span):
                found.append(Clause(span, number, part, text[at]))
            start = at + 1
            part += text[at] in PART_MARKS
        span = trimmed(text, Span(start, sentence.end))
        if len(span):
            found.append(Clause(span, number, part, ""))
    return tuple(found)


def trimmed(text: str, span: Span) -> Span:
    """*span* without white space at its ends."""
    words = span.of(text).lstrip()
    start = span.end - len(words)
    return Span(start, start + len(words.rstrip()))


def protected(text: str) -> list[bool]:
    """For each character, whether it stands inside a pair (the closing mark included).

    A mark without its partner protects nothing: web copies lose one of a pair often.
    """
    held = [False] * len(text)
    for start, end in _pairs(text):
        if end - start - 1 <= LONGEST_WHOLE_QUOTE:
            held[start + 1 : end + 1] = [True] * (end - start)
    return held


def is_balanced(text: str) -> bool:
    """Whether no pair of marks in *text* lost its other half."""
    open_marks: list[str] = []
    for character in OF_PAIRS.findall(text):
        if character in PAIRS:
            open_marks.append(character)
        elif character in CLOSERS:
            if open_marks and open_marks[-1] == CLOSERS[character]:
                open_marks.pop()
            elif character != APOSTROPHE:
                return False
    return not open_marks and text.count('"') % 2 == 0


APOSTROPHE = "’"
"""Also the closing mark of ‘…’: agency’s."""


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    open_marks: list[tuple[str, int]] = []
    waiting = dict.fromkeys(PAIRS, 0)
    """How many of each are open, so that a closing mark whose partner is lost looks for none."""
    straight: int | None = None
    for mark in OF_PAIRS.finditer(text):
        at, character = mark.start(), mark.group()
        if character in PAIRS:
            open_marks.append((character, at))
            waiting[character] += 1
        elif character in CLOSERS:
            opener = CLOSERS[character]
            while waiting[opener]:
                last, start = open_marks.pop()
                waiting[last] -= 1
                if last == opener:
                    yield start, at
                    break
        elif straight is None:
            straight = at
        else:
            yield straight, at
            straight = None


def _sentences(text: str) -> Iterator[Span]:
    held = protected(text)
    start = 0
    for mark in MAY_END_SENTENCE.finditer(text):
        at = mark.start()
        if at < start or not _ends_sentence(text, at, held):
            continue
        at += 1
        while at < len(text) and (
            text[at] in SENTENCE_MARKS or (text[at] in AFTER_SENTENCE and not _opens(text, at))
        ):
            at += 1
        yield Span(start, at)
        start = at
    if start < len(text):
        yield Span(start, len(text))


def _opens(text: str, at: int) -> bool:
    """Whether the straight quote at *at* begins a quotation, not ends one."""
    return text[at] in "\"'" and text[:at].count(text[at]) % 2 == 0


def _ends_sentence(text: str, at: int, held: Sequence[bool]) -> bool:
    character = text[at]
    if character in SENTENCE_MARKS:
        if not held[at]:
            return True
        # “……。” ends the sentence around it when nothing but the closing mark follows.
        return (
            character in "。！？"
            and at + 2 < len(text)
            and text[at + 1] in "”』」"
            and not held[at + 2]
            and text[at + 2] not in PART_MARKS + CLAUSE_MARKS + "。、的"
        )
    return character == "." and not held[at] and _is_full_stop(text, at)


def _is_full_stop(text: str, at: int) -> bool:
    """Whether the `.` at *at* ends an English sentence: not a decimal, an initial, an e.g."""
    after = AFTER_STOP.match(text, at + 1)
    if after is None:
        return False
    if text[after.end() : after.end() + 1].islower():
        return False
    is_of_day = OF_DAY.search(text, max(at - LONGEST_OF_DAY, 0), at + 1)
    if is_of_day and not AFTER_HOUR.match(text, after.end()):
        return True
    start = at
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] == "."):
        start -= 1
    word = text[start:at].lower()
    if word.isdigit() and not text[max(start - 3, 0) : start].strip():
        return False  # "1. Purpose": a number at the start is a marker
    return not (ABBREVIATION.fullmatch(word) or INITIALS.fullmatch(word))


OF_DAY = compiled(r"(?i)\d\s?[ap]\.m\.$")
"""`5 p.m. Pumps are moved`: the full stop of an hour may end the sentence, too, ..."""
AFTER_HOUR = compiled(r"(?:[A-Z]{2,4}|Eastern|Central|Mountain|Pacific|\w+day|[A-Z][a-z]+\.? \d)\b")
"""... but not before a zone or a date."""
LONGEST_OF_DAY = 5
"""Characters before the last full stop; looked for from the beginning, each stop would cost all."""
AFTER_STOP = compiled(r"[\"')”’]*(?:\s+|$)")
"""White space must follow an English full stop, perhaps behind a closing mark."""


def _ends_clause(text: str, at: int) -> bool:
    character = text[at]
    if character in PART_MARKS + "，：":
        return True
    if character in ",:":
        # 1,000 and 10:30 are whole; https://… too
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if before.isascii() and before.isalnum() and after.isascii() and after.isalnum():
            return False
        return not (character == ":" and after == "/")
    return character == DASH and text[at - 1 : at] == DASH

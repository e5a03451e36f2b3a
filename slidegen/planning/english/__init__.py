"""English sentences to pieces that say something by themselves.

English clauses lean on one another, so a comma alone tells little. A piece opens where a
sentence, a coordinate clause, a reported statement or one of several parallel predicates
does, and stops before what the sentence can do without: the next coordinate clause, a
participle, a relative clause, a reason. Each cut has its cost, for what is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from slidegen.planning.clauses import Span, protected, sentences, trimmed
from slidegen.planning.connectives import shed
from slidegen.planning.english.cuts import Cut, Part
from slidegen.planning.english.openings import openings
from slidegen.planning.english.phrases import has_verb, main_clause
from slidegen.planning.english.stops import stops
from slidegen.planning.english.wording import DEED, LIKELY_VERB

ROOMY = 70
"""Characters up to which several clauses may well share a point."""
CROWDED = -0.2
"""Cost of each clause in a longer piece that could open one of its own."""
LONGEST_READ = 1000
"""Characters of a sentence within which it is cut; a file without full stops is one sentence."""


class Piece(Struct, frozen=True):
    span: Span
    sentence: int
    """Which sentence of the text it is from, from 0."""
    opens: bool
    """Whether it begins as its sentence does, connectives aside."""
    cost: float
    """What is lost by the cuts, as a weight below 0."""


def pieces(text: str) -> Iterator[Piece]:
    """All pieces of *text* that may stand alone by their grammar, without full stops."""
    held = protected(text)
    for number, sentence in enumerate(sentences(text)):
        for span in _parts(text, sentence, held):
            yield from _pieces_of(text, span, held, number, is_first=span.start == sentence.start)


def _pieces_of(
    text: str, span: Span, held: Sequence[bool], number: int, *, is_first: bool
) -> Iterator[Piece]:
    """Those of one part of sentence *number*."""
    words = span.of(text)
    part = Part(words, held[span.start : span.end], main_clause(words))
    opened = (Cut(0, "nothing" if is_first else "clause before"), *openings(part))
    for opening in opened:
        for stop in (*stops(part, opening.at), *_end(words)):
            cut = Span(span.start + opening.at, span.start + stop.at)
            piece = _without_end_mark(text, shed(text, trimmed(text, cut)))
            if _is_whole(piece.of(text), opening, is_cut=stop.at < len(words)):
                inside = sum(opening.at < other.at < stop.at for other in opened)
                crowded = CROWDED * inside if len(piece) > ROOMY else 0.0
                cost = opening.cost + stop.cost + crowded
                yield Piece(piece, number, is_first and opening.at == 0, cost)


def _end(words: str) -> Iterator[Cut]:
    """The end of the part, unless it only announces what comes below it."""
    if not words.endswith(":"):
        yield Cut(len(words))


def _parts(text: str, sentence: Span, held: Sequence[bool]) -> Iterator[Span]:
    """*sentence* cut at its semicolons, which separate what could be sentences."""
    start = sentence.start
    for at in range(sentence.start, sentence.end):
        if text[at] == ";" and not held[at]:
            yield _readable(trimmed(text, Span(start, at)))
            start = at + 1
    yield _readable(trimmed(text, Span(start, sentence.end)))


def _readable(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + LONGEST_READ))


def _without_end_mark(text: str, span: Span) -> Span:
    end = span.end
    while end > span.start and text[end - 1] in ".!;,:–— " and not text[:end].endswith("etc."):
        end -= 1
    return Span(span.start, end)


def _is_whole(words: str, opening: Cut, *, is_cut: bool) -> bool:
    """Whether nothing is missing: a deed has its verb, a sentence cut short its finite verb."""
    if opening.is_deed:
        return bool(DEED.match(words))
    return not is_cut or has_verb(words, LIKELY_VERB) or bool(DEED.match(words))

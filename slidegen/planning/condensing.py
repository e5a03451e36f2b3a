"""A paragraph to its key points: which of its clauses are worth a line on a slide.

A point is a clause, or two or three adjoining ones of the same part of a
sentence, cut without a word changed. Every candidate is weighed by the table of
its language below; the heaviest wins, then the heaviest that neither overlaps
nor repeats what was chosen. Being greedy, the best two are among the best four:
a slide with fewer points shows a selection of the fuller slide's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import add

from msgspec import Struct
from msgspec.structs import replace

from slidegen.deck import Point
from slidegen.passage import Passage
from slidegen.patterns import compiled
from slidegen.planning.clauses import (
    Clause,
    Span,
    clauses,
    is_balanced,
    is_chinese,
    sentences,
)
from slidegen.planning.connectives import shed
from slidegen.planning.english import pieces
from slidegen.planning.english.wording import content_words
from slidegen.planning.manners import ENGLISH, Manner, Weight, manner_of
from slidegen.planning.manners.english import COURTESY
from slidegen.traditional import simplified

REPEATS = 0.6
"""Share of a candidate's pairs of characters in an earlier point that makes it a repetition."""
TWICE = 0.9
"""The same of one of its clauses: `推出路线49条` behind `串珠成链，推出路线`."""
LEAST_TWICE = 6
"""Characters of a clause that is worth comparing."""

LEAST = 0.3
"""Weight from which on a candidate is worth a line among those of other paragraphs."""

MOST_JOINED = 3
COLONS = ("：", ":")
"""A clause before one of these only announces what follows."""


class Candidate(Struct, frozen=True):
    span: Span
    words: str
    weight: float
    why: str
    sentence: int
    """Which sentence of its text it is from, from 0."""
    manner: Manner
    text: int = 0
    """Which of several texts it is from."""

    @property
    def place(self) -> tuple[int, int]:
        return self.text, self.span.start

    @property
    def stands_alone(self) -> bool:
        """Whether it can be a point at all: asked when its turn comes, as most are too light."""
        return stands_alone(self.words, self.manner)


def key_points(
    passage: Passage,
    most: int,
    *,
    heading: str = "",
    level: int = 1,
    manner: Manner | None = None,
) -> tuple[Point, ...]:
    """Up to *most* points from *passage*, in its order; *manner* is that of its language if None.

    As they are wanted for the paragraph's own sake, they may be of little weight.
    """
    manner = manner or manner_of(passage.text)
    weighed = possible(passage.text, heading, manner)
    choices = _heaviest((one for one in weighed if one.weight >= manner.least), most)
    return tuple(
        Point(passage[choice.span.start : choice.span.end], level=level, why=choice.why)
        for choice in choices
    )


def chosen(text: str, most: int, *, heading: str = "", least: float = LEAST) -> list[Candidate]:
    """The candidates that win, in the order of the text."""
    return chosen_of((text,), most, heading=heading, least=least)


def chosen_of(
    texts: Sequence[str],
    most: int,
    *,
    heading: str = "",
    least: float | None = LEAST,
    variety: float = 0.0,
) -> list[Candidate]:
    """The same of several *texts* together.

    *least* is the least weight of a point; None as the manner of each text says.
    *variety* is the weight of an outcome beside measures only, or of a measure beside outcomes.
    """
    weighed = (
        replace(candidate, text=number)
        for number, text in enumerate(texts)
        for candidate in possible(text, heading)
        if candidate.weight >= (manner_of(text).least if least is None else least)
    )
    return _heaviest(weighed, most, variety=variety)


def _heaviest(weighed: Iterable[Candidate], most: int, *, variety: float = 0.0) -> list[Candidate]:
    left = list(weighed)
    taken: list[Candidate] = []
    while len(taken) < most:
        left.sort(key=lambda c: (-round(c.weight + _besides(c, taken, variety), 6), c.place))
        best = next((c for c in left if c.stands_alone and not _repeats_any(c, taken)), None)
        if best is None:
            break
        taken.append(best)
        left = [c for c in left if not _overlap(c, best)]
    return sorted(taken, key=lambda c: c.place)


OF_OUTCOME = ("figure", "result")
IN_COURTESY = -0.6
"""Weight of standing in an English paragraph that opens with thanks or a welcome."""
SAME_SENTENCE = -0.15
"""Weight of a sentence that has given a point."""


def _besides(candidate: Candidate, taken: Sequence[Candidate], variety: float) -> float:
    """What *candidate* is worth besides, for telling another thing than those *taken*."""
    if not taken:
        return 0.0
    kinds = {other.why in OF_OUTCOME for other in taken}
    other_kind = (candidate.why in OF_OUTCOME) not in kinds
    told = {(other.text, other.sentence) for other in taken}
    same_sentence = (candidate.text, candidate.sentence) in told
    return variety * other_kind + SAME_SENTENCE * same_sentence


REMEMBERED = 256
"""Paragraphs: each is asked soon again, for a sub-point's line and for what supports it."""


def candidates(text: str, heading: str = "", manner: Manner | None = None) -> tuple[Candidate, ...]:
    """All spans of *text* that can stand alone, weighed; by the manner of its language if None."""
    return tuple(one for one in possible(text, heading, manner) if one.stands_alone)


def possible(text: str, heading: str = "", manner: Manner | None = None) -> tuple[Candidate, ...]:
    """The same before any is asked whether it can stand alone."""
    return _possible(text, heading, manner or manner_of(text))


@lru_cache(maxsize=REMEMBERED)
def _possible(text: str, heading: str, manner: Manner) -> tuple[Candidate, ...]:
    find = _english_candidates if manner is ENGLISH else _chinese_candidates
    return tuple(find(text, heading, manner))


def _chinese_candidates(text: str, heading: str, manner: Manner) -> Iterator[Candidate]:
    text, heading = simplified(text), simplified(heading)
    units = clauses(text)
    found = [signs(words_of(text, unit), manner) for unit in units]
    each = [_weight_of_clause(rules, manner) for rules in found]
    kinds = [_kind(rules) for rules in found]
    finished = [not _is_unfinished(text, units, last, manner) for last in range(len(units))]
    joins = dict(manner.joins)
    before = 0
    for first, unit in enumerate(units):
        follows = first > 0 and _same_part(units[first - 1], unit)
        before = before + 1 if follows else 0
        is_cut_off = follows and manner.governs.search(units[first - 1].span.of(text))
        for last in ends(text, units, first, manner):
            span = shed(text, Span(unit.span.start, units[last].span.end))
            span = _without_full_stop(text, span)
            if not finished[last] or not manner.shortest <= len(span) <= manner.longest:
                continue
            words = span.of(text)
            weight, why = _weigh(words, manner, heading)
            weight += sum(each[first : last + 1])
            weight += manner.follows * before + manner.later * (unit.sentence > 0)
            if is_cut_off:
                weight += manner.ungoverned
            if last > first:
                weight += joins.get(_are_alike(kinds[first : last + 1]), 0.0)
            yield Candidate(span, words, weight, why, unit.sentence, manner)


def _english_candidates(text: str, heading: str, manner: Manner) -> Iterator[Candidate]:
    polite = IN_COURTESY if COURTESY.search(text[: sentences(text)[0].end]) else 0.0
    for piece in pieces(text):
        if manner.shortest <= len(piece.span) <= manner.longest:
            words = piece.span.of(text)
            weight, why = _weigh(words, manner, heading)
            weight += piece.cost + polite + manner.later * (piece.sentence > 0)
            yield Candidate(piece.span, words, weight, why, piece.sentence, manner)


def _is_unfinished(text: str, units: Sequence[Clause], last: int, manner: Manner) -> bool:
    """Whether what ends with the clause at *last* announces or awaits the next one."""
    if units[last].mark in COLONS:
        return True
    following = units[last + 1 : last + 2]
    return any(
        _same_part(units[last], unit) and manner.completes.match(unit.span.of(text))
        for unit in following
    )


def _same_part(one: Clause, other: Clause) -> bool:
    return (one.sentence, one.part) == (other.sentence, other.part)


def _kind(rules: Iterable[Weight]) -> str:
    """`figure`, `measure` or neither: of a clause that comes under *rules*."""
    whys = {rule.why for rule in rules}
    if "figure" in whys:
        return "figure"
    return "measure" if whys & {"action", "care"} else ""


def _are_alike(kinds: Sequence[str]) -> bool:
    """Whether all clauses are measures, or all figures."""
    return bool(kinds[0]) and len(set(kinds)) == 1


def stands_alone(words: str, manner: Manner) -> bool:
    words = simplified(words)
    return (
        manner.shortest <= len(words) <= manner.longest
        and is_balanced(words)
        and not any(pattern.search(words) for pattern in manner.never)
        and not any(a.search(words) and not b.search(words) for a, b in manner.halves)
    )


def ends(
    text: str, units: Sequence[Clause], first: int, manner: Manner, *, joined: int | None = None
) -> Iterator[int]:
    """Which of the clauses *units* a point that begins with the one at *first* may end with.

    *joined* is how long it may become by joining; None as the manner says.
    """
    if not units:
        return
    yield first
    most = MOST_JOINED if joined is None else len(units)
    for last in range(first + 1, min(first + most, len(units))):
        unit = units[last]
        if not _same_part(units[first], unit):
            return  # never across ；
        if units[last - 1].mark in "：:—":
            return
        if unit.span.end - units[first].span.start > (joined or manner.joined):
            return
        yield last


def _without_full_stop(text: str, span: Span) -> Span:
    end = span.end
    while (
        end > span.start
        and text[end - 1] in "。.！!；;，,、—"
        and not text.endswith("etc.", 0, end)
    ):
        end -= 1
    return Span(span.start, end)


def _weigh(words: str, manner: Manner, heading: str) -> tuple[float, str]:
    weight = next((value for length, value in manner.lengths if len(words) <= length), 0.0)
    best, why = 0.0, "lead"
    for rule in signs(words, manner):
        weight += rule.value
        if rule.value > best:
            best, why = rule.value, rule.why
    return weight + manner.echo * shared(words, heading), why


FAR_TOO_LONG = 1_000
"""Characters that no clause has; some rules would take the square of them."""


@lru_cache(maxsize=REMEMBERED)
def signs(words: str, manner: Manner) -> tuple[Weight, ...]:
    """The rules of *manner* that *words* come under; kept, as most clauses are candidates too."""
    if len(words) > FAR_TOO_LONG:
        return ()
    return tuple([rule for rule in manner.weights if rule.pattern.search(words)])


def words_of(text: str, unit: Clause) -> str:
    """A clause as it would stand alone."""
    return _without_full_stop(text, shed(text, unit.span)).of(text)


def _weight_of_clause(rules: Iterable[Weight], manner: Manner) -> float:
    """What a clause that comes under *rules* adds to every candidate that takes it in."""
    return manner.clause + sum(manner.each.get(rule.why, 0.0) for rule in rules)


def shared(words: str, other: str) -> float:
    """Share of what *words* consist of that *other* has too, 0 to 1: pairs of neighbouring
    characters, or the words that carry the sense where they are English."""
    if not words or not other:
        return 0.0
    sense = _character_pairs if is_chinese(words) else content_words
    ours, theirs = sense(words), sense(other)
    return len(ours & theirs) / len(ours) if ours else 0.0


SIGNS = compiled(r"[\W_]+")


@lru_cache(maxsize=REMEMBERED)
def _character_pairs(words: str) -> frozenset[str]:
    kept = SIGNS.sub("", words.lower())
    return frozenset(map(add, kept, kept[1:]))


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.text == other.text and one.span.overlaps(other.span)


def _repeats_any(one: Candidate, others: Iterable[Candidate]) -> bool:
    return any(repeats(one.words, other.words) for other in others)


def repeats(words: str, other: str) -> bool:
    """Whether *words* say again what *other* says, or one of their clauses does."""
    if shared(words, other) >= REPEATS:
        return True
    parts = [unit.span.of(words) for unit in clauses(words)]
    return any(len(part) >= LEAST_TWICE and shared(part, other) >= TWICE for part in parts)

"""Where an English sentence may be cut, so that what is left says something by itself.

English clauses lean on one another, so a comma alone tells little. A piece opens where a
sentence, a coordinate clause, a reported statement or one of several parallel predicates
does, and stops before what the sentence can do without: the next coordinate clause, a
participle, a relative clause, a reason. Each cut has its cost, for what is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slidegen.planning.clauses import Span, protected, sentences, trimmed
from slidegen.planning.connectives import shed
from slidegen.planning.english_wording import (
    ANNOUNCES,
    APPOSITION,
    BEFORE_NOUN,
    CONDITION,
    CONTRAST,
    DEED,
    DENIED,
    EXCEPTS,
    FINITE,
    IN_TAIL,
    LIKELY_VERB,
    LOOSE,
    MAY_INTERRUPT,
    MODAL,
    NAMES_TOO_LITTLE,
    NO_SUBJECT,
    REASON,
    RELATIVE,
    REPORTED,
    RESTRICTION,
    RESULT,
    SECOND_PREDICATE,
    SETTING,
    SPEAKERS_OWN,
    SUBJECT_AND_VERB,
    URGED,
    VERB,
    VERB_WITHOUT_OBJECT,
)

FARTHEST_VERB = 12
"""Words from the beginning of a clause within which its verb is to come."""
LEAST_NAMED = 40
"""Characters of a statement that may do without the restriction at its end."""
ROOMY = 70
"""Characters up to which several clauses may well share a point."""
CROWDED = -0.2
"""Cost of each clause in a longer piece that could open one of its own."""
LONGEST_READ = 1000
"""Characters of a sentence within which it is cut; a file without full stops is one sentence."""


@dataclass(frozen=True, slots=True)
class Piece:
    span: Span
    sentence: int
    """Which sentence of the text it is from, from 0."""
    opens: bool
    """Whether it begins as its sentence does, connectives aside."""
    cost: float
    """What is lost by the cuts, as a weight below 0."""


@dataclass(frozen=True, slots=True)
class Cut:
    at: int
    """Offset in the part of a sentence that is cut."""
    cost: float = 0.0
    is_deed: bool = False
    """Whether a predicate without its subject begins there."""


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or what stands between its semicolons."""

    words: str
    held: Sequence[bool]
    """For each character, whether it stands in a quotation or in brackets."""
    main: int
    """Where the main clause begins behind what sets the scene; 0 where it begins the part."""

    def finds(self, pattern: str | re.Pattern[str], start: int = 0) -> Iterator[re.Match[str]]:
        """The matches from *start* on that do not begin inside a quotation."""
        for found in re.compile(pattern).finditer(self.words, start):
            if not self.held[found.start()]:
                yield found


def pieces(text: str) -> Iterator[Piece]:
    """All pieces of *text* that may stand alone by their grammar, without full stops."""
    held = protected(text)
    for number, sentence in enumerate(sentences(text)):
        for span in _parts(text, sentence, held):
            is_first = span.start == sentence.start
            words = span.of(text)
            part = Part(words, held[span.start : span.end], _main_clause(words))
            openings = tuple(_openings(part, Cut(0, 0.0 if is_first else -0.1)))
            for opening in openings:
                for stop in (*_stops(part, opening.at), *_end(words)):
                    cut = Span(span.start + opening.at, span.start + stop.at)
                    piece = _without_end_mark(text, shed(text, trimmed(text, cut)))
                    if _is_whole(piece.of(text), opening, is_cut=stop.at < len(words)):
                        opens = is_first and opening.at == 0
                        inside = sum(opening.at < other.at < stop.at for other in openings)
                        crowded = CROWDED * inside if len(piece) > ROOMY else 0.0
                        yield Piece(piece, number, opens, opening.cost + stop.cost + crowded)


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
    return not is_cut or _has_verb(words, LIKELY_VERB) or bool(DEED.match(words))


def _has_verb(words: str, verb: re.Pattern[str] = VERB) -> bool:
    """Whether *words* hold a finite verb with something before it, as far as can be told."""
    return any(
        (before := words[: found.start()].rstrip()) and not BEFORE_NOUN.search(before)
        for found in verb.finditer(words)
    )


def _has_subject(words: str) -> bool:
    """Whether *words* begin a main clause: with a subject, and its verb before any comma."""
    if NO_SUBJECT.match(words) or not (words[:1].isalnum() or words[:1] in "“\"'‘$£€"):
        return False
    near = re.split(r"[;:–—]|,(?= )", words)[0].split(" ")[:FARTHEST_VERB]
    return _has_verb(RELATIVE.sub("", " ".join(near)))


def _main_clause(words: str) -> int:
    start = shed(words, Span(0, len(words))).start
    if not SETTING.match(words, start):
        return 0
    is_subject = bool(re.match(r"\w+ing\b", words[start:]))  # Adopting measures has benefits, …
    for found in re.finditer(r", (?=[\w“\"$£€])", words[:LONGEST_READ]):
        if found.start() <= start:
            continue
        if is_subject and _has_verb(words[start : found.start()]):
            return 0
        rest = words[found.end() :]
        if _has_subject(rest) or (CONDITION.match(words, start) and DEED.match(rest)):
            return found.end()
    return 0


# Where a piece may open


def _openings(part: Part, whole: Cut) -> Iterator[Cut]:
    yield whole
    if part.main:
        yield Cut(part.main, _cost_of_setting(part.words[: part.main]))
    for rule in (_coordinates, _reported, _results, _urged, _deeds):
        yield from rule(part)


def _cost_of_setting(setting: str) -> float:
    """What a main clause loses without *setting*."""
    if CONDITION.match(setting):
        return -0.9
    return -0.25 if re.search(r"\d", setting) else -0.1


def _coordinates(part: Part) -> Iterator[Cut]:
    """`…, and every ward …`, `…: prices fell …`, `… and we will …`."""
    marks = r"(?:,|:| [–—-]|—) ?(?P<by>(?:and|but|so|yet|while|whereas|although) )?(?=\w)"
    for found in part.finds(marks):
        is_joined = found["by"] or not found.group().startswith(",")
        rest = part.words[found.end() :]
        if is_joined and found.end() != part.main and _has_subject(rest):
            yield Cut(found.end(), -0.25)
    for found in part.finds(r": (?=\w)"):
        if DEED.match(part.words[found.end() :]):
            yield Cut(found.end(), -0.25, is_deed=True)
    for found in part.finds(r" (?:and|but|so) (?=(?:I|we|you|they)\b)"):
        if _has_subject(part.words[found.end() :]):
            yield Cut(found.end(), -0.3)


def _reported(part: Part) -> Iterator[Cut]:
    """What is said behind `It was noted that`."""
    for found in part.finds(REPORTED):
        frame = re.split(r"[,;:] (?:and|but) ", part.words[: found.end()])[-1]
        if not DENIED.search(frame) and _has_subject(part.words[found.end() :]):
            is_own = SPEAKERS_OWN.match(frame.split(", ")[-1])
            yield Cut(found.end(), 0.05 if is_own else -0.25)


def _results(part: Part) -> Iterator[Cut]:
    """What follows: `…, which means that every ward will …`."""
    for found in part.finds(RESULT):
        if _has_subject(part.words[found.end() :]):
            yield Cut(found.end(), -0.3)


def _urged(part: Part) -> Iterator[Cut]:
    """What somebody is called upon to do."""
    for found in part.finds(URGED):
        if not DENIED.search(part.words[: found.end()]) and DEED.match(part.words[found.end() :]):
            yield Cut(found.end(), -0.25, is_deed=True)
            return


def _deeds(part: Part) -> Iterator[Cut]:
    """Parallel predicates: `we will open six branches, extend hours, and lend …`."""
    for found in part.finds(r",(?: and| or)? (?:to )?(?=\w)"):
        rest = part.words[found.end() :]
        if DEED.match(rest) and _awaits_deeds(part.words[: found.start()]):
            yield Cut(found.end(), -0.25, is_deed=True)


def _awaits_deeds(before: str) -> bool:
    """Whether deeds may follow *before*, which is one itself or has `will`, `must`, `to`."""
    return bool(DEED.match(before)) or any(
        before[found.end() :].lstrip()[:1].isalpha() for found in MODAL.finditer(before)
    )


# Where it may stop


def _stops(part: Part, start: int) -> Iterator[Cut]:
    """Where a piece that opens at *start* may stop before the part's end."""
    for rule in (_before_tails, _before_joined, _before_reasons, _before_marks):
        for cut in rule(part, start):
            if cut.at > max(start, part.main):
                yield cut


def _before_tails(part: Part, start: int) -> Iterator[Cut]:
    """At a comma: what comes behind it is a clause or predicate of its own, or is loose."""
    for found in part.finds(r", (?=\w)", start):
        after = part.words[found.end() :]
        if found.end() <= part.main or EXCEPTS.match(after):
            continue
        joined = re.match(r"(?:and|but|so|yet|or) ", after)
        rest = after[joined.end() :] if joined else after
        deed = rest.removeprefix("to ")
        if DEED.match(deed) and _awaits_deeds(part.words[start : found.start()]):
            yield Cut(found.start(), 0.05)
        elif joined is None:
            if LOOSE.match(after) and not _is_taken_up(after):
                yield Cut(found.start(), -0.4 if CONTRAST.match(after) else -0.05)
            elif APPOSITION.match(after) and not re.search(r", | and | or ", after):
                yield Cut(found.start(), -0.2)  # a fall of 7 percent
        elif joined.group() != "or " and _is_coordinate(rest):
            yield Cut(found.start(), -0.05)
        elif SECOND_PREDICATE.match(rest):
            yield Cut(found.start(), -0.15)


def _is_coordinate(words: str) -> bool:
    """Whether *words* are a clause of their own, which may open with what sets its scene:
    `in June, prices fell`, `for the first time we have`, `that prices fell`."""
    words = words.removeprefix("that ")
    if _has_subject(words):
        return True
    is_set = bool(SUBJECT_AND_VERB.search(words.split(", ")[0])) or _main_clause(words) > 0
    return bool(SETTING.match(words)) and is_set


def _is_taken_up(tail: str) -> bool:
    """Whether the sentence goes on behind *tail*: `individuals, who …, have access`."""
    return bool(MAY_INTERRUPT.match(tail)) and any(
        re.match(rf"(?:{FINITE}|\w+ed|to)\b", tail[found.end() :])
        for found in re.finditer(r", ", tail)
    )


def _before_joined(part: Part, start: int) -> Iterator[Cut]:
    """Before an `and` without a comma, where a subject or another deed follows."""
    for found in part.finds(r" and (?=(?:I|we|they|you|it) )", start):
        yield Cut(found.start(), -0.15)
    for found in part.finds(
        r" and (?:to )?(?=\w+ (?:to|the|a|an|our|their|more|all|every)\b)", start
    ):
        before = part.words[start : found.start()]
        is_deed = DEED.match(part.words[found.end() :]) and _awaits_deeds(before)
        is_bare = VERB_WITHOUT_OBJECT.search(before)
        if is_deed and not is_bare and len(before) > LEAST_NAMED:
            yield Cut(found.start(), -0.15)


def _before_reasons(part: Part, start: int) -> Iterator[Cut]:
    """Before a reason, an aim or a restriction without a comma."""
    for found in part.finds(REASON, start):
        yield Cut(found.start(), -0.1)
    for found in part.finds(RESTRICTION, start):
        before = part.words[start : found.start()]
        is_enough = len(before) > LEAST_NAMED and _has_verb(before)
        if is_enough and not NAMES_TOO_LITTLE.search(before) and not IN_TAIL.search(before):
            yield Cut(found.start(), -0.6)


def _before_marks(part: Part, start: int) -> Iterator[Cut]:
    """Before a single dash, a colon that does not announce, or brackets at the end."""
    for found in part.finds(r" ?[–—] ?| - |: ", start):
        before, after = part.words[start : found.start()], part.words[found.end() :]
        if found.group() == ": ":
            if not ANNOUNCES.search(before):
                yield Cut(found.start(), -0.35)
        elif not re.search(r"[–—]| - ", after) and not re.search(r"[–—]| - ", before):
            yield Cut(found.start(), -0.1)
    brackets = part.words.rfind(" (")
    if brackets > start and part.words.rstrip(".").endswith(")"):
        yield Cut(brackets, -0.05)

"""Where a piece of an English sentence may stop: before what the sentence can do without."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidegen.patterns import compiled
from slidegen.planning.english.cuts import Cut, Part
from slidegen.planning.english.phrases import awaits_deeds, has_verb, is_coordinate
from slidegen.planning.english.wording import (
    ANNOUNCES,
    APPOSITION,
    CONTRAST,
    DEED,
    EXCEPTS,
    FINITE,
    IN_TAIL,
    LOOSE,
    MAY_INTERRUPT,
    NAMES_TOO_LITTLE,
    REASON,
    RESTRICTION,
    SECOND_PREDICATE,
    VERB_WITHOUT_OBJECT,
)

LEAST_NAMED = 40
"""Characters of a statement that may do without the restriction at its end."""


def stops(part: Part, start: int) -> Iterator[Cut]:
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
        if DEED.match(deed) and awaits_deeds(part.words[start : found.start()]):
            yield Cut(found.start(), "deed behind")
        elif joined is None:
            if LOOSE.match(after) and not _is_taken_up(after):
                yield Cut(found.start(), "contrast" if CONTRAST.match(after) else "tail")
            elif APPOSITION.match(after) and not AND_OR.search(after):
                yield Cut(found.start(), "apposition")  # a fall of 7 percent
        elif joined.group() != "or " and is_coordinate(rest):
            yield Cut(found.start(), "clause behind")
        elif SECOND_PREDICATE.match(rest):
            yield Cut(found.start(), "predicate")


GOES_ON = compiled(rf", (?:{FINITE}|\w+ed|to)\b")
ASIDE = compiled(r"[–—]| - ")
AND_OR = compiled(r", | and | or ")


def _is_taken_up(tail: str) -> bool:
    """Whether the sentence goes on behind *tail*: `individuals, who …, have access`."""
    return bool(MAY_INTERRUPT.match(tail) and GOES_ON.search(tail))


def _before_joined(part: Part, start: int) -> Iterator[Cut]:
    """Before an `and` without a comma, where a subject or another deed follows."""
    for found in part.finds(r" and (?=(?:I|we|they|you|it) )", start):
        yield Cut(found.start(), "joined clause")
    for found in part.finds(
        r" and (?:to )?(?=\w+ (?:to|the|a|an|our|their|more|all|every)\b)", start
    ):
        before = part.words[start : found.start()]
        is_deed = DEED.match(part.words[found.end() :]) and awaits_deeds(before)
        is_bare = VERB_WITHOUT_OBJECT.search(before)
        if is_deed and not is_bare and len(before) > LEAST_NAMED:
            yield Cut(found.start(), "predicate")


def _before_reasons(part: Part, start: int) -> Iterator[Cut]:
    """Before a reason, an aim or a restriction without a comma."""
    for found in part.finds(REASON, start):
        yield Cut(found.start(), "reason")
    for found in part.finds(RESTRICTION, start):
        before = part.words[start : found.start()]
        is_enough = len(before) > LEAST_NAMED and has_verb(before)
        if is_enough and not NAMES_TOO_LITTLE.search(before) and not IN_TAIL.search(before):
            yield Cut(found.start(), "restriction")


def _before_marks(part: Part, start: int) -> Iterator[Cut]:
    """Before a single dash, a colon that does not announce, or brackets at the end."""
    for found in part.finds(r" ?[–—] ?| - |: ", start):
        before, after = part.words[start : found.start()], part.words[found.end() :]
        if found.group() == ": ":
            if not ANNOUNCES.search(before):
                yield Cut(found.start(), "what is announced")
        elif not ASIDE.search(after) and not ASIDE.search(before):
            yield Cut(found.start(), "aside")
    brackets = part.words.rfind(" (")
    if brackets > start and part.words.rstrip(".").endswith(")"):
        yield Cut(brackets, "brackets")

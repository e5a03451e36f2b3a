"""What a stretch of English words is: whether it has a verb, a subject, a main clause.

Told by the words that begin it and by a verb that only a clause can have (see `wording`).
"""

from __future__ import annotations

import re

from slidegen.planning.clauses import Span
from slidegen.planning.connectives import shed
from slidegen.planning.english.wording import (
    BEFORE_NOUN,
    CONDITION,
    DEED,
    MODAL,
    NO_SUBJECT,
    RELATIVE,
    SETTING,
    SUBJECT_AND_VERB,
    VERB,
)

FARTHEST_VERB = 12
"""Words from the beginning of a clause within which its verb is to come."""


def has_verb(words: str, verb: re.Pattern[str] = VERB) -> bool:
    """Whether *words* hold a finite verb with something before it, as far as can be told."""
    return any(
        (before := words[: found.start()].rstrip()) and not BEFORE_NOUN.search(before)
        for found in verb.finditer(words)
    )


def has_subject(words: str) -> bool:
    """Whether *words* begin a main clause: with a subject, and its verb before any comma."""
    if NO_SUBJECT.match(words) or not (words[:1].isalnum() or words[:1] in "“\"'‘$£€"):
        return False
    near = re.split(r"[;:–—]|,(?= )", words)[0].split(" ")[:FARTHEST_VERB]
    return has_verb(RELATIVE.sub("", " ".join(near)))


def main_clause(words: str) -> int:
    start = shed(words, Span(0, len(words))).start
    if not SETTING.match(words, start):
        return 0
    is_subject = bool(re.match(r"\w+ing\b", words[start:]))  # Adopting measures has benefits, …
    for found in re.finditer(r", (?=[\w“\"$£€])", words):
        if found.start() <= start:
            continue
        if is_subject and has_verb(words[start : found.start()]):
            return 0
        rest = words[found.end() :]
        if has_subject(rest) or (CONDITION.match(words, start) and DEED.match(rest)):
            return found.end()
    return 0


def awaits_deeds(before: str) -> bool:
    """Whether deeds may follow *before*, which is one itself or has `will`, `must`, `to`."""
    return bool(DEED.match(before)) or any(
        before[found.end() :].lstrip()[:1].isalpha() for found in MODAL.finditer(before)
    )


def is_coordinate(words: str) -> bool:
    """Whether *words* are a clause of their own, which may open with what sets its scene:
    `in June, prices fell`, `for the first time we have`, `that prices fell`."""
    words = words.removeprefix("that ")
    if has_subject(words):
        return True
    is_set = bool(SUBJECT_AND_VERB.search(words.split(", ")[0])) or main_clause(words) > 0
    return bool(SETTING.match(words)) and is_set

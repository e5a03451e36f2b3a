"""Where a piece of an English sentence may open: at a coordinate clause, a reported statement,
or one of several parallel predicates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidegen.planning.english.cuts import Cut, Loss, Part
from slidegen.planning.english.phrases import awaits_deeds, has_subject
from slidegen.planning.english.wording import (
    CONDITION,
    DEED,
    DENIED,
    REPORTED,
    RESULT,
    SPEAKERS_OWN,
    URGED,
)


def openings(part: Part) -> Iterator[Cut]:
    """Where a piece may open behind the beginning of *part*."""
    if part.main:
        yield Cut(part.main, _loss_of_setting(part.words[: part.main]))
    for rule in (_coordinates, _reported, _results, _urged, _deeds):
        yield from rule(part)


def _loss_of_setting(setting: str) -> Loss:
    if CONDITION.match(setting):
        return "condition"
    return "setting with a figure" if re.search(r"\d", setting) else "setting"


def _coordinates(part: Part) -> Iterator[Cut]:
    """`…, and every ward …`, `…: prices fell …`, `… and we will …`."""
    marks = r"(?:,|:| [–—-]|—) ?(?P<by>(?:and|but|so|yet|while|whereas|although) )?(?=\w)"
    for found in part.finds(marks):
        is_joined = found["by"] or not found.group().startswith(",")
        rest = part.words[found.end() :]
        if is_joined and found.end() != part.main and has_subject(rest):
            yield Cut(found.end(), "coordinate")
    for found in part.finds(r": (?=\w)"):
        if DEED.match(part.words[found.end() :]):
            yield Cut(found.end(), "subject", is_deed=True)
    for found in part.finds(r" (?:and|but|so) (?=(?:I|we|you|they)\b)"):
        if has_subject(part.words[found.end() :]):
            yield Cut(found.end(), "loosely joined")


def _reported(part: Part) -> Iterator[Cut]:
    """What is said behind `It was noted that`."""
    for found in part.finds(REPORTED):
        frame = re.split(r"[,;:] (?:and|but) ", part.words[: found.end()])[-1]
        if not DENIED.search(frame) and has_subject(part.words[found.end() :]):
            is_own = SPEAKERS_OWN.match(frame.split(", ")[-1])
            yield Cut(found.end(), "speaker's frame" if is_own else "who says so")


def _results(part: Part) -> Iterator[Cut]:
    """What follows: `…, which means that every ward will …`."""
    for found in part.finds(RESULT):
        if has_subject(part.words[found.end() :]):
            yield Cut(found.end(), "cause")


def _urged(part: Part) -> Iterator[Cut]:
    """What somebody is called upon to do."""
    for found in part.finds(URGED):
        if not DENIED.search(part.words[: found.end()]) and DEED.match(part.words[found.end() :]):
            yield Cut(found.end(), "subject", is_deed=True)
            return


def _deeds(part: Part) -> Iterator[Cut]:
    """Parallel predicates: `we will open six branches, extend hours, and lend …`."""
    for found in part.finds(r",(?: and| or)? (?:to )?(?=\w)"):
        rest = part.words[found.end() :]
        if DEED.match(rest) and awaits_deeds(part.words[: found.start()]):
            yield Cut(found.end(), "subject", is_deed=True)

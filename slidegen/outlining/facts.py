"""What one line of a document gives to its cover."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TypeAlias

from slidegen.outlining.folding import folded
from slidegen.passage import EMPTY, Passage


@dataclass(frozen=True, slots=True)
class CoverFacts:
    """What there is to be known of a document before its text."""

    title: Passage = EMPTY
    subtitle: Passage = EMPTY
    occasion: Passage = EMPTY
    speaker: Passage = EMPTY
    organisation: Passage = EMPTY
    classification: Passage = EMPTY
    """密级: `机密★1年`."""
    date: Passage = EMPTY
    published: Passage = EMPTY
    """When the page was put up: the date only if the document tells no other."""
    source: Passage = EMPTY
    salutation: Passage = EMPTY


FACTS = tuple(fact.name for fact in fields(CoverFacts))


@dataclass(frozen=True, slots=True)
class Facts(CoverFacts):
    """What one line gives to the cover. The words that are in no field are `rest`."""

    rest: tuple[Passage, ...] = ()
    reason: str = ""
    """Why `rest` is on no slide."""
    note: Passage = EMPTY
    """The line as a whole, to be kept with the notes: a law's adoption and revisions."""


Recogniser: TypeAlias = Callable[[Passage], Facts | None]


def flat(passage: Passage) -> str:
    return folded(passage.text)

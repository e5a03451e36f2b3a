"""What one line of a document gives to its cover."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from slidegen.outlining.folding import folded
from slidegen.passage import EMPTY, Passage


class CoverFacts(Struct, frozen=True):
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


FACTS = CoverFacts.__struct_fields__


class Facts(CoverFacts, frozen=True):
    """What one line gives to the cover. The words that are in no field are `rest`."""

    rest: tuple[Passage, ...] = ()
    reason: str = ""
    """Why `rest` is on no slide."""
    note: Passage = EMPTY
    """The line as a whole, to be kept with the notes: a law's adoption and revisions."""


Recogniser: TypeAlias = Callable[[Passage], Facts | None]


def flat(passage: Passage) -> str:
    return folded(passage.text)

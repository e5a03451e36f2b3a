"""Items that an English paragraph counts off: First, …; second, …; (a) … (b) …; three things: …; …

A word that counts is a marker only where a clause could begin and with a comma behind it:
`first aid` and `the Second World War` count nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from slidegen.patterns import compiled
from slidegen.planning.clauses import Span, protected, sentences, trimmed
from slidegen.planning.connectives import shed
from slidegen.planning.enumerating import Enumeration, enumeration

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
LAST = "finally|lastly|last"
LETTERS = "abcdefghij"
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")

BEGINS = r"(?:^|(?<=[.!?;:—–,] ))"
"""Where an item may begin: a sentence, or behind a mark."""


def _counted(word: str) -> str:
    """`First,` `firstly,` `And first,` `On the first,` `The first is that`."""
    return (
        rf"{BEGINS}(?:(?:and|but) )?(?:{word}(?:ly)?(?: of all)?(?:, |,? that )"
        rf"|(?:on|as to|as for) the {word}(?: \w+)?, |the {word}(?: \w+)? is (?:that |to )?)"
    )


FORMS: Sequence[Sequence[str]] = (
    tuple(map(_counted, ORDINALS)),
    tuple(rf"(?<!\w)\({letter}\) ?" for letter in LETTERS),
    tuple(rf"(?<!\w)\({numeral}\) ?" for numeral in ROMAN),
    tuple(rf"{BEGINS}{letter}\) " for letter in LETTERS),
)
ENDING = compiled(_counted(f"(?:{LAST})"), re.IGNORECASE)
THAT = compiled(r"(?:that|and|to)\s+(?=\w)")

LEAST_ITEM = 8
LEAST_LISTED = 3
"""Items between semicolons; two are no list."""
SHARE_OF_LIST = 0.5
"""How much of its paragraph a list behind a colon must be."""


def english_enumeration(text: str) -> Enumeration | None:
    """The items that *text* counts off, two or more; None if it does not."""
    for form in FORMS:
        starts = _with_ending(text, list(_run(text, form)))
        if len(starts) >= 2:
            return _counted_off(text, starts)
    return _listed(text) or enumeration(text)


def _run(text: str, form: Sequence[str]) -> Iterator[Span]:
    """Where the markers of *form* stand, one after the other from the first."""
    position = 0
    for marker in form:
        found = re.compile(marker, re.IGNORECASE).search(text, position)
        if found is None:
            return
        yield Span(*found.span())
        position = found.end()


def _with_ending(text: str, starts: list[Span]) -> list[Span]:
    """With the item behind `finally,`, which closes a count."""
    if starts and (found := ENDING.search(text, starts[-1].end)):
        return [*starts, Span(*found.span())]
    return starts


def _counted_off(text: str, starts: Sequence[Span]) -> Enumeration | None:
    bounds = [*(start.start for start in starts[1:]), _end_of_list(text, starts)]
    items = [
        _item(text, Span(marker.end, bound)) for marker, bound in zip(starts, bounds, strict=True)
    ]
    if any(len(item) < LEAST_ITEM for item in items):
        return None
    return Enumeration(_lead_in(text, starts[0].start), tuple(items))


def _end_of_list(text: str, starts: Sequence[Span]) -> int:
    """The end of the last item: its sentence's where all items are in one, else the text's."""
    for sentence in sentences(text):
        if sentence.start <= starts[0].start and starts[-1].start < sentence.end:
            return sentence.end
    return len(text)


def _item(text: str, span: Span) -> Span:
    span = trimmed(text, span)
    words = re.sub(r"[,;]? (?:and|or)$|[,;]$", "", span.of(text))
    span = Span(span.start, span.start + len(words))
    if found := THAT.match(text, span.start, span.end):
        span = replace(span, start=found.end())
    return shed(text, span)


def _lead_in(text: str, end: int) -> Span:
    """The sentence that announces the items, or as much of it as stands before them."""
    before = [span for span in sentences(text[:end]) if len(span) >= LEAST_ITEM]
    return before[-1] if before else Span(0, 0)


def _listed(text: str) -> Enumeration | None:
    """`Three things matter: …; …; and ….`"""
    held = protected(text)
    for sentence in sentences(text):
        colon = text.find(": ", sentence.start, sentence.end)
        if colon < 0 or held[colon] or len(sentence) < SHARE_OF_LIST * len(text):
            continue
        marks = [at for at in range(colon, sentence.end) if text[at] == ";" and not held[at]]
        bounds = [colon + 1, *(at + 1 for at in marks), sentence.end]
        items = [_item(text, Span(start, end)) for start, end in pairwise(bounds)]
        if len(items) >= LEAST_LISTED and all(len(item) >= LEAST_ITEM for item in items):
            return Enumeration(trimmed(text, Span(sentence.start, colon + 1)), tuple(items))
    return None

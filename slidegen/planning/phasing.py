"""Phases that a paragraph goes through, each in a sentence or a part of one that says when:
`到2027年，…；到2030年，…；到2035年，…`, `By 2027, … By 2030, … By 2035, …`.

They are points side by side, each with its time, so that a slide of them may be a timeline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slidegen.planning.choosing.when import Time, are_ascending, time_at_head
from slidegen.planning.clauses import PART_MARKS, Span, clauses, trimmed
from slidegen.planning.enumerating import Enumeration

FEWEST, MOST = 3, 6
LONGEST = 120
"""Characters of one; what goes on for longer is a story that mentions dates."""
LONGEST_LEAD_IN = 60
ANNOUNCING = "：:。.；;"
"""How what stands before the first of them ends."""


def phases(text: str) -> Enumeration | None:
    """What *text* says of three to six times, in their order, each with its time; None if it
    says something else besides, other than what announces them."""
    spans = tuple(_openings(text))
    if not FEWEST <= len(spans) <= MOST or not are_ascending([time for _, time in spans]):
        return None
    starts = [start for start, _ in spans]
    lead_in = trimmed(text, Span(0, starts[0]))
    if len(lead_in) > LONGEST_LEAD_IN or (len(lead_in) and text[lead_in.end - 1] not in ANNOUNCING):
        return None
    ends = (*starts[1:], len(text))
    items = tuple(trimmed(text, Span(start, end)) for start, end in zip(starts, ends, strict=True))
    if not _say_something(items, [time for _, time in spans]):
        return None
    return Enumeration(lead_in, items)


def _openings(text: str) -> Iterator[tuple[int, Time]]:
    """Where the sentences, and the parts of them, begin that begin with a time."""
    before: tuple[int, int] | None = None
    mark = ""
    for clause in clauses(text):
        here = (clause.sentence, clause.part)
        if here != before or mark in ANNOUNCING:
            time = time_at_head(text[clause.span.start :])
            if time is not None:
                yield clause.span.start, time
        before, mark = here, clause.mark or PART_MARKS[0]


def _say_something(items: Sequence[Span], times: Sequence[Time]) -> bool:
    return all(
        len(item) <= LONGEST and len(item) - time.rest >= 4
        for item, time in zip(items, times, strict=True)
    )

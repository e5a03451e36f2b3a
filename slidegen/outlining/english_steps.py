"""What a line without a label is to an English cover, by what is to come below it.

English covers mark little: a body, a place, a subtitle or an addressee is told by the title, the
date or the `Dear …` that it stands over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from slidegen.document import Heading
from slidegen.outlining.cover_facts import Cover
from slidegen.outlining.cover_lines import date_line, salutation
from slidegen.outlining.english import is_body, is_office, is_person
from slidegen.outlining.english_cover import KIND_ABOVE_TITLE, OPENS_STATEMENT, PLACE, TOWN
from slidegen.outlining.facts import Facts
from slidegen.outlining.head_lines import LONGEST_VALUE, HeadLine, is_paragraph
from slidegen.outlining.labels import labelled
from slidegen.outlining.titles import is_frame, is_titlelike
from slidegen.patterns import compiled

LONGEST_ASIDE = 14
"""Lines in which an English cover may come to its point: to the subject, to the addressee."""

LONGEST_ASIDE_LINE = 120
"""Letters of a line of it."""

_ENDS_OPEN = compiled(r" (?:of|the|by|and|for|to)$|^before$", re.IGNORECASE)
"""How an English line ends that the next one goes on from."""


def english_line(lines: Sequence[HeadLine], at: int, cover: Cover) -> Facts | None:
    """What a line without a label is to an English cover, by what is to come below it."""
    line = lines[at]
    if isinstance(line.block, Heading):
        return None
    below = lines[at + 1 : at + 1 + LONGEST_ASIDE]
    if (cover.title or cover.date) and is_letter(below):
        return Facts(note=line.passage)  # the addressee, between the date and `Dear …`
    if cover.title:
        return _english_aside(lines, at, cover)
    if at and OPENS_STATEMENT.fullmatch(lines[at - 1].text) and is_person(line.text):
        return Facts(speaker=line.passage)
    above = lines[max(0, at - 2) : at]
    if is_body(line.text) and any(_ENDS_OPEN.search(earlier.text) for earlier in above):
        return Facts(note=line.passage)  # BEFORE THE, and the committee that listens
    is_part = _ENDS_OPEN.search(line.text) or is_office(line.text)
    if is_part and any(is_titlelike(later) for later in below):
        return Facts(note=line.passage)
    if KIND_ABOVE_TITLE.fullmatch(line.text) and title_to_come(below):
        return Facts(subtitle=line.passage)
    if is_body(line.text) and (title_to_come(below) or _is_titled_by_label(below)):
        return Facts(organisation=line.passage)
    if len(line.text) <= LONGEST_VALUE and _is_titled_by_label(below):
        return Facts(note=line.passage)
    return None


def _english_aside(lines: Sequence[HeadLine], at: int, cover: Cover) -> Facts | None:
    """A short line below the title, with more of the cover to come: a subtitle, a body, a place."""
    line, below = lines[at], lines[at + 1 : at + 1 + LONGEST_ASIDE]
    if not below or len(line.text) > LONGEST_ASIDE_LINE:
        return None
    if _is_addressed(below):
        return Facts(note=line.passage)
    is_phrase = not line.text.endswith((".", ":", ";", "?", "!"))
    is_next = at > 0 and lines[at - 1].passage.line == cover.title.place.last_line
    if is_body(line.text) and (is_next or is_frame(below[0]) or is_paragraph(below[0])):
        return Facts(organisation=line.passage)
    is_dated = cover.date or date_line(below[0].passage)
    if PLACE.search(line.text) and is_phrase and is_dated and not cover.occasion:
        return Facts(occasion=line.passage)
    if not any(is_frame(later) for later in below[:2]):
        return None
    if cover.subtitle or not is_phrase:
        return Facts(note=line.passage)
    return Facts(subtitle=line.passage)


_DEAR = compiled(r"dear\b", re.IGNORECASE)


def is_letter(below: Sequence[HeadLine]) -> bool:
    """Whether `Dear …` comes below nothing but the short lines of an address."""
    for later in below[:LONGEST_ASIDE]:
        if _DEAR.match(later.text) and is_frame(later):
            return True
        if isinstance(later.block, Heading) or len(later.text) > LONGEST_VALUE:
            return False
    return False


def _is_addressed(below: Sequence[HeadLine]) -> bool:
    """Whether the listeners are addressed in one of the next lines, short ones between."""
    for later in below[:3]:
        if later.passage and salutation(later.passage):
            return True
        if isinstance(later.block, Heading) or len(later.text) > LONGEST_ASIDE_LINE:
            return False
    return False


def _is_titled_by_label(below: Sequence[HeadLine]) -> bool:
    """Whether `SUBJECT: …` comes below nothing but more of the head of a memo or report."""
    for later in below:
        if later.passage and (facts := labelled(later.passage)):
            if facts.title:
                return True
        elif isinstance(later.block, Heading) or len(later.text) > LONGEST_ASIDE_LINE:
            return False
    return False


def title_to_come(below: Sequence[HeadLine]) -> bool:
    """Whether the first line below that says nothing else of the document could be its title."""
    for later in below:
        if TOWN.fullmatch(later.text) or is_body(later.text) or _ENDS_OPEN.search(later.text):
            continue
        if later.passage and not is_frame(later) and not is_office(later.text):
            return is_titlelike(later) and not KIND_ABOVE_TITLE.fullmatch(later.text)
    return False

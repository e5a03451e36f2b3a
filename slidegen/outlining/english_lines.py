"""Headings of English documents that have no number: lines, labels and questions.

A heading is a line that ends in no stop and stands over text. `Agency Comments` and `HOW TO APPLY`
show by their capitals what they are; `Why villages matter` must stand between whole paragraphs.
Notices label their parts (`SUMMARY: …`), and pages of answers are headed by what people ask.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from slidegen.outlining.candidates import Candidate
from slidegen.outlining.dates import is_date
from slidegen.outlining.english import is_capitals, is_person, is_question, is_title_case
from slidegen.outlining.wording import is_latin
from slidegen.patterns import compiled

LONGEST_LINE = 110
"""Letters; a longer line is a paragraph that lost its stop."""
LONGEST_QUESTION = 160
SHORTEST_TEXT = 30
"""Letters of the shortest paragraph that a heading stands over."""
LONGER_BY = 1.5
"""How many times as long as a heading in small letters its paragraph must be."""
ENOUGH = 3
"""Labels or questions that are believed together."""
MOST_ANSWERS = 8
"""Paragraphs to a question; a speech asks one now and then and answers none."""

BULLET = compiled(r"[-*•·●◆■▪‣◦–]\s+\S|o\s+[A-Za-z]")
_NO_LINE = compiled(
    r"^[(\[{<$#^%&@].*|https?://|www\.|@\w|[:|<>=]|\.{3}|^\W+$|^(?:table|figure|fig\.|box|chart|map"
    r"|photo|image|source|note|page|dear|yours|sincerely|respectfully|thank you|ends?|cc|enc)\b",
    re.IGNORECASE,
)
_WELL_ENDED = compiled(
    r"[\"“(]?[A-Z0-9].*(?<![-–—,&])(?<! the)(?<! of)(?<! and)(?<! to)(?<! for)(?<! a)(?<! in)"
    r"(?<! on)(?<! with)(?<! or)(?<! by)(?<! an)(?<! at)$"
)
_ASKS = compiled(r"(?:Who|What|Where|When|How|Why) [^,]+\w$")
"""`Who this guidance is for`"""
_ENDS_IN_ASIDE = compiled(r"[.!?][”\"]?\s*[(\[][^()]{1,60}[)\]]$")
"""`… before the year begins. (Recommendation 1)`"""
_LABEL = compiled(r"(?=(?:[^a-z:]*[A-Z]){4})[A-Z][A-Z0-9 ,;'’&/().-]{2,70}?:(?=\s|$)")


def is_heading_line(candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether an English line without a number stands over what comes below it."""
    if not _may_head(candidate):
        return False
    before = candidates[candidate.position - 1] if candidate.position else None
    is_strong = _is_strong(candidate)
    if before and _is_loose(before):
        # Of two lines in a row the upper one heads the lower; more are names or a table's cells.
        above = candidates[before.position - 1] if before.position else None
        if not (_may_head(before) and _is_strong(before)):
            return False
        if above and _is_loose(above):
            return False
    below = candidates[candidate.position + 1 : candidate.position + 3]
    if not below or below[0].file_level is not None:
        return False
    if len(below) == 2 and is_strong and _may_head(below[0]):
        return _heads(below[0], below[1]) and not (before and _is_loose(before))
    return _heads(candidate, below[0])


def _may_head(candidate: Candidate) -> bool:
    text = candidate.text
    return (
        2 < len(text) <= LONGEST_LINE
        and candidate.file_level is None
        and not candidate.readings
        and not candidate.is_quoted
        and not candidate.ends_whole
        and bool(_WELL_ENDED.match(text) or _ASKS.match(text))
        and not BULLET.match(text)
        and not _NO_LINE.search(text)
        and not is_date(text)
        and not is_person(text)
    )


def _is_strong(candidate: Candidate) -> bool:
    """Whether its type shows that the line is a heading: capitals or bold."""
    return candidate.is_bold or is_title_case(candidate.text)


def _is_loose(candidate: Candidate) -> bool:
    return (
        candidate.text != ""
        and candidate.file_level is None
        and len(candidate.text) <= LONGEST_LINE
        and not candidate.ends_whole
        and not candidate.readings
        and not BULLET.match(candidate.text)
        and not _ENDS_IN_ASIDE.search(candidate.text)
    )


def _heads(candidate: Candidate, below: Candidate) -> bool:
    text = below.text
    if not text:
        return _is_strong(candidate)  # a table, a list, a picture
    if (
        BULLET.match(text)
        or text.endswith(":")
        or any(marker.number == 1 for marker in below.readings)
    ):
        return True
    if below.readings and _is_strong(candidate):
        return True
    if not below.ends_whole:
        return False
    if _is_strong(candidate):
        return len(text) >= SHORTEST_TEXT
    return len(text) >= max(LONGER_BY * len(candidate.text), 2 * SHORTEST_TEXT)


_KNOWN_PART = compiled(
    r"(?:executive )?summary|abstract|overview|introduction|background|foreword|preface"
    r"|conclusions?|next steps|recommendations?|acknowledge?ments|discussion|methodology"
    r"|key (?:points|messages)",
    re.IGNORECASE,
)


def is_known_part(text: str) -> bool:
    """Whether *text* is what reports call a part: such a line needs no other of its kind."""
    return bool(_KNOWN_PART.fullmatch(text))


def label_of(candidate: Candidate) -> str:
    """The label in capitals that the paragraph opens with, up to its colon; "" if none does."""
    if candidate.readings or candidate.is_quoted or candidate.file_level is not None:
        return ""
    found = _LABEL.match(candidate.text)
    return found[0][:-1] if found and is_capitals(found[0]) else ""


def labels(candidates: Sequence[Candidate], taken: set[int]) -> list[Candidate]:
    """Paragraphs that open with a label. One that comes twice names who is speaking."""
    found = [c for c in candidates if c.position not in taken and label_of(c)]
    uses = Counter(label_of(candidate) for candidate in found)
    return found if len(found) >= ENOUGH and max(uses.values()) == 1 else []


def questions(candidates: Sequence[Candidate], taken: set[int]) -> list[Candidate]:
    """What an FAQ asks, each question in a line of its own with the answer below."""
    found = [
        candidate
        for candidate, after in pairwise(candidates)
        if candidate.position not in taken
        and candidate.file_level is None
        and not candidate.readings
        and len(candidate.text) <= LONGEST_QUESTION
        and is_question(candidate.text)
        and not is_question(after.text)
        and (len(after.text) >= SHORTEST_TEXT or not after.text)
    ]
    texts = sum(candidate.text != "" for candidate in candidates)
    return found if len(found) >= ENOUGH and texts <= MOST_ANSWERS * len(found) else []


def ranks_of_lines(lines: Sequence[Candidate]) -> Mapping[int, int]:
    """How high each heading's line stands, by its position: capitals, then the other styles.

    Lines in Title Case stand above those in sentence case only in a document that sets one
    directly over the other; elsewhere a heading of one word would be taken for the higher.
    """
    is_layered = any(
        one.position + 1 == after.position
        and is_title_case(one.text)
        and not is_title_case(after.text)
        for one, after in pairwise(lines)
    )
    return {
        line.position: _rank_of_line(line.text, is_layered) for line in lines if is_latin(line.text)
    }


def _rank_of_line(text: str, is_layered: bool) -> int:
    if is_capitals(text):
        return 0
    return 2 if is_layered and not is_title_case(text) else 1

"""Which markers are meant: the ascending run that a marker stands in decides.

A line that opens with `2.` after one that opens with `1.` is numbered, a line
that opens with `21.5` after `4.` is not. A run whose items end in ；is a list
within a sentence, as laws have them under an article, and no heading.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct, field

from slidegen.outlining.candidates import Candidate
from slidegen.outlining.english import is_clause, is_title_case
from slidegen.outlining.numbering import Kind, Marker
from slidegen.outlining.wording import is_latin, measure

RUN_IN_LIMIT = 46
"""Longest heading that runs into its paragraph; the longest found in 31 reports."""
OWN_LINE_LIMIT = 60
"""Longest heading in a line of its own."""
SIBLING_LIMIT = 80
"""Longest heading where most of its siblings are undoubted ones."""
LARGEST_GAP = 2
"""A run may miss one number, which a defective copy has lost."""
NEEDS_COMPANY = (
    Kind.HAN_BARE,
    Kind.QUESTION,
    Kind.LETTER,
    Kind.LETTER_BRACKETED,
    Kind.ORDINAL,
    Kind.SPOKEN,
    Kind.SEQUENCE,
    Kind.DASH,
    Kind.DECIMAL,
    Kind.DECIMAL_DEEPER,
)
"""Kinds too easily met by chance to be believed when they stand alone."""


_Key: TypeAlias = tuple[Kind, tuple[int, ...], str]


def _key(marker: Marker) -> _Key:
    """What the markers of one run have in common."""
    return (marker.kind, marker.above, marker.noun)


class Numbered(Struct, frozen=True):
    """A candidate whose marker stands in a run."""

    candidate: Candidate
    marker: Marker


class _Run(Struct):
    members: list[Numbered] = field(default_factory=list)

    @property
    def last(self) -> Marker:
        return self.members[-1].marker

    def is_continued_by(self, marker: Marker) -> bool:
        if marker.above != self.last.above:
            return False
        step = marker.number - self.last.number
        if marker.kind is Kind.SEQUENCE:
            return step > 0  # 首先，最后
        return step == 1 if marker.doubtful else 0 < step <= LARGEST_GAP


def numbered_headings(candidates: Sequence[Candidate]) -> tuple[Numbered, ...]:
    """The candidates that are headings by their marker, in order."""
    runs = _runs(candidates)
    under_article = _under_articles(candidates, runs)
    document = _Context(
        candidates,
        under_article,
        _named_headings(runs, candidates),
        _unmarked_decimals(runs),
        _first_roman(runs),
    )
    found = [member for run in runs for member in _headings_of(run, document)]
    return tuple(sorted(found, key=lambda member: member.candidate.position))


class _Context(Struct, frozen=True):
    """What a run must know of the document it stands in."""

    candidates: Sequence[Candidate]
    under_article: Sequence[bool]
    nouns: frozenset[str]
    """What is counted by headings; `strategy` is not where strategies are only listed."""
    decimals: Sequence[Numbered]
    """All that is numbered 1.1 to 9.9 and that the file does not mark as a heading: it is done
    in one way throughout a document."""
    first_roman: int
    """Position of the first section that a Roman number opens; their number if none does."""


def _named_headings(runs: Sequence[_Run], candidates: Sequence[Candidate]) -> frozenset[str]:
    """The nouns of which at least one run stands over something."""
    return frozenset(
        run.last.noun
        for run in runs
        if run.last.kind is Kind.NAMED and not _is_list(run, candidates)
    )


def _unmarked_decimals(runs: Sequence[_Run]) -> Sequence[Numbered]:
    return [
        member
        for run in runs
        if run.last.kind is Kind.DECIMAL
        for member in run.members
        if member.candidate.file_level is None
    ]


OF_PARTS = (Kind.FORMAL, Kind.HAN, Kind.ROMAN)
"""Numbering of the parts of a text."""


def _first_roman(runs: Sequence[_Run]) -> int:
    found = [
        run.members[0].candidate.position
        for run in runs
        if run.last.kind in (Kind.ROMAN, Kind.FORMAL, Kind.HAN)
    ]
    return min(found, default=sys.maxsize)


def _runs(candidates: Sequence[Candidate]) -> list[_Run]:
    runs: list[_Run] = []
    open_runs: dict[_Key, _Run] = {}
    for candidate in candidates:
        marker = _reading(candidate, open_runs)
        if candidate.file_level is not None or (marker and marker.kind <= Kind.HAN_BRACKETED):
            # 一是 and —— belong to one passage: no heading stands between them.
            open_runs = {key: run for key, run in open_runs.items() if not key[0].is_lead_in}
        if marker is None:
            continue
        member = Numbered(candidate, marker)
        key = _key(marker)
        run = open_runs.get(key)
        if run and (run.is_continued_by(marker) or marker.number == 0):
            run.members.append(member)
        else:
            open_runs[key] = run = _Run([member])
            runs.append(run)
    return [run for run in runs if _is_believable(run)]


def _reading(candidate: Candidate, open_runs: dict[_Key, _Run]) -> Marker | None:
    """The reading that carries a run on, or else the likeliest."""
    for marker in candidate.readings:
        run = open_runs.get(_key(marker))
        if run and run.is_continued_by(marker):
            return marker
    return next((marker for marker in candidate.readings if _may_start(marker, open_runs)), None)


def _may_start(marker: Marker, open_runs: dict[_Key, _Run]) -> bool:
    """Whether *marker* may begin a run; a doubtful one only where none is under way."""
    if not marker.doubtful or marker.kind.is_legal:
        return True
    return marker.number == 1 and _key(marker) not in open_runs


def _is_believable(run: _Run) -> bool:
    first = run.members[0].marker
    alone = len(run.members) == 1
    if first.doubtful and alone and not first.text.startswith("第"):
        return False
    if first.kind in NEEDS_COMPANY:
        return not alone
    if first.kind >= Kind.DIGIT:
        return first.number == 1 or not alone
    return True


def _under_articles(candidates: Sequence[Candidate], runs: Sequence[_Run]) -> Sequence[bool]:
    """For each position, whether the innermost heading of a law above it is an article."""
    legal = {
        member.candidate.position: member.marker.kind
        for run in runs
        if run.members[0].marker.kind.is_legal
        for member in run.members
    }
    under, inside = [], False
    for candidate in candidates:
        kind = legal.get(candidate.position)
        if kind is not None:
            inside = kind is Kind.ARTICLE
        elif candidate.file_level is not None:
            inside = False
        under.append(inside)
    return under


def _headings_of(run: _Run, document: _Context) -> list[Numbered]:
    candidates, kind = document.candidates, run.last.kind
    if any(member.candidate.file_level is not None for member in run.members):
        # The file itself calls some of them headings, so it would have said so of all.
        return [m for m in run.members if m.candidate.file_level is not None or _is_short(m)]
    if kind is Kind.ARTICLE:
        return run.members
    if kind.is_legal:
        return [m for m in run.members if m.candidate.length <= OWN_LINE_LIMIT or _runs_in(m)]
    if kind is Kind.NAMED:
        return run.members if run.last.noun in document.nouns else []
    if kind > Kind.HAN and document.under_article[run.members[0].candidate.position]:
        return []  # items of an article, not headings
    if _is_list(run, candidates) or _is_of_paragraphs(run, document):
        return []
    short = [member for member in run.members if _is_short(member)]
    if kind.is_lead_in:
        return short
    if kind in (Kind.FORMAL, Kind.HAN, Kind.ROMAN) and any(
        _has_numbers(m, candidates) for m in run.members
    ):
        return run.members  # numbering below them says that they stand over something
    if 2 * len(short) >= len(run.members):
        return [m for m in run.members if _lead_length(m) <= SIBLING_LIMIT]
    return []


def _runs_in(member: Numbered) -> bool:
    """Whether an English section has its title at the head of its text: `Section 1. Purpose. …`"""
    lead = member.candidate.lead_after(member.marker)
    text = member.candidate.text
    return is_latin(text) and lead.next < len(text) and not is_clause(_lead(member))


SHORTEST_STATEMENT = 4
"""Words: `Opening hours vary widely.`"""
_NUMBERS_PARAGRAPHS = (
    Kind.LETTER,
    Kind.DIGIT,
    Kind.DECIMAL,
    Kind.DECIMAL_DEEPER,
    Kind.DIGIT_BRACKETED,
    Kind.DIGIT_HALF_BRACKETED,
    Kind.LETTER_BRACKETED,
)


def _is_of_paragraphs(run: _Run, document: _Context) -> bool:
    """Whether English paragraphs are numbered for reference, as in White Papers and minutes.

    Each opens with a statement (`1.1 There are 1,830 libraries.`), not with a title. Below
    Roman numbers a statement may be a title: `1. We strengthened regulation.`
    """
    kind, first = run.last.kind, run.members[0]
    if kind not in _NUMBERS_PARAGRAPHS or not is_latin(first.candidate.text):
        return False
    if kind is Kind.DIGIT and document.first_roman < first.candidate.position:
        return False
    members = document.decimals if kind is Kind.DECIMAL else run.members
    return 2 * sum(map(_states, members)) > len(members)


def _states(member: Numbered) -> bool:
    candidate = member.candidate
    if candidate.bold_end > member.marker.end:
        return False
    is_whole = candidate.lead_after(member.marker).next >= len(candidate.text)
    lead = _lead(member)
    if lead[:1].islower():
        return True  # an item of a list, which goes on with the sentence above it
    if is_whole and not candidate.ends_whole:
        return False
    if is_clause(lead) or (is_whole and not is_title_case(lead)):
        return True
    is_phrase = is_title_case(lead) or len(lead.split()) < SHORTEST_STATEMENT
    return member.marker.kind in (Kind.DECIMAL, Kind.DECIMAL_DEEPER) and not is_phrase


def _lead(member: Numbered) -> str:
    end = member.candidate.lead_after(member.marker).end
    return member.candidate.text[member.marker.end : end]


def _lead_length(member: Numbered) -> float:
    return measure(_lead(member))


def _is_short(member: Numbered) -> bool:
    lead = member.candidate.lead_after(member.marker)
    runs_in = lead.next < len(member.candidate.text)
    return _lead_length(member) <= (RUN_IN_LIMIT if runs_in else OWN_LINE_LIMIT)


def _is_list(run: _Run, candidates: Sequence[Candidate]) -> bool:
    """Whether the run is a list within a sentence, not a row of headings."""
    members = run.members
    ends = [member.candidate.text.rstrip()[-1:] for member in members[:-1]]
    if sum(end in "；;，,、" for end in ends) * 3 > len(ends) > 0:
        return True
    if any(_has_body(member, candidates) for member in (members[:-1] or members)):
        return False
    # Nothing follows any of them: `1.任务表` `2.说明`, or whole sentences one by one.
    kind = members[0].marker.kind
    return kind >= Kind.LETTER or all(member.candidate.ends_whole for member in members)


def _has_body(member: Numbered, candidates: Sequence[Candidate]) -> bool:
    candidate, marker = member.candidate, member.marker
    if candidate.lead_after(marker).next < len(candidate.text):
        return True
    following = candidate.position + 1
    if following == len(candidates):
        return False
    after = candidates[following]
    if after.file_level is not None:
        return False
    if _has_numbers(member, candidates):
        return True
    return not any(
        reading.kind <= marker.kind and reading.noun == marker.noun for reading in after.readings
    )


def _has_numbers(member: Numbered, candidates: Sequence[Candidate]) -> bool:
    """Whether numbering of another kind begins right below *member*."""
    following = member.candidate.position + 1
    return following < len(candidates) and any(
        reading.number == 1 and reading.kind is not member.marker.kind
        for reading in candidates[following].readings
    )

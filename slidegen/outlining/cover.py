"""The cover's facts, read off the lines before the text.

A document opens with title, occasion, speaker, date, source and salutation in
almost any order. Each line is tried against the recognisers of `cover_lines`;
what one of them knows goes to the cover, and the first line that none knows is
where the text begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from slidegen.document import Block, Field, Heading, ListBlock, Paragraph, Rule, passages
from slidegen.outline import Dropped, Language, Outline, Section
from slidegen.outlining.cover_lines import (
    AT_HEAD,
    dashed_subtitle,
    date_line,
    memo_head,
    salutation,
)
from slidegen.outlining.dates import date_of, first_date
from slidegen.outlining.english import is_body, is_office, is_person
from slidegen.outlining.english_cover import (
    KIND_ABOVE_TITLE,
    OPENS_STATEMENT,
    PLACE,
    TOWN,
    delivered,
)
from slidegen.outlining.facts import Facts, flat
from slidegen.outlining.folding import line_of, squeezed
from slidegen.outlining.labels import bare_label, labelled, listed_fact, record
from slidegen.outlining.letterhead import MOST_ISSUERS, issuers
from slidegen.outlining.numbering import Kind, marker_at
from slidegen.outlining.occasions import closes_occasion, occasion, opens_occasion, unwrapped
from slidegen.outlining.people import bare_name
from slidegen.outlining.publication import titled
from slidegen.outlining.signature import signature_of
from slidegen.outlining.titles import (
    LONGEST_LINE,
    HeadLine,
    is_frame,
    is_titlelike,
    run_in_title,
    title_at,
)
from slidegen.outlining.vocabulary import (
    DOCUMENT_NUMBER,
    ORGANISATION,
    RUN_IN_SALUTATION,
    TITLE_END,
)
from slidegen.outlining.wording import is_latin
from slidegen.passage import EMPTY, Passage

LONGEST_HEAD = 60
"""Lines; the record of a government page has about thirty."""

LONGEST_LETTERHEAD = 6
"""Lines from the name of the issuing body to the title."""

LONGEST_LIST = 20
"""Blocks among which a fact sheet is looked for."""

LONGEST_ASIDE = 14
"""Lines in which an English cover may come to its point: to the subject, to the addressee."""

LONGEST_ASIDE_LINE = 120
"""Letters of a line of it."""

LONGEST_VALUE = 60
"""Letters of an entry in such a record."""

_FIELD_NAMES = {
    "title": ("title", "标题", "题目"),
    "subtitle": ("subtitle", "副标题"),
    "speaker": ("speaker", "author", "authors", "作者", "讲话人", "发言人", "主讲人", "汇报人"),
    "organisation": ("organisation", "organization", "单位", "发文机关", "机构"),
    "date": ("date", "日期", "成文日期"),
    "occasion": ("occasion", "event", "场合", "会议"),
    "source": ("source", "来源", "文号", "doc_no"),
}


_ENDS_OPEN = re.compile(r" (?:of|the|by|and|for|to)$|^before$", re.IGNORECASE)
"""How an English line ends that the next one goes on from."""

_SLUG = re.compile(r"[a-z]+(?:[-_][a-z0-9]+)+")
"""A computer's name for something: `challenge-owner-guide`, `jane-doe`."""


_CAPITALISED = re.compile(r"(?:[A-Z][\w'&-]*)(?: (?:[A-Z][\w'&-]*|of|and|for|the))+")
"""An English name of several words: `City Library Services`."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What an outline says before its first section."""

    title: Passage = EMPTY
    subtitle: Passage = EMPTY
    occasion: Passage = EMPTY
    speaker: Passage = EMPTY
    organisation: Passage = EMPTY
    classification: Passage = EMPTY
    date: Passage = EMPTY
    published: Passage = EMPTY
    """When the page was put up; the date only of a document that tells no other."""
    source: Passage = EMPTY
    salutation: Passage = EMPTY
    notes: tuple[Passage, ...] = ()
    """Lines under the title that belong with the notes: when a law was adopted and revised."""
    dropped: tuple[Dropped, ...] = ()

    def outline(
        self,
        *,
        opening: tuple[Block, ...],
        sections: tuple[Section, ...],
        closing: tuple[Block, ...],
        after_matter: tuple[Block, ...],
        dropped: tuple[Dropped, ...],
        language: Language,
        name: str,
        lines: tuple[str, ...],
    ) -> Outline:
        """The outline with this cover; what the cover lacks, a signature may tell."""
        signed = signature_of(after_matter)
        date = self.date or signed.date or _date_of_title(self.title) or self._page_date()
        found = date_of(date)
        return Outline(
            title=self.title,
            subtitle=self.subtitle,
            occasion=self.occasion,
            speaker=self.speaker or signed.speaker,
            organisation=self.organisation or signed.organisation,
            classification=self.classification,
            date=date,
            iso_date=found[1] if found else None,
            source=self.source or signed.source,
            salutation=self.salutation,
            opening=opening,
            sections=sections,
            closing=closing,
            after_matter=(*map(Paragraph, self.notes), *after_matter),
            dropped=tuple(sorted((*self.dropped, *dropped), key=lambda d: d.passage.line)),
            language=language,
            name=name,
            lines=lines,
        )

    def _page_date(self) -> Passage:
        """When the page was put up, unless the document's own number tells another year."""
        year = re.search(r"[〔\[(（](\d{4})", self.source.text)
        return EMPTY if year and year[1] not in self.published.text else self.published


def read_cover(
    blocks: tuple[Block, ...], fields: tuple[Field, ...]
) -> tuple[Cover, tuple[Block, ...]]:
    """The cover of *blocks*, and the blocks after it.

    What the document's own metadata says fills the gaps; its title also decides
    which line can be the title.
    """
    stated = _stated(fields)
    lines = tuple(_head_lines(blocks))
    cover, at = Cover(), 0
    while at < len(lines) and (step := _step(lines, at, blocks, cover, stated.title)):
        cover = _with(cover, step.facts)
        at += step.lines
        if step.is_last:
            blocks = _after(blocks, lines, at, step.taken)
            break
    else:
        blocks = _after(blocks, lines, at, 0)
    cover = _filled(_filled(cover, stated), _listed(blocks))
    return _without_repetitions(cover, blocks)


def _date_of_title(title: Passage) -> Passage:
    """The day in a title that begins or ends with it: `Board meeting (25 March 2014)`."""
    found = first_date(title.text)
    if not found or not found.iso:
        return EMPTY
    around = title.text[: found.start], title.text[found.end :]
    if any(not any(sign.isalnum() for sign in side) for side in around):
        return title[found.start : found.end]
    return EMPTY


@dataclass(frozen=True, slots=True)
class _Step:
    facts: Facts
    lines: int = 1
    is_last: bool = False
    taken: int = 0
    """Letters of the next line that the last fact takes from it."""


def _step(
    lines: Sequence[HeadLine], at: int, blocks: Sequence[Block], cover: Cover, stated: Passage
) -> _Step | None:
    """What the line is to the cover; None if the text begins with it."""
    line = lines[at]
    if not line.passage:  # a rule between parts of the cover
        goes_on = at + 1 < len(lines) and _step(lines, at + 1, blocks, cover, stated)
        return _Step(Facts()) if goes_on else None
    if at == 0 and (parts := run_in_title(line.block)):
        return _Step(Facts(title=parts[0]), 0, True, len(line.passage) - len(parts[1]))
    if _is_numbered(line):
        return None
    if cover.title and squeezed(line.passage.text) == squeezed(cover.title.text):
        return _Step(Facts(rest=(line.passage,), reason="repeated title"))
    if len(line.passage) <= LONGEST_LINE and not isinstance(line.block, Heading):
        if field := bare_label(line.passage):
            return _record_step(lines, at, field, cover)
        for recognise in AT_HEAD:
            if facts := recognise(line.passage):
                if facts.speaker and _is_letter(lines[at + 1 :]) and recognise is not labelled:
                    facts = Facts(note=line.passage)
                if recognise is delivered and not (cover.title or _title_to_come(lines[at + 1 :])):
                    continue  # Remarks by … at …: it is the title
                if recognise is labelled and _says_otherwise(facts, cover):
                    return None  # 主题：… in the text of an invitation
                if recognise is salutation:
                    return _salutation_step(lines, at, facts, cover)
                return _Step(facts)
    if isinstance(line.block, Heading) and (facts := memo_head(line.passage)):
        return _Step(facts)
    if is_latin(line.text) and (facts := _english_line(lines, at, cover)):
        return _Step(facts)
    if not cover.title and (step := _issuers_step(lines, at)):
        return step
    if not cover.title and (found := title_at(lines, at, blocks, stated)):
        return _Step(titled(found[0]), found[1])
    if two := _occasion_over_two_lines(lines, at):
        return two
    if match := RUN_IN_SALUTATION.match(line.text):
        return _Step(Facts(salutation=line.passage[: match.end()]), 0, True, match.end())
    if isinstance(line.block, Heading):
        return None
    if cover.title and (facts := dashed_subtitle(line.passage)):
        return _Step(facts)
    if cover.title and _is_followed(lines, at) and (facts := bare_name(line.passage)):
        return _Step(facts)
    if _is_organisation(lines, at, cover):
        return _Step(Facts(organisation=line.passage))
    return None


def _english_line(lines: Sequence[HeadLine], at: int, cover: Cover) -> Facts | None:
    """What a line without a label is to an English cover, by what is to come below it."""
    line = lines[at]
    if isinstance(line.block, Heading):
        return None
    below = lines[at + 1 : at + 1 + LONGEST_ASIDE]
    if (cover.title or cover.date) and _is_letter(below):
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
    if KIND_ABOVE_TITLE.fullmatch(line.text) and _title_to_come(below):
        return Facts(subtitle=line.passage)
    if is_body(line.text) and (_title_to_come(below) or _is_titled_by_label(below)):
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
    if is_body(line.text) and (is_next or is_frame(below[0]) or _is_paragraph(below[0])):
        return Facts(organisation=line.passage)
    is_dated = cover.date or date_line(below[0].passage)
    if PLACE.search(line.text) and is_phrase and is_dated and not cover.occasion:
        return Facts(occasion=line.passage)
    if not any(is_frame(later) for later in below[:2]):
        return None
    if cover.subtitle or not is_phrase:
        return Facts(note=line.passage)
    return Facts(subtitle=line.passage)


def _is_letter(below: Sequence[HeadLine]) -> bool:
    """Whether `Dear …` comes below nothing but the short lines of an address."""
    for later in below[:LONGEST_ASIDE]:
        if re.match(r"dear\b", later.text, re.IGNORECASE) and is_frame(later):
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


def _title_to_come(below: Sequence[HeadLine]) -> bool:
    """Whether the first line below that says nothing else of the document could be its title."""
    for later in below:
        if TOWN.fullmatch(later.text) or is_body(later.text) or _ENDS_OPEN.search(later.text):
            continue
        if later.passage and not is_frame(later) and not is_office(later.text):
            return is_titlelike(later) and not KIND_ABOVE_TITLE.fullmatch(later.text)
    return False


def _is_paragraph(line: HeadLine) -> bool:
    return len(line.text) > LONGEST_VALUE


def _says_otherwise(facts: Facts, cover: Cover) -> bool:
    """Whether a label's value is another than the cover's, so that it labels something else."""
    names: tuple[str, ...] = ("title", "subtitle", "occasion", "speaker", "organisation")
    if is_latin(facts.rest[0].text if facts.rest else ""):
        names = ("title",)  # From: an office, after the letterhead of its agency
    return any(
        (value := getattr(facts, name))
        and (known := getattr(cover, name))
        and squeezed(value.text) != squeezed(known.text)
        for name in names
    )


def _record_step(lines: Sequence[HeadLine], at: int, field: str, cover: Cover) -> _Step:
    """A label of the page's record, with its value if the next line is one."""
    label = lines[at].passage
    below = lines[at + 1] if at + 1 < len(lines) else None
    if (
        below is None
        or not below.passage
        or len(below.text) > LONGEST_VALUE
        or bare_label(below.passage)
        or _is_numbered(below)
        or squeezed(below.passage.text) == squeezed(cover.title.text)
    ):
        return _Step(Facts(rest=(label,), reason="page record"))
    facts = record(label, below.passage, field)
    return _Step(facts, 2)


def _is_numbered(line: HeadLine) -> bool:
    marker = marker_at(line.text)
    return marker is not None and not marker.doubtful and marker.kind is not Kind.DASH


def _salutation_step(lines: Sequence[HeadLine], at: int, facts: Facts, cover: Cover) -> _Step:
    """The salutation, which may go over several lines and is the last of the cover; but an
    English letter has its subject below."""
    count = 1
    while at + count < len(lines) and (more := salutation(lines[at + count].passage)):
        facts = replace(facts, salutation=facts.salutation + more.salutation)
        count += 1
    subject = lines[at + count : at + count + 2]
    is_letter = not cover.title and len(subject) == 2 and is_latin(subject[0].text)
    if is_letter and is_titlelike(subject[0]) and _is_paragraph(subject[1]):
        return _Step(replace(facts, title=subject[0].passage), count + 1, is_last=True)
    return _Step(facts, count, is_last=True)


def _issuers_step(lines: Sequence[HeadLine], at: int) -> _Step | None:
    """The bodies over a 文件 or （函） of its own, with the title below."""
    found = issuers([line.passage for line in lines[at : at + MOST_ISSUERS + 2]])
    if not found:
        return None
    facts, count = found
    below = lines[at + count : at + count + LONGEST_LETTERHEAD]
    is_to_come = any(is_titlelike(line) and TITLE_END.search(line.text) for line in below)
    return _Step(facts, count) if is_to_come else None


def _occasion_over_two_lines(lines: Sequence[HeadLine], at: int) -> _Step | None:
    if at + 1 >= len(lines) or not opens_occasion(lines[at].passage):
        return None
    if not closes_occasion(lines[at + 1].passage):
        return None
    both = lines[at].passage + lines[at + 1].passage
    facts = occasion(both) or Facts(occasion=unwrapped(both)[0])
    return _Step(facts, 2)


def _is_followed(lines: Sequence[HeadLine], at: int) -> bool:
    """Whether more of the cover, or a paragraph, comes below: under a heading stand points."""
    below = lines[at + 1 : at + 2]
    return not below or is_frame(below[0]) or len(below[0].text) > LONGEST_VALUE


def _is_organisation(lines: Sequence[HeadLine], at: int, cover: Cover) -> bool:
    """Whether a body's name stands alone, with another part of the cover below it."""
    line = lines[at]
    if len(line.text) > LONGEST_VALUE or at + 1 >= len(lines):
        return False
    if not (ORGANISATION.match(line.text) or _CAPITALISED.fullmatch(line.text)):
        return False
    below = lines[at + 1]
    if cover.title:
        return bool(below.passage) and is_frame(below)
    return any(
        is_titlelike(later) and TITLE_END.search(later.text) for later in lines[at + 1 : at + 4]
    )


_FACTS = (
    "title",
    "subtitle",
    "occasion",
    "speaker",
    "organisation",
    "classification",
    "date",
    "published",
    "source",
    "salutation",
)


def _with(cover: Cover, facts: Facts) -> Cover:
    """*cover* with the facts of one more line; the first line that says a thing is believed."""
    dropped = [Dropped(passage, facts.reason) for passage in facts.rest]
    if facts.note:
        # Of a law's revisions, which follow one another, the last is its date.
        is_open = not cover.date or cover.date.line in {note.line for note in cover.notes}
        date = facts.date if facts.date and is_open else cover.date
        return replace(cover, date=date, notes=(*cover.notes, facts.note))
    notes = cover.notes
    if cover.source and _is_number(facts.source) and not _is_number(cover.source):
        # A document's number says more than the site it was found on.
        is_dropped = cover.source.line in {line.passage.line for line in cover.dropped}
        notes += () if is_dropped else (cover.source,)
        cover = replace(cover, source=EMPTY)
    said = {name: value for name in _FACTS if (value := getattr(facts, name))}
    news = {name: value for name, value in said.items() if not getattr(cover, name)}
    if facts.reason != "publication line":  # that line is dropped as a whole
        for name in (name for name in said if name not in news):
            if squeezed(said[name].text) == squeezed(getattr(cover, name).text):
                dropped.append(Dropped(said[name], "said before on the cover"))
            else:
                notes += (said[name],)
    if facts.occasion and not (cover.date or facts.date):
        found = date_of(facts.occasion)
        news |= {"date": found[0]} if found else {}
    return replace(cover, **news, notes=notes, dropped=(*cover.dropped, *dropped))


def _is_number(source: Passage) -> bool:
    return DOCUMENT_NUMBER.search(flat(source)) is not None


def _filled(cover: Cover, stated: Facts) -> Cover:
    names = ("title", "subtitle", "occasion", "speaker", "organisation", "date", "source")
    gaps = {name: getattr(stated, name) for name in names if not getattr(cover, name)}
    return replace(cover, **gaps)


def _listed(blocks: Sequence[Block]) -> Facts:
    """What a fact sheet directly below the cover says of the document: a list with at least
    two facts in it, since one item may speak of anything."""
    found: list[Facts] = []
    for block in blocks[:LONGEST_LIST]:
        line = line_of(block)
        if isinstance(block, ListBlock) or (line and line.text.startswith(("- ", "* ", "• "))):
            found += filter(None, map(listed_fact, passages(block)))
        elif found:
            break
    names = ("occasion", "speaker", "date", "source")
    said = {name: v for facts in reversed(found) for name in names if (v := getattr(facts, name))}
    return Facts(**said) if len(said) > 1 else Facts()


def _stated(fields: tuple[Field, ...]) -> Facts:
    """What the document's own metadata says."""
    values = {
        field.name.lower(): field.value
        for field in reversed(fields)
        if field.value and not _SLUG.fullmatch(field.value.text)
    }
    return Facts(
        **{  # type: ignore[arg-type]
            part: values[name]
            for part, names in _FIELD_NAMES.items()
            if (name := next((n for n in names if n in values), None))
        }
    )


def _head_lines(blocks: Sequence[Block]) -> Iterator[HeadLine]:
    """The lines before the first block that is more than words, up to `LONGEST_HEAD`."""
    count = 0
    for index, block in enumerate(blocks):
        if isinstance(block, Rule):
            yield HeadLine(EMPTY, block, index, 0)
        elif passage := line_of(block):
            offset = 0
            for _, runs in groupby(passage.runs, lambda run: run.line):
                whole = Passage(tuple(runs))
                if line := whole.strip():
                    yield HeadLine(line, block, index, offset)
                    count += 1
                offset += len(whole)
        else:
            return
        if count >= LONGEST_HEAD:
            return


def _after(
    blocks: tuple[Block, ...], lines: Sequence[HeadLine], at: int, taken: int
) -> tuple[Block, ...]:
    """The blocks from line *at* on, without the first *taken* letters of it."""
    if at >= len(lines):
        return blocks[lines[-1].index + 1 :] if lines else blocks
    line = lines[at]
    start = line.offset + taken
    if start == 0:
        return blocks[line.index :]
    passage = line_of(line.block)
    assert passage is not None
    left = passage[start:].strip()
    return ((Paragraph(left),) if left else ()) + blocks[line.index + 1 :]


def _without_repetitions(
    cover: Cover, blocks: tuple[Block, ...]
) -> tuple[Cover, tuple[Block, ...]]:
    """Pages say the title again, above the text and between its parts."""
    title = squeezed(cover.title.text)
    if len(title) < 6:
        return cover, blocks
    again = [
        passage
        for block in blocks
        if (passage := line_of(block)) and squeezed(passage.text) == title
    ]
    if not again:
        return cover, blocks
    kept = tuple(
        block
        for block in blocks
        if not ((passage := line_of(block)) and squeezed(passage.text) == title)
    )
    dropped = tuple(Dropped(passage, "repeated title") for passage in again)
    return replace(cover, dropped=(*cover.dropped, *dropped)), kept

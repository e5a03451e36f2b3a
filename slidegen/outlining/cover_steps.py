"""What each line is to the cover, by itself and by the lines around it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidegen.document import Block, Heading
from slidegen.outlining.cover_facts import Cover
from slidegen.outlining.cover_lines import AT_HEAD, dashed_subtitle, memo_head, salutation
from slidegen.outlining.english_cover import delivered
from slidegen.outlining.english_steps import english_line, is_letter, title_to_come
from slidegen.outlining.facts import Facts
from slidegen.outlining.folding import squeezed
from slidegen.outlining.head_lines import LONGEST_VALUE, HeadLine, is_paragraph
from slidegen.outlining.labels import bare_label, labelled, record
from slidegen.outlining.letterhead import MOST_ISSUERS, issuers
from slidegen.outlining.numbering import Kind, marker_at
from slidegen.outlining.occasions import closes_occasion, occasion, opens_occasion, unwrapped
from slidegen.outlining.people import bare_name, bare_office
from slidegen.outlining.publication import titled
from slidegen.outlining.titles import LONGEST_LINE, is_frame, is_titlelike, run_in_title, title_at
from slidegen.outlining.vocabulary import ORGANISATION, RUN_IN_SALUTATION, TITLE_END
from slidegen.outlining.wording import is_latin
from slidegen.passage import Passage
from slidegen.patterns import compiled

LONGEST_LETTERHEAD = 6
"""Lines from the name of the issuing body to the title."""

_CAPITALISED = compiled(r"(?:[A-Z][\w'&-]*)(?: (?:[A-Z][\w'&-]*|of|and|for|the))+")
"""An English name of several words: `City Library Services`."""


class Step(Struct, frozen=True):
    facts: Facts
    lines: int = 1
    is_last: bool = False
    taken: int = 0
    """Letters of the next line that the last fact takes from it."""


def step_at(
    lines: Sequence[HeadLine], at: int, blocks: Sequence[Block], cover: Cover, stated: Passage
) -> Step | None:
    """What the line is to the cover; None if the text begins with it."""
    line = lines[at]
    if not line.passage:  # a rule between parts of the cover
        goes_on = at + 1 < len(lines) and step_at(lines, at + 1, blocks, cover, stated)
        return Step(Facts()) if goes_on else None
    if at == 0 and (parts := run_in_title(line.block)):
        return Step(Facts(title=parts[0]), 0, True, len(line.passage) - len(parts[1]))
    if _is_numbered(line):
        return None
    if cover.title and squeezed(line.passage.text) == squeezed(cover.title.text):
        return Step(Facts(rest=(line.passage,), reason="repeated title"))
    if len(line.passage) <= LONGEST_LINE and not isinstance(line.block, Heading):
        if field := bare_label(line.passage):
            return _record_step(lines, at, field, cover)
        for recognise in AT_HEAD:
            if facts := recognise(line.passage):
                if facts.speaker and is_letter(lines[at + 1 :]) and recognise is not labelled:
                    facts = Facts(note=line.passage)
                if recognise is delivered and not (cover.title or title_to_come(lines[at + 1 :])):
                    continue  # Remarks by … at …: it is the title
                if recognise is labelled and _says_otherwise(facts, cover):
                    return None  # 主题：… in the text of an invitation
                if recognise is salutation:
                    return _salutation_step(lines, at, facts, cover)
                return Step(facts)
    if isinstance(line.block, Heading) and (facts := memo_head(line.passage)):
        return Step(facts)
    if is_latin(line.text) and (facts := english_line(lines, at, cover)):
        return Step(facts)
    if not cover.title and (step := _issuers_step(lines, at)):
        return step
    if not cover.title and (found := title_at(lines, at, blocks, stated)):
        return Step(titled(found[0]), found[1])
    if two := _occasion_over_two_lines(lines, at):
        return two
    if match := RUN_IN_SALUTATION.match(line.text):
        return Step(Facts(salutation=line.passage[: match.end()]), 0, True, match.end())
    if isinstance(line.block, Heading):
        return None
    if cover.title and (facts := dashed_subtitle(line.passage)):
        return Step(facts)
    if cover.title and _is_followed(lines, at) and (facts := bare_name(line.passage)):
        return Step(facts)
    is_next_frame = at + 1 < len(lines) and is_frame(lines[at + 1])
    if cover.title and is_next_frame and (facts := bare_office(line.passage)):
        return Step(facts)
    if _is_organisation(lines, at, cover):
        return Step(Facts(organisation=line.passage))
    return None


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


def _record_step(lines: Sequence[HeadLine], at: int, field: str, cover: Cover) -> Step:
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
        return Step(Facts(rest=(label,), reason="page record"))
    facts = record(label, below.passage, field)
    return Step(facts, 2)


def _is_numbered(line: HeadLine) -> bool:
    marker = marker_at(line.text)
    return marker is not None and not marker.doubtful and marker.kind is not Kind.DASH


def _salutation_step(lines: Sequence[HeadLine], at: int, facts: Facts, cover: Cover) -> Step:
    """The salutation, which may go over several lines and is the last of the cover; but an
    English letter has its subject below."""
    count = 1
    while at + count < len(lines) and (more := salutation(lines[at + count].passage)):
        facts = replace(facts, salutation=facts.salutation + more.salutation)
        count += 1
    subject = lines[at + count : at + count + 2]
    is_letter = not cover.title and len(subject) == 2 and is_latin(subject[0].text)
    if is_letter and is_titlelike(subject[0]) and is_paragraph(subject[1]):
        return Step(replace(facts, title=subject[0].passage), count + 1, is_last=True)
    return Step(facts, count, is_last=True)


def _issuers_step(lines: Sequence[HeadLine], at: int) -> Step | None:
    """The bodies over a 文件 or （函） of its own, with the title below."""
    found = issuers([line.passage for line in lines[at : at + MOST_ISSUERS + 2]])
    if not found:
        return None
    facts, count = found
    below = lines[at + count : at + count + LONGEST_LETTERHEAD]
    is_to_come = any(is_titlelike(line) and TITLE_END.search(line.text) for line in below)
    return Step(facts, count) if is_to_come else None


def _occasion_over_two_lines(lines: Sequence[HeadLine], at: int) -> Step | None:
    if at + 1 >= len(lines) or not opens_occasion(lines[at].passage):
        return None
    if not closes_occasion(lines[at + 1].passage):
        return None
    both = lines[at].passage + lines[at + 1].passage
    facts = occasion(both) or Facts(occasion=unwrapped(both)[0])
    return Step(facts, 2)


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

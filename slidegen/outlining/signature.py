"""Who signed a document and when, and who wrote it, as the lines at its end say."""

from __future__ import annotations

import re

from msgspec import Struct

from slidegen.document import Block
from slidegen.outlining.dates import date_of, first_date, is_date
from slidegen.outlining.english_tail import VALEDICTION
from slidegen.outlining.folding import folded, line_of
from slidegen.outlining.numbering import marker_at
from slidegen.outlining.people import author, is_speaker
from slidegen.outlining.vocabulary import ORGANISATION
from slidegen.passage import EMPTY, Passage
from slidegen.patterns import compiled

LONGEST_SIGNER = 30
LONGEST_DATE = 40

_WISH = compiled(r"谢谢|感谢|祝|此致|敬礼|完|thank", re.IGNORECASE)
_DATED = compiled(r"dated?\b(?: this)?:?\s|(?:issued|done) (?:in|at)\b", re.IGNORECASE)
_SIGNED = compiled(r"[(]?[^,。;:!?()]{2,30}[)]?")
_SOURCE = compiled(
    r"\(?(?:(?:来源|摘自|选自|原载|据|source)\s?:?\s?\S.{1,80}|《[^》]{2,40}》.{0,80}?版.{0,40})\)?。?",
    re.I,
)


class Signature(Struct, frozen=True):
    """What after-matter says of the document, empty where it says nothing."""

    speaker: Passage = EMPTY
    organisation: Passage = EMPTY
    date: Passage = EMPTY
    source: Passage = EMPTY


def signature_of(after_matter: tuple[Block, ...]) -> Signature:
    """The first of each fact in *after_matter*; a body signs on the line above the date."""
    lines = [passage for block in after_matter if (passage := line_of(block))]
    speaker = organisation = date = source = EMPTY
    for above, line in zip([EMPTY, *lines], lines, strict=False):
        if not date and is_signature_date(folded(line.text).strip()):
            date = _date_in(line)
            signer = line[: len(line) - len(date)].strip() or above
            if ORGANISATION.match(folded(signer.text)):
                organisation = signer.strip()
            elif is_speaker(folded(signer.text)):
                speaker = speaker or signer.strip()
        elif VALEDICTION.fullmatch(folded(above.text).strip()) and is_signer(line):
            speaker = speaker or line  # Sincerely, and the name
        elif (found := _DATED.match(line.text)) and (told := date_of(line[found.end() :])):
            date = date or told[0]
        elif facts := author(line):
            speaker = speaker or facts.speaker
        elif is_source(line):
            source = source or line.strip("()（）")
    return Signature(speaker, organisation, date, source)


def is_signature_date(text: str) -> bool:
    """Whether the line, folded, is the date of a signature, alone or behind the body that signs."""
    if is_date(text):
        return True
    found = first_date(text) if len(text) <= LONGEST_SIGNER + LONGEST_DATE else None
    return bool(
        found
        and 0 < found.start <= LONGEST_SIGNER
        and found.end == len(text)
        and text[found.start - 1] == " "
        and ORGANISATION.match(text[: found.start].strip())
    )


def is_signer(line: Passage) -> bool:
    """Whether the line can be a body or person that signs: a short line without punctuation."""
    text = folded(line.text).strip()
    return (
        len(text) <= LONGEST_SIGNER
        and bool(_SIGNED.fullmatch(text))
        and not is_date(text)
        and marker_at(text) is None
        and not _WISH.match(text)
    )


def is_source(line: Passage) -> bool:
    """`(来源:新华网)`, or the book that the text was taken from."""
    text = folded(line.text).strip()
    return bool(_SOURCE.fullmatch(text))


def _date_in(line: Passage) -> Passage:
    found = first_date(line.text)
    return line[found.start : found.end] if found else EMPTY

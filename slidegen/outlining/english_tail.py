"""How English documents end: `Sincerely,` and a name, a date and an office, a docket's imprint.

The lines come in any order and mostly without a label. Read from the end upwards they are
believed only if one of them can be nothing else: a valediction, a date, a filing mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from slidegen.document import Block, Heading, Rule
from slidegen.outlining.dates import is_date
from slidegen.outlining.english import is_body, is_office, is_person
from slidegen.outlining.folding import folded, line_of
from slidegen.outlining.vocabulary import IDEOGRAPH
from slidegen.patterns import compiled

LONGEST = 14
"""Blocks of an ending."""
LONGEST_LINE = 110
MOST_IN_PLACE = 5
"""Words of the place before a date."""

VALEDICTION = compiled(
    r"(?:yours (?:sincerely|faithfully|truly|ever|in .{2,30})|sincerely(?: yours)?|faithfully"
    r"|respectfully(?: (?:submitted|yours))?|very (?:truly|respectfully)(?: yours)?"
    r"|best (?:regards|wishes)"
    r"|(?:kind|warm)(?:est)? regards|regards|with (?:best|kind|warm) (?:wishes|regards)|cordially"
    r"|in service"
    r"|signed(?: by)?|by order of .{3,60})[,:]?",
    re.IGNORECASE,
)
_PROOF = compiled(
    r"dated?\b(?: this| at .{2,40},?)?:?\s.{0,12}\d.{4,40}|\[FR Doc\..{4,80}\]"
    r"|billing code:? [\w-]+"
    r"|/s/.{0,60}|issued (?:in|at) .{4,80}|done at .{4,120}|\(?signed\)?:? .{3,60}",
    re.IGNORECASE,
)
_LINE = compiled(
    r"(?:tel(?:ephone)?|phone|e-?mail|fax|website|web|media (?:contacts?|enquiries|inquiries)"
    r"|contacts?"
    r"|press office|contact officer|background papers?|cc|copies to|enc(?:l"
    r"|losures?)?)\b.{0,4}[:.].{2,120}",
    re.IGNORECASE,
)
_NAME = compiled(
    r"(?:[A-Z][\w'’-]*\.?|[A-Z]\.(?:[A-Z]\.)*)(?: (?:[A-Z][\w'’-]*\.?|de|van|von)){1,3},?"
)


def english_tail(blocks: Sequence[Block]) -> range:
    """The indices of the blocks that sign an English document off; empty if none do."""
    first = last = len(blocks)
    while first > max(1, last - LONGEST) and _may_end(blocks[first - 1]):
        first -= 1
    proofs = [index for index in range(first, last) if _is_proof(_text(blocks[index]))]
    proofs += [index for index in range(first, last - 1) if _is_signed(blocks[index : index + 2])]
    if not proofs or all(isinstance(block, Heading) for block in blocks[: first or 1]):
        return range(last, last)
    if first and not _stands_over_nothing(blocks[first - 1]):
        return range(last, last)  # `Date of next meeting`, and the date
    return range(first, last)


def _stands_over_nothing(block: Block) -> bool:
    """Whether *block* is no heading, so that what follows need not belong to it."""
    return not isinstance(block, Heading) and _text(block).endswith(
        (".", "!", "?", ")", ":", "”", '"')
    )


def _text(block: Block) -> str:
    passage = line_of(block)
    return " ".join(folded(passage.text).split()) if passage else ""


def _is_proof(text: str) -> bool:
    place, _, day = text.partition(", ")
    return bool(
        VALEDICTION.fullmatch(text)
        or _PROOF.fullmatch(text)
        or is_date(text)
        or (is_date(day) and len(place.split()) <= MOST_IN_PLACE)  # THE WHITE HOUSE, May 6, 2022.
    )


def _is_signed(pair: Sequence[Block]) -> bool:
    """A name, and the office it holds below it."""
    name, office = (_text(block).rstrip(",") for block in pair)
    return bool(_NAME.fullmatch(name)) and is_office(office)


def _may_end(block: Block) -> bool:
    if isinstance(block, Rule):
        return True
    text = _text(block)
    if isinstance(block, Heading) or not 0 < len(text) <= LONGEST_LINE or IDEOGRAPH.search(text):
        return False
    return bool(
        _is_proof(text)
        or _LINE.fullmatch(text)
        or _NAME.fullmatch(text)
        or is_office(text.rstrip(",."))
        or is_body(text.rstrip(",."))
        or is_person(text.rstrip(",."))
    )

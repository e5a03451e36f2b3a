"""What the wording of an English line tells: whether it is a heading's, a body's or a sentence.

English has no 。 to tell a sentence by and its headings have no number more often than not.
Capitals are the next best evidence: `Agency Comments and Our Evaluation`, `HOW TO APPLY`.
"""

from __future__ import annotations

import re

from slidegen.patterns import compiled

_WORD = compiled(r"[A-Za-z][\w'’.-]*")
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a an and as at but by de for from in into is la nor of off on onto or over per so than"
        " that the to up upon v via vs with within without yet",
    )
)
"""Words that stay small in a title."""

_FINITE = compiled(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|will|would|shall|should|must|may|might|can|could"
    r"|do|does|did|I|we|they|it|you|he|she|this|there|said|says|I'm|we're|it's|that)\b",
    re.IGNORECASE,
)
"""What makes a clause of some words: an auxiliary, or a pronoun that is its subject."""

LONGEST_PHRASE = 14
"""Words of a heading that is no sentence."""

_QUESTION = compiled(
    r"(?:how|what|when|where|who|whom|whose|why|which|can|could|do|does|did|is|are|am|was|were|will"
    r"|would|should|may|must|has|have)\b.*\?",
    re.IGNORECASE,
)


def is_capitals(text: str) -> bool:
    """Whether all of *text* is in capitals: `HOW TO APPLY`; an abbreviation alone is not enough."""
    return bool(text.isupper()) and sum(letter.isalpha() for letter in text) >= 4


def is_title_case(text: str) -> bool:
    """Whether the words of *text* begin with capitals as in titles, or are all in capitals."""
    words = _WORD.findall(text)
    if not words or not words[0][0].isupper():
        return False
    weighty = [word for word in words[1:] if word.lower() not in _SMALL]
    return bool(sum(word[0].isupper() for word in weighty) >= 0.8 * len(weighty))


def is_clause(text: str) -> bool:
    """Whether *text* makes a statement, as a sentence does and a heading seldom."""
    if text.endswith("?"):
        return False
    words = _WORD.findall(text)
    if len(words) > LONGEST_PHRASE:
        return True
    return bool(_FINITE.search(text)) and not (is_title_case(text) and len(words) > 1)


SHORTEST_SENTENCE = 3
"""Words: `Music made towns.`"""


def is_phrase(text: str) -> bool:
    """Whether *text* is a title at the head of a paragraph, and not a short sentence there."""
    if is_clause(text):
        return False
    return is_title_case(text) or len(_WORD.findall(text)) < SHORTEST_SENTENCE


def is_question(text: str) -> bool:
    """Whether *text* asks one question, as the headings of an FAQ do."""
    return bool(_QUESTION.fullmatch(text)) and text.count("?") == 1 and ". " not in text


_BODY = (
    "Administration|Agency|Alliance|Archives?|Assembly|Association|Authority|Board|Branch"
    "|Bureau|Cabinet|Center|Centre|Chamber|City|College|Commission|Committee|Congress"
    "|Constabulary|Corporation|Corps|Council|County|Court|Department|Directorate|District"
    "|Division|Foundation|Group|Hospital|House|Inspectorate|Institute|Institution|Library"
    "|Ministry|Museum|Office|Panel|Parliament|Partnership|Police|Secretariat|Senate|Service"
    "|Services|Society|Subcommittee|Team|Treasury|Trust|Union|Unit|University"
)
_BODY_LINE = compiled(
    rf"(?:The )?(?:[A-Z][\w&'’.-]*,? |of |and |for |the |on |in |to )*(?:{_BODY})"
    r"(?:(?: of| for| on| and|,)(?: (?:the|of|and|for|on|in|to|[A-Z&][\w&'’.-]*,?))+)?",
)
_NOT_A_BODY = compiled(
    r"^(?:Report|Review|Statement|Letter|Notice|Plan|Policy|Strategy|Guide|Guidance|Minutes|Agenda"
    r"|Remarks|Speech|Address|Message|Welcome|Memorandum|Appendix|Annex|Executive Order|About|Our"
    r"|To|For|From|Working|Improving|Building|Using|How)\b",
    re.IGNORECASE,
)


_OFFICE_HOLDER = compiled(
    r"(?:The )?(?:(?:City|County|Town|State|Corporate|Regional|National|Program|Programme|Project"
    r"|General|Senior|Associate|Vice|Board|Cabinet|Acting|Deputy|Assistant|Chief|Executive"
    r"|Managing) )*"
    r"(?:Director|Secretary|Minister|Chair|President|Mayor|Governor|Administrator|Commissioner|Head"
    r"|Officer|Chancellor|Inspector|Clerk|Librarian|Archivist|Superintendent|Manager|Captain"
    r"|Colonel"
    r"|General|Leader|Councillor)\b",
    re.IGNORECASE,
)


def is_office(text: str) -> bool:
    """Whether *text* begins with an office, as the line below a signature does."""
    return len(text) <= 110 and not text.endswith(".") and bool(_OFFICE_HOLDER.match(text))


def is_body(text: str) -> bool:
    """Whether *text* names a body: `Department of Rivers and Harbors`, `WESTMERE COUNCIL`."""
    if (
        len(text) > 80
        or _OFFICE_HOLDER.match(text)
        or text.endswith((".", ":", ";", "?", "!"))
        or _NOT_A_BODY.match(text)
    ):
        return False
    named = _as_title(text) if is_capitals(text) else text
    return bool(_BODY_LINE.fullmatch(named)) and not is_person(text)


def _as_title(text: str) -> str:
    """*text* as it would be written if it were not in capitals."""
    return re.sub(
        r"[A-Z][A-Z'’]*",
        lambda word: word[0].lower() if word[0].lower() in _SMALL else word[0].capitalize(),
        text,
    )


KIND_OF_DOCUMENT = (
    "Act|Address|Agenda|Announcement|Annual Report|Assessment|Audit|Bill|Briefing(?: Note)?"
    "|Bulletin|Bylaws|Charter|Circular|Code of (?:Conduct|Practice)|Communiqu[eé]|Consultation"
    "|Constitution|Directive|Evaluation|FAQs?|Framework|Guidance|Guide|Guidelines|Handbook"
    "|Inquiry|Letter|Manual|Memo|Memorandum|Minutes|Newsletter|Note|Notice|Opening Remarks"
    "|Order|Plan|Policy|Proclamation|Programme|Program|Proposal|Protocol|Regulations?|Remarks"
    "|Report|Resolution|Review|Roadmap|Rules|Speech|Standards?|Statement|Strategy|Summary"
    "|Terms of Reference|Toolkit|Update|White Paper"
)
_ENDS_AS_TITLE = compiled(
    rf"(?:.*\b)?(?:{KIND_OF_DOCUMENT})"
    r"(?:,? \(?(?:for )?(?:FY ?)?(?:19|20)\d\d(?:\s?(?:[-–—/]|to)\s?(?:\d{2}|\d{4}))?\)?)?"
    r"|(?:Minutes|Notice|Summary|Agenda|Report|Review|Terms of Reference|Statement)\b"
    r" (?:of|for|on|by)\b.*",
    re.IGNORECASE,
)


def is_named_document(text: str) -> bool:
    """Whether *text* says of what kind the document is, as titles do: `PLAN 2024–2028`."""
    return (
        is_title_case(text)
        and not text.endswith((".", ":", ";", ","))
        and bool(_ENDS_AS_TITLE.fullmatch(text))
    )


_OFFICE = (
    "Mayor|Governor|Lieutenant Governor|President|Vice President|Prime Minister"
    "|Deputy Prime Minister|First Minister|Minister|Secretary(?: of State)?|Under Secretary"
    "|Permanent Secretary|Chancellor|Attorney General|Solicitor General|Ambassador|Senator"
    "|Representative|Congress(?:wo)?man|Speaker|Chair|Chairman|Chairwoman|Chairperson"
    "|Vice Chair|Councillor|Cllr|Council ?(?:wo)?man|Commissioner|Superintendent|Administrator"
    "|Director(?: General)?|Executive Director|Managing Director|Chief|Head|Chief Executive|CEO"
    "|Comptroller|Treasurer|Clerk|Librarian|Archivist|Registrar|Principal|Dean|Provost"
    "|Professor|Prof|Dr|Judge|Justice|Admiral|General|Colonel|Captain|Inspector|Sir|Dame|Lord"
    "|Lady|Baroness|Hon|Honou?rable|Mr|Mrs|Ms|Miss|Sheriff|Officer|Manager|Coordinator"
)
_ALSO_A_PLAIN_WORD = r"(?!(?:General|Chief|Head|Principal|Officer|Manager|Standard|Miss) )"
"""Offices that stand before a name only with another word: `Chief Executive Jane Ray`."""
_NAME = r"[A-Z][\w'’-]*\.?(?: (?:(?:de|van|von|der|la|al)\b ?)?[A-Z][\w'’-]*\.?){0,3}"
_PERSON = compiled(
    rf"{_ALSO_A_PLAIN_WORD}(?:The )?"
    rf"(?:(?:Rt|Right|Acting|Deputy|Chief|Interim|Lord|Lady|US|UK)\.? )*(?:{_OFFICE})\.?"
    rf" (?:{_NAME})(?:,? (?:MP|MSP|MS|MLA|OBE|CBE|MBE|KC|QC|PhD|Jr\.|Sr\.|FRS))*(?:, .{{2,60}})?"
)
_NAME_THEN_OFFICE = compiled(
    rf"[A-Z][\w'’-]*\.?(?: [A-Z][\w'’-]*\.?){{1,3}}(?: (?:MP|OBE|CBE|MBE|KC|PhD))*, "
    rf"(?:the |acting |deputy )?(?:[A-Z][\w'’&-]* ){{0,4}}(?:{_OFFICE})\b[^.;:!?]{{0,60}}",
)
_NO_NAME = compiled(
    rf"\b(?:of|for|on|and|in|to|{_BODY}|{KIND_OF_DOCUMENT}|Overview|Purpose|Priorities|Goals?)\b"
)


def is_person(text: str) -> bool:
    """Whether *text* is an office and a name: `Mayor Rosa Delgado`, `Jane Porter, Director`."""
    if len(text) > 120 or text.endswith((":", ".")):
        return False
    if is_capitals(text):
        text = _as_title(text)
    if _NAME_THEN_OFFICE.fullmatch(text):
        return not _NO_NAME.search(text.split(",")[0])
    return bool(_PERSON.fullmatch(text)) and not _NO_NAME.search(text.split(",")[0])

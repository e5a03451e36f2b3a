"""What an English text measures: each quantity with the words that say what it is of.

The words before a quantity name it where they lead up to it (`Exports rose by` 12 per cent);
where it stands in the midst of its words (`We trained` 3,000 `people`), they join around it.
Where a number shares its words with another (`rose by 5 and 6 percent respectively`), it is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidegen.patterns import compiled
from slidegen.planning.clauses import Clause, Span, clauses, is_balanced, trimmed
from slidegen.planning.connectives import shed
from slidegen.planning.figures.found import Found, melted
from slidegen.planning.figures.quantities import Quantity, quantities

VERBS_OF_CHANGE = (
    r"(?:gr[eo]w|grown|growing|rose|risen|rise|rising|increas(?:e|es|ed|ing)|expand(?:s|ed|ing)?|climb(?:s|ed)|"
    r"fell|fall(?:s|en|ing)?|dropp?(?:s|ed|ing)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|"
    r"reduc(?:e|es|ed|ing)|cut|down|up|improv(?:e|es|ed|ing)|shr[aiu]nk|gain(?:s|ed)|lower(?:s|ed)?|rais(?:e|es|ed|ing)|doubled|"
    r"brought|bring|went|go)$"
)
CHANGE = compiled(rf"\b{VERBS_OF_CHANGE}", re.IGNORECASE)
CHANGE_TO = compiled(
    rf"\s+(?:(?:was|were|is|are|been|has|have|had)\s+)*{VERBS_OF_CHANGE}", re.IGNORECASE
)
BY = compiled(
    r"\s+by(?:\s+(?:a\s+(?:further|total\s+of|record)|another|an\s+average\s+of))?$", re.IGNORECASE
)
FROM = compiled(r"\s+from$", re.IGNORECASE)
LINK = compiled(
    r"\s+(?:(?:has|have|had|will|would|should|is|was|are|were|now|already|currently|all|further|be|been|expected|projected|forecast|estimated|planned|set|to)\s+)*"
    r"(?:reach(?:es|ed|ing)?|total(?:s|led|ed|ling|ing)?|stood\s+at|stands?\s+at|standing\s+at|came\s+to|"
    r"amount(?:s|ed)?\s+to|number(?:s|ed)|was|were|is|are|be|been|averag(?:es|ed)|remain(?:s|ed)\s+at|set\s+at|"
    r"kept\s+at|estimated\s+at|valued\s+at|worth|hit|of|at|to|:)"
    r"(?:\s+(?:a\s+(?:record|total)\s+of|a\s+total\s+of|a\s+record|an\s+estimated|the))?$",
    re.IGNORECASE,
)
A_TOTAL = compiled(
    r"(?:(?:in\s+all|a\s+(?:total|record)\s+of|some|another|there\s+(?:are|were|is|was|have\s+been)|with|and),?\s*)+$",
    re.IGNORECASE,
)
WHEN = compiled(
    r"^(?:(?:last|this|over|in|since|during|compared|from|year|on|for|by|between|than|off|mark)\b|a\s+year|annually|per\s+year|each\s+year|to\b|and\b|or\b|as\b|while\b|more\b|less\b|higher\b|lower\b|when\b|at\b)"
)
"""What goes on behind a figure that is complete."""
JOINT = compiled(r"\s(?:and|while)\s(?=\S+\s)", re.IGNORECASE)
WHERE = compiled(
    r"(?:in|for|among|across)\s(?!(?:the\s)?(?:past|last|first|second|previous|next|same)\b|this\b|\d|[A-Z][a-z]+\s\d)"
)
"""What goes on to say of what, not when."""
PART_OF = compiled(
    r"(?:\b(?:our|the|their|its|these|those|your|all|every|remaining|other)$"
    r"|^(?:one|two|three|four|five|six|seven|eight|nine|ten|most|some|none|many|few|half)\s+of\b)",
    re.IGNORECASE,
)
"""Before the number of a whole of which something else is told: `seven of our 24 pumps`."""
SHARED = compiled(r"^\s*(?:,|and|or|-|–|,\s*and)\s*$", re.IGNORECASE)
SAID_OF = compiled(
    r"\b(?:account(?:s|ed|ing)?\s+for|representing|represents?|making\s+up|makes?\s+up|made\s+up|comprising)$",
    re.IGNORECASE,
)
UNSAID_START = compiled(
    r"(?:it|this|that|these|those|they|he|she|which|who|the\s+(?:former|latter)|its|their|and|or|but|to|with|by|as|than|where|when|such|include|since|if|knowing|including|in|on|at|for|is|are|was|because|although|while|a|more|less)\b",
    re.IGNORECASE,
)
UNSAID_END = compiled(
    r"\b(?:of|to|by|at|for|in|on|with|from|and|or|the|a|an|than|as|that|about|its|their|is|was|are|were|be|"
    r"between|within|under|per|least|most|only|just|into|which|until|every|each|another|first|last|next|one|"
    r"more|has|have|had|not|will|us|we)$",
    re.IGNORECASE,
)
SIGNS = compiled("[<>§{}|\\[\\]]|://")
SHORTEST, LONGEST = 5, 64


GOAL_DATE = compiled(r"by\s+(?:the\s+end\s+of\s+)?20\d\d", re.IGNORECASE)


def english_figures(text: str) -> Iterator[Found]:
    """The figures of *text*, in order."""
    known = quantities(text)
    goal: tuple[Span, ...] = ()
    sentence = -1
    for clause in clauses(text):
        if clause.sentence != sentence:
            sentence, goal = clause.sentence, ()
        if GOAL_DATE.fullmatch(clause.span.of(text)):
            goal = (Span(clause.span.start, clause.span.end + len(", ")),)
        clause_span = trimmed(text, Span(clause.span.start, _end(text, clause)))
        inside = [q for q in known if clause_span.start <= q.start and q.end <= clause_span.end]
        respectively = "respectively" in text[clause_span.start : clause_span.end]
        for number, quantity in enumerate(inside):
            others = inside[number + 1 :]
            if respectively:
                break
            if others and SHARED.match(text[quantity.end : others[0].start]):
                break
            start = inside[number - 1].end if number else clause_span.start
            label = _label(text, Span(start, quantity.start), quantity, clause_span, inside, number)
            if label and _is_label(text, label):
                yield Found(quantity, melted((*goal, *label)), clause_span)


def _end(text: str, clause: Clause) -> int:
    words = clause.span.of(text)
    return clause.span.start + len(words.rstrip(".!?;,: "))


def _label(
    text: str, gap: Span, quantity: Quantity, clause: Span, inside: list[Quantity], number: int
) -> tuple[Span, ...] | None:
    start = shed(text, Span(clause.start, quantity.start)).start
    if number:
        joint = JOINT.search(text, gap.start, gap.end)
        if joint is None:
            return _arrival(text, inside, number, start)
        start = joint.end()
    before = Span(start, quantity.start)
    lead = before.of(text).rstrip()
    after = _after(text, quantity, clause, inside, number)
    rest = after.of(text)
    if match := BY.search(lead):
        lead = lead[: match.start()]
        if not CHANGE.search(lead):
            return None
        changed = Span(start, start + len(lead))
        if WHERE.match(rest):
            return (Span(changed.start, changed.end + 1), after)
        return (changed,) if not rest or WHEN.match(rest) else None
    if FROM.search(lead):
        return None
    if CHANGE.search(lead) and quantity.kind == "share" and (not rest or WHEN.match(rest)):
        return (Span(start, start + len(lead)),)
    if SAID_OF.search(lead):
        return (after,) if rest.startswith("of ") else None
    if total := A_TOTAL.search(lead):
        lead = lead[: total.start()].rstrip()
        lead = LINK.sub("", lead) if not rest else lead
    if quantity.kind == "duration" and rest:
        return None
    if not lead:
        return (_without_of(text, after),) if rest and not WHEN.match(rest) else None
    link = LINK.search(lead)
    if link and (not rest or WHEN.match(rest)):
        lead = CHANGE_TO.sub("", lead[: link.start()])
        return (Span(start, start + len(lead)),)
    if not rest:
        return (Span(start, start + len(lead)),) if quantity.kind != "bare" else None
    if WHEN.match(rest):
        return None
    after = _without_of(text, after)
    if PART_OF.search(lead):
        return None
    if link and not link.group().strip().lower().endswith(("to", "of", "at")):
        return None
    return (Span(start, start + len(lead) + 1), after)


def _without_of(text: str, span: Span) -> Span:
    return Span(span.start + len("of "), span.end) if text.startswith("of ", span.start) else span


def _after(
    text: str, quantity: Quantity, clause: Span, inside: list[Quantity], number: int
) -> Span:
    """The words behind *quantity*, up to where another one needs them."""
    end = clause.end
    if number + 1 < len(inside):
        stop = re.search(
            r"\s(?:and|while|with|in|from|to|by|at|over)\s",
            text[quantity.end : inside[number + 1].start],
        )
        end = quantity.end + stop.start() if stop else inside[number + 1].start
    return trimmed(text, Span(quantity.end, max(end, quantity.end)))


def _arrival(text: str, inside: list[Quantity], number: int, start: int) -> tuple[Span, ...] | None:
    """`fell from 17 to 4`, `rose by 12 per cent to $4.2 billion`: what was before both."""
    earlier = inside[number - 1]
    if number != 1 or not re.fullmatch(r"\s*to\s*", text[earlier.end : inside[number].start]):
        return None
    lead = text[start : earlier.start].rstrip()
    lead = FROM.sub("", BY.sub("", lead))
    if not CHANGE.search(lead):
        return None
    lead = CHANGE_TO.sub("", lead)
    return (Span(start, start + len(lead)),)


def _is_label(text: str, label: tuple[Span, ...]) -> bool:
    words = "".join(span.of(text) for span in label)
    return (
        SHORTEST <= len(words) <= LONGEST
        and not UNSAID_START.match(words)
        and not UNSAID_END.search(words)
        and is_balanced(words)
        and not SIGNS.search(words)
    )

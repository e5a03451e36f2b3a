"""One line for a text that must be shown: a heading, an item of a list, the lead of a paragraph.

Key points compete for their place; a headline is owed, so it is the text itself
where that is short enough, and else its own beginning.
"""

from __future__ import annotations

from itertools import takewhile

from slidegen.passage import EMPTY, Passage
from slidegen.patterns import compiled
from slidegen.planning.clauses import Span, clauses, is_balanced, is_chinese, sentences
from slidegen.planning.condensing import chosen, ends, stands_alone
from slidegen.planning.connectives import shed
from slidegen.planning.english import pieces
from slidegen.planning.manners import ENGLISH, manner_of
from slidegen.traditional import simplified

OWN_STOP = compiled(r"(?:\b(?:etc|Inc|Ltd|Co|U\.S|U\.K)|\.\.)\.$")
"""A full stop that is part of the last word, or an ellipsis."""
LEADING_ON = compiled(r"[;,]\s+(?:and|or)$")
"""`; and` at the end of an item, which announces the next."""
END_MARKS = "。．；;，,：:、"
LEAST_OWED = -9.0
"""Any clause that can stand alone serves for a headline."""

LEAD_CHINESE = 28
LEAD_ENGLISH = 60
LEAD_SHARE = 3
"""A sentence that leads is at most a third as long as what follows it."""
NO_LEAD = compiled(
    r"[，,：:；;？?\d]|[—…]|^(?:这|那|其|该|此|它|各位|同志)|不平凡|"
    r"(?i:^(?:this|that|it|these|i|we|he|she|they|you|none|nobody|nothing|no one|what|some|"
    r"many|few|"
    r"there (?:is|are|was|were)|here)\b)"
)


def headline(passage: Passage, longest: int | None = None) -> Passage:
    """The whole of *passage* if it fits, else its label, first clauses or best clause.

    Without the mark at its end. *longest* is in characters; None is two lines of a slide.
    Empty where nothing of it can stand alone.
    """
    text = passage.text
    limit = longest or manner_of(text).longest
    whole = without_end_mark(passage.strip())
    if len(whole) <= limit:
        return whole
    if label := _label(whole, limit):
        return label
    if opening := _first_clauses(passage, limit):
        return opening
    for choice in chosen(text, 1, least=LEAST_OWED):
        if len(choice.span) <= limit:
            return passage[choice.span.start : choice.span.end]
    return EMPTY


def owed_headline(passage: Passage) -> Passage:
    """A line for what must not be missing: an item, an article.

    Longer than two lines only where its first sentence cannot be cut; cut all the same where
    it has no end, as in a file without punctuation.
    """
    if found := headline(passage):
        return found
    first, *_ = sentences(passage.text) or (Span(0, 0),)
    units = [unit for unit in clauses(passage.text) if unit.sentence == 0]
    limit = 2 * manner_of(passage.text).longest
    part = Span(first.start, units[0].span.end) if len(first) > limit and units else first
    return without_end_mark(passage[part.start : min(part.end, part.start + limit)])


def lead_sentence(passage: Passage) -> tuple[Passage, Passage]:
    """The short sentence that names what its paragraph is about, without its mark, and the rest.

    `打造更有温度的“北京服务”。` before the measures; the first is empty if there is none.
    """
    text = passage.text
    first, *others = sentences(text) or (Span(0, 0),)
    longest = LEAD_CHINESE if is_chinese(text) else LEAD_ENGLISH
    said = simplified(first.of(text))
    if not others or not 4 <= len(first) <= longest or NO_LEAD.search(said):
        return EMPTY, passage
    if text[first.end - 1] not in "。.．" or len(text) - first.end < LEAD_SHARE * len(first):
        return EMPTY, passage
    return without_end_mark(passage[first.start : first.end]), passage[others[0].start :]


def without_end_mark(passage: Passage) -> Passage:
    """Without the full stop that a line of a slide does not carry; `etc.` and `!` stay."""
    if OWN_STOP.search(passage.text):
        return passage
    passage = passage.rstrip(END_MARKS + ".").rstrip()
    if leading_on := LEADING_ON.search(passage.text):
        return passage[: leading_on.start()]
    return passage


def _label(passage: Passage, limit: int) -> Passage:
    """`组织保障` of `组织保障：……`, `Privacy` of `Privacy—think…`, where the mark comes early."""
    pattern = LABEL_CHINESE if is_chinese(passage.text) else LABEL_ENGLISH
    match = pattern.match(passage.text)
    if match and match.end() <= limit and is_balanced(match.group()):
        return passage[: match.end()]
    return EMPTY


LABEL_CHINESE = compiled(r"[^。！？；，,:：—\d]{2,24}(?=[：:—])")
LABEL_ENGLISH = compiled(r"[^.!?;:,—–]{2,60}?(?=:\s|\s?[—–]|\s-\s)")


def _first_clauses(passage: Passage, limit: int) -> Passage:
    """As many of the first clauses as fit and stand alone, from the first sentence."""
    text = passage.text
    manner = manner_of(text)
    if manner is ENGLISH:
        return _english_beginning(passage, limit)
    units = [unit for unit in clauses(text) if unit.sentence == 0]
    best = EMPTY
    for last in ends(text, units, 0, manner, joined=limit):
        span = shed(text, Span(units[0].span.start, units[last].span.end))
        if len(span) <= limit and stands_alone(span.of(text), manner):
            best = without_end_mark(passage[span.start : span.end])
    return best


def _english_beginning(passage: Passage, limit: int) -> Passage:
    """As much of the first sentence, from its start, as fits and stands alone."""
    text = passage.text
    fitting = [
        piece.span
        for piece in takewhile(lambda piece: piece.sentence == 0, pieces(text))
        if piece.opens and len(piece.span) <= limit and stands_alone(piece.span.of(text), ENGLISH)
    ]
    longest = max(fitting, key=len, default=Span(0, 0))
    return passage[longest.start : longest.end]

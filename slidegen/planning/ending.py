"""The last slide: the speech's own call, never a thank-you that it does not say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from slidegen.deck import Closing, Slide
from slidegen.document import Block
from slidegen.outline import Outline
from slidegen.passage import EMPTY, Passage
from slidegen.patterns import compiled
from slidegen.planning.clauses import Clause, Span, clauses, is_balanced, is_chinese, sentences
from slidegen.planning.connectives import shed
from slidegen.planning.headlines import without_end_mark
from slidegen.planning.manners import manner_of
from slidegen.planning.parts import gathered, parts_in, told
from slidegen.planning.sections import with_notes_first
from slidegen.traditional import simplified

LONGEST_CHINESE = 60
LONGEST_ENGLISH = 150
SHORTEST = 6

CALLS: Sequence[re.Pattern[str]] = (
    compiled(r"让我们|(?i:\blet(?:’s|'s|\sus)\b)"),
    compiled(r"号召|携手|共同(?:努力|奋斗|谱写|开创)|(?i:\btogether\b)"),
    compiled(
        r"奋斗|团结一致|奋勇前进|再创|谱写|新局面|新篇章|新的?(?:更大)?贡献|(?i:\bmust\b|\bshould\b)"
    ),
    compiled(r"祝|谢谢|(?i:\bthank\b)"),
)
"""What a call sounds like, the surest first."""

FORMULA = compiled(
    r"特此|妥否|当否|请予?(?:批示|批复|审议|审查|函复)|此复|此致|以上(?:报告|意见|请示)"
)
"""How a letter or a report ends; it calls on nobody."""


def call_of(blocks: Iterable[Block]) -> Passage:
    """What of the peroration *blocks* the last slide says; empty if there is none."""
    return next((found for found in _calls(told(blocks)) if len(found) >= SHORTEST), EMPTY)


def make_closing(outline: Outline) -> tuple[Slide, ...]:
    """The closing slide of a condensed outline; none if it has no call, several if a person
    wrote several."""
    before, points = gathered(parts_in(outline.closing))
    slides = (Closing(point.passage, notes=point.notes) for point in points)
    return with_notes_first(tuple(slides), before)


def _calls(texts: Sequence[Passage]) -> Iterator[Passage]:
    """What might be the call, best first; of equals, the last that is said."""
    said = [text[span.start : span.end] for text in texts for span in sentences(text.text)]
    said = [text for text in reversed(said) if not FORMULA.search(simplified(text.text))]
    for sound in CALLS:
        for sentence in said:
            if match := sound.search(simplified(sentence.text)):
                yield _call(sentence, match.start())
    for sentence in said:
        yield _call(sentence, 0)


def _call(sentence: Passage, sounds: int) -> Passage:
    """As much of *sentence* as a slide takes: all, or from the clause that sounds like a call."""
    text = sentence.text
    longest = LONGEST_CHINESE if is_chinese(text) else LONGEST_ENGLISH
    whole = shed(text, Span(0, len(text)))
    if len(whole) <= longest:
        return without_end_mark(sentence[whole.start : whole.end])
    units = [unit for unit in clauses(text) if unit.span.end > sounds]
    start = shed(text, units[0].span).start
    end = max((unit.span.end for unit in _complete(text, units, start, longest)), default=start)
    return without_end_mark(sentence[start:end])


def _complete(text: str, units: Sequence[Clause], start: int, longest: int) -> Iterator[Clause]:
    """The clauses with which a call from *start* may end: it fits, and no more must follow."""
    for number, unit in enumerate(units):
        words = text[start : unit.span.end]
        leans = number and any(p.search(unit.span.of(text)) for p in manner_of(text).never)
        if len(words) <= longest and is_balanced(words) and not leans:
            yield unit

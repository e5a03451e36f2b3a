"""The last slide: the speech's own call, never a thank-you that it does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidegen.deck import Closing
from slidegen.outline import Outline
from slidegen.passage import EMPTY, Passage
from slidegen.planning.clauses import Span, clauses, is_balanced, is_chinese, sentences
from slidegen.planning.condensing import CHINESE
from slidegen.planning.headlines import without_end_mark
from slidegen.planning.parts import told

LONGEST = 60
LONGEST_ENGLISH = 150

CALLS = (
    re.compile(r"让我们|我们要|号召|携手|共同(?:努力|奋斗|谱写|开创)"),
    re.compile(r"(?i)\blet(?:’s|'s| us)\b|\btogether\b"),
    re.compile(
        r"而(?:不懈)?(?:努力)?奋斗|努力奋斗|团结一致|奋勇前进|再创|谱写|开创.{0,12}新局面|作出.{0,8}贡献"
    ),
    re.compile(r"(?i)\bmust\b|\bshould\b|\bthank\b"),
    re.compile(r"祝|谢谢|特此|请予|妥否"),
)
"""What a call sounds like, the surest first."""


def make_closing(outline: Outline) -> Closing | None:
    """The closing slide; None if the document has no peroration."""
    texts = told(outline.closing)
    call = next((found for found in _calls(texts) if found), EMPTY)
    return Closing(call, notes=texts) if call else None


def _calls(texts: tuple[Passage, ...]) -> Iterator[Passage]:
    said = [
        text[span.start : span.end]
        for text in reversed(texts)
        for span in reversed(sentences(text.text))
    ]
    for sound in CALLS:
        for sentence in said:
            if sound.search(sentence.text):
                yield _call(sentence, sound)
    for sentence in said:
        yield _call(sentence, None)


def _call(sentence: Passage, sound: re.Pattern[str] | None) -> Passage:
    """The sentence from where it begins to call, as much of it as a slide takes."""
    text = sentence.text
    longest = LONGEST if is_chinese(text) else LONGEST_ENGLISH
    units = clauses(text)
    first = next(
        (n for n, unit in enumerate(units) if sound and sound.search(unit.span.of(text))), 0
    )
    if sound is not CALLS[0] and sound is not CALLS[1]:
        first = 0 if len(sentence) <= longest else first
    best = EMPTY
    for unit in units[first:]:
        span = Span(units[first].span.start, unit.span.end)
        words = span.of(text)
        if len(span) > longest or not is_balanced(words):
            break
        if not any(
            pattern.search(unit.span.of(text))
            for pattern in CHINESE.never
            if unit is not units[first]
        ):
            best = sentence[span.start : span.end]
    whole = sentence[units[first].span.start :] if units else sentence
    if len(whole) <= longest:
        best = whole.strip()
    return without_end_mark(best)

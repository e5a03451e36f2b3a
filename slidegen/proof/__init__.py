"""Proof that a deck is true to its document: nothing lost, nothing made up.

It rests on the two ends alone, on what the document says and on what the
finished file shows, and on nothing that was planned in between. Texts are
compared by their letters and digits, so that mended punctuation, line breaks
and spaces make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from slidegen.deck import Deck
from slidegen.document import Document, passages
from slidegen.errors import UnfaithfulDeck
from slidegen.messages import Message
from slidegen.passage import Label, Passage
from slidegen.proof.coverage import Sentence, places_of, sentences_of
from slidegen.proof.numerals import Foreign, numerals_of
from slidegen.proof.wording import LongText, letters, variants, wordings
from slidegen.theme import LayoutName
from slidegen.writing.read_back import ReadSlide, ReadText

UNORDERED: frozenset[LayoutName] = frozenset(("cover", "agenda", "divider", "closing"))
"""Layouts whose text stands elsewhere than the document has it."""
REPEATED = ("title", "kicker")
"""Slots that say again what was said before."""
LONGEST_QUOTE = 40
"""Characters of a lost sentence that an error shows."""
NUMBER = "number"
"""The slot that holds only a section's number."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph on a slide, without what is ours."""

    slide: int
    """From 1."""
    layout: LayoutName
    slot: str
    text: str


@dataclass(frozen=True, slots=True)
class Proof:
    sentences: int
    """Of the document; each is counted in exactly one of the next five."""
    on_slides: int
    in_notes_only: int
    dropped: int
    """By the outline's rules."""
    unasked: int
    """Nowhere, since the user wanted less in the notes."""
    lost: tuple[Sentence, ...]
    """Nowhere, although the notes were to hold everything."""
    verbatim: float
    """Share of the paragraphs on slides that stand in the document so, from 0 to 1."""
    numerals: float
    """Share of the numbers on slides that stand in the document so, from 0 to 1."""
    foreign: tuple[Foreign, ...]
    order_inversions: int
    """How often a paragraph on a slide stands before its predecessor in the document."""


def prove(
    slides: Sequence[ReadSlide],
    document: Document,
    *,
    dropped: Iterable[Passage],
    deck: Deck,
    all_in_notes: bool = True,
) -> Proof:
    """What *slides*, read back, hold of *document*.

    *dropped* are the passages that rules left out; *deck* names the words on slides that
    are not the document's, but the user's or ours. Unless *all_in_notes* were to be, what
    is nowhere was left out on the user's wish, and is not lost.
    """
    ours = tuple(label.text for label in _labels(deck))
    shown = [
        Shown(number, slide.layout, text.slot, _without_ours(text, slide.layout, deck))
        for number, slide in enumerate(slides, 1)
        for text in slide.texts
        if text.slot != NUMBER
    ]
    placed = places_of(
        sentences_of(document),
        on_slides=LongText("\n".join(letters(paragraph.text) for paragraph in shown)),
        in_notes=LongText("\n".join(letters(note) for slide in slides for note in slide.notes)),
        dropped=LongText("\n".join(letters(passage.text) for passage in dropped)),
    )
    source = LongText(
        "\n".join(
            "".join(map(letters, texts)) for texts in (_source(document), document.lines, ours)
        )
    )
    numerals, foreign = numerals_of(
        ((paragraph.slide, paragraph.text) for paragraph in shown),
        (*document.lines, *_source(document), *ours),
    )
    strange = sum(not _is_verbatim(paragraph.text, source) for paragraph in shown)
    return Proof(
        sentences=sum(map(len, placed.values())),
        on_slides=len(placed["slides"]),
        in_notes_only=len(placed["notes"]),
        dropped=len(placed["dropped"]),
        unasked=0 if all_in_notes else len(placed["lost"]),
        lost=tuple(placed["lost"]) if all_in_notes else (),
        verbatim=_share(len(shown) - strange, len(shown)),
        numerals=_share(numerals - len(foreign), numerals),
        foreign=foreign,
        order_inversions=_inversions(shown, document),
    )


def check(proof: Proof) -> None:
    """Raises UnfaithfulDeck for a number made up or a sentence lost."""
    hint = Message(
        en="this is a fault of slidegen: please report it, with the document if you may share it; "
        "until it is mended, another --detail may do",
        zh="这是 slidegen 的缺陷，请反馈；如文档可以公开，请一并附上。"
        "在此之前可换用其他 --detail 试试",
    )
    if proof.foreign:
        numeral, slide = proof.foreign[0].numeral, proof.foreign[0].slide
        raise UnfaithfulDeck(
            Message(
                en=f"slide {slide} would show {numeral}, which the document does not say",
                zh=f"第{slide}页出现了原文没有的数字“{numeral}”",
            ),
            hint,
        )
    if proof.lost:
        first, count = proof.lost[0], len(proof.lost)
        words = first.text if len(first.text) <= LONGEST_QUOTE else first.text[:LONGEST_QUOTE] + "…"
        raise UnfaithfulDeck(
            Message(
                en=f"{count} of {proof.sentences} sentences would be lost, "
                f"the first in line {first.line}: {words}",
                zh=f"原文{proof.sentences}句中有{count}句没有写入，第一句在第{first.line}行：{words}",
            ),
            hint,
        )


def _labels(value: object) -> Iterator[Label]:
    """All labels inside *value*: the user's words and ours."""
    if isinstance(value, Label):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _labels(part)
    elif not isinstance(value, Passage) and hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _labels(getattr(value, name))


def _without_ours(text: ReadText, layout: LayoutName, deck: Deck) -> str:
    """The paragraph without its number and without the mark of a page that goes on."""
    words = text.text
    if layout == "agenda":
        words = words.rpartition("\t")[2]
    if text.slot == "title":
        mark = deck.continued.text
        # Several pages are counted inside the brackets: （续2）, (continued 2).
        counted = re.escape(mark[:-1]) + r" ?\d*" + re.escape(mark[-1:])
        words = re.sub(counted + r"\s*$", "", words)
    return words


def _source(document: Document) -> Iterator[str]:
    """All that the document says, its own metadata included, without markup."""
    for entry in document.fields:
        yield entry.value.text
    for block in document.blocks:
        yield from (passage.text for passage in passages(block))


def _is_verbatim(text: str, source: LongText) -> bool:
    def known(words: str) -> bool:
        return (key := letters(words)) in source or not key

    # The number may be a list's own, which counts by itself; and a cover may show two
    # facts of the document in one line, apart by spaces.
    return any(map(known, variants(text))) or all(map(known, text.split()))


def _inversions(shown: Iterable[Shown], document: Document) -> int:
    source = "".join(map(letters, _source(document)))
    seen: set[str] = set()
    at = count = 0
    for paragraph in shown:
        key = wordings(paragraph.text)[-1]
        if paragraph.layout in UNORDERED or paragraph.slot in REPEATED or key in seen:
            continue
        seen.add(key)
        found = source.find(key, at)
        if found < 0 <= (found := source.find(key)):
            count += 1
        at = found if found >= 0 else at
    return count


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0

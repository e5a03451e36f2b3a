"""Proof that a deck is true to its document: nothing lost, nothing made up, nothing moved.

It rests on the two ends, on what the document says and on what the finished file
shows; what was planned in between is only a claim to be checked. What is compared
with what:

- every paragraph and every cell on a slide, to the letter, with the document's words at
  the place that is claimed for it: so each is verbatim, and all of what was meant;
- every number, date, percentage and name (《》, “”) on a slide with those at that place,
  so that a figure is not only somewhere in the document, but where the point is from;
- the number before a heading or an item with the one that the document gives it;
- the foot of a page, if it has one, with the deck's;
- every paragraph of the notes, to the letter, with the document's at its place;
- every sentence of the document, by its letters, with all of the slides, then of the notes,
  then of what rules left out;
- the places of the points with one another, for the order of the document.

The user's own words and ours (目录) are no claim about the document: for them the file is
held against what was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from msgspec import Struct

from slidegen.deck import CONTINUED
from slidegen.document import Document
from slidegen.errors import UnfaithfulDeck
from slidegen.messages import Message
from slidegen.passage import Label, Passage, Words
from slidegen.proof.claims import Claims, Fault, Shown, matched
from slidegen.proof.coverage import Sentence, places_of, sentences_of
from slidegen.proof.numerals import Foreign, facts
from slidegen.proof.order import inversions
from slidegen.proof.source import Source
from slidegen.proof.wording import LongText, letters
from slidegen.scene import Scene
from slidegen.writing.read_back import ReadSlide

LONGEST_QUOTE = 40
"""Characters of a sentence that an error shows."""


class Proof(Struct, frozen=True):
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
    """Share of the numbers and names on slides that the document has at their place, 0 to 1."""
    numbers: int
    names: int
    """How many of each there are on slides."""
    foreign: tuple[Foreign, ...]
    faults: tuple[Fault, ...]
    """Where the file is not what was claimed of it."""
    order_inversions: int
    """How often a point on a slide stands before its predecessor in the document."""


def prove(
    slides: Sequence[ReadSlide],
    document: Document,
    *,
    dropped: Iterable[Passage],
    scenes: Sequence[Scene],
    continued: str = CONTINUED.text,
    footer: Words | None = None,
    all_in_notes: bool = True,
) -> Proof:
    """What *slides*, read back, hold of *document*.

    *dropped* are the passages that rules left out; *scenes* say what is claimed of each slide,
    *continued* is the mark of a page that goes on, and *footer* what its foot may say. Unless
    *all_in_notes* were to be, what is nowhere was left out on the user's wish, and is not lost.
    """
    shown, faults = matched(slides, Claims(scenes, Source(document), continued, footer))
    placed = places_of(
        sentences_of(document),
        on_slides=LongText("\n".join(letters(_said(paragraph)) for paragraph in shown)),
        in_notes=LongText("\n".join(letters(note) for slide in slides for note in slide.notes)),
        dropped=LongText("\n".join(letters(passage.text) for passage in dropped)),
    )
    claiming = [p for p in shown if not isinstance(p.words, Label)]
    numbers, names, foreign = _facts(claiming)
    return Proof(
        sentences=sum(map(len, placed.values())),
        on_slides=len(placed["slides"]),
        in_notes_only=len(placed["notes"]),
        dropped=len(placed["dropped"]),
        unasked=0 if all_in_notes else len(placed["lost"]),
        lost=tuple(placed["lost"]) if all_in_notes else (),
        verbatim=_share(sum(paragraph.is_kept for paragraph in claiming), len(claiming)),
        numerals=_share(numbers + names - len(foreign), numbers + names),
        numbers=numbers,
        names=names,
        foreign=foreign,
        faults=faults,
        order_inversions=inversions(shown),
    )


def _said(paragraph: Shown) -> str:
    """What it says of the document: without the mark of a page that goes on."""
    if paragraph.claim is not None and paragraph.is_kept:
        return paragraph.claim.before + paragraph.claim.said.text
    return paragraph.text


def _facts(shown: Iterable[Shown]) -> tuple[int, int, tuple[Foreign, ...]]:
    """How many numbers and names are on slides, and those that are not at their places."""
    numbers = names = 0
    foreign: list[Foreign] = []
    for paragraph in shown:
        claim = paragraph.claim
        said = f"{claim.before} {claim.said.around} {claim.after}" if claim else ""
        found = facts(paragraph.text, said)
        numbers += found.numbers
        names += found.names
        foreign += (Foreign(words, paragraph.slide) for words in found.foreign)
    return numbers, names, tuple(foreign)


HINT = Message(
    en="this is a fault of slidegen: please report it, with the document if you may share it; "
    "until it is mended, another --detail may do",
    zh="这是 slidegen 的缺陷，请反馈；如文档可以公开，请一并附上。在此之前可换用其他 --detail 试试",
)


def check(proof: Proof) -> None:
    """Raises UnfaithfulDeck for what would put words into a speaker's mouth, or take some away.

    That is a number or a name that is not where its point is from, a sentence lost, and
    also, though a deck might be held without it, any paragraph or note that is not the
    words that were meant: a 不 too many turns a sentence round and has no number in it, and
    nobody reads a deck against its text again who was told that it is verbatim. It can't
    be the document's fault, so no document is refused for its own strangeness.

    Points out of order do not fail: each is still true, and a deck with two of them exchanged
    is worth more to the user than none. They are counted, for tests and scripts to see.
    """
    for message in _failures(proof):
        raise UnfaithfulDeck(message, HINT)


def _failures(proof: Proof) -> Iterator[Message]:
    for foreign in proof.foreign:
        words = _short(foreign.words)
        yield Message(
            en=f"slide {foreign.slide} would show {words}, which the document does not say there",
            zh=f"第{foreign.slide}页出现了原文该处没有的内容：{words}",
        )
    for fault in proof.faults:
        yield _failure(fault)
    if proof.lost:
        first, count = proof.lost[0], len(proof.lost)
        words = _short(first.text)
        yield Message(
            en=f"{count} of {proof.sentences} sentences would be lost, "
            f"the first in line {first.line}: {words}",
            zh=f"原文{proof.sentences}句中有{count}句没有写入，第一句在第{first.line}行：{words}",
        )


def _failure(fault: Fault) -> Message:
    slide, words = fault.slide, _short(fault.text)
    match fault.kind:
        case "slides":
            return Message(
                en=f"the deck would have another number of slides than planned: {words}",
                zh=f"幻灯片页数与应有页数不符：{words}",
            )
        case "changed":
            return Message(
                en=f"slide {slide} would show words that are not the document's: {words}",
                zh=f"第{slide}页的文字与原文不一致：{words}",
            )
        case "added":
            return Message(
                en=f"slide {slide} would show what was not planned: {words}",
                zh=f"第{slide}页多出了文字：{words}",
            )
        case "missing":
            return Message(
                en=f"slide {slide} would lack what was planned: {words}",
                zh=f"第{slide}页缺少文字：{words}",
            )
        case "moved":
            return Message(
                en=f"slide {slide} would show out of its turn: {words}",
                zh=f"第{slide}页的文字顺序有误：{words}",
            )
        case "notes":
            return Message(
                en=f"the notes of slide {slide} would not be the document's words: {words}",
                zh=f"第{slide}页的备注与原文不一致：{words}",
            )
        case _:
            assert_never(fault.kind)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0

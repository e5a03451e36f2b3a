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
from itertools import groupby
from unicodedata import category, normalize

from slidegen.deck import Deck
from slidegen.document import Document, passages
from slidegen.errors import UnfaithfulDeck
from slidegen.messages import Message
from slidegen.passage import Label, Passage
from slidegen.theme import LayoutName
from slidegen.writing.read_back import ReadSlide, ReadText

SENTENCE_END = re.compile(r"[。！？；!?;]+|(?<=[A-Za-z)”\"])\.(?=\s)")
PIECE_END = re.compile(r"[\s，,、：:（）()“”\"|·—…]+")
"""Where a sentence may be parted that stands in several places, as on a cover."""

ENUMERATOR = re.compile(
    r"\s*(?:第[一二三四五六七八九十百\d]+[编章节条部分篇]+|[（(][一二三四五六七八九十百\d]+[）)]"
    r"|[一二三四五六七八九十百]+[、.．]|\d+(?:\.\d+)*[、.．)）](?!\d)|[①-⑳]|[IVXivx]+\.|[A-Za-z][.)])\s*"
)
"""The number before a heading, which a slide may show as a bullet instead."""

NUMERAL = re.compile(
    r"\d+(?:[.:/-]\d+)*%?"
    r"|百分之[零〇一二三四五六七八九十百点]+|[零〇一二三四五六七八九十百千万亿两]{2,}"
)
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")

ITEM = re.compile(r"\s*\d{1,2}\.(\d+%?)")
"""An item's number right before a number that the item begins with: `2.2025年`."""

UNORDERED: frozenset[LayoutName] = frozenset(("cover", "agenda", "divider", "closing"))
"""Layouts whose text stands elsewhere than the document has it."""
REPEATED = ("title", "kicker")
"""Slots that say again what was said before."""
NUMBER = "number"
"""The slot that holds only a section's number."""


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Foreign:
    """A number on a slide that the document does not have."""

    numeral: str
    slide: int
    """From 1."""


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
    placed = _placed(
        _sentences(document),
        on_slides=_Text("\n".join(_key(paragraph.text) for paragraph in shown)),
        in_notes=_Text("\n".join(_key(note) for slide in slides for note in slide.notes)),
        dropped=_Text("\n".join(_key(passage.text) for passage in dropped)),
    )
    source = _Text(
        "\n".join("".join(map(_key, texts)) for texts in (_source(document), document.lines, ours))
    )
    numerals, foreign = _numerals(shown, document, ours)
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
        zh="这是 slidegen 的缺陷，请反馈；如文档可以公开，请一并附上。在此之前可换用其他 --detail 试试",
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
        raise UnfaithfulDeck(
            Message(
                en=f"{count} of {proof.sentences} sentences would be lost, "
                f"the first in line {first.line}: {first.text}",
                zh=f"原文{proof.sentences}句中有{count}句没有写入，第一句在第{first.line}行：{first.text}",
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


def _key(text: str) -> str:
    """Letters and digits only, as every program would compare them."""
    return "".join(filter(str.isalnum, normalize("NFKC", text))).lower()


class _Text:
    """A long text that is asked often, and mostly in order, whether it holds a shorter one.

    What it does not hold it nearly always knows from a table of short stretches, what it
    holds nearly always stands close behind the last find, and what is asked again (a title)
    it remembers: so the time taken is linear.
    """

    STRETCH = 4

    def __init__(self, text: str) -> None:
        self.text = text
        self.stretches = {text[i : i + self.STRETCH] for i in range(len(text) - self.STRETCH + 1)}
        self.last = 0
        self.answers: dict[str, bool] = {}

    def __contains__(self, words: str) -> bool:
        if words not in self.answers:
            self.answers[words] = self._holds(words)
        return self.answers[words]

    def _holds(self, words: str) -> bool:
        stretches = range(len(words) - self.STRETCH + 1)
        if any(words[i : i + self.STRETCH] not in self.stretches for i in stretches):
            return False
        found = self.text.find(words, self.last)
        if found < 0:
            found = self.text.find(words)
        self.last = max(found, 0)
        return found >= 0


def _sentences(document: Document) -> Iterator[Sentence]:
    for block in document.blocks:
        for passage in passages(block):
            for line, runs in groupby(passage.runs, key=lambda run: run.line):
                text = "".join(run.text for run in runs)
                for sentence in SENTENCE_END.split(text):
                    if _key(sentence):
                        yield Sentence(sentence.strip(), line)


def _placed(
    sentences: Iterable[Sentence], *, on_slides: _Text, in_notes: _Text, dropped: _Text
) -> dict[str, list[Sentence]]:
    """Where each sentence is: the first of the places that holds it."""
    places = {"slides": on_slides, "notes": in_notes, "dropped": dropped}
    found: dict[str, list[Sentence]] = {"slides": [], "notes": [], "dropped": [], "lost": []}
    for sentence in sentences:
        keys = _keys(sentence.text)
        place = next((name for name, text in places.items() if any(k in text for k in keys)), None)
        if place is None:
            place = _place_of_pieces(sentence.text, places)
        found[place].append(sentence)
    return found


def _place_of_pieces(sentence: str, places: dict[str, _Text]) -> str:
    """The least of the places where the sentence's pieces stand; `lost` if one stands nowhere."""
    texts = tuple(places.values())
    bare = ENUMERATOR.sub("", sentence, count=1)
    for pieces in (_clauses(bare), _stretches(_key(bare), texts)):
        ranks = [
            next((rank for rank, text in enumerate(texts) if piece in text), None)
            for piece in pieces
        ]
        known = [rank for rank in ranks if rank is not None]
        if known and len(known) == len(ranks):
            return list(places)[max(known)]
    return "lost"


def _clauses(sentence: str) -> list[str]:
    return [key for clause in PIECE_END.split(sentence) if (key := _key(clause))]


def _stretches(words: str, texts: Sequence[_Text]) -> Iterator[str]:
    """*words* cut into stretches, each as long as one of the texts has it, none too short."""
    while words:
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            if any(words[:middle] in text for text in texts):
                low = middle
            else:
                high = middle - 1
        # What only a few letters hold together proves nothing, and is left whole.
        cut = low if low >= _Text.STRETCH else len(words)
        yield words[:cut]
        words = words[cut:]


def _keys(text: str) -> tuple[str, ...]:
    """The text's key, and that of the text without the number it begins with."""
    return tuple(filter(None, map(_key, _variants(text)))) or ("",)


def _variants(text: str) -> tuple[str, str]:
    """With and without the number that it begins with."""
    return text, ENUMERATOR.sub("", text, count=1)


def _source(document: Document) -> Iterator[str]:
    """All that the document says, its own metadata included, without markup."""
    for entry in document.fields:
        yield entry.value.text
    for block in document.blocks:
        yield from (passage.text for passage in passages(block))


def _is_verbatim(text: str, source: _Text) -> bool:
    def known(words: str) -> bool:
        return not (key := _key(words)) or key in source

    # The number may be a list's own, which counts by itself; and a cover may show two
    # facts of the document in one line, apart by spaces.
    return any(map(known, _variants(text))) or all(map(known, text.split()))


def _numerals(
    shown: Iterable[Shown], document: Document, ours: Iterable[str]
) -> tuple[int, tuple[Foreign, ...]]:
    """How many numbers are on slides, and those that nobody said."""
    said = _plain("\n".join((*document.lines, *_source(document), *ours)))
    known = set(NUMERAL.findall(said))

    def is_said(numeral: str) -> bool:
        return numeral in known or _stands_in(numeral, said)

    foreign: list[Foreign] = []
    count = 0
    for paragraph in shown:
        # The number of a list's item counts by itself: every one may be `1.` in the source.
        text = _plain(_variants(paragraph.text)[1])
        for match in NUMERAL.finditer(text):
            count += 1
            numeral = match.group()
            item = ITEM.match(text) if not text[: match.start()].strip() else None
            if not is_said(numeral) and not (item and is_said(item[1])):
                foreign.append(Foreign(numeral, paragraph.slide))
    return count, tuple(foreign)


def _plain(text: str) -> str:
    # Circled and raised digits stand each for itself: ①② is not 12, and x² not x2.
    apart = "".join(f" {c} " if category(c) == "No" else c for c in text)
    return THOUSANDS.sub("", normalize("NFKC", apart))


def _stands_in(numeral: str, said: str) -> bool:
    """Whether it is part of a longer expression: `2025` of `2025-2030`, `百万` of `三百万`."""
    before, after = (r"(?<![\d.])", r"(?![\d%])") if numeral[0].isdigit() else ("", "")
    return re.search(before + re.escape(numeral) + after, said) is not None


def _inversions(shown: Iterable[Shown], document: Document) -> int:
    source = "".join(map(_key, _source(document)))
    seen: set[str] = set()
    at = count = 0
    for paragraph in shown:
        key = _keys(paragraph.text)[-1]
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

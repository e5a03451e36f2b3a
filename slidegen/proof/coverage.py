"""Where every sentence of the document has got to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from slidegen.document import Document, passages
from slidegen.patterns import compiled
from slidegen.proof.wording import ENUMERATOR, LongText, letters, wordings

SENTENCE_END = compiled(r"[。！？；!?;]+|(?<=[A-Za-z)”\"])\.(?=\s)")
PIECE_END = compiled(r"[\s，,、：:（）()“”\"|/·—…]+")
"""Where a sentence may be parted that stands in several places, as on a cover."""


class Sentence(Struct, frozen=True):
    text: str
    line: int


def sentences_of(document: Document) -> Iterator[Sentence]:
    for block in document.blocks:
        for passage in passages(block):
            for line, runs in groupby(passage.runs, key=lambda run: run.line):
                text = "".join(run.text for run in runs)
                for sentence in SENTENCE_END.split(text):
                    if letters(sentence):
                        yield Sentence(sentence.strip(), line)


def places_of(
    sentences: Iterable[Sentence], *, on_slides: LongText, in_notes: LongText, dropped: LongText
) -> dict[str, list[Sentence]]:
    """Where each sentence is: the first of the places that holds it."""
    places = {"slides": on_slides, "notes": in_notes, "dropped": dropped}
    found: dict[str, list[Sentence]] = {"slides": [], "notes": [], "dropped": [], "lost": []}
    for sentence in sentences:
        known = wordings(sentence.text)
        place = next((name for name, text in places.items() if any(k in text for k in known)), None)
        if place is None:
            place = _place_of_pieces(sentence.text, places)
        found[place].append(sentence)
    return found


def _place_of_pieces(sentence: str, places: dict[str, LongText]) -> str:
    """The least of the places where the sentence's pieces stand; `lost` if one stands nowhere."""
    texts = tuple(places.values())
    bare = ENUMERATOR.sub("", sentence, count=1)
    for pieces in (_clauses(bare), _stretches(letters(bare), texts)):
        ranks = [
            next((rank for rank, text in enumerate(texts) if piece in text), None)
            for piece in pieces
        ]
        known = [rank for rank in ranks if rank is not None]
        if known and len(known) == len(ranks):
            return list(places)[max(known)]
    return "lost"


def _clauses(sentence: str) -> list[str]:
    return [words for clause in PIECE_END.split(sentence) if (words := letters(clause))]


def _stretches(words: str, texts: Sequence[LongText]) -> Iterator[str]:
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
        cut = low if low >= LongText.STRETCH else len(words)
        yield words[:cut]
        words = words[cut:]

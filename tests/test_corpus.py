"""Every real document makes a deck that is true to it, or says why there can be none.

Runs where `SLIDEGEN_CORPUS` names a folder of documents; what is asserted of each is what is
asserted of all. What a document says is asked of extractors that share no code with our
readers: `extracting.py` tells which for each format. "Its own body" is what they find, less
what the outline's rules leave out; compared are letters and digits, in stretches of eight.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import pytest

from extracting import EXTRACTORS, Extracted
from measuring import MEGABYTE, Measured, measured
from slidegen.reading.telling import SUFFIXES

CORPUS = os.environ.get("SLIDEGEN_CORPUS")
NEEDS_A_PROGRAM = ("doc", "wps")
LONGEST = 20.0
"""Seconds for one document. A 16,000-character report takes less than one."""
MOST_MEMORY = 500 * MEGABYTE
TOGETHER = 12
"""Documents that one process converts."""
LEAST_DROPPED = 4
"""Letters of a dropped passage that is looked for inside a line."""
STRETCH = 8
"""Characters that are compared at a time: too long to be met by chance."""
FEWEST = 0.99
"""The share of a document's body that its deck has to hold."""
TWICE = 30
"""Characters that, said twice in the notes and once in the document, are said once too often."""
A_FEW = 20
"""Characters; a document that has no more may well be called empty."""

INVOICE = "发票"
EXCEPTIONS: Mapping[str, str] = {
    "0d0c1675d8f0": "the page is a template, and readability takes one tag of it for the text",
    "1017c4559eb7": "Arabic, whose letters stand in the file as they are drawn",
    "31b50622a862": "Arabic, whose letters stand in the file as they are drawn",
    "3849b17a23c0": "readability takes the teasers below the article for a part of it",
    "8276ffcf6165": "readability takes the links to other versions for a part of the text",
    "a41f163af380": "an encyclopedia's notes that lead to other articles are left out",
    "f37e01251c03": "a chart of boxes: pypdf joins what stands side by side",
}
"""Documents that cannot be compared, by the beginning of their SHA-256, and why."""

pytestmark = pytest.mark.skipif(not CORPUS, reason="SLIDEGEN_CORPUS names no folder of documents")


# Unicode has no decomposition for these, which PDF files write for the characters.
RADICALS = str.maketrans(
    "⺠⺎⺟⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻥⻦⻨⻩⻬⻰", "民兀母西见角贝车长门青页风飞食马鱼鸟麦黄齐龙"
)
VARIANTS = str.maketrans("戶內吿", "户内告")


def letters(text: str) -> str:
    """Those of *text* and its digits, in one form for each character."""
    folded = unicodedata.normalize("NFKC", text.translate(RADICALS)).translate(VARIANTS)
    return "".join(char for char in folded if char.isalnum())


def stretches(text: str, length: int) -> Iterator[str]:
    """All of *length* characters in a row in *text*, which is one if it has no more."""
    if text:
        for start in range(max(len(text) - length, 0) + 1):
            yield text[start : start + length]


def without(piece: str, dropped: Iterable[str]) -> list[str]:
    """The parts of *piece* around what a rule took out of the line."""
    for words in dropped:
        if len(words) >= LEAST_DROPPED:
            piece = piece.replace(words, "\n")
    return piece.split("\n")


@dataclass(frozen=True)
class Swept:
    """A document of the corpus and what became of it."""

    path: Path
    made: Measured

    @property
    def format(self) -> str:
        return self.made.format or SUFFIXES.get(self.path.suffix.lower().lstrip("."), "")

    @property
    def reason(self) -> str | None:
        """Why it need not be compared; None if it has to."""
        if self.format == "ofd" and INVOICE in self.made.text:
            return "an invoice is a form, whose cells of several lines are read row by row"
        digest = sha256(self.path.read_bytes()).hexdigest()
        return next((why for key, why in EXCEPTIONS.items() if digest.startswith(key)), None)

    @cached_property
    def extracted(self) -> Extracted | None:
        """What the other extractor finds; None if there is none, or it finds fault."""
        extract = EXTRACTORS.get(self.format)
        if extract is None:
            return None
        try:
            found = extract(self.path)
        except Exception:  # Theirs to raise whatever they like.
            return None
        return Extracted(*([text for t in texts if (text := letters(t))] for texts in found))

    @property
    def body(self) -> list[str]:
        return self.extracted.body if self.extracted else []

    @cached_property
    def held(self) -> float:
        """The share of the document's body that its deck holds."""
        dropped = list(map(letters, self.made.dropped))
        left_out = "\n".join(dropped)
        wanted = Counter(
            stretch
            for piece in self.body
            for part in without(piece, dropped)
            for stretch in stretches(part, STRETCH)
            if stretch not in left_out
        )
        texts = list(map(letters, self.made.said))
        # A piece of theirs may be two paragraphs of ours, on two slides.
        said = Counter(s for text in ("".join(texts), *texts) for s in stretches(text, STRETCH))
        short = "\n".join(texts)
        missing = sum(
            count - min(count, said[stretch])
            for stretch, count in wanted.items()
            if len(stretch) == STRETCH or stretch not in short
        )
        return 1 - missing / max(wanted.total(), 1)

    @cached_property
    def missing(self) -> list[str]:
        """Pieces that the deck does not hold, for a person to look at."""
        said = "".join(map(letters, self.made.said))
        left_out = "\n".join(map(letters, self.made.dropped))
        return [
            piece
            for piece in self.body
            if piece[:TWICE] not in said and piece[:TWICE] not in left_out
        ]

    @cached_property
    def twice(self) -> list[str]:
        """What the notes say more often than the document."""
        # Without running heads, sentences go on over the end of a page; with them, the
        # document may say a thing again.
        sources = [Counter(stretches("".join(texts), TWICE)) for texts in self.extracted or ()]
        # The cover's notes hold a title that is too long for it.
        notes = [letters(note) for notes in self.made.spoken[1:] for note in notes]
        said = Counter(s for note in notes for s in stretches(note, TWICE))
        return [
            stretch
            for stretch, count in said.items()
            if len(stretch) == TWICE and count > max(1, *(source[stretch] for source in sources))
        ]


def documents() -> list[Path]:
    if not CORPUS:
        return []
    return sorted(
        path
        for path in Path(CORPUS).rglob("*")
        if path.is_file() and path.suffix.lower().lstrip(".") in SUFFIXES
    )


@pytest.fixture(scope="module")
def sweep() -> list[Swept]:
    """All documents, in two processes at a time."""
    paths = documents()
    batches = [paths[start : start + TOGETHER] for start in range(0, len(paths), TOGETHER)]
    with ThreadPoolExecutor(2) as pool:
        made = pool.map(
            lambda batch: measured(batch, longest=2 * LONGEST, together=TOGETHER), batches
        )
        results = [one for batch in made for one in batch]
    swept = [Swept(path, one) for path, one in zip(paths, results, strict=True)]
    print(table(swept))
    return swept


def table(swept: Sequence[Swept]) -> str:
    """What was found, a line for each format, for a person to look at."""
    rows = ["", f"{'format':10}{'all':>5}{'decks':>6}{'slides':>7}{'held':>8}{'least':>7}  errors"]
    for format in sorted({one.format for one in swept}):
        ours = [one for one in swept if one.format == format]
        made = decks(ours)
        shares = [one.held for one in made if one.body and not one.reason]
        held = f"{sum(shares) / len(shares):8.2%}{min(shares):7.1%}" if shares else f"{'-':>15}"
        slides = sum(len(one.made.slides) for one in made)
        errors = Counter(one.made.error for one in ours if one.made.outcome == "error")
        counted = ", ".join(f"{error} {count}" for error, count in sorted(errors.items()))
        rows.append(f"{format:10}{len(ours):5}{len(made):6}{slides:7}{held}  {counted}")
    excepted = [f"  {one.format}: {one.reason}" for one in decks(swept) if one.body and one.reason]
    rows += ["not compared:", *sorted(excepted)]
    for what, of in FIGURES.items():
        rows += [f"{what}:", *(words for _, words in sorted(map(of, swept), reverse=True)[:3])]
    return "\n".join(rows)


FIGURES: Mapping[str, Callable[[Swept], tuple[float, str]]] = {
    "slowest": lambda o: (o.made.seconds, f"  {o.made.seconds:.1f} s  {o.path.name}"),
    "largest": lambda o: (o.made.peak, f"  {o.made.peak // MEGABYTE} MB  {o.path.name}"),
}


def decks(swept: Iterable[Swept]) -> list[Swept]:
    return [one for one in swept if one.made.outcome == "deck"]


def test_there_are_documents_that_make_decks(sweep: list[Swept]) -> None:
    assert decks(sweep), "the folder holds no document that makes a deck"


def test_no_document_is_a_fault_of_ours(sweep: list[Swept]) -> None:
    # UnfaithfulDeck, which is no SourceError, is one.
    faults = {one.path.name: one.made.error for one in sweep if one.made.outcome == "fault"}

    assert not faults, "\n\n".join(f"{name}\n{error}" for name, error in faults.items())


def test_an_error_fits_its_document(sweep: list[Swept]) -> None:
    unfit = [
        f"{one.path.name}: {one.made.error}: {one.made.message}"
        for one in sweep
        if one.made.outcome == "error" and not is_fit(one)
    ]

    assert not unfit


def is_fit(one: Swept) -> bool:
    """Whether what the error says is also what others find."""
    data = one.path.read_bytes()
    match one.made.error:
        case "EncryptedSource":
            return b"/Encrypt" in data or "EncryptedPackage".encode("utf-16-le") in data
        case "EmptySource" | "ScannedSource":
            return sum(map(len, one.body)) <= A_FEW
        case "MalformedSource":
            return one.extracted is None and not one.path.name.startswith("~$")
        case "UnknownFormat":
            return one.extracted is None
        case "ProgramMissing":
            return one.path.suffix.lower().lstrip(".") in NEEDS_A_PROGRAM
        case _:
            return False


def test_a_deck_is_as_it_should_be(sweep: list[Swept]) -> None:
    faults = [
        f"{one.path.name}: {fault}"
        for one in decks(sweep)
        for fault, is_so in {
            "a text overflows": one.made.overflowing > 0,
            "not verbatim": one.made.verbatim < 1,
            "out of order": one.made.inversions > 0,
            "no slides but the cover": len(one.made.slides) < 2 and len(one.made.text) > A_FEW,
        }.items()
        if is_so
    ]

    assert not faults


def test_no_document_takes_long(sweep: list[Swept]) -> None:
    slow = [
        f"{one.path.name}: {one.made.seconds:.1f} s" for one in sweep if one.made.seconds > LONGEST
    ]

    assert not slow


def test_no_document_takes_much_memory(sweep: list[Swept]) -> None:
    large = [
        f"{one.path.name}: {one.made.peak // MEGABYTE} MB"
        for one in sweep
        if one.made.peak > MOST_MEMORY
    ]

    assert not large


def test_no_document_reaches_beyond_itself(sweep: list[Swept]) -> None:
    reached = {one.path.name: (*one.made.opened, *one.made.connected) for one in sweep}

    assert not {name: what for name, what in reached.items() if what}


def test_a_deck_holds_what_others_find_in_its_document(sweep: list[Swept]) -> None:
    lacking = [
        f"{one.held:.1%} {one.path.name}: {' / '.join(piece[:40] for piece in one.missing[:4])}"
        for one in decks(sweep)
        if one.body and one.held < FEWEST and not one.reason
    ]

    assert not lacking, "\n".join(lacking)


def test_no_deck_says_a_thing_twice(sweep: list[Swept]) -> None:
    repeating = [
        f"{one.path.name}: {one.twice[0]}"
        for one in decks(sweep)
        if one.body and one.twice and not one.reason
    ]

    assert not repeating, "\n".join(repeating)

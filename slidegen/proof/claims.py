"""What each slide of the finished file shows, beside what it was to show and where that stands.

The scenes say of each paragraph what words it holds and where in the document these
are: a claim, and no more than that. It is kept if the paragraph that was read back from
the file is, to the letter, what the *document* says there, behind the claimed number.
What the planned text says does not matter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import zip_longest
from typing import Literal, TypeAlias

from msgspec import Struct

from slidegen.deck import as_shown
from slidegen.passage import Label, Passage, Words, join
from slidegen.patterns import compiled
from slidegen.proof.numerals import is_same_figure
from slidegen.proof.source import Said, Source
from slidegen.proof.wording import fold
from slidegen.scene import ChartItem, Scene, TableItem, TextItem, TextParagraph, TextRun
from slidegen.theme import LayoutName
from slidegen.writing.read_back import NUMBERS, ReadSlide, ReadText

CHART = "chart"
BY_PLACE = ("table", CHART, CHART + NUMBERS)
"""The slots whose texts are told apart by their place, not by their words."""
TITLE = "title"

Breach: TypeAlias = Literal["changed", "added", "missing", "moved", "notes", "slides"]
"""How a file breaks what was claimed of it: a paragraph that is not the document's words, one
too many, one too few, one out of its turn; other notes; more slides or fewer."""


class Fault(Struct, frozen=True):
    kind: Breach
    slide: int
    """From 1."""
    text: str
    """What the file has, or, where something is missing, what it lacks."""


class Claim(Struct, frozen=True):
    """What a paragraph of a slide is to be."""

    slot: str
    words: Words
    said: Said
    """What the document says at the place of the words; of a label, itself."""
    before: str = ""
    """The number before the words."""
    after: str = ""
    """The mark of a page that goes on."""
    is_sound: bool = True
    """Whether number and mark are what they should be: the document's, and ours."""
    is_number: bool = False
    """Whether it is a number of a chart, which has the cell's value, and its unit or none."""

    @property
    def key(self) -> str:
        return fold(self.before + self.said.text + self.after)


class Shown(Struct, frozen=True, dict=True):
    """A paragraph on a slide of the file."""

    slide: int
    """From 1."""
    layout: LayoutName
    slot: str
    text: str
    claim: Claim | None
    """None where nothing was claimed."""

    @cached_property
    def is_kept(self) -> bool:
        claim = self.claim
        if claim is None or not claim.is_sound:
            return False
        is_same = claim.is_number and is_same_figure(self.text, claim.said.text)
        return is_same or fold(self.text) == claim.key

    @property
    def words(self) -> Words | None:
        """What it shows, with its place; None where it is not what was claimed."""
        return self.claim.words if self.claim and self.is_kept else None


class Claims:
    """What *scenes* claim of the slides of a file, to be held against *source*.

    *continued* is the mark of a page that goes on; *footer* is what its foot may say.
    """

    def __init__(
        self, scenes: Sequence[Scene], source: Source, continued: str, footer: Words | None = None
    ) -> None:
        self.source = source
        self.scenes = scenes
        self.footer = "" if footer is None else self._said(footer).text
        # Several pages are counted inside the brackets: （续2）, (continued II).
        mark = fold(continued)
        self.mark = compiled(re.escape(mark[:-1]) + r"(?:\d*|(?i:[ivxlc]*))" + re.escape(mark[-1:]))

    def of(self, scene: Scene) -> list[Claim]:
        """In the order of the slide; none for what has no text."""
        shown = [
            (slot, paragraph) for slot, paragraph in _paragraphs(scene) if paragraph.text.strip()
        ]
        return [
            self._number(slot, paragraph.text, _numbered(shown, at))
            if paragraph.words is None
            else self._claim(slot, paragraph.text, paragraph.words)
            for at, (slot, paragraph) in enumerate(shown)
        ]

    def _number(self, slot: str, number: str, numbered: Words) -> Claim:
        """Of a number by itself, which numbers the words *numbered*."""
        text = fold(number)
        is_sound = self._numbers(text, numbered)
        return Claim(slot, Label(number), Said(text, text), is_sound=is_sound)

    def _claim(self, slot: str, paragraph: str, words: Words) -> Claim:
        if slot.endswith(NUMBERS):
            return Claim(slot, words, self._said(words), is_number=True)
        text, shown = fold(paragraph), fold(str(words))
        found = text.find(shown) if slot == TITLE else text.rfind(shown)
        before, after = (text[:found], text[found + len(shown) :]) if found >= 0 else ("", "")
        said = self._said(words)
        is_sound = self._numbers(before, words) and (
            not after or (slot == TITLE and self.mark.fullmatch(after) is not None)
        )
        return Claim(slot, words, said, before, after, is_sound)

    def _said(self, words: Words) -> Said:
        if isinstance(words, Label):
            return Said(words.text, words.text)
        return self.source.said(words)

    def _numbers(self, marker: str, words: Words) -> bool:
        return not marker or isinstance(words, Label) or self.source.numbers(marker, words)

    def notes_of(self, scene: Scene) -> list[str]:
        """What the document says at the places of the notes."""
        said = map(self.source.text, scene.notes)
        rows = ("\t".join(map(self.source.text, row)) for row in scene.told)
        return [text for text in (*said, *rows) if text.strip()]


def _cells(note: str | None) -> list[str]:
    """A paragraph of the notes, in which a tab parts the cells of a table."""
    return [fold(cell) for cell in (note or "").strip().split("\t")]


def matched(
    slides: Sequence[ReadSlide], claims: Claims
) -> tuple[tuple[Shown, ...], tuple[Fault, ...]]:
    """All paragraphs on *slides* with their claims, and what claims they break."""
    shown: list[Shown] = []
    faults: list[Fault] = []
    if len(slides) != len(claims.scenes):
        faults.append(Fault("slides", len(slides), f"{len(slides)} / {len(claims.scenes)}"))
    pages = zip_longest(slides, claims.scenes)
    for number, (slide, scene) in enumerate(pages, 1):
        wanted = claims.of(scene) if scene else []
        found = list(_matched(number, slide, wanted)) if slide else []
        shown += found
        faults += _breaches(number, found, wanted)
        if slide and slide.footer and fold(slide.footer) != fold(claims.footer):
            faults.append(Fault("changed", number, slide.footer))
        notes = [claims.notes_of(scene) if scene else [], slide.notes if slide else ()]
        for said, has in zip_longest(*notes):
            if _cells(said) != _cells(has):
                faults.append(Fault("notes", number, has or said or ""))
                break
    return tuple(shown), tuple(faults)


def _matched(number: int, slide: ReadSlide, claims: Sequence[Claim]) -> Iterator[Shown]:
    """Each text of *slide* with the claim of its slot that it keeps; else with the next of them
    that no text keeps, which it was to be."""
    found: dict[int, Claim] = {}
    slots = dict.fromkeys(text.slot for text in slide.texts)
    for slot in slots:
        texts = [at for at, text in enumerate(slide.texts) if text.slot == slot]
        wanted = [claim for claim in claims if claim.slot == slot]
        if slot in BY_PLACE and len(texts) == len(wanted):
            found.update(zip(texts, wanted, strict=True))
            continue
        by_key: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in reversed(wanted):
            by_key[claim.key].append(claim)
        for at in texts:
            if same := by_key[fold(slide.texts[at].text)]:
                found[at] = same.pop()
        kept = set(map(id, found.values()))
        unkept = iter([claim for claim in wanted if id(claim) not in kept])
        for at in texts:
            if at not in found and (instead := next(unkept, None)) is not None:
                found[at] = instead
    for at, text in enumerate(slide.texts):
        yield _shown(number, slide, text, found.get(at))


def _shown(number: int, slide: ReadSlide, text: ReadText, claim: Claim | None) -> Shown:
    return Shown(number, slide.layout, text.slot, text.text, claim)


def _breaches(number: int, shown: Sequence[Shown], claims: Sequence[Claim]) -> Iterator[Fault]:
    turns = {id(claim): turn for turn, claim in enumerate(claims)}
    last: dict[str, int] = {}
    met = set()
    for paragraph in shown:
        claim = paragraph.claim
        if claim is None:
            yield Fault("added", number, paragraph.text)
            continue
        met.add(id(claim))
        if not paragraph.is_kept:
            yield Fault("changed", number, paragraph.text)
        elif turns[id(claim)] < last.get(paragraph.slot, -1):
            yield Fault("moved", number, paragraph.text)
        last[paragraph.slot] = turns[id(claim)]
    for claim in claims:
        if id(claim) not in met:
            yield Fault("missing", number, claim.before + claim.said.text)


def _numbered(shown: Sequence[tuple[str, TextParagraph]], at: int) -> Words:
    """What a number by itself, the paragraph *at*, belongs to: the words below it in the same
    place, as on a card, else the title."""
    slot, _ = shown[at]
    below = (p.words for place, p in shown[at + 1 : at + 2] if place == slot)
    others = (p.words for _, p in shown)
    return next((words for words in (*below, *others) if words is not None), Label(""))


def _paragraphs(scene: Scene) -> Iterator[tuple[str, TextParagraph]]:
    for item in scene.items:
        match item:
            case TextItem():
                yield from ((item.slot, paragraph) for paragraph in item.paragraphs)
            case ChartItem():
                yield from _of_chart(item)
            case TableItem():
                cells = (cell for row in item.rows for cell in row.cells if not cell.covered)
                yield from ((item.slot, cell.paragraph) for cell in cells)
            case _:
                pass


def _of_chart(item: ChartItem) -> Iterator[tuple[str, TextParagraph]]:
    """In the order in which a chart is read back: titles, categories, names, numbers."""
    chart = item.chart
    titles = (
        (join(chart.value_title), item.value_title),
        (chart.category_title, item.category_title),
    )
    names = (series.name for series in chart.series)
    words = (*(title for title, place in titles if place), *chart.categories, *names)
    yield from ((item.slot, _paragraph(passage, passage.text)) for passage in words)
    for series in chart.series:
        for datum in series.data:
            shown = as_shown(datum.number, chart.number_format)
            yield item.slot + NUMBERS, _paragraph(datum.cell, shown)


def _paragraph(words: Passage, shown: str) -> TextParagraph:
    return TextParagraph((TextRun(shown),), words=words)

"""Every sentence of an outline is on a slide or in the notes, and in the notes only once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from slidegen.deck import Deck, Pointed
from slidegen.document import Block, passages
from slidegen.options import Detail, NotesUse, Options
from slidegen.outline import Outline
from slidegen.passage import Passage, Run
from slidegen.planning import plan
from slidegen.planning.clauses import is_balanced

from .sketches import FACTS, TEXTS, cases, sketched_outline

Spot = tuple[int, int]
"""A character of the source: its line and offset."""
DETAILS: tuple[Detail, ...] = ("outline", "standard", "full")


def spots(found: Iterable[Passage]) -> set[Spot]:
    """Of all letters and digits; marks between clauses may fall away."""
    return {
        (run.line, run.start + at)
        for passage in found
        for run in passage.runs
        for at, character in enumerate(run.text)
        if character.isalnum()
    }


def all_passages(outline: Outline) -> Iterator[Passage]:
    for name in FACTS:
        yield getattr(outline, name)
    blocks: list[Block] = [block for name in TEXTS for block in getattr(outline, name)]
    for section in outline.walk():
        yield section.heading
        blocks.extend(section.body)
    for block in blocks:
        yield from passages(block)


def held(value: object, *, notes: bool) -> Iterator[Passage]:
    """All passages inside *value* that are (or are not) in `notes`."""
    if isinstance(value, Passage):
        if not notes:
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from held(part, notes=notes)
    elif isinstance(value, Struct) and not isinstance(value, Run):
        for name in value.__struct_fields__:
            if name == "notes":
                yield from getattr(value, name) if notes else ()
            else:
                yield from held(getattr(value, name), notes=notes)


def said(deck: Deck) -> list[Passage]:
    """The notes of all slides, in the order in which they are said."""
    found: list[Passage] = []
    for slide in deck.slides:
        found.extend(slide.notes)
        if isinstance(slide, Pointed):
            found.extend(note for point in slide.points for note in point.notes)
    return found


def assert_nothing_is_lost(outline: Outline) -> None:
    wanted = spots(all_passages(outline))
    for detail in DETAILS:
        deck = plan(outline, Options(detail=detail))
        shown = spots(held(deck.slides, notes=False))
        notes = said(deck)

        assert wanted <= shown | spots(notes), detail
        assert len(spots(notes)) == sum(len(spots([note])) for note in notes), detail


@pytest.mark.parametrize("case", cases("decks.txt"), ids=lambda case: case.title)
def test_nothing_is_lost_of(case: object) -> None:
    assert_nothing_is_lost(sketched_outline(case.source))  # type: ignore[attr-defined]


CLAUSES = st.sampled_from(
    (
        "全市新建公园46个",
        "推进老旧管网改造",
        "要健全长效机制",
        "我们不仅要建好",
        "还要管好用好",
        "其中企业占三成",
        "在各方支持下",
        "实施“清泉”工程",
        "一是压实责任",
        "二是严格考核",
        "因此",
        "例如",
        "情况如下",
        "同比增长12.5%",
        "（三）项规定除外",
        "他说“这很好",
        "The budget rose by 4 percent",
        "which nobody expected",
        "https://example.org/a,b",
    )
)
MARKS = st.sampled_from(("，", "。", "；", "：", ",", "!", ". ", ""))
SENTENCES = st.lists(st.tuples(CLAUSES, MARKS).map("".join), min_size=1, max_size=12).map("".join)
LINES = st.one_of(
    SENTENCES,
    SENTENCES.map("- {}".format),
    SENTENCES.map("| {} | 甲 |".format),
    st.tuples(st.integers(1, 4), SENTENCES).map(lambda pair: "#" * pair[0] + " " + pair[1]),
    st.integers(1, 3).map(lambda depth: "#" * depth + " 第三条|"),
    st.tuples(st.sampled_from((*FACTS, *TEXTS)), SENTENCES).map(": ".join),
    st.sampled_from(("after_matter: 附件：1.清单 2.台账", "after_matter: 某某办公室")),
)
OUTLINES = st.lists(LINES, max_size=14).map("\n".join).map(sketched_outline)


@given(OUTLINES)
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost_of_any_outline(outline: Outline) -> None:
    assert_nothing_is_lost(outline)


@given(OUTLINES, st.sampled_from(DETAILS), st.sampled_from(("full", "points", "none")))
@settings(max_examples=150, deadline=None)
def test_all_words_are_cut_from_the_source(
    outline: Outline, detail: Detail, notes: NotesUse
) -> None:
    deck = plan(outline, Options(detail=detail, notes=notes, typography="keep"))

    for passage in (*held(deck.slides, notes=False), *said(deck)):
        for run in passage.runs:
            assert outline.lines[run.line - 1][run.start : run.end] == run.text


@given(OUTLINES)
@settings(max_examples=100, deadline=None)
def test_chosen_points_keep_their_quotes_whole(outline: Outline) -> None:
    chosen = [
        point.passage.text
        for slide in plan(outline, Options(detail="full", typography="keep")).slides
        if isinstance(slide, Pointed)
        for point in slide.points
        if point.why not in ("heading", "item", "article", "lead", "enumeration")
        and isinstance(point.passage, Passage)
    ]

    assert all(is_balanced(text) for text in chosen)


@given(OUTLINES)
@settings(max_examples=50, deadline=None)
def test_no_slide_of_points_is_without_points(outline: Outline) -> None:
    bullets = [slide for slide in plan(outline).slides if isinstance(slide, Pointed)]

    assert all(slide.points and str(slide.title) for slide in bullets)


CORPUS = os.environ.get("SLIDEGEN_CORPUS")


@pytest.mark.skipif(not CORPUS, reason="SLIDEGEN_CORPUS names no folder of documents")
def test_nothing_is_lost_of_real_documents() -> None:
    from slidegen.errors import SlidegenError
    from slidegen.outlining import make_outline
    from slidegen.reading import read

    files = sorted(p for p in Path(CORPUS or "").rglob("*") if p.suffix in (".txt", ".md"))
    outlines = []
    for file in files:
        try:
            outlines.append(make_outline(read(file)))
        except SlidegenError:
            continue

    assert outlines
    for outline in outlines:
        assert_nothing_is_lost(outline)

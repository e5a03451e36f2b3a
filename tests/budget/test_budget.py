"""`--max-slides`: never more slides, the most important on them, all the rest in the notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.budget import within_budget
from slidegen.deck import Closing, Deck
from slidegen.document import Picture
from slidegen.notices import Notice
from slidegen.options import Detail
from slidegen.passage import Passage
from slidegen.pipeline import Stages, convert, stages
from slidegen.scene import Scene

from . import texts

SPEECH_3 = texts.speech((5, 5, 5))
SPEECH_9 = texts.speech((2, 4, 2, 6, 3, 2, 5, 2, 3))
SPEECH_25 = texts.speech((2,) * 25)
DOCUMENTS = {
    "speech of 3": (SPEECH_3, "text"),
    "speech of 9": (SPEECH_9, "text"),
    "speech of 25": (SPEECH_25, "text"),
    "paragraphs only": (texts.flat_speech(6, 7), "text"),
    "no sections": (texts.unheaded(12), "text"),
    "law": (texts.law(6, 9), "text"),
    "law without chapters": (texts.law(0, 30), "text"),
    "English report": (texts.english(6, 4), "markdown"),
    "tables": (texts.with_tables(5, (4, 6)), "markdown"),
    "long tables": (texts.with_tables(3, (60, 3)), "markdown"),
}
EACH_DOCUMENT = pytest.mark.parametrize(
    ("text", "format"), DOCUMENTS.values(), ids=DOCUMENTS.keys()
)


def made(
    text: str,
    most: int | None = None,
    *,
    format: str = "text",
    detail: Detail = "standard",
    heard: list[Notice] | None = None,
) -> Stages:
    report = (lambda notice: None) if heard is None else heard.append
    return stages(text.encode(), format=format, max_slides=most, detail=detail, report=report)


def pages(found: Stages) -> tuple[Scene, ...]:
    return found.scenes.scenes


FRAME = ("cover", "agenda", "divider", "closing")


def kinds(found: Stages) -> Counter[str]:
    """How many pages there are of each kind; `points` are all that show some."""
    names = (s.kind if s.kind in (*FRAME, "table") else "points" for s in pages(found))
    return Counter(names)


def shown(deck: Deck) -> list[tuple[int, int]]:
    """Where the points of a deck stand in its document."""
    return [
        (p.passage.place.line, p.passage.place.start)
        for slide in deck.slides
        for p in getattr(slide, "points", ())
        if isinstance(p.passage, Passage)
    ]


def points_of_chapters(found: Stages) -> list[int]:
    """How many points each chapter shows, from the first section on."""
    counts = Counter[int | None]()
    for scene in pages(found):
        counts[scene.section] += len(scene.points)
    return [counts[number] for number in range(1, len(found.deck.sections))]


# How many slides there are


@EACH_DOCUMENT
@pytest.mark.parametrize(("detail", "most"), [("outline", 5), ("standard", 2), ("full", 16)])
def test_there_are_never_more(text: str, format: str, detail: Detail, most: int) -> None:
    assert len(pages(made(text, most, format=format, detail=detail))) <= most


@EACH_DOCUMENT
def test_where_there_are_enough_nothing_changes(text: str, format: str) -> None:
    whole = convert(text.encode(), format=format)
    natural = len(whole.stages.scenes.scenes)

    assert convert(text.encode(), format=format, max_slides=natural).pptx == whole.pptx


@EACH_DOCUMENT
def test_the_slides_there_are_get_used(text: str, format: str) -> None:
    """One fewer than a deck has takes no more than a divider each, a table or a few points."""
    natural = len(pages(made(text, format=format)))
    sections = len(made(text, format=format).deck.sections)

    assert len(pages(made(text, natural - 1, format=format))) >= natural - 1 - sections


def test_one_slide_is_too_few_and_a_notice_says_so() -> None:
    heard: list[Notice] = []
    found = made(SPEECH_3, 1, heard=heard)
    (notice,) = [notice for notice in heard if notice.kind == "max-slides"]

    assert len(pages(found)) == 2
    assert notice.counts
    assert "2 slides, not 1" in notice.message.en


def test_sections_that_no_slide_names_are_reported() -> None:
    heard: list[Notice] = []
    found = made(SPEECH_25, 2, heard=heard)
    (notice,) = [notice for notice in heard if notice.kind == "max-slides"]
    named = sum(point.role == "head" for scene in pages(found) for point in scene.points)

    assert notice.counts
    assert notice.message.en.startswith(f"{25 - named} of 25 sections")


def test_where_all_are_named_nothing_is_reported() -> None:
    heard: list[Notice] = []
    made(SPEECH_9, 8, heard=heard)

    assert not [notice for notice in heard if notice.kind == "max-slides"]


# What is given up first


def test_dividers_go_before_any_point() -> None:
    whole = made(SPEECH_3)
    found = made(SPEECH_3, len(pages(whole)) - 1)

    assert kinds(whole)["divider"] == 3
    assert kinds(found)["divider"] == 0
    assert shown(found.deck) == shown(whole.deck)


def test_an_agenda_before_each_section_is_shown_once_then() -> None:
    text = SPEECH_3.encode()
    whole = stages(text, format="text", agenda="repeat")
    fewer = stages(text, format="text", agenda="repeat", max_slides=len(pages(whole)) - 1)

    assert kinds(whole)["agenda"] == 4
    assert kinds(fewer)["agenda"] == 1
    assert shown(fewer.deck) == shown(whole.deck)


def test_each_section_has_a_slide_before_there_is_an_agenda_and_that_before_the_call() -> None:
    found = [kinds(made(SPEECH_9, most)) for most in (10, 11, 12, 13)]

    assert [(k["points"], k["agenda"], k["closing"]) for k in found] == [
        (9, 0, 0),
        (9, 1, 0),
        (9, 1, 1),
        (10, 1, 1),
    ]


def test_a_call_that_has_no_slide_is_in_the_notes() -> None:
    found = made(SPEECH_9, 11)

    assert any("奋力开创各项工作新局面" in note.text for s in pages(found) for note in s.notes)


def test_what_was_not_asked_for_does_not_come() -> None:
    found = stages(
        SPEECH_9.encode(),
        format="text",
        max_slides=14,
        agenda="none",
        closing=False,
        dividers=False,
    )

    assert {"agenda", "closing", "divider"}.isdisjoint(kinds(found))


def test_sections_share_slides_where_there_are_fewer_than_sections() -> None:
    found = made(SPEECH_25, 6)
    points = [point for scene in pages(found) for point in scene.points]
    heads = [str(point.passage) for point in points if point.role == "head"]

    assert heads == [f"全力抓好{theme}工作" for theme in texts.THEMES]
    assert {scene.title.split("（")[0] for scene in pages(found)[1:-1]} <= {"引言", "主要内容"}
    assert kinds(found)["closing"] == 1


def test_a_table_of_a_page_stays_longer_than_one_of_many() -> None:
    text = DOCUMENTS["long tables"][0]
    tables = [
        len(scene.items)
        for most in (8, 11)
        for scene in pages(made(text, most, format="markdown"))
        if scene.kind == "table" and scene.continued
    ]

    assert not tables


def test_what_a_table_says_is_in_the_notes_when_it_has_no_slide() -> None:
    heard: list[Notice] = []
    found = made(DOCUMENTS["tables"][0], 7, format="markdown", heard=heard)
    said = [note.text for scene in pages(found) for note in scene.notes]
    (notice,) = [notice for notice in heard if notice.kind == "max-slides"]

    assert kinds(found)["table"] == 0
    assert "第3街道" in said
    assert notice.message.en.endswith("10")
    assert not notice.counts


def test_a_picture_that_is_left_out_is_reported() -> None:
    from slidegen.document import Paragraph
    from slidegen.options import Options
    from slidegen.outline import Outline, Section
    from slidegen.theme_file import load_theme

    def section(number: int) -> Section:
        words = Passage.of_line(f"第{number}座公园的情况", number)
        text = Passage.of_line(
            f"新建第{number}座公园，占地{number}0亩。要加强日常管护，落实专人负责。", number + 10
        )
        picture = Picture(b"", "image/png", 4, 3)
        return Section(1, words, words, "markdown", body=(Paragraph(text), picture))

    outline = Outline(Passage.of_line("公园报告", 1), sections=tuple(map(section, range(2, 5))))
    heard: list[Notice] = []
    options = Options(max_slides=2)
    within_budget(outline, options, load_theme("gov-red"), report=heard.append)

    assert [(n.message.en, n.counts) for n in heard] == [
        ("pictures left out, as there are 2 slides: 3", True)
    ]


# What stays


@pytest.mark.parametrize("most", (5, 8, 14))
@pytest.mark.parametrize("sub_points", [(5, 5, 5), (2,) * 9])
def test_equal_sections_show_equally_much(sub_points: tuple[int, ...], most: int) -> None:
    if most > len(sub_points):
        assert len(set(points_of_chapters(made(texts.speech(sub_points), most)))) == 1


@pytest.mark.parametrize("most", [2, 3, 4])
def test_equal_sections_that_share_slides_show_equally_much(most: int) -> None:
    found = made(texts.speech((4,) * 6), most)
    points = [point for scene in pages(found) for point in scene.points if scene.section == 1]
    heads = [at for at, point in enumerate(points) if point.role == "head"]
    sizes = {after - at for at, after in zip(heads, (*heads[1:], len(points)), strict=True)}

    assert len(heads) == 6
    assert len(sizes) == 1


def test_no_section_of_more_shows_less() -> None:
    text = texts.speech((2, 7, 4))

    for most in (6, 7, 9, 11):
        fewest, greatest, middle = points_of_chapters(made(text, most))
        assert fewest <= middle <= greatest


def test_headings_stay_longer_than_what_supports_them() -> None:
    for most in (5, 6, 8, 11):
        found = made(SPEECH_3, most)
        for scene in pages(found):
            if any(point.level > 1 for point in scene.points):
                assert sum("提质增效" in str(p.passage) for p in scene.points) >= 1
        heads = Counter(p.role for scene in pages(found) for p in scene.points)["head"]
        assert heads == 15


def test_of_paragraphs_the_weightiest_point_of_each_stays() -> None:
    found = made(texts.flat_speech(3, 4), 5)
    lines = Counter(line for line, _ in shown(found.deck))

    assert len(lines) == 12


MONOTONE = ["speech of 9", "paragraphs only", "no sections", "law", "English report"]
"""With tables a section may show a point in place of one that there is no slide for."""


@pytest.mark.parametrize("name", MONOTONE)
@pytest.mark.parametrize("detail", ["outline", "standard"])
def test_fewer_slides_show_nothing_that_more_do_not(name: str, detail: Detail) -> None:
    """As long as each section has slides of its own: on slides that they share its line has
    what its text sets out, whatever it weighs."""
    text, format = DOCUMENTS[name]
    least = len(made(text, format=format).outline.sections) + 1 + (name == "no sections")
    natural = len(pages(made(text, format=format, detail=detail)))
    before: set[tuple[int, int]] = set()
    for most in sorted({least, least + 2, (least + natural) // 2, natural - 1}):
        now = set(shown(made(text, most, format=format, detail=detail).deck))
        assert before <= now
        before = now


@EACH_DOCUMENT
@pytest.mark.parametrize("most", [7])
def test_nothing_is_lost_and_nothing_moved(text: str, format: str, most: int) -> None:
    result = convert(text.encode(), format=format, max_slides=most)

    assert not result.proof.lost
    assert result.proof.order_inversions == 0
    assert result.report["options"]["max_slides"] == most


@given(
    st.lists(st.integers(0, 7), min_size=1, max_size=9),
    st.integers(1, 30),
    st.sampled_from(("outline", "standard", "full")),
)
@settings(max_examples=12, deadline=None)
def test_any_outline_keeps_to_any_budget(sub_points: list[int], most: int, detail: Detail) -> None:
    heard: list[Notice] = []
    result = convert(
        texts.speech(sub_points).encode(),
        format="text",
        max_slides=most,
        detail=detail,
        report=heard.append,
    )
    is_said = any(notice.kind == "max-slides" and notice.counts for notice in heard)

    assert len(result.stages.scenes.scenes) <= most or is_said
    assert not result.proof.lost
    assert result.proof.order_inversions == 0


def test_a_budget_is_for_the_theme_that_is_asked_for() -> None:
    wide = stages(SPEECH_9.encode(), format="text", max_slides=14)
    narrow = stages(SPEECH_9.encode(), format="text", max_slides=14, aspect="4:3")

    assert len(pages(wide)) <= 14
    assert len(pages(narrow)) <= 14


def test_without_a_budget_nothing_is_tried() -> None:
    found = made(SPEECH_3)

    assert within_budget(found.outline, found.options, found.theme).outline is found.outline


def test_the_slide_of_the_call_keeps_its_place() -> None:
    found = made(SPEECH_9, 15)

    assert isinstance(found.deck.slides[-1], Closing)
    assert replace(found.options, max_slides=None) == made(SPEECH_9).options

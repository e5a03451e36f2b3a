"""A file shows what was claimed of it, to the letter; each breach is told by its kind."""

from __future__ import annotations

from collections.abc import Sequence
from time import process_time

import pytest
from msgspec.structs import replace

from slidegen.errors import UnfaithfulDeck
from slidegen.passage import Passage
from slidegen.proof import check
from slidegen.proof.claims import Breach
from slidegen.scene import Scene
from slidegen.writing.read_back import ReadSlide, ReadText

from .sketches import cut, document, grid, page, proof, written

SOURCE = document("不得擅自改变绿地用途。", "加强养护。")
BAN = cut(SOURCE, "不得擅自改变绿地用途")
CARE = cut(SOURCE, "加强养护")
NOTES = [cut(SOURCE, "不得擅自改变绿地用途。"), cut(SOURCE, "加强养护。")]
PLANNED = page(BAN, CARE, notes=NOTES)


def with_texts(slide: ReadSlide, *texts: str) -> ReadSlide:
    return replace(slide, texts=(slide.texts[0], *(ReadText("body", text) for text in texts)))


def breaches(scenes: Sequence[Scene], *file: ReadSlide) -> list[Breach]:
    found = proof(SOURCE, *scenes, file=file)
    if found.faults:
        with pytest.raises(UnfaithfulDeck):
            check(found)
    return [fault.kind for fault in found.faults]


def test_a_file_that_says_what_was_planned_breaks_nothing() -> None:
    assert breaches([PLANNED], written(PLANNED)) == []


@pytest.mark.parametrize(
    ("texts", "kinds"),
    [
        (("擅自改变绿地用途", "加强养护"), ["changed"]),
        (("不得擅自改变绿地用途", "不加强养护"), ["changed"]),
        (("不得擅自改变绿地用途，", "加强养护"), ["changed"]),
        (("不得擅自改变绿地用途",), ["missing"]),
        (("加强养护",), ["missing"]),
        (("不得擅自改变绿地用途", "加强养护", "加强养护"), ["added"]),
        (("加强养护", "不得擅自改变绿地用途"), ["moved"]),
    ],
)
def test_each_breach_is_told_by_its_kind(texts: Sequence[str], kinds: list[Breach]) -> None:
    assert breaches([PLANNED], with_texts(written(PLANNED), *texts)) == kinds


def test_what_is_changed_is_not_verbatim() -> None:
    file = with_texts(written(PLANNED), "不得改变绿地用途", "加强养护")

    assert proof(SOURCE, PLANNED, file=[file]).verbatim == 0.5


def test_a_plan_that_is_not_the_documents_words_is_found_out() -> None:
    made_up = Passage.of_line("可以擅自改变绿地用途", 1)

    assert breaches([page(made_up, CARE)], written(page(made_up, CARE))) == ["changed"]


def test_a_place_outside_of_the_document_says_nothing() -> None:
    nowhere = Passage.of_line("加强养护", 7, 3)

    assert breaches([page(nowhere)], written(page(nowhere))) == ["changed"]


def test_notes_belong_to_their_slide() -> None:
    scenes = [page(BAN, notes=NOTES[:1]), page(CARE, notes=NOTES[1:])]
    first, second = map(written, scenes)
    exchanged = [replace(first, notes=second.notes), replace(second, notes=first.notes)]

    assert breaches(scenes, *exchanged) == ["notes", "notes"]


def test_cells_are_told_apart_by_their_place() -> None:
    table = grid([BAN, CARE])
    slide = written(table)
    exchanged = replace(slide, texts=tuple(reversed(slide.texts)))

    assert breaches([table], exchanged) == ["changed", "changed"]


def test_slides_are_counted() -> None:
    slide = written(PLANNED)

    assert breaches([PLANNED], slide, slide)[0] == "slides"
    assert breaches([PLANNED])[:2] == ["slides", "missing"]


def test_the_time_taken_grows_with_the_length_only() -> None:
    def seconds(sentences: int) -> float:
        lines = [f"第{n}项工作按照计划推进到阶段{n * 7}。" for n in range(sentences)]
        source = document(*lines)
        said = [Passage.of_line(line, n) for n, line in enumerate(lines, 1)]
        scenes = [
            page(*(one[: len(one) - 3] for one in said[n : n + 5]), notes=said[n : n + 10])
            for n in range(0, sentences, 10)
        ]
        before = process_time()
        assert not proof(source, *scenes).lost
        return process_time() - before

    seconds(100)
    small, large = (min(seconds(count) for _ in range(2)) for count in (500, 4_000))

    assert large < 8 * small * 2.5

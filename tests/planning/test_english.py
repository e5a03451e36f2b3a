"""What English paragraphs show: cases in files, each a paragraph and its points."""

from __future__ import annotations

import pytest

from slidegen.passage import Passage
from slidegen.planning.clauses import is_balanced
from slidegen.planning.condensing import key_points
from slidegen.planning.english import pieces
from slidegen.planning.headlines import headline
from slidegen.planning.parts import paragraph_points
from slidegen.point import Point

from .sketches import Case, cases


@pytest.mark.parametrize("case", cases("english.txt"), ids=lambda case: case.title)
def test_what_an_english_text_is_cut_into(case: Case) -> None:
    points = key_points(Passage.of_line(case.source, 1), 4)

    assert dumped(points) == case.expected


@pytest.mark.parametrize("case", cases("english_paragraphs.txt"), ids=lambda case: case.title)
def test_an_english_paragraph_with_what_heads_it(case: Case) -> None:
    points = paragraph_points(Passage.of_line(case.source, 1), most=None)

    assert dumped(points) == case.expected


def dumped(points: tuple[Point, ...]) -> str:
    lines = (
        f"{'  ' * (p.level - 1)}{'■' if p.role == 'head' else '-'} {p.passage}" for p in points
    )
    return "\n".join(lines) or "nothing"


def test_pieces_of_a_quotation_are_whole() -> None:
    text = "He called it “a good deal, and we will keep it”, and the council will vote in May."

    assert all(is_balanced(piece.span.of(text)) for piece in pieces(text))


@pytest.mark.parametrize("text", ["we came, and they will come, " * 900, "no stop at all " * 2000])
def test_a_text_without_an_end_is_looked_at_only_so_far(text: str) -> None:
    assert len(list(pieces(text))) < 5000


def test_a_headline_begins_as_its_text_does() -> None:
    text = (
        "The storm of November put four feet of water in the ferry terminal, and because the pumps "
        "had been taken away for repair in the summer, it stood there for nine days."
    )

    assert headline(Passage.of_line(text, 1)).text == (
        "The storm of November put four feet of water in the ferry terminal"
    )

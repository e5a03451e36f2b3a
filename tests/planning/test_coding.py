"""Which code a deck shows."""

from __future__ import annotations

import pytest

from slidegen.deck import CodeSlide, Deck
from slidegen.document import Block, Code, ListBlock, ListItem, Paragraph
from slidegen.options import Detail, Options
from slidegen.outline import Outline, Section
from slidegen.passage import Passage
from slidegen.planning import plan


def code(*lines: str, language: str | None = None) -> Code:
    return Code(tuple(Passage.of_line(line, n) for n, line in enumerate(lines, 50)), language)


def deck_with(*body: Block, detail: Detail = "standard") -> Deck:
    heading = Passage.of_line("接口说明", 3)
    section = Section(1, heading, heading, "markdown", body=(*body,))
    return plan(Outline(sections=(section,)), Options(detail=detail))


def shown(deck: Deck) -> list[str]:
    slides = (slide for slide in deck.slides if isinstance(slide, CodeSlide))
    return ["\n".join(map(str, slide.lines)) for slide in slides]


def notes(deck: Deck) -> str:
    said = [*(n for s in deck.slides for n in s.notes)]
    said += [n for s in deck.slides for p in getattr(s, "points", ()) for n in p.notes]
    return "\n".join(map(str, said))


@pytest.mark.parametrize(
    ("detail", "count", "is_shown"),
    [
        ("outline", 8, False),
        ("standard", 1, False),
        ("standard", 2, False),
        ("standard", 3, True),
        ("standard", 24, True),
        ("standard", 25, False),
        ("full", 1, False),
        ("full", 2, True),
    ],
)
def test_code_is_on_a_slide_or_in_the_notes(detail, count, is_shown) -> None:
    block = code(*(f"  step({n})" for n in range(count)))
    deck = deck_with(Paragraph(Passage.of_line("调用方法如下。", 9)), block, detail=detail)
    text = "\n".join(map(str, block.lines))

    assert shown(deck) == ([text] if is_shown else [])
    assert (text in notes(deck)) is not is_shown


@pytest.mark.parametrize(
    "block",
    [
        code("graph TD", "A --> B", "B --> C", language="mermaid"),
        code("a = 1", "b = 2", "c = " + "9" * 100),
        code("a = 1", "", "", "b = 2"),
        code('    <th scope="col">Metric</th>', "    <th>Value</th>", "    </tr>"),
    ],
)
def test_a_drawing_a_long_line_a_line_or_two_and_stray_markup_stay_in_the_notes(block) -> None:
    assert shown(deck_with(block)) == []


def test_code_below_an_item_has_a_slide_too() -> None:
    item = ListItem((Paragraph(Passage.of_line("登录系统", 20)), code("a", "b", "c")))
    deck = deck_with(ListBlock((item,)))

    assert shown(deck) == ["a\nb\nc"]


def test_marks_in_code_are_left_as_they_are() -> None:
    line = '"泵站": "东湖", (备用)'

    assert shown(deck_with(code("{", line, "}"))) == ["{\n" + line + "\n}"]

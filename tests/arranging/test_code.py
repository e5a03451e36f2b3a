import pytest

from slidegen.arranging import arrange
from slidegen.deck import CodeSlide, Deck
from slidegen.passage import Label, Passage
from slidegen.scene import Scene, TextItem
from slidegen.theme_file import load_theme


def scenes(*lines: str, aspect: str = "16:9") -> tuple[Scene, ...]:
    passages = tuple(Passage.of_line(line, n) for n, line in enumerate(lines, 1))
    deck = Deck((CodeSlide(Label("代码"), passages),))
    return arrange(deck, load_theme("gov-red", aspect)).scenes  # type: ignore[arg-type]


def body(scene: Scene) -> TextItem:
    return next(i for i in scene.items if isinstance(i, TextItem) and i.slot == "code")


def test_lines_keep_their_indents_and_are_set_as_code() -> None:
    (scene,) = scenes("if x:", "    y = 1", "\tz = 2", "", "w = 3")
    paragraphs = body(scene).paragraphs

    assert [p.text for p in paragraphs] == ["if x:", "    y = 1", "    z = 2", "", "w = 3"]
    assert all(run.style.code for p in paragraphs for run in p.runs)


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
@pytest.mark.parametrize("count", [1, 12, 24])
def test_all_lines_are_shown_once_in_order(count, aspect) -> None:
    pages = scenes(*(f"line({n})" for n in range(count)), aspect=aspect)
    shown = [p.text for page in pages for p in body(page).paragraphs]

    assert shown == [f"line({n})" for n in range(count)]
    assert not any(page.fit and page.fit.overflow for page in pages)
    assert [page.continued for page in pages] == [False] + [True] * (len(pages) - 1)


def test_a_page_begins_with_a_line_that_is_not_indented() -> None:
    block = ["def f():", *("    step()",) * 9]
    _, second = scenes(*block, *block)

    assert body(second).paragraphs[0].text == "def f():"


def test_long_lines_are_set_smaller_rather_than_broken() -> None:
    (scene,) = scenes("x" * 75, "y")
    step = body(scene).step

    assert step is not None
    assert step.sizes[0].pt == 16

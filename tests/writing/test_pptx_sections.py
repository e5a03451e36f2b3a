"""PowerPoint's sections follow those of the talk, and every slide is in one."""

from __future__ import annotations

from slidegen.scene import Scenes
from slidegen.writing.sections import Fold, folds


def scenes(desk, *sections: int | None, names: tuple[str, ...], language="zh-CN") -> Scenes:
    pages = tuple(desk.content(f"{n}", section=section) for n, section in enumerate(sections))
    return Scenes(pages, sections=names, language=language)


def test_slides_before_and_after_the_sections_have_their_own(desk):
    deck = scenes(desk, None, None, 0, 1, 1, None, names=("甲", "乙"))

    assert folds(deck) == (
        Fold("开篇", (0, 1)),
        Fold("甲", (2,)),
        Fold("乙", (3, 4)),
        Fold("结束", (5,)),
    )


def test_a_slide_between_belongs_to_what_came_before(desk):
    deck = scenes(desk, 0, None, 1, names=("甲", "乙"))

    assert folds(deck) == (Fold("甲", (0, 1)), Fold("乙", (2,)))


def test_sections_of_one_name_stay_apart(desk):
    deck = scenes(desk, 0, 1, names=("附件", "附件"))

    assert folds(deck) == (Fold("附件", (0,)), Fold("附件", (1,)))


def test_an_english_deck_has_english_ones(desk):
    deck = scenes(desk, None, 0, names=("Aims",), language="en-US")

    assert folds(deck)[0].name == "Opening"


def test_a_deck_without_sections_has_no_folds(desk, find):
    deck = desk.deck_of(desk.content("标题"))

    assert not find(deck.part._element, "//p14:sectionLst")


def test_the_file_lists_every_slide_in_one_section(desk, find):
    pages = (desk.content("甲", section=0), desk.content("乙", section=1))
    root = desk.deck_of(*pages, sections=("一、甲", "二、乙")).part._element

    assert find(root, "//p14:section/@name") == ["一、甲", "二、乙"]
    assert find(root, "//p14:sldId/@id") == find(root, "//p:sldIdLst/p:sldId/@id")
    assert len(set(find(root, "//p14:section/@id"))) == 2

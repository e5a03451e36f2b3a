"""A number or a name on a slide is one that the document says at the place of its point."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from slidegen.errors import UnfaithfulDeck
from slidegen.passage import Label, Passage
from slidegen.proof import check
from slidegen.proof.numerals import facts
from slidegen.writing.read_back import ReadText

from .sketches import cut, document, page, paragraph, proof, written


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("新建公园46个", "新建公园64个"),
        ("增长12.5%", "增长12.5"),
        ("增长12.5%", "增长12"),
        ("投资1,200万元", "投资12万元"),
        ("增长百分之五", "增长百分之六"),
        ("共十二项", "共十三项"),
        ("三百二十万人", "二十万人"),
        ("落实《城市绿化条例》", "落实《城市绿地条例》"),
        ("打造“十分钟”便民圈", "打造“半小时”便民圈"),
    ],
)
def test_what_the_document_does_not_say_is_foreign(said: str, shown: str) -> None:
    assert facts(shown, said).foreign


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("投资1,200万元", "投资1200万元"),
        ("２０２４年", "2024年"),
        ("2025-2030年规划", "2025"),
        ("①②③项", "②③项"),
        ("面积3km²", "面积3km"),
        ('打造"十分钟"便民圈', "打造“十分钟”便民圈"),
        ("印发《绿化\n条例》", "《绿化条例》"),
        ("c/29f404bb.html", "c/29f4\n04bb.html"),
        ("By 2030 years", "By 2030\nyears"),
    ],
)
def test_what_is_written_otherwise_is_the_same(said: str, shown: str) -> None:
    assert facts(shown, said).foreign == ()


def test_a_number_said_elsewhere_is_foreign() -> None:
    source = document("新建公园46个。新建厕所64个。")
    planned = page(cut(source, "新建公园46个"), cut(source, "新建厕所64个"))
    slide = written(planned)
    title, _, *others = slide.texts
    exchanged = replace(slide, texts=(title, ReadText("body", "新建公园64个"), *others))

    found = proof(source, planned, file=[exchanged])

    assert [(foreign.words, foreign.slide) for foreign in found.foreign] == [("64", 1)]
    assert found.numerals == 0.5
    with pytest.raises(UnfaithfulDeck, match="slide 1 would show 64"):
        check(found)


@pytest.mark.parametrize(
    ("line", "words"),
    [("全年投资12.5亿元", "5亿元"), ("共1,200项", "200项"), ("共三百二十万人", "二十万人")],
)
def test_a_point_may_not_begin_inside_a_number(line: str, words: str) -> None:
    source = document(line)

    assert proof(source, page(cut(source, words))).foreign


def test_a_point_may_not_end_inside_a_number() -> None:
    source = document("同比增长12.5%")

    assert proof(source, page(cut(source, "同比增长12"))).foreign


def test_a_point_may_begin_behind_the_number_of_its_item() -> None:
    source = document("1.2025年完成", "2.2026年验收")

    assert proof(source, page(cut(source, "2026年验收"))).foreign == ()


def test_a_number_before_a_point_is_the_one_that_the_document_gives_it() -> None:
    source = document("（三）落实责任")
    words = cut(source, "落实责任")

    check(proof(source, page(paragraph(words, before="（三）"))))
    with pytest.raises(UnfaithfulDeck, match="not the document's: （四）落实责任"):
        check(proof(source, page(paragraph(words, before="（四）"))))


def test_the_users_own_words_are_not_held_against_the_document() -> None:
    source = document("正文")
    found = proof(source, page(Label("2031年规划"), cut(source, "正文"), title=Label("引言")))

    check(found)
    assert (found.verbatim, found.numbers) == (1, 0)


def test_the_users_own_words_must_be_the_file_s() -> None:
    planned = page(title=Label("2031年规划"))
    other = written(page(title=Label("2032年规划")))

    with pytest.raises(UnfaithfulDeck, match="2032"):
        check(proof(document(), planned, file=[other]))


def test_numbers_and_names_are_counted() -> None:
    source = document("落实《绿化条例》，新建公园46个，增长3%。")
    found = proof(source, page(Passage.of_line("落实《绿化条例》，新建公园46个，增长3%", 1)))

    assert (found.numbers, found.names, found.numerals) == (2, 1, 1)

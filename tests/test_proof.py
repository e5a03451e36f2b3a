"""The proof tells a true deck from one that lost, made up or moved something."""

from __future__ import annotations

from collections.abc import Sequence
from time import process_time

import pytest

from slidegen.deck import Bullets, Cover, Deck, Point
from slidegen.document import Document, Field, Paragraph
from slidegen.errors import UnfaithfulDeck
from slidegen.passage import Label, Passage
from slidegen.proof import Proof, check, prove
from slidegen.theme import LayoutName
from slidegen.writing.read_back import ReadSlide, ReadText

NO_DECK = Deck(())


def document(*lines: str) -> Document:
    blocks = tuple(Paragraph(Passage.of_line(text, n)) for n, text in enumerate(lines, 1))
    return Document(blocks, "text", lines=lines)


def slide(*texts: str, notes: Sequence[str] = (), layout: LayoutName = "content") -> ReadSlide:
    slots = ("title", *["body"] * len(texts))
    return ReadSlide(
        layout,
        tuple(ReadText(slot, text) for slot, text in zip(slots, texts, strict=False)),
        tuple(notes),
    )


def proof(
    source: Document,
    *slides: ReadSlide,
    dropped: Sequence[Passage] = (),
    deck: Deck = NO_DECK,
    all_in_notes: bool = True,
) -> Proof:
    return prove(slides, source, dropped=dropped, deck=deck, all_in_notes=all_in_notes)


def test_a_sentence_counts_where_it_is_first_found() -> None:
    source = document("建设公园。", "养护绿地。", "责任编辑", "种植树木。")
    found = proof(
        source,
        slide("标题", "建设公园", notes=["建设公园。养护绿地。"]),
        dropped=[Passage.of_line("责任编辑", 3)],
    )

    assert (found.on_slides, found.in_notes_only, found.dropped) == (1, 1, 1)
    assert [(sentence.text, sentence.line) for sentence in found.lost] == [("种植树木", 4)]
    assert found.sentences == 4


def test_mended_punctuation_and_line_breaks_lose_nothing() -> None:
    found = proof(document("推进建设,确保(质量)！"), slide("标题", "推进建设，\n确保（质量）"))

    assert found.on_slides == 1
    assert found.verbatim == 0.5  # the title is made up


def test_a_heading_may_show_its_number_as_a_bullet() -> None:
    found = proof(document("（一）加强领导。", "1.压实责任。"), slide("加强领导", "压实责任"))

    assert not found.lost


def test_a_sentence_may_be_parted_where_the_outline_parts_it() -> None:
    source = document("二〇二四年工作总结去年以来全市上下团结奋进", "市长：王芳 2024年12月5日")
    found = proof(
        source,
        slide("二〇二四年工作总结", "市长：王芳", "2024年12月5日", layout="cover"),
        slide("引言", notes=["去年以来全市上下团结奋进"]),
    )

    assert not found.lost
    assert (found.on_slides, found.in_notes_only) == (1, 1)


def test_a_number_is_what_a_sentence_begins_with_and_no_letter_inside_it() -> None:
    source = document("Call org.w3c.dom now.")

    assert not proof(source, slide("标题", notes=["Call", "org.w3c.dom now."])).lost


def test_scattered_letters_do_not_make_a_sentence() -> None:
    found = proof(document("全市山林水土"), slide("全水", "市土", "山", "林"))

    assert [sentence.text for sentence in found.lost] == ["全市山林水土"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("新建公园46个", "新建公园64个"),
        ("增长12.5%", "增长12.5"),
        ("投资1,200万元", "投资12万元"),
        ("增长百分之五", "增长百分之六"),
        ("共十二项", "共十三项"),
    ],
)
def test_a_number_that_the_document_does_not_say_is_foreign(said: str, shown: str) -> None:
    found = proof(document(said), slide(said, shown))

    assert [foreign.slide for foreign in found.foreign] == [1]
    assert found.numerals == 0.5


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("投资1,200万元", "投资1200万元"),
        ("２０２４年", "2024年"),
        ("2025-2030年规划", "2025"),
        ("三百二十万人", "二十万人"),
        ("①②③项", "②③项"),
        ("面积3km²", "面积3km"),
    ],
)
def test_a_number_written_otherwise_is_the_same(said: str, shown: str) -> None:
    assert proof(document(said), slide(shown)).foreign == ()


def test_what_numbers_slides_and_items_is_no_claim() -> None:
    deck = Deck((), continued=Label("（续）"))
    found = proof(
        document("各项工作", "落实责任"),
        slide("各项工作（续3）", "7.落实责任"),
        slide("目录", "08\t各项工作", layout="agenda"),
        ReadSlide("divider", (ReadText("title", "各项工作"), ReadText("number", "09")), ()),
        deck=deck,
    )

    assert found.foreign == ()


def test_an_items_number_may_touch_the_number_that_the_item_begins_with() -> None:
    source = document("1. 2025年完成", "1. 2026年验收")

    assert proof(source, slide("各项工作", "2.2026年验收")).foreign == ()
    assert [f.numeral for f in proof(source, slide("题", "2.2027年验收")).foreign] == ["2.2027"]


def test_the_users_own_words_are_not_held_against_the_document() -> None:
    deck = Deck((Cover(title=Label("2031年规划")), Bullets(Label("引言"), (Point(Label("完")),))))
    found = proof(document("正文"), slide("2031年规划", layout="cover"), slide("引言"), deck=deck)

    assert found.foreign == ()
    assert found.verbatim == 1


def test_front_matter_is_part_of_the_document() -> None:
    source = Document((), "markdown", (Field("date", Passage.of_line("2024-12-05", 2)),))

    assert proof(source, slide("2024-12-05", layout="cover")).foreign == ()


def test_points_against_the_order_of_the_document_are_counted() -> None:
    source = document("首先规划道路", "其次铺设管线", "最后种植树木")
    ordered = proof(
        source, slide("题", "首先规划道路", "其次铺设管线"), slide("题", "最后种植树木")
    )
    moved = proof(source, slide("题", "最后种植树木", "首先规划道路", "其次铺设管线"))

    assert ordered.order_inversions == 0
    assert moved.order_inversions == 1


def test_a_lost_sentence_is_an_error() -> None:
    found = proof(document("建设公园。"), slide("标题"))

    with pytest.raises(UnfaithfulDeck, match="line 1: 建设公园") as raised:
        check(found)
    assert "建设公园" in raised.value.message.zh


def test_what_the_user_wants_in_no_notes_is_not_lost() -> None:
    found = proof(document("建设公园。"), slide("标题"), all_in_notes=False)

    check(found)
    assert (found.unasked, found.lost) == (1, ())


def test_a_foreign_number_is_an_error_always() -> None:
    found = proof(document("公园46个"), slide("公园64个"), all_in_notes=False)

    with pytest.raises(UnfaithfulDeck, match="slide 1 would show 64"):
        check(found)


def test_the_time_taken_grows_with_the_length_only() -> None:
    def seconds(sentences: int) -> float:
        lines = [f"第{n}项工作按照计划推进到阶段{n * 7}。" for n in range(sentences)]
        source = document(*lines)
        slides = [
            slide(
                "标题",
                *(line[: len(line) // 2] for line in lines[n : n + 5]),
                notes=lines[n : n + 10],
            )
            for n in range(0, sentences, 10)
        ]
        before = process_time()
        assert not proof(source, *slides).lost
        return process_time() - before

    seconds(100)
    small, large = (min(seconds(count) for _ in range(2)) for count in (500, 4_000))

    assert large < 8 * small * 2.5

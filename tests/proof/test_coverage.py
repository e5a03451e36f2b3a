"""Every sentence of a document is on a slide, in the notes, left out by rule, or lost."""

from __future__ import annotations

import pytest

from slidegen.document import Document, Field, Paragraph
from slidegen.errors import UnfaithfulDeck
from slidegen.passage import Passage
from slidegen.proof import check

from .sketches import cut, document, page, paragraph, proof


def test_a_sentence_counts_where_it_is_first_found() -> None:
    source = document("建设公园。养护绿地。", "责任编辑", "种植树木。")
    points = page(cut(source, "建设公园"), notes=[cut(source, "建设公园。养护绿地。")])

    found = proof(source, points, dropped=[cut(source, "责任编辑")])

    assert (found.on_slides, found.in_notes_only, found.dropped) == (1, 1, 1)
    assert [(sentence.text, sentence.line) for sentence in found.lost] == [("种植树木", 3)]
    assert found.sentences == 4


def test_mended_punctuation_and_line_breaks_lose_nothing() -> None:
    source = document("推进建设,确保(质量)！")
    mended = cut(source, "推进建设,确保(质量)").with_text("推进建设，确保（质量）")
    scene = page(mended)
    found = proof(source, scene)

    assert found.on_slides == 1
    assert found.verbatim == 1


def test_a_heading_may_show_its_number_as_a_bullet() -> None:
    source = document("（一）加强领导。", "1.压实责任。")

    assert not proof(source, page(cut(source, "加强领导"), cut(source, "压实责任"))).lost


def test_a_sentence_may_be_parted_where_the_outline_parts_it() -> None:
    source = document("二〇二四年工作总结去年以来全市上下团结奋进", "市长：王芳 2024年12月5日")
    cover = page(
        cut(source, "市长：王芳"),
        cut(source, "2024年12月5日"),
        title=cut(source, "二〇二四年工作总结"),
        layout="cover",
    )
    found = proof(source, cover, page(notes=[cut(source, "去年以来全市上下团结奋进")]))

    assert not found.lost
    assert (found.on_slides, found.in_notes_only) == (1, 1)


def test_a_number_is_what_a_sentence_begins_with_and_no_letter_inside_it() -> None:
    source = document("Call org.w3c.dom now.")
    notes = [cut(source, "Call"), cut(source, "org.w3c.dom now.")]

    assert not proof(source, page(notes=notes)).lost


def test_scattered_letters_do_not_make_a_sentence() -> None:
    source = document("全市山林水土", "全水", "市土")
    found = proof(source, page(cut(source, "全水"), cut(source, "市土")))

    assert [sentence.text for sentence in found.lost] == ["全市山林水土"]


def test_the_mark_of_a_page_that_goes_on_is_no_part_of_its_title() -> None:
    source = document("各项工作")
    title = paragraph(cut(source, "各项工作"), after="（续3）")

    found = proof(source, page(title=title))

    check(found)
    assert found.on_slides == 1


def test_front_matter_is_part_of_the_document() -> None:
    date = Passage.of_line("2024-12-05", 2, 6)
    source = Document((), "markdown", (Field("date", date),), lines=("---", "date: 2024-12-05"))

    check(proof(source, page(date, layout="cover")))


def test_what_a_reader_decoded_is_what_the_document_says() -> None:
    lines = ("Parks &amp; rivers are open.",)
    runs = (
        *Passage.of_line("Parks ", 1).runs,
        *Passage.of_line("&", 1, 6).runs,
        *Passage.of_line(" rivers are open.", 1, 11).runs,
    )
    source = Document((Paragraph(Passage(runs)),), "markdown", lines=lines)

    check(proof(source, page(Passage(runs)[:14]), page(notes=[Passage(runs)])))


def test_a_lost_sentence_is_an_error() -> None:
    found = proof(document("建设公园。"), page())

    with pytest.raises(UnfaithfulDeck, match="line 1: 建设公园") as raised:
        check(found)
    assert "建设公园" in raised.value.message.zh


def test_what_the_user_wants_in_no_notes_is_not_lost() -> None:
    found = proof(document("建设公园。"), page(), all_in_notes=False)

    check(found)
    assert (found.unasked, found.lost) == (1, ())

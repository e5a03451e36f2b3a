"""What is said stands in the speaker notes, where every program finds it."""

from __future__ import annotations


def test_notes_are_a_paragraph_each(desk):
    slide = desk.slide_of(desk.content("标题", notes=desk.notes("同志们：", "今天开会。")))

    assert slide.notes_slide.notes_text_frame.text == "同志们：\n今天开会。"


def test_a_slide_without_notes_has_no_notes_slide(desk):
    assert not desk.slide_of(desk.content("标题")).has_notes_slide


def test_the_presentation_lists_its_notes_master(desk, find):
    # Keynote loses the notes of a file that does not.
    deck = desk.deck_of(desk.content("标题", notes=desk.notes("同志们：")))
    (key,) = find(deck.part._element, "/p:presentation/p:notesMasterIdLst/p:notesMasterId/@r:id")

    assert deck.part.rels[key].reltype.endswith("/notesMaster")
    assert deck.slides[0].notes_slide.part.notes_master.part is deck.part.rels[key].target_part


def test_notes_say_their_language(desk, find):
    slide = desk.slide_of(desk.content("标题", notes=desk.notes("同志们：", "Thank you.")))

    assert find(slide.notes_slide, "//a:r/a:rPr/@lang") == ["zh-CN", "en-US"]


def test_notes_with_many_pages_stay_with_their_slides(desk):
    deck = desk.deck_of(
        *(desk.content(f"第{n}页", notes=desk.notes(f"讲第{n}页")) for n in range(1, 12))
    )

    assert [slide.notes_slide.notes_text_frame.text for slide in deck.slides] == [
        f"讲第{n}页" for n in range(1, 12)
    ]

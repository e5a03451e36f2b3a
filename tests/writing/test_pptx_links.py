"""Links lead to slides of the deck or out of it, and keep the colour of their text."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from slidegen.passage import Style
from slidegen.scene import Scene, TextParagraph, TextRun


def agenda(desk, *scenes: int) -> Scene:
    entries = [
        TextParagraph((TextRun("一", colour="accent"), TextRun("\t提高站位")), scene=scene)
        for scene in scenes
    ]
    items = (desk.text("agenda", "title", "目录"), desk.text("agenda", "body", *entries))
    return Scene("agenda", "agenda", "目录", items)


def targets(slide, find) -> list[str]:
    links = find(slide, "//a:hlinkClick/@r:id")
    return [slide.part.rels[link].target_part.partname for link in links]


def test_an_agenda_line_jumps_to_its_slide(desk, find):
    deck = desk.deck_of(agenda(desk, 2, 1), desk.content("甲"), desk.content("乙"))
    slide = deck.slides[0]

    assert targets(slide, find) == ["/ppt/slides/slide3.xml", "/ppt/slides/slide2.xml"]
    assert set(find(slide, "//a:hlinkClick/@action")) == {"ppaction://hlinksldjump"}


def test_the_number_before_the_tab_is_not_part_of_the_link(desk, find):
    slide = desk.deck_of(agenda(desk, 1), desk.content("甲")).slides[0]

    assert find(slide, "//a:r[a:rPr/a:hlinkClick]/a:t/text()") == ["提高站位"]
    assert slide.placeholders[1].text_frame.text == "一\t提高站位"


def test_each_line_of_a_broken_entry_is_a_link(desk, find):
    entry = desk.words("一\t提高站位，\n深刻认识", scene=1)
    scene = Scene("agenda", "agenda", "目录", (desk.text("agenda", "body", entry),))
    slide = desk.deck_of(scene, desk.content("甲")).slides[0]

    assert find(slide, "//a:r[a:rPr/a:hlinkClick]/a:t/text()") == ["提高站位，", "深刻认识"]
    assert len(set(find(slide, "//a:hlinkClick/@r:id"))) == 1
    assert not find(slide, "//a:br//a:hlinkClick")


def test_a_link_out_of_the_deck_is_an_external_relation(desk, find):
    run = TextRun("通知", Style(link="https://example.gov.cn/通知 1.html?a=1"))
    slide = desk.slide_of(desk.content("标题", TextParagraph((run,))))
    (relation,) = (slide.part.rels[key] for key in find(slide, "//a:hlinkClick/@r:id"))

    assert relation.is_external
    assert relation.target_ref == "https://example.gov.cn/%E9%80%9A%E7%9F%A5%201.html?a=1"


def test_links_keep_the_colour_of_their_text(desk):
    deck = desk.bytes_of(agenda(desk, 1), desk.content("甲"))
    slide = read_part(deck, "ppt/slides/slide1.xml")

    assert "hlinkClr" in slide and 'val="tx"' in slide


def read_part(deck: bytes, name: str) -> str:
    return ZipFile(BytesIO(deck)).read(name).decode()

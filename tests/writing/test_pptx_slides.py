"""Slides are what someone at PowerPoint would have made by hand: placeholders, filled."""

from __future__ import annotations

from msgspec.structs import replace
from pptx.enum.shapes import PP_PLACEHOLDER

from slidegen.passage import Style
from slidegen.scene import PictureItem, Scene, ShapeItem, TextParagraph, TextRun
from slidegen.units import Length, Rect

ONE_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63d82a2a0d00026800e634b930080000000049454e44ae426082"
)
"""A picture in PNG."""


def test_the_title_is_in_the_title_placeholder(desk):
    slide = desk.slide_of(desk.content("加强领导"))

    assert slide.shapes.title.text == "加强领导"


def test_points_are_paragraphs_with_levels_in_the_body_placeholder(desk):
    slide = desk.slide_of(desk.content("标题", "要点", desk.words("支撑", level=2)))
    body = slide.placeholders[1]

    assert body.placeholder_format.type == PP_PLACEHOLDER.OBJECT
    assert [(p.text, p.level) for p in body.text_frame.paragraphs] == [("要点", 0), ("支撑", 1)]


def test_what_the_layout_gives_is_not_repeated(desk, find):
    slide = desk.slide_of(desk.content("标题", "要点"))

    assert not find(slide, "//p:sp//a:xfrm")
    assert not find(slide, "//@sz[parent::a:rPr] | //a:lnSpc | //a:buChar")


def test_a_smaller_step_is_said_once_for_the_whole_placeholder(desk, find):
    slot = desk.theme.layout("content").slot("body")
    scene = desk.content("标题", "要点", desk.words("支撑", level=2))
    title, body = scene.items
    slide = desk.slide_of(replace(scene, items=(title, replace(body, step=slot.steps[2]))))

    assert find(slide, "//p:sp[2]//a:lstStyle/a:lvl1pPr/a:defRPr/@sz") == ["2000"]
    assert find(slide, "//p:sp[2]//a:lstStyle/a:lvl1pPr/a:lnSpc/a:spcPts/@val") == ["2800"]
    assert find(slide, "//p:sp[2]//a:lstStyle/a:lvl2pPr/a:spcBef/a:spcPts/@val") == ["400"]
    assert not find(slide, "//a:rPr/@sz")


def test_the_layouts_own_step_is_inherited(desk, find):
    slot = desk.theme.layout("content").slot("body")
    scene = desk.content("标题", "要点")
    title, body = scene.items
    slide = desk.slide_of(replace(scene, items=(title, replace(body, step=slot.steps[0]))))

    assert not find(slide, "//a:lstStyle/*")


def test_text_elsewhere_than_in_its_slot_says_where(desk):
    place = Rect.of_inches(1, 3, 5, 2)
    scene = desk.content("标题", "要点")
    title, body = scene.items
    slide = desk.slide_of(replace(scene, items=(title, replace(body, area=place))))

    assert slide.placeholders[1].left == Length.inches(1).emu
    assert slide.placeholders[1].height == Length.inches(2).emu


def test_no_placeholder_is_left_empty(desk):
    slide = desk.slide_of(desk.content("标题"), footer="会议")

    assert all(shape.text_frame.text for shape in slide.placeholders)


def test_a_newline_breaks_the_line_inside_the_paragraph(desk):
    slide = desk.slide_of(desk.content("提高站位，\n深刻认识"))

    assert slide.shapes.title.text_frame.paragraphs[0].text == "提高站位，\v深刻认识"


def test_inline_styles_are_runs(desk, find):
    runs = (TextRun("粗", Style(bold=True)), TextRun("斜", Style(italic=True)), TextRun("常"))
    slide = desk.slide_of(desk.content("标题", TextParagraph(runs)))

    assert [r.font.bold for r in slide.placeholders[1].text_frame.paragraphs[0].runs] == [
        *(True, None, None)
    ]
    assert find(slide, "//a:rPr/@i") == ["1"]


def test_a_colour_is_a_theme_colour(desk, find):
    paragraph = TextParagraph((TextRun("红", colour="accent"),))
    slide = desk.slide_of(desk.content("标题", paragraph))

    assert find(slide, "//a:rPr/a:solidFill/a:schemeClr/@val") == ["accent1"]


def test_a_number_of_its_own_stands_where_the_bullet_would(desk, find):
    slide = desk.slide_of(desk.content("标题", desk.words("（一）强化领导", bullet=False)))

    assert find(slide, "//a:pPr/a:buNone")
    assert not find(slide, "//a:pPr/@indent | //a:pPr/@marL")


def test_content_pages_have_footer_and_a_slide_number_field(desk, find):
    deck = desk.deck_of(desk.content("一"), desk.content("二"), footer="全市推进会")

    assert find(deck.slides[1], "//a:fld[@type='slidenum']/a:t/text()") == ["2"]
    assert [s.text for s in deck.slides[1].placeholders if s.placeholder_format.idx == 11] == [
        "全市推进会"
    ]


def test_the_cover_has_neither(desk, find):
    cover = Scene("cover", "cover", "讲话", (desk.text("cover", "title", "讲话"),))
    slide = desk.slide_of(cover, footer="全市推进会")

    assert len(slide.shapes) == 1
    assert slide.shapes.title.placeholder_format.type == PP_PLACEHOLDER.CENTER_TITLE


def test_shapes_have_ids_and_names_of_their_own(desk):
    mark = ShapeItem(Rect.of_inches(1, 3, 5, 0.1), "rule")
    slide = desk.slide_of(desk.with_items(desk.content("标题", "要点"), mark), footer="会议")

    assert len({shape.shape_id for shape in slide.shapes}) == len(slide.shapes) == 5
    assert len({shape.name for shape in slide.shapes}) == 5
    assert slide.shapes.title.name.startswith("标题")


def test_names_are_english_in_an_english_deck(desk):
    slide = desk.slide_of(desk.content("Memo"), language="en-GB")

    assert slide.shapes.title.name.startswith("Title")


def test_ornaments_are_decorative_and_lie_behind(desk, find):
    mark = ShapeItem(Rect.of_inches(1, 3, 5, 0.1), "rule")
    slide = desk.slide_of(desk.with_items(desk.content("标题", "要点"), mark))

    assert find(slide, "//p:sp[1]//adec:decorative/@val") == ["1"]
    assert [shape.name for shape in slide.shapes][:2] == ["装饰 1", "标题 2"]


def picture(desk, slot: str | None, alt: str) -> PictureItem:
    return PictureItem(slot, Rect.of_inches(1, 3, 2, 2), ONE_PIXEL, "image/png", alt)


def test_a_picture_stands_in_its_placeholder_with_alt_text(desk, find):
    scene = Scene(
        "picture",
        "picture",
        "大厅",
        (desk.text("picture", "title", "大厅"), picture(desk, "picture", "办事大厅")),
    )
    slide = desk.slide_of(scene)
    shape = slide.placeholders[1]

    assert shape.placeholder_format.type == PP_PLACEHOLDER.PICTURE
    assert shape.image.blob == ONE_PIXEL
    assert find(shape, ".//p:cNvPr/@descr") == ["办事大厅"]


def test_a_picture_shown_twice_is_stored_once(desk):
    scene = desk.with_items(desk.content("标题"), picture(desk, None, "标志"))
    deck = desk.deck_of(scene, scene)

    images = {part.partname for part in deck.part.package.iter_parts() if "media" in part.partname}
    assert len(images) == 1


def test_a_picture_that_says_nothing_is_decorative(desk, find):
    slide = desk.slide_of(desk.with_items(desk.content("标题"), picture(desk, None, "")))

    assert find(slide, "//p:pic//adec:decorative/@val") == ["1"]

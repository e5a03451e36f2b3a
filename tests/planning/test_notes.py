"""What the speaker has in front of him."""

from __future__ import annotations

from msgspec.structs import replace

from slidegen.deck import Bullets, Closing, Cover
from slidegen.document import Footnote, ListBlock, ListItem, Paragraph
from slidegen.options import Options
from slidegen.passage import Passage
from slidegen.planning import plan

from .sketches import dump, sketched_outline
from .test_nothing_lost import said

SPEECH = """\
title: 在读书节启动仪式上的讲话
source: 某市日报
salutation: 同志们：
opening: 读书节已经连续举办九届，累计有86万人次参加。今年我们把主会场设在社区。
# 一、|办出特色
过去一年，全市新建城市书房31间。
## （一）|送书下乡
流动书车要跑遍全部村庄，每月不少于两趟。孩子们盼了很久。
## （二）|名家领读
邀请作家与读者见面。
closing: 让我们一起读书吧！
after_matter: 某市图书馆
"""


def test_notes_hold_the_whole_text_in_order_beside_what_it_is_said_to() -> None:
    deck = plan(sketched_outline(SPEECH))

    assert dump(deck, notes=True).splitlines()[-17:-2] == [
        "  > 读书节已经连续举办九届，累计有86万人次参加。今年我们把主会场设在社区。",
        "  - 今年我们把主会场设在社区",
        "bullets: 一、办出特色",
        "  > 一、办出特色",
        "  - 全市新建城市书房31间",
        "  > 过去一年，全市新建城市书房31间。",
        "  ■ 送书下乡",
        "  > （一）送书下乡",
        "  > 流动书车要跑遍全部村庄，每月不少于两趟。孩子们盼了很久。",
        "    - 流动书车要跑遍全部村庄，每月不少于两趟",
        "  ■ 名家领读",
        "  > （二）名家领读",
        "  > 邀请作家与读者见面。",
        "    - 邀请作家与读者见面",
        "closing: 让我们一起读书吧！",
    ]


def test_the_salutation_is_said_with_the_opening() -> None:
    deck = plan(sketched_outline(SPEECH))
    opening = next(slide for slide in deck.slides if isinstance(slide, Bullets))

    assert str(opening.notes[0]) == "同志们："


def test_without_an_opening_slide_the_salutation_is_said_with_the_cover() -> None:
    deck = plan(sketched_outline("title: 讲话\nsalutation: 同志们：\n# 一、|要求\n抓好落实。"))

    assert [str(note) for note in deck.slides[0].notes] == ["同志们："]


def test_facts_that_the_cover_does_not_show_are_in_its_notes() -> None:
    deck = plan(sketched_outline(SPEECH), Options(title="启动仪式讲话"))
    cover = deck.slides[0]

    assert isinstance(cover, Cover)
    assert [str(note) for note in cover.notes] == ["某市日报", "在读书节启动仪式上的讲话"]


def test_the_signature_is_in_the_last_notes() -> None:
    deck = plan(sketched_outline(SPEECH))
    closing = deck.slides[-1]

    assert isinstance(closing, Closing)
    assert [str(note) for note in closing.notes] == ["让我们一起读书吧！", "某市图书馆"]


def test_without_a_closing_slide_its_text_is_said_on_the_slide_before() -> None:
    deck = plan(sketched_outline(SPEECH), Options(closing=False))
    last = deck.slides[-1]

    assert isinstance(last, Bullets)
    assert [str(note) for note in said(deck)][-2:] == ["让我们一起读书吧！", "某市图书馆"]


def test_notes_of_points_hold_only_the_sentences_that_are_shown() -> None:
    deck = plan(sketched_outline(SPEECH), Options(notes="points"))

    notes = [str(note) for note in said(deck)]
    assert "流动书车要跑遍全部村庄，每月不少于两趟。" in notes
    assert not any("孩子们盼了很久" in note for note in notes)


def test_notes_can_be_left_out() -> None:
    deck = plan(sketched_outline(SPEECH), Options(notes="none"))

    assert said(deck) == []


def test_a_sub_point_with_its_own_slide_is_not_said_on_the_overview() -> None:
    deck = plan(sketched_outline(SPEECH), Options(detail="full"))
    bullets = {str(s.title): s for s in deck.slides if isinstance(s, Bullets)}

    assert not any("流动书车" in str(n) for p in bullets["一、办出特色"].points for n in p.notes)
    assert any("流动书车" in str(n) for p in bullets["（一）送书下乡"].points for n in p.notes)


def test_what_a_slides_own_notes_say_is_not_said_twice_and_is_no_point() -> None:
    """The outline of a deck that was read: points, and before them what was said to them."""
    outline = sketched_outline("title: 报告\n# 一、|工作进展\n正文。")
    words = ("一、工作进展", "全年共完成12座,其中坝体8座。", "坝体8座", "投入3.2亿元")
    heading, speech, body, cost = (
        Passage.of_line(text, line) for line, text in enumerate(words, 10)
    )
    notes = Footnote("", (Paragraph(heading), Paragraph(speech)))
    points = ListBlock(tuple(ListItem((Paragraph(point),)) for point in (body, cost)))
    section = replace(outline.sections[0], body=(notes, points))

    slide = plan(replace(outline, sections=(section,))).slides[1]

    assert isinstance(slide, Bullets)
    assert [str(note) for note in slide.notes] == ["一、工作进展", "全年共完成12座,其中坝体8座。"]
    assert [(str(p.passage), [str(n) for n in p.notes]) for p in slide.points] == [
        ("坝体8座", []),
        ("投入3.2亿元", ["投入3.2亿元"]),
    ]

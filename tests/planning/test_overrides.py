"""What the user says goes before what the document says."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from slidegen.deck import Agenda, Cover
from slidegen.errors import OptionError
from slidegen.options import Options
from slidegen.passage import Label
from slidegen.planning import plan

from .sketches import sketched_outline

DOCUMENT = """\
title: 关于古桥保护的报告
occasion: 2025年3月8日在全县文物工作会议上
date: 2025年3月8日
speaker: 局长 某某
# 一、|情况
现存古桥47座。
# 二、|打算
逐桥建档。
"""


def cover_of(options: Options) -> Cover:
    cover = plan(sketched_outline(DOCUMENT), options).slides[0]
    assert isinstance(cover, Cover)
    return cover


def test_the_user_s_words_replace_the_document_s() -> None:
    cover = cover_of(
        Options(title="古桥", subtitle="汇报", speaker="文物局", organisation="某县", date="三月")
    )

    assert (cover.title, cover.subtitle) == (Label("古桥"), Label("汇报"))
    assert (cover.speaker, cover.organisation, cover.date) == (
        Label("文物局"),
        Label("某县"),
        Label("三月"),
    )


def test_an_empty_value_hides_what_the_document_says() -> None:
    assert cover_of(Options(speaker="")).speaker is None


def test_nothing_is_made_up_that_neither_says() -> None:
    cover = cover_of(Options())

    assert cover.organisation is None
    assert cover.classification is None
    assert cover.logo is None


def test_the_author_is_the_speaker_and_nobody_where_none_is_named() -> None:
    assert plan(sketched_outline(DOCUMENT)).author == "局长 某某"
    assert plan(sketched_outline("title: 通知")).author == ""


def test_the_footer_is_the_title_unless_the_user_says_otherwise() -> None:
    outline = sketched_outline(DOCUMENT)

    assert str(plan(outline).footer) == "关于古桥保护的报告"
    assert plan(outline, Options(footer="内部资料")).footer == Label("内部资料")
    assert plan(outline, Options(footer="")).footer is None


def test_the_labels_are_in_the_deck_s_language() -> None:
    deck = plan(sketched_outline(DOCUMENT), Options(language="en-GB"))
    agenda = next(slide for slide in deck.slides if isinstance(slide, Agenda))

    assert agenda.title == Label("Agenda")
    assert deck.continued == Label(" (continued)")
    assert deck.language == "en-GB"


def test_a_date_inside_the_occasion_is_shown_once() -> None:
    text = "title: 报告\noccasion: 2025年3月8日在会议上"
    outline = sketched_outline(text)
    dated = sketched_outline(text, date=outline.occasion[:9])

    cover = plan(dated).slides[0]
    assert isinstance(cover, Cover)
    assert cover.date is None


def test_a_logo_is_read_with_its_type_and_size(tmp_path: Path) -> None:
    data = BytesIO()
    Image.new("RGB", (40, 20), "red").save(data, "PNG")
    path = tmp_path / "logo.png"
    path.write_bytes(data.getvalue())

    logo = cover_of(Options(logo=path)).logo
    assert logo is not None
    assert (logo.media_type, logo.width, logo.height) == ("image/png", 40, 20)


@pytest.mark.parametrize("content", [None, b"no picture", b""])
def test_an_unusable_logo_is_an_error_with_a_way_out(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "logo.png"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(OptionError) as caught:
        cover_of(Options(logo=path))
    assert "--logo" in str(caught.value.hint)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("安全生产工作要点", "安全生产工作要点"),
        ("新建文本文档 2", "现将安全生产工作要点印发给你们"),
    ],
)
def test_a_document_without_a_title_goes_by_its_files_name_if_it_says_that(
    name: str, title: str
) -> None:
    sketch = "opening: 现将安全生产工作要点印发给你们。\n# 一、|要求\n抓好落实。"
    (cover, *_) = plan(replace(sketched_outline(sketch), name=name)).slides

    assert isinstance(cover, Cover)
    assert str(cover.title) == title

"""The Markdown form of an outline reads back as the same outline."""

from __future__ import annotations

import pytest

from slidegen.outline import Outline
from slidegen.outlining import make_outline
from slidegen.reading import read
from slidegen.writing.outline_markdown import outline_as_markdown


def again(outline: Outline) -> Outline:
    return make_outline(read(outline_as_markdown(outline).encode(), format="markdown"))


def headings(outline: Outline) -> list[tuple[int, str | None, str]]:
    return [(one.level, one.marker, one.heading.text) for one in outline.walk()]


DOCUMENTS = {
    "run-in headings": "某镇工作总结\n\n一、回顾\n\n（一）抓生产。产量稳定。\n\n（二）抓民生。"
    "办成十件实事。\n\n二、打算\n\n（一）稳增长。继续努力。\n\n（二）保安全。守住底线。\n",
    "signs of Markdown in the text": "某镇工作总结\n\n一、回顾\n\n# 号不是标题。\n\n"
    "*号和_下划线_以及[方括号]和<尖括号>都照旧。\n\n二、打算\n\n- 号开头的段落。\n",
    "cover and salutation": "某县长在会议上的讲话\n\n（2024年5月6日）\n\n同志们：\n\n"
    "今天开会。\n\n一、认识\n\n要认识到位。\n\n二、行动\n\n要行动到位。\n",
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_outline_stays_the_same(name: str) -> None:
    outline = make_outline(read(DOCUMENTS[name].encode(), format="text"))
    second = again(outline)

    assert headings(outline)
    assert headings(second) == headings(outline)
    assert second.title == outline.title
    assert second.salutation == outline.salutation
    assert second.iso_date == outline.iso_date


def test_text_that_looks_like_markup_stays_text() -> None:
    text = DOCUMENTS["signs of Markdown in the text"]
    written = outline_as_markdown(make_outline(read(text.encode(), format="text")))
    said = read(written.encode(), format="markdown")
    words = [str(block.passage) for block in said.blocks if hasattr(block, "passage")]

    assert "# 号不是标题。" in words
    assert "*号和_下划线_以及[方括号]和<尖括号>都照旧。" in words
    assert "- 号开头的段落。" in words


def test_tables_and_lists_come_along() -> None:
    source = "# 报告\n\n## 概况\n\n| 项目 | 数量 |\n| --- | --- |\n| 图书 | 8 |\n\n1. 甲\n2. 乙\n"
    outline = make_outline(read(source.encode(), format="markdown"))

    assert again(outline).sections[0].body == outline.sections[0].body

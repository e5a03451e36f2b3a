"""Whatever the document, outlining loses no word, doubles none, and keeps their order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.document import Block, Cell, Heading, Paragraph, Rule, Table, passages
from slidegen.outline import Section
from slidegen.outlining.candidates import unlisted
from slidegen.outlining.nesting import DEEPEST, sections_of
from slidegen.outlining.rejoining import rejoined
from slidegen.outlining.unfolding import unfolded
from slidegen.passage import Passage
from slidegen.reading import read

# fmt: off
MARKERS = (
    "", "第一编 ", "第二章 ", "第三节", "第四条 ", "第五条规定的", "一、", "二、", "三、二",
    "十一、", "（一）", "(二) ", "（三）", "1.", "2、", "3．", "1.5", "1.1 ", "(1)", "2）", "①",
    "一是", "二要", "第一，", "第二点：", "首先，", "最后，", "——", "――", "一 ", "I. ", "II. ",
    "A. ", "(a) ", "Article 3. ", "## ", "“", "”", "附件", "各位代表！",
)
WORDS = (
    "加强巡护。", "加强巡护", "怎么办？", "PM", "2.5", "；", "：", "　　", "是：指标", "，", "的",
    "全市图书馆事业稳步发展，读者明显增多，服务水平持续提高，成绩来之不易，值得珍惜。", "（",
    "三）改革", "We planted trees", "Trees grew. Rivers rose and fell again.", "省长 张三",
)
# fmt: on


lines = st.lists(
    st.tuples(st.sampled_from(MARKERS), st.lists(st.sampled_from(WORDS), max_size=3)),
    max_size=24,
).map(lambda parts: [marker + "".join(words) for marker, words in parts])
free_lines = st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=80))


def blocks_of(texts: Iterable[str]) -> tuple[Block, ...]:
    return tuple(_block(text, n) for n, text in enumerate(texts, 1) if text.strip())


def _block(text: str, number: int) -> Block:
    match number % 7:
        case 0:
            return Table(((Cell(Passage.of_line(text, number)),),))
        case 3 if text.startswith("## "):
            return Heading(Passage.of_line(text[3:], number, 3), number % 4 + 1, "markdown")
        case 5 if not text.isprintable():
            return Rule(number)
        case _:
            words = text.strip()
            return Paragraph(Passage.of_line(words, number, text.index(words)))


def words_of(blocks: Iterable[Block]) -> str:
    return _bare("".join(p.text for block in blocks for p in passages(block)))


def words_of_outline(opening: Sequence[Block], sections: Sequence[Section]) -> str:
    return words_of(opening) + "".join(
        _bare(section.text.text) + words_of(section.body)
        for top in sections
        for section in top.walk()
    )


def _bare(text: str) -> str:
    """*text* without what may part a heading from its paragraph."""
    return re.sub(r"[\s。.：:，,；;]|\u200b", "", text)


@given(st.one_of(lines, free_lines))
@settings(deadline=None, max_examples=250)
def test_every_word_stands_once_and_in_order(texts: list[str]) -> None:
    blocks = blocks_of(texts)

    opening, sections = sections_of(blocks)

    assert words_of_outline(opening, sections) == words_of(blocks)


@given(lines)
@settings(deadline=None, max_examples=150)
def test_levels_count_up_from_one_and_stay_shallow(texts: list[str]) -> None:
    _, sections = sections_of(blocks_of(texts))

    def check(section: Section, level: int) -> None:
        assert section.level == level <= DEEPEST
        for child in section.children:
            check(child, level + 1)

    for section in sections:
        check(section, 1)


@given(lines)
@settings(deadline=None, max_examples=100)
def test_rejoining_and_unfolding_lose_nothing(texts: list[str]) -> None:
    blocks = blocks_of(texts)

    assert words_of(rejoined(blocks)) == words_of(blocks)
    assert words_of(unfolded(blocks)) == words_of(blocks)


@given(lines)
@settings(deadline=None, max_examples=100)
def test_unfolding_one_line_loses_nothing(texts: list[str]) -> None:
    line = "".join(texts).strip() * 3
    blocks = (Paragraph(Passage.of_line(line, 1)),) if line else ()

    assert words_of(unfolded(blocks)) == words_of(blocks)


@pytest.mark.skipif("SLIDEGEN_CORPUS" not in os.environ, reason="SLIDEGEN_CORPUS is not set")
def test_real_documents_lose_nothing() -> None:
    corpus = Path(os.environ.get("SLIDEGEN_CORPUS", "."))
    sources = [p for p in sorted(corpus.rglob("*")) if p.suffix in (".txt", ".md")]
    for source in sources:
        document = read(source)
        blocks = unlisted(rejoined(unfolded(document.blocks)), document.lines)

        opening, sections = sections_of(blocks, document.lines)

        assert words_of_outline(opening, sections) == words_of(blocks), source
    assert sources

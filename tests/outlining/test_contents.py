from __future__ import annotations

from slidegen.document import Block, Paragraph
from slidegen.outlining.contents import without_contents
from slidegen.passage import Passage


def lines(*texts: str) -> tuple[Block, ...]:
    return tuple(Paragraph(Passage.of_line(text, n)) for n, text in enumerate(texts, 1))


def words(blocks: tuple[Block, ...]) -> list[str]:
    return [block.passage.text for block in blocks if isinstance(block, Paragraph)]


def test_a_table_of_contents_is_dropped_with_its_reason() -> None:
    blocks = lines(
        "古树名木保护条例", "目　录", "第一章 总则……1", "第二章 养护 ...... 3",
        "第一章　总则", "第一条 为了保护古树名木，制定本条例。",
        "第二章　养护", "第二条 实行分级保护。",
    )  # fmt: skip

    left, dropped = without_contents(blocks)

    assert words(left) == words((blocks[0], *blocks[4:]))
    assert [entry.passage.line for entry in dropped] == [2, 3, 4]
    assert {entry.reason for entry in dropped} == {"table of contents"}


def test_an_entry_may_be_the_head_of_a_paragraph() -> None:
    blocks = lines("目录", "一、成绩", "二、打算", "一、成绩。成绩很大。", "二、打算。打算很多。")

    left, _ = without_contents(blocks)

    assert left == blocks[3:]


def test_entries_that_do_not_come_again_stay() -> None:
    blocks = lines("目录", "本期要目见封底", "专题报道另行发布", "一、成绩")

    assert without_contents(blocks) == (blocks, ())


def test_without_the_word_nothing_is_a_table_of_contents() -> None:
    blocks = lines("一、成绩", "二、打算", "一、成绩", "二、打算")

    assert without_contents(blocks) == (blocks, ())

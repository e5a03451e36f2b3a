"""A table of one row is a frame around text."""

from __future__ import annotations

from slidegen.document import Block, Cell, Paragraph, Table
from slidegen.outlining.frames import without_frames
from slidegen.passage import Passage


def table(*rows: tuple[str, ...], caption: str = "") -> Table:
    return Table(
        tuple(tuple(Cell(Passage.of_line(words, 1)) for words in row) for row in rows),
        caption=Passage.of_line(caption, 2),
    )


def paragraphs(blocks: tuple[Block, ...]) -> list[str]:
    return [block.passage.text for block in blocks if isinstance(block, Paragraph)]


def test_a_box_is_the_paragraph_in_it() -> None:
    assert paragraphs(without_frames((table(("凡涉及安全的，一律先停工后整改。",)),))) == [
        "凡涉及安全的，一律先停工后整改。"
    ]


def test_a_label_and_what_it_labels_follow_one_another() -> None:
    framed = table(("负责单位：", "", "市水务局"), caption="分工")

    assert paragraphs(without_frames((framed,))) == ["分工", "负责单位：", "市水务局"]


def test_things_side_by_side_stay_a_table() -> None:
    row = table(("一季度", "二季度", "三季度"))

    assert without_frames((row,)) == (row,)


def test_two_rows_are_a_table() -> None:
    rows = table(("项目", "金额"), ("维修", "30万元"))

    assert without_frames((rows,)) == (rows,)

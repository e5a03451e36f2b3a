"""What was written is read back word for word, slot by slot."""

from __future__ import annotations

import pytest

from slidegen.scene import Scene, TableCell, TableItem, TableRow
from slidegen.writing.read_back import ReadSlide, ReadText, read_back


@pytest.fixture
def reread(desk):
    def again(*scenes: Scene, **deck) -> tuple[ReadSlide, ...]:
        return read_back(desk.bytes_of(*scenes, **deck), desk.theme)

    return again


def test_every_paragraph_comes_with_its_slot(desk, reread) -> None:
    (slide,) = reread(desk.content("标题", "要点一", "要点二"))

    assert slide.layout == "content"
    assert slide.texts == (
        ReadText("title", "标题"),
        ReadText("body", "要点一"),
        ReadText("body", "要点二"),
    )


def test_a_line_break_is_a_newline(desk, reread) -> None:
    (slide,) = reread(desk.content("关于城市公园\n建设的报告"))

    assert slide.texts[0].text == "关于城市公园\n建设的报告"


def test_notes_are_read_paragraph_by_paragraph(desk, reread) -> None:
    with_notes, without = reread(
        desk.content("一", notes=desk.notes("第一段。", "第二段。")), desk.content("二")
    )

    assert with_notes.notes == ("第一段。", "第二段。")
    assert without.notes == ()


def test_footer_and_slide_number_say_nothing_of_the_slide(desk, reread) -> None:
    (slide,) = reread(desk.content("标题"), footer="页脚")

    assert [text.text for text in slide.texts] == ["标题"]


def test_cells_are_read_row_by_row_and_covered_ones_left_out(desk, reread) -> None:
    slot = desk.theme.layout("table").slot("table")
    width = slot.area.width / 2
    rows = (("项目", None), ("绿地", "46"))
    table = TableItem(
        "table",
        slot.area,
        (width, width),
        tuple(
            TableRow(
                slot.area.height / 2,
                tuple(
                    TableCell(
                        desk.words(words or ""),
                        columns=2 if None in row and words else 1,
                        covered=words is None,
                    )
                    for words in row
                ),
            )
            for row in rows
        ),
        header_rows=1,
        step=desk.theme.table.steps[0],
        alt="表格",
    )
    (slide,) = reread(Scene("table", "table", "表", (desk.text("table", "title", "表"), table)))

    assert [text.text for text in slide.texts] == ["表", "项目", "绿地", "46"]


def test_a_layout_of_another_theme_is_not_guessed_at(desk) -> None:
    from dataclasses import replace

    foreign = replace(desk.theme, layouts=())

    with pytest.raises(ValueError, match="no layout"):
        read_back(desk.bytes_of(desk.content("标题")), foreign)

"""What was written is read back word for word, slot by slot."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from documents import SAMPLES, SPEECH
from slidegen.pipeline import convert
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
    from msgspec.structs import replace

    foreign = replace(desk.theme, layouts=())

    with pytest.raises(ValueError, match="no layout"):
        read_back(desk.bytes_of(desk.content("标题")), foreign)


def words_by_python_pptx(slide: Any) -> list[str]:
    """All paragraphs of *slide* in the order of its shapes, then of its notes."""
    frames = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            frames.append(shape.text_frame)
        elif shape.has_table:
            cells = (cell for row in shape.table.rows for cell in row.cells)
            frames += [cell.text_frame for cell in cells if not cell.is_spanned]
    if slide.has_notes_slide:
        frames.append(slide.notes_slide.notes_text_frame)
    texts = (paragraph.text.strip() for frame in frames for paragraph in frame.paragraphs)
    return [text.replace("\v", "\n") for text in texts if text]


@pytest.mark.parametrize("path", [SPEECH, *SAMPLES], ids=lambda path: path.stem)
def test_another_library_reads_the_same_words(path) -> None:
    made = convert(path, footer="页脚")
    slides = read_back(made.pptx, made.stages.theme)
    theirs = [words_by_python_pptx(slide) for slide in Presentation(BytesIO(made.pptx)).slides]

    for number, (slide, words) in enumerate(zip(slides, theirs, strict=True), 1):
        foot = [text for text in words if text in (slide.footer, str(number))]
        shown = [text.text for text in slide.texts if not text.slot.startswith("chart")]
        rest = list(words)
        for text in foot:
            rest.remove(text)
        assert rest == [*shown, *slide.notes]


def test_words_in_a_group_are_read_as_well(desk) -> None:
    deck = desk.deck_of(desk.content("标题", "要点"))
    group = deck.slides[0].shapes.add_group_shape()
    group.shapes.add_textbox(0, 0, 100, 100).text_frame.text = "私货"
    file = BytesIO()
    deck.save(file)
    (slide,) = read_back(file.getvalue(), desk.theme)

    assert slide.texts[-1] == ReadText("", "私货")

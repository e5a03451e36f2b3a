"""Tables are tables: native cells in the theme's own table style."""

from __future__ import annotations

from msgspec.structs import replace

from slidegen.scene import Scene, TableCell, TableItem, TableRow
from slidegen.units import Length


def table_scene(desk, *rows: tuple[TableCell, ...], header_rows: int = 1) -> Scene:
    area = desk.theme.layout("table").slot("table").area
    item = TableItem(
        slot="table",
        area=area,
        widths=tuple(area.width / len(rows[0]) for _ in rows[0]),
        rows=tuple(TableRow(Length.points(40), row) for row in rows),
        header_rows=header_rows,
        step=desk.theme.table.steps[1],
        alt="任务分工",
    )
    return Scene("table", "table", "分工", (desk.text("table", "title", "分工"), item))


def cells(desk, *texts: str) -> tuple[TableCell, ...]:
    return tuple(TableCell(desk.words(text)) for text in texts)


def test_a_table_is_native_and_in_its_placeholder(desk):
    slide = desk.slide_of(table_scene(desk, cells(desk, "序号", "任务"), cells(desk, "1", "建库")))
    table = slide.placeholders[1].table

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["序号", "任务"],
        ["1", "建库"],
    ]
    assert table.first_row
    assert [row.height for row in table.rows] == [Length.points(40).emu] * 2


def test_a_table_without_a_head_does_not_claim_one(desk):
    scene = table_scene(desk, cells(desk, "1", "建库"), header_rows=0)

    assert not desk.slide_of(scene).placeholders[1].table.first_row


def test_the_look_comes_from_a_table_style_of_the_deck(desk, find):
    scene = table_scene(desk, cells(desk, "序号"), cells(desk, "1"))
    deck = desk.deck_of(scene)
    (style,) = find(deck.slides[0], "//a:tableStyleId/text()")
    (styles,) = (
        r.target_part for r in deck.part.rels.values() if r.reltype.endswith("/tableStyles")
    )

    assert f'styleId="{style}"' in styles.blob.decode()
    assert not find(deck.slides[0], "//a:tcPr/a:solidFill")


def test_further_rows_of_a_head_are_dressed_like_the_first(desk, find):
    rows = (cells(desk, "任务"), cells(desk, "名称"), cells(desk, "建库"))
    slide = desk.slide_of(table_scene(desk, *rows, header_rows=2))

    assert find(slide, "//a:tr[2]//a:tcPr/a:solidFill/a:schemeClr/@val") == ["tx2"]
    assert find(slide, "//a:tr[2]//a:rPr/@b") == ["1"]
    assert not find(slide, "//a:tr[3]//a:tcPr/a:solidFill")


def test_merged_cells_span_and_the_covered_ones_say_so(desk, find):
    blank = TableCell(desk.words(""), covered=True)
    wide = TableCell(desk.words("合计"), columns=2, rows=2)
    rows = ((wide, blank, TableCell(desk.words("甲"))), (blank, blank, TableCell(desk.words("乙"))))
    slide = desk.slide_of(table_scene(desk, *rows))
    merging = [
        {key: value for key, value in cell.attrib.items() if key != "id"}
        for cell in find(slide, "//a:tc")
    ]

    assert merging == [
        {"rowSpan": "2", "gridSpan": "2"},
        {"rowSpan": "2", "hMerge": "1"},
        {},
        {"gridSpan": "2", "vMerge": "1"},
        {"hMerge": "1", "vMerge": "1"},
        {},
    ]
    assert slide.placeholders[1].table.cell(0, 0).span_width == 2


def test_lines_in_cells_have_exact_spacing_even_in_empty_ones(desk, find):
    slide = desk.slide_of(table_scene(desk, cells(desk, "甲", ""), header_rows=0))

    assert find(slide, "//a:tc//a:lnSpc/a:spcPts/@val") == ["2500", "2500"]
    assert find(slide, "//a:tc//a:endParaRPr/@sz") == ["1800", "1800"]


def test_a_total_has_a_rule_over_it(desk, find):
    scene = table_scene(desk, cells(desk, "项目"), cells(desk, "甲"), cells(desk, "合计"))
    *items, item = scene.items
    rows = (*item.rows[:2], replace(item.rows[2], is_total=True))
    slide = desk.slide_of(replace(scene, items=(*items, replace(item, rows=rows))))

    assert [len(find(row, ".//a:tcPr/a:lnT")) for row in find(slide, "//a:tr")] == [0, 0, 1]


def test_a_table_has_alt_text(desk, find):
    slide = desk.slide_of(table_scene(desk, cells(desk, "甲")))

    assert find(slide, "//p:graphicFrame//p:cNvPr/@descr") == ["任务分工"]

"""Charts are native: drawn by PowerPoint, from numbers that it lets one edit."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from openxml_audit import validate_pptx

from slidegen.deck import Chart, ChartForm, Datum, Series
from slidegen.passage import Passage
from slidegen.scene import ChartItem, Scene
from slidegen.units import Length
from slidegen.writing.read_chart import ReadChart, read_chart
from slidegen.writing.workbook import workbook

FORMS: tuple[ChartForm, ...] = ("column", "line", "pie")
NUMBERS = (("1200", "1310.50", "-4"), ("30", "35.10", "41"))
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def words(text: str) -> Passage:
    return Passage.of_line(text, 1)


def chart(form: ChartForm = "column", *, series: int = 2, number_format: str = "General") -> Chart:
    return Chart(
        form,
        categories=tuple(map(words, ("东湖区", "西山区", "A & B <部>"))),
        series=tuple(
            Series(words(name), tuple(Datum(Decimal(n), words(n)) for n in numbers))
            for name, numbers in list(zip(("工业", "农业"), NUMBERS, strict=True))[:series]
        ),
        category_title=words("县区"),
        unit=words("亿元"),
        number_format=number_format,
    )


def scene(desk: Any, drawn: Chart, **how: Any) -> Scene:
    area = desk.theme.layout("chart").slot("chart").area
    title, plot = area.cut_top(Length.points(30))
    item = ChartItem(
        "chart", area, drawn, Length.points(16), plot, value_title=title, alt="产值", **how
    )
    return Scene("chart", "chart", "产值", (desk.text("chart", "title", "产值"), item))


def chart_of(slide: Any) -> Any:
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


def reread(chart: Any) -> ReadChart:
    """*chart* as python-pptx has it."""
    workbook = chart.part.chart_workbook.xlsx_part.blob
    return read_chart(ElementTree.fromstring(chart.part.blob), workbook)


def test_a_chart_stands_in_its_placeholder_with_its_names_and_numbers(desk):
    slide = desk.slide_of(scene(desk, chart()))
    (shape,) = (shape for shape in slide.placeholders if shape.placeholder_format.idx == 1)

    assert list(shape.chart.plots[0].categories) == ["东湖区", "西山区", "A & B <部>"]
    assert [(s.name, tuple(s.values)) for s in shape.chart.plots[0].series] == [
        ("工业", (1200.0, 1310.5, -4.0)),
        ("农业", (30.0, 35.1, 41.0)),
    ]


def test_numbers_keep_their_digits_in_the_drawing_and_in_the_workbook(desk):
    drawn = chart_of(desk.slide_of(scene(desk, chart(number_format="#,##0.00"))))
    book = zipfile.ZipFile(BytesIO(drawn.part.chart_workbook.xlsx_part.blob))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()

    assert "<v>1310.50</v>" in sheet
    assert ">1310.50</c:v>" in drawn.part.blob.decode()
    assert reread(drawn).numbers == ("1,200.00", "1,310.50", "-4.00", "30.00", "35.10", "41.00")


def test_what_the_workbook_says_otherwise_is_read_as_well(desk):
    drawn = chart_of(desk.slide_of(scene(desk, chart(series=1))))
    other = chart(series=1)
    book = workbook(Chart(other.form, other.categories[::-1], other.series))
    drawn.part.chart_workbook.xlsx_part._blob = book

    assert "东湖区" in reread(drawn).words[5:]
    assert len(reread(drawn).numbers) == 6


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("labels", [True, False])
def test_charts_of_every_form_are_sound_files(desk, tmp_path, form, labels):
    one = scene(desk, chart(form, series=1), has_labels=labels)
    two = scene(desk, chart(form), has_labels=labels, has_legend=True, step=Decimal(500))
    lying = scene(desk, chart(form), is_horizontal=True)
    path = tmp_path / "charts.pptx"
    path.write_bytes(desk.bytes_of(one, two, lying))

    assert not validate_pptx(str(path)).errors


@pytest.mark.parametrize("form", FORMS)
def test_the_same_chart_gives_the_same_bytes(desk, form):
    assert desk.bytes_of(scene(desk, chart(form))) == desk.bytes_of(scene(desk, chart(form)))


def test_fonts_and_colours_are_the_themes(desk):
    root = chart_of(desk.slide_of(scene(desk, chart("pie", series=1)))).part._element

    assert {node.get("typeface") for node in root.iter() if node.tag.endswith("}ea")} == {"+mn-ea"}
    assert not [node for node in root.iter() if node.tag.endswith("}srgbClr")]


@pytest.mark.parametrize("form", FORMS)
def test_no_share_is_worked_out_that_the_document_does_not_say(desk, form):
    root = chart_of(desk.slide_of(scene(desk, chart(form, series=1)))).part._element

    assert {node.get("val") for node in root.iter(f"{C}showPercent")} == {"0"}


def test_columns_begin_at_nought_unless_some_hang_below(desk):
    above = Chart("column", chart().categories, chart().series[1:])
    axes = [
        chart_of(desk.slide_of(scene(desk, drawn))).part._element.find(f".//{C}valAx")
        for drawn in (above, chart())
    ]

    assert [axis.find(f".//{C}min") is not None for axis in axes] == [True, False]


def test_each_chart_has_parts_of_its_own(desk):
    deck = desk.deck_of(scene(desk, chart()), scene(desk, chart("line")))
    names = [chart_of(slide).part.partname for slide in deck.slides]

    assert names == ["/ppt/charts/chart1.xml", "/ppt/charts/chart2.xml"]


def test_the_table_follows_the_notes_cell_by_cell(desk):
    rows = ((words("县区"), words("产值")), (words("东湖区"), words("12")))
    made = replace(scene(desk, chart()), notes=desk.notes("产值如下。"), told=rows)

    assert desk.slide_of(made).notes_slide.notes_text_frame.text.split("\n") == [
        "产值如下。",
        "县区\t产值",
        "东湖区\t12",
    ]

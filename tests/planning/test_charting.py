"""Which tables are drawn, and as what.

A table that was drawn and should not have been, or the other way, becomes a case in
`cases/charts.txt`: its caption, if it has one, then a row a line, the head first.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from slidegen.deck import Chart, ChartSlide, TableSlide, as_shown
from slidegen.document import Cell, Table
from slidegen.passage import EMPTY, Label, Passage
from slidegen.planning.choosing.charting import as_chart
from slidegen.planning.measures import measure_of
from slidegen.planning.speaking import noted

from .sketches import Case, cases

CAPTION = "caption: "


def sketched_table(text: str) -> Table:
    rows = []
    caption = EMPTY
    for number, line in enumerate(text.splitlines(), start=1):
        whole = Passage.of_line(line, number)
        if line.startswith(CAPTION):
            caption = whole[len(CAPTION) :]
            continue
        cells, at = [], 0
        for part in line.split("|"):
            cells.append(Cell(whole[at : at + len(part)].strip()))
            at += len(part) + 1
        rows.append(tuple(cells))
    return Table(tuple(rows), header_rows=1, caption=caption)


def drawn(table: Table) -> ChartSlide | None:
    return as_chart(TableSlide(Label("表"), table))


def listed(chart: Chart) -> Iterator[str]:
    over, unit = chart.category_title or "-", chart.unit or "-"
    yield f"{chart.form} over {over} in {unit} as {chart.number_format}"
    yield " | ".join(map(str, chart.categories))
    for series in chart.series:
        yield f"{series.name}: " + " | ".join(str(datum.number) for datum in series.data)


@pytest.mark.parametrize("case", cases("charts.txt"), ids=lambda case: case.title)
def test_tables_and_what_they_are_drawn_as(case: Case) -> None:
    slide = drawn(sketched_table(case.source))

    assert (list(listed(slide.chart)) if slide else ["table"]) == case.expected.splitlines()


YEARS = sketched_table("年份 | 产值（亿元）\n2021 | 10\n2022 | 12\n2023 | 13\n2024 | 15")


def test_a_cell_that_spans_several_stays_in_a_table() -> None:
    *rows, last = YEARS.rows
    wide = (replace(last[0], columns=2), last[1])

    assert drawn(YEARS) is not None
    assert drawn(replace(YEARS, rows=(*rows, wide))) is None
    assert drawn(replace(YEARS, header_rows=2)) is None


def test_the_notes_tell_the_whole_table_unless_none_are_wanted() -> None:
    slide = drawn(sketched_table("类别 | 比重\n甲 | 60%\n乙 | 30%\n丙 | 10%\n合计 | 100%"))
    assert slide is not None

    told = [[str(cell) for cell in row] for row in slide.told]
    assert told[0] == ["类别", "比重"]
    assert told[-1] == ["合计", "100%"]
    assert noted(slide, "points") == slide
    assert noted(slide, "none") == replace(slide, told=())


@pytest.mark.parametrize(
    ("cell", "number", "unit"),
    [
        ("12,345", "12345", ""),
        ("3.50%", "3.50", "%"),
        ("1.2万亿", "1.2", "万亿"),
        ("-4.1", "-4.1", ""),
        ("−4.1", "-4.1", ""),
        ("86亿元", "86", "亿元"),
        ("1,200元/人", "1200", "元/人"),
        ("$1,200", "1200", ""),
        ("0.5", "0.5", ""),
        ("0", "0", ""),
    ],
)
def test_a_number_is_read_to_the_digit(cell: str, number: str, unit: str) -> None:
    measure = measure_of(Passage.of_line(cell, 1))
    assert measure is not None

    assert (str(measure.number), measure.unit.text) == (number, unit)


@pytest.mark.parametrize(
    "cell",
    [
        "—",
        "",
        "约12",
        "10-12",
        "12①",
        "1,2",
        "12,34",
        "1.2.3",
        "3.5%左右",
        "007",
        "一百",
        "1/2",
        "N/A",
    ],
)
def test_what_is_more_or_less_than_one_number_is_none(cell: str) -> None:
    assert measure_of(Passage.of_line(cell, 1)) is None


@settings(deadline=None, max_examples=100)
@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=2),
    st.sampled_from(["0.00", "#,##0.00", '#,##0.00"%"', '"$"0.00']),
)
def test_what_is_shown_is_read_again_as_the_same_number(number: Decimal, form: str) -> None:
    shown = as_shown(abs(number), form)
    measure = measure_of(Passage.of_line(shown, 1))

    assert measure is not None
    assert measure.number == abs(number)
    assert measure.decimals == 2


# Rows over the head


ROWS = "年份|工业|农业\n2022年|812|210\n2023年|905|231\n2024年|1034|240"


def with_rows_over(*texts: str) -> Table:
    """A table whose first rows are one cell from edge to edge."""
    table = sketched_table(ROWS)
    over = tuple(
        (Cell(Passage.of_line(text, 90 + at), columns=3),) for at, text in enumerate(texts)
    )
    return replace(table, rows=(*over, *table.rows), header_rows=len(over) + 1)


def test_a_row_from_edge_to_edge_names_the_chart_and_its_unit() -> None:
    slide = drawn(with_rows_over("各年产值", "单位：亿元"))

    assert slide is not None
    assert (str(slide.title), str(slide.kicker)) == ("各年产值", "表")
    assert str(slide.chart.unit) == "单位：亿元"
    assert [str(words) for row in slide.told[:2] for words in row] == ["各年产值", "单位：亿元"]


def test_the_unit_of_such_a_row_is_needed_as_any_other() -> None:
    assert drawn(with_rows_over("各年产值")) is None
    assert drawn(with_rows_over("单位：亿元、万人")) is None


def test_what_a_chart_has_no_room_for_keeps_it_a_table() -> None:
    table = with_rows_over("各年产值", "单位：亿元")

    assert drawn(replace(table, caption=Passage.of_line("表1 产值", 80))) is None
    assert drawn(with_rows_over("各年产值", "2024年数据为初步核算数", "单位：亿元")) is None

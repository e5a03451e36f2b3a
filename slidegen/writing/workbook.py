"""The spreadsheet inside a chart, which PowerPoint opens for "Edit Data".

A sheet as small as the format allows (ECMA-376 part 1, 18): numbers are written digit
for digit as the table has them, and the bytes are the same on every run.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from slidegen.deck import Chart
from slidegen.writing.markup import NAMESPACES, Markup, element, serialised
from slidegen.writing.package import Package

SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
SHEET = "Sheet1"
GENERAL = 0
OWN_FORMAT = 164
"""The first number that a format may have which is not built in (18.8.30)."""

DECLARED = {"xmlns": NAMESPACES["x"], "xmlns_r": NAMESPACES["r"]}
"""By the root of each part."""


def workbook(chart: Chart) -> bytes:
    """Categories in the first column, a series in each of the next, their names in the head."""
    package = Package()
    book = package.add("xl/workbook.xml", f"{SHEET_TYPE}sheet.main+xml", b"")
    sheet = package.add(f"xl/worksheets/{SHEET.lower()}.xml", f"{SHEET_TYPE}worksheet+xml", b"")
    styles = package.add("xl/styles.xml", f"{SHEET_TYPE}styles+xml", b"")
    package.root.relate("officeDocument", book.name)
    listed = element("x:sheet", name=SHEET, sheetId=1, r_id=book.relate("worksheet", sheet.name))
    book.relate("styles", styles.name)
    book.data = serialised(element("x:workbook", element("x:sheets", listed), **DECLARED))
    data = element("x:sheetData", _rows(chart))
    sheet.data = serialised(element("x:worksheet", data, **DECLARED))
    styles.data = serialised(_styles(chart.number_format))
    return package.to_bytes()


def column(index: int) -> str:
    """The letter of a column, counted from 0; a chart has no more than the alphabet."""
    return chr(ord("A") + index)


def plain(number: Decimal) -> str:
    """Its digits, never with an exponent."""
    return format(number, "f")


def _rows(chart: Chart) -> Iterator[Markup]:
    names = (chart.category_title.text, *(series.name.text for series in chart.series))
    yield _row(1, [_words(f"{column(at)}1", name) for at, name in enumerate(names)])
    for number, category in enumerate(chart.categories):
        cells = [_words(f"A{number + 2}", category.text)]
        for at, series in enumerate(chart.series, 1):
            place = f"{column(at)}{number + 2}"
            value = element("x:v", plain(series.data[number].number))
            cells.append(element("x:c", value, r=place, s=1))
        yield _row(number + 2, cells)


def _row(number: int, cells: list[Markup]) -> Markup:
    return element("x:row", cells, r=number)


def _words(place: str, words: str) -> Markup:
    return element("x:c", element("x:is", element("x:t", words)), r=place, t="inlineStr")


def _styles(number_format: str) -> Markup:
    """The least that Excel takes for styles; the second of the cells' has the numbers' format."""
    own = number_format != "General"
    form = element("x:numFmt", numFmtId=OWN_FORMAT, formatCode=number_format) if own else None
    ids = (GENERAL, OWN_FORMAT if own else GENERAL)
    return element(
        "x:styleSheet",
        element("x:numFmts", form, count=1) if own else None,
        element("x:fonts", element("x:font", element("x:sz", val=11)), count=1),
        element(
            "x:fills",
            element("x:fill", element("x:patternFill", patternType="none")),
            element("x:fill", element("x:patternFill", patternType="gray125")),
            count=2,
        ),
        element("x:borders", element("x:border"), count=1),
        element("x:cellStyleXfs", element("x:xf", numFmtId=GENERAL), count=1),
        element(
            "x:cellXfs",
            (element("x:xf", numFmtId=number, applyNumberFormat=bool(number)) for number in ids),
            count=len(ids),
        ),
        **DECLARED,
    )

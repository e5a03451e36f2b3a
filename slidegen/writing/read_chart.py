"""What a chart of a finished file says: its words and numbers, as drawn and as in its workbook.

Read element by element, not through the objects of a library, which give numbers as
floating point: 3.10 is then no longer what stands in the file.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from msgspec import Struct

from slidegen.deck import as_shown
from slidegen.writing.finished_file import path
from slidegen.writing.markup import qualified

SHEET = "xl/worksheets/sheet1.xml"


class ReadChart(Struct, frozen=True):
    words: tuple[str, ...]
    """Titles, then categories, then names of series; no empty ones."""
    numbers: tuple[str, ...]
    """Series by series, each as its label shows it."""


def read_chart(space: Element, workbook: bytes | None) -> ReadChart:
    """*space* is the root of the chart's part; *workbook* is None for a chart without one.

    What the workbook says otherwise than the drawing comes behind what is drawn: whoever
    edits the chart sees that.
    """
    all_series = list(space.iter(qualified("c:ser")))
    titles = [_text_of(title) for title in _titles(space)]
    categories = _cached(all_series[0], "c:cat") if all_series else []
    names = [name for series in all_series for name in _cached(series, "c:tx")]
    formats = [_format(series) for series in all_series]
    columns = [_cached(series, "c:val") for series in all_series]
    words, numbers = [*categories, *names], _shown(columns, formats)
    in_book = _book(workbook)
    if in_book != ([*categories], names, [[_number(v) for v in column] for column in columns]):
        book_categories, book_names, book_columns = in_book
        words += [*book_categories, *book_names]
        numbers += [str(number) for column in book_columns for number in column]
    said = (*titles, *words)
    return ReadChart(tuple(word for word in said if word.strip()), tuple(numbers))


def _titles(space: Element) -> Iterator[Element]:
    """Of the numbers first, then of the categories."""
    for tag in ("c:chart", "c:valAx", "c:catAx"):
        for owner in space.iter(qualified(tag)):
            title = owner.find(qualified("c:title"))
            if title is not None:
                yield title


def _text_of(title: Element) -> str:
    return "".join(text.text or "" for text in title.iter(qualified("a:t")))


def _cached(series: Element, tag: str) -> list[str]:
    part = series.find(qualified(tag))
    points = [] if part is None else [*part.iter(qualified("c:pt"))]
    return [point.findtext(qualified("c:v")) or "" for point in points]


def _format(series: Element) -> str:
    """What the labels are shown with; else the numbers themselves."""
    for place in (("c:dLbls", "c:numFmt"), ("c:val", "c:numRef", "c:numCache", "c:formatCode")):
        found = series.find(path(*place))
        if found is not None:
            return found.get("formatCode") or found.text or ""
    return ""


def _shown(columns: Sequence[Sequence[str]], formats: Sequence[str]) -> list[str]:
    return [
        _label(value, form)
        for column, form in zip(columns, formats, strict=True)
        for value in column
    ]


def _label(value: str, form: str) -> str:
    """What cannot be shown in that way is given as it stands, for the proof to stumble over."""
    try:
        return as_shown(Decimal(value), form)
    except (InvalidOperation, ValueError):
        return f"{value} {form}"


def _number(value: str) -> Decimal | str:
    try:
        return Decimal(value)
    except InvalidOperation:
        return value


Book = tuple[list[str], list[str], list[list[Decimal | str]]]


def _book(workbook: bytes | None) -> Book:
    """Categories, names of series and their columns of numbers; all empty without a workbook."""
    if workbook is None:
        return [], [], []
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        sheet = ElementTree.fromstring(archive.read(SHEET))
    rows = [
        [_cell(cell) for cell in row.iter(qualified("x:c"))]
        for row in sheet.iter(qualified("x:row"))
    ]
    head, *body = rows or [[]]
    columns = list(zip(*(row[1:] for row in body), strict=False))
    return (
        [row[0] for row in body if row],
        head[1:],
        [[_number(value) for value in column] for column in columns],
    )


def _cell(cell: Element) -> str:
    words = "".join(text.text or "" for text in cell.iter(qualified("x:t")))
    return words or cell.findtext(qualified("x:v")) or ""

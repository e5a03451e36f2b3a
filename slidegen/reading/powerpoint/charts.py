"""A chart as the table of its data: categories down, series across."""

from __future__ import annotations

from msgspec import Struct

from slidegen.reading.powerpoint.package import ANY, Element, Part, number, text_of

MOST_POINTS = 2_000
"""Of one series; nobody reads more from a slide."""
MOST_SERIES = 50


class ChartTable(Struct, frozen=True):
    title: str
    rows: tuple[tuple[str, ...], ...]
    """The first is the head: an empty cell, then the names of the series."""


def chart_of(part: Part, reference: Element) -> ChartTable | None:
    """The data of the chart that *reference* names; None if the file does not hold it."""
    target = part.by_id(reference)
    chart = part.package.part(target.target) if target and not target.is_external else None
    if chart is None:
        return None
    series = list(chart.root.iter(f"{ANY}ser"))[:MOST_SERIES]
    names = [_name(one, order) for order, one in enumerate(series, 1)]
    categories: dict[int, str] = {}
    columns: list[dict[int, str]] = []
    for one in series:
        categories = categories or _points(one, "cat") or _points(one, "xVal")
        columns.append(_points(one, "val") or _points(one, "yVal"))
    indexes = sorted({*categories, *(index for column in columns for index in column)})
    if not indexes or not any(columns):
        return None
    rows = [("", *names)]
    for index in indexes:
        label = categories.get(index, str(index + 1))
        rows.append((label, *(column.get(index, "") for column in columns)))
    title = chart.root.find(f"{ANY}chart/{ANY}title")
    return ChartTable(text_of(title), tuple(rows))


def _name(series: Element, order: int) -> str:
    return "".join(v.text or "" for v in series.findall(f"{ANY}tx//{ANY}v")).strip() or str(order)


def _points(series: Element, name: str) -> dict[int, str]:
    """Values by their index, several levels of a category joined."""
    found: dict[int, str] = {}
    place = series.find(f"{ANY}{name}")
    for point in place.iter(f"{ANY}pt") if place is not None else ():
        index = number(point, "idx", -1)
        value = point.find(f"{ANY}v")
        if 0 <= index < MOST_POINTS and value is not None:
            found[index] = _shown(value.text or "")
    return found


def _shown(value: str) -> str:
    """A number as somebody would write it: the file has 0.30000000000000004."""
    try:
        exact = float(value)
    except ValueError:
        return value
    return value if len(value) <= 12 else f"{exact:.10g}"

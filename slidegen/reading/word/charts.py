"""A chart's figures, which Word keeps beside the drawing, as the table that they came from."""

from __future__ import annotations

from lxml import etree

from slidegen.reading.block_lines import Span
from slidegen.reading.flowing.pieces import Grid, GridCell, Text
from slidegen.reading.limits import MOST_CELLS
from slidegen.reading.word.names import A, C

MOST_POINTS = 200
"""Of one series; a chart of more is a curve, whose figures no one reads."""


def figures(chart: etree._Element) -> Grid | None:
    """A row for each category and a column for each series; None if there are no figures."""
    series = [s for s in chart.iter(f"{C}ser") if s.find(f"{C}val") is not None]
    if not series:
        return None
    columns = [_points(one.find(f"{C}val")) for one in series]
    categories = next(filter(None, (_points(one.find(f"{C}cat")) for one in series)), {})
    indices = sorted(set(categories).union(*columns))
    if not any(columns) or len(indices) > MOST_POINTS or len(indices) * len(columns) > MOST_CELLS:
        return None
    head = ["", *(" ".join(_points(one.find(f"{C}tx")).values()) for one in series)]
    rows = [[categories.get(i, ""), *(column.get(i, "") for column in columns)] for i in indices]
    title = chart.find(f".//{C}title")
    return Grid(
        rows=tuple(tuple(map(_cell, row)) for row in ([head, *rows] if any(head) else rows)),
        header_rows=int(any(head)),
        title="" if title is None else "".join(str(t.text or "") for t in title.iter(f"{A}t")),
    )


def _points(data: etree._Element | None) -> dict[int, str]:
    """The cached values below *data*, by their index; the first level of several."""
    found: dict[int, str] = {}
    for point in data.iter(f"{C}pt") if data is not None else ():
        index, words = str(point.get("idx", "")), point.findtext(f"{C}v")
        if index.isdecimal() and words:
            found.setdefault(int(index[:9]), words.strip())
    if not found and data is not None and (words := data.findtext(f"{C}v")):
        found[0] = words.strip()
    return found


def _cell(words: str) -> GridCell:
    return GridCell((Text((Span(words),)),) if words else ())

"""Tables of a slide, and charts as the tables that they were drawn from."""

from __future__ import annotations

from slidegen.document import Alignment, Cell, Table
from slidegen.passage import EMPTY
from slidegen.reading.block_lines import BlockLines, Span
from slidegen.reading.limits import check_cells
from slidegen.reading.powerpoint.charts import ChartTable
from slidegen.reading.powerpoint.package import ANY, Element, Part, is_on, number
from slidegen.reading.powerpoint.text import paragraphs_of

ALIGNMENTS: dict[str, Alignment] = {"ctr": "center", "r": "right"}


def table_of(element: Element, part: Part, lines: BlockLines) -> Table | None:
    """The table in `a:tbl`; None if it holds no words."""
    rows: list[tuple[Cell, ...]] = []
    check_cells(sum(1 for _ in element.iter(f"{ANY}tc")))
    for row in element.findall(f"{ANY}tr"):
        cells = tuple(
            _cell(cell, part, lines)
            for cell in row.findall(f"{ANY}tc")
            if not (is_on(cell, "hMerge") or is_on(cell, "vMerge"))
        )
        if cells:
            rows.append(cells)
    if not any(cell.passage for row in rows for cell in row):
        return None
    has_head = is_on(element.find(f"{ANY}tblPr"), "firstRow")
    return Table(tuple(rows), header_rows=int(has_head and len(rows) > 1))


def _cell(element: Element, part: Part, lines: BlockLines) -> Cell:
    body = element.find(f"{ANY}txBody")
    spans: list[Span] = []
    for paragraph in paragraphs_of(body, part):
        spans.extend((*((Span("\n"),) if spans else ()), *paragraph.spans))
    properties = body.find(f"{ANY}p/{ANY}pPr") if body is not None else None
    aligned = str(properties.get("algn", "l")) if properties is not None else "l"
    return Cell(
        lines.passage(spans),
        max(number(element, "gridSpan", 1), 1),
        max(number(element, "rowSpan", 1), 1),
        ALIGNMENTS.get(aligned),
    )


def chart_table(chart: ChartTable, lines: BlockLines) -> Table:
    """The chart's data, its title for a caption."""
    check_cells(sum(map(len, chart.rows)))
    caption = lines.plain(chart.title) if chart.title.strip() else EMPTY
    rows = tuple(tuple(Cell(lines.plain(text)) for text in row) for row in chart.rows)
    return Table(rows, header_rows=1, caption=caption)

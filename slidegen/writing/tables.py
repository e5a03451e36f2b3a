"""Native tables, dressed by the table style that the theme's template holds.

The style colours head, bands and rules, so a row added in PowerPoint falls in
with the rest; what a style cannot hold, the size of the type, is on the cells.
"""

from __future__ import annotations

from typing import TypeAlias

from msgspec.structs import replace

from slidegen.scene import TableCell, TableItem, TextParagraph
from slidegen.theme import Theme
from slidegen.units import Length
from slidegen.writing.drawing_text import ALIGNS, ParagraphWriter, hundredths, spacing
from slidegen.writing.markup import Markup, element, solid_fill

TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"

TOTAL_RULE = Length.points(1.5)
"""Over the row that sums up the others; as the style's below the table."""

Position: TypeAlias = tuple[int, int]
"""Row and column, from 0."""


class TableWriter:
    def __init__(
        self, item: TableItem, theme: Theme, style: str | None, paragraphs: ParagraphWriter
    ) -> None:
        """*style*: GUID of the table style; None leaves the table plain."""
        self.item = item
        self.theme = theme
        self.style = style
        self.paragraphs = paragraphs
        self.spanning = _spanning(item)

    def table(self) -> Markup:
        item = self.item
        return element(
            "a:tbl",
            element(
                "a:tblPr",
                element("a:tableStyleId", self.style) if self.style else None,
                firstRow=True if item.header_rows else None,
                bandRow=True,
            ),
            element("a:tblGrid", (element("a:gridCol", w=width) for width in item.widths)),
            (
                element(
                    "a:tr",
                    (self._cell((number, at), cell) for at, cell in enumerate(row.cells)),
                    h=row.height,
                )
                for number, row in enumerate(item.rows)
            ),
        )

    def _cell(self, position: Position, cell: TableCell) -> Markup:
        style = self.theme.table
        # PowerPoint's firstRow dresses one row; further rows of a head are dressed here.
        lower_head = 0 < position[0] < self.item.header_rows
        return element(
            "a:tc",
            element(
                "a:txBody",
                element("a:bodyPr"),
                element("a:lstStyle"),
                self._paragraph(cell, style.head_text if lower_head else None),
            ),
            element(
                "a:tcPr",
                element("a:lnT", solid_fill(self.theme, style.head_fill), w=TOTAL_RULE)
                if self.item.rows[position[0]].is_total
                else None,
                solid_fill(self.theme, style.head_fill) if lower_head else None,
                marL=style.margin_x,
                marR=style.margin_x,
                marT=style.margin_y,
                marB=style.margin_y,
                anchor="ctr",
            ),
            **self._merging(position, cell),
        )

    def _paragraph(self, cell: TableCell, colour: str | None) -> Markup:
        size, pitch = self.item.step.sizes[0], self.item.step.pitches[0]
        paragraph = cell.paragraph
        if colour is not None:
            paragraph = _dressed(paragraph, colour)
        runs = () if cell.covered else self.paragraphs.runs(paragraph, size=size)
        return element(
            "a:p",
            element("a:pPr", spacing(pitch), algn=ALIGNS[cell.align]),
            runs,
            # An empty cell would otherwise stand 18 points tall.
            element("a:endParaRPr", lang=self.paragraphs.language, sz=hundredths(size)),
        )

    def _merging(self, position: Position, cell: TableCell) -> dict[str, int | bool | None]:
        """A covered cell repeats its part of the span, as PowerPoint itself writes it."""
        at, origin = self.spanning.get(position, (position, cell))
        return {
            "rowSpan": origin.rows if origin.rows > 1 and at[0] == position[0] else None,
            "gridSpan": origin.columns if origin.columns > 1 and at[1] == position[1] else None,
            "hMerge": True if at[1] < position[1] else None,
            "vMerge": True if at[0] < position[0] else None,
        }


def _spanning(item: TableItem) -> dict[Position, tuple[Position, TableCell]]:
    """For each cell that another one covers: where that one stands, and it."""
    return {
        (number + down, column + across): ((number, column), cell)
        for number, row in enumerate(item.rows)
        for column, cell in enumerate(row.cells)
        if not cell.covered
        for down in range(cell.rows)
        for across in range(cell.columns)
        if down or across
    }


def _dressed(paragraph: TextParagraph, colour: str) -> TextParagraph:
    runs = tuple(replace(run, colour=run.colour or colour) for run in paragraph.runs)
    return replace(paragraph, runs=runs, bold=True)

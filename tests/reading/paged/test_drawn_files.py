"""The lines of tables, however a PDF or an OFD draws them."""

from __future__ import annotations

import pytest

from documents.ofd_writer import Line, package, page
from reading.pdf.drawing import PageDrawing, pdf
from slidegen.document import Document, Table
from slidegen.reading import read

ROWS = (("事项", "单位"), ("清淤", "水务局"), ("护岸", "住建局"))


def rows_of(document: Document) -> list[list[str]]:
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return [[cell.passage.text for cell in row] for row in table.rows]


def drawing(operators: str) -> bytes:
    """Three rows of two cells, 150 by 40 points each, from (100, 700) downwards."""
    sheet = PageDrawing()
    for n, row in enumerate(ROWS):
        for m, text in enumerate(row):
            sheet.text(110 + 150 * m, 674 - 40 * n, text)
    sheet.operators.append(operators)
    return pdf(sheet)


BOXES = [(100 + 150 * m, 660 - 40 * n) for n in range(3) for m in range(2)]
DRAWINGS = {
    "a line at a time": " ".join(
        [f"100 {y} m 400 {y} l S" for y in (700, 660, 620, 580)]
        + [f"{x} 700 m {x} 580 l S" for x in (100, 250, 400)]
    ),
    "all lines in one path": " ".join(
        [f"100 {y} m 400 {y} l" for y in (700, 660, 620, 580)]
        + [f"{x} 700 m {x} 580 l" for x in (100, 250, 400)]
    )
    + " S",
    "a box around each cell": " ".join(f"{x} {y} 150 40 re S" for x, y in BOXES),
    "all boxes in one path": " ".join(f"{x} {y} 150 40 re" for x, y in BOXES) + " S",
    "thin boxes that are filled": " ".join(
        [f"100 {y} 300.5 0.5 re" for y in (700, 660, 620, 580)]
        + [f"{x} 580 0.5 120.5 re" for x in (100, 250, 400)]
    )
    + " f",
    "lines in coordinates of their own": "q 0.1 0 0 0.1 100 580 cm "
    + " ".join(
        [f"0 {y} m 3000 {y} l S" for y in (1200, 800, 400, 0)]
        + [f"{x} 1200 m {x} 0 l S" for x in (0, 1500, 3000)]
    )
    + " Q",
}


@pytest.mark.parametrize("kind", DRAWINGS)
def test_a_pdf_may_draw_its_lines_in_any_way(kind: str) -> None:
    assert rows_of(read(drawing(DRAWINGS[kind]))) == [list(row) for row in ROWS]


def test_areas_that_are_filled_have_no_lines_around_them() -> None:
    filled = "0.8 g " + " ".join(f"{x} {y} 150 40 re f" for x, y in BOXES)

    assert not any(isinstance(block, Table) for block in read(drawing(filled)).blocks)


def test_a_row_that_a_pdf_tints_is_the_head() -> None:
    data = drawing(f"{DRAWINGS['a line at a time']} 0.8 g 100 660 300 40 re f")

    (table,) = (block for block in read(data).blocks if isinstance(block, Table))
    assert table.header_rows == 1


def ofd(*paths: str) -> bytes:
    """Three rows of two cells, 60 by 10 mm each, from (30, 60) downwards."""
    lines = [
        Line(text, 32 + 60 * m, 66.5 + 10 * n, 5)
        for n, row in enumerate(ROWS)
        for m, text in enumerate(row)
    ]
    return package([page(lines, more="".join(paths))])


def path(data: str, attributes: str = "") -> str:
    return (
        f'<ofd:PathObject ID="90" Boundary="30 60 120 30" LineWidth="0.2" {attributes}>'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


LEVEL = [path(f"M 0 {y} L 120 {y}") for y in (0, 10, 20, 30)]
UPRIGHT = [path(f"M {x} 0 L {x} 30") for x in (0, 60, 120)]
CELLS = [
    path(f"M {x} {y} L {x + 60} {y} L {x + 60} {y + 10} L {x} {y + 10} C")
    for x in (0, 60)
    for y in (0, 10, 20)
]


@pytest.mark.parametrize("paths", [(*LEVEL, *UPRIGHT), CELLS])
def test_an_ofd_may_draw_lines_or_boxes(paths: tuple[str, ...]) -> None:
    assert rows_of(read(ofd(*paths))) == [list(row) for row in ROWS]


def test_areas_of_an_ofd_that_are_only_filled_have_no_lines_around_them() -> None:
    filled = [cell.replace("LineWidth", 'Stroke="false" Fill="true" LineWidth') for cell in CELLS]

    assert not any(isinstance(block, Table) for block in read(ofd(*filled)).blocks)

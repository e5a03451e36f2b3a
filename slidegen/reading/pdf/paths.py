"""Drawn paths: the straight lines of tables, and the areas that tint their cells.

A program may draw a table's borders as lines, as the sides of boxes or as boxes so thin that
they look like lines, each by itself or a whole grid in one path.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct, field

from slidegen.reading.paged.letters import Box, Ruling

if TYPE_CHECKING:
    import pypdfium2

THIN = 3.0
"""Points: a filled box no thicker is a line."""
SHORTEST = 0.7
"""Points: dashes are drawn one by one."""
STRAIGHT = 0.6
"""Points that a line may rise or lean by."""
SMALLEST_TINT = 5.0
"""Points of either side."""
WHITE = 250
"""Of 255, in all three colours."""
MOST_STEPS = 4_000
"""Of one path; what has more is a drawing."""
MOST_STEPS_OF_PAGE = 100_000

Place = Callable[[float, float], tuple[float, float]]
"""From the coordinates of the page's content to those of the page as it is seen."""
_Points = list[tuple[float, float]]


class Drawn(Struct):
    """What is found on one page."""

    place: Place
    rulings: list[Ruling] = field(default_factory=list)
    tints: list[Box] = field(default_factory=list)
    steps: int = 0

    def add(self, path: pypdfium2.PdfObject) -> None:
        import pypdfium2.raw as pdfium

        count = pdfium.FPDFPath_CountSegments(path.raw)
        if not 2 <= count <= MOST_STEPS or self.steps + count > MOST_STEPS_OF_PAGE:
            return
        self.steps += count
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if not pdfium.FPDFPath_GetDrawMode(path.raw, fill, stroke):
            return
        matrix = pdfium.FS_MATRIX()
        if not pdfium.FPDFPageObj_GetMatrix(path.raw, matrix):
            return
        is_tint = bool(fill.value) and _has_colour(path)
        width = _width(path, matrix) if stroke.value else 0.0
        for points, is_closed in _parts(path, count):
            seen = [self._seen(x, y, matrix) for x, y in points]
            if stroke.value:
                self.rulings += _sides(seen, is_closed, width)
            if fill.value and (box := _box(seen)):
                if min(box.right - box.left, box.bottom - box.top) <= THIN:
                    self.rulings.append(Ruling(*box))
                elif is_tint and min(box.right - box.left, box.bottom - box.top) >= SMALLEST_TINT:
                    self.tints.append(box)

    def _seen(self, x: float, y: float, matrix: object) -> tuple[float, float]:
        m = matrix
        return self.place(
            m.a * x + m.c * y + m.e,  # type: ignore[attr-defined]
            m.b * x + m.d * y + m.f,  # type: ignore[attr-defined]
        )


def _parts(path: pypdfium2.PdfObject, count: int) -> Iterator[tuple[_Points, bool]]:
    """The lines of *path* from point to point, and whether each comes back to its start. What
    has a curve in it is left out."""
    import pypdfium2.raw as pdfium

    points: _Points = []
    is_closed = is_curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for n in range(count):
        step = pdfium.FPDFPath_GetPathSegment(path.raw, n)
        kind = pdfium.FPDFPathSegment_GetType(step)
        if not step or not pdfium.FPDFPathSegment_GetPoint(step, x, y):
            continue
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not is_curved:
                yield points, is_closed
            points, is_closed, is_curved = [], False, False
        points.append((x.value, y.value))
        is_curved = is_curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        is_closed = is_closed or bool(pdfium.FPDFPathSegment_GetClose(step))
    if len(points) > 1 and not is_curved:
        yield points, is_closed


def _sides(points: _Points, is_closed: bool, width: float) -> Iterator[Ruling]:
    """The level and upright lines between *points*, as thick as they are drawn."""
    if is_closed:
        points = [*points, points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        across, down = abs(x1 - x0), abs(y1 - y0)
        if not min(across, down) <= STRAIGHT or not max(across, down) >= SHORTEST:
            continue
        half = min(width, max(across, down)) / 2
        if across >= down:
            y = (y0 + y1) / 2
            yield Ruling(min(x0, x1), y - half, max(x0, x1), y + half)
        else:
            x = (x0 + x1) / 2
            yield Ruling(x - half, min(y0, y1), x + half, max(y0, y1))


def _box(points: _Points) -> Box | None:
    """The level box of *points*; None if they make another shape."""
    corners = points[:-1] if len(points) == 5 and points[0] == points[-1] else points
    if len(corners) != 4:
        return None
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    is_level = all(
        min(abs(x - left), abs(x - right)) <= STRAIGHT
        and min(abs(y - top), abs(y - bottom)) <= STRAIGHT
        for x, y in corners
    )
    if not is_level or not math.isfinite(right - left + bottom - top):
        return None
    return Box(left, top, right, bottom) if max(right - left, bottom - top) >= SHORTEST else None


def _width(path: pypdfium2.PdfObject, matrix: object) -> float:
    import pypdfium2.raw as pdfium

    width = ctypes.c_float()
    if not pdfium.FPDFPageObj_GetStrokeWidth(path.raw, width):
        return 0.0
    scale = math.hypot(matrix.c, matrix.d)  # type: ignore[attr-defined]
    return min(abs(width.value) * scale, THIN)


def _has_colour(path: pypdfium2.PdfObject) -> bool:
    import pypdfium2.raw as pdfium

    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(path.raw, *parts):
        return False
    return parts[3].value > 0 and min(part.value for part in parts[:3]) < WHITE

"""Pages for tests, set letter by letter and ruled line by line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from slidegen.document import Block, Document, Table, passages
from slidegen.notices import Notice
from slidegen.reading.opening import Source
from slidegen.reading.paged.assembling import document_of
from slidegen.reading.paged.letters import Box, Letter, Page, Ruling

EM = 10.0
PITCH = 14.0
LEFT, RIGHT = 60.0, 540.0
WIDTH, HEIGHT = 600.0, 840.0
ROW = 20.0
THIN = 0.5


def width(text: str) -> float:
    return sum(EM / 2 if sign.isascii() else EM for sign in text)


@dataclass
class Setting:
    """A page in the making; lengths in points, from its top-left corner."""

    letters: list[Letter] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    tints: list[Box] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, *, bold: bool = False) -> Setting:
        """*text* from *x* on, its baseline at *y*; `\\n` begins a new line below."""
        for n, line in enumerate(text.split("\n")):
            left = x
            for sign in line:
                right = left + width(sign)
                order = len(self.letters)
                baseline = y + n * PITCH
                letter = Letter(sign, left, right, baseline, EM, bold, False, order)
                self.letters.append(letter)
                left = right
        return self

    def level(self, y: float, x0: float, x1: float, weight: float = THIN) -> Setting:
        self.rulings.append(Ruling(x0, y - weight / 2, x1, y + weight / 2))
        return self

    def upright(self, x: float, y0: float, y1: float) -> Setting:
        self.rulings.append(Ruling(x - THIN / 2, y0, x + THIN / 2, y1))
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Setting:
        """Lines all through, at each of *xs* and *ys*."""
        for x in xs:
            self.upright(x, ys[0], ys[-1])
        for y in ys:
            self.level(y, xs[0], xs[-1])
        return self

    def words(
        self, xs: Sequence[float], ys: Sequence[float], rows: Iterable[Sequence[str]]
    ) -> Setting:
        """Words at the left of the cells between *xs* and *ys*."""
        for y, row in zip(ys, rows, strict=False):
            for x, text in zip(xs, row, strict=False):
                self.text(x + 4, y + 14, text)
        return self

    def page(self, number: int = 1) -> Page:
        return Page(
            number,
            WIDTH,
            HEIGHT,
            tuple(self.letters),
            rulings=tuple(self.rulings),
            tints=tuple(self.tints),
        )


def spread(count: int, start: float, step: float) -> list[float]:
    return [start + n * step for n in range(count)]


def ruled(rows: Sequence[Sequence[str]], *, top: float = 200.0, step: float = 100.0) -> Setting:
    """A page with a table of *rows* in a full grid."""
    xs, ys = spread(len(rows[0]) + 1, LEFT, step), spread(len(rows) + 1, top, ROW)
    return Setting().grid(xs, ys).words(xs, ys, rows)


def document(*pages: Setting, notices: list[Notice] | None = None) -> Document:
    kept = notices if notices is not None else []
    numbered = [page.page(n) for n, page in enumerate(pages, 1)]
    return document_of(numbered, "pdf", Source(b""), kept.append)


def tables(*pages: Setting) -> list[Table]:
    return [block for block in document(*pages).blocks if isinstance(block, Table)]


def table(*pages: Setting) -> Table:
    """The only one there is."""
    (found,) = tables(*pages)
    return found


def texts(found: Table) -> list[list[str]]:
    return [[cell.passage.text for cell in row] for row in found.rows]


def words_of(blocks: Iterable[Block]) -> list[str]:
    return [p.text for block in blocks for p in passages(block)]

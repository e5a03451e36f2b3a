"""However a page is ruled, each of its letters is in the document once, in one cell or beside."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from reading.paged.setting import LEFT, Setting, document, table, texts, words_of

TOP = 100.0
ROW, COLUMN = 22.0, 48.0
FIRST_SIGN = 0x4E00

Cells = list[tuple[int, int, int, int]]
"""First row and column, and those after the last."""


@st.composite
def tilings(draw: st.DrawFn) -> tuple[int, int, Cells]:
    """A grid whose cells go over several rows and columns, as cuts through and through leave."""
    rows, columns = draw(st.integers(2, 6)), draw(st.integers(2, 6))
    cells: Cells = []
    waiting = [(0, 0, rows, columns)]
    while waiting:
        top, left, bottom, right = waiting.pop()
        if bottom - top == 1 and right - left == 1:
            cells.append((top, left, bottom, right))
        elif bottom - top > 1 and (right - left == 1 or draw(st.booleans())):
            cut = draw(st.integers(top + 1, bottom - 1))
            waiting += [(top, left, cut, right), (cut, left, bottom, right)]
        elif right - left > 1 and draw(st.integers(0, 3)):
            cut = draw(st.integers(left + 1, right - 1))
            waiting += [(top, left, bottom, cut), (top, cut, bottom, right)]
        else:
            cells.append((top, left, bottom, right))
    return rows, columns, sorted(cells)


def drawn(cells: Cells) -> Setting:
    """Each cell with lines around it and a word of its own."""
    page = Setting()
    for n, (top, left, bottom, right) in enumerate(cells):
        x0, x1 = LEFT + left * COLUMN, LEFT + right * COLUMN
        y0, y1 = TOP + top * ROW, TOP + bottom * ROW
        page.level(y0, x0, x1).level(y1, x0, x1).upright(x0, y0, y1).upright(x1, y0, y1)
        page.text(x0 + 4, y0 + 15, chr(FIRST_SIGN + 2 * n) + chr(FIRST_SIGN + 2 * n + 1))
    return page


@settings(max_examples=60, deadline=None)
@given(tilings())
def test_cells_are_read_as_they_are_drawn(tiling: tuple[int, int, Cells]) -> None:
    rows, columns, cells = tiling
    page = drawn(cells)
    heights = {cell[0] for cell in cells}
    lefts = {cell[1] for cell in cells}
    if len(cells) < 2 or len(lefts) == 1 or len(heights) < rows or len(lefts) < columns:
        return  # nothing parts some of the rows or columns

    found = table(page)
    read = [(c.passage.text, c.rows, c.columns) for row in found.rows for c in row]
    assert read == [
        (chr(FIRST_SIGN + 2 * n) + chr(FIRST_SIGN + 2 * n + 1), bottom - top, right - left)
        for n, (top, left, bottom, right) in enumerate(cells)
    ]
    assert len(texts(found)) == rows


places = st.tuples(
    st.integers(2, 50).map(lambda n: n * 10), st.integers(8, 70).map(lambda n: n * 11)
)
level = st.tuples(places, st.integers(10, 400), st.sampled_from((0.5, 1.5, 3.0)))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(places, min_size=1, max_size=80, unique=True),
    st.lists(level, max_size=25),
    st.lists(level, max_size=25),
    st.one_of(st.none(), tilings()),
)
def test_no_letter_is_lost_or_doubled(
    letters: list[tuple[int, int]],
    across: list[tuple[tuple[int, int], int, float]],
    down: list[tuple[tuple[int, int], int, float]],
    tiling: tuple[int, int, Cells] | None,
) -> None:
    page = drawn(tiling[2]) if tiling else Setting()
    for n, (x, y) in enumerate(letters):
        page.text(x, y, chr(FIRST_SIGN + 1000 + n))
    for (x, y), length, weight in across:
        page.level(y + 3, x, x + length, weight)
    for (x, y), length, _ in down:
        page.upright(x + 5, y, y + length)

    read = "".join("".join(words_of(document(page).blocks)).split())
    assert Counter(read) == Counter(letter.text for letter in page.letters)

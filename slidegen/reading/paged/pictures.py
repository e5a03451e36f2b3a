"""Which pictures on the pages are the text's own, and where in it they stand.

A page also shows what is none: an emblem on every sheet, a scan behind its text, a seal
over a signature, rules and dots that are drawn as pictures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from slidegen.reading.paged.letters import Page, PlacedPicture
from slidegen.reading.paged.rows import Line

SMALLEST = 45.0
"""Points of either side."""
SMALLEST_AREA = 5_000.0
"""Square points: 4 by 4.4 cm."""
REPEATED = 3
"""Pages on which a picture is one of the sheet."""
FEW_LETTERS = 4
"""In the area of a picture; with more it lies behind or over the text."""


def own_pictures(pages: Sequence[Page]) -> Iterator[tuple[int, PlacedPicture]]:
    """The pictures of the text, from top to bottom, each with its page's number."""
    uses = Counter(name for page in pages for name in {one.name for one in page.placed})
    for page in pages:
        for one in sorted(page.placed, key=lambda one: (one.top, one.left)):
            if (
                uses[one.name] < REPEATED
                and min(one.right - one.left, one.bottom - one.top) >= SMALLEST
                and (one.right - one.left) * (one.bottom - one.top) >= SMALLEST_AREA
                and _letters_inside(one, page) <= FEW_LETTERS
            ):
                yield page.number, one


def _letters_inside(picture: PlacedPicture, page: Page) -> int:
    return sum(
        picture.left < (letter.left + letter.right) / 2 < picture.right
        and picture.top < letter.baseline - 0.3 * letter.size < picture.bottom
        for letter in page.letters
        if letter.text.strip()
    )


def stands_before(number: int, picture: PlacedPicture, line: Line) -> bool:
    """Whether *picture*, on the page of that *number*, stands before a paragraph that begins
    with *line*."""
    return (number, picture.top) < (line.page, line.baseline)

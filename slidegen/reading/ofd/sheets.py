"""A page of an OFD in the terms in which paragraphs are found: letters in reading direction.

What stands aslant is a watermark. What stands on its side is read when the whole page does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from slidegen.reading.ofd.content import Content, Image, content_of
from slidegen.reading.ofd.package import OfdPage
from slidegen.reading.ofd.text import Glyphs
from slidegen.reading.ofd.transform import Point
from slidegen.reading.opening import Source
from slidegen.reading.paged.letters import Letter, Page

POINTS = 72 / 25.4
"""To a millimetre."""
UPRIGHT = 10.0
"""Degrees that a line may be off its direction."""
LARGE_PICTURE = 0.3
"""Of the page: unseen text above such a picture is what a program recognised in it."""
PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0x10FFFF))
"""Code points that mean what a font takes them for."""


@dataclass(frozen=True, slots=True)
class OfdSheet:
    page: Page
    images: tuple[Image, ...]
    """In millimetres, in the order in which they are drawn; none of a template's."""
    private: int
    """Characters whose meaning only their font knows."""
    repeated: int
    """Texts of templates that other pages show, too; they are not among the letters."""


def sheets_of(pages: Iterable[OfdPage], source: Source) -> Iterator[OfdSheet]:
    """The *pages*, numbered from 1, without what a template prints on several of them."""
    drawn = [_drawn(page, source) for page in pages]
    uses = Counter(id(root) for page, _, _ in drawn for root in page.templates)
    for number, (page, own, templates) in enumerate(drawn, 1):
        once, repeated = [], 0
        for root, content in zip(page.templates, templates, strict=True):
            if uses[id(root)] == 1:
                once.append(content)
            else:
                repeated += len(content.seen)
        yield _sheet(number, page, [*once, own], repeated)


def _drawn(page: OfdPage, source: Source) -> tuple[OfdPage, Content, list[Content]]:
    own = content_of(page.content, page, source) if page.content is not None else Content()
    return page, own, [content_of(root, page, source) for root in page.templates]


def _sheet(number: int, page: OfdPage, contents: Sequence[Content], repeated: int) -> OfdSheet:
    _, _, width, height = page.box
    own = contents[-1]
    area = width * height
    is_covered = any(image.width * image.height >= LARGE_PICTURE * area for image in own.images)
    seen = [glyphs for content in contents for glyphs in content.seen]
    unseen = [glyphs for content in contents for glyphs in content.unseen]
    if is_covered and not any(glyphs.text.strip() for glyphs in seen):
        seen, unseen = unseen, []
    level, turn, slanting = _levelled(seen)
    across, down = (height, width) if turn % 2 else (width, height)
    letters: list[Letter] = []
    order = count()
    for glyphs in level:
        letters += _letters(glyphs, turn, page.box, order)
    inside = [
        letter
        for letter in letters
        if letter.right > 0
        and letter.left < across * POINTS
        and 0 < letter.baseline < (down * POINTS + letter.size)
    ]
    return OfdSheet(
        Page(
            number=number,
            width=across * POINTS,
            height=down * POINTS,
            letters=tuple(inside),
            slanting=slanting,
            hidden=sum(len(glyphs.text.strip()) for glyphs in unseen) + len(letters) - len(inside),
            pictures=len(own.images),
            has_large_picture=is_covered,
            paths=sum(content.paths for content in contents),
        ),
        tuple(own.images),
        private=sum(_is_private(char) for glyphs in level for char in glyphs.text),
        repeated=repeated,
    )


def _is_private(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in PRIVATE)


def _levelled(pieces: Sequence[Glyphs]) -> tuple[list[Glyphs], int, int]:
    """Those that stand as most do, by how many quarter turns clockwise that is, and how
    many characters stand otherwise."""
    by_turn: dict[int, list[Glyphs]] = {0: [], 1: [], 2: [], 3: []}
    slanting = 0
    for piece in pieces:
        turn = round(piece.angle / 90) % 4
        off = abs((piece.angle - 90 * turn + 180) % 360 - 180)
        if off > UPRIGHT:
            slanting += len(piece.text.strip())
        else:
            by_turn[turn].append(piece)
    sizes = {turn: sum(len(p.text) for p in group) for turn, group in by_turn.items()}
    turn = max(by_turn, key=lambda turn: (sizes[turn], -turn))
    slanting += sum(len(p.text.strip()) for t, group in by_turn.items() if t != turn for p in group)
    return by_turn[turn], turn, slanting


def _letters(
    piece: Glyphs, turn: int, box: tuple[float, float, float, float], order: Iterator[int]
) -> Iterator[Letter]:
    """The characters of *piece*, in points, after the page was turned back by *turn*."""
    points = [_turned(point, turn, box) for point in piece.points]
    size = piece.size * POINTS
    upright = _is_upright(points, piece.size)
    for index, (char, point, width) in enumerate(
        zip(piece.text, points, piece.widths, strict=True)
    ):
        left, base = point.x, point.y
        if upright:
            # Words from top to bottom, as at the side of a form, are one word at their first
            # character's place; set out level, they would run into what stands beside them.
            width = piece.size / len(points)
            left, base = points[0].x + index * width, points[0].y
        yield Letter(
            text=char,
            left=left * POINTS,
            right=(left + width) * POINTS,
            baseline=base * POINTS,
            size=size,
            is_bold=piece.font.bold,
            is_italic=piece.font.italic,
            order=next(order),
        )


def _turned(point: Point, turn: int, box: tuple[float, float, float, float]) -> Point:
    left, top, width, height = box
    x, y = point.x - left, point.y - top
    match turn:
        case 0:
            return Point(x, y)
        case 1:  # it reads downwards
            return Point(y, width - x)
        case 2:
            return Point(width - x, height - y)
        case _:
            return Point(height - y, x)


def _is_upright(points: Sequence[Point], size: float) -> bool:
    """Whether each character stands below the one before it."""
    return len(points) > 1 and all(
        abs(after.x - before.x) < 0.3 * size and after.y - before.y > 0.5 * size
        for before, after in pairwise(points)
    )

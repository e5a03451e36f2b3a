"""Pages of an OFD in the terms in which paragraphs are found: letters in reading direction.

What stands aslant is a watermark. A page most of which stands on its side is turned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import count, pairwise

from msgspec.structs import replace

from slidegen.reading.archive import Archive
from slidegen.reading.ofd.content import Content, content_of
from slidegen.reading.ofd.package import OfdPage
from slidegen.reading.ofd.text import Glyphs
from slidegen.reading.ofd.transform import Point
from slidegen.reading.opening import Source
from slidegen.reading.paged.doubles import without_doubles
from slidegen.reading.paged.letters import LARGE_PICTURE, Letter, Page, PlacedPicture, Ruling

POINTS = 72 / 25.4
"""To a millimetre."""
UPRIGHT = 10.0
"""Degrees that a line may be off its direction."""


def pages_of(pages: Iterable[OfdPage], archive: Archive) -> Iterator[Page]:
    """The *pages*, numbered from 1, without what a template prints on several of them."""
    drawn = [_drawn(page, archive.source) for page in pages]
    uses = Counter(id(root) for page, _, _ in drawn for root in page.templates)
    for number, (page, own, templates) in enumerate(drawn, 1):
        once, repeated = [], 0
        for root, content in zip(page.templates, templates, strict=True):
            if uses[id(root)] == 1:
                once.append(content)
            else:
                repeated += len(content.seen)
        read = replace(_page(number, page, [*once, own]), repeated=repeated)
        upright = read.width == page.box[2] * POINTS
        yield replace(read, placed=_placed(own, page, archive)) if upright else read


def _placed(own: Content, page: OfdPage, archive: Archive) -> tuple[PlacedPicture, ...]:
    """The page's pictures, in points; none of a template's, which are the sheet's."""
    left, top, _, _ = page.box
    return tuple(
        PlacedPicture(
            left=(image.left - left) * POINTS,
            top=(image.top - top) * POINTS,
            right=(image.left - left + image.width) * POINTS,
            bottom=(image.top - top + image.height) * POINTS,
            name=name,
            read=partial(_bytes_of, name, archive),
        )
        for image in own.images
        if (name := page.resources.media.get(image.resource))
    )


def _bytes_of(name: str, archive: Archive) -> bytes:
    return archive.read(name) or b""


def _drawn(page: OfdPage, source: Source) -> tuple[OfdPage, Content, list[Content]]:
    own = content_of(page.content, page, source) if page.content is not None else Content()
    return page, own, [content_of(root, page, source) for root in page.templates]


def _page(number: int, page: OfdPage, contents: Sequence[Content]) -> Page:
    """*contents* are those of templates, and last the page's own."""
    _, _, width, height = page.box
    images = contents[-1].images
    is_covered = any(
        image.width * image.height >= LARGE_PICTURE * width * height for image in images
    )
    seen = [glyphs for content in contents for glyphs in content.seen]
    unseen = [glyphs for content in contents for glyphs in content.unseen]
    if is_covered and not any(glyphs.text.strip() for glyphs in seen):
        seen, unseen = unseen, []
    groups, slanting = _levelled(seen)
    turn = groups[0][0]
    across, down = _turned_size(page.box, turn)
    order = count()
    drawn: list[tuple[Letter, int]] = []
    inside: list[tuple[Letter, int]] = []
    below = 0.0
    for own_turn, pieces in groups:
        own_across, own_down = _turned_size(page.box, own_turn)
        group = [
            (letter, index)
            for index, glyphs in enumerate(pieces, len(drawn))
            for letter in _letters(glyphs, own_turn, page.box, order)
        ]
        drawn += group
        inside += [
            (letter._replace(baseline=letter.baseline + below), index)
            for letter, index in group
            if _is_inside(letter, own_across, own_down)
        ]
        below += 2 * own_down
    return Page(
        number=number,
        width=across,
        height=down,
        letters=tuple(without_doubles(inside)),
        slanting=slanting,
        hidden=sum(len(glyphs.text.strip()) for glyphs in unseen) + len(drawn) - len(inside),
        pictures=len(images),
        has_large_picture=is_covered,
        paths=sum(content.paths for content in contents),
        rulings=()
        if turn
        else tuple(_ruling(line, page.box) for content in contents for line in content.lines),
    )


def _is_inside(letter: Letter, width: float, height: float) -> bool:
    return letter.right > 0 and letter.left < width and 0 < letter.baseline < height + letter.size


def _ruling(line: tuple[Point, Point], box: tuple[float, float, float, float]) -> Ruling:
    (x0, y0), (x1, y1) = (_turned(point, 0, box) for point in line)
    return Ruling(
        min(x0, x1) * POINTS, min(y0, y1) * POINTS, max(x0, x1) * POINTS, max(y0, y1) * POINTS
    )


def _turned_size(box: tuple[float, float, float, float], turn: int) -> tuple[float, float]:
    """How wide and high a page is after *turn* quarter turns, in points."""
    _, _, width, height = box
    across, down = (height, width) if turn % 2 else (width, height)
    return across * POINTS, down * POINTS


def _levelled(pieces: Sequence[Glyphs]) -> tuple[list[tuple[int, list[Glyphs]]], int]:
    """The pieces by how many quarter turns clockwise they stand, most first, and how many
    characters stand aslant. Those on their side beside others are read below them."""
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
    order = sorted(by_turn, key=lambda turn: (-sizes[turn], turn))
    return [(turn, by_turn[turn]) for turn in order], slanting


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

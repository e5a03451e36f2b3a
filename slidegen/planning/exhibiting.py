"""Tables, pictures and code to slides: what each is called, which pictures share one, and which
stands beside the points of its section."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from slidegen.deck import Bullets, CodeSlide, PictureSlide, Slide, TableSlide
from slidegen.document import Block, Code, Exhibit, Picture, Table
from slidegen.passage import Words
from slidegen.planning.headlines import headline

MOST_PICTURES = 4
"""On one slide."""
NARROWEST, WIDEST = 0.5, 2.0
"""Width by height of pictures that may share a slide; a panorama wants the whole of it."""

SQUARE = 1.25
"""Width by height of the widest picture that stands beside points."""
SMALLEST = 200
"""Pixels of the longer side of one that does; a smaller one would look lost there."""
FEWEST_POINTS, MOST_POINTS = 2, 5


def exhibit_slides(
    blocks: Iterable[Block], heading: Words, kicker: Words | None
) -> tuple[Slide, ...]:
    """A slide for each table, each row of pictures and each block of code of a condensed text.

    Titled by its caption, by what announces it, by a picture's description, else by the
    heading that it stands under.
    """
    slides: list[Slide] = []
    for group in _groups(blocks):
        first = group[0]
        if isinstance(first, Code):
            slides.append(CodeSlide(heading, first.lines, kicker=kicker))
            continue
        name = first.announcement
        if len(group) == 1:
            name = first.caption or name
            if isinstance(first, Picture):
                name = name or headline(first.alt)
        title, over = (name, heading) if name else (heading, kicker)
        if isinstance(first, Table):
            slides.append(TableSlide(title, first, kicker=over))
        else:
            pictures = tuple(block for block in group if isinstance(block, Picture))
            slides.append(PictureSlide(title, pictures, kicker=over))
    return tuple(slides)


def _groups(blocks: Iterable[Block]) -> list[list[Exhibit]]:
    """Tables by themselves, and pictures that follow one another on as few slides as hold
    them, about the same number on each."""
    groups: list[list[Exhibit]] = []
    for block in blocks:
        match block:
            case Table(is_shown=False) | Picture(is_shown=False) | Code(is_shown=False):
                pass
            case Table() | Code():
                groups.append([block])
            case Picture():
                before = groups[-1][-1] if groups else None
                if block.follows and isinstance(before, Picture) and _may_share(before, block):
                    groups[-1].append(block)
                else:
                    groups.append([block])
            case _:
                pass
    return [part for group in groups for part in _evenly(group)]


def _may_share(*pictures: Picture) -> bool:
    return all(NARROWEST <= p.width / max(p.height, 1) <= WIDEST for p in pictures)


def _evenly(group: list[Exhibit]) -> Iterable[list[Exhibit]]:
    pages = -(-len(group) // MOST_PICTURES)
    least, more = divmod(len(group), pages)
    start = 0
    for page in range(pages):
        size = least + (page < more)
        yield group[start : start + size]
        start += size


def beside_points(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """*slides* of a section, its only picture beside its few points where it is upright or
    square, so that both have room."""
    match slides:
        case (Bullets() as bullets, PictureSlide(pictures=(picture,), points=()) as exhibit) if (
            _suits(bullets, picture)
        ):
            beside = PictureSlide(
                bullets.title, (picture,), bullets.points, bullets.kicker, bullets.notes
            )
            return (replace(beside, notes=beside.notes + exhibit.notes),)
        case _:
            return tuple(slides)


def _suits(bullets: Bullets, picture: Picture) -> bool:
    stand_alone = sum(point.level == 1 for point in bullets.points)
    return (
        FEWEST_POINTS <= stand_alone <= MOST_POINTS
        and max(picture.width, picture.height) >= SMALLEST
        and picture.width <= SQUARE * picture.height
    )

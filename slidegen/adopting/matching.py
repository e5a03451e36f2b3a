"""Which layout of a stranger's serves for what: told from its placeholders, where they stand and
how large they are, since names are in any language and are changed at will.

PowerPoint's `type` of a layout, which it keeps through renaming and translation, decides between
layouts that would serve alike.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from slidegen.adopting.canvas import FURNITURE, Canvas, Place, share
from slidegen.units import Length, Rect

LEAST_BODY, LEAST_COLUMN = 0.22, 0.14
"""Of the slide: a smaller body holds no points."""
LEAST_LINES = 4
LEAST_EMS = 12
"""How many lines of how many characters a body has to hold at the least size."""
SECOND = 0.25
"""Another placeholder that is more than this part of the body is a second body."""


class Matched(Struct, frozen=True):
    """None: the template has no layout for that."""

    content: Canvas | None
    body: Place | None
    """Of the content layout."""
    two: Canvas | None
    columns: tuple[Place, Place] | None
    """Of that for two columns, left and right."""
    cover: Canvas | None
    divider: Canvas | None
    title_only: Canvas
    """The one to build in whatever has no layout."""


def match(found: tuple[Canvas, ...], least: Length) -> Matched:
    """*least* is the smallest type that a body may have."""
    content, body = _content(found, least)
    master = content.master if content else found[0].master
    near = sorted(found, key=lambda canvas: canvas.master != master)
    two, columns = _two(near, least)
    cover = _cover(near)
    divider = _divider(near, cover)
    return Matched(
        content=content,
        body=body,
        two=two,
        columns=columns,
        cover=cover,
        divider=divider,
        title_only=_title_only(near, content),
    )


def contents(canvas: Canvas) -> tuple[Place, ...]:
    """Its placeholders for what a page says, besides the title."""
    return tuple(p for p in canvas.places if p.kind not in FURNITURE and p.kind != "title")


def holds_points(place: Place, least: Length, slide: Rect, *, surface: float = LEAST_BODY) -> bool:
    area = place.text_area
    if area is None or place.area is None:
        return False
    return (
        place.is_usable
        and place.kind in ("text", "content")
        and share(place.area, slide) >= surface
        and area.height >= least * 1.45 * LEAST_LINES
        and area.width >= least * LEAST_EMS
    )


def _content(found: Iterable[Canvas], least: Length) -> tuple[Canvas | None, Place | None]:
    """The layout with a title and one body, the most usual and the largest of them."""
    best: tuple[float, Canvas, Place] | None = None
    for canvas in found:
        title = canvas.title_place
        bodies = [p for p in contents(canvas) if holds_points(p, least, canvas.slide)]
        if title is None or not title.is_usable or not bodies:
            continue
        if canvas.type in ("title", "secHead") or title.type == "ctrTitle":
            continue
        body = max(bodies, key=_surface)
        if title.area and body.area and title.area.overlaps(_core(body.area)):
            continue
        others = [p for p in contents(canvas) if p is not body]
        score = share(body.area or canvas.slide, canvas.slide)
        score += 0.5 if not others else -0.6 * len(others)
        score += 0.4 if canvas.type in ("obj", "tx") else 0
        score += 0.15 if body.kind == "content" else 0
        # The ground of a cover, which some programs give layouts for pages too.
        score -= 0.3 if body.area and canvas.is_crossed(body.area) else 0
        if best is None or score > best[0]:
            best = (score, canvas, body)
    return (best[1], best[2]) if best else (None, None)


def _two(
    found: Iterable[Canvas], least: Length
) -> tuple[Canvas | None, tuple[Place, Place] | None]:
    for canvas in sorted(found, key=lambda c: c.type != "twoObj"):
        held = contents(canvas)
        title = canvas.title_place
        if title is None or not title.is_usable or len(held) != 2:
            continue
        if not all(holds_points(p, least, canvas.slide, surface=LEAST_COLUMN) for p in held):
            continue
        left, right = sorted(held, key=lambda p: (p.area or canvas.slide).left)
        if left.area and right.area and left.area.right <= right.area.left + Length.points(4):
            alike = left.area.width.ratio(right.area.width)
            level = abs((left.area.top - right.area.top).emu) < left.area.height.emu // 8
            if 0.7 <= alike <= 1.4 and level:
                return canvas, (left, right)
    return None, None


def _cover(found: Iterable[Canvas]) -> Canvas | None:
    """A title that is not the head of a page, with a line or two beside it."""
    choices = [canvas for canvas in found if _is_display(canvas)]
    return max(choices, key=_as_cover, default=None)


def _as_cover(canvas: Canvas) -> float:
    title = canvas.title_place
    score = 2.0 if canvas.type == "title" else 0.0
    score -= 2.0 if canvas.type == "secHead" else 0.0
    score += 1.0 if title and title.type == "ctrTitle" else 0
    score += 0.5 if canvas.of_kind("subtitle") else 0
    return score


def _divider(found: Iterable[Canvas], cover: Canvas | None) -> Canvas | None:
    choices = [
        canvas
        for canvas in found
        if (_is_display(canvas) and canvas is not cover and canvas.type in (None, "secHead"))
        or (canvas.type == "secHead" and _is_display(canvas))
    ]
    return max(choices, key=lambda c: (c.type == "secHead", -len(contents(c))), default=None)


def _is_display(canvas: Canvas) -> bool:
    title = canvas.title_place
    if title is None or not title.is_usable or title.area is None:
        return False
    held = contents(canvas)
    if len(held) > 4 or any(p.kind not in ("subtitle", "text", "picture") for p in held):
        return False
    if canvas.type in ("title", "secHead") or title.type == "ctrTitle":
        return True
    middle = title.area.top + title.area.height / 2
    is_head = middle < canvas.slide.height * 0.25
    return (
        not is_head
        and len(held) <= 2
        and bool(held)
        and not any(p.area and share(p.area, canvas.slide) > 0.3 for p in held)
    )


def _title_only(found: Iterable[Canvas], content: Canvas | None) -> Canvas:
    """The layout with a title and nothing else; else the content layout, whose body stays
    away; else the one with a title and the fewest other things; else any."""

    def rank(canvas: Canvas) -> tuple[bool, bool, bool, int]:
        title = canvas.title_place
        is_head = bool(title and title.is_usable and not _is_big_title(canvas))
        same = content is None or canvas.ground == content.ground
        return (
            not is_head,
            not same,
            bool(contents(canvas)) and canvas is not content,
            len(contents(canvas)),
        )

    return min(found, key=rank)


def _is_big_title(canvas: Canvas) -> bool:
    title = canvas.title_place
    if title is None or title.area is None:
        return False
    return title.type == "ctrTitle" or title.area.height > canvas.slide.height * 0.3


def _surface(place: Place) -> int:
    return 0 if place.area is None else place.area.width.emu * place.area.height.emu


def _core(area: Rect) -> Rect:
    """Frames may touch and overlap a little; lines of text do not stand that near to the edge."""
    return area.inset(Length(min(area.width.emu, area.height.emu) // 10))

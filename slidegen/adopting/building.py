"""Every layout of ours on the layouts of a stranger's: theirs where one serves, else built.

A layout that is built stands in theirs that has a title and little else: our slots, moved into
the room that is left there, in their colours. So a new kind of slide needs nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from slidegen.adopting.canvas import FURNITURE, Canvas, Place
from slidegen.adopting.display import Display
from slidegen.adopting.matching import Matched
from slidegen.adopting.room import largest_free
from slidegen.adopting.slots import Mapped, SlotMaker
from slidegen.theme import Layout, LayoutName, Ornament, Slot, Theme
from slidegen.units import Length, Rect

PAGE: LayoutName = "content"
FOOT = ("kicker", "footer", "slide-number")
"""Slots that are theirs to have, or not there."""
AROUND = Length.points(6)
"""How far we keep off what is drawn."""
MARGIN = 0.04
"""Of the slide's short side, where its layouts tell nothing."""
EDGE = Length.inches(0.05)
"""Height of the bar on top of a panel."""


class Use(Struct, frozen=True):
    """How a layout of ours comes about."""

    layout: LayoutName
    canvas: str
    """The name of theirs; may be empty."""
    is_theirs: bool
    """Whether it serves as it is; else it is built there."""


class Builder:
    def __init__(
        self,
        matched: Matched,
        model: Theme,
        ornaments: Mapping[LayoutName, tuple[Ornament, ...]],
        maker: SlotMaker,
    ) -> None:
        """*model* is our own theme, *ornaments* what its layouts show besides their slots."""
        self.matched = matched
        self.model = model
        self.ornaments = ornaments
        self.maker = maker
        self.uses: list[Use] = []

    def layouts(self) -> tuple[Layout, ...]:
        return tuple(self._layout(name) for name in get_args(LayoutName))

    def _layout(self, name: LayoutName) -> Layout:
        matched = self.matched
        content, body, two, columns = matched.content, matched.body, matched.two, matched.columns
        display = Display(self.model, self.maker, margin(matched.title_only.slide))
        match name:
            case "content" if content and body:
                return self._own(name, content, [self.maker.body("body", body, content)])
            case "two-content" if two and columns and _is_plain(self.model.layout(name)):
                sides = zip(("left", "right"), columns, strict=True)
                return self._own(name, two, [self.maker.body(side, p, two) for side, p in sides])
            case "agenda" if content and body:
                return self._agenda(content, body)
            case "table" if content and body and body.kind == "content" and body.text_area:
                slot = replace(
                    self.model.layout(name).slot("table"),
                    idx=body.idx,
                    type=body.type,
                    area=body.text_area,
                    dress="slide",
                )
                return self._own(name, content, [slot])
            case "cover" if matched.cover:
                return self._displayed(name, matched.cover, display, display.cover(matched.cover))
            case "divider" if matched.divider:
                slots = display.divider(matched.divider)
                return self._displayed(name, matched.divider, display, slots)
            case "closing" if matched.cover or matched.divider:
                canvas = display.for_closing(matched.cover, matched.divider)
                return self._displayed(name, canvas, display, display.closing(canvas))
            case "cover" | "divider" | "closing":
                canvas = matched.title_only
                return self._built(name, canvas, display.built(name, canvas), ())
            case _:
                return self._page(name)

    def _own(self, name: LayoutName, canvas: Canvas, slots: list[Slot]) -> Layout:
        self.uses.append(Use(name, canvas.title, True))
        return self._made(name, canvas, [self._title(canvas), *slots])

    def _displayed(
        self, name: LayoutName, canvas: Canvas, display: Display, slots: list[Slot]
    ) -> Layout:
        self.uses.append(Use(name, canvas.title, True))
        gathers = display.gathers(canvas) if name == "cover" else None
        return Layout(name, canvas.title, tuple(slots), canvas.part, gathers=gathers)

    def _built(
        self,
        name: LayoutName,
        canvas: Canvas,
        slots: list[Slot],
        ornaments: tuple[Ornament, ...],
    ) -> Layout:
        self.uses.append(Use(name, canvas.title, False))
        return Layout(name, canvas.title, tuple(slots), canvas.part, ornaments)

    def _made(
        self,
        name: LayoutName,
        canvas: Canvas,
        slots: Iterable[Slot],
        ornaments: tuple[Ornament, ...] = (),
    ) -> Layout:
        taken = tuple(slots)
        foot = tuple(self.maker.furniture(canvas))
        return Layout(name, canvas.title, (*taken, *foot), canvas.part, ornaments)

    def _title(self, canvas: Canvas) -> Slot:
        place = canvas.title_place
        if place is not None and place.is_usable and _is_seen(place.area, canvas.slide):
            return self.maker.title(place, canvas)
        head, _ = _head_and_rest(canvas)
        model = self.model.layout(PAGE).slot("title")
        made = self.maker.shape(model, lambda _: head, canvas, held=place)
        return made if place else replace(made, idx=0, type="title")

    def _agenda(self, canvas: Canvas, body: Place) -> Layout:
        """In their body placeholder, but with our numbers in the place of their bullets."""
        model = self.model.layout("agenda")
        area = body.text_area or self.region(canvas)
        left, right = area.columns(2, gap=area.width * 0.06)
        areas = {"body": area, "left": left, "right": right}
        slots = [
            replace(
                self.maker.shape(
                    model.slot(name),
                    _always(place),
                    canvas,
                    held=body if name != "right" else None,
                ),
                anchor="top",
            )
            for name, place in areas.items()
        ]
        return self._own("agenda", canvas, slots)

    def _page(self, name: LayoutName) -> Layout:
        """Built from our own layout: its slots in the room below their title."""
        model, canvas = self.model.layout(name), self.matched.title_only
        title = model.slot("title")
        has_head = title.area == self.model.layout(PAGE).slot("title").area or name == "agenda"
        # Without a head, what stands over it is the only place for the heading.
        theirs = (*FOOT, "title") if has_head else tuple(n for n in FOOT if n != "kicker")
        inner = [slot for slot in model.slots if slot.name not in theirs]
        drawn = self.ornaments.get(name, ())
        source = around(s.frame for s in inner)
        if has_head and name != "agenda":
            source = around([source, self.model.layout(PAGE).slot("body").frame])
        target = self.region(canvas) if has_head else whole(canvas)
        mapped = linear(source, target)
        slots = [
            self.maker.shape(s, mapped, canvas, held=canvas.title_place if s is title else None)
            for s in inner
        ]
        slots = [
            replace(s, idx=0, type="title") if s.name == "title" and s.idx is None else s
            for s in slots
        ]
        head = [self._title(canvas)] if has_head else []
        ornaments = (
            *(
                Ornament(fitted(o, mapped), o.fill, o.form)
                for o in drawn
                if source.contains(o.area)
            ),
            *_edges(slots),
        )
        self.uses.append(Use(name, canvas.title, False))
        return self._made(name, canvas, [*head, *slots], ornaments)

    def region(self, canvas: Canvas) -> Rect:
        """Where pages in *canvas* have room: in the place of their own body, if it is free."""
        body = self.matched.body
        obstacles = _kept_off(canvas, with_title=True)
        title = canvas.title_place
        if title is None or not title.is_usable or not _is_seen(title.area, canvas.slide):
            return largest_free(_head_and_rest(canvas)[1], obstacles)
        area = body.text_area if body else None
        if area is not None and not any(o.overlaps(_core(area)) for o in obstacles):
            return area
        return largest_free(_bounds(canvas), obstacles)


def whole(canvas: Canvas) -> Rect:
    """The room of a page without a head."""
    return largest_free(_bounds(canvas), _kept_off(canvas, with_title=False))


def margin(slide: Rect) -> Length:
    return min(slide.width, slide.height) * MARGIN


def _bounds(canvas: Canvas) -> Rect:
    """Inside the margins that their title keeps, within reason."""
    slide, title = canvas.slide, canvas.title_place
    least = margin(slide)
    inner = slide.inset(least)
    if title is None or title.area is None:
        return inner
    left, right = title.area.left, slide.width - title.area.right
    side = min(left, right)
    if not least <= side <= slide.width * 0.12:
        return inner
    return Rect(side, inner.top, slide.width - side * 2, inner.height)


def _kept_off(canvas: Canvas, *, with_title: bool) -> list[Rect]:
    kinds = (*FURNITURE, "title") if with_title else FURNITURE
    held = [p.area for p in canvas.of_kind(*kinds) if p.area is not None]
    return [_wider(area) for area in (*canvas.obstacles, *held)]


def _is_seen(area: Rect | None, slide: Rect) -> bool:
    """Whether most of it is on the slide: some hide a title by moving it off."""
    if area is None:
        return False
    across = min(area.right, slide.right) - max(area.left, slide.left)
    down = min(area.bottom, slide.bottom) - max(area.top, slide.top)
    return across > area.width * 0.8 and down > area.height * 0.8


def _wider(area: Rect) -> Rect:
    return area.inset(-AROUND)


def _core(area: Rect) -> Rect:
    return area.inset(AROUND * 2)


def _head_and_rest(canvas: Canvas) -> tuple[Rect, Rect]:
    """Where a title goes, and what is left, on a layout that has no place for one."""
    free = largest_free(_bounds(canvas), _kept_off(canvas, with_title=False))
    return free.cut_top(free.height * 0.16, gap=free.height * 0.04)


def around(areas: Iterable[Rect]) -> Rect:
    """The least area that holds them all."""
    held = tuple(areas)
    left, top = min(a.left for a in held), min(a.top for a in held)
    right, bottom = max(a.right for a in held), max(a.bottom for a in held)
    return Rect(left, top, right - left, bottom - top)


def linear(source: Rect, target: Rect) -> Mapped:
    """What lies in *source* to the same part of *target*."""
    across, down = target.width.ratio(source.width), target.height.ratio(source.height)

    def mapped(area: Rect) -> Rect:
        return Rect(
            target.left + (area.left - source.left) * across,
            target.top + (area.top - source.top) * down,
            area.width * across,
            area.height * down,
        )

    return mapped


def fitted(ornament: Ornament, mapped: Callable[[Rect], Rect]) -> Rect:
    """A circle stays round, and a rule as thin as it was."""
    area = mapped(ornament.area)
    own = ornament.area
    across, down = area.left + area.width / 2, area.top + area.height / 2
    width, height = area.width, area.height
    if ornament.form == "ellipse":
        width = height = min(width, height)
    if own.width < EDGE * 2:
        width = own.width
    if own.height < EDGE * 2:
        height = own.height
    return Rect(across - width / 2, down - height / 2, width, height)


def _edges(slots: Iterable[Slot]) -> Iterable[Ornament]:
    for slot in slots:
        if slot.panel and slot.panel.edge:
            frame = slot.frame
            bar = Rect(frame.left, frame.top - EDGE, frame.width, EDGE)
            yield Ornament(bar, slot.panel.edge)


def _always(area: Rect) -> Mapped:
    return lambda _: area


def _is_plain(layout: Layout) -> bool:
    """Whether it is but two bodies side by side."""
    names = {slot.name for slot in layout.slots}
    return names - set(FOOT) == {"title", "left", "right"}

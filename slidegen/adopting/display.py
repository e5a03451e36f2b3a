"""Cover, divider and closing page on a stranger's layouts: large words, and few."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from slidegen.adopting.canvas import Canvas, Place, share
from slidegen.adopting.matching import contents
from slidegen.adopting.room import grown, largest_free
from slidegen.adopting.slots import Mapped, SlotMaker
from slidegen.theme import Gathering, LayoutName, Slot, Theme, TypeStep
from slidegen.units import ZERO, Length, Rect

LINES: tuple[tuple[str, int], ...] = (
    ("subtitle", 1),
    ("occasion", 2),
    ("speaker", 2),
    ("date", 1),
)
"""What stands below a cover's title, in order, and how many lines each may have."""
PITCH = 1.4
"""Of those lines, in ems."""
LEAST = 12.0
"""Points, on a slide of 7.5 inches."""
AROUND = Length.points(6)


class Display:
    def __init__(self, model: Theme, maker: SlotMaker, margin: Length) -> None:
        self.model = model
        self.maker = maker
        self.margin = margin

    def cover(self, canvas: Canvas) -> list[Slot]:
        place = canvas.title_place
        if place is None:
            return self.built("cover", canvas)
        title = self.maker.title(place, canvas, max_lines=3)
        words = self._second(canvas)
        room = self._room_for_lines(canvas, title.frame, words)
        slots = [title, *self._lines(canvas, room, words)]
        taken = [slot.frame for slot in slots]
        return [*slots, *self._corners(canvas, taken)]

    def divider(self, canvas: Canvas) -> list[Slot]:
        place = canvas.title_place
        if place is None:
            return self.built("divider", canvas)
        title = self.maker.title(place, canvas, max_lines=4)
        words = self._second(canvas)
        if words and words.area and title.frame.top >= words.area.top:
            return [title, self.maker.line("number", words, canvas)]
        return [title, self._number_above(canvas, title)]

    def _number_above(self, canvas: Canvas, title: Slot) -> Slot:
        """Our number over their title, as far as there is room."""
        model = self.model.layout("divider").slot("number")
        inner = canvas.slide.inset(self.margin)
        beside = [_wider(o) for o in canvas.obstacles]
        strip = Rect(title.area.left, title.frame.top, title.area.width, ZERO)
        free = grown(strip, inner, beside, up=True, down=False)
        height = min(free.height, self.maker.scale.of(Length.inches(1.2)))
        area = Rect(free.left, title.frame.top - height, free.width, height)
        if height < self.maker.scale.of(Length.inches(0.4)):
            area = Rect(area.left, area.top, Length(1), Length(1))
        made = self.maker.shape(model, lambda _: area, canvas)
        return replace(made, align=title.align, anchor="bottom", outline=None)

    def for_closing(self, cover: Canvas | None, divider: Canvas | None) -> Canvas:
        """The one whose title has more room."""
        choices = [canvas for canvas in (cover, divider) if canvas is not None]
        return max(
            choices,
            key=lambda c: (
                share(c.title_place.area, c.slide) if c.title_place and c.title_place.area else 0.0
            ),
        )

    def closing(self, canvas: Canvas) -> list[Slot]:
        place = canvas.title_place
        if place is None:
            return self.built("closing", canvas)
        return [self.maker.title(place, canvas, max_lines=None)]

    def built(self, name: LayoutName, canvas: Canvas) -> list[Slot]:
        """Where no layout of theirs serves: our own, in the room of one with a title for pages."""
        model = self.model.layout(name)
        slots = [s for s in model.slots if s.name != "logo" and s.kind != "footer"]
        left, top = min(s.frame.left for s in slots), min(s.frame.top for s in slots)
        right, bottom = max(s.frame.right for s in slots), max(s.frame.bottom for s in slots)
        free = largest_free(
            canvas.slide.inset(self.margin * 2), [_wider(o) for o in canvas.obstacles]
        )
        across, down = free.width.ratio(right - left), free.height.ratio(bottom - top)

        def mapped(area: Rect) -> Rect:
            return Rect(
                free.left + (area.left - left) * across,
                free.top + (area.top - top) * down,
                area.width * across,
                area.height * down,
            )

        place = canvas.title_place
        made = [
            self.maker.shape(
                replace(s, outline=None), mapped, canvas, held=place if s.name == "title" else None
            )
            for s in slots
        ]
        made = [
            replace(s, idx=0, type="title") if s.name == "title" and s.idx is None else s
            for s in made
        ]
        logo = self._corners(canvas, [s.frame for s in made]) if name == "cover" else []
        return [*made, *(s for s in logo if s.name == "logo")]

    def _second(self, canvas: Canvas) -> Place | None:
        """The placeholder for the words beside the title, the largest."""
        found = [
            p
            for p in contents(canvas)
            if p.kind in ("subtitle", "text") and p.is_usable and p.area is not None
        ]
        return max(found, key=lambda p: share(p.area or canvas.slide, canvas.slide), default=None)

    def _room_for_lines(self, canvas: Canvas, title: Rect, words: Place | None) -> Rect:
        bounds = canvas.slide.inset(self.margin)
        obstacles = [_wider(o) for o in (*canvas.obstacles, title)]
        others = [p.area for p in contents(canvas) if p is not words and p.area is not None]
        if words is not None and words.text_area is not None:
            area = words.text_area
            below = area.top >= title.top
            return grown(area, bounds, [*obstacles, *others], up=not below, down=below)
        return largest_free(Rect(title.left, bounds.top, title.width, bounds.height), obstacles)

    def gathers(self, canvas: Canvas) -> Gathering:
        """Lines above the title stand on it, others hang from it."""
        title, words = canvas.title_place, self._second(canvas)
        if title is None or title.text_area is None:
            return "top"
        room = self._room_for_lines(canvas, title.text_area, words)
        return "bottom" if room.top < title.text_area.top else "top"

    def _lines(self, canvas: Canvas, room: Rect, words: Place | None) -> list[Slot]:
        """One under the other. The first of them that a cover has takes the placeholder."""
        model = self.model.layout("cover")
        scale = self.maker.scale
        own = words.levels[0].size if words else scale.of(Length.points(22))
        count = sum(lines for _, lines in LINES)
        fitting = room.height / (PITCH * count)
        size = max(min(own, scale.of(Length.points(28)), fitting), scale.of(Length.points(LEAST)))
        sizes = (size, max(size * 0.85, scale.of(Length.points(LEAST))))
        align = words.levels[0].align if words else "left"
        place = canvas.title_place
        is_above = place is not None and place.area is not None and room.top < place.area.top
        height = size * (PITCH * count)
        top = max(room.bottom - height, room.top) if is_above else room.top
        slots = []
        for name, lines in LINES:
            area = Rect(room.left, top, room.width, size * (PITCH * lines))
            top += area.height
            made = self.maker.shape(model.slot(name), _at(area), canvas, held=words)
            colour = self._colour_of(words, canvas) or made.levels[0].colour
            slots.append(
                replace(
                    made,
                    kind="body",
                    steps=_steps(sizes),
                    levels=tuple(replace(level, colour=colour) for level in made.levels),
                    align=align,
                    anchor="top",
                    max_lines=lines,
                )
            )
        return slots

    def _colour_of(self, words: Place | None, canvas: Canvas) -> str | None:
        if words is None:
            return None
        return self.maker.line("subtitle", words, canvas).levels[0].colour

    def _corners(self, canvas: Canvas, taken: Sequence[Rect]) -> list[Slot]:
        """The classification mark top left, the logo in the first corner that is free."""
        model, slide, edge = self.model.layout("cover"), canvas.slide, self.margin * 1.5
        scale = self.maker.scale
        mark = Rect(edge, edge, slide.width * 0.4, scale.of(Length.points(26)))
        width, height = scale.of(Length.inches(1.25)), scale.of(Length.inches(0.9))
        right, bottom = slide.width - edge - width, slide.height - edge - height
        corners = [
            Rect(left, top, width, height) for top in (edge, bottom) for left in (right, edge)
        ]
        held = [*canvas.obstacles, *taken]
        slots = []
        for name, areas in (("classification", [mark]), ("logo", corners)):
            free = [a for a in areas if not any(o.overlaps(a) for o in held)]
            area = free[0] if free else Rect(areas[0].left, areas[0].top, Length(1), Length(1))
            slots.append(self.maker.shape(model.slot(name), _at(area), canvas))
            held.append(area)
        return slots


def _steps(sizes: Sequence[Length]) -> tuple[TypeStep, ...]:
    return tuple(TypeStep((size,), (size * PITCH,), (ZERO,)) for size in dict.fromkeys(sizes))


def _at(area: Rect) -> Mapped:
    return lambda _: area


def _wider(area: Rect) -> Rect:
    return area.inset(-AROUND)

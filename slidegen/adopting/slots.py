"""Slots of ours on a stranger's layout: in its placeholders, as these look, or as shapes in its
colours where it has none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from slidegen.adopting.canvas import FURNITURE, Canvas, Place, PlaceKind, without
from slidegen.adopting.colours import CLEAR, READABLE, least_contrast, needed, readable
from slidegen.adopting.inheriting import TheirLevel
from slidegen.adopting.palette import Palette
from slidegen.adopting.sizes import (
    BODY_RUNG,
    LARGEST_BODY,
    LARGEST_TITLE,
    LEAST_BODY,
    LEAST_TITLE,
    TITLE_RUNG,
    ladder,
    least_share,
    scaled,
)
from slidegen.theme import Insets, LevelStyle, Slot, SlotKind
from slidegen.units import ZERO, Length, Rect

Mapped: TypeAlias = Callable[[Rect], Rect]
KIND_OF: dict[PlaceKind, SlotKind] = {
    "title": "title",
    "subtitle": "subtitle",
    "picture": "picture",
    "table": "table",
    "chart": "chart",
    "footer": "footer",
    "date": "date",
    "slide-number": "slide-number",
}


class Scale(Struct, frozen=True):
    """Of type on their slides, by that on ours of 7.5 inches."""

    factor: float

    def of(self, length: Length) -> Length:
        return length * self.factor

    def least(self, length: Length) -> Length:
        """On a smaller slide no less than on ours, unless it is one for another use."""
        return length * least_share(self.factor)


class SlotMaker:
    def __init__(self, palette: Palette, scale: Scale) -> None:
        self.palette = palette
        self.scale = scale

    def title(self, place: Place, canvas: Canvas, *, max_lines: int | None = 2) -> Slot:
        """*place* as it is, for a title of so many lines."""
        scale = self.scale
        return self._held(
            "title",
            place,
            canvas,
            levels=1,
            least=scale.least(LEAST_TITLE),
            most=scale.of(LARGEST_TITLE) if max_lines == 2 else scale.of(LARGEST_TITLE * 1.5),
            max_lines=max_lines,
        )

    def body(self, name: str, place: Place, canvas: Canvas) -> Slot:
        scale = self.scale
        return self._held(
            name,
            place,
            canvas,
            levels=len(place.levels),
            least=scale.least(LEAST_BODY),
            most=scale.least(LARGEST_BODY),
        )

    def line(self, name: str, place: Place, canvas: Canvas) -> Slot:
        """One line of words in *place*."""
        return self._held(
            name,
            place,
            canvas,
            levels=1,
            least=self.scale.least(LEAST_BODY),
            most=self.scale.of(LARGEST_TITLE),
            max_lines=1,
        )

    def _held(
        self,
        name: str,
        place: Place,
        canvas: Canvas,
        *,
        levels: int,
        least: Length,
        most: Length,
        max_lines: int | None = None,
    ) -> Slot:
        area = place.text_area or without(canvas.slide, place.frame.insets)
        used = place.levels[:levels]
        rung = BODY_RUNG if name in ("body", "left", "right") else TITLE_RUNG
        sizes = ladder(used, least=min(least, used[0].size), most=most, rung=rung)
        steps = tuple(s for s in sizes.steps if s.pitches[0] <= area.height) or sizes.steps[-1:]
        line = steps[-1].pitches[0]
        is_moved = place.area is None
        if area.height < line:
            # A frame that is lower than its line: PowerPoint lets the line stand out of it.
            top = {"top": ZERO, "middle": (line - area.height) / 2, "bottom": line - area.height}
            area = Rect(area.left, area.top - top[place.frame.anchor], area.width, line)
            is_moved = True
        styles, is_recoloured = self._styles(used, sizes.steps[-1].sizes, canvas, area)
        return Slot(
            name=name,
            idx=place.idx,
            kind=KIND_OF.get(place.kind, "body"),
            area=area,
            steps=steps,
            levels=styles,
            anchor=place.frame.anchor,
            align=used[0].align,
            max_lines=max_lines,
            dress="template",
            type=place.type,
            insets=place.frame.insets,
            is_reset=any(level.is_odd for level in used),
            is_recoloured=is_recoloured,
            is_resized=sizes.is_resized or steps[0] != sizes.steps[0],
            is_moved=is_moved,
        )

    def _styles(
        self,
        levels: tuple[TheirLevel, ...],
        smallest: tuple[Length, ...],
        canvas: Canvas,
        area: Rect,
    ) -> tuple[tuple[LevelStyle, ...], bool]:
        """And whether their own colours can't be read where they stand."""
        # On a picture only what is sure to be lost is touched: its parts are not what one sees.
        share = 0.75 if canvas.is_picture_under(area) else 1.0
        grounds = canvas.grounds_under(area)
        styles, unreadable = [], False
        for level, size in zip(levels, smallest, strict=True):
            own = level.colour or canvas.scheme["tx1"]
            least = needed(size, bold=level.bold)
            if level.colour is not None and least_contrast(own, grounds) < least * share:
                unreadable = True
                own = readable(own, grounds, CLEAR if least == READABLE else READABLE)
            styles.append(
                LevelStyle(
                    indent=level.start,
                    bold=level.bold,
                    colour=self.palette.named(own, canvas),
                    bullet=level.bullet,
                    hang=level.hang,
                )
            )
        return tuple(styles), unreadable

    def furniture(self, canvas: Canvas) -> Iterator[Slot]:
        """Footer, date and number, as far as they are to be copied to slides."""
        for place in canvas.of_kind(*FURNITURE):
            is_stamp = place.kind == "date" and (place.dates or not place.wording)
            is_nowhere = place.area is None or not place.is_usable
            if place.kind in canvas.hidden or is_stamp or is_nowhere:
                continue
            name = place.kind if place.kind != "footer" or not place.wording else "own-footer"
            slot = self._held(
                name,
                place,
                canvas,
                levels=1,
                # It is written as it is inherited, so that it fits at that size or not at all.
                least=place.levels[0].size,
                most=place.levels[0].size,
                max_lines=1,
            )
            # Words of theirs keep their colour, however faint; ours, and the number, can be read.
            is_theirs = place.kind in ("footer", "date") and bool(place.wording)
            yield replace(slot, is_moved=False, is_recoloured=slot.is_recoloured and not is_theirs)

    def shape(
        self,
        model: Slot,
        mapped: Mapped,
        canvas: Canvas,
        *,
        held: Place | None = None,
    ) -> Slot:
        """Our own slot *model* as a shape on their slide, in the place where *mapped* puts it;
        in the placeholder *held*, if there is one, in our dress all the same."""
        left, top, right, bottom = map(self.scale.of, model.insets)
        insets: Insets = (left, top, right, bottom)
        area = without(mapped(model.frame), insets) if any(insets) else mapped(model.area)
        grounds = canvas.grounds_under(area)
        if model.panel:
            grounds = (self.palette.values[model.panel.fill],)
        steps = scaled(model.steps, self.scale.factor, area.height) if model.steps else ()
        return replace(
            model,
            idx=held.idx if held else None,
            type=held.type if held else None,
            area=area,
            steps=steps,
            levels=tuple(
                self._level(level, grounds, canvas, steps[-1].sizes[0]) for level in model.levels
            ),
            dress="slide",
            insets=insets,
            is_heading=model.kind == "title",
        )

    def _level(
        self, level: LevelStyle, grounds: tuple[str, ...], canvas: Canvas, size: Length
    ) -> LevelStyle:
        return replace(
            level,
            indent=self.scale.of(level.indent),
            hang=self.scale.of(level.hang),
            colour=self.palette.on(level.colour, grounds, canvas, needed(size, bold=level.bold)),
        )

"""What types cannot see in a theme: names that lead nowhere, tight lines, areas off the slide."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import get_args

from msgspec import Struct

from slidegen.messages import Message
from slidegen.options import Aspect
from slidegen.theme import LayoutName, SlotKind
from slidegen.theme_entries import SchemeSlot, StepEntry, ThemeFile
from slidegen.units import Rect

LEAST_PITCH = 1.32
"""Of the size: the height of 微软雅黑's own lines, which is the tallest we have to expect."""

COLOURS = ("ink", "paper", "deep", "tint", "accent", "gold", "muted", "rule", "pale", "glow")
"""The palette names that every theme has, since arranging asks for them."""


def _numbered(count: int, *names: str) -> tuple[str, ...]:
    pairs = (f"{name}-{number}" for number in range(1, count + 1) for name in names)
    return ("title", "kicker", *pairs, "footer", "slide-number")


def _pictures(count: int) -> tuple[str, ...]:
    return _numbered(count, "picture", "caption")


def _phases(count: int) -> tuple[str, ...]:
    return _numbered(count, "time", "text")


SLOTS: Mapping[LayoutName, tuple[str, ...]] = {
    "cover": ("title", "subtitle", "occasion", "speaker", "date", "classification", "logo"),
    "agenda": ("title", "body", "left", "right"),
    "divider": ("title", "number"),
    "content": ("title", "kicker", "body", "footer", "slide-number"),
    "statement": ("title", "kicker", "statement", "footer", "slide-number"),
    "two-content": (
        *("title", "kicker", "left-head", "left", "right-head", "right"),
        *("footer", "slide-number"),
    ),
    "cards-2": _numbered(2, "card"),
    "cards-3": _numbered(3, "card"),
    "cards-4": _numbered(4, "card"),
    "cards-5": _numbered(5, "card"),
    "cards-6": _numbered(6, "card"),
    "figures": ("title", "kicker", "figures", "body", "footer", "slide-number"),
    "table": ("title", "kicker", "unit", "table", "footer", "slide-number"),
    "chart": ("title", "kicker", "chart", "footer", "slide-number"),
    "picture": ("title", "kicker", "picture", "caption", "footer", "slide-number"),
    "picture-2": _pictures(2),
    "picture-3": _pictures(3),
    "picture-4": _pictures(4),
    "picture-beside": ("title", "kicker", "body", "picture", "caption", "footer", "slide-number"),
    "timeline-3": _phases(3),
    "timeline-4": _phases(4),
    "timeline-5": _phases(5),
    "timeline-6": _phases(6),
    "quote": ("title", "kicker", "source", "footer", "slide-number"),
    "code": ("title", "kicker", "code", "footer", "slide-number"),
    "closing": ("title",),
}
"""The slots that every theme's layouts have; a theme may add its own."""

WORDLESS: tuple[SlotKind, ...] = ("table", "chart", "picture")
"""Kinds of slots that name no text style."""

TEXT_STYLE = Message(en="text style", zh="文字样式")


class Fault(Struct, frozen=True):
    key: str
    """Where in the file: `layouts.cover`."""
    fact: Message


def faults(file: ThemeFile) -> Iterator[Fault]:
    """All that is wrong; nothing for a sound file. A check trusts those before it."""
    for check in CHECKS:
        yield from check(file)


def incomplete(file: ThemeFile) -> Iterator[Fault]:
    wanted: tuple[tuple[str, Sequence[str], Sequence[str]], ...] = (
        ("palette", COLOURS, tuple(file.palette)),
        ("scheme", get_args(SchemeSlot), tuple(file.scheme)),
        ("layouts", get_args(LayoutName), tuple(file.layouts)),
        ("geometry", get_args(Aspect), tuple(file.geometry)),
        *(
            (f"layouts.{name}.slots", SLOTS[name], tuple(layout.slots))
            for name, layout in file.layouts.items()
        ),
    )
    for key, names, given in wanted:
        for name in names:
            if name not in given:
                yield Fault(
                    key,
                    Message(
                        en=f"there is no {name!r}, which every theme has",
                        zh=f"缺少每个主题都必须有的“{name}”",
                    ),
                )


def lost_colours(file: ThemeFile) -> Iterator[Fault]:
    for key, colour in _colours_used(file):
        if colour not in file.palette:
            yield _lost(key, colour, Message(en="colour", zh="颜色"))


def _colours_used(file: ThemeFile) -> Iterator[tuple[str, str]]:
    for slot, colour in file.scheme.items():
        yield f"scheme.{slot}", colour
    table = file.table
    yield "table.head-fill", table.head_fill
    yield "table.head-text", table.head_text
    yield "table.band-fill", table.band_fill
    yield "table.text", table.text
    yield "table.rule", table.rule
    for colour in (*file.chart.series, *file.chart.lines, file.chart.text, file.chart.grid):
        yield "chart", colour
    for name, text in file.text.items():
        for level in text.levels:
            yield f"text.{name}.levels", level.colour
            yield f"text.{name}.levels", level.bullet_colour or level.colour
    for name, ground in file.grounds.items():
        for stop in ground.stops:
            yield f"grounds.{name}.stops", stop.colour
    for name, ornaments in file.ornaments.items():
        for ornament in ornaments:
            yield f"ornaments.{name}", ornament.fill
            yield f"ornaments.{name}", ornament.to or ornament.fill
    for name, panel in file.panels.items():
        yield f"panels.{name}", panel.fill
        yield f"panels.{name}", panel.edge or panel.fill
    for layout_name, layout in file.layouts.items():
        for key, entry in layout.slots.items():
            if entry.outline is not None:
                yield f"layouts.{layout_name}.slots.{key}", entry.outline


def uneven_steps(file: ThemeFile) -> Iterator[Fault]:
    for name, text in file.text.items():
        yield from _step_faults(f"text.{name}.steps", text.steps, len(text.levels))
    yield from _step_faults("table.steps", file.table.steps, 1)


def _step_faults(key: str, steps: tuple[StepEntry, ...], levels: int) -> Iterator[Fault]:
    for step in steps:
        if not len(step.size) == len(step.pitch) == len(step.gap) == levels:
            yield Fault(
                key,
                Message(
                    en=f"a step has a size, a pitch and a gap for each level, here {levels}",
                    zh=f"每档须为每一级各给出字号、行距和段前距，此处为 {levels} 级",
                ),
            )
        for size, pitch in zip(step.size, step.pitch, strict=False):
            if pitch < size * LEAST_PITCH:
                yield Fault(
                    key,
                    Message(
                        en=f"a pitch of {pitch:g} is less than {LEAST_PITCH} of the size {size:g}",
                        zh=f"行距 {pitch:g} 小于字号 {size:g} 的 {LEAST_PITCH} 倍",
                    ),
                )


def lost_names(file: ThemeFile) -> Iterator[Fault]:
    for name, layout in file.layouts.items():
        key = f"layouts.{name}"
        if layout.ground not in file.grounds:
            yield _lost(key, layout.ground, Message(en="ground", zh="底色"))
        for ornament in layout.ornaments:
            if ornament not in file.ornaments:
                yield _lost(key, ornament, Message(en="group of ornaments", zh="装饰组"))
        for slot, entry in layout.slots.items():
            if entry.kind not in WORDLESS and entry.text not in file.text:
                yield _lost(f"{key}.slots.{slot}", str(entry.text), TEXT_STYLE)
            if entry.panel is not None and entry.panel not in file.panels:
                yield _lost(f"{key}.slots.{slot}", entry.panel, Message(en="panel", zh="底板"))
        if len({entry.idx for entry in layout.slots.values()}) < len(layout.slots):
            yield Fault(
                f"{key}.slots",
                Message(en="two slots have the same idx", zh="有两个占位符的 idx 相同"),
            )


def lost_areas(file: ThemeFile) -> Iterator[Fault]:
    for aspect, geometry in file.geometry.items():
        for area in (*_slot_areas(file), *_ornament_areas(file)):
            if area not in geometry.areas:
                yield _lost(f'geometry."{aspect}".areas', area, Message(en="area", zh="区域"))


def areas_outside(file: ThemeFile) -> Iterator[Fault]:
    for aspect, geometry in file.geometry.items():
        slide = Rect.of_inches(0, 0, *geometry.size)
        safe = Rect.of_inches(*geometry.safe_area)
        beyond_slide = Message(en="goes beyond the slide", zh="超出幻灯片")
        beyond_safe = Message(en="holds a slot beyond the safe area", zh="中的占位符超出安全区")
        for areas, limit, fact in (
            (geometry.areas, slide, beyond_slide),
            (_slot_areas(file), safe, beyond_safe),
        ):
            for area in areas:
                if not limit.contains(Rect.of_inches(*geometry.areas[area])):
                    yield Fault(f'geometry."{aspect}".areas.{area}', fact)


def _slot_areas(file: ThemeFile) -> list[str]:
    """Each once: many slots share one."""
    slots = (slot for layout in file.layouts.values() for slot in layout.slots.values())
    return list(dict.fromkeys(slot.area for slot in slots))


def _ornament_areas(file: ThemeFile) -> list[str]:
    return [ornament.area for group in file.ornaments.values() for ornament in group]


def _lost(key: str, name: str, kind: Message) -> Fault:
    return Fault(
        key, Message(en=f"there is no {kind.en} {name!r}", zh=f"没有名为“{name}”的{kind.zh}")
    )


CHECKS: Sequence[Callable[[ThemeFile], Iterator[Fault]]] = (
    incomplete,
    lost_colours,
    uneven_steps,
    lost_names,
    lost_areas,
    areas_outside,
)

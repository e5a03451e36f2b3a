"""Ladders of type sizes for a stranger's placeholders: their own size first, then smaller ones."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from slidegen.adopting.inheriting import Spacing, TheirLevel
from slidegen.theme import TypeStep
from slidegen.units import EMU_PER_POINT, Length

TALLEST = 1.45
"""Height of a line of the tallest font that may stand in for theirs, Noto Sans CJK, in ems."""
BODY_RUNG, TITLE_RUNG = 0.9, 0.8
"""Each step is that share of the one before it: titles step wider, so that few sizes mix."""
LEAST_BODY = Length.points(18)
LEAST_TITLE = Length.points(20)
LEAST_SMALL = Length.points(12)
SMALL_SLIDE = 0.7
"""Of the height of ours."""
LARGEST_BODY = Length.points(32)
"""On a slide of 7.5 inches: what is larger is for a word or two, not for points."""
LARGEST_TITLE = Length.points(44)


class Ladder(Struct, frozen=True):
    steps: tuple[TypeStep, ...]
    is_resized: bool
    """Whether even the first step is not the size that the placeholder has."""


def ladder(levels: Sequence[TheirLevel], *, least: Length, most: Length, rung: float) -> Ladder:
    """From their own size, but *most*, down to *least*; theirs alone if that is smaller."""
    own = levels[0].size
    top = min(own, most)
    heights = [top]
    while (smaller := _whole(heights[-1] * rung)) > least:
        heights.append(smaller)
    if top > least:
        heights.append(least)
    return Ladder(tuple(_step(levels, height, least) for height in heights), top < own)


def _step(levels: Sequence[TheirLevel], height: Length, least: Length) -> TypeStep:
    ratio = height.ratio(levels[0].size)
    sizes = tuple(
        height
        if number == 0
        else min(level.size, max(_whole(level.size * ratio), min(level.size, least)), height)
        for number, level in enumerate(levels)
    )
    pairs = tuple(zip(levels, sizes, strict=True))
    return TypeStep(
        sizes=sizes,
        pitches=tuple(_line(level.lines, size) for level, size in pairs),
        gaps=tuple(_line(level.before, size) + _line(level.after, size) for level, size in pairs),
    )


def _line(spacing: Spacing, size: Length) -> Length:
    if spacing.kind == "points":
        return Length.points(spacing.value)
    return size * (TALLEST * spacing.value)


def _whole(size: Length) -> Length:
    return Length(size.emu // EMU_PER_POINT * EMU_PER_POINT)


def scaled(
    steps: Sequence[TypeStep], scale: float, height: Length | None = None
) -> tuple[TypeStep, ...]:
    """Our own steps for a slide of another size: in proportion, but no text of 18 points or more
    gets less than that. With *height*, one step more if not even one line of these has room."""
    found: dict[tuple[Length, ...], TypeStep] = {}
    for step in steps:
        sizes = tuple(_scaled(size, scale) for size in step.sizes)
        found.setdefault(sizes, _resized(step, sizes, scale))
    last = found[next(reversed(found))]
    if height is not None and last.pitches[0] > height:
        share = height.ratio(last.pitches[0])
        sizes = tuple(_whole(size * share) or size for size in last.sizes)
        found.setdefault(sizes, _resized(last, sizes, share))
    steps = tuple(found.values())
    if height is None:
        return steps
    return tuple(step for step in steps if step.pitches[0] <= height) or steps[-1:]


def _scaled(size: Length, scale: float) -> Length:
    least = min(size, LEAST_BODY) if size >= LEAST_BODY else min(size, LEAST_SMALL)
    return max(_whole(size * scale), least * min(least_share(scale), 1.0))


def least_share(scale: float) -> float:
    """Of our own least sizes, on slides of that scale: slides 10 inches wide are projected like
    any others, those of a handbook are not."""
    if scale >= SMALL_SLIDE:
        return max(scale, 1.0)
    return scale / SMALL_SLIDE


def _resized(step: TypeStep, sizes: tuple[Length, ...], scale: float) -> TypeStep:
    return TypeStep(
        sizes=sizes,
        pitches=tuple(
            pitch * new.ratio(old)
            for pitch, new, old in zip(step.pitches, sizes, step.sizes, strict=True)
        ),
        gaps=tuple(gap * scale for gap in step.gaps),
    )

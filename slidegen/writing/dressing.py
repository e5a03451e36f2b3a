"""What a slide says itself of how a slot looks.

As little as can be: nothing where the template's layout has it to the point, sizes where the
layout is a stranger's and its own are too large, and everything where there is no layout for it.
"""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from slidegen.scene import TextParagraph
from slidegen.theme import Anchor, LevelStyle, Slot, Theme, TypeStep
from slidegen.units import Length
from slidegen.writing.drawing_text import (
    ALIGNS,
    ANCHORS,
    LINE_BREAKING,
    hundredths,
    list_style_of_step,
    spacing,
)
from slidegen.writing.markup import Markup, colour, element, solid_fill

HEADINGS, TEXT = "+mj", "+mn"
"""The theme's two families of fonts."""


def coloured(slot: Slot, paragraphs: tuple[TextParagraph, ...]) -> tuple[TextParagraph, ...]:
    """With the level's colour on every run that has none: LibreOffice mixes the colour of a
    slide's list style with the tint that the layout has for its own."""
    return tuple(
        replace(
            paragraph,
            runs=tuple(
                replace(run, colour=run.colour or _of_level(slot, paragraph.level).colour)
                for run in paragraph.runs
            ),
        )
        for paragraph in paragraphs
    )


def _of_level(slot: Slot, level: int) -> LevelStyle:
    return slot.levels[min(level, len(slot.levels)) - 1]


def body_properties(slot: Slot, anchor: Anchor | None = None) -> Markup:
    """*anchor* is None where it is the slot's."""
    own = ANCHORS[anchor] if anchor else None
    match slot.dress:
        case "layout":
            return element("a:bodyPr", anchor=own)
        case "template":
            # It fits as it is: a share that the layout shrinks its text by must not be inherited.
            return element("a:bodyPr", element("a:normAutofit"), wrap="square", anchor=own)
        case "slide":
            return own_body_properties(replace(slot, anchor=anchor or slot.anchor))
        case _:
            assert_never(slot.dress)


def own_body_properties(slot: Slot) -> Markup:
    """No insets but a panel's padding, so that the text's area is known; no shrinking, since
    it fits."""
    left, top, right, bottom = slot.insets
    return element(
        "a:bodyPr",
        element("a:noAutofit"),
        vert="horz",
        wrap="square",
        lIns=left,
        tIns=top,
        rIns=right,
        bIns=bottom,
        rtlCol=False,
        anchor=ANCHORS[slot.anchor],
    )


def list_style(theme: Theme, slot: Slot, step: TypeStep | None) -> Markup:
    """*step* is None for the slot's own."""
    if slot.is_resized:
        step = step or slot.steps[0]
    elif slot.steps[:1] == (step,):
        step = None
    match slot.dress:
        case "layout":
            return list_style_of_step(step) if step else element("a:lstStyle")
        case "template":
            return _over_the_template(theme, slot, step)
        case "slide":
            shown = step or slot.steps[0]
            return element(
                "a:lstStyle",
                (
                    _whole_level(theme, slot, number, level, shown)
                    for number, level in enumerate(slot.levels)
                ),
            )
        case _:
            assert_never(slot.dress)


def _over_the_template(theme: Theme, slot: Slot, step: TypeStep | None) -> Markup:
    """What differs from what the slide inherits, which may be nothing."""
    if not (step or slot.is_reset or slot.is_recoloured):
        return element("a:lstStyle")
    return element(
        "a:lstStyle",
        (
            element(
                f"a:lvl{number + 1}pPr",
                element(
                    "a:defRPr",
                    solid_fill(theme, level.colour) if slot.is_recoloured else None,
                    sz=_size(step, number) if step else None,
                    cap="none" if slot.is_reset else None,
                    spc=0 if slot.is_reset else None,
                ),
            )
            for number, level in enumerate(slot.levels)
        ),
    )


def _whole_level(
    theme: Theme, slot: Slot, number: int, level: LevelStyle, step: TypeStep
) -> Markup:
    fonts = HEADINGS if slot.is_heading else TEXT
    pitch, gap = _of(step.pitches, number), _of(step.gaps, number)
    bullet = colour(theme, level.bullet_colour or level.colour)
    return element(
        f"a:lvl{number + 1}pPr",
        *spacing(pitch, gap),
        *(
            (
                element("a:buClr", bullet),
                element("a:buFont", typeface="Arial"),
                element("a:buChar", char=level.bullet),
            )
            if level.bullet
            else (element("a:buNone"),)
        ),
        element(
            "a:defRPr",
            solid_fill(theme, level.colour),
            *(
                element(f"a:{script}", typeface=f"{fonts}-{suffix}")
                for script, suffix in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
            ),
            sz=_size(step, number),
            b=level.bold,
            i=False,
            cap="none",
            spc=0,
        ),
        marL=level.indent,
        indent=-level.hang,
        algn=ALIGNS[slot.align],
        **LINE_BREAKING,
    )


def _size(step: TypeStep, number: int) -> int:
    return hundredths(_of(step.sizes, number))


def _of(values: tuple[Length, ...], number: int) -> Length:
    return values[min(number, len(values) - 1)]

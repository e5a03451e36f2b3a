"""Lines of code on a panel, indented as they are in the document.

A tab is set as four spaces. A line that is too long goes on below, hanging; a block that is too
long goes on on the next page, from a line that is not indented if there is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from msgspec import Struct
from msgspec.structs import replace

from slidegen.arranging.page import Setting, display, kicker, left_out
from slidegen.arranging.panels import lowered, tallest
from slidegen.arranging.setting import SetParagraph, in_slot, set_paragraph, stacked
from slidegen.arranging.splitting import Block, paged
from slidegen.deck import CodeSlide
from slidegen.passage import PLAIN, Passage
from slidegen.scene import Fit, Scene, TextParagraph, TextRun
from slidegen.theme import Slot, TypeStep

TAB = "    "
LOWEST = 4
"""Eighths of its place that the panel takes at the least."""
WRAPPED, SMALLER = 0.3, 0.2
"""What a line that goes on below and a smaller size cost, where a page costs 1."""


class Draft(Struct, frozen=True):
    step: TypeStep
    pages: tuple[tuple[SetParagraph, ...], ...]
    cost: float


def arrange_code(slide: CodeSlide, setting: Setting) -> tuple[Scene, ...]:
    layout = setting.theme.layout("code")
    slot, place = layout.slot("code"), layout.slot("title")
    drafts = (_draft(slide.lines, slot, step, n) for n, step in enumerate(slot.steps))
    draft = min(drafts, key=lambda draft: draft.cost)
    scenes: list[Scene] = []
    for number, lines in enumerate(draft.pages):
        tail = setting.continued(number, len(draft.pages))
        title = display(slide.title, place, setting, tail=tail)
        paragraphs = tuple(line.paragraph for line in lines)
        # as high on all pages
        area = lowered(slot, tallest(draft.pages), lowest=LOWEST)
        scenes.append(
            Scene(
                kind="code",
                layout="code",
                title=title.text,
                items=(
                    title.item(place),
                    *kicker(slide.kicker, layout, setting),
                    in_slot(slot, paragraphs, draft.step, area=area),
                ),
                notes=() if scenes else (*left_out(slide.title, title), *slide.notes),
                section=slide.section,
                continued=bool(tail),
                fit=Fit(
                    size=draft.step.sizes[0],
                    fill=round(stacked(lines).ratio(area.height), 3),
                    overflow=stacked(lines) > slot.area.height,
                ),
            )
        )
    return tuple(scenes)


def _draft(lines: Sequence[Passage], slot: Slot, step: TypeStep, smaller: int) -> Draft:
    shown = [set_paragraph(_paragraph(line), slot, step) for line in lines]
    blocks = [
        Block(line.height, line.gap, follows_head=line.paragraph.text[:1] in ("", " "))
        for line in shown
    ]
    sizes, cost = paged(blocks, slot.area.height)
    bounds = [0, *accumulate(sizes)]
    wrapped = sum(line.lines > 1 for line in shown)
    return Draft(
        step,
        tuple(tuple(shown[first:last]) for first, last in pairwise(bounds)),
        cost + WRAPPED * wrapped + SMALLER * smaller,
    )


def _paragraph(line: Passage) -> TextParagraph:
    text = line.text.rstrip().expandtabs(len(TAB))
    run = TextRun(text, replace(PLAIN, code=True))
    return TextParagraph((run,) if text else (), words=line if text else None)

"""Phases along a line, in the order of time: each time in large type, its words behind it.

Where line and nodes stand is the layout's, one for each number of phases. If one phase has
more to say than its place holds, all are shown as points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from slidegen.arranging.bullets import arrange_bullets, as_bullets
from slidegen.arranging.lines import pieces
from slidegen.arranging.measure import width
from slidegen.arranging.page import (
    Setting,
    display,
    extent,
    inked,
    kicker,
    left_out,
    paragraph_of,
)
from slidegen.arranging.setting import (
    Headline,
    SetParagraph,
    headline,
    in_slot,
    level_of,
    of_level,
    set_paragraph,
    stacked,
)
from slidegen.deck import Timeline
from slidegen.passage import Words
from slidegen.scene import Fit, Scene, TextItem, TextParagraph
from slidegen.theme import Layout, LayoutName, Slot, TypeStep

LAYOUTS: Mapping[int, LayoutName] = {
    3: "timeline-3",
    4: "timeline-4",
    5: "timeline-5",
    6: "timeline-6",
}
"""By the number of phases."""

SMALLER, RUNT = 0.3, 0.2
"""What a smaller size costs, and what a last line of a character or two does."""


class Phase(Struct, frozen=True):
    number: int
    time: Words
    paragraphs: tuple[TextParagraph, ...]


def arrange_timeline(slide: Timeline, setting: Setting) -> tuple[Scene, ...]:
    phases = tuple(_phases(slide))
    layout = setting.theme.layout(LAYOUTS[len(phases)])
    times = _set_times(phases, layout, setting)
    texts = _set_texts(phases, layout)
    if times is None or texts is None:
        return arrange_bullets(as_bullets(slide), setting)
    place = layout.slot("title")
    title = display(slide.title, place, setting, tail=setting.continued(0, 1))
    return (
        Scene(
            kind="timeline",
            layout=layout.name,
            title=title.text,
            items=(
                title.item(place),
                *kicker(slide.kicker, layout, setting),
                *(item for pair in zip(times, texts, strict=True) for item in pair if item),
            ),
            notes=(
                *left_out(slide.title, title),
                *slide.notes,
                *(note for point in slide.points for note in point.notes),
            ),
            section=slide.section,
            points=slide.points,
            fit=_fit(times, texts, layout),
        ),
    )


def _phases(slide: Timeline) -> Iterator[Phase]:
    bounds = pairwise((*slide.opening, len(slide.points)))
    for number, (first, last) in enumerate(bounds):
        head, *below = slide.points[first:last]
        role = head.role if below else "point"
        texts = slide.texts[number]
        own = (replace(head, passage=text, marker=None, role=role) for text in texts)
        if not texts:  # the time is their head
            below = [replace(point, level=max(point.level - 1, 1)) for point in below]
        paragraphs = tuple(paragraph_of(point) for point in (*own, *below))
        yield Phase(number + 1, slide.times[number], paragraphs)


def _set_times(
    phases: Sequence[Phase], layout: Layout, setting: Setting
) -> tuple[TextItem, ...] | None:
    """All at the first size at which each fits its place; None if there is none."""
    for number in range(len(layout.slot("time-1").steps)):
        shown: list[tuple[Slot, Headline]] = []
        for phase in phases:
            slot = layout.slot(f"time-{phase.number}")
            at_step = replace(slot, steps=slot.steps[number : number + 1])
            found = headline(str(phase.time), at_step, setting.phrasing)
            shown.append((slot, replace(found, words=phase.time)))
        if not any(found.rest for _, found in shown):
            return tuple(found.item(slot) for slot, found in shown)
    return None


def _set_texts(phases: Sequence[Phase], layout: Layout) -> tuple[TextItem | None, ...] | None:
    """All at the size that suits them best, None for a phase that says no more than its time;
    None altogether if they fit at none."""
    fitting = [
        (SMALLER * smaller + RUNT * sum(line.has_runt for lines in found for line in lines), step)
        for smaller, step in enumerate(layout.slot("text-1").steps)
        if (found := _fitting(phases, layout, step)) is not None
    ]
    if not fitting:
        return None
    _, step = min(fitting, key=lambda choice: choice[0])
    return tuple(
        in_slot(layout.slot(f"text-{phase.number}"), phase.paragraphs, step)
        if phase.paragraphs
        else None
        for phase in phases
    )


def _fitting(
    phases: Sequence[Phase], layout: Layout, step: TypeStep
) -> list[list[SetParagraph]] | None:
    found = []
    for phase in phases:
        slot = layout.slot(f"text-{phase.number}")
        lines = [set_paragraph(paragraph, slot, step) for paragraph in phase.paragraphs]
        if stacked(lines) > slot.area.height or _breaks_words(phase.paragraphs, slot, step):
            return None
        found.append(lines)
    return found


def _breaks_words(paragraphs: Sequence[TextParagraph], slot: Slot, step: TypeStep) -> bool:
    """Whether a word is wider than the place, and would be torn."""
    return any(
        width(paragraph.text[first:last].rstrip(), of_level(step.sizes, paragraph.level), bold=True)
        > slot.area.width - level_of(slot, paragraph.level).indent
        for paragraph in paragraphs
        for first, last in pieces(paragraph.text)
    )


def _fit(times: Sequence[TextItem], texts: Sequence[TextItem | None], layout: Layout) -> Fit:
    """From the first line of the times to the last of the texts, by the height of their places."""
    shown = [text for text in texts if text is not None]
    sizes = [
        of_level((item.step or layout.slot(item.slot).steps[0]).sizes, paragraph.level)
        for item in shown
        for paragraph in item.paragraphs
    ]
    items = (*times, *shown)
    inks = [inked(item, layout.slot(item.slot)) for item in items]
    places = [slot.area for slot in layout.slots if slot.name.startswith(("time-", "text-"))]
    smallest = min(sizes, default=layout.slot("text-1").steps[0].sizes[0])
    return Fit(size=smallest, fill=round(extent(inks).ratio(extent(places)), 3))

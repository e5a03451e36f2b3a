"""Equals side by side, each on a card: its number, its head, what supports it.

All cards of a slide have one size of type and one height. What one of them has no room for, or
what would leave the cards empty, is shown as points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from slidegen.arranging.bullets import arrange_bullets, as_bullets
from slidegen.arranging.ladder import cheapest
from slidegen.arranging.page import Setting, one_page
from slidegen.arranging.panels import EIGHTHS, LOWEST, grouped, lowered, on_panel, tallest
from slidegen.arranging.setting import (
    SetParagraph,
    broken_evenly,
    of_level,
    runs_of,
    set_paragraph,
    stacked,
    without_runt,
)
from slidegen.deck import Cards, Point
from slidegen.scene import Fit, Scene, TextParagraph, TextRun
from slidegen.theme import Anchor, LayoutName, Slot, TypeStep

LAYOUTS: Mapping[int, LayoutName] = {
    2: "cards-2",
    3: "cards-3",
    4: "cards-4",
    5: "cards-5",
    6: "cards-6",
}
"""By the number of cards."""
IN_ONE_ROW = 3
"""Cards; more stand in two rows, where all are as high as their places."""

WITH_SUPPORTS = 3
"""How many of the smaller sizes are for cards that have more than their heads; those that have
not are set larger, so that they are not lost on their panels."""

HEAD, SUPPORT, NUMBER = 1, 2, 3
"""The levels of a card's text."""

RUNT, LONG, FULL, UNEVEN = 0.5, 1.5, 1.5, 1.5
"""What a last line of a character or two costs, even a mended one, a long head, a card that is
nearly full, and heads by themselves some of which take more lines than others, where the next
smaller size costs 1."""
NEARLY_FULL = 0.85
"""Share of its place."""
SHORT = 2
"""Lines of a head."""
SPARSE = 0.4
"""Share of their place up to which cards look empty: then their type is as large as they have
room for, whatever other slides take."""


def is_bare(groups: Sequence[Sequence[Point]]) -> bool:
    """Whether no card has more than its head."""
    return all(len(group) == 1 for group in groups)


class Draft(Struct, frozen=True):
    step: TypeStep
    cards: tuple[tuple[SetParagraph, ...], ...]
    cost: float


def arrange_cards(slide: Cards, setting: Setting) -> tuple[Scene, ...]:
    groups = grouped(slide.points)
    layout = setting.theme.layout(LAYOUTS[len(groups)])
    slots = tuple(layout.slot(f"card-{number}") for number in range(1, len(groups) + 1))
    draft = _draft(groups, slots, setting)
    if draft is None:
        return arrange_bullets(as_bullets(slide), setting)
    needed = tallest(draft.cards)
    lowest = EIGHTHS if len(slots) > IN_ONE_ROW else LOWEST
    # Heads by themselves stand amid their panels, as long as they are level.
    is_level = len({stacked(card) for card in draft.cards}) == 1
    anchor: Anchor | None = "middle" if is_bare(groups) and is_level else None
    items = [
        on_panel(slot, card, draft.step, lowered(slot, needed, lowest=lowest), anchor=anchor)
        for slot, card in zip(slots, draft.cards, strict=True)
    ]
    shown = {of_level(draft.step.sizes, p.paragraph.level) for card in draft.cards for p in card}
    fit = Fit(size=min(shown), fill=round(needed.ratio(items[0].area.height), 3))
    return one_page("cards", slide, layout, setting, items, fit)


def _draft(
    groups: Sequence[Sequence[Point]], slots: Sequence[Slot], setting: Setting
) -> Draft | None:
    """The cards at the size that pleases most; None if they fit at none."""
    if is_bare(groups):
        return _best(groups, slots, slots[0].steps, setting)
    draft = _best(groups, slots, setting.steps("cards", slots[0])[-WITH_SUPPORTS:], setting)
    if draft is None or tallest(draft.cards) > slots[0].area.height * SPARSE:
        return draft
    return _best(groups, slots, slots[0].steps[-WITH_SUPPORTS:], setting)


def _best(
    groups: Sequence[Sequence[Point]],
    slots: Sequence[Slot],
    steps: Sequence[TypeStep],
    setting: Setting,
) -> Draft | None:
    return cheapest(
        enumerate(steps), lambda smaller, step: _at_step(groups, slots, step, smaller, setting)
    )


def _at_step(
    groups: Sequence[Sequence[Point]],
    slots: Sequence[Slot],
    step: TypeStep,
    smaller: float,
    setting: Setting,
) -> Draft | None:
    cards = tuple(
        tuple(
            without_runt(set_paragraph(paragraph, slot, step), slot, step, setting.phrasing)
            for paragraph in _paragraphs(group, slot, step, setting)
        )
        for group, slot in zip(groups, slots, strict=True)
    )
    room, needed = slots[0].area.height, tallest(cards)
    numbers = (p for card in cards for p in card if p.paragraph.level == NUMBER)
    if needed > room or any(number.lines > 1 for number in numbers):
        return None
    runts = sum(_is_runty(paragraph) for card in cards for paragraph in card)
    long = any(p.lines > SHORT for card in cards for p in card if p.paragraph.level == HEAD)
    full = needed > room * NEARLY_FULL
    uneven = is_bare(groups) and len({stacked(card) for card in cards}) > 1
    cost = smaller + RUNT * runts + LONG * long + FULL * full + UNEVEN * uneven
    return Draft(step, cards, cost)


def _is_runty(support: SetParagraph) -> bool:
    """Whether its last line is a character or two, or would be if it were not begun earlier."""
    paragraph = support.paragraph
    return support.has_runt or (paragraph.level == SUPPORT and "\n" in paragraph.text)


def _paragraphs(
    group: Sequence[Point], slot: Slot, step: TypeStep, setting: Setting
) -> Iterator[TextParagraph]:
    head, *supports = group
    if head.marker:
        yield TextParagraph((TextRun(head.marker),), level=NUMBER)
    yield TextParagraph(
        broken_evenly(head.passage, slot, step, setting.phrasing), level=HEAD, words=head.passage
    )
    for point in supports:
        yield TextParagraph(runs_of(point.passage), level=SUPPORT, words=point.passage)

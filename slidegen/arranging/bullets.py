"""Points under a title, on as many pages as they take."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidegen.arranging.hanging import hangings
from slidegen.arranging.ladder import cheapest
from slidegen.arranging.page import (
    Setting,
    display,
    kicker,
    left_out,
    line,
    paragraph_of,
)
from slidegen.arranging.setting import (
    SetParagraph,
    in_slot,
    of_level,
    set_paragraph,
    stacked,
    without_runt,
)
from slidegen.arranging.splitting import Block, paged, shrinking
from slidegen.arranging.statement import arrange_statement
from slidegen.deck import Bullets, CodeSlide, Page, Point, Pointed, QuoteSlide
from slidegen.messages import Message
from slidegen.notices import Notice
from slidegen.passage import Label, Passage, Words
from slidegen.scene import Fit, Hanging, Scene
from slidegen.theme import Slot, TypeStep
from slidegen.units import Length

RUNT = 0.08
"""What a last line of a character or two costs."""


AIR = (2.5, 2.0, 1.5, 1.25)
"""How much wider the gaps between points may be; the first at which a page stays airy."""
MOST_BELOW = 1.5
"""The same of gaps between what supports a point."""
AIRY = 0.75
"""Share of its place that points spread out over."""
TIGHTER = (0.85, 0.7)
"""How much narrower they may be, so that a page is not full to the brim."""
FULL = 0.95
"""Share of its place from which on a page looks crammed."""
SPARSE = 0.35
"""The same up to which it looks empty: then its type is as large as the layout has it."""


class SetPoint(Struct, frozen=True):
    point: Point
    set: SetParagraph


def as_bullets(slide: Page) -> Bullets:
    """What *slide* shows as plain points: for content that its own kind has no room for."""
    if isinstance(slide, Pointed):
        points = slide.points
    elif isinstance(slide, QuoteSlide):
        points = tuple(Point(words) for words in (slide.words, slide.source) if words)
    elif isinstance(slide, CodeSlide):
        points = tuple(map(Point, slide.lines))
    else:
        points = ()
    return Bullets(slide.title, points, slide.kicker, slide.notes, slide.section)


def arrange_bullets(slide: Bullets, setting: Setting) -> tuple[Scene, ...]:
    if (statement := arrange_statement(slide, setting)) is not None:
        return statement
    layout = setting.theme.layout("content")
    slot = layout.slot("body")
    step, groups = spaced(slide.points, slot, setting.steps("bullets", slot), setting)
    if len(groups) == 1 and _height(groups, step) < slot.area.height * SPARSE:
        step, groups = spaced(slide.points, slot, slot.steps, setting)
    if len(groups) > 1:
        setting.report(
            Notice(
                "text-continued",
                Message(
                    en=f"“{slide.title}” goes on over {len(groups)} pages",
                    zh=f"“{slide.title}”一页放不下，分为{len(groups)}页",
                ),
                line(slide.title),
            )
        )
    scenes = []
    for number, group in enumerate(groups):
        tail = setting.continued(number, len(groups))
        place = layout.slot("title")
        title = display(slide.title, place, setting, tail=tail)
        height = stacked([point.set for point in group])
        body = in_slot(slot, tuple(point.set.paragraph for point in group), step)
        first = (*left_out(slide.title, title), *slide.notes) if number == 0 else ()
        scenes.append(
            Scene(
                kind="bullets",
                layout="content",
                title=title.text,
                items=(
                    title.item(place),
                    *kicker(slide.kicker, layout, setting),
                    *((body,) if group else ()),
                ),
                notes=(*first, *(note for point in group for note in point.point.notes)),
                section=slide.section,
                continued=number > 0,
                points=tuple(point.point for point in group),
                fit=Fit(
                    size=min(
                        (of_level(step.sizes, point.point.level) for point in group),
                        default=step.sizes[0],
                    ),
                    fill=round(height.ratio(slot.area.height), 3),
                    overflow=height > slot.area.height,
                ),
            )
        )
    return tuple(scenes)


class Draft(Struct, frozen=True):
    """The pages at one size, and how little they please."""

    step: TypeStep
    groups: tuple[tuple[SetPoint, ...], ...]
    cost: float


def _paged(
    points: Sequence[Point], slot: Slot, steps: Sequence[TypeStep], setting: Setting
) -> Draft:
    """At the size that pleases most."""
    rungs = ((1 + shrinking(step, steps[0]), step) for step in steps)
    draft = cheapest(rungs, lambda page, step: _at_step(points, slot, step, page, setting))
    assert draft is not None, "points stand on as many pages as they take, at any size"
    return draft


def _at_step(
    points: Sequence[Point], slot: Slot, step: TypeStep, page: float, setting: Setting
) -> Draft:
    """*page* is what a page costs at that size."""
    room = slot.area.height
    hung = hangings(points, slot, step)
    set_points = [
        piece
        for point in points
        for piece in _whole_or_torn(point, slot, step, setting, hung.get(point.level))
    ]
    together = _kept_together(set_points, room)
    sizes, cost = paged(
        [
            Block(
                stacked([point.set for point in group]),
                group[0].set.gap,
                follows_head=group[0].point.level > 1,
            )
            for group in together
        ],
        room,
    )
    groups: list[tuple[SetPoint, ...]] = []
    done = 0
    for size in sizes:
        groups.append(tuple(point for group in together[done : done + size] for point in group))
        done += size
    runts = sum(point.set.has_runt for point in set_points)
    return Draft(step, tuple(groups) or ((),), cost * page + RUNT * runts)


def spaced(
    points: Sequence[Point], slot: Slot, steps: Sequence[TypeStep], setting: Setting
) -> tuple[TypeStep, tuple[tuple[SetPoint, ...], ...]]:
    """The pages, with more air between the points where even the fullest leaves much of its
    place empty, and with less where it is crammed; the same on all pages."""
    draft = _paged(points, slot, steps, setting)
    room = slot.area.height
    crammed = _height(draft.groups, draft.step) > room * FULL
    if crammed and _height(draft.groups, _with_gaps(draft.step, TIGHTER[-1])) > room * FULL:
        airy = replace(slot, area=replace(slot.area, height=room * FULL))
        draft = _paged(points, airy, steps, setting)
        crammed = False
    for factor in TIGHTER if crammed else AIR:
        step = _with_gaps(draft.step, factor)
        if _height(draft.groups, step) <= room * (FULL if crammed else AIRY):
            return step, tuple(tuple(_moved(p, step) for p in group) for group in draft.groups)
    return draft.step, draft.groups


def _moved(point: SetPoint, step: TypeStep) -> SetPoint:
    """The same with the gap that *step* has before it."""
    return replace(point, set=replace(point.set, gap=of_level(step.gaps, point.point.level)))


def _with_gaps(step: TypeStep, factor: float) -> TypeStep:
    """Gaps so much wider under a head than they were, but less so than before the next one, so that
    what belongs together stays together; in whole points, as all that is spaced."""
    first, *others = step.gaps
    scaled = (first * factor, *(gap * min(factor, MOST_BELOW) for gap in others))
    return replace(step, gaps=tuple(Length.points(round(gap.pt)) for gap in scaled))


def _height(groups: Sequence[Sequence[SetPoint]], step: TypeStep) -> Length:
    """Of the fullest page, with the gaps of *step*."""
    heights = (
        sum(point.set.height.emu for point in group)
        + sum(of_level(step.gaps, point.point.level).emu for point in group[1:])
        for group in groups
    )
    return Length(max(heights))


def _kept_together(points: Sequence[SetPoint], room: Length) -> list[list[SetPoint]]:
    """Each head with the first point that supports it, as long as a page holds the two."""
    groups: list[list[SetPoint]] = []
    for point in points:
        before = groups[-1][-1] if groups else None
        pair = [before.set, point.set] if before else []
        if before and before.point.level < point.point.level and stacked(pair) <= room:
            groups[-1].append(point)
        else:
            groups.append([point])
    return groups


def _whole_or_torn(
    point: Point,
    slot: Slot,
    step: TypeStep,
    setting: Setting,
    hanging: Hanging | None,
    *,
    goes_on: bool = False,
) -> list[SetPoint]:
    """The point set at *step*; in several pieces if a page does not hold it. A piece that
    *goes_on* from one before it has no bullet."""
    set_whole = set_point(point, slot, step, setting, goes_on=goes_on, hanging=hanging)
    whole = SetPoint(point, set_whole)
    if whole.set.height <= slot.area.height or len(str(point.passage)) < 2:
        return [whole]
    head, tail = _torn(point.passage)
    first = replace(point, passage=head)
    rest = replace(point, passage=tail, marker=None, notes=())
    return [
        *_whole_or_torn(first, slot, step, setting, hanging, goes_on=goes_on),
        *_whole_or_torn(rest, slot, step, setting, None, goes_on=True),
    ]


def _torn(words: Words) -> tuple[Words, Words]:
    """Two halves, parted behind the clause that ends nearest to the middle."""
    text = str(words)
    middle = len(text) // 2
    ends = [i for i, mark in enumerate(text[:-1], 1) if mark in "。；！？;!?，,、：: "]
    cut = min(ends, key=lambda end: abs(end - middle), default=middle)
    if isinstance(words, Passage):
        return words[:cut], words[cut:]
    return Label(text[:cut]), Label(text[cut:])


def set_point(
    point: Point,
    slot: Slot,
    step: TypeStep,
    setting: Setting,
    *,
    goes_on: bool = False,
    hanging: Hanging | None = None,
) -> SetParagraph:
    """The point as a paragraph in *slot*, without a last line of a character or two if a phrase
    before it can be taken over."""
    whole = set_paragraph(paragraph_of(point, goes_on=goes_on, hanging=hanging), slot, step)
    return without_runt(whole, slot, step, setting.phrasing)

"""One to four pictures under a title, each with its caption, or one beside points.

A picture is never enlarged beyond its pixels at 96 to the inch, nor distorted: a small one
stays small, in the middle of its place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidegen.arranging.bullets import arrange_bullets, as_bullets
from slidegen.arranging.cover import fitted
from slidegen.arranging.page import Setting, display, extent, kicker, left_out, paragraph_of
from slidegen.arranging.setting import (
    beginning,
    headline,
    in_slot,
    of_level,
    set_paragraph,
    stacked,
)
from slidegen.arranging.splitting import shrinking
from slidegen.deck import PictureSlide
from slidegen.document import Picture
from slidegen.passage import EMPTY, Passage, Words
from slidegen.scene import Fit, Item, PictureItem, Scene, TextItem
from slidegen.theme import Layout, LayoutName, Slot, TypeStep
from slidegen.units import Length, Rect

LAYOUTS: Mapping[int, LayoutName] = {
    1: "picture",
    2: "picture-2",
    3: "picture-3",
    4: "picture-4",
}
"""By the number of pictures."""

ABOVE_CAPTION = Length.inches(0.14)
FULL = 0.95
"""Share of its place that a picture without a caption takes at the most."""
RUNT = 0.08
"""What a last line of a character or two costs, where a page costs 1."""


def arrange_picture(slide: PictureSlide, setting: Setting) -> tuple[Scene, ...]:
    if not slide.points:
        return (_pictures(slide, setting),)
    if (together := _beside_points(slide, setting)) is not None:
        return (together,)
    pages = arrange_bullets(as_bullets(slide), setting)
    alone = replace(slide, points=(), notes=(), title=slide.pictures[0].caption or slide.title)
    had = setting.pages_before + len(pages) if alone.title == slide.title else 0
    return (*pages, _pictures(alone, replace(setting, pages_before=had)))


def _pictures(slide: PictureSlide, setting: Setting) -> Scene:
    layout = setting.theme.layout(LAYOUTS[len(slide.pictures)])
    place = layout.slot("title")
    title = display(slide.title, place, setting, tail=setting.continued(0, 1))
    many = len(slide.pictures) > 1
    names = [f"-{number}" if many else "" for number in range(1, len(slide.pictures) + 1)]
    captions = [
        _caption(picture, layout.slot(f"caption{name}"), slide.title, setting)
        for name, picture in zip(names, slide.pictures, strict=True)
    ]
    shown: list[PictureItem] = []
    for name, picture in zip(names, slide.pictures, strict=True):
        slot = layout.slot(f"picture{name}")
        area = slot.area if any(captions) else _joined(slot, layout.slot(f"caption{name}"))
        shown.append(_shown(picture, slot, area, slide.title))
    items: list[Item] = []
    for item, caption in zip(shown, captions, strict=True):
        items.append(item)
        if caption is not None:
            row = [other.area for other in shown if _is_beside(other.area, item.area)]
            items.append(_below(caption.item, max(area.bottom for area in row)))
    unshown = [caption.rest for caption in captions if caption is not None and caption.rest]
    return Scene(
        kind="picture",
        layout=layout.name,
        title=title.text,
        items=(title.item(place), *kicker(slide.kicker, layout, setting), *items),
        notes=(*left_out(slide.title, title), *unshown, *slide.notes),
        section=slide.section,
        continued=setting.pages_before > 0,
        fit=Fit(
            size=layout.slot(f"caption{names[0]}").steps[0].sizes[0],
            fill=round(_filled(items, layout), 3),
        ),
    )


def _filled(items: Sequence[Item], layout: Layout) -> float:
    """Share of its place that pictures and captions take, from the highest to the lowest."""
    places = [slot.area for slot in layout.slots if slot.name.startswith(("picture", "caption"))]
    return extent([item.area for item in items]).ratio(extent(places))


def _beside_points(slide: PictureSlide, setting: Setting) -> Scene | None:
    """The points on the left and the picture on the right; None if the points are too many."""
    layout = setting.theme.layout("picture-beside")
    body, slot = layout.slot("body"), layout.slot("picture")
    paragraphs = tuple(paragraph_of(point) for point in slide.points)
    fitting: list[tuple[float, TypeStep, Length]] = []
    for step in body.steps:
        lines = [set_paragraph(paragraph, body, step) for paragraph in paragraphs]
        if (height := stacked(lines)) <= body.area.height:
            runts = sum(line.has_runt for line in lines)
            fitting.append((shrinking(step, body.steps[0]) + RUNT * runts, step, height))
    if not fitting:
        return None
    _, step, height = min(fitting, key=lambda choice: choice[0])
    place = layout.slot("title")
    title = display(slide.title, place, setting, tail=setting.continued(0, 1))
    (picture,) = slide.pictures
    caption = _caption(picture, layout.slot("caption"), slide.title, setting)
    shown = _shown(picture, slot, slot.area, slide.title)
    # Its upper edge is in line with the points'.
    shown = replace(shown, area=replace(shown.area, top=slot.area.top))
    return Scene(
        kind="columns",
        layout=layout.name,
        title=title.text,
        items=(
            title.item(place),
            *kicker(slide.kicker, layout, setting),
            in_slot(body, paragraphs, step),
            shown,
            *((_below(caption.item, shown.area.bottom),) if caption else ()),
        ),
        notes=(
            *left_out(slide.title, title),
            *((caption.rest,) if caption and caption.rest else ()),
            *slide.notes,
            *(note for point in slide.points for note in point.notes),
        ),
        section=slide.section,
        continued=setting.pages_before > 0,
        points=slide.points,
        fit=Fit(
            size=min(of_level(step.sizes, point.level) for point in slide.points),
            fill=round(max(height, shown.area.height).ratio(body.area.height), 3),
        ),
    )


def _shown(picture: Picture, slot: Slot, area: Rect, title: Words) -> PictureItem:
    return PictureItem(
        slot.name,
        fitted(picture, area),
        picture.data,
        picture.media_type,
        picture.alt.text or picture.caption.text or str(title),
    )


class Caption(Struct, frozen=True):
    item: TextItem
    rest: Passage
    """The whole of it, for the notes, if only its beginning has room; else empty."""


def _caption(picture: Picture, slot: Slot, title: Words, setting: Setting) -> Caption | None:
    """None if there is none, or if it is the slide's title already."""
    words = picture.caption
    if not words or words == title:
        return None
    found = headline(words.text, slot, setting.phrasing)
    shown = replace(found, words=beginning(words, len(words) - len(found.rest)))
    return Caption(shown.item(slot), words if found.rest else EMPTY)


def _below(caption: TextItem, bottom: Length) -> TextItem:
    """Right below the pictures of its row, however small they are."""
    return replace(caption, area=replace(caption.area, top=bottom + ABOVE_CAPTION))


def _is_beside(one: Rect, other: Rect) -> bool:
    return one.top < other.bottom and other.top < one.bottom


def _joined(upper: Slot, lower: Slot) -> Rect:
    """The places of a picture and of its caption in one, but for some air around."""
    height = lower.area.bottom - upper.area.top
    return replace(upper.area, top=upper.area.top + height * ((1 - FULL) / 2), height=height * FULL)

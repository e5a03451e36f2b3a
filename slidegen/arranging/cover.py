"""The first page: the title, and who speaks when and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from slidegen.arranging.page import Setting, display, fit_of_display, left_out, line
from slidegen.arranging.setting import in_slot, runs_of, set_paragraph, stacked
from slidegen.deck import Cover
from slidegen.document import Picture
from slidegen.messages import Message
from slidegen.notices import Notice
from slidegen.passage import Passage, Words
from slidegen.scene import Item, PictureItem, Scene, TextItem, TextParagraph
from slidegen.theme import Layout, Slot
from slidegen.units import ZERO, Length, Rect

GATHERED = ("subtitle", "occasion", "speaker", "date")
"""The lines below a title, in order."""
PIXEL = Length.inches(1 / 96)
"""A logo is not drawn larger than its pixels are at 96 to the inch."""


def arrange_cover(slide: Cover, setting: Setting) -> tuple[Scene, ...]:
    layout = setting.theme.layout("cover")
    slot = layout.slot("title")
    title = display(slide.title, slot, setting)
    items: list[Item] = [title.item(slot)]
    unshown: list[Passage] = [*left_out(slide.title, title)]

    under_title = layout.slot("subtitle")
    raised = layout.slot("occasion")
    if slide.subtitle is None:
        raised = replace(
            raised,
            area=Rect(
                raised.area.left, under_title.area.top, raised.area.width, raised.area.height
            ),
        )
    speaking = tuple(words for words in (slide.organisation, slide.speaker) if words is not None)
    first = len(items)
    for place, lines in (
        (under_title, (slide.subtitle,)),
        (raised, (slide.occasion,)),
        (_speakers_place(slide, layout), speaking),
        (layout.slot("date"), (slide.date,)),
        (layout.slot("classification"), (slide.classification,)),
    ):
        words = tuple(said for said in lines if said is not None)
        if not words:
            continue
        # Where two do not fit, one of them may, the last first: who speaks before whose it is.
        choices = (words, *((word,) for word in reversed(words) if len(words) > 1))
        fitting = ((choice, item) for choice in choices if (item := _lines(choice, place)))
        shown, item = next(fitting, ((), None))
        if item is not None:
            items.append(item)
        for said in words:
            if said not in shown:
                unshown.extend((said,) if isinstance(said, Passage) else ())
                setting.report(_left_out(said))
    if layout.gathers is not None:
        items[first:] = _gathered(items[first:], layout)
    if slide.logo is not None:
        items.append(_logo(slide.logo, layout))
    return (
        Scene(
            kind="cover",
            layout="cover",
            title=title.text,
            items=tuple(items),
            notes=(*unshown, *slide.notes),
            section=slide.section,
            fit=fit_of_display(items, layout),
        ),
    )


def _speakers_place(slide: Cover, layout: Layout) -> Slot:
    """Up to where the date would end, if there is none beside it."""
    slot, date = layout.slot("speaker"), layout.slot("date").area
    if slide.date is not None or date.top != slot.area.top or date.right <= slot.area.right:
        return slot
    return replace(slot, area=replace(slot.area, width=date.right - slot.area.left))


def _gathered(items: Sequence[Item], layout: Layout) -> Iterator[Item]:
    """The lines one under the other, without the room of those that are not there."""
    lines = [item for item in items if isinstance(item, TextItem) and item.slot in GATHERED]
    slots = [replace(layout.slot(item.slot), area=item.area) for item in lines]
    heights = [
        stacked([set_paragraph(p, slot, item.step or slot.steps[0]) for p in item.paragraphs])
        for item, slot in zip(lines, slots, strict=True)
    ]
    areas = [layout.slot(name).area for name in GATHERED]
    first, last = min(area.top for area in areas), max(area.bottom for area in areas)
    top = first if layout.gathers == "top" else last - sum(heights, start=ZERO)
    moved: dict[str, Rect] = {}
    for shown, height in zip(lines, heights, strict=True):
        moved[shown.slot] = Rect(shown.area.left, top, shown.area.width, height)
        top += height
    for item in items:
        if isinstance(item, TextItem) and item.slot in moved:
            yield replace(item, area=moved[item.slot])
        else:
            yield item


def _left_out(words: Words) -> Notice:
    return Notice(
        "text-does-not-fit",
        Message(
            en=f"“{words}” is too long for the cover; the whole is in the notes",
            zh=f"“{words}”过长，封面放不下，全文见备注",
        ),
        line(words),
        counts=True,
    )


def _lines(words: tuple[Words, ...], slot: Slot) -> Item | None:
    """The words under each other, at the first size that holds them; None if none does."""
    paragraphs = tuple(TextParagraph(runs_of(line), words=line) for line in words)
    for step in slot.steps:
        lines = [set_paragraph(paragraph, slot, step) for paragraph in paragraphs]
        few_enough = slot.max_lines is None or sum(line.lines for line in lines) <= slot.max_lines
        if few_enough and stacked(lines) <= slot.area.height:
            return in_slot(slot, paragraphs, step, area=slot.area)
    return None


def _logo(picture: Picture, layout: Layout) -> PictureItem:
    """As large as its place allows, in the place's upper right corner."""
    area = fitted(picture, layout.slot("logo").area)
    right = layout.slot("logo").area.right
    moved = Rect(right - area.width, layout.slot("logo").area.top, area.width, area.height)
    return PictureItem(None, moved, picture.data, picture.media_type, picture.alt.text)


def fitted(picture: Picture, area: Rect) -> Rect:
    """The largest area of the picture's proportions inside *area*, centred, never enlarged."""
    width, height = PIXEL * picture.width, PIXEL * picture.height
    scale = min(1.0, area.width.ratio(width), area.height.ratio(height))
    width, height = width * scale, height * scale
    return Rect(
        area.left + (area.width - width) / 2, area.top + (area.height - height) / 2, width, height
    )

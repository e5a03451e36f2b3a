"""What the kinds of slides share: a page's title, its kicker, what was left out of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from slidegen.arranging.phrasing import Phrasing
from slidegen.arranging.setting import (
    Headline,
    beginning,
    headline,
    in_slot,
    runs_of,
    set_paragraph,
    stacked,
)
from slidegen.deck import Deck, Point, Pointed
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.passage import Passage, Words
from slidegen.scene import Fit, Hanging, Item, Scene, SlideKind, TextItem, TextParagraph, TextRun
from slidegen.theme import Layout, Slot, Theme, TypeStep
from slidegen.units import ZERO, Length, Rect


class Setting(Struct, frozen=True):
    """What every kind is arranged with."""

    deck: Deck
    theme: Theme
    phrasing: Phrasing
    report: Report
    pages_before: int = 0
    """How many pages of the same section have the title of this slide already: a table,
    say, under the heading whose points came before it."""
    largest: Mapping[SlideKind, int] = field(default_factory=dict)
    """Which of its permitted sizes is the largest that a kind takes in this deck, from 0, the
    layout's own (see `evenness`)."""

    def steps(self, kind: SlideKind, slot: Slot) -> tuple[TypeStep, ...]:
        """The sizes that slides of that kind may take in *slot*."""
        return slot.steps[min(self.largest.get(kind, 0), len(slot.steps) - 1) :]

    def continued(self, page: int, of: int) -> str:
        """What stands behind the title of page *page*, from 0, of so many.

        One page that goes on says only that it does; several are counted, so that no two
        slides have the same title: in Latin script by Roman numerals, since a figure behind a
        heading reads as one of its own.
        """
        number = self.pages_before + page + 1
        if number == 1:
            return ""
        mark = self.deck.continued.text
        if self.pages_before + of == 2:
            return mark
        counted = f" {_roman(number)}" if mark.isascii() else str(number)
        return re.sub(r"(?=[)）]?$)", counted, mark, count=1)


ROMAN = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X")),
    *((9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def _roman(number: int) -> str:
    said = ""
    for value, letters in ROMAN:
        said += letters * (number // value)
        number %= value
    return said


def line(words: Words) -> int | None:
    """Where words stand in the source; None for a label."""
    return words.line or None if isinstance(words, Passage) else None


def display(words: Words, slot: Slot, setting: Setting, *, tail: str = "") -> Headline:
    """Words in large type; what the slot cannot hold is reported, and is in `rest`.

    *tail* marks a page that goes on; the first page has reported already.
    """
    found = headline(str(words), slot, setting.phrasing, tail=tail)
    if found.rest and not tail:
        setting.report(
            Notice(
                "text-does-not-fit",
                Message(
                    en=f"a title is too long for its place and ends after “{found.text}”; "
                    "the whole is in the notes",
                    zh=f"标题过长，幻灯片上只显示到“{found.text}”，全文见备注",
                ),
                line(words),
                counts=True,
            )
        )
    shown = beginning(words, len(str(words)) - len(found.rest)) if found.rest else words
    return replace(found, words=shown)


def left_out(words: Words, shown: Headline) -> tuple[Passage, ...]:
    """The words as a note, where the slide does not show the whole of them."""
    return (words,) if shown.rest and isinstance(words, Passage) else ()


def fit_of_display(items: Iterable[Item], layout: Layout) -> Fit:
    """Of a page that is all display text: how much of the height of the places that it fills
    lies between the first of its lines and the last; a frame around a place counts whole."""
    texts = [item for item in items if isinstance(item, TextItem)]
    slots = [layout.slot(item.slot) for item in texts]
    sizes = [(t.step or s.steps[0]).sizes[0] for t, s in zip(texts, slots, strict=True)]
    shown = [inked(text, slot) for text, slot in zip(texts, slots, strict=True)]
    seen = [slot.area if slot.outline else ink for ink, slot in zip(shown, slots, strict=True)]
    return Fit(
        size=min(sizes),
        fill=round(extent(seen).ratio(extent([text.area for text in texts])), 3),
        overflow=any(ink.height > text.area.height for ink, text in zip(shown, texts, strict=True)),
    )


def inked(item: TextItem, slot: Slot) -> Rect:
    """The part of its area that the lines of *item* take."""
    step, area = item.step or slot.steps[0], item.area
    lines = [set_paragraph(p, replace(slot, area=area), step) for p in item.paragraphs]
    height = stacked(lines)
    spare = area.height - height
    above = {"top": ZERO, "middle": spare / 2, "bottom": spare}[item.anchor or slot.anchor]
    return Rect(area.left, area.top + above, area.width, height)


def extent(areas: Sequence[Rect]) -> Length:
    """From the top of the highest to the bottom of the lowest."""
    return max(area.bottom for area in areas) - min(area.top for area in areas)


def one_page(
    kind: SlideKind,
    slide: Pointed,
    layout: Layout,
    setting: Setting,
    body: Iterable[Item],
    fit: Fit,
) -> tuple[Scene, ...]:
    """The page of a slide that takes just one: title, kicker, *body*; all its points and notes."""
    slot = layout.slot("title")
    title = display(slide.title, slot, setting, tail=setting.continued(0, 1))
    return (
        Scene(
            kind=kind,
            layout=layout.name,
            title=title.text,
            items=(title.item(slot), *kicker(slide.kicker, layout, setting), *body),
            notes=(
                *left_out(slide.title, title),
                *slide.notes,
                *(note for point in slide.points for note in point.notes),
            ),
            section=slide.section,
            points=slide.points,
            fit=fit,
        ),
    )


def paragraph_of(
    point: Point, *, goes_on: bool = False, hanging: Hanging | None = None
) -> TextParagraph:
    """The point with its number, which hangs beside its lines if *hanging* says how far; a piece
    that *goes_on* from the page before has no bullet."""
    runs = runs_of(point.passage)
    if point.marker:
        # 第三条, 1.1 and 1. need a space before their text; 一、 and （一） bring their own
        space = " " if point.marker[-1].isascii() or point.marker[-1].isalnum() else ""
        runs = (TextRun(point.marker + ("\t" if hanging else space)), *runs)
    return TextParagraph(
        runs,
        level=point.level,
        bold=True if point.role == "head" else None,
        bullet=not point.marker and not goes_on,
        hanging=hanging if point.marker else None,
        words=point.passage,
    )


def kicker(words: Words | None, layout: Layout, setting: Setting) -> tuple[TextItem, ...]:
    """The small line above a title, if it fits one line; it only repeats a heading."""
    if words is None or not layout.has("kicker"):
        return ()
    return single_line(words, layout.slot("kicker"))


def single_line(words: Words, slot: Slot) -> tuple[TextItem, ...]:
    """The words in the slot if one line holds them at any of its sizes."""
    paragraph = TextParagraph(runs_of(words), words=words)
    for step in slot.steps:
        if set_paragraph(paragraph, slot, step).lines == 1:
            return (in_slot(slot, (paragraph,), step),)
    return ()


def footer(setting: Setting) -> str:
    """The deck's footer, if one line holds it on every page that has a foot; else none."""
    words = setting.deck.footer
    if words is None:
        return ""
    slots = (s for layout in setting.theme.layouts for s in layout.slots if s.name == "footer")
    return str(words) if all(single_line(words, slot) for slot in slots) else ""

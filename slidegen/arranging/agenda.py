"""The sections at a glance: a number and a heading each, that lead to their pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from msgspec import Struct
from msgspec.structs import replace

from slidegen.arranging.lines import count
from slidegen.arranging.measure import width
from slidegen.arranging.page import Setting, display, left_out
from slidegen.arranging.setting import (
    Headline,
    SetParagraph,
    in_slot,
    level_of,
    set_paragraph,
    stacked,
)
from slidegen.arranging.titles import balanced
from slidegen.deck import Agenda, AgendaEntry
from slidegen.passage import Words
from slidegen.scene import Fit, Hanging, Item, Scene, ShapeItem, TextItem, TextParagraph, TextRun
from slidegen.theme import Layout, Slot, TypeStep
from slidegen.units import Length, Rect

ONE_COLUMN = 6
"""Entries: more stand in two columns."""

UNNUMBERED = "▪"
"""Stands in the number's place where the source has none."""

BEHIND_NUMBER = 0.4
"""Em between the widest number and the words, at the least."""
BESIDE_MARK = 1.1
"""Em from the marks to the words where no entry has a number."""
WIDEST_NUMBERS = 1 / 3
"""Share of a column that numbers may take."""

HAIRLINE = Length.points(0.75)


class Column(Struct, frozen=True):
    slot: Slot
    step: TypeStep
    lines: tuple[SetParagraph, ...]

    @property
    def height(self) -> Length:
        return stacked(self.lines)

    @property
    def item(self) -> TextItem:
        return in_slot(self.slot, tuple(line.paragraph for line in self.lines), self.step)

    def rules(self) -> tuple[ShapeItem, ...]:
        """Hairlines in the middle of the gaps between the entries."""
        area = self.slot.area
        spare = area.height - self.height
        top = area.top + (spare / 2 if self.slot.anchor == "middle" else spare * 0)
        rules = []
        for above, below in zip(self.lines, self.lines[1:], strict=False):
            top += above.height
            middle = top + below.gap / 2
            rules.append(ShapeItem(Rect(area.left, middle, area.width, HAIRLINE), fill="rule"))
            top += below.gap
        return tuple(rules)


def arrange_agenda(slide: Agenda, setting: Setting) -> tuple[Scene, ...]:
    """Its pages, each line of which leads to a section, until the `linked` ones are asked for."""
    if not slide.entries:
        return ()
    layout = setting.theme.layout("agenda")
    spreads = tuple(_spreads(slide, layout, setting))
    scenes: list[Scene] = []
    done = 0
    for number, columns in enumerate(spreads):
        shown = slide.entries[done : done + sum(len(column.lines) for column in columns)]
        done += len(shown)
        if slide.current is not None and slide.current not in [e.section for e in shown]:
            continue  # lit on another page, which is enough where the agenda comes again
        tail = setting.continued(number, len(spreads))
        slot = layout.slot("title")
        title = _title(slide.title, slot, setting, tail)
        room = max(layout.slot(column.slot.name).area.height for column in columns)
        height = max(column.height for column in columns)
        items: list[Item] = [title.item(slot)]
        items += [column.item for column in columns]
        items += [rule for column in columns for rule in column.rules()]
        scenes.append(
            Scene(
                kind="agenda",
                layout="agenda",
                title=title.text,
                items=tuple(items),
                notes=() if scenes else (*left_out(slide.title, title), *slide.notes),
                section=slide.section,
                continued=number > 0,
                fit=Fit(
                    size=min(column.step.sizes[0] for column in columns),
                    fill=round(height.ratio(room), 3),
                    overflow=height > room,
                ),
            )
        )
    return tuple(scenes)


def linked(page: Scene, leads_to: Mapping[int, int]) -> Scene:
    """An agenda's *page* when it is known which is the first scene of each section."""
    items = (
        replace(item, paragraphs=tuple(_link(line, leads_to) for line in item.paragraphs))
        if isinstance(item, TextItem)
        else item
        for item in page.items
    )
    return replace(page, items=tuple(items))


def _link(line: TextParagraph, leads_to: Mapping[int, int]) -> TextParagraph:
    return line if line.scene is None else replace(line, scene=leads_to.get(line.scene))


def _title(words: Words, slot: Slot, setting: Setting, tail: str) -> Headline:
    """The title; where its place is narrow, the mark of a page that goes on has its own line."""
    mark = tail.lstrip()
    lines = (f"{words}{tail[: len(tail) - len(mark)]}", mark)
    bold = level_of(slot, 1).bold

    def fits(line: str, size: Length) -> bool:
        return count(line, slot.area.width, size, bold=bold) == 1

    for step in slot.steps if mark else ():
        size = step.sizes[0]
        if fits(f"{words}{tail}", size):
            break
        if step.pitches[0] * 2 <= slot.area.height and all(
            fits(one.strip(), size) for one in lines
        ):
            return Headline(lines, step, words=words)
    return display(words, slot, setting, tail=tail)


def _spreads(slide: Agenda, layout: Layout, setting: Setting) -> Sequence[tuple[Column, ...]]:
    """The columns of each page: one column if all fit it, else two and as many pages as need
    be; entries too long for half a page's width stay in one column if that takes no more."""

    def lines(slot: Slot, step: TypeStep) -> tuple[SetParagraph, ...]:
        return _lines(slide, slide.entries, slot, step, setting)

    body, left, right = (layout.slot(name) for name in ("body", "left", "right"))
    if len(slide.entries) <= ONE_COLUMN and (column := _one_column(lines, body)):
        return [(column,)]
    pairs = _fewest_pages(lines, (left, right))
    entries = [line for columns in pairs for column in columns for line in column.lines]
    if sum(line.lines for line in entries) > LONG * len(entries):
        single = _fewest_pages(lines, (body,))
        if len(single) <= len(pairs):
            return single
    return pairs


def _one_column(
    lines: Callable[[Slot, TypeStep], tuple[SetParagraph, ...]], slot: Slot
) -> Column | None:
    """All entries at the size that suits them best; None if they fit at none."""
    fitting = []
    for smaller, step in enumerate(slot.steps):
        found = lines(slot, step)
        if stacked(found) > slot.area.height:
            continue
        wrapped = sum(line.lines for line in found) / len(found)
        hangs = all(line.paragraph.bullet for line in found)
        full = stacked(found) > slot.area.height * AIRY
        cost = WRAPPED * wrapped + SMALLER * smaller + UNHUNG * (not hangs) + FULL * full
        fitting.append((cost, Column(slot, step, found)))
    return min(fitting, key=lambda choice: choice[0])[1] if fitting else None


WRAPPED, UNHUNG, FULL = 0.35, 1.0, 0.5
"""What a line more for each entry costs in one column, numbers that do not hang beside the
words, and a page that is nearly full, by the same measure as SMALLER."""
AIRY = 0.8
"""Share of the page."""

LONG = 2
"""Lines: where the entries of two columns take more on average, the columns are too narrow."""


def _fewest_pages(
    lines: Callable[[Slot, TypeStep], tuple[SetParagraph, ...]], slots: tuple[Slot, ...]
) -> list[tuple[Column, ...]]:
    """All entries in columns, at a size at which they take the fewest pages: of several the
    largest, unless many more lines wrap at it."""
    first = slots[0]
    drafts: list[tuple[float, TypeStep, tuple[SetParagraph, ...], tuple[int, ...]]] = []
    for smaller, step in enumerate(first.steps):
        found = lines(first, step)
        sizes = _in_columns(found, first.area.height, len(slots))
        wrapped = sum(line.lines for line in found) / len(found)
        pages = -(-len(sizes) // len(slots))
        drafts.append((pages * PAGE + wrapped + SMALLER * smaller, step, found, sizes))
    _, step, found, sizes = min(drafts, key=lambda draft: draft[0])
    bounds = [0, *accumulate(sizes)]
    parts = [found[start:end] for start, end in pairwise(bounds)]
    fullest = max(map(stacked, parts))
    return [
        tuple(
            Column(_lowered(slot, fullest), step, part)
            for slot, part in zip(slots, page, strict=False)
        )
        for page in _pages(parts, len(slots))
    ]


PAGE, SMALLER = 10.0, 0.2
"""What a page and a smaller size cost, where a line more for each entry costs 1."""


def _lowered(slot: Slot, height: Length) -> Slot:
    """*slot* with its top where columns of that *height* stand in the middle of the page: the
    same for all, so that their first lines are level."""
    if slot.anchor != "top":
        return slot
    spare = (slot.area.height - height) / 2
    return replace(slot, area=Rect(slot.area.left, slot.area.top + spare, slot.area.width, height))


def _pages(
    columns: Sequence[tuple[SetParagraph, ...]], size: int
) -> Iterator[Sequence[tuple[SetParagraph, ...]]]:
    return (columns[start : start + size] for start in range(0, len(columns), size))


def _in_columns(lines: Sequence[SetParagraph], room: Length, beside: int) -> tuple[int, ...]:
    """How many entries go in each column: the same number in each, but for one, in as few
    pages of columns *beside* one another as hold them."""
    for columns in range(beside, len(lines), beside):
        least, more = divmod(len(lines), columns)
        sizes = (least + 1,) * more + (least,) * (columns - more)
        bounds = [0, *accumulate(sizes)]
        if all(stacked(lines[first:last]) <= room for first, last in pairwise(bounds)):
            return sizes
    return (1,) * len(lines)


def _lines(
    slide: Agenda,
    entries: Sequence[AgendaEntry],
    slot: Slot,
    step: TypeStep,
    setting: Setting,
) -> tuple[SetParagraph, ...]:
    style = level_of(slot, 1)
    numbers = [entry.marker or UNNUMBERED for entry in entries]
    # 二十一 does not hang in the indent: then all hang farther. And for 第十一章 in a narrow
    # column there is no room: then they stand before the words, as a part of them.
    size = step.sizes[0]
    widest = max(width(number, size, bold=True) for number in numbers) + size * BEHIND_NUMBER
    hang = widest <= max(style.indent, slot.area.width * WIDEST_NUMBERS)
    is_plain = all(entry.marker is None for entry in slide.entries)
    if is_plain:
        widest = size * BESIDE_MARK
    hanging = Hanging(widest, widest) if hang and (widest > style.indent or is_plain) else None
    room = slot.area.width - (hanging.indent if hanging else style.indent)
    set_lines = []
    for entry, marker in zip(entries, numbers, strict=True):
        lit = slide.current is None or slide.current == entry.section
        # LibreOffice does not break a link into lines, so they are broken here.
        words = balanced(
            str(entry.words) if hang else f"{marker}\u3000{entry.words}",
            room,
            step.sizes[0],
            bold=style.bold or (lit and slide.current is not None),
            most=None,
            phrasing=setting.phrasing,
        ).lines
        number = TextRun(marker + "\t", colour="accent" if lit else "muted")
        # Named, not inherited: LibreOffice gives the first line the number's colour else.
        heading = TextRun(
            "\n".join(line.rstrip(" ") for line in words), colour=style.colour if lit else "muted"
        )
        paragraph = TextParagraph(
            (number, heading) if hang else (heading,),
            bullet=hang,
            hanging=hanging,
            bold=True if lit and slide.current is not None else None,
            scene=entry.section,
            words=entry.words,
        )
        set_lines.append(set_paragraph(paragraph, slot, step))
    return tuple(set_lines)

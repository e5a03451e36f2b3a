"""Words set in a slot: which size they take, in which lines, and how high they stand.

The size is the first of the slot's own ladder at which the words fit; every
figure is exact, since lines have a fixed pitch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from slidegen.arranging.lines import broken, clinging, may_break
from slidegen.arranging.phrasing import Phrasing
from slidegen.arranging.titles import (
    INSIDE_PHRASE,
    SHORTEST_LAST_LINE,
    Broken,
    balanced,
    hurt_by,
    is_decent,
)
from slidegen.passage import Label, Run, Words
from slidegen.patterns import compiled
from slidegen.scene import TextItem, TextParagraph, TextRun
from slidegen.theme import LevelStyle, Slot, TypeStep
from slidegen.units import Length, Rect


def runs_of(words: Words) -> tuple[TextRun, ...]:
    """The words as runs of one style each, in one line."""
    if isinstance(words, Label):
        return (TextRun(words.text),) if words.text else ()
    runs: list[TextRun] = []
    for run in words.runs:
        if runs and runs[-1].style == run.style:
            runs[-1] = TextRun(runs[-1].text + run.text, run.style)
        else:
            runs.append(TextRun(run.text, run.style))
    return tuple(runs)


def broken_evenly(
    words: Words, slot: Slot, step: TypeStep, phrasing: Phrasing, *, level: int = 1
) -> tuple[TextRun, ...]:
    """The words as runs, in even lines parted between phrases where one line does not hold
    them; with markup in them they break where lines end."""
    runs = runs_of(words)
    if len(runs) != 1:
        return runs
    style = level_of(slot, level)
    room = slot.area.width - style.indent
    lines = balanced(
        runs[0].text,
        room,
        of_level(step.sizes, level),
        bold=style.bold or runs[0].style.bold,
        most=None,
        phrasing=phrasing,
    ).lines
    return (replace(runs[0], text="\n".join(line.rstrip(" ") for line in lines)),)


LEAST_CARRIED = 3
"""Characters that a last line is to have, for which the line before it is broken earlier."""
SPARES = (4.0, 1.0)
"""How much narrower a place might be, in characters, without another line: better much, at the
least more than programs differ by."""
MOST_CARRIED, MOST_CARRIED_LATIN = 8, 16
"""No more are taken over, so that the line before does not end far from its edge."""


def without_runt(
    whole: SetParagraph, slot: Slot, step: TypeStep, phrasing: Phrasing
) -> SetParagraph:
    """The same with its last line begun a phrase earlier, if that would be a character or two.

    As it is where no phrase ends near enough, or the last words have a markup of their own.
    """
    if not whole.has_runt:
        return whole
    *before, run = whole.paragraph.runs
    ends = phrasing.phrase_ends(run.text)
    most = MOST_CARRIED_LATIN if run.text.isascii() else MOST_CARRIED
    last = max(len(run.text) - most, 1)
    places = [
        at
        for at in range(len(run.text) - LEAST_CARRIED, last - 1, -1)
        if may_break(run.text, at) and is_decent(run.text, at)
    ]
    places = [at for at in places if hurt_by(run.text, at, ends) < INSIDE_PHRASE]
    places.sort(key=lambda at: hurt_by(run.text, at, ends))
    area, size = slot.area, of_level(step.sizes, whole.paragraph.level)
    for spare in SPARES:
        narrower = replace(slot, area=replace(area, width=area.width - size * spare))
        for at in places:
            text = f"{run.text[:at].rstrip(' ')}\n{run.text[at:]}"
            runs = (*before, replace(run, text=text))
            mended = set_paragraph(replace(whole.paragraph, runs=runs), slot, step)
            # A program that breaks a line earlier than we do must not come to a line more.
            if set_paragraph(mended.paragraph, narrower, step).lines == whole.lines:
                return mended
    return whole


def beginning(words: Words, length: int) -> Words:
    """So many characters of *words*, from their first."""
    return Label(words.text[:length]) if isinstance(words, Label) else words[:length]


def level_of(slot: Slot, level: int) -> LevelStyle:
    """The slot's style of a level, its last for deeper ones."""
    return slot.levels[min(level, len(slot.levels)) - 1]


def of_level(values: Sequence[Length], level: int) -> Length:
    return values[min(level, len(values)) - 1]


class SetParagraph(Struct, frozen=True):
    """A paragraph with the room it takes at one step."""

    paragraph: TextParagraph
    lines: int
    pitch: Length
    gap: Length
    """Before it, unless it is the first."""
    has_runt: bool = False
    """Whether its last line is a character or two."""

    @property
    def height(self) -> Length:
        return self.pitch * self.lines


def set_paragraph(paragraph: TextParagraph, slot: Slot, step: TypeStep) -> SetParagraph:
    style = level_of(slot, paragraph.level)
    bold = style.bold if paragraph.bold is None else paragraph.bold
    indent = paragraph.hanging.indent if paragraph.hanging else style.indent
    lines = lines_of(
        paragraph.runs,
        slot.area.width - indent,
        of_level(step.sizes, paragraph.level),
        bold=bold,
        skipped=paragraph.text.rfind("\t") + 1,
    )
    return SetParagraph(
        paragraph,
        lines=len(lines),
        pitch=of_level(step.pitches, paragraph.level),
        gap=of_level(step.gaps, paragraph.level),
        has_runt=len(lines) > 1 and len(lines[-1].strip()) < SHORTEST_LAST_LINE,
    )


def lines_of(
    runs: Sequence[Run | TextRun], room: Length, size: Length, *, bold: bool, skipped: int = 0
) -> tuple[str, ...]:
    """The lines in which programs set *runs* by themselves, without the characters *skipped*
    before them."""
    text = "".join(run.text for run in runs)[skipped:]
    bold, code = heaviest(runs, bold=bold)
    held = clinging(text) | _inside_links(runs, skipped)
    return broken(text, room, size, bold=bold, code=code, held=held)


def heaviest(runs: Sequence[Run | TextRun], *, bold: bool) -> tuple[bool, bool]:
    """Whether text in those runs is measured in bold, and whether as code: as the widest of them,
    so that a word cannot add a line."""
    styles = [run.style for run in runs]
    return bold or any(style.bold for style in styles), any(style.code for style in styles)


def _inside_links(runs: Sequence[Run | TextRun], skipped: int) -> frozenset[int]:
    """Offsets inside of links, counted from *skipped*, where LibreOffice does not break lines."""
    inside: list[int] = []
    done = -skipped
    for run in runs:
        if run.style.link is not None:
            inside.extend(range(done + 1, done + len(run.text)))
        done += len(run.text)
    return frozenset(inside)


def stacked(paragraphs: Sequence[SetParagraph]) -> Length:
    """Height of paragraphs one under the other."""
    heights = sum(paragraph.height.emu for paragraph in paragraphs)
    return Length(heights + sum(paragraph.gap.emu for paragraph in paragraphs[1:]))


def in_slot(
    slot: Slot, paragraphs: tuple[TextParagraph, ...], step: TypeStep, *, area: Rect | None = None
) -> TextItem:
    """The item; it names its step only where that is not the layout's own."""
    own = step == slot.steps[0]
    return TextItem(slot.name, area or slot.area, paragraphs, None if own else step)


class Headline(Struct, frozen=True):
    """A line or a few of display text, as it fits."""

    lines: tuple[str, ...]
    step: TypeStep
    rest: str = ""
    """What had to be left out; empty nearly always."""
    words: Words | None = None
    """What it shows of them; None for a number."""

    @property
    def text(self) -> str:
        return "".join(self.lines)

    def item(self, slot: Slot) -> TextItem:
        run = TextRun("\n".join(line.rstrip(" ") for line in self.lines))
        paragraph = TextParagraph((run,), words=self.words)
        return in_slot(slot, (paragraph,), self.step)


SMALLER = 0.3
"""What a size below the slot's own costs, as breaks in a title do (see `titles`)."""


def headline(
    text: str, slot: Slot, phrasing: Phrasing, *, tail: str = "", most: int | None = None
) -> Headline:
    """*text* in balanced lines, at a smaller size only where it does not fit the slot's own
    or breaks much better.

    *tail* (the mark of a continued page) comes behind it whatever else has to go. Text that
    the slot does not hold at any size loses its end, at a clause or a phrase.
    """
    best, least = None, inf
    for smaller, step in enumerate(slot.steps):
        if SMALLER * smaller >= least:
            break  # No break could be so much better.
        found = _fitting(text + tail, slot, step, phrasing, most)
        if found is not None and found.hurt + SMALLER * smaller < least:
            best, least = Headline(found.lines, step), found.hurt + SMALLER * smaller
    if best is not None:
        return best
    step = slot.steps[-1]
    for cut in _cuts(text, _held(text, slot, step, most)):
        shown = text[:cut].rstrip(" ") + tail
        if (found := _fitting(shown, slot, step, phrasing, most)) is not None:
            return Headline(found.lines, step, rest=text[cut:])
    return Headline((text[:1] + tail,), step, rest=text[1:])


def _limit(slot: Slot, step: TypeStep, most: int | None) -> int:
    """How many lines the slot holds at *step*."""
    height = max(1, int(slot.area.height.ratio(step.pitches[0])))
    return min(bound for bound in (height, slot.max_lines, most) if bound is not None)


def _held(text: str, slot: Slot, step: TypeStep, most: int | None) -> int:
    """How many characters the slot holds at most."""
    style = level_of(slot, 1)
    room = slot.area.width - style.indent
    lines = broken(text, room, step.sizes[0], bold=style.bold)
    return sum(map(len, lines[: _limit(slot, step, most)]))


def _fitting(
    text: str, slot: Slot, step: TypeStep, phrasing: Phrasing, most: int | None
) -> Broken | None:
    """The lines, if the slot holds them at *step*."""
    limit = _limit(slot, step, most)
    style = level_of(slot, 1)
    room = slot.area.width - style.indent
    found = balanced(text, room, step.sizes[0], bold=style.bold, most=limit, phrasing=phrasing)
    return found if len(found.lines) <= limit else None


_WHOLE = compiled(r"[0-9A-Za-z]+(?:[.,:/'’-][0-9A-Za-z]+)*(?:[%％‰]|[多余]?[百千万亿]+)?")
"""What loses its meaning when a part of it is cut off: 3,400 or 46.5%, and any word."""


def _cuts(text: str, most: int) -> Iterator[int]:
    """Where *text* may end that has room for *most* characters: behind clauses first, then
    behind words and figures, and inside these only as the last resort."""
    inside = {i for whole in _WHOLE.finditer(text) for i in range(whole.start() + 1, whole.end())}
    clause_ends = [i for i, mark in enumerate(text[:most]) if mark in "。；：，！？;:,!?" and i > 3]
    yield from (i for i in reversed(clause_ends) if i not in inside)
    yield from (i for i in range(most, 0, -1) if i not in inside)
    yield from range(most, 0, -1)

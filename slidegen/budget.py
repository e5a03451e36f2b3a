"""At most so many slides: the fullest deck that has no more.

How many slides a text makes only arranging knows, and what of it matters most only planning
knows. So neither asks the other: a deck is planned and arranged, its slides are counted,
and it is tried again with less. Nothing else is weighed, so what is found is exact.

Slides are granted in this order, as long as there are any left:

1. the cover;
2. one for each section; where there are fewer slides than that, all sections share them,
   and are named first;
3. the agenda, the call at the end, the opening;
4. more for each section, for all of them one by one, the longer ones first; of sections
   that are equally long all get one more, or none;
5. tables and pictures that no section had a slide left for, the smallest first;
6. lists in the appendix;
7. dividers, or the agenda again before each section.

With its slides a section shows as many of its points as they hold, in the order in which
`planning/thinning.py` ranks them.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from slidegen.arranging import arrange
from slidegen.document import Block, Code, Exhibit, Picture, Table
from slidegen.messages import Message
from slidegen.notices import Notice, Report, ignore
from slidegen.options import Options
from slidegen.outline import Outline
from slidegen.planning import condensed, plan
from slidegen.planning.chapters import chapters_in
from slidegen.planning.fullness import Form
from slidegen.planning.thinning import (
    ALL,
    NOTHING,
    Claim,
    Claims,
    Share,
    Shares,
    claims_of,
    exhibits_in,
    thinned,
)
from slidegen.theme import Theme

FORMS: Sequence[Form] = ("whole", "overviews", "gathered")
"""The fullest first; the next is tried where there are too few slides for it."""

MOST_TRIED = 24
"""Tables and pictures that are tried by themselves; a deck that leaves out more of them has no
slides to spare for any."""

COVER = 1
OPENING, FIRST = 0, 1
"""The numbers of the chapter before the first section, which is all of a text without any, and
of that behind it."""


class Kept(Struct, frozen=True):
    """An outline, and with which options its deck is within a budget."""

    outline: Outline
    options: Options


def within_budget(
    outline: Outline, options: Options, theme: Theme, *, report: Report = ignore
) -> Kept:
    """*outline* as it is, or condensed such that its deck keeps to `options.max_slides`.

    Reports, as a notice that counts, a deck that has more all the same, and what of
    the document is not named on any slide.
    """
    most = options.max_slides
    asked = Kept(outline, options)
    if most is None:
        return asked
    whole = condensed(outline, options.detail)
    length = _length(Kept(whole, options), theme)
    if length <= most:
        return asked
    if outline.is_condensed:
        report(_given(length, most))
        return asked
    for form in FORMS:
        budget = _Budget(condensed(outline, options.detail, form), options, theme)
        target = most if form != FORMS[-1] else max(most, budget.least)
        while target >= budget.least:
            kept = budget.kept(target)
            length = _length(kept, theme)
            if length <= most:
                _report_hidden(kept.outline, most, report)
                return kept
            target -= length - most
    report(_too_few(length, most))
    return kept


def changed(asked: Options, kept: Options) -> Mapping[str, str]:
    """What an outline's front matter has to say for its deck to be as the budget has it."""
    names = ("agenda", "dividers", "closing")
    pairs = ((name, getattr(asked, name), getattr(kept, name)) for name in names)
    return {name: str(after).lower() for name, before, after in pairs if before != after}


def _length(kept: Kept, theme: Theme) -> int:
    return sum(_pages(kept, theme).values())


def _pages(kept: Kept, theme: Theme) -> Counter[int | None]:
    """How many pages each chapter of the deck has."""
    scenes = arrange(plan(kept.outline, kept.options), theme).scenes
    return Counter(scene.section for scene in scenes)


class _Budget:
    """The slides of one condensed outline, granted."""

    def __init__(self, outline: Outline, options: Options, theme: Theme) -> None:
        self.outline = outline
        self.options = options
        self.theme = theme
        self.bare = dataclasses.replace(options, agenda="none", dividers=False, closing=False)
        self.stretches = chapters_in(outline)
        self.chapters = tuple(range(FIRST, len(self.stretches) + 1)) or (OPENING,)
        self.ending = len(self.stretches) + 1
        self.counted: dict[tuple[object, Options], Counter[int | None]] = {}

    # What there is

    @cached_property
    def natural(self) -> Mapping[int, int]:
        """How many pages each chapter takes for all that it has."""
        pages = self._pages({self.ending: NOTHING}, self.bare)
        counts = {number: pages[number] for number in range(self.ending)}
        return {**counts, OPENING: counts[OPENING] - COVER}

    @cached_property
    def smallest(self) -> Mapping[int, int]:
        """How many pages each chapter takes for the least that it can show."""
        slides = (
            sum(child.has_slide for section in stretch for child in section.children)
            for stretch in self.stretches
        )
        return {OPENING: 1, **{number: 1 + more for number, more in enumerate(slides, FIRST)}}

    @cached_property
    def least(self) -> int:
        """The fewest slides of a deck that has all chapters."""
        return COVER + sum(self.smallest[number] for number in self.chapters)

    @cached_property
    def claimed(self) -> Claims:
        return claims_of(self.outline)

    @cached_property
    def claims(self) -> Mapping[int, tuple[Claim, ...]]:
        return {OPENING: self.claimed.opening, **dict(enumerate(self.claimed.chapters, FIRST))}

    @cached_property
    def exhibits(self) -> Mapping[int, tuple[int, ...]]:
        """How many pages each table and picture of each chapter takes."""
        outline = self.outline
        last = (*outline.closing, *outline.after_matter)
        found = {
            OPENING: _exhibits(outline.opening),
            **dict(enumerate(map(exhibits_in, self.stretches), FIRST)),
            self.ending: _exhibits(last),
        }
        return {number: tuple(map(self._size, blocks)) for number, blocks in found.items()}

    def _size(self, exhibit: Exhibit) -> int:
        """How many pages *exhibit* takes by itself."""
        alone = Outline(
            title=self.outline.title,
            opening=(exhibit,),
            language=self.outline.language,
            is_condensed=True,
        )
        return _length(Kept(alone, self.bare), self.theme) - COVER

    # What is granted

    def kept(self, target: int) -> Kept:
        """The fullest deck of about *target* slides."""
        allowed = {number: self.smallest[number] for number in self.chapters}
        left = target - self.least
        if self.outline.is_gathered:
            more = min(left, self._pages_of_headings() - 1)
            allowed[FIRST] += more
            left -= more
        options, left = self._with_agenda_and_closing(left)
        shares = {self.ending: NOTHING}
        if OPENING not in allowed:
            if self.natural[OPENING] and left:
                allowed[OPENING] = 1
                left -= 1
            else:
                shares[OPENING] = NOTHING
        allowed = self._allowed(allowed, left)
        shares = self._fitted({**shares, **self._with_exhibits(allowed)}, allowed)
        shares = self._with_more(shares, options, target)
        options = self._with_dividers(shares, options, target)
        return Kept(self._thinned(shares), options)

    def _pages_of_headings(self) -> int:
        """How many pages name all sections, where they are gathered."""
        headings = sum(claim.layer == 0 for claim in self.claims[FIRST])
        share = Share(headings, frozenset())
        return self._pages({FIRST: share, self.ending: NOTHING}, self.bare)[FIRST]

    def _with_agenda_and_closing(self, left: int) -> tuple[Options, int]:
        """Those for which there are slides among the *left*, and how many are left then."""
        options = self.bare
        if self.options.agenda != "none":
            agenda = dataclasses.replace(options, agenda="once")
            if (cost := self._cost(agenda)) <= left:
                options, left = agenda, left - cost
        if self.options.closing:
            closing = dataclasses.replace(options, closing=True)
            if (cost := self._cost(closing) - self._cost(options)) <= left:
                options, left = closing, left - cost
        return options, left

    def _cost(self, options: Options) -> int:
        """How many slides *options* add to the chapters, whatever is in these; dividers aside."""
        nothing = dict.fromkeys(range(self.ending + 1), NOTHING)
        return self._total(nothing, options) - self._total(nothing, self.bare)

    def _allowed(self, least: Mapping[int, int], left: int) -> dict[int, int]:
        """How many pages each chapter may take: the *least*, and what it gets of those *left*."""
        allowed = dict(least)
        for level in range(1, max(self.natural.values(), default=0)):
            growing = [n for n in sorted(allowed) if allowed[n] <= level < self.natural[n]]
            for group in self._equals(growing):
                if len(group) > left:
                    return allowed
                allowed.update(dict.fromkeys(group, level + 1))
                left -= len(group)
        return allowed

    def _equals(self, numbers: Sequence[int]) -> Iterator[list[int]]:
        """*numbers* in groups of chapters that are equally long, the longest first."""
        ranked = sorted(numbers, key=lambda number: (self._long(number), -number), reverse=True)
        yield from (list(group) for _, group in groupby(ranked, key=self._long))

    def _long(self, number: int) -> tuple[int, int]:
        """How long a chapter is: in pages, and in what it has of the first rank."""
        return self.natural[number], sum(claim.layer == 0 for claim in self.claims[number])

    def _with_exhibits(self, allowed: Mapping[int, int]) -> dict[int, Share]:
        """The chapters with their tables and pictures of a page each, as far as there are
        pages besides one for points."""
        shares: dict[int, Share] = {}
        for number, pages in allowed.items():
            if pages >= self.natural[number]:
                shares[number] = ALL
                continue
            room = pages - (self.smallest[number] if self.claims[number] else 0)
            sizes = self.exhibits[number]
            single = [exhibit for exhibit, size in enumerate(sizes) if size == 1]
            shares[number] = Share(None, frozenset(single[:room]))
        return shares

    def _fitted(self, shares: dict[int, Share], allowed: Mapping[int, int]) -> dict[int, Share]:
        """*shares* with as many points as fit the pages *allowed*, as many in equal chapters."""
        groups = list(self._equals([n for n in allowed if shares[n] != ALL and self.claims[n]]))
        bounds = [(1, max(len(self.claims[number]) for number in group)) for group in groups]
        while any(low < high for low, high in bounds):
            tried = [(low + high + 1) // 2 for low, high in bounds]
            pages = self._pages(_with_points(shares, groups, tried), self.bare)
            for at, (group, points) in enumerate(zip(groups, tried, strict=True)):
                low, high = bounds[at]
                if low == high:
                    continue
                fits = all(self._taken(pages, number) <= allowed[number] for number in group)
                bounds[at] = (points, high) if fits else (low, points - 1)
        return _with_points(shares, groups, [low for low, _ in bounds])

    def _taken(self, pages: Counter[int | None], number: int) -> int:
        return pages[number] - (COVER if number == OPENING else 0)

    def _with_more(
        self, shares: dict[int, Share], options: Options, target: int
    ) -> dict[int, Share]:
        """*shares* with the tables, pictures and lists that there are slides left for."""
        target -= self._cost(options)
        hidden = sorted(
            (size, number, exhibit)
            for number, sizes in self.exhibits.items()
            for exhibit, size in enumerate(sizes)
            if (shown := shares[number].exhibits) is not None and exhibit not in shown
        )
        for _, number, exhibit in hidden[:MOST_TRIED]:
            share = shares[number]
            shown = (share.exhibits or frozenset()) | {exhibit}
            more = {**shares, number: replace(share, exhibits=shown)}
            if self._total(more, self.bare) <= target:
                shares = more
        listed = {**shares, self.ending: replace(shares[self.ending], points=None)}
        return listed if self._total(listed, self.bare) <= target else shares

    def _with_dividers(self, shares: Mapping[int, Share], options: Options, target: int) -> Options:
        """*options* with what stands before each section, if there are slides left for it."""
        asked = self.options
        if options.agenda == "none" != asked.agenda:
            return options
        more = dataclasses.replace(options, agenda=asked.agenda, dividers=asked.dividers)
        if asked.agenda == "repeat":
            total = self._total(shares, self.bare) + self._cost(more)
        else:
            divided = dataclasses.replace(self.bare, dividers=asked.dividers)
            total = self._total(shares, divided) + self._cost(options)
        return more if total <= target else options

    # Trying it

    def _thinned(self, shares: Mapping[int, Share]) -> Outline:
        return thinned(
            self.outline,
            self.claimed,
            Shares(
                shares.get(OPENING, ALL),
                tuple(shares.get(number, ALL) for number in range(FIRST, self.ending)),
                shares.get(self.ending, ALL),
            ),
        )

    def _pages(self, shares: Mapping[int, Share], options: Options) -> Counter[int | None]:
        key = (tuple(sorted(shares.items(), key=lambda item: item[0])), options)
        if key not in self.counted:
            self.counted[key] = _pages(Kept(self._thinned(shares), options), self.theme)
        return self.counted[key]

    def _total(self, shares: Mapping[int, Share], options: Options) -> int:
        return sum(self._pages(shares, options).values())


def _exhibits(blocks: Sequence[Block]) -> tuple[Exhibit, ...]:
    return tuple(block for block in blocks if isinstance(block, Table | Picture | Code))


def _with_points(
    shares: Mapping[int, Share], groups: Sequence[Sequence[int]], points: Sequence[int]
) -> dict[int, Share]:
    """*shares* with the number of *points* for each chapter of each of *groups*."""
    given = {n: most for group, most in zip(groups, points, strict=True) for n in group}
    return {n: replace(s, points=given[n]) if n in given else s for n, s in shares.items()}


# What is said of it


def _given(length: int, most: int) -> Notice:
    return Notice(
        "max-slides",
        Message(
            en=f"the deck has {length} slides, not {most}: the points of an outline are given "
            "(edit it, or give --max-slides to `slidegen outline`)",
            zh=f"共{length}页，超过要求的{most}页：大纲文件中的要点已经选定"
            "（请修改大纲，或在生成大纲时用 slidegen outline 指定 --max-slides）",
        ),
        counts=True,
    )


def _too_few(length: int, most: int) -> Notice:
    return Notice(
        "max-slides",
        Message(
            en=f"the deck has {length} slides, not {most}: "
            "a cover and what is most important of the text take as many",
            zh=f"共{length}页，超过要求的{most}页：封面和最主要的内容至少需要这么多页",
        ),
        counts=True,
    )


def _report_hidden(outline: Outline, most: int, report: Report) -> None:
    """Say what no slide names, for want of slides."""
    named = [section.is_shown for section in outline.sections if section.heading]
    if not all(named):
        hidden = named.count(False)
        report(
            Notice(
                "max-slides",
                Message(
                    en=f"{hidden} of {len(named)} sections are in the notes only, "
                    f"as {most} slides cannot name them all",
                    zh=f"{most}页放不下全部{len(named)}个部分的标题，其中{hidden}个只写入备注",
                ),
                counts=True,
            )
        )
    blocks = (
        *outline.opening,
        *(block for section in outline.walk() for block in section.body),
        *outline.closing,
        *outline.after_matter,
    )
    hidden_ones = [block for block in _exhibits(blocks) if not block.is_shown]
    pictures = sum(isinstance(block, Picture) for block in hidden_ones)
    if tables := sum(isinstance(block, Table) for block in hidden_ones):
        report(
            Notice(
                "max-slides",
                Message(
                    en=f"tables whose text is in the notes only, as there are {most} slides: "
                    f"{tables}",
                    zh=f"按{most}页的要求，{tables}张表格未单独成页，文字写入备注",
                ),
            )
        )
    if pictures:
        report(
            Notice(
                "max-slides",
                Message(
                    en=f"pictures left out, as there are {most} slides: {pictures}",
                    zh=f"按{most}页的要求，{pictures}幅图片未放入",
                ),
                counts=True,
            )
        )

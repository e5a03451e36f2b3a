"""A condensed outline with less of it shown: what a deck of so many slides has room for.

Points are ranked in layers: the headings of a section's sub-points and the weightiest point
of each paragraph are the first layer, the weightiest under each of these the second, and
so on. So equals get equally much, and the most important stay longest. Whatever is no
longer shown is told in the notes, as it was before; nothing changes its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct, field
from msgspec.structs import replace

from slidegen.document import Block, Code, Exhibit, Picture, Table
from slidegen.outline import Outline, Section
from slidegen.planning.abridging import with_a_point
from slidegen.planning.chapters import Stretch, chapters_in
from slidegen.planning.condensing import possible
from slidegen.planning.naming import heading_of
from slidegen.planning.parts import exhibits, parts_in
from slidegen.point import Part, Point

WEIGHTLESS = -10.0
"""Of a point that no clause could stand for; lighter than any that one can."""


class Share(Struct, frozen=True):
    """How much of a chapter is shown."""

    points: int | None = None
    """The most points, headings of sub-points among them; None for all."""
    exhibits: frozenset[int] | None = None
    """Which of its tables and pictures, counted from 0; None for all."""


ALL = Share()
NOTHING = Share(0, frozenset())


class Shares(Struct, frozen=True):
    opening: Share = ALL
    chapters: tuple[Share, ...] = ()
    """One for each chapter between opening and ending."""
    ending: Share = ALL
    """Of the tables and pictures at the end, and of the lists in the after-matter, which are
    shown whole or not at all."""


class Claims(Struct, frozen=True):
    """What a condensed outline shows, to the places that there are for it; exhibits aside."""

    opening: tuple[Claim, ...]
    chapters: tuple[tuple[Claim, ...], ...]
    """Of each chapter between opening and ending, in its order."""


def claims_of(outline: Outline) -> Claims:
    """The claims of the condensed *outline*, which many `thinned` ones have in common."""
    return Claims(
        tuple(_claims_in_body(outline.opening, "", 0)),
        tuple(_claims_in(outline, stretch) for stretch in chapters_in(outline)),
    )


def thinned(outline: Outline, claims: Claims, shares: Shares) -> Outline:
    """The condensed *outline*, whose *claims* these are, with no more shown than its *shares*."""
    chapters = zip(chapters_in(outline), claims.chapters, shares.chapters, strict=True)
    ending = _Thinning(iter(()), shares.ending.exhibits)
    is_listed = shares.ending.points is None
    return replace(
        outline,
        opening=_thinned_opening(outline.opening, claims.opening, shares.opening),
        sections=tuple(
            section
            for stretch, claimed, share in chapters
            for section in _thinned_chapter(outline, stretch, claimed, share)
        ),
        closing=ending.exhibited(outline.closing),
        after_matter=tuple(
            replace(block, points=()) if isinstance(block, Part) and not is_listed else block
            for block in ending.exhibited(outline.after_matter)
        ),
    )


def _claims_in(outline: Outline, stretch: Stretch) -> tuple[Claim, ...]:
    if _is_shared(outline, stretch):
        return tuple(claim for section in stretch for claim in _claims_of_line(section, 0))
    return tuple(_claims_of_slide(stretch[0], 0))


def exhibits_in(stretch: Stretch) -> tuple[Exhibit, ...]:
    """The tables and pictures of a chapter, in the order in which shares count them."""
    return tuple(found for s in stretch for inner in s.walk() for found in exhibits(inner.body))


def _is_shared(outline: Outline, stretch: Stretch) -> bool:
    """Whether each section of *stretch* is a line on slides that they share."""
    return outline.is_gathered or len(stretch) > 1


# What is shown, and in which order it is granted


class Claim(Struct, frozen=True, order=True):
    """To a place on a slide; the least is granted first."""

    layer: int
    lightness: float


def _claims_of_slide(section: Section, layer: int) -> Iterator[Claim]:
    """Of a section that has slides: its points, and its sub-points with theirs."""
    own = layer + 1 if section.children else layer
    yield from _claims_in_body(section.body, section.heading.text, own)
    for child in section.children:
        yield from _claims_of_line(child, layer)


def _claims_of_line(section: Section, layer: int) -> Iterator[Claim]:
    """Of a section that is a line on slides that it shares: its heading, then what is below."""
    if section.heading:
        yield Claim(layer, -_weight(heading_of(section).text))
        layer += 1
    if section.has_slide:
        yield from _claims_of_slide(section, layer)
        return
    yield from _claims_in_body(
        section.body, section.heading.text, layer, are_equal=not section.heading
    )
    for child in section.children:
        yield from _claims_below(child, layer)


def _claims_below(section: Section, layer: int) -> Iterator[Claim]:
    yield from _claims_in_body(section.body, section.heading.text, layer, are_equal=False)
    for child in section.children:
        yield from _claims_below(child, layer)


class _Node(Struct):
    """A point with those below it."""

    point: Point
    part: int
    below: list[_Node] = field(default_factory=list)
    claim: Claim = field(default_factory=lambda: Claim(0, 0.0))


def _claims_in_body(
    body: Iterable[Block], heading: str, layer: int, *, are_equal: bool = True
) -> Iterator[Claim]:
    """Of the points in *body*, from *layer* on; those of each part for itself, if parts *are
    equal*, so that the weightiest of each is in the first layer."""
    nodes: list[_Node] = []
    roots: list[_Node] = []
    open_nodes: list[_Node] = []
    for number, part in enumerate(parts_in(body)):
        for point in part.points:
            node = _Node(point, number)
            while open_nodes and open_nodes[-1].point.level >= point.level:
                open_nodes.pop()
            (open_nodes[-1].below if open_nodes else roots).append(node)
            open_nodes.append(node)
            nodes.append(node)
    for _, group in groupby(roots, key=lambda node: node.part if are_equal else 0):
        _layer(list(group), heading, layer)
    yield from (node.claim for node in nodes)


def _layer(nodes: Sequence[_Node], heading: str, layer: int) -> None:
    """Give *nodes* and all below their claims, each of the nodes in a layer of its own."""
    weights = {id(node): _weight(str(node.point.passage), heading) for node in nodes}
    for number, node in enumerate(sorted(nodes, key=lambda node: -weights[id(node)])):
        node.claim = Claim(layer + number, -weights[id(node)])
        _layer(node.below, heading, layer + number + 1)


def _weight(words: str, heading: str = "") -> float:
    """What the weightiest clause of *words* weighs among points."""
    heaviest_first = sorted(possible(words, heading), key=lambda one: -one.weight)
    return next((one.weight for one in heaviest_first if one.stands_alone), WEIGHTLESS)


def _granted(claims: Sequence[Claim], most: int | None, *, evenly: bool = False) -> Iterator[bool]:
    """For each of *claims* in its order, whether it is among the first *most*; *evenly* grants
    no layer but the first in part."""
    ranked = sorted(range(len(claims)), key=lambda number: (claims[number], number))
    granted = set(ranked[:most])
    if evenly and most is not None and most < len(ranked):
        layer = claims[ranked[most]].layer
        if layer > claims[ranked[0]].layer:
            granted = {number for number in granted if claims[number].layer < layer}
    return (number in granted for number in range(len(claims)))


# The outline with what is granted


def _thinned_opening(
    body: tuple[Block, ...], claims: Sequence[Claim], share: Share
) -> tuple[Block, ...]:
    thinning = _Thinning(_granted(claims, share.points), share.exhibits)
    return thinning.body(body)


def _thinned_chapter(
    outline: Outline, stretch: Stretch, claims: Sequence[Claim], share: Share
) -> Iterator[Section]:
    if share == ALL:
        yield from stretch
        return
    # Sections that share slides are equals there, as those with slides of their own are by pages.
    granted = _granted(claims, share.points, evenly=outline.is_gathered)
    thinning = _Thinning(granted, share.exhibits)
    for section in stretch:
        if _is_shared(outline, stretch):
            yield thinning.line(section)
        else:
            yield _not_empty(thinning.slide(section))


def _not_empty(section: Section) -> Section:
    """*section* with a point at least, where its exhibits had been all that it showed."""
    shows = any(child.is_shown for child in section.children) or any(
        block.points if isinstance(block, Part) else getattr(block, "is_shown", False)
        for inner in section.walk()
        for block in inner.body
    )
    if shows:
        return section
    parts = tuple(block for block in section.body if isinstance(block, Part))
    others = tuple(block for block in section.body if not isinstance(block, Part))
    return replace(section, body=(*with_a_point(parts), *others))


class _Thinning(Struct):
    """Takes from sections what is not granted, in the order in which claims are made."""

    granted: Iterator[bool]
    exhibits: frozenset[int] | None
    met: int = 0
    """How many exhibits there were so far."""

    def slide(self, section: Section) -> Section:
        """One that has slides."""
        body = self.body(section.body)
        return replace(section, body=body, children=tuple(map(self.line, section.children)))

    def line(self, section: Section) -> Section:
        """One that is a line on the slides of another."""
        is_shown = next(self.granted) if section.heading else True
        thinned = self.slide(section) if section.has_slide else self.below(section)
        return replace(thinned, is_shown=is_shown, has_slide=section.has_slide and is_shown)

    def below(self, section: Section) -> Section:
        """One that stands for no line."""
        body = self.body(section.body)
        return replace(section, body=body, children=tuple(map(self.below, section.children)))

    def body(self, body: tuple[Block, ...]) -> tuple[Block, ...]:
        return self.exhibited(
            tuple(
                replace(block, points=tuple(p for p in block.points if next(self.granted)))
                if isinstance(block, Part)
                else block
                for block in body
            )
        )

    def exhibited(self, body: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(map(self._exhibited, body))

    def _exhibited(self, block: Block) -> Block:
        if not isinstance(block, Table | Picture | Code):
            return block
        number, self.met = self.met, self.met + 1
        if self.exhibits is None or number in self.exhibits:
            return block
        return replace(block, is_shown=False)

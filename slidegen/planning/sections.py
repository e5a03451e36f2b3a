"""One top-level section to its slides: an overview whose points are the sub-points, and,
where everything is wanted, a slide for each sub-point besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from slidegen.deck import Bullets, Divider, PictureSlide, Point, Slide, TableSlide
from slidegen.document import Block, ListBlock, Paragraph, Picture, Table
from slidegen.options import Detail
from slidegen.outline import Section
from slidegen.passage import EMPTY, Passage, Words
from slidegen.planning.headlines import headline, lead_sentence
from slidegen.planning.parts import (
    DEEPEST,
    Part,
    best_points,
    counted_points,
    exhibits,
    gathered,
    parts_of,
    told,
)


@dataclass(frozen=True, slots=True)
class Fullness:
    """How much of a section its slides show."""

    supports: int
    """Points under a sub-point's heading that are chosen from its text."""
    named: int
    """Points under it that its own text sets out: headings, leads, items."""
    preamble: int
    """Points of all text that stands before the first sub-point."""
    paragraph: int | None
    """Points of each paragraph of a section without sub-points; None as many as it is worth."""
    own_slides: bool
    """Whether each sub-point has a slide of its own, too."""


FULLNESS: dict[Detail, Fullness] = {
    "outline": Fullness(supports=0, named=0, preamble=0, paragraph=1, own_slides=False),
    "standard": Fullness(supports=2, named=5, preamble=3, paragraph=2, own_slides=False),
    "full": Fullness(supports=2, named=8, preamble=4, paragraph=None, own_slides=True),
}

SHORT = 100
"""A sub-point with less text than this is supported by one point, not two."""


def title_of(section: Section) -> Passage:
    """The heading with its number, as the title of a slide; its first clauses if it is long."""
    return headline(section.text) or headline(section.heading) or section.text


def heading_of(section: Section) -> Passage:
    """The heading without its number; of a bare marker, the first clause of its text."""
    if section.heading:
        return headline(section.heading) or section.heading
    for passage in told(section.body):
        if words := headline(passage):
            return words
    return section.text


def heading_told(section: Section) -> tuple[Passage, ...]:
    """The heading where a slide cannot show all of it, for the notes."""
    shown = heading_of(section)
    full = section.heading or EMPTY
    return (section.text,) if len(full.rstrip("。.；;：:，, ")) > len(shown) else ()


def head_of(section: Section, *, marked: bool, level: int = 1) -> Point:
    return Point(
        heading_of(section),
        min(level, DEEPEST),
        "head",
        marker=section.marker if marked or not section.heading else None,
        why="heading",
    )


def told_of(section: Section, *, inside: bool = False) -> tuple[Passage, ...]:
    """All text of a section in order; its own heading only where no slide shows it whole."""
    own = (section.text,) if inside else heading_told(section)
    below = (passage for child in section.children for passage in told_of(child, inside=True))
    return (*own, *told(section.body), *below)


def section_slides(section: Section, detail: Detail, *, marked: bool) -> tuple[Slide, ...]:
    """The slides of a top-level section, without its divider; empty if it has nothing to show."""
    fullness = FULLNESS[detail]
    title = title_of(section)
    own: list[Slide] = []
    parts = list(_preamble(section, fullness))
    for child in section.children:
        slides = _own_slides(child, section, fullness, marked=marked)
        own.extend(slides)
        parts.append(_summary(child, fullness, marked=marked, has_slide=bool(slides)))
    notes, points = gathered(parts)
    notes = (*_title_told(section, title), *notes)
    found: list[Slide] = []
    if points:
        found.append(Bullets(title, points, notes=notes))
        notes = ()
    found.extend(exhibit_slides(section.body, title, None))
    if not fullness.own_slides:
        found.extend(slide for child in section.children for slide in _exhibits_below(child, title))
    return tuple([*with_notes_first(found, notes), *own])


def _title_told(section: Section, title: Passage) -> tuple[Passage, ...]:
    """The whole heading where the title could not hold it."""
    return (section.text,) if len(title) < len(section.text.rstrip("。.；;：:，, ")) else ()


def with_notes_first(slides: Sequence[Slide], notes: tuple[Passage, ...]) -> tuple[Slide, ...]:
    """*slides* with *notes* said before all else."""
    if not slides or not notes:
        return tuple(slides)
    first, *others = slides
    return (replace(first, notes=notes + first.notes), *others)


def _preamble(section: Section, fullness: Fullness) -> Iterator[Part]:
    """The text between the heading and the first sub-point, or all of it if there is none."""
    heading = section.heading.text
    if not section.children:
        yield from parts_of(section.body, most=fullness.paragraph, heading=heading)
        return
    if fullness.preamble and section.body:
        yield Part(
            best_points(section.body, fullness.preamble, heading=heading), told(section.body)
        )
    else:
        yield Part(told=told(section.body))


def _summary(section: Section, fullness: Fullness, *, marked: bool, has_slide: bool) -> Part:
    """A sub-point on its section's slide: its heading with what supports it."""
    head = head_of(section, marked=marked)
    if has_slide:
        return Part((head,), ())
    supports = supports_of(section, fullness, level=head.level + 1)
    supports = tuple(p for p in supports if str(p.passage) != str(head.passage))
    return Part((head, *supports), told_of(section))


def supports_of(section: Section, fullness: Fullness, *, level: int) -> tuple[Point, ...]:
    """What stands under a sub-point's heading: what its text sets out itself, else its best
    clauses."""
    if not fullness.named:
        return ()
    if section.children:
        return tuple(Point(heading_of(child), level, why="heading") for child in section.children)[
            : fullness.named
        ]
    for block in section.body:
        if isinstance(block, ListBlock) and block.items:
            items = [
                part.points[0] for part in parts_of((block,), most=1, level=level) if part.points
            ]
            return tuple(p for p in items if p.level == level)[: fullness.named]
    paragraphs = [block.passage for block in section.body if isinstance(block, Paragraph)]
    leads = [lead for passage in paragraphs if (lead := lead_sentence(passage)[0])]
    if len(leads) >= 2 and len(leads) * 2 >= len(paragraphs):
        return tuple(Point(lead, level, why="lead") for lead in leads)[: fullness.named]
    heading = section.heading.text or heading_of(section).text
    length = sum(map(len, paragraphs))
    if len(paragraphs) == 1 and (counted := counted_points(paragraphs[0], level=level)):
        items = [p for p in counted if p.role == "point"]
        return tuple(Point(p.passage, level, why=p.why) for p in items)[: fullness.named]
    return best_points(
        section.body, fullness.supports if length > SHORT else 1, heading=heading, level=level
    )


def _own_slides(
    section: Section, parent: Section, fullness: Fullness, *, marked: bool
) -> tuple[Slide, ...]:
    """The slide of a sub-point with its key points; none if it has nothing but its heading."""
    if not fullness.own_slides:
        return ()
    title = title_of(section)
    kicker = heading_of(parent)
    parts = [*parts_of(section.body, most=fullness.paragraph, heading=section.heading.text)]
    if not section.heading and parts and len(parts[0].points) == 1 and not section.children:
        return ()  # an article of one line is whole on the overview
    for child in section.children:
        head = head_of(child, marked=marked)
        supports = supports_of(child, fullness, level=2)
        parts.append(Part((head, *supports), told_of(child)))
    notes, points = gathered(parts)
    notes = (*_title_told(section, title), *notes)
    slides: list[Slide] = []
    if points:
        slides.append(Bullets(title, points, kicker=kicker, notes=notes))
        notes = ()
    slides.extend(exhibit_slides(section.body, title, kicker))
    slides.extend(s for child in section.children for s in _exhibits_below(child, title))
    return with_notes_first(slides, notes)


def _exhibits_below(section: Section, kicker: Words) -> Iterator[Slide]:
    for inner in section.walk():
        yield from exhibit_slides(inner.body, title_of(inner), kicker)


def exhibit_slides(
    blocks: Iterable[Block], heading: Words, kicker: Words | None
) -> tuple[Slide, ...]:
    """A slide for each table and picture; titled by its caption, else by what stands over it."""
    slides: list[Slide] = []
    for exhibit in exhibits(blocks):
        over = kicker if not exhibit.caption else heading
        title = exhibit.caption or heading
        match exhibit:
            case Table():
                slides.append(TableSlide(title, exhibit, kicker=over))
            case Picture():
                slides.append(PictureSlide(title, exhibit, kicker=over))
    return tuple(slides)


def divider_of(section: Section) -> Divider:
    return Divider(heading_of(section), marker=bare_number(section.marker))


def bare_number(marker: str | None) -> str | None:
    """`一` of `一、` and `（一）`, `1` of `1.`; None where the marker has no number."""
    if marker is None:
        return None
    number = marker.strip(" \u3000、，,.．:：()（）").removesuffix("、")
    if number.startswith("第") and len(number) > 2 and number[-1] in "编章节部分条篇":
        number = number[1:-1]
    return number if any(map(str.isalnum, number)) else None

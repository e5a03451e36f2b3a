"""After-matter: the list of attachments and a glossary on slides, everything else to the last
notes."""

from __future__ import annotations

from msgspec import Struct

from slidegen.deck import Bullets, Point, Slide
from slidegen.document import Block, Heading, ListBlock, Paragraph
from slidegen.passage import Label, Passage, Words
from slidegen.patterns import compiled
from slidegen.planning.enumerating import enumeration
from slidegen.planning.exhibiting import exhibit_slides
from slidegen.planning.fullness import Fullness
from slidegen.planning.glossary import glossary
from slidegen.planning.headlines import headline
from slidegen.planning.parts import exhibits, told, with_next
from slidegen.point import Part

ATTACHMENTS = compiled(r"(附\s*[件录表]|Attachments?|Annex(?:es)?|Enclosures?)\s*[:：]?\s*")
NUMBERED = compiled(r"\s*\d{1,2}\s*[.．、]\s*(?!\d)")
LONGEST_ENTRY = 60


class Appendix(Struct, frozen=True):
    slides: tuple[Slide, ...]
    untold: tuple[Passage, ...]
    """What no slide of the appendix holds."""


def abridged_after_matter(blocks: tuple[Block, ...], fullness: Fullness) -> tuple[Block, ...]:
    """*blocks* in parts: a list of attachments and a glossary with their headings, all other
    text without points."""
    found: list[Block] = []
    rest = list(blocks)
    while rest:
        title, points, used = _glossary(rest, fullness) or _attachments(rest)
        if len(points) >= 2:
            found += (Heading(title, 1, "markdown"), Part(points, told(rest[:used])))
        else:
            used = 1
            if texts := told(rest[:1]):
                found.append(Part(told=texts))
            found.extend(exhibits(rest[:1]))
        del rest[:used]
    return tuple(found)


def make_appendix(blocks: tuple[Block, ...], label: Label) -> Appendix:
    """The appendix of a condensed outline."""
    slides: list[Slide] = []
    untold: list[Passage] = []
    title: Words = label
    for block, following in with_next(blocks):
        match block:
            case Heading(passage) if isinstance(following, Part):
                title = passage
                continue
            case Part((), texts):
                untold.extend(texts)
            case Part(points, texts):
                slides.append(Bullets(title, points, notes=texts))
            case _:
                untold.extend(told((block,)))
        title = label
    slides.extend(exhibit_slides(blocks, label, None))
    return Appendix(tuple(slides), tuple(untold))


def _glossary(
    blocks: list[Block], fullness: Fullness
) -> tuple[Passage, tuple[Point, ...], int] | None:
    found = glossary(blocks)
    if found is None or (fullness.glossary is not None and found.terms > fullness.glossary):
        return None
    return found.title, found.points, found.used


def _attachments(blocks: list[Block]) -> tuple[Passage, tuple[Point, ...], int]:
    """The list of attachments that *blocks* begin with: title, entries, and blocks used."""
    first = blocks[0]
    match = ATTACHMENTS.match(first.passage.text) if isinstance(first, Paragraph) else None
    if not isinstance(first, Paragraph) or match is None:
        return Passage(), (), 0
    title = first.passage[: match.end(1)]
    rest = first.passage[match.end() :]
    points: list[Point] = []
    if counted := enumeration(rest.text):
        points.extend(
            Point(headline(rest[item.start : item.end]), why="item") for item in counted.items
        )
    elif rest:
        points.append(_entry(rest))
    used = 1
    for block in blocks[1:]:
        if (
            isinstance(block, Paragraph)
            and NUMBERED.match(block.passage.text)
            and len(block.passage) <= LONGEST_ENTRY
        ):
            points.append(_entry(block.passage))
        elif isinstance(block, ListBlock) and not points:
            points.extend(Point(headline(text), why="item") for text in told((block,)))
        else:
            break
        used += 1
    return title, tuple(p for p in points if p.passage), used


def _entry(passage: Passage) -> Point:
    match = NUMBERED.match(passage.text)
    return Point(headline(passage[match.end() :] if match else passage), why="item")

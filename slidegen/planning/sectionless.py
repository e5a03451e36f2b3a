"""A document without sections, a speech above all: which paragraphs share a slide, and its title.

A speaker who has no headings says what comes next all the same: `Let me turn to the docks`,
`First, …`, or a short sentence with which a paragraph opens. A slide begins there, and has
that for its title. Where nothing of the kind is said, slides are about equally full, and the
weightiest short statement of each is its title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidegen.deck import Bullets, Point, Slide
from slidegen.outline import Outline
from slidegen.passage import EMPTY, Passage, Words
from slidegen.patterns import compiled
from slidegen.planning.clauses import is_chinese, sentences
from slidegen.planning.condensing import LEAST, possible
from slidegen.planning.exhibiting import exhibit_slides
from slidegen.planning.headlines import headline, lead_sentence
from slidegen.planning.labels import Labels
from slidegen.planning.parts import gathered, parts_in
from slidegen.point import Part

POINTS_A_SLIDE = 6
"""About how many points of a text without headings go under one title."""
FEWEST = 2
"""No slide is begun before its forerunner has so many; nor is a title taken off fewer."""
LONGEST_TITLE = 28
LONGEST_ENGLISH_TITLE = 70

SIGNPOST = compiled(
    r"(?i)^(?:(?:and|so|but|now),? )*(?:let (?:me|us) (?:now |also |first )?(?:start|begin|turn|"
    r"move|talk|"
    r"speak|say a (?:few )?words?)|(?:let me |I )?(?:now )?turn(?:ing)? (?:now )?to|"
    r"I (?:want|would like|wish) to (?:talk|turn|speak|begin|start)|my (?:first|second|third|"
    r"final|last|"
    r"next) |the (?:first|second|third|final|last|next) |first(?:ly)?,|second(?:ly)?,|"
    r"third(?:ly)?,|"
    r"fourth(?:ly)?,|fifth(?:ly)?,|finally,|lastly,|next,)"
)
"""How an English speaker announces the next thing."""
COUNTS = compiled(r"(?i)(?:(?:and|but) )?(?:first|second|third|fourth|fifth|finally|lastly)\w*,")
ABOUT_SPEAKER = compiled(r"I\b")
"""How a sentence begins that is no title."""
COURTESIES = compiled(r"(?i)\b(?:thank|welcom|congratulat|honou?r)")
"""What the first words of a speech are for; no topic."""


class Group(Struct, frozen=True):
    """The parts of one slide."""

    parts: tuple[Part, ...]
    topic: Passage = EMPTY
    """What its first part says that it is about; empty if it does not."""

    @property
    def size(self) -> int:
        """How many points it shows below its title."""
        points = [point for part in self.parts for point in part.points]
        is_title = bool(points and self.topic) and _says_same(points[0].passage, self.topic)
        return len(points) - is_title

    def with_part(self, part: Part, topic: Passage) -> Group:
        """With *part*, whose *topic* is the slide's where no point stands before it.

        What stands before `First, …` only announces it, and is said, not shown.
        """
        counts = COUNTS.match(topic.text) is not None
        if counts and not self.topic:
            announcing = tuple(Part(told=earlier.told) for earlier in self.parts)
            return Group((*announcing, part), topic)
        is_first = bool(topic) and self.size == 0 and not counts
        return Group((*self.parts, part), topic if is_first else self.topic)


def sectionless_slides(outline: Outline, labels: Labels, *, used: str) -> tuple[Slide, ...]:
    """The slides of a document without sections.

    *used* is the title of the cover, which no slide after it repeats.
    """
    slides: list[Slide] = []
    titles = {used}
    for group in _groups(parts_in(outline.opening)):
        notes, points = gathered(group.parts)
        if points:
            title, points = _titled(group, points, titles)
            titles.add(str(title))
            slides.append(Bullets(title or labels.body, points, notes=notes))
    slides.extend(exhibit_slides(outline.opening, outline.title or labels.body, None))
    return tuple(slides)


# Which paragraphs share a slide


def _groups(parts: Sequence[Part]) -> tuple[Group, ...]:
    """*parts* in groups of several points each, begun where a topic is."""
    total = sum(len(part.points) for part in parts)
    enough = total / max(1, -(-total // POINTS_A_SLIDE))
    groups = [Group(())]
    for part in parts:
        topic = _topic(part)
        if _begins(groups[-1], part, topic, enough):
            groups.append(Group((part,), topic))
        else:
            groups[-1] = groups[-1].with_part(part, topic)
    *before, last = groups
    if before and last.size < FEWEST:
        return (*before[:-1], replace(before[-1], parts=before[-1].parts + last.parts))
    return tuple(groups)


def _begins(group: Group, part: Part, topic: Passage, enough: float) -> bool:
    """Whether *part* begins a slide of its own after *group*."""
    if group.size < FEWEST:
        return False
    is_overfull = group.size + len(part.points) > POINTS_A_SLIDE + 1
    if COUNTS.match(group.topic.text):
        return is_overfull or bool(topic)  # it goes on up to `Second, …`
    is_thought = len(part.points) >= FEWEST and group.size > FEWEST
    is_full = is_overfull or group.size >= enough
    return bool(topic) or (bool(part.points) and (is_thought or is_full))


def _topic(part: Part) -> Passage:
    """What the first paragraph of *part* says that it is about, short enough for a title."""
    text = part.told[0] if part.told else EMPTY
    if lead := lead_sentence(text)[0]:
        return lead if len(lead) <= _longest(lead.text) else EMPTY
    if SIGNPOST.match(text.text):
        first, *_ = sentences(text.text)
        if COURTESIES.search(first.of(text.text)):
            return EMPTY
        return headline(text[first.start : first.end], LONGEST_ENGLISH_TITLE)
    return EMPTY


# What a slide is called


def _titled(
    group: Group, points: tuple[Point, ...], used: set[str]
) -> tuple[Words | None, tuple[Point, ...]]:
    """A title that no slide has yet, and *points* without what it says."""
    for title in _titles(group, points):
        if title and str(title) not in used:
            return title, _without(points, title)
    return None, points


def _titles(group: Group, points: Sequence[Point]) -> Iterator[Passage]:
    """What the slide may be called, best first."""
    yield group.topic
    shown = [p.passage for p in points if p.level == 1 and isinstance(p.passage, Passage)]
    for passage in shown[:1]:
        is_short = len(passage) <= _longest(passage.text)
        if len(points) > FEWEST and is_short and not ABOUT_SPEAKER.match(passage.text):
            yield passage
    yield from _statements(group)
    for passage in shown:
        yield headline(passage, _longest(passage.text))


def _statements(group: Group) -> Iterator[Passage]:
    """The short statements of its paragraphs that could be points: those that open a sentence
    first, then those of the first paragraphs, then the weightiest."""
    found = [
        (number, one, text)
        for number, part in enumerate(group.parts)
        for text in (part.told if part.points else ())
        for one in possible(text.text)
        if len(one.words) <= _longest(text.text) and one.weight >= LEAST
    ]
    found.sort(key=lambda f: (f[1].words[0].islower(), f[0], -f[1].weight))
    for _, one, text in found:
        if one.stands_alone:
            yield text[one.span.start : one.span.end]


def _longest(text: str) -> int:
    return LONGEST_TITLE if is_chinese(text) else LONGEST_ENGLISH_TITLE


def _without(points: tuple[Point, ...], title: Passage) -> tuple[Point, ...]:
    """*points* without that which *title* says; what stood under it stands by itself.

    The last point stays, since a slide is not left without any.
    """
    for number, point in enumerate(points):
        if len(points) > 1 and _says_same(point.passage, title):
            before, after = points[:number], points[number + 1 :]
            if point.role == "head":
                after = tuple(_raised(after))
            return _with_notes_at((*before, *after), number, point.notes)
    return points


def _says_same(words: Words, title: Passage) -> bool:
    if not isinstance(words, Passage) or words.place.line != title.place.line:
        return False
    return words.place.start < title.place.end and title.place.start < words.place.end


def _with_notes_at(
    points: tuple[Point, ...], taken: int, notes: tuple[Passage, ...]
) -> tuple[Point, ...]:
    """The notes of the point that was taken off go to its neighbour, in order."""
    kept = list(points)
    if taken == 0:
        kept[0] = replace(kept[0], notes=notes + kept[0].notes)
    else:
        kept[taken - 1] = replace(kept[taken - 1], notes=kept[taken - 1].notes + notes)
    return tuple(kept)


def _raised(points: Sequence[Point]) -> Iterator[Point]:
    """The points under a head that became the title stand by themselves."""
    raising = True
    for point in points:
        raising = raising and point.level > 1
        yield replace(point, level=point.level - 1) if raising else point

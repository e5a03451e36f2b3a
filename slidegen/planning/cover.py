"""The cover: the document's own facts, each of which the user may overrule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from slidegen.deck import Cover
from slidegen.options import Options
from slidegen.outline import Outline
from slidegen.passage import EMPTY, Label, Passage, Words
from slidegen.patterns import compiled
from slidegen.planning.headlines import headline
from slidegen.planning.labels import Labels
from slidegen.planning.logo import read_logo
from slidegen.planning.parts import told

SHORTEST_NAME = 6
"""Characters: shorter names of files (`讲话稿`) are in many a text and title none."""

COVER_LABEL = "cover label"
"""What outlining calls the part of a line that only says what the rest is."""

LABELLED = compiled(r"[^:：]{1,20}[:：]\s*\S")


def title_of_deck(outline: Outline, options: Options, labels: Labels) -> Words:
    """The user's title, else the document's, else its file's name where the document says
    it, too, else its first words."""
    if options.title:
        return Label(options.title)
    return outline.title or _name(outline) or _first_words(outline) or labels.untitled


def _name(outline: Outline) -> Passage:
    """The name of the file, in the document's own words."""
    if len(outline.name) < SHORTEST_NAME:
        return EMPTY
    for text in _texts(outline):
        at = text.text.find(outline.name)
        if at >= 0:
            return text[at : at + len(outline.name)]
    return EMPTY


def _first_words(outline: Outline) -> Passage:
    """What can stand for a title; a heading only where nothing else is said, since it is
    the title of another slide."""
    texts = (outline.occasion, *_texts(outline), *(s.heading for s in outline.walk()))
    return next((words for text in texts if (words := headline(text))), EMPTY)


def _texts(outline: Outline) -> Iterator[Passage]:
    yield from told(outline.opening)
    for section in outline.walk():
        yield from told(section.body)


def header_of(outline: Outline) -> tuple[Passage, ...]:
    """What the cover shows only in part or not at all, and no other slide says: the lines that
    say what they tell (`SUBJECT: …`), whole, and where the document was published."""
    labels = (dropped.passage for dropped in outline.dropped if dropped.reason == COVER_LABEL)
    lines = ((label.line, outline.lines[label.line - 1]) for label in labels if label.line)
    headers = tuple(
        Passage.of_line(text, number).strip()
        for number, text in lines
        if LABELLED.match(text.strip())
    )
    elsewhere = told((*outline.opening, *outline.closing, *outline.after_matter))
    if outline.source and not _is_cut_from(outline.source, (*headers, *elsewhere)):
        return (*headers, outline.source)
    return headers


def make_cover(outline: Outline, options: Options, labels: Labels) -> Cover:
    """The cover; facts of the document that it does not show go to its notes."""
    untold = [*outline.header]
    if options.title and outline.title:
        untold.append(outline.title)

    def fact(asked: str | None, found: Passage) -> Words | None:
        """An empty value asked for hides what the document says."""
        if asked is None:
            return found or None
        if found and not is_inside(found, outline.header):
            untold.append(found)
        return Label(asked) if asked else None

    date = EMPTY if is_inside(outline.date, (outline.occasion,)) else outline.date
    return Cover(
        title=title_of_deck(outline, options, labels),
        subtitle=fact(options.subtitle, outline.subtitle),
        occasion=outline.occasion or None,
        speaker=fact(options.speaker, outline.speaker),
        organisation=fact(options.organisation, outline.organisation),
        date=fact(options.date, date),
        classification=fact(options.classification, outline.classification),
        logo=read_logo(options.logo) if options.logo else None,
        notes=tuple(untold),
    )


def _is_cut_from(part: Passage, texts: Iterable[Passage]) -> bool:
    """Whether *part* is a piece of *texts* themselves, not of others in the same words."""
    others = [run for text in texts for run in text.runs]
    return all(
        any(
            run.line == other.line and other.start <= run.start and run.end <= other.end
            for other in others
        )
        for run in part.runs
    )


def is_inside(part: Passage, notes: Iterable[Passage]) -> bool:
    """Whether one of *notes* has the words of *part*, so that both would say them twice."""
    return any(part.text in note.text for note in notes)

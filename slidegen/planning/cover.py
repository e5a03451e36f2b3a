"""The cover: the document's own facts, each of which the user may overrule."""

from __future__ import annotations

from slidegen.deck import Cover
from slidegen.options import Options
from slidegen.outline import Outline
from slidegen.passage import EMPTY, Label, Passage, Words
from slidegen.planning.headlines import headline
from slidegen.planning.labels import Labels
from slidegen.planning.logo import read_logo
from slidegen.planning.parts import told


def title_of_deck(outline: Outline, options: Options, labels: Labels) -> Words:
    """The user's title, else the document's, else its file's name, else its first words."""
    if options.title:
        return Label(options.title)
    if not outline.title and outline.name:
        return Label(outline.name)
    return outline.title or _first_words(outline) or labels.untitled


def _first_words(outline: Outline) -> Passage:
    """What can stand for a title; the first heading only where nothing is said before it."""
    for text in (outline.occasion, *told(outline.opening)):
        if words := headline(text):
            return words
    return next((headline(s.heading) for s in outline.sections if s.heading), EMPTY)


def make_cover(outline: Outline, options: Options, labels: Labels) -> Cover:
    """The cover; facts of the document that it does not show go to its notes."""
    elsewhere = told((*outline.opening, *outline.closing, *outline.after_matter))
    said = any(_is_inside(outline.source, passage) for passage in elsewhere)
    untold = [outline.source] if outline.source and not said else []
    if options.title and outline.title:
        untold.append(outline.title)

    def fact(asked: str | None, found: Passage) -> Words | None:
        """An empty value asked for hides what the document says."""
        if asked is None:
            return found or None
        if found:
            untold.append(found)
        return Label(asked) if asked else None

    date = EMPTY if _is_inside(outline.date, outline.occasion) else outline.date
    return Cover(
        title=title_of_deck(outline, options, labels),
        subtitle=fact(options.subtitle, outline.subtitle),
        occasion=outline.occasion or None,
        speaker=fact(options.speaker, outline.speaker),
        organisation=fact(options.organisation, outline.organisation),
        date=fact(options.date, date),
        classification=Label(options.classification) if options.classification else None,
        logo=read_logo(options.logo) if options.logo else None,
        notes=tuple(untold),
    )


def _is_inside(part: Passage, whole: Passage) -> bool:
    """Whether *part* is cut from the words of *whole*, so that both would say it twice."""
    return all(
        any(
            run.line == other.line and other.start <= run.start and run.end <= other.end
            for other in whole.runs
        )
        for run in part.runs
    )

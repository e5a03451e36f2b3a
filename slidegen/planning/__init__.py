"""An outline to a deck: what each slide says, in the order in which it is said.

Planning decides what belongs together; how much of it fits on a page is for
arranging to say. Every passage of the outline is on a slide or in the notes of one.
"""

from __future__ import annotations

from msgspec.structs import replace

from slidegen.deck import Deck, Slide
from slidegen.notices import Report, ignore
from slidegen.options import Options
from slidegen.outline import Outline
from slidegen.passage import Label, Words
from slidegen.planning.abridging import condensed as condensed
from slidegen.planning.chapters import Chapter, chapters_of
from slidegen.planning.choosing import chosen_kind
from slidegen.planning.choosing.quotes import has_few_quotes, with_quotes
from slidegen.planning.cover import title_of_deck
from slidegen.planning.figures import with_figures
from slidegen.planning.labels import LABELS
from slidegen.planning.speaking import noted
from slidegen.planning.typography import mended_slide, mended_words

AS_THE_DOCUMENT_SAYS = Options()


def plan(
    outline: Outline, options: Options = AS_THE_DOCUMENT_SAYS, *, report: Report = ignore
) -> Deck:
    """The deck of *outline*. Raises OptionError for a logo that is no picture.

    Planning gives nothing up, so there is nothing that it has to *report*.
    """
    outline = condensed(outline, options.detail)
    language = options.language or outline.language
    labels = LABELS[language]
    title = _finished_words(title_of_deck(outline, options, labels), options)
    known = None if title == labels.untitled else title
    planned = chapters_of(outline, options, labels)
    apart = has_few_quotes(slide for chapter in planned for slide in chapter.slides)
    chapters = [_finished(chapter, options, quotes_apart=apart) for chapter in planned]
    return Deck(
        slides=tuple(
            replace(slide, section=number)
            for number, chapter in enumerate(chapters)
            for slide in chapter.slides
        ),
        sections=tuple(chapter.name for chapter in chapters),
        language=language,
        title=str(known or ""),
        author=_author(outline, options),
        footer=known if options.footer is None else _label(options.footer),
        continued=labels.continued,
    )


def _author(outline: Outline, options: Options) -> str:
    """Who speaks, or whose document it is; empty if neither the user nor the source says so."""
    named = (options.speaker, outline.speaker, options.organisation, outline.organisation)
    return next((str(name) for name in named if name), "")


def _label(words: str) -> Label | None:
    return Label(words) if words else None


def _finished(chapter: Chapter, options: Options, *, quotes_apart: bool) -> Chapter:
    """With each slide as the kind that suits it, and the notes and the punctuation that were
    asked for."""
    slides = tuple(
        _finished_slide(part, options)
        for slide in chapter.slides
        for part in with_quotes(slide, apart=quotes_apart)
    )
    return Chapter(_finished_words(chapter.name, options), slides)


def _finished_slide(slide: Slide, options: Options) -> Slide:
    kept = noted(chosen_kind(with_figures(slide)), options.notes)
    return mended_slide(kept) if options.typography == "fix" else kept


def _finished_words(words: Words, options: Options) -> Words:
    return mended_words(words) if options.typography == "fix" else words

"""A theme at a glance: the deck of our specimen, with the slides that no one deck has.

A deck has a full cover or a bare one, dividers or an agenda that comes again; whoever looks at
a theme wants to see both.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from slidegen.arranging import arrange
from slidegen.deck import Agenda, Cover, Deck, Divider, Slide
from slidegen.messages import Tongue
from slidegen.options import Aspect
from slidegen.pipeline import stages
from slidegen.specimen import specimen
from slidegen.theme_file import read_theme_file
from slidegen.theme_folders import find_theme
from slidegen.writing.pptx import write_pptx


def shown_theme(name: str, aspect: Aspect) -> bytes:
    """The file of the specimen in that theme, a name or a folder, and in its own language.

    Raises ThemeError.
    """
    language = read_theme_file(find_theme(name)).language
    tongue: Tongue = "zh" if language.startswith("zh") else "en"
    made = stages(specimen(tongue), theme=name, aspect=aspect)
    return write_pptx(arrange(every_form(made.deck), made.theme), made.theme)


def every_form(deck: Deck) -> Deck:
    """*deck* with a bare cover behind the full one, the agenda with its first section lit, and
    that section's divider."""
    return replace(deck, slides=tuple(_with_others(deck.slides)))


def _with_others(slides: tuple[Slide, ...]) -> Iterator[Slide]:
    for slide in slides:
        yield slide
        if isinstance(slide, Cover):
            yield Cover(slide.title, section=slide.section)
        if isinstance(slide, Agenda):
            first = slide.entries[0]
            yield replace(slide, current=first.section, notes=(), section=first.section)
            yield Divider(first.words, first.marker, section=first.section)

"""A deck to scenes: what stands where, at which size, on which page.

Only here is text measured, so only here is it split over pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import assert_never

from msgspec.structs import replace

from slidegen.arranging.agenda import arrange_agenda, linked
from slidegen.arranging.bullets import arrange_bullets
from slidegen.arranging.cards import arrange_cards
from slidegen.arranging.chart import arrange_chart
from slidegen.arranging.closing import arrange_closing
from slidegen.arranging.code import arrange_code
from slidegen.arranging.columns import arrange_columns
from slidegen.arranging.cover import arrange_cover
from slidegen.arranging.divider import arrange_divider
from slidegen.arranging.evenness import common_sizes, telling
from slidegen.arranging.figures import arrange_figures
from slidegen.arranging.page import Setting, footer
from slidegen.arranging.phrasing import phrasing_of
from slidegen.arranging.picture import arrange_picture
from slidegen.arranging.quote import arrange_quote
from slidegen.arranging.table import arrange_table
from slidegen.arranging.timeline import arrange_timeline
from slidegen.deck import (
    Agenda,
    Bullets,
    Cards,
    ChartSlide,
    Closing,
    CodeSlide,
    Cover,
    Deck,
    Divider,
    KeyFigures,
    Page,
    PictureSlide,
    QuoteSlide,
    Slide,
    TableSlide,
    Timeline,
    TwoColumns,
)
from slidegen.notices import Report, ignore
from slidegen.scene import Scene, Scenes
from slidegen.theme import Theme


def arrange(deck: Deck, theme: Theme, *, report: Report = ignore) -> Scenes:
    """Every page of *deck* as *theme* has it.

    What had to be continued on a next page, or is only in the notes, is reported.
    """
    setting = Setting(deck, theme, phrasing_of(deck), report)
    quiet = replace(setting, report=ignore)
    each = (scene for pages in _pages(telling(deck.slides), quiet) for scene in pages)
    setting = replace(setting, largest=common_sizes(each, theme))
    arranged = list(_pages(deck.slides, setting))
    # Only when every slide has its pages is it known where the agenda's lines lead to.
    leads_to = _first_scenes(arranged)
    scenes = (
        linked(scene, leads_to) if isinstance(slide, Agenda) else scene
        for slide, pages in zip(deck.slides, arranged, strict=True)
        for scene in pages
    )
    return Scenes(
        scenes=tuple(scenes),
        sections=tuple(str(section) for section in deck.sections),
        language=deck.language,
        title=deck.title,
        author=deck.author,
        footer=footer(setting),
    )


def _pages(slides: Sequence[Slide], setting: Setting) -> Iterator[tuple[Scene, ...]]:
    """The pages of each slide; those under a title that its section has had are continued."""
    had: Counter[tuple[int | None, str]] = Counter()
    for slide in slides:
        match slide:
            case _ if isinstance(slide, Page):
                title = (slide.section, str(slide.title))
                pages = _arranged(slide, replace(setting, pages_before=had[title]))
                had[title] += sum(page.kind != "quote" for page in pages)
            case _:
                pages = _arranged(slide, setting)
        yield pages


def _arranged(slide: Slide, setting: Setting) -> tuple[Scene, ...]:
    match slide:
        case Cover():
            return arrange_cover(slide, setting)
        case Agenda():
            return arrange_agenda(slide, setting)
        case Divider():
            return arrange_divider(slide, setting)
        case Bullets():
            return arrange_bullets(slide, setting)
        case TableSlide():
            return arrange_table(slide, setting)
        case PictureSlide():
            return arrange_picture(slide, setting)
        case Cards():
            return arrange_cards(slide, setting)
        case KeyFigures():
            return arrange_figures(slide, setting)
        case TwoColumns():
            return arrange_columns(slide, setting)
        case Timeline():
            return arrange_timeline(slide, setting)
        case ChartSlide():
            return arrange_chart(slide, setting)
        case QuoteSlide():
            return arrange_quote(slide, setting)
        case CodeSlide():
            return arrange_code(slide, setting)
        case Closing():
            return arrange_closing(slide, setting)
        case _:
            assert_never(slide)


def _first_scenes(arranged: list[tuple[Scene, ...]]) -> dict[int, int]:
    """The index of the first scene of each section; an agenda shown again is not one."""
    first: dict[int, int] = {}
    scenes = (scene for group in arranged for scene in group)
    for index, scene in enumerate(scenes):
        if scene.section is not None and scene.kind != "agenda":
            first.setdefault(scene.section, index)
    return first

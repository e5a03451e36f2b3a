"""Words that stand by themselves, large; the heading that they stand under small above them."""

from __future__ import annotations

from slidegen.arranging.bullets import arrange_bullets, as_bullets
from slidegen.arranging.page import Setting, single_line
from slidegen.arranging.setting import Headline, headline
from slidegen.deck import Point, QuoteSlide
from slidegen.scene import Fit, Scene


def arrange_quote(slide: QuoteSlide, setting: Setting) -> tuple[Scene, ...]:
    """The words are the slide's title, so that no two slides have the same."""
    layout = setting.theme.layout("quote")
    place = layout.slot("title")
    words = headline(str(slide.words), place, setting.phrasing)
    source = single_line(slide.source, layout.slot("source")) if slide.source else ()
    if words.rest or (slide.source and not source):
        return arrange_bullets(as_bullets(slide), setting)
    shown = Headline(words.lines, words.step, words=slide.words)
    height = words.step.pitches[0] * len(words.lines)
    return (
        Scene(
            kind="quote",
            layout="quote",
            title=shown.text,
            items=(
                shown.item(place),
                *single_line(slide.title, layout.slot("kicker")),
                *source,
            ),
            notes=slide.notes,
            section=slide.section,
            points=(Point(slide.words),),
            fit=Fit(size=words.step.sizes[0], fill=round(height.ratio(place.area.height), 3)),
        ),
    )

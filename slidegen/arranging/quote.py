"""Words that stand by themselves, large."""

from __future__ import annotations

from slidegen.arranging.bullets import arrange_bullets, as_bullets
from slidegen.arranging.page import Setting
from slidegen.deck import QuoteSlide
from slidegen.scene import Scene


def arrange_quote(slide: QuoteSlide, setting: Setting) -> tuple[Scene, ...]:
    return arrange_bullets(as_bullets(slide), setting)

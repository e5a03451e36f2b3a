"""Numbers set large, with the points that they are from beside them."""

from __future__ import annotations

from slidegen.arranging.bullets import arrange_bullets, as_bullets
from slidegen.arranging.page import Setting
from slidegen.deck import KeyFigures
from slidegen.scene import Scene


def arrange_figures(slide: KeyFigures, setting: Setting) -> tuple[Scene, ...]:
    return arrange_bullets(as_bullets(slide), setting)

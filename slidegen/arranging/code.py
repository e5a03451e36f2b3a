"""Lines of code under a title."""

from __future__ import annotations

from slidegen.arranging.bullets import arrange_bullets, as_bullets
from slidegen.arranging.page import Setting
from slidegen.deck import CodeSlide
from slidegen.scene import Scene


def arrange_code(slide: CodeSlide, setting: Setting) -> tuple[Scene, ...]:
    return arrange_bullets(as_bullets(slide), setting)

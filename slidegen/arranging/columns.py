"""A contrast in two columns."""

from __future__ import annotations

from slidegen.arranging.bullets import arrange_bullets, as_bullets
from slidegen.arranging.page import Setting
from slidegen.deck import TwoColumns
from slidegen.scene import Scene


def arrange_columns(slide: TwoColumns, setting: Setting) -> tuple[Scene, ...]:
    return arrange_bullets(as_bullets(slide), setting)

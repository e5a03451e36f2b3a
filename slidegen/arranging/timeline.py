"""Phases along a line, in the order of time."""

from __future__ import annotations

from slidegen.arranging.bullets import arrange_bullets, as_bullets
from slidegen.arranging.page import Setting
from slidegen.deck import Timeline
from slidegen.scene import Scene


def arrange_timeline(slide: Timeline, setting: Setting) -> tuple[Scene, ...]:
    return arrange_bullets(as_bullets(slide), setting)

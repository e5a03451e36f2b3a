"""Equals side by side, each on a card."""

from __future__ import annotations

from slidegen.arranging.bullets import arrange_bullets, as_bullets
from slidegen.arranging.page import Setting
from slidegen.deck import Cards
from slidegen.scene import Scene


def arrange_cards(slide: Cards, setting: Setting) -> tuple[Scene, ...]:
    return arrange_bullets(as_bullets(slide), setting)

"""How often a process of ours looks for garbage, of which making decks leaves next to none."""

from __future__ import annotations

import gc

SELDOM = 50_000
"""New objects between two searches, of which Python makes one every 700: what a deck is made of
grows until it is written."""


def search_seldom() -> None:
    gc.set_threshold(SELDOM)


def search_no_more() -> None:
    """For the end of a process: Python would look through all that is left, several times."""
    gc.freeze()

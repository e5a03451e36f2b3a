"""Documents of our own whose decks show every kind of slide, to look at a theme by."""

from __future__ import annotations

from pathlib import Path

from slidegen.messages import Tongue


def specimen(tongue: Tongue) -> Path:
    """The document in that language; its picture lies beside it."""
    return Path(__file__).parent / f"specimen.{tongue}.md"

"""Documents of our own whose decks show every kind of slide, to look at a theme by."""

from __future__ import annotations

from pathlib import Path

from slidegen.outline import Language


def specimen(language: Language) -> Path:
    """The document in the language of a theme; its pictures lie beside it."""
    tongue = "zh" if language.startswith("zh") else "en"
    return Path(__file__).parent / f"specimen.{tongue}.md"

"""Which of the markers before paragraphs are bullets, and how one looks without its font."""

from __future__ import annotations

from unicodedata import category


def is_symbol(text: str) -> bool:
    """Whether all of *text* is symbols, those in the private use of a symbol font included."""
    return all(category(sign) in ("So", "Co", "Mn", "Cf") for sign in text)


def bullet(text: str) -> str:
    """*text* if it looks the same in any font, else a dot: Wingdings has ● for the letter l."""
    is_seen = len(text) == 1 and not text.isalnum() and category(text) != "Co"
    return text if is_seen else "•"

"""What makes a point worth a slide, language by language: the tables that condensing goes by.

To teach it something, add a line to the table of its language; the code knows no words.
"""

from __future__ import annotations

from slidegen.planning.clauses import is_chinese
from slidegen.planning.manners.chinese import CHINESE
from slidegen.planning.manners.english import ENGLISH
from slidegen.planning.manners.manner import Manner, Weight

__all__ = ["CHINESE", "ENGLISH", "Manner", "Weight", "manner_of"]


def manner_of(text: str) -> Manner:
    """The manner of the language that *text* is in, whatever its document's is."""
    return CHINESE if is_chinese(text) else ENGLISH

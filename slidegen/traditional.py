"""Simplified characters that stand for traditional ones where words are only compared.

Rules about wording name their words in simplified characters; folding lets them hold for
documents from Hong Kong, Macao and Taiwan as well. A text is as long folded as before, so
that what is found at an offset stands at the same offset of the source. Nothing folded is
ever shown.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from slidegen.patterns import compiled

TABLE = Path(__file__).with_suffix(".txt")
"""Two lines, made by `scripts/build_traditional.py`: characters, and what stands for each."""

TRADITIONAL, SIMPLIFIED = TABLE.read_text(encoding="utf-8").split()
TO_SIMPLIFIED: dict[int, int] = str.maketrans(TRADITIONAL, SIMPLIFIED)
IS_TRADITIONAL = compiled(f"[{TRADITIONAL}]")
"""Most texts have none, and to look for one takes a tenth of what exchanging takes."""

WORDS = (("计画", "计划"), ("规画", "规划"), ("企画", "企划"), ("筹画", "筹划"))
"""Words that are written otherwise in Taiwan, folded, with what they are in the rules."""


@lru_cache(maxsize=256)
def simplified(text: str) -> str:
    """*text* at the same length, in the characters and the spelling of the rules."""
    if IS_TRADITIONAL.search(text):
        text = text.translate(TO_SIMPLIFIED)
    for word, usual in WORDS:
        text = text.replace(word, usual)
    return text

"""Which picture or table a caption names.

Pictures have theirs below and tables above, unless there is nothing there to name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from slidegen.patterns import compiled
from slidegen.reading.flowing.pieces import Grid, Piece, Shown, Text

FIGURE = compiled(r"[图圖]|fig|abb|chart|image|photo|照片", re.IGNORECASE)
TABLE = compiled(r"表|tab", re.IGNORECASE)
"""How a caption begins, in Chinese and in the languages of Europe."""


def captions(pieces: Sequence[Piece]) -> dict[int, int]:
    """The position of each caption, by that of the picture or table that it names."""
    found: dict[int, int] = {}
    for index, piece in enumerate(pieces):
        if not isinstance(piece, Text) or piece.role != "caption":
            continue
        for place, kinds in _places(index, piece.words):
            is_there = 0 <= place < len(pieces) and isinstance(pieces[place], kinds)
            if is_there and place not in found:
                found[place] = index
                break
    return found


def _places(index: int, words: str) -> tuple[tuple[int, tuple[type, ...]], ...]:
    """Where what a caption at *index* names may stand, the likeliest first."""
    above, below = index - 1, index + 1
    if FIGURE.match(words.strip()):
        return ((above, (Shown, Grid)), (below, (Shown,)))
    if TABLE.match(words.strip()):
        return ((below, (Grid,)), (above, (Grid, Shown)))
    return ((above, (Shown,)), (below, (Grid,)), (above, (Grid,)), (below, (Shown,)))


def caption_of(pieces: Sequence[Piece], named: Mapping[int, int], index: int) -> Text | None:
    """What names the piece at *index*, of the captions in *named*."""
    found = pieces[named[index]] if index in named else None
    return found if isinstance(found, Text) else None

"""The shape of a language's table: what makes a point of it worth a slide."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from slidegen.patterns import compiled


class Weight(Struct, frozen=True):
    why: str
    """The reason in a word; a chosen point carries that of its heaviest."""
    value: float
    pattern: re.Pattern[str]
    """Looked for anywhere in the candidate."""


NOTHING = compiled(r"(?!)")


class Manner(Struct, frozen=True, kw_only=True, eq=False):
    """How points are chosen in one language. Lengths are in characters.

    What it says of joining clauses is for a language whose clauses are parted by their marks;
    English sentences are cut otherwise (see `english`).
    """

    shortest: int
    longest: int
    lengths: tuple[tuple[int, float], ...]
    """Weight of a length: that of the first entry that is not shorter."""
    joined: int = 0
    """How long clauses may become by joining."""
    joins: tuple[tuple[bool, float], ...] = ()
    """Weight of joining, by whether the clauses are alike: all measures, or all figures."""
    weights: tuple[Weight, ...]
    never: tuple[re.Pattern[str], ...]
    """What cannot stand alone, whatever its weight."""
    completes: re.Pattern[str] = NOTHING
    """How a clause begins without which the one before it is not whole: 就……, 才……."""
    governs: re.Pattern[str] = NOTHING
    """A clause that says when or on what condition the next one holds: 到2030年底, 如果……."""
    ungoverned: float = 0.0
    """Weight of being cut off from such a clause."""
    halves: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    """Pairs of which neither may stand without the other."""
    follows: float = 0.0
    """Weight of each clause that stands before it in its part of the sentence."""
    later: float
    """Weight of not being in the first sentence, where the argument is only opened."""
    echo: float
    """Weight of a candidate all of whose words are in the heading; less in proportion."""
    least: float = 0.3
    """What weighs less is no point, even of a paragraph that is shown fully."""
    clause: float = 0.0
    """Weight of each clause that a candidate takes in, whatever it says, ..."""
    each: Mapping[str, float] = field(default_factory=dict)
    """... and of each of its signs, by their `why`: beside the weight of the candidate as a whole,
    so that of two clauses each has to be worth its room."""

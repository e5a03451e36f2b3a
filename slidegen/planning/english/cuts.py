"""Places where an English sentence may be cut, and what is lost by each cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

Loss: TypeAlias = Literal[
    "nothing",
    "clause before",
    "setting",
    "setting with a figure",
    "condition",
    "coordinate",
    "loosely joined",
    "speaker's frame",
    "who says so",
    "cause",
    "subject",
    "clause behind",
    "deed behind",
    "tail",
    "contrast",
    "apposition",
    "predicate",
    "joined clause",
    "reason",
    "restriction",
    "what is announced",
    "aside",
    "brackets",
]

COSTS: Mapping[Loss, float] = {
    "nothing": 0.0,
    # by opening later
    "clause before": -0.1,
    "setting": -0.1,
    "setting with a figure": -0.25,
    "condition": -0.9,
    "coordinate": -0.25,
    "loosely joined": -0.3,
    "speaker's frame": 0.05,
    "who says so": -0.25,
    "cause": -0.3,
    "subject": -0.25,
    # by stopping earlier
    "clause behind": -0.05,
    "deed behind": 0.05,
    "tail": -0.05,
    "contrast": -0.4,
    "apposition": -0.2,
    "predicate": -0.15,
    "joined clause": -0.15,
    "reason": -0.1,
    "restriction": -0.6,
    "what is announced": -0.35,
    "aside": -0.1,
    "brackets": -0.05,
}
"""As weights; above 0 where a point is better without it."""


class Cut(Struct, frozen=True):
    at: int
    """Offset in the part of a sentence that is cut."""
    loss: Loss = "nothing"
    """What does not stand in the piece."""
    is_deed: bool = False
    """Whether a predicate without its subject begins there."""

    @property
    def cost(self) -> float:
        return COSTS[self.loss]


class Part(Struct, frozen=True):
    """A sentence, or what stands between its semicolons."""

    words: str
    held: Sequence[bool]
    """For each character, whether it stands in a quotation or in brackets."""
    main: int
    """Where the main clause begins behind what sets the scene; 0 where it begins the part."""

    def finds(self, pattern: str | re.Pattern[str], start: int = 0) -> Iterator[re.Match[str]]:
        """The matches from *start* on that do not begin inside a quotation."""
        for found in re.compile(pattern).finditer(self.words, start):
            if not self.held[found.start()]:
                yield found

"""What slidegen says to people, in the languages that it speaks.

Both wordings stand side by side where the thing is said, so that neither can
be forgotten and no catalogue has to be kept in step.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Tongue: TypeAlias = Literal["en", "zh"]


@dataclass(frozen=True, slots=True)
class Message:
    en: str
    zh: str

    def __str__(self) -> str:
        return self.en

    def in_tongue(self, tongue: Tongue) -> str:
        return self.zh if tongue == "zh" else self.en

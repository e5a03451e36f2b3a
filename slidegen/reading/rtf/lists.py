"""The lists that an RTF file defines, so far as they say which paragraphs have bullets.

Programs write each paragraph's number out beside it (`\\listtext`), for readers that
cannot count; what is not written there is counted here.
"""

from __future__ import annotations

from dataclasses import dataclass, field

BULLET = 23
"""`\\levelnfc` of levels that have a sign and no number."""
NO_NUMBER = 255


@dataclass
class Level:
    form: int = 0
    """`\\levelnfc`, Word's number of the form."""
    start: int = 1
    text: str = ""
    """Its length, then the characters; those below 9 stand for the number of a level."""


@dataclass
class Lists:
    is_open: bool = False
    """Whether the definitions are being read."""
    levels: dict[int, list[Level]] = field(default_factory=dict)
    """By the list's identity."""
    overrides: dict[int, int] = field(default_factory=dict)
    """From a paragraph's `\\ls` to the list's identity."""
    _current: list[Level] = field(default_factory=list)
    _identity: int = 0

    def control(self, word: str, number: int | None) -> None:
        """Takes note of one control word among the definitions."""
        value = number or 0
        match word:
            case "list":
                self._current = []
            case "listlevel":
                self._current.append(Level())
            case "levelnfc" | "levelnfcn" if self._current:
                self._current[-1].form = value
            case "levelstartat" if self._current:
                self._current[-1].start = value
            case "listid":
                self._identity = value
                if self._current:
                    self.levels.setdefault(value, self._current)
                    self._current = []
            case "listoverride":
                self._identity, self._current = 0, []
            case "ls":
                self.overrides[value] = self._identity
            case _:
                pass

    def add_text(self, text: str) -> None:
        if self._current:
            self._current[-1].text += text

    def level(self, override: int | None, depth: int) -> Level | None:
        """The level at *depth* (from 0) of the list that a paragraph names."""
        levels = self.levels.get(self.overrides.get(override or 0, 0), [])
        return levels[min(depth, len(levels) - 1)] if levels else None

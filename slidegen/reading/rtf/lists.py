"""The lists that an RTF file defines, and the numbers of their paragraphs.

Programs write each paragraph's number out beside it (`\\listtext`), for readers that
cannot count. Where no paragraph has one, the numbers are counted here.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from slidegen.reading.number_formats import formatted

BULLET = 23
"""`\\levelnfc` of levels that have a sign and no number."""
FORMS: Mapping[int, str] = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    5: "ordinal",
    6: "cardinalText",
    7: "ordinalText",
    10: "ideographDigital",
    11: "japaneseCounting",
    14: "decimalFullWidth",
    16: "japaneseLegal",
    17: "japaneseDigitalTenThousand",
    18: "decimalEnclosedCircle",
    22: "decimalZero",
    BULLET: "bullet",
    26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese",
    29: "ideographEnclosedCircle",
    30: "ideographTraditional",
    31: "ideographZodiac",
    33: "taiwaneseCounting",
    34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand",
    36: "taiwaneseDigital",
    37: "chineseCounting",
    38: "chineseLegalSimplified",
    39: "chineseCountingThousand",
    255: "none",
}
"""Word's numbers of the forms, which are those of its binary files ([MS-OSHARED] 2.2.1.3)."""

DEEPEST = 9
"""Levels of a list."""
LARGEST_START = 1_000_000


class Level(Struct):
    form: int = 0
    """`\\levelnfc`"""
    start: int = 1
    text: str = ""
    """Its length, then the characters; those below 9 stand for the number of a level."""

    @property
    def is_bullet(self) -> bool:
        return self.form == BULLET


class Lists(Struct):
    is_open: bool = False
    """Whether the definitions are being read."""
    are_written_out: bool = False
    """Whether the program wrote the numbers beside the paragraphs."""
    levels: dict[int, list[Level]] = field(default_factory=dict)
    """By the list's identity."""
    overrides: dict[int, int] = field(default_factory=dict)
    """From a paragraph's `\\ls` to the list's identity."""
    counts: dict[int, list[int]] = field(default_factory=dict)
    """How far each list has counted, level by level."""
    _current: list[Level] = field(default_factory=list)
    _identity: int = 0

    def control(self, word: str, number: int | None) -> None:
        """Takes note of one control word among the definitions."""
        value = number or 0
        match word:
            case "list":
                self._current = []
            case "listlevel" if len(self._current) < DEEPEST:
                self._current.append(Level())
            case "levelnfc" | "levelnfcn" if self._current:
                self._current[-1].form = value
            case "levelstartat" if self._current:
                self._current[-1].start = max(0, min(value, LARGEST_START))
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
        levels = self._levels(override)
        return levels[min(depth, len(levels) - 1)] if levels else None

    def counted(self, override: int | None, depth: int) -> str:
        """The next number of a list's paragraph; empty where the program wrote them out, and
        where there is none."""
        levels = self._levels(override)
        if self.are_written_out or not levels or override is None:
            return ""
        depth = min(depth, len(levels) - 1)
        identity = self.overrides[override]
        before = self.counts.get(identity, [])
        above = [*before, *(level.start for level in levels[len(before) : depth])][:depth]
        own = before[depth] + 1 if len(before) > depth else levels[depth].start
        self.counts[identity] = [*above, own]
        if levels[depth].is_bullet:
            return "•"
        return "".join(
            formatted(self.counts[identity][ord(sign)], FORMS.get(levels[ord(sign)].form, ""))
            if ord(sign) <= depth
            else sign
            for sign in levels[depth].text[1:].rstrip(";")
            if ord(sign) <= depth or ord(sign) >= DEEPEST
        ).strip()

    def _levels(self, override: int | None) -> list[Level]:
        return self.levels.get(self.overrides.get(override or 0, 0), [])

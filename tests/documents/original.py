"""Two documents of our own, parted into what a writer of files has to know of them.

The Markdown file is the original: `#` marks the title, `##` and `###` headings on lines of
their own. Headings that run into their text have no mark, since no format can mark them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from documents import FOLDER

Kind = Literal["title", "heading 1", "heading 2", "paragraph"]
MARKS: Sequence[Kind] = ("paragraph", "title", "heading 1", "heading 2")

# GB/T 9704-2012: 一、 then （一） then 1. ; and 1. then 1.1 in English.
NUMERALS = "[一二三四五六七八九十]+"
LEVELS = {
    "zh": (rf"{NUMERALS}、", rf"（{NUMERALS}）", r"\d+\."),
    "en": (r"\d+\. ", r"\d+\.\d+ "),
}


@dataclass(frozen=True)
class Part:
    kind: Kind
    text: str

    def numbered(self, language: str) -> tuple[int, str] | None:
        """The level of its number, from 0, and the text without it; None if it has none."""
        for level, marker in enumerate(LEVELS[language]):
            if found := re.match(marker, self.text):
                return level, self.text[found.end() :]
        return None


@dataclass(frozen=True)
class Original:
    name: str
    language: Literal["zh", "en"]
    markdown: str
    parts: tuple[Part, ...]

    @property
    def title(self) -> str:
        return next(part.text for part in self.parts if part.kind == "title")

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(part.text for part in self.parts)


def load(path: Path, language: Literal["zh", "en"]) -> Original:
    markdown = path.read_text(encoding="utf-8")
    parts = []
    for block in markdown.strip().split("\n\n"):
        mark = re.match("#*", block).end()
        parts.append(Part(MARKS[mark], block[mark:].strip()))
    return Original(path.stem, language, markdown, tuple(parts))


TREES = load(FOLDER / "old-trees.md", "zh")
"""A report to a city's people's congress: occasion, speaker, salutation, run-in headings."""
BRIDGES = load(FOLDER / "small-bridges.md", "en")
"""A county engineer's report: byline, date, numbers of two levels."""

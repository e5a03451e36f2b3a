"""Cases in a file: a title and, after a line of dots, the input; after another, what is expected.

.
closing punctuation is not the first of a line
……
10
一二三四五六七八九十，一二三
……
一二三四五六七八九
十，一二三
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    title: str
    given: tuple[str, ...]
    expected: tuple[str, ...]


def cases(name: str) -> list[Case]:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    found = []
    for case in text.split("\n.\n")[1:]:
        title, given, expected = case.strip("\n").split("\n……\n")
        found.append(Case(title, tuple(given.split("\n")), tuple(expected.split("\n"))))
    return found

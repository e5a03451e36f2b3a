"""Test cases in files: a title, a line with a dot, the input, a dot, the expected dump, a dot.

In the input, ␠ is a space at the end of a line and ␉ a tab, which editors like to remove.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    title: str
    source: str
    expected: str


def cases(name: str) -> list[Case]:
    parts = (FOLDER / name).read_text(encoding="utf-8").split("\n.\n")
    triples = zip(parts[0::3], parts[1::3], parts[2::3], strict=False)
    return [
        Case(title.strip(), source.replace("␠", " ").replace("␉", "\t"), expected + "\n")
        for title, source, expected in triples
    ]

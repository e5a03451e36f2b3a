"""Where each document's deck goes: the tree mirrored, no two decks in one file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import PurePath
from unicodedata import normalize

LONGEST_NAME = 255
"""Of a file, in bytes of UTF-8, on the file systems in use."""
SUFFIX = ".pptx"


def mirrored(below: Sequence[PurePath]) -> tuple[PurePath, ...]:
    """The deck of each document, both in their own trees, and each as short as is unique.

    `a.docx` becomes `a.pptx`; with `a.txt` beside it, they become `a.docx.pptx` and
    `a.txt.pptx`; names that some file systems take for the same are numbered.
    """
    plain = [_named(path, path.stem) for path in below]
    often = Counter(map(_key, plain))
    told_apart = [
        _named(path, path.name) if often[_key(deck)] > 1 else deck
        for path, deck in zip(below, plain, strict=True)
    ]
    taken: set[str] = set()
    decks = []
    for path in told_apart:
        number, deck = 1, path
        while _key(deck) in taken:
            number += 1
            deck = _named(path, f"{path.stem} ({number})")
        taken.add(_key(deck))
        decks.append(deck)
    return tuple(decks)


def _named(path: PurePath, stem: str) -> PurePath:
    return path.with_name(_short(stem) + SUFFIX)


def _short(stem: str) -> str:
    """*stem*, or as much of it as a file's name may have, with a mark of the rest."""
    room = LONGEST_NAME - len(SUFFIX)
    data = stem.encode(errors="surrogateescape")
    if len(data) <= room:
        return stem
    mark = f"~{sha256(data).hexdigest()[:8]}"
    return data[: room - len(mark)].decode(errors="ignore") + mark


def _key(path: PurePath) -> str:
    """The same for names that macOS or Windows would take for one file."""
    return normalize("NFC", path.as_posix()).casefold()

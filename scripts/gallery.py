"""Draw the README's gallery: `python scripts/gallery.py OUT.png`.

A row for each shipped theme, from our own samples: the cover, the agenda, and the first
slides of the other kinds, as LibreOffice draws them.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from contact_sheet import draw, pages, sheet

import slidegen

SAMPLES = Path(__file__).parent.parent / "samples"
ROWS: Sequence[tuple[str, str]] = (
    ("gov-red", "park-speech/park-speech.txt"),
    ("gov-blue", "digital-report/digital-report.md"),
    ("gov-plain", "fire-safety-speech/fire-safety-speech.txt"),
    ("us-gov", "flood-memo/flood-memo.txt"),
    ("uk-gov", "flood-memo/flood-memo.txt"),
)
"""Themes, and the samples that show them."""
COLUMNS = 4
WIDTH = 320
"""Of one slide, in pixels."""
LAST = ("divider", "bullets", "closing")
"""Kinds that fill a row only where others are wanting."""


def main(picture: Path) -> None:
    slides = []
    for theme, sample in ROWS:
        made = slidegen.convert(SAMPLES / sample, theme=theme)
        with tempfile.TemporaryDirectory() as folder:
            deck = made.save(Path(folder) / f"{theme}.pptx")
            drawn = pages(draw(deck, Path(folder)), WIDTH)
        slides += [drawn[number] for number in shown([s.kind for s in made.stages.scenes.scenes])]
    sheet(slides, COLUMNS, picture)


def shown(kinds: Sequence[str]) -> list[int]:
    """The slides of a row by their places: the first of each kind, the telling kinds first."""
    first = {kind: number for number, kind in reversed(list(enumerate(kinds)))}
    telling = [number for kind, number in first.items() if kind not in LAST]
    others = [number for kind, number in first.items() if kind in LAST]
    again = [number for number in range(len(kinds)) if number not in first.values()]
    return sorted(islice((*sorted(telling), *sorted(others), *again), COLUMNS))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

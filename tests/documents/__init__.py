"""Documents that tests convert whole: small ones here, and the samples that we show."""

from pathlib import Path

FOLDER = Path(__file__).parent
SPEECH = FOLDER / "wetland-speech.txt"
REPORT = FOLDER / "library-report.md"
PLAN = FOLDER / "water-plan.md"
"""With timelines of three to six phases, a maxim and code."""
CARE = FOLDER / "care-report.md"
"""Has slides with places side by side: cards of every number, key figures, a contrast."""

SAMPLES = sorted(
    path
    for path in (FOLDER.parent.parent / "samples").glob("*/*")
    if path.suffix in (".txt", ".md") and path.stem == path.parent.name
)
"""A sample's document bears the name of its folder."""

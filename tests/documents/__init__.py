"""Documents that tests convert whole; each small, and in the shape of a real one."""

from pathlib import Path

FOLDER = Path(__file__).parent
SPEECH = FOLDER / "wetland-speech.txt"
REPORT = FOLDER / "library-report.md"

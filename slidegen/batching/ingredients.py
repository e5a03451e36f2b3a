"""The hashes of all that goes into a deck: if none has changed, neither has the deck."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from slidegen.batching.job import Job, Outcome
from slidegen.batching.storage import beside, place_of, read
from slidegen.errors import SlidegenError, ThemeError
from slidegen.theme_folders import find_theme, lineage
from slidegen.version import __version__

WISHES, SOURCE, THEME, FILE, PICTURE = "wishes", "source", "theme:", "file:", "picture:"
"""The names of ingredients; the last three end in which one."""


class Ingredients:
    """Each is hashed once a run, and looked at by name, since what a document draws in (the
    pictures, what its front matter asks for) is known only once its deck is made."""

    def __init__(self) -> None:
        self._known: dict[str, str | None] = {}

    def after(self, outcome: Outcome) -> dict[str, str | None]:
        """All that went into the deck that was made."""
        assert outcome.row is not None
        found = {name: self.of(outcome.job, name) for name in _names(outcome)}
        # As it was when it was read: it may have been saved since.
        found[SOURCE] = outcome.row["source"]["sha256"]
        return found

    def of(self, job: Job, name: str) -> str | None:
        """The hash of *name* today; None for what is not there, since it may come."""
        if name == WISHES:
            return _of_wishes(job)
        if name == SOURCE:
            return _of_source(job.source)
        if name.startswith(PICTURE):
            return _of_picture(job.source, name.removeprefix(PICTURE))
        if name not in self._known:
            if name.startswith(THEME):
                self._known[name] = _of_theme(name.removeprefix(THEME))
            else:
                self._known[name] = _of_file(Path(name.removeprefix(FILE)))
        return self._known[name]


def _names(outcome: Outcome) -> Iterator[str]:
    assert outcome.row is not None
    options = outcome.row["options"]
    yield WISHES
    for file in (options["template"], options["logo"]):
        if file is not None and Path(file).exists():  # Else it was fetched, and is among the named.
            yield FILE + file
    if options["template"] is None:
        yield THEME + options["theme"]
    for target in outcome.named:
        yield PICTURE + target


def _of_wishes(job: Job) -> str:
    wishes = [__version__, dict(job.asked), dict(job.configured), job.format]
    return sha256(json.dumps(wishes, sort_keys=True, default=str).encode()).hexdigest()


def _of_source(source: str) -> str | None:
    try:
        return sha256(read(place_of(source))).hexdigest()
    except SlidegenError:
        return None


def _of_picture(source: str, name: str) -> str | None:
    found = beside(place_of(source), name)
    return sha256(found[1]).hexdigest() if found else None


def _of_file(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return None


def _of_theme(name: str) -> str | None:
    """Of all files in its folder and in those of the themes that it builds on."""
    try:
        folders = lineage(find_theme(name))
    except ThemeError:
        return None
    whole = sha256()
    for folder in folders:
        for path in sorted(path for path in folder.iterdir() if path.is_file()):
            whole.update(f"{path.name}\n{_of_file(path)}\n".encode(errors="backslashreplace"))
    return whole.hexdigest()

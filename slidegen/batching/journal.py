"""The file in the folder of the decks that says what was made, as it is written.

On this machine, a line is on the disk before the next deck is begun, and the folder is
locked. A store has no lines that could be added and no locks: there the file is put as a
whole, every few seconds, so a run that is killed there forgets those at most, and an object
says that a batch is at work (`leasing.py`).
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import IO, Protocol

from slidegen.batching.leasing import Lease
from slidegen.batching.locking import Lock
from slidegen.batching.storage import Place, Remote, read, write
from slidegen.errors import SlidegenError
from slidegen.writing.files import in_our_words, write_whole

EVERY, SHARE = 5.0, 0.05
"""Seconds between two times that a journal in a store is put there, and how much of the time
that may take."""


class Journal(Protocol):
    before: str
    """What earlier runs have written."""

    def put(self, line: bytes) -> None:
        """One more line. What cannot be written is told by `close`. Raises OutputError if
        another batch is at work there after all."""

    def close(self, instead: bytes | None) -> None:
        """*instead* replaces all lines; None leaves them. Raises OutputError."""


def journal_in(folder: Place, name: str) -> Journal:
    """Raises OutputError if nothing can be written there, or another batch is at work."""
    if isinstance(folder, Path):
        return _Local(folder, name)
    return _InStore(folder, name)


class _Local:
    def __init__(self, folder: Path, name: str) -> None:
        self._path = folder / name
        self._lock = Lock(folder)
        try:
            self.before = self._path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            self.before = ""
        with in_our_words(self._path):
            self._file: IO[bytes] = self._path.open("ab", buffering=0)

    def put(self, line: bytes) -> None:
        # On a full disk the decks fail, each with its reason.
        with suppress(OSError):
            self._file.write(line)

    def close(self, instead: bytes | None) -> None:
        self._file.close()
        try:
            if instead is not None:
                write_whole(self._path, instead)
        finally:
            self._lock.release()


class _InStore:
    def __init__(self, folder: Remote, name: str) -> None:
        self._lease = Lease(folder)
        self._place = folder / name
        try:
            self._lines = read(self._place)
        except SlidegenError:
            self._lines = b""
        self.before = self._lines.decode(errors="replace")
        self._next = 0.0

    def put(self, line: bytes) -> None:
        self._lease.check()
        self._lines += line
        if monotonic() >= self._next:
            with suppress(SlidegenError):
                self._write()

    def _write(self) -> None:
        begun = monotonic()
        write(self._place, self._lines)
        self._next = monotonic() + max(EVERY, (monotonic() - begun) / SHARE)

    def close(self, instead: bytes | None) -> None:
        try:
            self._lease.check()
            write(self._place, self._lines if instead is None else instead)
        finally:
            self._lease.release()

"""Faults of the system itself, provoked where the machine that runs the tests permits."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

NO_MORE_THAN_OTHERS = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner")
"""Before a command: root without the right to write where the permissions say that none may."""


def without_privileges() -> tuple[str, ...]:
    """What to put before a command for permissions to hold it back; skips where nothing does."""
    if os.name == "nt":
        pytest.skip("Windows has other permissions")
    if os.geteuid() != 0:
        return ()
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        if not _succeeds(*NO_MORE_THAN_OTHERS, "test", "!", "-w", folder):
            pytest.skip("root cannot give up its rights here")
    return NO_MORE_THAN_OTHERS


@contextmanager
def disk_of(kilobytes: int, folder: Path) -> Iterator[Path]:
    """A disk of that size at *folder*; skips where none may be mounted."""
    folder.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "slidegen-test", str(folder))
    if not _succeeds(*mount):
        pytest.skip("no disk may be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk: Path, *, leaving: int) -> Path:
    """A file that takes up all room on *disk* but about *leaving* bytes."""
    path = disk / "filling"
    with path.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            file.truncate(max(0, file.tell() - leaving))
    return path


def _succeeds(*command: str) -> bool:
    return (
        shutil.which(command[0]) is not None
        and subprocess.run(command, capture_output=True, timeout=60).returncode == 0
    )

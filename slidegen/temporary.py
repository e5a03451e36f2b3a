"""Folders for what has to lie on the disk for a while, as other programs and caches need it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from slidegen.errors import NoRoom, reason_of
from slidegen.messages import Message

FULL = frozenset((errno.ENOSPC, errno.EDQUOT))


@contextmanager
def temporary_folder(inside: str | None = None) -> Iterator[Path]:
    """A folder that goes with all that is in it; *inside* another (None: where the system has
    them). Raises NoRoom if there can be none, or the disk is full when something is put there."""
    try:
        folder = TemporaryDirectory(prefix="slidegen-", dir=inside, ignore_cleanup_errors=True)
    except OSError as error:
        raise _no_room(error) from error
    with folder, room():
        yield Path(folder.name).resolve()


@contextmanager
def room() -> Iterator[None]:
    """Raises NoRoom if the disk is full when something is put in a temporary folder."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise _no_room(error) from error


def _no_room(error: OSError) -> NoRoom:
    reason = reason_of(error)
    return NoRoom(
        Message(
            en=f"there is no room for temporary files: {reason.en}",
            zh=f"无法存放临时文件：{reason.zh}",
        ),
        Message(
            en="look for room on that disk, or name another folder in TMPDIR (Windows: TEMP)",
            zh="请清理磁盘空间，或用环境变量 TMPDIR（Windows 为 TEMP）另指定文件夹",
        ),
    )

"""One batch at a time in a folder. The system lets go of the lock however a process ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

from slidegen.errors import OutputError
from slidegen.messages import Message
from slidegen.writing.files import in_our_words

NAME = ".slidegen-batch.lock"

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    def __init__(self, folder: Path) -> None:
        """Raises OutputError if someone else holds it."""
        path = folder / NAME
        with in_our_words(path):
            self._file: IO[bytes] = path.open("ab")
        try:
            _lock(self._file)
        except OSError:
            self._file.close()
            raise OutputError(
                Message(
                    en=f"another batch is writing into '{folder}'",
                    zh=f"另一个批量任务正在向“{folder}”写入",
                ),
                Message(
                    en="wait until it is done, or choose another folder with -o",
                    zh="请等它结束，或用 -o 另选文件夹",
                ),
            ) from None

    def release(self) -> None:
        """The file stays: to delete it would let two others lock two of them."""
        self._file.close()

"""Files on disk, whole or not at all: a reader never meets half a deck."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from zlib import crc32

from slidegen.errors import OutputError, reason_of
from slidegen.messages import Message

OURS, TEMPORARY = ".slidegen-", ".tmp"
"""Between them, the name of an unfinished file says which process of which machine writes it."""


def check_writable(path: Path) -> None:
    """Raises OutputError if nothing can be written to *path*; cheap, so that it can come first."""
    folder = path.parent
    with in_our_words(path):
        if path.is_dir():
            raise OutputError(
                Message(en=f"'{path}' is a folder", zh=f"“{path}”是文件夹"),
                Message(en="give a file's name in it", zh="请写明文件名"),
            )
        if folder.is_file():
            raise OutputError(
                Message(
                    en=f"'{folder}' is a file, not a folder", zh=f"“{folder}”是文件，不是文件夹"
                ),
                Message(en="choose another place with -o", zh="请用 -o 另选位置"),
            )
        if not folder.is_dir():
            raise no_folder(folder)
        if not _is_device(path) and not os.access(_real(path).parent, os.W_OK | os.X_OK):
            raise PermissionError


def no_folder(folder: Path) -> OutputError:
    return OutputError(
        Message(en=f"there is no folder '{folder}'", zh=f"没有“{folder}”这个文件夹"),
        Message(en="make it first, or choose another with -o", zh="请先建好文件夹，或另选位置"),
    )


def write_whole(path: Path, data: bytes) -> Path:
    """*path* with *data* in it; what was there before is replaced. Raises OutputError."""
    write_together({path: data})
    return path


def write_together(files: Mapping[Path, bytes]) -> None:
    """All *files*, or none if there is no room for one of them. Raises OutputError."""
    for path in files:
        check_writable(path)
    finished: dict[Path, Path] = {}
    """Where each one lies under another name until all are whole."""
    try:
        for path, data in files.items():
            with in_our_words(path):
                if _is_device(path):
                    path.write_bytes(data)
                    continue
                # Beside the target, since a rename is whole only within one file system.
                target = _real(path)
                handle, name = tempfile.mkstemp(
                    prefix=f"{OURS}{this_process()}-", suffix=TEMPORARY, dir=target.parent
                )
                finished[path] = Path(name)
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                finished[path].chmod(_mode_for(target))
        for path in list(finished):
            with in_our_words(path):
                finished[path].replace(_real(path))
                del finished[path]
    finally:
        for temporary in finished.values():
            temporary.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Delete what processes that were killed in the middle of a write have left in *folder*."""
    with suppress(OSError):
        for path in folder.glob(f"{OURS}*{TEMPORARY}"):
            writer, _, _ = path.name.removeprefix(OURS).rpartition("-")
            if is_gone(writer):
                path.unlink(missing_ok=True)


def this_process() -> str:
    """What tells it from those of other machines too."""
    return f"{_host()}-{os.getpid()}"


def is_gone(process: str) -> bool:
    """Whether it is certain that the one so called has ended; of another machine's it never is."""
    host, _, number = process.partition("-")
    return host == _host() and number.isdecimal() and not _is_running(int(number))


def _host() -> str:
    """A folder may be shared; only on its own machine can it be told whether a process lives."""
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return f"{crc32(name.encode(errors='replace')):08x}"


def _is_running(process: int) -> bool:
    if os.name == "nt":
        return False  # `os.kill` would end it; an open file cannot be deleted there anyway
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # someone else's
    return True


@contextmanager
def in_our_words(path: Path) -> Iterator[None]:
    """What the system says against *path*, as an OutputError."""
    try:
        yield
    except PermissionError as error:
        # On Windows a deck that is open in PowerPoint is refused in the same way.
        raise OutputError(
            Message(en=f"no permission to write '{path}'", zh=f"没有写入“{path}”的权限"),
            Message(
                en="close it if it is open in PowerPoint, or choose another place with -o",
                zh="若该文件正在 PowerPoint 中打开，请先关闭；否则请用 -o 另选位置",
            ),
        ) from error
    except OSError as error:
        reason = reason_of(error)
        raise OutputError(
            Message(
                en=f"'{path}' cannot be written: {reason.en}", zh=f"无法写入“{path}”：{reason.zh}"
            ),
            Message(
                en="look for room on the disk, or choose another name or place with -o",
                zh="请检查磁盘空间，或用 -o 另选文件名或位置",
            ),
        ) from error


def _real(path: Path) -> Path:
    """The file itself where *path* is a link to it: the link is to stay one."""
    return Path(os.path.realpath(path))


def _is_device(path: Path) -> bool:
    """Whether *path* is `/dev/null` or a pipe, which must be written to and never replaced."""
    return path.exists() and not path.is_file()


def _mode_for(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    try:
        return path.stat().st_mode & 0o7777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask

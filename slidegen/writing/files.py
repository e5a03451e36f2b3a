"""A file on disk, whole or not at all: a reader never meets half a deck."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from slidegen.errors import OutputError
from slidegen.messages import Message


def check_writable(path: Path) -> None:
    """Raises OutputError if nothing can be written to *path*; cheap, so that it can come first."""
    folder = path.parent
    if path.is_dir():
        raise OutputError(
            Message(en=f"'{path}' is a folder", zh=f"“{path}”是文件夹"),
            Message(en="give a file's name in it", zh="请写明文件名"),
        )
    if folder.is_file():
        raise OutputError(
            Message(en=f"'{folder}' is a file, not a folder", zh=f"“{folder}”是文件，不是文件夹"),
            Message(en="choose another place with -o", zh="请用 -o 另选位置"),
        )
    if not folder.is_dir():
        raise OutputError(
            Message(en=f"there is no folder '{folder}'", zh=f"没有“{folder}”这个文件夹"),
            Message(en="make it first, or choose another with -o", zh="请先建好文件夹，或另选位置"),
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _refused(path)


def write_whole(path: Path, data: bytes) -> Path:
    """*path* with *data* in it; what was there before is replaced. Raises OutputError."""
    check_writable(path)
    temporary = None
    try:
        # Beside the target, since a rename is whole only within one file system.
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(_mode_for(path))
        Path(temporary).replace(path)
        temporary = None
    except PermissionError as error:
        raise _refused(path) from error
    except OSError as error:
        raise OutputError(
            Message(
                en=f"'{path}' cannot be written: {error.strerror or error}",
                zh=f"无法写入“{path}”：{error.strerror or error}",
            ),
            Message(
                en="look for room on the disk, or choose another place with -o",
                zh="请检查磁盘空间，或用 -o 另选位置",
            ),
        ) from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
    return path


def _mode_for(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    try:
        return path.stat().st_mode & 0o7777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _refused(path: Path) -> OutputError:
    # On Windows a deck that is open in PowerPoint is refused in the same way.
    return OutputError(
        Message(en=f"no permission to write '{path}'", zh=f"没有写入“{path}”的权限"),
        Message(
            en="close it if it is open in PowerPoint, or choose another place with -o",
            zh="若该文件正在 PowerPoint 中打开，请先关闭；否则请用 -o 另选位置",
        ),
    )

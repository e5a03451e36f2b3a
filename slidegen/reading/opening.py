"""From what the caller names to bytes in memory, once, and within limits."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import TypeAlias

from msgspec import field

from slidegen.document import Document
from slidegen.errors import SourceNotFound, SourceTooSlow, reason_of
from slidegen.messages import Message
from slidegen.notices import Report
from slidegen.placed import Placed
from slidegen.reading.limits import LARGEST_SOURCE, LONGEST_READING, check_size


class Source(Placed, frozen=True):
    """A document's bytes and where they came from: all that a reader is given."""

    BESIDE = ("deadline", "named")

    data: bytes
    path: str | None = None
    """As the user gave it; None for bytes without a name."""
    folder: Path | None = None
    """The only folder whose pictures the document may show; None: it may show none."""
    deadline: float = field(default_factory=lambda: monotonic() + LONGEST_READING)
    """When reading has to be over, by `time.monotonic`."""
    named: list[str] = field(default_factory=list)
    """The files of its folder that the document names, there or not, as readers come to them."""

    @property
    def suffix(self) -> str:
        """In lower case and without the dot; empty if there is none."""
        return Path(self.path).suffix.lower().removeprefix(".") if self.path else ""

    @property
    def sha256(self) -> str:
        return sha256(self.data).hexdigest()

    def check_time(self) -> None:
        """Raises `SourceTooSlow` past the deadline; for every loop over a stranger's parts."""
        if monotonic() > self.deadline:
            raise SourceTooSlow(
                Message(
                    en=f"reading the document takes longer than {LONGEST_READING:.0f} s",
                    zh=f"读取文档超过 {LONGEST_READING:.0f} 秒",
                ),
                Message(
                    en="split it, or save it anew in its own program, and convert that",
                    zh="请拆成几份，或用原来的软件重新保存后再转换",
                ),
            )


Reader: TypeAlias = Callable[[Source, Report], Document]


def open_source(
    source: str | Path | bytes, folder: Path | None = None, name: str | None = None
) -> Source:
    """The bytes of *source*, called *name* if it is bytes. Raises `SourceNotFound` or
    `SourceTooLarge`."""
    if isinstance(source, bytes):
        opened = Source(source, name, folder)
    else:
        path = Path(source)
        opened = Source(_bytes_of(path), str(source), folder or path.parent)
    check_size(len(opened.data), LARGEST_SOURCE)
    return opened


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            next(path.iterdir(), None)  # That it may not be looked into is the fact to name.
            raise SourceNotFound(
                Message(en=f"{path} is a folder", zh=f"{path} 是文件夹"),
                Message(
                    en="name one of the documents in it",
                    zh="请指定其中的一个文档",
                ),
            )
        check_size(path.stat().st_size, LARGEST_SOURCE)
        with path.open("rb") as file:
            # A pipe or a growing file has no size to check beforehand.
            return file.read(LARGEST_SOURCE + 1)
    except FileNotFoundError:
        raise SourceNotFound(
            Message(en=f"there is no file {path}", zh=f"找不到文件 {path}"),
            Message(en="check the path for typing errors", zh="请检查路径是否写错"),
        ) from None
    except PermissionError:
        raise SourceNotFound(
            Message(en=f"{path} may not be read", zh=f"没有权限读取 {path}"),
            Message(
                en="give yourself read permission, or copy the file elsewhere",
                zh="请为自己加上读取权限，或把文件复制到别处",
            ),
        ) from None
    except (OSError, ValueError) as error:
        # ValueError: a NUL in the path.
        reason = reason_of(error)
        raise SourceNotFound(
            Message(en=f"{path} cannot be read: {reason.en}", zh=f"无法读取 {path}：{reason.zh}"),
            Message(en="check the path and the disk", zh="请检查路径和磁盘"),
        ) from None

"""What we raise: there is no deck, and this is why and what to do about it.

A bug is not one of these; it stays a traceback.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping

from slidegen.messages import Message


class SlidegenError(Exception):
    """No deck was made. `message` names the fact, `hint` the way out."""

    def __init__(self, message: Message, hint: Message) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[SlidegenError], tuple[Message, Message]]:
        """For its way back from a worker: an exception travels as its class and one string."""
        return type(self), (self.message, self.hint)


class SourceError(SlidegenError):
    """The document cannot be turned into a deck."""


class SourceNotFound(SourceError):
    """There is no readable file of that name."""


class UnknownFormat(SourceError):
    """Neither the content nor the suffix tells a format that we read."""


class MalformedSource(SourceError):
    """The file is not what its format requires."""


class EmptySource(SourceError):
    """The document holds no text."""


class EncryptedSource(SourceError):
    """The document is locked by a password."""


class ScannedSource(SourceError):
    """The pages are pictures: there is nothing to read without recognising characters."""


class SourceTooLarge(SourceError):
    """The document exceeds a limit that keeps memory and time bounded."""


class SourceTooSlow(SourceError):
    """Reading the document would take longer than anyone waits."""


class ProgramMissing(SourceError):
    """The format needs a program that is not installed, or that could not do it."""


class OptionError(SlidegenError):
    """An option has a value that is not possible."""


class ThemeError(SlidegenError):
    """The theme is unknown, or its files are not sound."""


class OutputError(SlidegenError):
    """The deck or the report cannot be written where it was asked for."""


class NoRoom(SlidegenError):
    """What has to lie on the disk for a while has no room there."""


class UnfaithfulDeck(SlidegenError):
    """The deck would not be true to its document; a fault of ours, found before any harm."""


REASONS: Mapping[int, Message] = {
    errno.EACCES: Message(en="permission denied", zh="没有权限"),
    errno.EDQUOT: Message(en="the disk quota is used up", zh="磁盘配额已用完"),
    errno.EEXIST: Message(en="there is a file of that name", zh="已有同名文件"),
    errno.EFBIG: Message(en="the file is larger than the system allows", zh="文件大小超过系统限制"),
    errno.EIO: Message(en="the disk has a fault", zh="磁盘读写出错"),
    errno.EISDIR: Message(en="it is a folder", zh="它是文件夹"),
    errno.ELOOP: Message(en="its links lead in a circle", zh="链接首尾相接"),
    errno.ENAMETOOLONG: Message(en="the name is too long", zh="文件名太长"),
    errno.ENOENT: Message(en="it is not there", zh="文件不存在"),
    errno.ENOSPC: Message(en="no space is left on the disk", zh="磁盘空间不足"),
    errno.ENOTDIR: Message(
        en="a file stands where a folder has to be", zh="路径中有一级是文件，不是文件夹"
    ),
    errno.EROFS: Message(en="the disk is read-only", zh="磁盘是只读的"),
}
"""What a system says when a file cannot be read or written, which it says in English only."""


def reason_of(error: OSError | ValueError) -> Message:
    """Why the system refused a file; in its own words where we have none."""
    number = error.errno if isinstance(error, OSError) else None
    words = getattr(error, "strerror", None) or str(error)
    return REASONS.get(number or 0, Message(en=words, zh=words))

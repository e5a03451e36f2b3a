"""What we raise: there is no deck, and this is why and what to do about it.

A bug is not one of these; it stays a traceback.
"""

from __future__ import annotations

from slidegen.messages import Message


class SlidegenError(Exception):
    """No deck was made. `message` names the fact, `hint` the way out."""

    def __init__(self, message: Message, hint: Message) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint


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


class SourceTooLarge(SourceError):
    """The document exceeds a limit that keeps memory and time bounded."""


class OptionError(SlidegenError):
    """An option has a value that is not possible."""


class ThemeError(SlidegenError):
    """The theme is unknown, or its files are not sound."""


class OutputError(SlidegenError):
    """The deck or the report cannot be written where it was asked for."""


class UnfaithfulDeck(SlidegenError):
    """The deck would not be true to its document; a fault of ours, found before any harm."""

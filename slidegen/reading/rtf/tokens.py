"""The bytes of an RTF file as what they are made of: braces, control words, and text.

RTF 1.9.1, "Basic entities". Nothing is understood here but where each piece ends, and
the one thing that no pattern can tell: how many bytes follow `\\bin`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from slidegen.messages import Message
from slidegen.reading.limits import MOST_MARKS, check_count
from slidegen.reading.opening import Source


class Open(Struct, frozen=True):
    """`{`"""


class Close(Struct, frozen=True):
    """`}`"""


class Control(Struct, frozen=True):
    word: str
    """Letters of a control word, or the one sign of a control symbol (`*`, `~`)."""
    number: int | None = None


class Letters(Struct, frozen=True):
    data: bytes
    """As they stand, in an encoding that fonts decide."""
    is_escaped: bool = False
    """Whether it is one byte, written `\\'b9`."""


class Binary(Struct, frozen=True):
    data: bytes


Token: TypeAlias = Open | Close | Control | Letters | Binary

OPEN, CLOSE = Open(), Close()

TOKEN = re.compile(
    rb"""\\(?:([A-Za-z]{1,32})(-?[0-9]{1,20})?\ ?   # a word, its number, one space that ends it
            |'([0-9A-Fa-f]{2})
            |([^A-Za-z]))
        |([{}])
        |([^\\{}\r\n\0]+)
        |[\r\n\0]+|\\$""",
    re.VERBOSE | re.DOTALL,
)

ESCAPED = b"\\{}"
LARGEST_NUMBER = 2**31 - 1
"""RTF's numbers have 16 bits, some 32; what lies beyond is taken for the nearest."""
MARKS = Message(en="control words, braces and escaped bytes", zh="控制字、括号和转义字节")
LOOKS_AT_CLOCK = 8192
"""After so many tokens."""


def tokens(source: Source) -> Iterator[Token]:
    """The tokens of *source* in order; line ends are none.

    Raises `SourceTooLarge` or `SourceTooSlow`.
    """
    data, at, count, marks = source.data, 0, 0, 0
    while found := TOKEN.match(data, at):
        at = found.end()
        count += 1
        if not count % LOOKS_AT_CLOCK:
            source.check_time()
            check_count(marks, MOST_MARKS, MARKS)
        word, number, byte, symbol, brace, text = found.groups()
        # A picture is many lines of letters and has no mark in them.
        marks += text is None and found.lastindex is not None
        if text is not None:
            yield Letters(text)
        elif word == b"bin":
            size = _number(number) or 0
            # A number that leads out of the file is a lie, and the file goes on.
            if 0 <= size <= len(data) - at:
                yield Binary(data[at : at + size])
                at += size
        elif word is not None:
            yield Control(word.decode("ascii"), _number(number))
        elif byte is not None:
            yield Letters(bytes.fromhex(byte.decode("ascii")), is_escaped=True)
        elif brace is not None:
            yield OPEN if brace == b"{" else CLOSE
        elif symbol is not None:
            yield Letters(symbol) if symbol in ESCAPED else _symbol(symbol)


def _symbol(symbol: bytes) -> Control:
    # A line end behind a backslash is a paragraph's end.
    return Control("par") if symbol in b"\r\n" else Control(symbol.decode("latin-1"))


def _number(digits: bytes | None) -> int | None:
    if digits is None:
        return None
    return max(-LARGEST_NUMBER, min(LARGEST_NUMBER, int(digits)))

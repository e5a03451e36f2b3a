"""How much of a stranger's file we look at before we say no.

Each limit lies far above what offices write and far below what would take a
machine down: a file that reaches one was made to, or has to be split anyway.
"""

from __future__ import annotations

from slidegen.errors import SourceTooLarge
from slidegen.messages import Message

MEGABYTE = 1024 * 1024

LARGEST_SOURCE = 64 * MEGABYTE
"""In bytes, pictures and all."""
LARGEST_TEXT = 4 * MEGABYTE
"""In bytes of the text itself: 1,300,000 Chinese characters. The longest report has a
twentieth of that; this keeps the time bounded."""
LARGEST_XML = 24 * MEGABYTE
"""In bytes of one part, unpacked. Word spends 20 to 60 bytes of mark-up on a character."""
LARGEST_UNPACKED = 192 * MEGABYTE
"""In bytes of all parts that are read from one archive."""
LARGEST_WEB_ARCHIVE = 24 * MEGABYTE
"""In bytes; Python's parser of letters takes fifteen times as much memory."""
MOST_PARTS = 10_000
"""Entries of one archive."""
MOST_RATIO = 250
"""Unpacked to packed bytes of a part above `SMALL_PART`. XML of one repeated row comes to
about 100; deflate itself ends at 1,032."""
SMALL_PART = MEGABYTE
"""In bytes; below it a ratio says nothing."""
DEEPEST_XML = 200
"""Elements within elements. A table in a table in a table has about 60."""
DEEPEST_GROUPS = 500
"""Braces within braces of RTF, which has several for each element of XML."""
MOST_MARKS = 2_000_000
"""Control words, braces and escaped bytes of an RTF file. A report of 30,000 characters has
200,000 where every character is two escaped bytes with mark-up of its own."""
MOST_CELLS = 50_000
"""Of one table. No one reads a table of more on slides."""
MOST_BLOCKS = 50_000
"""Paragraphs, headings and the like of one document. The longest law has 3,000."""
MOST_PAGES = 2_000
"""Of one document with fixed pages."""
MOST_PATHS = 50_000
"""Drawn objects of one page that are looked at; a map has more, and no table lies behind them."""
MOST_PICTURES = 1_000
"""Of one document."""
LONGEST_READING = 60.0
"""In seconds. A report of 30,000 characters takes less than one in every format."""


def check_size(size: int, limit: int) -> None:
    """Raises `SourceTooLarge` if *size* is above *limit*, both in bytes."""
    if size > limit:
        megabytes = limit // MEGABYTE
        raise too_large(
            Message(
                en=f"the document is larger than {megabytes} MB",
                zh=f"文档超过 {megabytes} MB",
            )
        )


def check_count(count: int, limit: int, what: Message) -> None:
    """Raises `SourceTooLarge` if there are more than *limit* of *what* (in the plural)."""
    if count > limit:
        raise too_large(
            Message(
                en=f"the document has more than {limit:,} {what.en}",
                zh=f"文档的{what.zh}超过 {limit:,} 个",
            )
        )


def check_cells(count: int) -> None:
    """Raises `SourceTooLarge` if one table has more cells than `MOST_CELLS`."""
    check_count(count, MOST_CELLS, Message(en="cells in one table", zh="单个表格单元格"))


def too_large(message: Message) -> SourceTooLarge:
    return SourceTooLarge(
        message,
        Message(en="split it, and convert the parts one by one", zh="请拆成几份，逐份转换"),
    )

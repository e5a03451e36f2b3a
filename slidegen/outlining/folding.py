"""One form for every letter, so that a rule about wording is written once.

Pasted documents mix full-width and half-width punctuation, several dashes and
several blanks, and are in simplified or traditional characters. Folding exchanges
characters one for one: what is found at an offset of the folded text stands at the
same offset of the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from slidegen.document import Block, Heading, Paragraph, passages
from slidegen.passage import Passage
from slidegen.traditional import simplified

_FULL_WIDTH: dict[int, int] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_BLANKS = dict.fromkeys(map(ord, "\t\u00a0\u2002\u2003\u2009\u3000"), " ")
_DASHES = dict.fromkeys(map(ord, "―─–‒⸺﹣"), "—")
_FOLD: dict[int, int | str] = {**_FULL_WIDTH, **_BLANKS, **_DASHES}


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """*text* at the same length: half width, simplified, one kind of blank and of dash."""
    return simplified(text.translate(_FOLD))


def squeezed(text: str) -> str:
    """*text* folded and without white space: equal for two settings of the same words."""
    return "".join(folded(text).split())


def source_lines(passage: Passage) -> tuple[Passage, ...]:
    """*passage* cut where the source breaks its lines, each stripped, none empty."""
    lines = (Passage(tuple(runs)).strip() for _, runs in groupby(passage.runs, lambda r: r.line))
    return tuple(line for line in lines if line)


def line_of(block: Block) -> Passage | None:
    """The words of a paragraph or heading; None for what is more than words in a line."""
    return block.passage if isinstance(block, Paragraph | Heading) else None


def words_of(blocks: tuple[Block, ...]) -> Iterator[Passage]:
    """All the text of *blocks*, in order."""
    for block in blocks:
        yield from passages(block)

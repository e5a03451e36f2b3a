"""A table of contents, which says nothing that the document does not say again.

It repeats every heading, so left in place it would double the outline. It is
told by the word 目录 in a line of its own, and by its entries' recurring below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from slidegen.document import Block, Heading, Paragraph
from slidegen.outline import Dropped
from slidegen.outlining.wording import lead
from slidegen.passage import Passage
from slidegen.patterns import compiled

_TITLE = compiled(r"目\s*[录錄次]|(?:table of )?contents", re.IGNORECASE)
# 第一章 总则……3
_LEADERS = compiled(r"[.…·。\-—_]*\d{0,4}$")


def without_contents(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """*blocks* without the table of contents, and its lines, each with the reason."""
    words = [_words(block) for block in blocks]
    title = next((i for i, line in enumerate(words) if _TITLE.fullmatch(line.text)), None)
    if title is None:
        return tuple(blocks), ()
    last_met = {}
    for i, line in enumerate(words):
        last_met[_entry(line.text[: lead(line.text).end])] = i
    end = title + 1
    while end < len(blocks) and last_met.get(_entry(words[end].text), end) > end:
        end += 1
    if end - title < 3:
        return tuple(blocks), ()
    dropped = tuple(Dropped(line, "table of contents") for line in words[title:end])
    return (*blocks[:title], *blocks[end:]), dropped


def _words(block: Block) -> Passage:
    return block.passage.strip() if isinstance(block, Paragraph | Heading) else Passage()


def _entry(text: str) -> str:
    """What an entry and its heading have in common."""
    return _LEADERS.sub("", "".join(text.split()))

"""What stands above and below the pages: facts of the document, and words that are left out."""

from __future__ import annotations

from collections.abc import Sequence

from slidegen.document import Field
from slidegen.reading.block_lines import BlockLines
from slidegen.reading.flowing.leaving_out import LeftOut
from slidegen.reading.flowing.letterhead import facts


def fields_of(heads: Sequence[str], lines: BlockLines, left_out: LeftOut) -> tuple[Field, ...]:
    """What the lines of *heads* say of the document; the rest of them is counted as left out."""
    known = facts(heads)
    said = {words for _, words in known}
    rest = [head for head in heads if head not in said and any(map(str.isalpha, head))]
    left_out.add("running head", len(rest))
    return tuple(Field(name, passage) for name, words in known if (passage := lines.plain(words)))

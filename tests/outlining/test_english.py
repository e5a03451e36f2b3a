"""Whole documents in English, of the kinds that offices in the US and the UK write.

Each case of `english/` is a file with the document, a line of a single dot, and what is
understood of it: the facts of the cover, the language, the text around the sections, the
sections indented by level with the number of their blocks, and what was left out.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from slidegen.document import Block, passages
from slidegen.outline import Outline
from slidegen.outlining import make_outline
from slidegen.reading import read

CASES = Path(__file__).parent / "english"
FORMATS = {".txt": "text", ".md": "markdown"}
FACTS = (
    "title",
    "subtitle",
    "occasion",
    "speaker",
    "organisation",
    "date",
    "iso_date",
    "source",
    "salutation",
    "language",
)


@pytest.mark.parametrize("path", sorted(CASES.iterdir()), ids=lambda path: path.stem)
def test_an_english_document_is_outlined_as_a_secretary_would(path: Path) -> None:
    source, expected = path.read_text(encoding="utf-8").split("\n.\n")

    outline = make_outline(read(source.encode(), format=FORMATS[path.suffix]))

    assert as_lines(outline) == expected.strip()


def as_lines(outline: Outline) -> str:
    lines = [f"{fact}: {value}" for fact in FACTS if (value := getattr(outline, fact))]
    lines += [f"opening: {text}" for text in _texts(outline.opening)]
    for section in outline.walk():
        count = f" +{len(section.body)}" if section.body else ""
        lines.append(f"{'  ' * (section.level - 1)}- {section.text}{count}")
    lines += [f"closing: {text}" for text in _texts(outline.closing)]
    lines += [f"after-matter: {text}" for text in _texts(outline.after_matter)]
    lines += [f"{dropped.reason}: {dropped.passage}" for dropped in outline.dropped]
    return "\n".join(line.rstrip() for line in lines)


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    return [passage.text for block in blocks for passage in passages(block)]

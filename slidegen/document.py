"""What the source says: a tree of blocks holding passages of inline text.

Every reader produces this tree and nothing later in the pipeline looks
behind it, so a new input format is a new reader and no other change.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from slidegen.passage import EMPTY, Passage
from slidegen.placed import Placed
from slidegen.point import Part

HeadingReason: TypeAlias = Literal["markdown", "style", "outline-level", "auto-number", "font"]
"""What in the file said that a block is a heading."""

Alignment: TypeAlias = Literal["left", "center", "right"]


class Paragraph(Placed, frozen=True):
    """One paragraph of the file; in plain text, one line that is not blank.

    Whether lines belong together, and whether one is a heading, is for
    outlining to say. The passage is stripped of the indent before it.
    """

    BESIDE = ("is_numbered_by_file",)

    passage: Passage
    is_numbered_by_file: bool = False
    """Whether the number that it begins with was counted by the program that wrote the file."""


class Heading(Struct, frozen=True):
    """A block that the file itself marks as a heading."""

    passage: Passage
    level: int
    """Depth by the file's own marks, from 1; may skip."""
    reason: HeadingReason


class ListItem(Struct, frozen=True):
    blocks: tuple[Block, ...]
    marker: str | None = None
    """Number as the source shows it (`1.`, `a)`), or None for a bullet."""
    checked: bool | None = None
    """State of a task's box; None for an item that is no task."""


class ListBlock(Struct, frozen=True):
    items: tuple[ListItem, ...]


class Cell(Struct, frozen=True):
    passage: Passage
    columns: int = 1
    """How many columns it spans."""
    rows: int = 1
    """How many rows it spans; the cells it covers are not in the later rows."""
    alignment: Alignment | None = None


class Table(Struct, frozen=True):
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 0
    """How many of the first rows are the head."""
    caption: Passage = EMPTY
    announcement: Passage = EMPTY
    """In a condensed outline, what stands before it and announces it: 情况如下."""
    unit: Passage = EMPTY
    """In a condensed outline, the line above it that says what its numbers count: 单位：万元."""
    is_shown: bool = True
    """In a condensed outline, whether it has a slide; its text is in the notes else."""


class Picture(Placed, frozen=True):
    BESIDE = ("line", "follows")

    data: bytes
    media_type: str
    """`image/png`, `image/jpeg` or another type that PowerPoint shows."""
    width: int
    """In pixels, as are all sizes of pictures."""
    height: int
    alt: Passage = EMPTY
    caption: Passage = EMPTY
    line: int = 0
    announcement: Passage = EMPTY
    is_shown: bool = True
    """Both as a table's."""
    follows: bool = False
    """In a condensed outline: whether nothing is said between the picture before and this."""


class Code(Placed, frozen=True):
    BESIDE = ("is_shown",)

    lines: tuple[Passage, ...]
    language: str | None = None
    is_shown: bool = False
    """In a condensed outline: whether it has a slide of its own, and is not told."""


class Quote(Struct, frozen=True):
    blocks: tuple[Block, ...]


class Rule(Placed, frozen=True):
    """A thematic break (`---`)."""

    BESIDE = ("line",)

    line: int = 0


class Footnote(Struct, frozen=True):
    """A note that stands apart from the text; meant for the speaker, not the slide."""

    label: str
    """Empty for what is said where it stands, like the notes of a deck's slide: it stays
    there, while a note with a label is gathered with the others behind the text."""
    blocks: tuple[Block, ...]


Block: TypeAlias = (
    Paragraph | Heading | ListBlock | Table | Picture | Code | Quote | Rule | Footnote | Part
)
"""A `Part` is in condensed outlines only: no reader makes one."""


Exhibit: TypeAlias = Table | Picture | Code
"""What may have a slide of its own."""


class Field(Struct, frozen=True):
    """One entry of a document's own metadata (front matter, core properties)."""

    name: str
    """In lower case, as the document writes it: `title`, `date`, `标题`."""
    value: Passage


class Document(Placed, frozen=True):
    BESIDE = ("lines", "encoding", "sha256", "path", "named")

    blocks: tuple[Block, ...]
    format: str
    """`text`, `markdown`, ...: the name that `--from` takes."""
    fields: tuple[Field, ...] = ()
    lines: tuple[str, ...] = ()
    """The decoded source, a line each, without line ends; what runs point into."""
    encoding: str | None = None
    sha256: str = ""
    """Of the bytes that were read."""
    path: str | None = None
    """As the user gave it; None for standard input."""
    named: tuple[str, ...] = ()
    """The files beside it that it shows, there or not."""


def passages(block: Block) -> tuple[Passage, ...]:
    """All text of *block* in reading order, a passage each paragraph or cell."""
    match block:
        case Paragraph(passage) | Heading(passage):
            return (passage,)
        case ListBlock(items):
            return tuple(p for item in items for inner in item.blocks for p in passages(inner))
        case Table(rows, _, caption):
            cells = tuple(cell.passage for row in rows for cell in row if cell.passage)
            return (*((caption,) if caption else ()), *cells)
        case Picture(caption=caption):
            return (caption,) if caption else ()
        case Code(lines):
            return tuple(line for line in lines if line)
        case Quote(blocks) | Footnote(_, blocks):
            return tuple(p for inner in blocks for p in passages(inner))
        case Part(_, told):
            return told
        case Rule():
            return ()

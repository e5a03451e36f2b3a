"""A page as a browser lays it out: boxes in boxes, and runs of text between them.

Elements that show nothing are gone, white space has been collapsed, and text that stands
beside a box has become a flow of its own. Whoever looks at a page after this needs to know
nothing of HTML's parser.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from msgspec import Struct, field

from slidegen.reading.block_lines import Span

CELLS = ("td", "th")


class PictureMark(Struct, frozen=True):
    """Where a picture stands, and the addresses where it may be, the likeliest first."""

    targets: tuple[str, ...]
    alt: str
    width: int | None
    """In pixels, as the page says; None if it does not."""
    height: int | None


class NoteMark(Struct, frozen=True):
    """A short link within the page, as to a note or back from it."""

    target: str
    """The name of the place that it leads to."""
    names: tuple[str, ...]
    """Those of its own place."""
    span: Span
    """What it says, in case it is no mark of a note."""
    is_raised: bool
    """Whether it looks like a mark: raised, or called one."""


class ListMark(Struct, frozen=True):
    """The number or bullet that Word has computed, in a page that it exported."""

    text: str


Piece: TypeAlias = Span | PictureMark | NoteMark | ListMark


class Flow(Struct, eq=False):
    """Text between two boundaries of boxes; line ends in it are those that were asked for."""

    pieces: list[Piece]
    letters: int
    """All characters but white space."""
    linked: int
    """Those of them that lead elsewhere."""
    is_in_cell: bool = False
    """Whether it stands in a cell of a table."""

    @property
    def text(self) -> str:
        return "".join(
            piece.text if isinstance(piece, Span) else piece.span.text
            for piece in self.pieces
            if isinstance(piece, Span | NoteMark)
        )


class Box(Struct, eq=False):
    tag: str
    attributes: Mapping[str, str]
    parent: Box | None = None
    children: list[Box | Flow] = field(default_factory=list)
    letters: int = 0
    linked: int = 0
    hidden: int = 0
    """Characters that a browser would not show."""

    @property
    def names(self) -> str:
        """Its class and id, as the page's author named what it is for."""
        return f"{self.attributes.get('class', '')} {self.attributes.get('id', '')}".strip()

    @property
    def text(self) -> str:
        return "\n".join(flow.text for flow in self.flows())

    def flows(self) -> Iterator[Flow]:
        for child in self.children:
            if isinstance(child, Flow):
                yield child
            else:
                yield from child.flows()

    def boxes(self) -> Iterator[Box]:
        """This box and all in it, in the page's order."""
        yield self
        for child in self.children:
            if isinstance(child, Box):
                yield from child.boxes()

    def ancestors(self) -> Iterator[Box]:
        """What it stands in, from the inside out."""
        box = self.parent
        while box is not None:
            yield box
            box = box.parent


class Layout(NamedTuple):
    root: Box
    places: Mapping[str, Box]
    """What a link within the page can lead to."""

"""What holds at a place in an RTF file: how text looks, whose paragraph it is, where it goes.

A group inherits it all, and what changes inside ends with the group. So a state is never
altered but exchanged for another, and a brace costs nothing.
"""

from __future__ import annotations

from enum import Enum, auto

from msgspec import Struct


class Destination(Enum):
    """Where the text of a group goes."""

    TEXT = auto()
    """To the flow: the document's, a footnote's, a text box's."""
    NOWHERE = auto()
    """What we don't know, or don't want; nothing in it is looked at but braces."""
    STRUCTURE = auto()
    """Nowhere, but groups inside may go somewhere (a shape, an object)."""
    FONTS = auto()
    STYLES = auto()
    LISTS = auto()
    """The definitions of lists."""
    LEVEL_TEXT = auto()
    """The pattern of one level's number."""
    MARKER = auto()
    """The number of a list's paragraph, written out."""
    INSTRUCTION = auto()
    """What a field does."""
    PICTURE = auto()
    """Its data, in hexadecimal."""
    PROPERTY_NAME = auto()
    PROPERTY_VALUE = auto()


class Character(Struct, frozen=True):
    """How characters look, as far as it matters to us."""

    font: int | None = None
    """None is the document's own (`\\deff`)."""
    is_east_asian: bool = False
    """Whether `\\dbch` came last: what is said next of associated looks (`\\ab`) is said of
    Chinese characters, and else of Arabic ones."""
    bold: bool = False
    italic: bool = False
    strike: bool = False
    hidden: bool = False
    deleted: bool = False
    """By somebody whose change was recorded: the text is read as if it were accepted."""


class Format(Struct, frozen=True):
    """What holds for a whole paragraph."""

    style: int = 0
    outline: int | None = None
    """`\\outlinelevel`, from 0; 9 is body text. None: the style says."""
    in_table: bool = False
    list: int | None = None
    """Number in the table of overrides (`\\ls`)."""
    level: int = 0
    """Depth in its list, from 0."""
    is_bulleted: bool = False
    """By the list itself in files older than Word 97 (`\\pnlvlblt`)."""
    alignment: str = "l"
    """`l`, `c`, `r` or `j`."""


class State(Struct, frozen=True):
    destination: Destination = Destination.TEXT
    character: Character = Character()
    format: Format = Format()
    fallback: int = 1
    """How many characters after a `\\u` stand in for it (`\\uc`)."""
    link: str | None = None
    """Where a field of the text leads."""

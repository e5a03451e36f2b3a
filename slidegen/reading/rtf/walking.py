"""One walk over the tokens of an RTF file, in which every group's text finds its place.

What is unknown and marked `\\*` is left out, as the standard asks of every reader; what
is unknown and not marked is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeAlias, assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from slidegen.messages import Message
from slidegen.passage import Style
from slidegen.reading.block_lines import BLOCKS
from slidegen.reading.flowing.leaving_out import LeftOut
from slidegen.reading.limits import (
    DEEPEST_GROUPS,
    LARGEST_TEXT,
    MOST_BLOCKS,
    check_count,
    check_size,
    too_large,
)
from slidegen.reading.opening import Source
from slidegen.reading.pictures import LARGEST_FILE
from slidegen.reading.rtf import charsets
from slidegen.reading.rtf.drawings import PictureData, Shape
from slidegen.reading.rtf.fields import Field
from slidegen.reading.rtf.flow import Flow, Raw, RawNote
from slidegen.reading.rtf.fonts import Font, Fonts
from slidegen.reading.rtf.formatting import CHARACTERS, FORMATTING
from slidegen.reading.rtf.lists import Lists
from slidegen.reading.rtf.state import Character, Destination, State
from slidegen.reading.rtf.styles import ParagraphStyle, StyleSheet
from slidegen.reading.rtf.tokens import (
    CLOSE,
    Binary,
    Close,
    Control,
    Letters,
    Open,
    Token,
    tokens,
)

Action: TypeAlias = "Callable[[Walker, int | None], None]"
"""What a control word does, given its number."""

Closer: TypeAlias = Callable[[], None]
"""What is to be done when a group ends."""

MOST_PARAGRAPHS = 5 * MOST_BLOCKS
"""Cells and empty paragraphs as well, which many use to leave room."""


@lru_cache(maxsize=256)
def style_of(character: Character, link: str | None) -> Style:
    """The looks that a document keeps; looked up for every few characters."""
    return Style(character.bold, character.italic, strike=character.strike, link=link)


class Walker(Struct):
    """Where the walk is, and what it has found."""

    source: Source
    actions: Mapping[str, Action]
    """What the control words do that `FORMATTING` does not name."""
    state: State = field(default_factory=State)
    stack: list[tuple[State, Closer | None]] = field(default_factory=list)
    flow: Flow = field(default_factory=Flow)
    notes: list[RawNote] = field(default_factory=list)
    sheet: StyleSheet = field(default_factory=StyleSheet)
    lists: Lists = field(default_factory=Lists)
    heads: list[tuple[Raw, ...]] = field(default_factory=list)
    """What stands above and below the pages."""
    left_out: LeftOut = field(default_factory=LeftOut)
    is_cut_short: bool = False
    """Whether groups were still open where the file ends."""
    fonts: Fonts = field(default_factory=Fonts)
    fields: list[Field] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    pictures: list[PictureData] = field(default_factory=list)
    """Those that are open, the innermost last."""
    picture_count: int = 0
    is_marked: bool = False
    """Whether `\\*` came just before."""
    skipped: int = 0
    """How many characters are still to come that stand in for a `\\u`."""
    pending: bytearray = field(default_factory=bytearray)
    """Bytes that wait for others, as a character may have two."""
    surrogate: int = 0
    """The first half of a character beyond U+FFFF."""
    size: int = 0
    """Characters of the text so far."""
    paragraphs: int = 0
    """Also empty ones, which make no block."""
    undecodable: int = 0
    """Bytes of the text that stand for no character."""
    style_depth: int = -1
    style_name: str = ""
    based_on: int | None = None
    property_name: str = ""
    property_value: str = ""
    has_endnote: bool = False

    def walk(self) -> list[Raw]:
        """All of the text. Raises `SourceTooLarge` or `SourceTooSlow`."""
        for token in tokens(self.source):
            self._take(token)
            if not self.stack and token is CLOSE:
                break  # what follows the last brace is no RTF
        self._flush()
        self.is_cut_short = bool(self.stack)
        while self.stack:
            self._close()
        return self.flow.close(self.state.format)

    # --- tokens

    def _take(self, token: Token) -> None:
        match token:
            case Open():
                self._open()
            case Close():
                self._close()
            case Control(word, number):
                self._control(word, number)
            case Letters(data, is_escaped):
                self._letters(data, is_escaped)
            case Binary(data):
                if self.state.destination is Destination.PICTURE and self.pictures:
                    self.pictures[-1].binary = data
            case _:
                assert_never(token)

    def _open(self) -> None:
        self._flush()
        self.skipped = 0
        if len(self.stack) >= DEEPEST_GROUPS:
            raise too_large(
                Message(
                    en=f"the document nests more than {DEEPEST_GROUPS} levels deep",
                    zh=f"文档内部嵌套超过 {DEEPEST_GROUPS} 层",
                )
            )
        closer: Closer | None = None
        state = self.state
        if state.destination is Destination.STYLES and len(self.stack) == self.style_depth:
            closer, self.style_name, self.based_on = self._end_style, "", None
            self.state = State(Destination.STYLES)
        self.stack.append((state, closer))

    def _close(self) -> None:
        self._flush()
        self.skipped = 0
        self.is_marked = False
        if not self.stack:
            return
        state, closer = self.stack.pop()
        if closer:
            closer()
        self.state = state

    def _letters(self, data: bytes, is_escaped: bool) -> None:
        destination = self.state.destination
        if destination is Destination.NOWHERE or not self.stack:
            return
        if self.skipped:
            self.skipped, data = max(0, self.skipped - len(data)), data[self.skipped :]
            if not data:
                return
        if destination is Destination.PICTURE:
            if self.pictures and not is_escaped:
                self._picture_digits(data)
        elif is_escaped or self.pending or not data.isascii() or self._is_sign_font():
            self.pending += data
        else:
            self._write(data.decode("ascii"))

    def _picture_digits(self, data: bytes) -> None:
        digits = self.pictures[-1].digits
        if len(digits) <= 2 * LARGEST_FILE:
            digits += data

    def _control(self, word: str, number: int | None) -> None:
        is_marked, self.is_marked = self.is_marked, False
        if word == "*":
            self.is_marked = True
        if word == "*" or self.state.destination is Destination.NOWHERE:
            return
        if word == "u":
            self._unicode(number or 0)
        elif word in CHARACTERS:
            if self.skipped:
                self.skipped -= 1
            else:
                self._flush()
                self._write(CHARACTERS[word])
        else:
            self._flush()
            self.skipped = 0
            if change := FORMATTING.get(word):
                self.state = change(self.state, number)
                if word == "pnlvlblt" and self.stack:
                    # It stands in a group of its own, and means the paragraph.
                    outer, closer = self.stack[-1]
                    self.stack[-1] = (change(outer, number), closer)
            elif action := self.actions.get(word):
                action(self, number)
            elif is_marked:
                self.go(Destination.NOWHERE)
            if self.lists.is_open:
                self.lists.control(word, number)

    def _unicode(self, number: int) -> None:
        self._flush()
        self.skipped = self.state.fallback
        code = number & 0xFFFF
        if 0xD800 <= code < 0xDC00:
            self.surrogate = code
            return
        if 0xDC00 <= code < 0xE000:
            first, self.surrogate = self.surrogate, 0
            text = (
                chr(0x10000 + (first - 0xD800) * 0x400 + code - 0xDC00)
                if first
                else charsets.REPLACEMENT
            )
        elif number > 0xFFFF:
            # Against the standard, and written all the same.
            text = chr(number) if number <= 0x10FFFF else charsets.REPLACEMENT
        else:
            text = charsets.sign(code)
        self._write(text)

    # --- text

    def _encoding(self) -> str:
        return self.fonts.encoding(self.state.character.font)

    def _is_sign_font(self) -> bool:
        is_defined = self.state.destination is Destination.FONTS
        return not is_defined and self._encoding() == charsets.SYMBOLS

    def _flush(self) -> None:
        if self.pending:
            data = bytes(self.pending)
            self.pending.clear()
            # The names of fonts and styles are in the document's own code page.
            is_text = self.state.destination in (Destination.TEXT, Destination.MARKER)
            encoding = self._encoding() if is_text else self.fonts.codepage
            text = charsets.decoded(data, encoding, self.fonts.codepage)
            self.undecodable += text.count(charsets.REPLACEMENT) if is_text else 0
            self._write(text)

    def _write(self, text: str) -> None:
        match self.state.destination:
            case Destination.TEXT:
                self.write_text(text)
            case Destination.MARKER:
                self.flow.marker += text
            case Destination.FONTS:
                self.defined_font.name += text
            case Destination.STYLES:
                self.style_name += text
            case Destination.LEVEL_TEXT:
                self.lists.add_text(text)
            case Destination.INSTRUCTION:
                if self.fields:
                    self.fields[-1].instruction += text
            case Destination.PROPERTY_NAME:
                self.property_name += text
            case Destination.PROPERTY_VALUE:
                self.property_value += text
            case (
                Destination.NOWHERE
                | Destination.STRUCTURE
                | Destination.LISTS
                | Destination.PICTURE
            ):
                pass
            case _:
                assert_never(self.state.destination)

    def write_text(self, text: str) -> None:
        character = self.state.character
        if not text or character.deleted:
            return
        if character.hidden:
            self.left_out.add("hidden", bool(text.strip()))
            return
        self.size += len(text)
        check_size(self.size, LARGEST_TEXT)
        self.flow.add(text, style_of(character, self.state.link))
        for open_field in self.fields:
            open_field.has_result = True

    # --- destinations

    def go(self, destination: Destination) -> None:
        """The rest of the group goes to *destination*."""
        self.state = replace(self.state, destination=destination)

    def at_close(self, closer: Closer) -> None:
        """Does *closer* when the group that is open ends."""
        if self.stack:
            state, before = self.stack[-1]

            def both() -> None:
                closer()
                if before:
                    before()

            self.stack[-1] = (state, both)

    def divert(self, then: Callable[[list[Raw]], None]) -> None:
        """The text of this group goes to a flow of its own, whose paragraphs go to *then*."""
        outer, self.flow = self.flow, Flow()
        self.state = State(fallback=self.state.fallback)

        def closer() -> None:
            raws, self.flow = self.flow.close(self.state.format), outer
            then(raws)

        self.at_close(closer)

    @property
    def is_in_text(self) -> bool:
        return self.state.destination is Destination.TEXT

    def count_paragraph(self) -> None:
        self.paragraphs += 1
        check_count(self.paragraphs, MOST_PARAGRAPHS, BLOCKS)

    @property
    def defined_font(self) -> Font:
        """The one whose group in the table of fonts is being read."""
        return self.fonts.known.setdefault(self.state.character.font or 0, Font())

    def _end_style(self) -> None:
        name = self.style_name.split(";")[0].strip()
        if self.state.destination is Destination.STYLES and name:
            name = " ".join(name.partition(",")[0].lower().split())
            format = self.state.format
            self.sheet.styles[format.style] = ParagraphStyle(name, format, self.based_on)

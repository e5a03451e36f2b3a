"""One walk over the tokens of an RTF file, in which every group's text finds its place.

What is unknown and marked `\\*` is left out, as the standard asks of every reader; what
is unknown and not marked is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import assert_never

from slidegen.messages import Message
from slidegen.passage import Style
from slidegen.reading.block_lines import BLOCKS
from slidegen.reading.flowing.leaving_out import LeftOut
from slidegen.reading.flowing.links import web_address
from slidegen.reading.limits import (
    DEEPEST_GROUPS,
    LARGEST_TEXT,
    MOST_BLOCKS,
    MOST_PICTURES,
    check_count,
    check_size,
    too_large,
)
from slidegen.reading.opening import Source
from slidegen.reading.pictures import LARGEST_FILE
from slidegen.reading.rtf import charsets
from slidegen.reading.rtf.fields import Field
from slidegen.reading.rtf.flow import Flow, Raw, RawPicture
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

Closer = Callable[[], None]
"""What is to be done when a group ends."""

UNWANTED = frozenset(
    (
        *("info", "colortbl", "filetbl", "revtbl", "listname", "template", "generator"),
        *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn"),
        *("xe", "tc", "tcn", "rxe", "bkmkstart", "bkmkend", "pnseclvl", "private1"),
        *("nonshppict", "shprslt", "objclass", "objname", "objdata"),
        *("fontemb", "fontfile", "falt", "panose"),
    )
)
"""Destinations whose text is not the document's, and which old files don't mark `\\*`."""

MOST_PARAGRAPHS = 5 * MOST_BLOCKS
"""Cells and empty paragraphs as well, which many use to leave room."""

PICTURE_KINDS = (
    *("pngblip", "jpegblip", "emfblip", "wmetafile"),
    *("dibitmap", "wbitmap", "macpict", "pmmetafile"),
)


@lru_cache(maxsize=256)
def style_of(character: Character, link: str | None) -> Style:
    """The looks that a document keeps; looked up for every few characters."""
    return Style(character.bold, character.italic, strike=character.strike, link=link)


@dataclass
class Font:
    charset: int | None = None
    codepage: int | None = None
    name: str = ""

    def encoding(self, codepage: str) -> str:
        if self.codepage and (found := charsets.of_codepage(self.codepage)):
            return found
        return charsets.of_charset(self.charset, self.name, codepage)


@dataclass
class PictureData:
    kind: str = ""
    digits: bytearray = field(default_factory=bytearray)
    binary: bytes = b""
    alt: str = ""

    def raw(self) -> RawPicture:
        data = self.binary
        if not data:
            digits = bytes(self.digits).translate(None, b" \t")
            try:
                data = bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
            except (UnicodeDecodeError, ValueError):
                data = b""
        return RawPicture(data, self.kind, self.alt)


@dataclass
class Shape:
    alt: str = ""
    pictures: list[PictureData] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RawNote:
    raws: tuple[Raw, ...]
    is_endnote: bool


@dataclass
class Walker:
    """Where the walk is, and what it has found."""

    source: Source
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
    codepage: str = charsets.WESTERN
    fonts: dict[int, Font] = field(default_factory=dict)
    default_font: int = 0
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
            elif action := ACTIONS.get(word):
                action(self, number)
            elif is_marked or word in UNWANTED:
                self._go(Destination.NOWHERE)
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
        font = self.state.character.font
        known = self.fonts.get(self.default_font if font is None else font)
        return known.encoding(self.codepage) if known else self.codepage

    def _is_sign_font(self) -> bool:
        font = self.state.character.font
        known = self.fonts.get(self.default_font if font is None else font)
        if known is None or self.state.destination is Destination.FONTS:
            return False
        return known.encoding(self.codepage) == charsets.SYMBOLS

    def _flush(self) -> None:
        if self.pending:
            data = bytes(self.pending)
            self.pending.clear()
            # The names of fonts and styles are in the document's own code page.
            is_text = self.state.destination in (Destination.TEXT, Destination.MARKER)
            encoding = self._encoding() if is_text else self.codepage
            text = charsets.decoded(data, encoding, self.codepage)
            self.undecodable += text.count(charsets.REPLACEMENT) if is_text else 0
            self._write(text)

    def _write(self, text: str) -> None:
        match self.state.destination:
            case Destination.TEXT:
                self._write_text(text)
            case Destination.MARKER:
                self.flow.marker += text
            case Destination.FONTS:
                self._font().name += text
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

    def _write_text(self, text: str) -> None:
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

    def _go(self, destination: Destination) -> None:
        self.state = replace(self.state, destination=destination)

    def _at_close(self, closer: Closer) -> None:
        """Does *closer* when the group that is open ends."""
        if self.stack:
            state, before = self.stack[-1]

            def both() -> None:
                closer()
                if before:
                    before()

            self.stack[-1] = (state, both)

    def _divert(self, then: Callable[[list[Raw]], None]) -> None:
        """The text of this group goes to a flow of its own, whose paragraphs go to *then*."""
        outer, self.flow = self.flow, Flow()
        self.state = State(fallback=self.state.fallback)

        def closer() -> None:
            raws, self.flow = self.flow.close(self.state.format), outer
            then(raws)

        self._at_close(closer)

    def _font(self) -> Font:
        return self.fonts.setdefault(self.state.character.font or 0, Font())

    def _end_style(self) -> None:
        name = self.style_name.split(";")[0].strip()
        if self.state.destination is Destination.STYLES and name:
            name = " ".join(name.partition(",")[0].lower().split())
            format = self.state.format
            self.sheet.styles[format.style] = ParagraphStyle(name, format, self.based_on)

    def _stylesheet(self, _: int | None) -> None:
        self._go(Destination.STYLES)
        self.style_depth = len(self.stack)

    def _set_based_on(self, number: int | None) -> None:
        self.based_on = number

    def _charset(self, number: int | None) -> None:
        if self.state.destination is Destination.FONTS:
            self._font().charset = number

    def _font_codepage(self, number: int | None) -> None:
        if self.state.destination is Destination.FONTS:
            self._font().codepage = number

    def _ansicpg(self, number: int | None) -> None:
        self.codepage = charsets.of_codepage(number or 0) or self.codepage

    def _family(self, word: str) -> None:
        self.codepage = charsets.FAMILIES[word]

    def _deff(self, number: int | None) -> None:
        self.default_font = number or 0

    # --- fields

    def _open_field(self) -> None:
        self.fields.append(Field(self.state.destination))

        def closer() -> None:
            closed = self.fields.pop()
            self.left_out.add("field", closed.shows_nothing)

        self._at_close(closer)

    def _field_result(self) -> None:
        if not self.fields:
            return
        known = self.fields[-1]
        self._go(Destination.NOWHERE if known.is_left_out else known.destination)
        if known.link:
            self.state = replace(self.state, link=web_address(known.link, self.left_out))
        if known.is_left_out:
            self.left_out.add("contents")

    # --- pictures, shapes, objects

    def _open_picture(self) -> None:
        self.picture_count += 1
        check_count(self.picture_count, MOST_PICTURES, Message(en="pictures", zh="图片"))
        picture = PictureData()
        self.pictures.append(picture)
        self._go(Destination.PICTURE)

        def closer() -> None:
            self.pictures.pop()
            if self.shapes:
                self.shapes[-1].pictures.append(picture)
            else:
                self.flow.hang([picture.raw()])

        self._at_close(closer)

    def _picture_kind(self, word: str) -> None:
        if self.pictures:
            self.pictures[-1].kind = word

    def _open_shape(self) -> None:
        shape = Shape()
        self.shapes.append(shape)
        self._go(Destination.STRUCTURE)

        def closer() -> None:
            self.shapes.remove(shape)
            for picture in shape.pictures:
                picture.alt = picture.alt or shape.alt
                self.flow.hang([picture.raw()])

        self._at_close(closer)

    def _shape_text(self) -> None:
        # What is in the box is not the shape's own picture.
        outer, self.shapes = self.shapes, []

        def restore() -> None:
            self.shapes = outer

        self._at_close(restore)
        self._divert(lambda raws: self.flow.hang(raws))

    def _open_property(self) -> None:
        self.property_name = self.property_value = ""

        def closer() -> None:
            if self.property_name.strip() == "wzDescription":
                owner = self.pictures[-1] if self.pictures else self.shapes[-1:]
                for described in owner if isinstance(owner, list) else [owner]:
                    described.alt = self.property_value.strip()

        self._at_close(closer)

    def _open_object(self) -> None:
        before = self.flow.extent
        self._go(Destination.STRUCTURE)

        def closer() -> None:
            self.left_out.add("object", self.flow.extent == before)

        self._at_close(closer)

    # --- notes and what is left out

    def _open_note(self) -> None:
        self._count_paragraph()
        self.has_endnote = False

        def keep(raws: list[Raw]) -> None:
            self.notes.append(RawNote(tuple(raws), self.has_endnote))

        self._divert(keep)

    def _mark_endnote(self) -> None:
        self.has_endnote = True

    def _open_head(self) -> None:
        self._divert(lambda raws: self.heads.append(tuple(raws)))

    def _open_comment(self) -> None:
        self.left_out.add("comment")
        self._go(Destination.NOWHERE)

    def _open_formula(self) -> None:
        self.left_out.add("formula")
        self._go(Destination.TEXT)

    # --- paragraphs and rows

    def _is_text(self) -> bool:
        return self.state.destination is Destination.TEXT

    def _end_paragraph(self) -> None:
        if self._is_text():
            if self.state.character.deleted:
                self._write_text(" ")  # a mark that was deleted joins two paragraphs
                return
            self._count_paragraph()
            self.flow.end_paragraph(self.state.format)

    def _count_paragraph(self) -> None:
        self.paragraphs += 1
        check_count(self.paragraphs, MOST_PARAGRAPHS, BLOCKS)

    def _end_cell(self) -> None:
        if self._is_text():
            self._count_paragraph()
            self.flow.end_cell(self.state.format)

    def _end_nested_cell(self) -> None:
        if self._is_text():
            self.flow.end_nested_cell(self.state.format)

    def _end_row(self) -> None:
        if self._is_text():
            self.flow.end_row()

    def _begin_row(self) -> None:
        if self._is_text():
            self.flow.begin_row()

    def _row_head(self) -> None:
        self.flow.plan.is_head = True

    def _merge_left(self) -> None:
        self.flow.plan.continues_left = True

    def _merge_up(self) -> None:
        self.flow.plan.continues_above = True

    def _cell_edge(self, number: int | None) -> None:
        if self._is_text():
            self.flow.plan.end_cell(number or 0)

    def _marker(self) -> None:
        self.lists.are_written_out = True
        self.flow.marker = ""
        self.state = replace(
            self.state, destination=Destination.MARKER, character=Character(deleted=False)
        )

    def _open_lists(self) -> None:
        self._go(Destination.LISTS)
        self.lists.is_open = True

        def closer() -> None:
            self.lists.is_open = False

        self._at_close(closer)

    def _level_text(self) -> None:
        if self.state.destination is Destination.LISTS:
            self._go(Destination.LEVEL_TEXT)

    def _to(self, destination: Destination) -> None:
        self._go(destination)


Action = Callable[[Walker, int | None], None]


def _plain(action: Callable[[Walker], None]) -> Action:
    """For words whose number says nothing."""
    return lambda walker, _: action(walker)


def _to(destination: Destination) -> Action:
    return lambda walker, _: walker._go(destination)


def _pictured(word: str) -> Action:
    return lambda walker, _: walker._picture_kind(word)


def _family(word: str) -> Action:
    return lambda walker, _: walker._family(word)


ACTIONS: Mapping[str, Action] = {
    # the document's encoding and its tables
    **{word: _family(word) for word in charsets.FAMILIES},
    "ansicpg": Walker._ansicpg,
    "deff": Walker._deff,
    "fonttbl": _to(Destination.FONTS),
    "fcharset": Walker._charset,
    "cpg": Walker._font_codepage,
    "stylesheet": Walker._stylesheet,
    "sbasedon": Walker._set_based_on,
    "listtable": _plain(Walker._open_lists),
    "listoverridetable": _plain(Walker._open_lists),
    "leveltext": _plain(Walker._level_text),
    # paragraphs and rows
    "par": _plain(Walker._end_paragraph),
    "sect": _plain(Walker._end_paragraph),
    "cell": _plain(Walker._end_cell),
    "nestcell": _plain(Walker._end_nested_cell),
    "row": _plain(Walker._end_row),
    "trowd": _plain(Walker._begin_row),
    "trhdr": _plain(Walker._row_head),
    "clmrg": _plain(Walker._merge_left),
    "clvmrg": _plain(Walker._merge_up),
    "cellx": Walker._cell_edge,
    "listtext": _plain(Walker._marker),
    "pntext": _plain(Walker._marker),
    "pn": _to(Destination.STRUCTURE),
    # what hangs on the text
    "footnote": _plain(Walker._open_note),
    "ftnalt": _plain(Walker._mark_endnote),
    "annotation": _plain(Walker._open_comment),
    **dict.fromkeys(
        ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"),
        _plain(Walker._open_head),
    ),
    "field": _plain(Walker._open_field),
    "fldinst": _to(Destination.INSTRUCTION),
    "fldrslt": _plain(Walker._field_result),
    "upr": _to(Destination.STRUCTURE),
    "ud": _to(Destination.TEXT),
    "moMath": _plain(Walker._open_formula),
    "mmath": _to(Destination.STRUCTURE),
    # pictures, shapes, objects
    "shppict": _to(Destination.STRUCTURE),
    "pict": _plain(Walker._open_picture),
    **{word: _pictured(word) for word in PICTURE_KINDS},
    "picprop": _to(Destination.STRUCTURE),
    "shp": _to(Destination.STRUCTURE),
    "shpinst": _plain(Walker._open_shape),
    "do": _plain(Walker._open_shape),
    "shptxt": _plain(Walker._shape_text),
    "dptxbxtext": _plain(Walker._shape_text),
    "sp": _plain(Walker._open_property),
    "sn": _to(Destination.PROPERTY_NAME),
    "sv": _to(Destination.PROPERTY_VALUE),
    "object": _plain(Walker._open_object),
    "result": _to(Destination.TEXT),
}
"""The control words that end something, or begin a group whose text goes elsewhere."""

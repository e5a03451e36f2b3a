"""What stands on the pages: letters with their places, as PDFium sees them.

The only module that knows PDFium. A PDF says where each glyph goes and nothing of
words, lines or paragraphs; PDFium's own guesses at those (spaces and line ends that it
makes up) are left behind, since the later steps guess with more at hand.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct, field

from slidegen.errors import EncryptedSource
from slidegen.messages import Message
from slidegen.reading.archive import damaged
from slidegen.reading.limits import MOST_PAGES, MOST_PATHS, check_count
from slidegen.reading.opening import Source
from slidegen.reading.paged.doubles import without_doubles
from slidegen.reading.paged.letters import LARGE_PICTURE, Letter, Link, Page, PlacedPicture
from slidegen.reading.pdf.glyphs import readable
from slidegen.reading.pdf.images import DEEPEST_FORM, fingerprint, picture_of
from slidegen.reading.pdf.paths import Drawn

if TYPE_CHECKING:
    import pypdfium2

INVISIBLE = 3
"""The text render mode that draws nothing; PDF 1.7, table 106."""
CLIPPING_ONLY = 7
BOLD_WEIGHT = 600
FORCE_BOLD = 1 << 18
"""Font flags of PDF 1.7, table 123."""
ITALIC = 1 << 6
UPRIGHT = 10.0
"""Degrees that a line may be off its direction; a page that went askew through a scanner."""
LONGEST_PAGE = 200_000
"""Letters of one page."""


class Pages(Struct, frozen=True):
    """An open file."""

    source: Source
    file: pypdfium2.PdfDocument
    is_form_of_another_kind: bool
    """XFA: the pages hold a plea to wait only, and the form is XML that PDFium does not draw."""

    def __iter__(self) -> Iterator[Page]:
        """The pages in order, each let go before the next. Raises `SourceTooSlow`."""
        for index in range(len(self.file)):
            self.source.check_time()
            yield _page(self.file, index, self.source)


@contextmanager
def open_pages(source: Source) -> Iterator[Pages]:
    """The pages of *source*, closed in the order that PDFium needs.

    Raises `EncryptedSource`, `MalformedSource` or `SourceTooLarge`.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        file = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        match getattr(error, "err_code", None):
            case pdfium.FPDF_ERR_PASSWORD:
                raise _encrypted() from None
            case pdfium.FPDF_ERR_SECURITY:
                raise _locked_by_a_system() from None
            case _:
                raise damaged() from None
    try:
        if not len(file):
            raise damaged()
        check_count(len(file), MOST_PAGES, Message(en="pages", zh="页面"))
        is_xfa = file.get_formtype() == pdfium.FORMTYPE_XFA_FULL
        yield Pages(source, file, is_xfa)
    finally:
        file.close()


def _encrypted() -> EncryptedSource:
    return EncryptedSource(
        Message(en="the PDF is locked by a password", zh="PDF 已加密，需要密码才能打开"),
        Message(
            en="open it with its password, save or print it as a PDF without one, and convert that",
            zh="请用密码打开后，另存或打印为不加密的 PDF 再转换",
        ),
    )


def _locked_by_a_system() -> EncryptedSource:
    return EncryptedSource(
        Message(
            en="the PDF is locked by a rights management system",
            zh="PDF 由文档权限管理系统加密",
        ),
        Message(
            en="ask its owner for a copy that is not locked",
            zh="请向文件所有者索取未加密的副本",
        ),
    )


class _Frame(Struct):
    """The visible part of a page, and how it is turned."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int
    """Quarter turns clockwise."""

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where the reader sees the point, from the top-left corner, y growing downwards."""
        match self.turns % 4:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A box as left, top, right, bottom."""
        ax, ay = self.place(x0, y0)
        bx, by = self.place(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


class _Type(Struct, frozen=True):
    """What the letters of one text object have in common."""

    size: float
    angle: float
    """Degrees anticlockwise on the page as it is seen, from 0 up to 360."""
    is_bold: bool
    is_italic: bool
    is_inked: bool
    font: str
    number: int
    """Of the object, to tell letters drawn twice."""


class _Drawn(Struct):
    """One letter, still in its own direction."""

    text: str
    x: float
    y: float
    box: tuple[float, float, float, float]
    type: _Type
    order: int


class _Found(Struct):
    """What is gathered from a page's text."""

    drawn: list[_Drawn] = field(default_factory=list)
    outside: int = 0
    unmapped: int = 0


def _page(file: pypdfium2.PdfDocument, index: int, source: Source) -> Page:
    import pypdfium2

    try:
        page = file[index]
    except pypdfium2.PdfiumError:
        return Page(index + 1, 0, 0, ())
    try:
        return _read(page, index + 1, source)
    finally:
        page.close()


def _read(page: pypdfium2.PdfPage, number: int, source: Source) -> Page:
    left, bottom, right, top = page.get_bbox()
    frame = _Frame(left, bottom, right, top, page.get_rotation() // 90)
    found = _text(page, frame, source)
    seen = _graphics(page, number, frame, source)
    area = max(frame.width * frame.height, 1.0)
    is_covered = seen.largest >= LARGE_PICTURE * area
    inked = [d for d in found.drawn if d.type.is_inked or is_covered]
    level, width, height, slanting = _levelled(inked, frame)
    is_upright = width == frame.width
    return Page(
        number=number,
        width=width,
        height=height,
        letters=tuple(without_doubles(level)),
        slanting=slanting,
        hidden=found.outside + len(found.drawn) - len(inked),
        unmapped=found.unmapped,
        pictures=seen.pictures,
        placed=tuple(seen.placed) if is_upright else (),
        has_large_picture=is_covered,
        paths=seen.paths,
        rulings=tuple(seen.drawn.rulings) if is_upright else (),
        tints=tuple(seen.drawn.tints) if is_upright else (),
        links=_links(page, frame) if is_upright else (),
    )


def _text(page: pypdfium2.PdfPage, frame: _Frame, source: Source) -> _Found:
    import pypdfium2
    import pypdfium2.raw as pdfium

    found = _Found()
    try:
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        return found
    try:
        raw = textpage.raw
        count = pdfium.FPDFText_CountChars(raw)
        check_count(count, LONGEST_PAGE, Message(en="letters on one page", zh="单页文字"))
        types: dict[int, _Type] = {}
        x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
        for i in range(count):
            if i % 4096 == 0:
                source.check_time()
            if pdfium.FPDFText_IsGenerated(raw, i) == 1:
                continue
            code = pdfium.FPDFText_GetUnicode(raw, i)
            drawn_by = pdfium.FPDFText_GetTextObject(raw, i)
            key = ctypes.cast(drawn_by, ctypes.c_void_p).value or 0
            kind = types.get(key)
            if kind is None:
                kind = types[key] = _type(raw, i, drawn_by, frame, len(types))
            text = readable(code, kind.font)
            if not text:
                found.unmapped += 1
                continue
            if pdfium.FPDFText_HasUnicodeMapError(raw, i) == 1:
                found.unmapped += 1
            pdfium.FPDFText_GetCharOrigin(raw, i, x, y)
            if not pdfium.FPDFText_GetLooseCharBox(raw, i, box):
                continue
            place = frame.place(x.value, y.value)
            sides = frame.box(box.left, box.bottom, box.right, box.top)
            if (
                sides[2] < 0
                or sides[3] < 0
                or sides[0] > frame.width
                or sides[1] > frame.height
                or kind.size <= 0
                or not math.isfinite(sum(sides))
            ):
                found.outside += bool(text.strip())
                continue
            found.drawn.append(_Drawn(text, *place, sides, kind, i))
        return found
    finally:
        textpage.close()


def _type(raw: object, i: int, drawn_by: object, frame: _Frame, number: int) -> _Type:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(raw, i)
    angle = 0.0
    if pdfium.FPDFText_GetMatrix(raw, i, matrix):
        size *= math.hypot(matrix.c, matrix.d)
        angle = math.degrees(math.atan2(matrix.b, matrix.a))
    flags = ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(raw, i, None, 0, flags)
    name = ctypes.create_string_buffer(max(length, 1))
    pdfium.FPDFText_GetFontInfo(raw, i, name, length, flags)
    font = name.value.decode("utf-8", "replace")
    mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn_by) if drawn_by else 0
    return _Type(
        size=abs(size),
        angle=(angle - 90 * frame.turns) % 360,
        is_bold=_is_bold(font, pdfium.FPDFText_GetFontWeight(raw, i), flags.value, mode),
        is_italic=bool(flags.value & ITALIC) or "Italic" in font or "Oblique" in font,
        is_inked=mode not in (INVISIBLE, CLIPPING_ONLY),
        font=font,
        number=number,
    )


def _is_bold(font: str, weight: int, flags: int, mode: int) -> bool:
    # Word and WPS make Chinese bold by drawing the outline as well (mode 2).
    named = any(word in font for word in ("Bold", "bold", "Black", "Heavy", "Semibold"))
    return named or weight >= BOLD_WEIGHT or bool(flags & FORCE_BOLD) or mode == 2


def _levelled(
    drawn: list[_Drawn], frame: _Frame
) -> tuple[list[tuple[Letter, int]], float, float, int]:
    """The letters with the page turned so that most stand upright, its size then, and how
    many stand aslant. Those that stand on their side beside others are given too, turned
    for themselves and put below the page's other text."""
    by_turn: dict[int, list[_Drawn]] = {0: [], 1: [], 2: [], 3: []}
    slanting = 0
    for one in drawn:
        turn = round(one.type.angle / 90) % 4
        off = abs((one.type.angle - 90 * turn + 180) % 360 - 180)
        if off > UPRIGHT:
            slanting += bool(one.text.strip())
        else:
            by_turn[turn].append(one)
    order = sorted(by_turn, key=lambda turn: (-len(by_turn[turn]), turn))
    width, height = _turned_size(order[0], frame)
    letters: list[tuple[Letter, int]] = []
    below = 0.0
    for turn in order:
        letters += [(_letter(one, turn, frame, below), one.type.number) for one in by_turn[turn]]
        below += 2 * _turned_size(turn, frame)[1]
    return letters, width, height, slanting


def _turned_size(turn: int, frame: _Frame) -> tuple[float, float]:
    return (frame.height, frame.width) if turn % 2 else (frame.width, frame.height)


def _letter(one: _Drawn, turn: int, frame: _Frame, below: float) -> Letter:
    """*one* after the page has been turned clockwise by *turn* quarters."""
    left, top, right, bottom = one.box
    match turn:
        case 0:
            sides = left, right, one.y
        case 1:  # reads upwards
            sides = frame.height - bottom, frame.height - top, one.x
        case 2:
            sides = frame.width - right, frame.width - left, frame.height - one.y
        case _:
            sides = top, bottom, frame.width - one.x
    kind = one.type
    return Letter(
        one.text,
        sides[0],
        sides[1],
        sides[2] + below,
        kind.size,
        kind.is_bold,
        kind.is_italic,
        one.order,
    )


class _Seen(Struct):
    """What is drawn on a page besides letters."""

    drawn: Drawn
    pictures: int = 0
    placed: list[PlacedPicture] = field(default_factory=list)
    largest: float = 0.0
    """Area of the largest picture."""
    paths: int = 0


SMALLEST_PICTURE = 20.0
"""Points of either side: rules and dots are drawn as pictures too."""


def _graphics(page: pypdfium2.PdfPage, number: int, frame: _Frame, source: Source) -> _Seen:
    import pypdfium2.raw as pdfium

    seen = _Seen(Drawn(frame.place))
    sides = [ctypes.c_float() for _ in range(4)]
    for n, drawn in enumerate(page.get_objects(max_depth=DEEPEST_FORM)):
        if n % 1024 == 0:
            source.check_time()
        if n > MOST_PATHS:
            break
        if drawn.type not in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH):
            continue
        if not pdfium.FPDFPageObj_GetBounds(drawn.raw, *sides):
            continue
        left, top, right, bottom = frame.box(*(side.value for side in sides))
        if drawn.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            seen.pictures += 1
            seen.largest = max(seen.largest, (right - left) * (bottom - top))
            if min(right - left, bottom - top) >= SMALLEST_PICTURE:
                read = partial(picture_of, page.pdf, number - 1, n)
                name = fingerprint(drawn)
                seen.placed.append(PlacedPicture(left, top, right, bottom, name, read))
            continue
        seen.paths += 1
        seen.drawn.add(drawn)
    return seen


def _links(page: pypdfium2.PdfPage, frame: _Frame) -> tuple[Link, ...]:
    return ()

"""PDFs for tests, drawn letter by letter: what a test draws is all that is in them.

The fonts are not embedded. Their codes are those of UTF-16, which a ToUnicode map says;
Latin letters are half an em wide, all others an em.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

A4 = (595, 842)
LEFT, RIGHT, TOP = 80, 515, 762
EM = 16.0
PITCH = 28.0


def width(text: str, size: float = EM) -> float:
    return sum(size / 2 if ord(sign) < 0x2000 else size for sign in text)


@dataclass
class PageDrawing:
    size: tuple[float, float] = A4
    rotate: int = 0
    operators: list[str] = field(default_factory=list)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = EM,
        bold: bool = False,
        mode: int = 0,
        matrix: str = "1 0 0 1",
    ) -> PageDrawing:
        """*text* from the point (x, y), counted from the bottom left as PDF does."""
        codes = text.encode("utf-16-be").hex()
        font = "F2" if bold else "F1"
        self.operators.append(f"BT /{font} {size} Tf {mode} Tr {matrix} {x} {y} Tm <{codes}> Tj ET")
        return self

    def picture(self, x: float, y: float, across: float, down: float) -> PageDrawing:
        self.operators.append(
            f"q {across} 0 0 {down} {x} {y} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
        )
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> PageDrawing:
        self.operators.append(f"{x0} {y0} m {x1} {y1} l S")
        return self


def set_in_lines(paragraphs: Iterable[str], *, indent: int = 2) -> list[tuple[float, str]]:
    """Each line of *paragraphs* with where it begins, as a program would break them."""
    lines = []
    for paragraph in paragraphs:
        left, line = LEFT + indent * EM, ""
        for word in _words(paragraph):
            if line and left + width(line + word.rstrip()) > RIGHT:
                lines.append((left, line.rstrip()))
                left, line = LEFT, ""
            line += word
        lines.append((left, line))
    return lines


def _words(text: str) -> list[str]:
    """What may not be broken: a Latin word with its space, a character with its stop."""
    words: list[str] = []
    for sign in text:
        joins = words and (
            sign in "，。、；：！？”）》"
            or words[-1][-1] in "“（《"
            or (ord(sign) < 0x2000 and words[-1][-1] != " " and ord(words[-1][-1]) < 0x2000)
        )
        if joins:
            words[-1] += sign
        else:
            words.append(sign)
    return words


def pages_of(
    paragraphs: Sequence[str], *, lines: int = 22, indent: int = 2, foot: str = "— {} —"
) -> list[PageDrawing]:
    """Pages with *paragraphs* set as official documents are, and a page number below."""
    rows = set_in_lines(paragraphs, indent=indent)
    pages = []
    for number, first in enumerate(range(0, len(rows), lines), 1):
        page = PageDrawing()
        for n, (left, text) in enumerate(rows[first : first + lines]):
            page.text(left, TOP - n * PITCH, text)
        page.text(280, 60, foot.format(number), size=14)
        pages.append(page)
    return pages


def pdf(*pages: PageDrawing) -> bytes:
    """The file with *pages*."""
    objects = [b"", b"", *_fonts()]
    kids = []
    for page in pages:
        stream = "\n".join(page.operators).encode("latin-1")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Rotate %d/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>" % (*page.size, page.rotate, len(objects))
        )
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    list_of_kids = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), list_of_kids)
    return _file(objects)


def _fonts() -> list[bytes]:
    def font(name: bytes, descendant: int) -> bytes:
        return (
            b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"
            b"/DescendantFonts[%d 0 R]/ToUnicode 8 0 R>>" % (name, descendant)
        )

    def descendant(name: bytes) -> bytes:
        return (
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)"
            b"/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R/DW 1000/W[0 8191 500]>>"
            % name
        )

    descriptor = (
        b"<</Type/FontDescriptor/FontName/Drawn/Flags 4/FontBBox[0 -200 1000 900]"
        b"/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>"
    )
    ranges = [b"<%02x00><%02xff><%02x00>" % (n, n, n) for n in range(256) if not 0xD8 <= n < 0xE0]
    blocks = [ranges[n : n + 100] for n in range(0, len(ranges), 100)]
    cmap = (
        b"/CIDInit/ProcSet findresource begin begincmap /CMapType 2 def\n"
        b"1 begincodespacerange<0000><ffff>endcodespacerange\n"
        + b"".join(
            b"%d beginbfrange\n%s\nendbfrange\n" % (len(block), b"\n".join(block))
            for block in blocks
        )
        + b"endcmap end"
    )
    return [
        font(b"Drawn", 5),
        font(b"Drawn-Bold", 6),
        descendant(b"Drawn"),
        descendant(b"Drawn-Bold"),
        descriptor,
        b"<</Length %d>>stream\n%s\nendstream" % (len(cmap), cmap),
    ]


def _file(objects: Sequence[bytes]) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return data

"""OFD files (GB/T 33190-2016) as office programs export them, for tests.

`ofd_of` sets paragraphs as GB/T 9704-2012 does: 28 characters by 22 lines, the title centred,
paragraphs indented by two characters, `— 1 —` at the foot. `package` and `page` are for tests
that lay out something of their own.
"""

from __future__ import annotations

import unicodedata
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Literal, NamedTuple
from xml.sax.saxutils import escape

NAMESPACE = "http://www.ofdspec.org/2016"
MM = 25.4 / 72
"""Of a point."""
BODY, TITLE, FOOT = 16 * MM, 22 * MM, 14 * MM
"""Sizes of the type: 3号, 2号 and 4号."""
PAGE = (210.0, 297.0)
LEFT, TOP, WIDTH, PITCH, LINES = 28.0, 37.0, 28 * BODY, 29 * MM, 22
NOT_FIRST = "，。、；：？！”’）》〉】」』…—,.;:?!)%"
"""Marks that no line begins with; they are squeezed into the line before."""

Texts = Literal["line", "character", "codes"]
"""One TextObject for each line, or for each character, or one a line with a TextCode for
every few characters."""


class Line(NamedTuple):
    text: str
    x: float
    """Of its left edge, in millimetres from the page's, as are all lengths."""
    y: float
    """Of its baseline."""
    size: float = BODY
    width: float | None = None
    """None: as wide as its characters are."""
    font: int = 1
    """1 is 仿宋, 2 is 黑体, 3 is bold 宋体."""

    @property
    def advances(self) -> list[float]:
        natural = [advance(char) * self.size for char in self.text]
        factor = self.width / sum(natural) if self.width else 1.0
        return [width * factor for width in natural]


def advance(character: str) -> float:
    """In em."""
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5


def ofd_of(
    paragraphs: Sequence[str],
    *,
    texts: Texts = "line",
    title: bool = True,
    numbered: bool = True,
    head: str = "",
) -> bytes:
    """*paragraphs* on as many pages as they take; the first is the *title*.

    *numbered* pages bear `— 1 —` at the foot; *head* stands above every page.
    """
    pages: list[list[Line]] = []
    for number, line in enumerate(_lines(paragraphs, title)):
        if number % LINES == 0:
            pages.append([])
        pages[-1].append(line._replace(y=TOP + PITCH * (number % LINES) + BODY))
    for number, lines in enumerate(pages, 1):
        if numbered:
            lines.append(_centred(f"— {number} —", FOOT, y=PAGE[1] - 20))
        if head:
            lines.insert(0, _centred(head, 9 * MM, y=15))
    return package([page(lines, texts=texts) for lines in pages])


def _lines(paragraphs: Sequence[str], title: bool) -> Iterable[Line]:
    for number, paragraph in enumerate(paragraphs):
        if title and number == 0:
            rows = list(_rows(paragraph, TITLE, 0))
            yield from (_centred(row, TITLE)._replace(font=3) for row, _ in rows)
            yield Line("", LEFT, 0)
            continue
        for row, start in _rows(paragraph, BODY, 2 * BODY):
            line = Line(row, LEFT + start, 0)
            room = WIDTH - start
            natural = sum(line.advances)
            yield line._replace(width=room) if natural > room else line


def _rows(text: str, size: float, indent: float) -> Iterable[tuple[str, float]]:
    """*text* broken where the measure ends, each line with where it starts."""
    row, used, start = "", 0.0, indent
    for char in text:
        width = advance(char) * size
        if used + width > WIDTH - start + 0.01 and char not in NOT_FIRST:
            # A Latin word goes to the next line whole.
            kept, _, rest = row.rpartition(" ")
            if not (kept and rest.isascii() and char.isascii() and char != " "):
                kept, rest = row, ""
            yield kept, start
            row, used, start = rest, sum(advance(c) * size for c in rest), 0.0
        row, used = row + char, used + width
    yield row, start


def _centred(text: str, size: float, y: float = 0.0) -> Line:
    width = sum(advance(char) * size for char in text)
    return Line(text, (PAGE[0] - width) / 2, y, size)


def page(
    lines: Sequence[Line], *, texts: Texts = "line", layer: str = "", more: str = "", area: str = ""
) -> str:
    """A page's Content.xml. *layer* holds attributes, *more* is XML behind the lines' own."""
    objects = "".join(_text_objects(line, texts) for line in lines if line.text)
    return (
        f'<ofd:Page xmlns:ofd="{NAMESPACE}">{area}<ofd:Content>'
        f'<ofd:Layer ID="2" {layer}>{objects}{more}</ofd:Layer></ofd:Content></ofd:Page>'
    )


def _text_objects(line: Line, texts: Texts) -> str:
    if texts == "character":
        objects, x = "", line.x
        for char, width in zip(line.text, line.advances, strict=True):
            objects += text_object(Line(char, x, line.y, line.size, font=line.font))
            x += width
        return objects
    return text_object(line, pieces=1 if texts == "line" else 5)


def text_object(line: Line, *, pieces: int = 1, attributes: str = "") -> str:
    """One TextObject, its box as high as the type; *pieces* is the number of its TextCodes."""
    advances, codes, x = line.advances, "", 0.0
    step = -(-len(line.text) // pieces)
    for first in range(0, len(line.text), step):
        here = advances[first : first + step]
        deltas = " ".join(f"{width:.4f}" for width in here[:-1])
        codes += (
            f'<ofd:TextCode X="{x:.4f}" Y="{line.size:.4f}"'
            + (f' DeltaX="{deltas}"' if deltas else "")
            + f">{escape(line.text[first : first + step])}</ofd:TextCode>"
        )
        x += sum(here)
    box = f"{line.x:.4f} {line.y - line.size:.4f} {x:.4f} {line.size * 1.2:.4f}"
    return (
        f'<ofd:TextObject ID="9" Boundary="{box}" Font="{line.font}" Size="{line.size:.4f}" '
        f"{attributes}>{codes}</ofd:TextObject>"
    )


def package(
    pages: Sequence[str], *, common: str = "", more: Mapping[str, bytes | str] | None = None
) -> bytes:
    """An OFD file of *pages*. *common* is XML in CommonData; *more* adds or replaces parts."""
    numbers = range(len(pages))
    parts: dict[str, bytes | str] = {
        "OFD.xml": (
            f'<ofd:OFD xmlns:ofd="{NAMESPACE}" Version="1.0" DocType="OFD"><ofd:DocBody>'
            "<ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo>"
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
        ),
        "Doc_0/Document.xml": document(
            [f"Pages/Page_{number}/Content.xml" for number in numbers], common
        ),
        "Doc_0/PublicRes.xml": (
            f'<ofd:Res xmlns:ofd="{NAMESPACE}" BaseLoc="Res"><ofd:Fonts>'
            '<ofd:Font ID="1" FontName="仿宋_GB2312"/><ofd:Font ID="2" FontName="黑体"/>'
            '<ofd:Font ID="3" FontName="宋体" Bold="true"/></ofd:Fonts></ofd:Res>'
        ),
        **{f"Doc_0/Pages/Page_{number}/Content.xml": pages[number] for number in numbers},
        **(more or {}),
    }
    return archive(parts)


def document(locations: Sequence[str], common: str = "") -> str:
    """A Document.xml whose pages lie at *locations*."""
    listed = "".join(
        f'<ofd:Page ID="{100 + number}" BaseLoc="{location}"/>'
        for number, location in enumerate(locations)
    )
    width, height = PAGE
    return (
        f'<ofd:Document xmlns:ofd="{NAMESPACE}"><ofd:CommonData>'
        f"<ofd:PageArea><ofd:PhysicalBox>0 0 {width} {height}</ofd:PhysicalBox></ofd:PageArea>"
        f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{common}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )


def archive(parts: Mapping[str, bytes | str]) -> bytes:
    """A ZIP file of *parts*, with a fixed date."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            package.writestr(entry, data, compress_type=zipfile.ZIP_DEFLATED)
    return file.getvalue()

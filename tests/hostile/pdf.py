"""PDF files that go in circles, or that want to do something."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator, Mapping

from hostile import MEGABYTE, Hostile


def pdf(objects: Mapping[int, bytes], *, root: int = 1, more: bytes = b"") -> bytes:
    """A file of *objects* by their numbers, with a cross-reference table."""
    data, places = bytearray(b"%PDF-1.7\n"), {}
    for number, content in objects.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        data += b"%d 1\n%010d 00000 n \n" % (number, place)
    data += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        max(objects) + 1,
        root,
        more,
        start,
    )
    return bytes(data)


def stream(content: bytes, head: bytes = b"", *, packed: bool = False) -> bytes:
    if packed:
        content, head = zlib.compress(content, 1), head + b" /Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), head, content)


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    b"/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>"
)
WORDS = b"BT /F1 12 Tf 72 700 Td (The committee meets on Monday morning at nine.) Tj ET\n"


def drawing_again() -> Iterator[Hostile]:
    """Small files that make PDFium draw the same again and again."""
    sound = {1: CATALOG, 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: PAGE, 5: FONT}
    again = PAGE.replace(b"4 0 R", b"[" + b"4 0 R " * 20 + b"]")
    spaces = stream(WORDS + b" " * (20 * MEGABYTE), packed=True)
    yield Hostile("contents named twenty times", "pdf", pdf({**sound, 3: again, 4: spaces}))
    objects = {**sound, 4: stream(WORDS + b"/X Do ")}
    for level in range(6):
        head = (
            b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
            b"/Resources << /Font << /F1 5 0 R >> /XObject << /X %d 0 R >> >>" % (7 + level)
        )
        objects[6 + level] = stream(WORDS + b"/X Do " * (10 if level < 5 else 0), head)
    yield Hostile("forms that draw ten forms each", "pdf", pdf(objects))


def cases(trap: str) -> Iterator[Hostile]:
    def case(name: str, *errors: str, **changed: bytes) -> Hostile:
        objects = {
            1: CATALOG,
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: PAGE,
            4: stream(WORDS),
            5: FONT,
            6: stream(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"),
        }
        objects |= {int(number.lstrip("o")): content for number, content in changed.items()}
        return Hostile(name, "pdf", pdf(objects), errors)

    yield case("page tree in a circle", o2=b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>")
    yield case("page tree of itself alone", o2=b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>")
    yield case("two billion pages", o2=b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>")
    yield case(
        "one page 100,000 times",
        o2=b"<< /Type /Pages /Kids [" + b"3 0 R " * 100_000 + b"] /Count 100000 >>",
    )
    yield case("no pages", o2=b"<< /Type /Pages /Kids [] /Count 0 >>")
    yield case(
        "a form that draws itself",
        o4=stream(WORDS + b"/X Do"),
        o6=stream(
            WORDS + b"/X Do",
            b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
            b"/Resources << /XObject << /X 6 0 R >> >>",
        ),
    )
    yield case("arrays in arrays", o7=b"[" * 100_000 + b"]" * 100_000)
    yield case(
        "arrays in the page",
        o3=PAGE.replace(b">> >> >>", b">> >> /X " + b"[" * 50_000 + b"]" * 50_000 + b" >>"),
    )
    yield case("bomb", o4=stream(WORDS + b" " * (200 * MEGABYTE), packed=True))
    yield case("200,000 lines on a page", o4=stream(WORDS * 200_000, packed=True))
    yield case("page of no size", o3=PAGE.replace(b"0 0 595 842", b"0 0 0 0"))
    yield case("page of endless size", o3=PAGE.replace(b"0 0 595 842", b"-1e38 -1e38 1e38 1e38"))
    yield case(
        "letters of no size",
        o4=stream(WORDS.replace(b"12 Tf", b"0 Tf") + WORDS.replace(b"12 Tf", b"1e38 Tf")),
    )
    yield case("contents in a circle", o4=b"4 0 R")
    yield case(
        "picture of 60,000 by 60,000",
        "ScannedSource",
        "EmptySource",
        o4=stream(b"/X Do"),
        o6=stream(
            bytes(MEGABYTE),
            b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 "
            b"/BitsPerComponent 8 /ColorSpace /DeviceRGB",
        ),
    )
    action = f"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (http://{trap}/) >> >>"
    yield case("an action on opening", o1=action.encode())
    launch = (
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> "
        b"/AA << /WC << /S /JavaScript /JS (app.alert\\(1\\)) >> >> >>"
    )
    yield case("a program on opening", o1=launch)
    outside = b"<< /Length 0 /F (/etc/passwd) >>\nstream\n\nendstream"
    yield case("contents from a file", o4=outside)
    yield Hostile("half a header", "pdf", b"%PDF-1.", ())
    yield Hostile("header and noise", "pdf", b"%PDF-1.7\n" + random.Random(2).randbytes(50_000))
    yield Hostile(
        "noise before the header",
        "pdf",
        b"\n".join(
            (
                random.Random(3).randbytes(500),
                pdf(
                    {
                        1: CATALOG,
                        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        3: PAGE,
                        4: stream(WORDS),
                        5: FONT,
                    }
                ),
            )
        ),
    )

"""OFD files whose pages repeat and whose text stands nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.ofd_writer import Line, package, page, text_object
from hostile import MEGABYTE, Hostile
from hostile.sound import parts_of, zipped


def cases() -> Iterator[Hostile]:
    line = page([Line("会议通知", 30, 40), Line("请各单位按时参加会议。", 30, 50)])
    sound = package([line])
    parts = parts_of(sound)
    listed = parts["Doc_0/Document.xml"].decode()
    entry = re.search(r"<ofd:Page [^>]*/>", listed)
    assert entry is not None
    many = listed.replace(entry[0], entry[0] * 100_000)
    yield Hostile(
        "one page 100,000 times",
        "ofd",
        zipped({**parts, "Doc_0/Document.xml": many.encode()}),
        ("SourceTooLarge",),
    )
    own = listed.replace("Pages/Page_0/Content.xml", "Document.xml")
    yield Hostile(
        "a page that is the document", "ofd", zipped({**parts, "Doc_0/Document.xml": own.encode()})
    )
    for name, deltas in (
        ("advances repeated a billion times", "g 1000000000 5"),
        ("advances of no sense", "g g g -1 nan inf 1e999 g 3"),
        ("advances repeated backwards", "g -1000000000 5"),
    ):
        plain = text_object(Line("请各单位按时参加会议。", 30, 60))
        odd = re.sub(r'DeltaX="[^"]*"', f'DeltaX="{deltas}"', plain)
        yield Hostile(name, "ofd", package([page([Line("会议通知", 30, 40)], more=odd)]))
    for name, box in (
        ("nowhere", "nan nan nan nan"),
        ("far away", "1e308 1e308 1e308 1e308"),
        ("unsaid", ""),
    ):
        plain = text_object(Line("请各单位按时参加会议。", 30, 60))
        odd = re.sub(r'Boundary="[^"]*"', f'Boundary="{box}"', plain)
        yield Hostile(
            f"text that stands {name}", "ofd", package([page([Line("会议通知", 30, 40)], more=odd)])
        )
    medium = {
        f"Doc_0/Pages/Page_{n}/Content.xml": page([Line(f"第{n}段", 30, 40)]).encode()
        + b" " * (MEGABYTE - 2000)
        for n in range(250)
    }
    names = [f"Pages/Page_{n}/Content.xml" for n in range(250)]
    entries = "".join(f'<ofd:Page ID="{n}" BaseLoc="{name}"/>' for n, name in enumerate(names))
    document = listed.replace(entry[0], entries)
    yield Hostile(
        "250 parts of a megabyte",
        "ofd",
        zipped({**parts, **medium, "Doc_0/Document.xml": document.encode()}),
        ("SourceTooLarge",),
    )
    characters = "".join(
        text_object(Line("字", 30 + n % 28 * 5, 40 + n // 28 * 8)) for n in range(60_000)
    )
    yield Hostile("60,000 objects on a page", "ofd", package([page([], more=characters)]))

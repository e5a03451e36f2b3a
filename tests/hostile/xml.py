"""XML that grows, or that asks for files and addresses: in the part that holds the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hostile import MEGABYTE, Hostile
from hostile.sound import parts_of, zipped

LAUGHS = "<!DOCTYPE a [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
)


def cases(suffix: str, sound: bytes, main: str, trap: str) -> Iterator[Hostile]:
    parts = parts_of(sound)
    text = parts[main].decode()
    root = re.search(r"<[a-z]+:\w+[^>]*>", text)
    assert root is not None
    body = text[root.start() :]
    inside = root.end() - root.start()

    def case(name: str, doctype: str, put: str, *errors: str) -> Hostile:
        changed = doctype + body[:inside] + put + body[inside:]
        return Hostile(name, suffix, zipped({**parts, main: changed.encode()}), errors)

    deep = "<x>" * 100_000 + "</x>" * 100_000
    yield case("nesting of 100,000", "", deep, "SourceTooLarge", "MalformedSource")
    within = "<x>" * 240 + "</x>" * 240
    yield case("nesting of 240", "", within, "SourceTooLarge", "MalformedSource")
    malformed = ("MalformedSource",)
    yield case("entities of entities", LAUGHS, "<x>&a9;</x>", *malformed)
    large = f"<!DOCTYPE a [<!ENTITY a '{'ha' * 50_000}'>]>"
    yield case("an entity 50,000 times", large, "<x>" + "&a;" * 50_000 + "</x>", *malformed)
    for name, address in (
        ("file", "file:///etc/passwd"),
        ("file beside", "../secret.txt"),
        ("address", f"http://{trap}/entity"),
    ):
        outside = f'<!DOCTYPE a [<!ENTITY a SYSTEM "{address}">]>'
        yield case(f"entity from a {name}", outside, "<x>&a;</x>", *malformed)
        outside = f'<!DOCTYPE a SYSTEM "{address}">'
        yield case(f"document type from a {name}", outside, "", *malformed)
        outside = f'<!DOCTYPE a [<!ENTITY % p SYSTEM "{address}"> %p;]>'
        yield case(f"parameter from a {name}", outside, "", *malformed)
    included = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{}" parse="text"/>'
    yield case("inclusion", "", included.format("file:///etc/passwd"))
    yield case(
        "a million attributes", "", "<x " + " ".join(f'a{n}=""' for n in range(100_000)) + "/>"
    )
    yield case("a name of a megabyte", "", f"<{'x' * MEGABYTE}/>")

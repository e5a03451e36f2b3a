"""Rich text whose groups and numbers make no sense."""

from __future__ import annotations

from collections.abc import Iterator

from hostile import MEGABYTE, Hostile


def cases() -> Iterator[Hostile]:
    def case(name: str, body: str, *errors: str) -> Hostile:
        return Hostile(
            name, "rtf", ("{\\rtf1\\ansi\\uc1 First words.\\par " + body).encode(), errors
        )

    yield case("groups in groups", "{" * 500_000)
    yield case("groups in groups that end", "{" * 50_000 + "word" + "}" * 50_000 + "}")
    yield case("ends without a beginning", "}" * 500_000)
    yield case("binary that never ends", "\\bin999999999 x}")
    yield case("binary of no size", "\\bin-5 x\\bin x}")
    yield case(
        "numbers of no sense", "\\u99999999999999?\\u-99999999?\\uc99999999\\u20013?x\\'zz\\'}"
    )
    yield case("half a surrogate", "\\u-10179?x\\u-8704?}")
    yield case("a word of a megabyte", "\\" + "a" * MEGABYTE + "}")
    yield case("half a million words", "\\par\\b\\i0 x" * 250_000 + "}")
    yield case("cells without a table", "\\cell\\row\\intbl" * 50_000 + "}")
    yield case("picture of noise", "{\\pict\\pngblip " + "89504e47" * 100_000 + "}}")
    yield case("an object inside", "{\\object\\objemb{\\*\\objdata " + "d0cf11e0" * 50_000 + "}}}")
    for name, mark in (("words", "word "), ("groups", "{\\b x}"), ("marks", "\\'d6\\'d0")):
        yield case(f"twenty megabytes of {name}", mark * (20 * MEGABYTE // len(mark)))

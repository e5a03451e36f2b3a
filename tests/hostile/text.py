"""Text of one mark, and front matter that refers to itself."""

from __future__ import annotations

from collections.abc import Iterator

from hostile import Hostile


def cases() -> Iterator[Hostile]:
    line = "坚持稳中求进，"
    yield Hostile("ten megabytes in a line", "txt", line.encode() * 500_000, ("SourceTooLarge",))
    yield Hostile("ten megabytes in a line", "md", line.encode() * 500_000, ("SourceTooLarge",))
    for name, mark in (
        ("number signs", "#"),
        ("brackets", "["),
        ("bars", "|"),
        ("stars", "*"),
        ("line ends", "\n"),
        ("numerals", "一、"),
        ("brackets in Chinese", "（一）"),
        ("points", "1."),
        ("backticks", "`"),
        ("angles", "<"),
    ):
        many = mark * (3900 * 1024 // len(mark.encode()))
        yield Hostile(f"four megabytes of {name}", "md", many.encode())
        yield Hostile(f"four megabytes of {name}", "txt", many.encode())
    yield Hostile(
        "absurd numbers",
        "txt",
        "\n".join(f"{'9' * 500}.{'一' * 300}、第{'万' * 300}章 总则" for _ in range(100)).encode(),
    )
    yield Hostile(
        "front matter in a circle", "md", b"---\na: &a [*a, *a]\nb: *a\n---\n\n# x\n\nwords\n"
    )
    laughs = "a0: &a0 x\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)
    )
    yield Hostile(
        "front matter that laughs", "md", f"---\n{laughs}title: *a9\n---\n\n# x\n\nwords\n".encode()
    )
    yield Hostile(
        "pictures from elsewhere",
        "md",
        b"# x\n\nwords ![](file:///etc/passwd) ![](../secret.txt) ![](/etc/passwd) ![](http://127.0.0.1:1/x.png)\n",
    )

"""The numbers of a list's items, as a browser counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidegen.reading.web.boxes import Box

TYPED = re.compile(
    r"\s*(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百\d]{1,4}[)）]|第[一二三四五六七八九十百\d]+[编章节条]"
    r"|\d{1,3}[.．、](?!\d)|[①-⑳])"
)
"""A number that the author typed."""
HAN = re.compile(r"list-style(?:-type)?:[^;]*(?:cjk-ideographic|chinese|cjk-decimal|trad-chinese)")
LARGEST = 9_999
DIGITS = "零一二三四五六七八九"


def is_han(box: Box) -> bool:
    """Whether the list counts in Chinese."""
    style = "".join(box.attributes.get("style", "").lower().split())
    return HAN.search(style) is not None


def numbers(box: Box, items: list[Box]) -> Iterator[str | None]:
    """The marker of each of *items*; None for all where the list has bullets."""
    if box.tag != "ol":
        yield from (None for _ in items)
        return
    step = -1 if "reversed" in box.attributes else 1
    number = _integer(box.attributes.get("start")) or (len(items) if step < 0 else 1)
    style = "".join(box.attributes.get("style", "").lower().split())
    kind = box.attributes.get("type") or _kind(style)
    for item in items:
        stated = _integer(item.attributes.get("value"))
        number = number if stated is None else stated
        yield f"{han(number)}、" if is_han(box) else f"{_written(number, kind)}."
        number += step


def han(number: int) -> str:
    """*number* in Chinese, up to 99; beyond that in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    before = "" if not tens else ("" if tens == 1 else DIGITS[tens]) + "十"
    return before + (DIGITS[ones] if ones else "")


def _kind(style: str) -> str:
    for name, kind in (
        ("lower-alpha", "a"),
        ("lower-latin", "a"),
        ("upper-alpha", "A"),
        ("upper-latin", "A"),
        ("lower-roman", "i"),
        ("upper-roman", "I"),
    ):
        if f"list-style-type:{name}" in style or f"list-style:{name}" in style:
            return kind
    return "1"


def _written(number: int, kind: str) -> str:
    if kind in ("a", "A") and 0 < number <= 26:
        return chr(ord(kind) + number - 1)
    if kind in ("i", "I") and 0 < number < 40:
        tens, ones = divmod(number, 10)
        units = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
        roman = "x" * tens + units[ones]
        return roman.upper() if kind == "I" else roman
    return str(number)


def _integer(text: str | None) -> int | None:
    found = re.fullmatch(r"\s*(-?\d{1,6})\s*", text or "")
    return int(found[1]) if found else None

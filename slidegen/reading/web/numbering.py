"""The numbers of a list's items, as a browser counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from slidegen.patterns import compiled
from slidegen.reading.number_formats import formatted
from slidegen.reading.web.boxes import Box

TYPED = compiled(
    r"\s*(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百\d]{1,4}[)）]|第[一二三四五六七八九十百\d]+[编章节条]"
    r"|\d{1,3}[.．、](?!\d)|[①-⑳])"
)
"""A number that the author typed."""
HAN = compiled(r"list-style(?:-type)?:[^;]*(?:cjk-ideographic|chinese|cjk-decimal|trad-chinese)")
FORMS: Mapping[str, str] = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
"""Word's names for the forms of numbers, by those of CSS."""
TYPES: Mapping[str, str] = {
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
"""The same, by the attribute that came before CSS."""
HAN_FORM = "chineseCountingThousand"


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
    kind = box.attributes.get("type")
    form = HAN_FORM if is_han(box) else TYPES.get(kind, "decimal") if kind else _form(style)
    for item in items:
        stated = _integer(item.attributes.get("value"))
        number = number if stated is None else stated
        written = formatted(number, form) if number > 0 else str(number)
        yield written + ("、" if form == HAN_FORM else ".")
        number += step


def _form(style: str) -> str:
    return next(
        (
            form
            for name, form in FORMS.items()
            if f"list-style-type:{name}" in style or f"list-style:{name}" in style
        ),
        "decimal",
    )


def _integer(text: str | None) -> int | None:
    found = re.fullmatch(r"\s*(-?\d{1,6})\s*", text or "")
    return int(found[1]) if found else None

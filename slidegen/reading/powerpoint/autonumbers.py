"""The numbers that PowerPoint counts for itself (ECMA-376, 20.1.10.61)."""

from __future__ import annotations

from collections.abc import Callable

HAN = "一二三四五六七八九"
LETTERS = 26


def automatic_number(count: int, scheme: str) -> str:
    """The *count*th number as *scheme* shows it: `3.`, `(c)`, `三、`, `③`."""
    for beginning, form in FORMS:
        if scheme.startswith(beginning):
            return _framed(form(count), scheme.removeprefix(beginning))
    return f"{count}."


def _framed(text: str, frame: str) -> str:
    match frame:
        case "Period" | "DbPeriod":
            return f"{text}、" if text[0] in HAN + "十" else f"{text}."
        case "ParenR":
            return f"{text})"
        case "ParenBoth":
            return f"({text})"
        case "Minus":
            return f"{text}-"
        case _:
            return text


def _letter(count: int) -> str:
    # After z comes aa, then bb.
    times, at = divmod(count - 1, LETTERS)
    return chr(ord("a") + at) * min(times + 1, 30)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    letters = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")
    text = ""
    for value, letter in zip(values, letters, strict=True):
        times, count = divmod(count, value)
        text += letter * times
    return text


def _han(count: int) -> str:
    if not 0 < count < 100:
        return str(count)
    tens, ones = divmod(count, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{HAN[tens - 1]}十"
    return ten + (HAN[ones - 1] if ones else "")


def _circled(count: int) -> str:
    return chr(0x2460 + count - 1) if 0 < count <= 20 else str(count)


FORMS: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("arabicDb", str),
    ("arabic", str),
    ("alphaLc", _letter),
    ("alphaUc", lambda count: _letter(count).upper()),
    ("romanLc", _roman),
    ("romanUc", lambda count: _roman(count).upper()),
    ("circleNumDbPlain", _circled),
    ("circleNumWd", _circled),
    ("ea1Chs", _han),
    ("ea1Cht", _han),
    ("ea1JpnChs", _han),
    ("ea1Jpn", _han),
)
"""The beginning of a scheme's name, and how it writes a number."""

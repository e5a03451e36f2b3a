"""The numbers that PowerPoint counts for itself (ECMA-376, 20.1.10.61)."""

from __future__ import annotations

from slidegen.reading.number_formats import formatted

HAN = "一二三四五六七八九十"


def automatic_number(count: int, scheme: str) -> str:
    """The *count*th number as *scheme* shows it: `3.`, `(c)`, `三、`, `③`."""
    for beginning, form in FORMS:
        if scheme.startswith(beginning):
            return _framed(formatted(count, form), scheme.removeprefix(beginning))
    return f"{count}."


def _framed(text: str, frame: str) -> str:
    match frame:
        case "Period" | "DbPeriod":
            return f"{text}、" if text[0] in HAN else f"{text}."
        case "ParenR":
            return f"{text})"
        case "ParenBoth":
            return f"({text})"
        case "Minus":
            return f"{text}-"
        case _:
            return text


FORMS: tuple[tuple[str, str], ...] = (
    ("arabicDb", "decimal"),
    ("arabic", "decimal"),
    ("alphaLc", "lowerLetter"),
    ("alphaUc", "upperLetter"),
    ("romanLc", "lowerRoman"),
    ("romanUc", "upperRoman"),
    ("circleNumDbPlain", "decimalEnclosedCircle"),
    ("circleNumWd", "decimalEnclosedCircle"),
    ("ea1Chs", "chineseCountingThousand"),
    ("ea1Cht", "chineseCountingThousand"),
    ("ea1JpnChs", "chineseCountingThousand"),
    ("ea1Jpn", "chineseCountingThousand"),
)
"""The beginning of a scheme's name, and Word's name for the form of its numbers."""

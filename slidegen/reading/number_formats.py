"""A number in the form that automatic numbering gives it: 三, 甲, iv, ②.

Forms go by the names that Word has for them (`w:numFmt`, ECMA-376, 17.18.59), which has the
most. Where Word is known to differ from the standard or from LibreOffice, Word wins, since
it is what the author saw.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias
from unicodedata import category

Form: TypeAlias = Callable[[int], str]
"""From a number above 0 to its characters."""

LARGEST = 2**31 - 1
"""No list counts so far; a start above it is taken for it."""
MOST_REPEATED = 30
"""Times a letter is repeated (aa, bbb): Word stops after 30, at 780."""


def formatted(number: int, name: str) -> str:
    """*number* in the format called *name*; decimal where the format is unknown or has no
    sign for the number. Empty for `none` and `bullet`, which show no number."""
    if name in UNNUMBERED:
        return ""
    if number < 1:
        return ZEROS.get(name, "0")
    return FORMS.get(name, str)(min(number, LARGEST))


def custom_form(pattern: str) -> Form | None:
    """The form that `w:numFmt w:val="custom"` spells out (`001, 002, 003, ...`), or None."""
    zeros = re.match(r"(0{1,9})1,", pattern)
    if not zeros:
        return None
    width = len(zeros[1]) + 1
    return lambda number: f"{number:0{width}}"


def with_space(marker: str, words: str, stands_apart: bool) -> str:
    """*marker* with the space that someone who types would put between it and *words*:
    `1. Scope`, `第一章 总则`, but `一、总则`. *stands_apart*: a tab or a space is drawn there."""
    is_word = category(marker[-1])[0] == "L" or marker[-1].isdecimal()
    begins_latin = words[:1].isascii() and words[:1].isalnum()
    if stands_apart:
        needs_space = is_word or (marker[-1].isascii() and begins_latin)
    else:  # but for figures, which would become another number
        needs_space = marker[-1] in ".0123456789" and words[:1].isdecimal()
    return f"{marker} " if needs_space and words else marker


# --- letters, Roman numerals and finite sets


def _repeated(letters: str) -> Form:
    """a, b, ..., z, aa, bb: the same letter again, and not as in a spreadsheet's columns."""

    def form(number: int) -> str:
        times, at = divmod(number - 1, len(letters))
        return letters[at] * (times + 1) if times < MOST_REPEATED else str(number)

    return form


_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LARGEST_ROMAN = 32_767
"""Where Word's own counters end."""


def _roman(number: int) -> str:
    if number > _LARGEST_ROMAN:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


def _row(signs: Sequence[str]) -> Form:
    """One sign a number, and decimal after the last."""
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


def _code_points(first: int, count: int) -> Form:
    return _row([chr(first + index) for index in range(count)])


_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_SEXAGENARY = [_STEMS[n % 10] + _BRANCHES[n % 12] for n in range(60)]


# --- digits


def _digits(signs: str) -> Form:
    """Each digit by itself: 二〇二四."""
    return lambda number: "".join(signs[int(digit)] for digit in str(number))


_HAN = "一二三四五六七八九"
_CIRCLE = "\u25cb"
"""The zero of chineseCounting and of the Taiwanese digits; typed, it passes for 〇."""


# --- counting in tens, hundreds, thousands and ten thousands


def _counted(
    digits: str,
    units: str,
    *,
    zero: str = "",
    ten_alone: bool = False,
    one_unsaid: bool = False,
) -> Form:
    """Counting in *units* (十百千万). *zero* stands for gaps. *ten_alone*: 十二 and not
    一十二; *one_unsaid*: 百 and not 一百, though 一万."""
    names = ("", *units[:3])

    def group(number: int) -> str:
        text, gap = "", False
        for place in (3, 2, 1, 0):
            digit = number // 10**place % 10
            if not digit:
                gap = bool(text)
                continue
            said = "" if one_unsaid and digit == 1 and place else digits[digit - 1]
            text += (zero if gap else "") + said + names[place]
            gap = False
        return text

    def form(number: int) -> str:
        above, below = divmod(number, 10_000)
        if above >= 10_000:
            return str(number)
        if not above:
            text = group(below)
            return text[1:] if ten_alone and 10 <= number < 20 else text
        gap = zero if 0 < below < 1000 else ""
        return group(above) + units[3] + gap + group(below)

    return form


def _counted_to_99(zero: str) -> Form:
    """十一 and 九十九, but 一○○: chineseCounting knows no hundreds."""
    short, long = _counted(_HAN, "十百千万", ten_alone=True), _digits(zero + _HAN)
    return lambda number: short(number) if number < 100 else long(number)


# --- English words

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def _spelled(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
    value, name = next(scale for scale in _SCALES if number >= scale[0])
    times, rest = divmod(number, value)
    return f"{_spelled(times)} {name}" + (f" {_spelled(rest)}" if rest else "")


def _cardinal(number: int) -> str:
    return _spelled(number).capitalize()


def _ordinal_words(number: int) -> str:
    words = _spelled(number)
    at = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[at:]
    ending = _ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return (words[:at] + ending).capitalize()


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_HAN_DIGITS = _digits("〇" + _HAN)
_CIRCLED = _code_points(0x2460, 20)
_FULL_WIDTH = _digits("０１２３４５６７８９")

FORMS: Mapping[str, Form] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _FULL_WIDTH,
    "decimalFullWidth2": _FULL_WIDTH,
    "hex": lambda number: f"{number:X}",
    "numberInDash": lambda number: f"- {number} -",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _repeated(_LETTERS.upper()),
    "lowerLetter": _repeated(_LETTERS),
    "chicago": _repeated("*†‡§"),
    "ordinal": _ordinal,
    "cardinalText": _cardinal,
    "ordinalText": _ordinal_words,
    # Circled, bracketed and dotted signs end at 20, Chinese ones at 10.
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _code_points(0x2474, 20),
    "decimalEnclosedFullstop": _code_points(0x2488, 20),
    "ideographEnclosedCircle": _code_points(0x3220, 10),
    "ideographTraditional": _row(_STEMS),
    "ideographZodiac": _row(_BRANCHES),
    "ideographZodiacTraditional": _row(_SEXAGENARY),
    "ideographDigital": _HAN_DIGITS,
    "japaneseDigitalTenThousand": _HAN_DIGITS,
    "taiwaneseDigital": _digits(_CIRCLE + _HAN),
    "chineseCounting": _counted_to_99(_CIRCLE),
    "taiwaneseCounting": _counted_to_99(_CIRCLE),
    "chineseCountingThousand": _counted(_HAN, "十百千万", zero="〇", ten_alone=True),
    "taiwaneseCountingThousand": _counted(_HAN, "十百千萬", zero="零", ten_alone=True),
    "japaneseCounting": _counted(_HAN, "十百千万", one_unsaid=True),
    "chineseLegalSimplified": _counted("壹贰叁肆伍陆柒捌玖", "拾佰仟万", zero="零"),
    "ideographLegalTraditional": _counted("壹貳參肆伍陸柒捌玖", "拾佰仟萬", zero="零"),
    "japaneseLegal": _counted("壱弐参四伍六七八九", "拾百阡萬"),
}
"""Every format that we write; all others come out decimal."""

UNNUMBERED = ("none", "bullet")

ZEROS: Mapping[str, str] = {
    "decimalZero": "00",
    "decimalFullWidth": "\uff10",
    "decimalFullWidth2": "\uff10",
    "numberInDash": "- 0 -",
    "ordinal": "0th",
    "ideographDigital": "〇",
    "japaneseDigitalTenThousand": "〇",
    "taiwaneseDigital": _CIRCLE,
    "chineseCounting": _CIRCLE,
    "taiwaneseCounting": _CIRCLE,
    "chineseCountingThousand": "〇",
    "taiwaneseCountingThousand": "零",
}
"""How a list that starts at 0 shows it, where not as `0`."""

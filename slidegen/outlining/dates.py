"""Dates as documents write them: 2024-12-05, 二〇二六年一月二十七日, 5 March 2024.

A date is found, never made up: what comes back is a span of the text, with
its ISO form where year, month and day are all there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from slidegen.outlining.folding import folded
from slidegen.passage import Passage
from slidegen.patterns import compiled

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = "(?:sept|" + "|".join(f"{m[:3]}(?:{m[3:]})?" if m[3:] else m for m in _MONTHS) + r")\.?"

_DATE = compiled(
    rf"""
    (?<!\d)(?P<year>[12]\d{{3}})\s?
      (?: 年\s?(?P<month>1[0-2]|0?[1-9])\s?月 (?: \s?(?P<day>3[01]|[12]\d|0?[1-9])\s?日 )?
        | (?P<mark>[-/.])(?P<month2>1[0-2]|0?[1-9])(?P=mark)(?P<day2>3[01]|[12]\d|0?[1-9])(?!\d) )
    | (?:中华)?民国\s?(?P<minguo>\d{{2,3}})\s?年
      (?: \s?(?P<month3>1[0-2]|0?[1-9])\s?月 (?: \s?(?P<day3>3[01]|[12]\d|0?[1-9])\s?日 )? )?
    | (?P<zh_year>[一二][〇○零一二三四五六七八九]{{3}})\s?年
      \s?(?P<zh_month>十[一二]?|[元正一二三四五六七八九])\s?月
      (?: \s?(?P<zh_day>三十一?|[二廿]?十[一二三四五六七八九]?|廿?[一二三四五六七八九])\s?日 )?
    | (?P<vague>20[x×*]{{2}} (?:
        \s?年 (?: \s?[\dx×*]{{1,2}}\s?月 (?: \s?[\dx×*]{{1,2}}\s?日 )? )?
        | (?P<vague_mark>[-/.])[\dx×*]{{1,2}}(?P=vague_mark)[\dx×*]{{1,2}}(?!\d) ) )
    | \b(?P<en_month>{_MONTH})\s(?P<en_day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?\s
      (?P<en_year>[12]\d{{3}})\b
    | \b(?P<gb_day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s(?:(?:day\s)?of\s)?
      (?P<gb_month>{_MONTH}),?\s(?P<gb_year>[12]\d{{3}})\b
    | (?<![\d/.-])(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/(?P<slash_year>[12]\d{{3}})(?![\d/])
    | \b(?P<only_month>{_MONTH})\s(?P<only_year>[12]\d{{3}})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)

_MAY_DATE = compiled(
    r"[12１２一二民](?:\d{3}|[0０][xXｘＸ×*＊]{2}|[〇○零一二三四五六七八九]{3}|[国國])"
)
"""What no date is without, in any width: most lines end here, before they are folded."""

BEFORE_MINGUO = 1911
"""民國 counts the years from 1912 as its first."""

_TIME = compiled(
    r"[ T]*(?:\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|\s?[+-]\d{2}:?\d{2})?)?"
    r"\s*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?"
    r"(?:,?\s*(?:at |from )?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|noon|hrs)"
    r"(?:\s?(?:to|[—–-])\s?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|noon))?)?"
    r"(?:\s?\(?(?:[ECMP][SD]?T|GMT|BST)\)?)?",
    re.IGNORECASE,
)
"""The clock time or day of the week that may follow a date."""

_WEEKDAY = compiled(
    r"\(?(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?(?=[\dA-Z])", re.IGNORECASE
)
"""The day of the week that stands before an English date."""

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "元": 1, "正": 1}


class FoundDate(Struct, frozen=True):
    start: int
    end: int
    iso: str | None
    """`2024-12-05`; None where the day is not given, or is none in the calendar."""


def dates_in(text: str) -> Iterator[FoundDate]:
    """All dates of *text*, in order."""
    if not _MAY_DATE.search(text):
        return
    for match in _DATE.finditer(folded(text)):
        yield FoundDate(match.start(), match.end(), _iso(match))


def first_date(text: str) -> FoundDate | None:
    return next(dates_in(text), None)


def after_date(text: str) -> str | None:
    """What follows the date, and its time of day, at the start of *text*; None if none is there."""
    found = _DATE.match(folded(text)) if _MAY_DATE.search(text) else None
    if not found:
        return None
    clock = _TIME.match(found.string, found.end())
    return text[clock.end() if clock else found.end() :].strip()


def is_date(text: str) -> bool:
    """Whether *text* is a date and nothing else, brackets, time and weekday apart."""
    bare = text.strip("()（）[]〔〕 \u3000")
    weekday = _WEEKDAY.match(bare)
    after = after_date(bare[weekday.end() if weekday else 0 :])
    return after is not None and after.strip(".") == ""


def date_of(passage: Passage) -> tuple[Passage, str | None] | None:
    """The first date in *passage* as it stands there, and its ISO form."""
    found = first_date(passage.text)
    return (passage[found.start : found.end], found.iso) if found else None


def _iso(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    try:
        if part["zh_day"]:
            year = int("".join(str(_DIGITS[c]) for c in part["zh_year"]))
            return date(year, _number(part["zh_month"]), _number(part["zh_day"])).isoformat()
        if day := part["day"] or part["day2"]:
            month = part["month"] or part["month2"]
            return date(int(part["year"]), int(month), int(day)).isoformat()
        if day := part["day3"]:
            year = int(part["minguo"]) + BEFORE_MINGUO
            return date(year, int(part["month3"]), int(day)).isoformat()
        if day := part["en_day"] or part["gb_day"]:
            name = (part["en_month"] or part["gb_month"])[:3].lower()
            month = next(i for i, m in enumerate(_MONTHS, 1) if m.startswith(name))
            return date(int(part["en_year"] or part["gb_year"]), month, int(day)).isoformat()
        if part["slash_year"]:
            return _slashed(int(part["slash_year"]), int(part["first"]), int(part["second"]))
    except ValueError:  # 2025-02-30
        return None
    return None


def _slashed(year: int, first: int, second: int) -> str | None:
    """8/13/2024 and 13/8/2024 can only be one day; 8/1/2024 is another in London than in Boston."""
    if first != second and max(first, second) <= 12:
        return None
    return date(year, min(first, second), max(first, second)).isoformat()


def _number(numeral: str) -> int:
    """一 to 三十一, also 廿一 and the 元 or 正 of a first month."""
    tens, ten, ones = numeral.replace("廿", "二十").replace("十十", "十").rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + (_DIGITS[ones] if ones else 0)

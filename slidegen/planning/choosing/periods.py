"""Categories that are times: years, quarters or months, as numbers on one scale."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from slidegen.patterns import compiled

HAN = {word: number for number, word in enumerate("一二三四五六七八九十", 1)}
HAN |= {"十一": 11, "十二": 12}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

NOTE = r"(?:\s*[（(][^（）()]{1,6}[）)])?"
"""`2025年（预计）`."""
YEAR = r"(?:FY\s?)?(?P<year>(?:19|20)\d\d)(?:[-–/](?:20)?\d\d)?\s?(?:年度|学年|年)?"
QUARTER = r"(?:第?(?P<quarter>[一二三四1-4])\s?季度?|Q(?P<q>[1-4]))"
MONTH = (
    r"(?:(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?"
    r"|(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)"
)
PATTERNS = (
    (12, compiled(rf"{YEAR}{NOTE}", re.IGNORECASE)),
    (3, compiled(rf"(?:{YEAR}\s?)?{QUARTER}{NOTE}", re.IGNORECASE)),
    (3, compiled(rf"{QUARTER}\s?{YEAR}", re.IGNORECASE)),
    (1, compiled(rf"(?:{YEAR}\s?)?{MONTH}{NOTE}", re.IGNORECASE)),
    (1, compiled(rf"{MONTH}\s{YEAR}", re.IGNORECASE)),
)
"""With how many months a period of each kind lasts."""


def times(names: Sequence[str]) -> tuple[int, ...] | None:
    """In months; None if the names are not all times of one kind."""
    for _, pattern in PATTERNS:
        matches = [pattern.fullmatch(name.strip()) for name in names]
        found = [_months(match) for match in matches if match]
        if len(found) == len(names):
            return tuple(found)
    return None


def _months(match: re.Match[str]) -> int:
    groups = match.groupdict()
    months = int(groups["year"] or 0) * 12
    if quarter := groups.get("quarter") or groups.get("q"):
        months += 3 * (HAN.get(quarter) or int(quarter))
    if month := groups.get("month"):
        months += HAN.get(month) or int(month)
    if name := groups.get("name"):
        months += MONTHS.index(name.lower()[:3]) + 1
    return months


def is_rising(found: Sequence[int]) -> bool:
    return all(before < after for before, after in pairwise(found))


def is_even(found: Sequence[int]) -> bool:
    """Whether the steps are alike, as a line's have to be."""
    return len({after - before for before, after in pairwise(found)}) == 1

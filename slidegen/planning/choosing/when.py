"""When something is, at the beginning of a point: `第一阶段（3月）：`, `6月底前`, `By 2030,`.

A time is told by its words and by what follows them: 2025年， stands before what happens
then, 2025年工作回顾 is a heading. Times compare only with others of their family.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from slidegen.patterns import compiled

Order: TypeAlias = tuple[int, ...]


class Time(Struct, frozen=True):
    """What a text begins with that says when."""

    end: int
    """Offset behind its words."""
    dates: range
    """Offsets of the dates in brackets behind them: `3月1日—15日` of 第一阶段（3月1日—15日）."""
    rest: int
    """Offset of the words that say what is then; the text's length if there are none."""
    family: str
    order: Order
    """Place among times of its family; for months without a year, the year is 0."""


def time_at_head(text: str) -> Time | None:
    """The time that *text* begins with; None if it begins with none."""
    return next((time for told in TELLERS if (time := told(text))), None)


def are_ascending(times: Sequence[Time]) -> bool:
    """Whether *times* are of one family, each later than the one before; phases that are
    numbered are counted from the first without a gap."""
    if len({time.family for time in times}) != 1:
        return False
    if times[0].family == UNDATED:
        return True  # the order of the source is theirs
    orders = list(_with_years(time.order for time in times))
    if times[0].family in COUNTED:
        return [order[0] for order in orders] == list(range(1, len(orders) + 1))
    return all(one < other for one, other in pairwise(orders))


CALENDAR, STAGES, UNDATED = "calendar", "stages", "stages without dates"
COUNTED = ("phase", "stage", "year", "month", "week", "day")
"""Families whose members have a number."""


def _with_years(orders: Iterable[Order]) -> Iterable[Order]:
    """Months without a year are in the year named before."""
    year = 0
    for order in orders:
        if len(order) == 3:
            year = order[0] or year
            yield (year, *order[1:])
        else:
            yield order


def _time(
    text: str, match: re.Match[str], separator: re.Match[str] | None, family: str, order: Order
) -> Time:
    """What *match* found; *separator* stands between it and what is then."""
    name = match.start("dates") - 1 if match["dates"] else match.end()
    return Time(
        end=len(text[:name].rstrip(" ,")),
        dates=range(*match.span("dates")),
        rest=separator.end() if separator else match.end(),
        family=family,
        order=order,
    )


# Chinese

DIGITS = {numeral: number for number, numeral in enumerate("一二三四五六七八九", 1)}
BRACKET = r"(?:\s?[（(](?P<dates>[^（()）]{2,40})[）)])?"
"""What says when a phase is, behind its name."""
SEPARATOR = compiled(r"\s*(?:[，,：:；;。]|——|—|–|\s-\s)\s*|\s+|$")
"""What may stand between a time and what is then."""

DAY = (
    r"(?:(?P<year{0}>\d{{4}}|20[xX×]{{2}})年)?"
    r"(?:(?P<month{0}>\d{{1,2}})月(?:份|(?P<day{0}>\d{{1,2}})日|(?P<third{0}>[上中下]旬|[初底末]))?"
    r"|第?(?P<quarter{0}>[一二三四])季度[初末]?|(?P<half{0}>[上下]半年)|年?(?P<part{0}>[初中底末]))?"
)
AFTER = r"(?:[初底末]?(?:之前|以前|前|起|开始|之后|以后|后)|[初底末])?"
CALENDAR_TIME = compiled(
    rf"(?P<lead>截至|截止|力争到|到|至|自|从|在|于)?{DAY.format(1)}"
    rf"(?:\s*(?:[-—–~～]+|至|到)\s*{DAY.format(2)})?(?P<after>{AFTER}){BRACKET}"
)
VERBS = compiled(
    r"完成|启动|实现|建成|建立|开展|基本|全面|力争|形成|出台|印发|组织|推进|投入|开工|竣工|达到|确保|"
    r"全部|做好|进行|召开|举办|发布|施行|实施|初步|率先|如期|试行|成立|开通|验收|上报|报送|汇总|制定"
)
"""What may follow a bare 2026年 or 6月 without a mark: then something is done."""


ATTRIBUTE = compiled("[的是为]")


def _calendar(text: str) -> Time | None:
    match = CALENDAR_TIME.match(text)
    order = _order(match) if match else None
    if match is None or order is None or ATTRIBUTE.match(text, match.end()):
        return None
    separator = SEPARATOR.match(text, match.end())
    is_adverb = bool(match["after"]) or (match["lead"] or "在") not in ("在", "于")
    if separator is None and not is_adverb and not VERBS.match(text, match.end()):
        return None
    return _time(text, match, separator, CALENDAR, order)


THIRDS = {"初": 1, "上旬": 10, "中旬": 20, "下旬": 30, "底": 31, "末": 31}
PARTS = {"初": 1, "中": 6, "底": 12, "末": 12}


def _order(match: re.Match[str]) -> Order | None:
    """Year, month and day of the beginning; None where no date is named."""
    year, month, quarter = match["year1"], match["month1"], match["quarter1"]
    half, part = match["half1"], match["part1"]
    if not (year or month or quarter or half) or (part and not year):
        return None
    if month and int(month) > 12:
        return None
    number = int(month or 0)
    day = int(match["day1"] or 0) or THIRDS.get(match["third1"] or "", 0)
    if quarter:
        number = 3 * DIGITS[quarter]
    elif half:
        number = 6 if half.startswith("上") else 12
    elif part:
        number, day = PARTS[part], 31
    return (int(year) if year and year.isdigit() else 0, number, day)


NUMBERED_PHASE = compiled(rf"(?:第([一二三四五六])(?:个?阶段|步|期)|([一二三四五六])期){BRACKET}")


def _numbered_phase(text: str) -> Time | None:
    match = NUMBERED_PHASE.match(text)
    separator = SEPARATOR.match(text, match.end()) if match else None
    if match is None or separator is None:
        return None
    return _time(text, match, separator, "phase", (DIGITS[match[1] or match[2]],))


HORIZONS: Sequence[Sequence[str]] = (
    ("近期", "短期", "当前", "short", "near"),
    ("中期", "medium", "mid"),
    ("远期", "长期", "长远", "long"),
)
HORIZON = compiled(
    rf"(近期|短期|当前|中期|远期|长期|长远)(?:目标|任务|工作|规划|内|来看|看)?{BRACKET}"
)


def _horizon(text: str) -> Time | None:
    match = HORIZON.match(text)
    separator = SEPARATOR.match(text, match.end()) if match else None
    if match is None or separator is None:
        return None
    return _time(text, match, separator, "horizon", (_rank(match[1]),))


def _rank(word: str) -> int:
    return next(rank for rank, words in enumerate(HORIZONS) if word.lower() in words)


PLAN = compiled(rf"[“\"]?十([一二三四五六七八九])五[”\"]?(?:规划)?(?:时期|期间|末|期末){BRACKET}")


def _plan(text: str) -> Time | None:
    """The five years of a plan: “十四五”期间."""
    match = PLAN.match(text)
    separator = SEPARATOR.match(text, match.end()) if match else None
    if match is None or separator is None:
        return None
    return _time(text, match, separator, "plan", (DIGITS[match[1]],))


STAGE = compiled(
    r"(?:准备|筹备|启动|动员|部署|宣传|发动|摸底|排查|自查|调研|调查|试点|组织|全面|实施|推进|整治|整改|"
    r"攻坚|集中|巩固|提升|总结|验收|评估|督查|督导|检查|迎检|推广|申报|评审|考核|建设|试|运行|收尾|深化|"
    rf"规划|设计|学习|落实|见效|优化|完善|拓展|起步|成熟|治理|和|与|、|及){{1,6}}(?:阶段|期){BRACKET}"
)


def _stage(text: str) -> Time | None:
    """A stage of a plan by its name: 动员部署阶段（3月1日—3月15日）."""
    match = STAGE.match(text)
    separator = SEPARATOR.match(text, match.end()) if match else None
    if match is None or separator is None:
        return None
    dates = CALENDAR_TIME.match(match["dates"]) if match["dates"] else None
    order = _order(dates) if dates else None
    return _time(text, match, separator, STAGES if order else UNDATED, order or ())


# English

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
ENGLISH_DATE = compiled(
    r"(?:(?:By|In|From|Since|Before|After|During|Until|On)\s+)?(?:the\s+)?"
    r"(?:(?P<part>end|close|beginning|start|middle|spring|summer|autumn|fall|winter)\s+(?:of\s+)?)?"
    r"(?:Q(?P<quarter>[1-4])\s*(?:of\s+)?)?"
    rf"(?:(?:\d{{1,2}}\s+)?(?P<month>{'|'.join(MONTHS)})(?:\s+(?P<day>\d{{1,2}})\b)?,?\s*)?"
    rf"(?P<year>(?:19|20)\d\d\b)?(?:\s*(?:[-–—]|to)\s*(?:[A-Z]\w+\s+)?\d{{2,4}}\b)?{BRACKET}"
)
ENGLISH_SEPARATOR = compiled(r"\s*(?:[,:;]|[—–]|\s-)\s+|\s*$")
ENGLISH_PARTS = {
    "beginning": 1,
    "start": 1,
    "winter": 1,
    "spring": 4,
    "middle": 6,
    "summer": 7,
    "autumn": 10,
    "fall": 10,
    "end": 12,
    "close": 12,
}


def _english_date(text: str) -> Time | None:
    match = ENGLISH_DATE.match(text)
    if match is None or not (match["year"] or match["month"] or match["quarter"]):
        return None
    separator = ENGLISH_SEPARATOR.match(text, len(match.group().rstrip(" ,")))
    if separator is None:
        return None
    month = 3 * int(match["quarter"] or 0)
    if match["part"]:
        month = ENGLISH_PARTS[match["part"]]
    if match["month"]:
        month = MONTHS.index(match["month"]) + 1
    order = (int(match["year"] or 0), month, int(match["day"] or 0))
    return _time(text, match, separator, CALENDAR, order)


ENGLISH_NUMBERS = ("one", "two", "three", "four", "five", "six")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi")
ENGLISH_PHASE = compiled(
    rf"(?i)(?P<kind>phase|stage|year|month|week|day)\s+(?P<number>[1-6]"
    rf"|{'|'.join((*ENGLISH_NUMBERS, *reversed(ROMAN)))})\b{BRACKET}"
)


def _english_phase(text: str) -> Time | None:
    match = ENGLISH_PHASE.match(text)
    separator = ENGLISH_SEPARATOR.match(text, match.end()) if match else None
    if match is None or separator is None:
        return None
    number = match["number"].lower()
    names = next((names for names in (ENGLISH_NUMBERS, ROMAN) if number in names), None)
    order = names.index(number) + 1 if names else int(number)
    return _time(text, match, separator, match["kind"].lower(), (order,))


ENGLISH_HORIZON = compiled(
    rf"(?i)(?:(?:in|over|for) the\s+)?(short|near|medium|mid|long)(?:er)?[-\s]term{BRACKET}"
)


def _english_horizon(text: str) -> Time | None:
    match = ENGLISH_HORIZON.match(text)
    separator = ENGLISH_SEPARATOR.match(text, match.end()) if match else None
    if match is None or separator is None:
        return None
    return _time(text, match, separator, "horizon", (_rank(match[1]),))


TELLERS: Sequence[Callable[[str], Time | None]] = (
    _numbered_phase,
    _horizon,
    _plan,
    _stage,
    _calendar,
    _english_phase,
    _english_horizon,
    _english_date,
)

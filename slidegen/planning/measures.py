"""What a cell of a table measures: its number to the digit, and what it counts.

Strict, since a chart shows the number and not the words around it: a range, an estimate,
a note behind the number, a dash, and the cell is no number.
"""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from slidegen.passage import EMPTY, Passage
from slidegen.patterns import compiled

MAGNITUDE = "(?:万亿|百万|千万|[百千万亿])"
COUNTED = (
    "美元|欧元|英镑|日元|港元|港币|新台币|卢布|元|人次|人天|人|户次|户|个百分点|百分点|个工作日|个小时|小时|个月|个|家|件次|件|"
    "项次|项|名|位|次|宗|起|座|处|所|条|台套|台|套|辆次|辆|架次|艘次|艘|株|份|部|本|册|篇|场次|场|班次|班|批次|批|笔|"
    "标准箱|标箱|TEU|张|分钟|秒|天|日|岁|平方公里|平方千米|平方米|立方米|公里|千米|公顷|米|亩|公斤|千克|吨标准煤|吨|"
    "千瓦时|兆瓦时|千瓦|兆瓦|度|℃|床|所次|例|对|辆/日|分|倍"
)
PER = "(?:/(?:人|户|亩|吨|公斤|平方米|立方米|年|月|天|日|小时|件|次|千瓦时|万人|公里|平方公里))?"
ENGLISH = (
    r"(?:(?:US|HK|A|C|NZ)?[$€£¥]\s?)?(?:thousands?|millions?|billions?|trillions?|[mk]|bn)"
    r"(?:\s(?:people|persons|tonnes|tons|dollars|euros?|pounds|visits|km|kWh|households))?"
    r"|(?:USD|EUR|GBP|CNY|RMB|yuan)(?:\s(?:thousand|million|billion|m|bn))?"
    r"|(?:US|HK|A|C|NZ)?[$€£¥](?:\s?[mk]|\s?bn|\s(?:thousand|million|billion))?"
    r"|per\s?cent|percent|persons|people|households|visits|hours|days|months|years|tonnes|tons|"
    r"km²?|km2|m²|m2|ha|hectares|[kMGT]Wh?|staff|cases|units|number|no\."
)
UNIT = compiled(
    rf"(?:%|％|‰|(?:{MAGNITUDE}|十)?(?:{COUNTED}){PER}|{MAGNITUDE}|{ENGLISH})", re.IGNORECASE
)
"""What may stand in the brackets behind the name of a column, or behind a number."""

NUMBER = compiled(
    r"(?P<minus>[-−－])?(?P<before>[$€£¥￥])?\s?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<decimals>\d+))?"
    r"\s?(?P<behind>\D*)",
    re.ASCII,
)
MEASURE_BEHIND = compiled(
    rf"(?:%|％|‰|{MAGNITUDE}?(?:{COUNTED}){PER}|{MAGNITUDE}|(?:m|bn|k|million|billion)(?![a-z]))"
)

IN_BRACKETS = compiled(r"\s*[（(\[]\s*(?:单位[:：]\s*)?(?P<unit>[^（）()\[\]]+?)\s*[）)\]]\s*")
BEHIND_STROKE = compiled(r"\s*[/／,，]\s*(?P<unit>[^/／,，]+)")
SAID = compiled(
    r"(?P<whole>(?:单位|計量單位|單位|计量单位|[Uu]nits?)\s*[:：]\s*(?P<unit>[^（）()；;]+?))\s*[）)]?\s*$"
)


class Measure(Struct, frozen=True):
    """A cell that is one number."""

    number: Decimal
    before: str
    """A sign of currency; empty for none."""
    behind: str
    """`%`, `亿元`; empty for none."""
    is_grouped: bool
    """Whether its thousands stand apart."""
    cell: Passage
    unit: Passage
    """What of the cell is behind the number."""

    @property
    def decimals(self) -> int:
        return -int(self.number.as_tuple().exponent)


def measure_of(cell: Passage) -> Measure | None:
    """None for a cell that is anything but one number, with or without its unit."""
    words = cell.strip()
    match = NUMBER.fullmatch(words.text)
    if match is None:
        return None
    behind = match["behind"].strip()
    if behind and not MEASURE_BEHIND.fullmatch(behind):
        return None
    whole = match["digits"].replace(",", "")
    if len(whole) > 1 and whole.startswith("0"):
        return None  # a code
    digits = f"{whole}.{match['decimals']}" if match["decimals"] else whole
    return Measure(
        number=Decimal(f"-{digits}" if match["minus"] else digits),
        before=match["before"] or "",
        behind=behind,
        is_grouped="," in match["digits"],
        cell=words,
        unit=words[match.start("behind") :].strip(),
    )


class Named(Struct, frozen=True):
    """The name of a column, or of a row, with its unit apart."""

    name: Passage
    unit: Passage = EMPTY


def named(head: Passage) -> Named:
    """`产值（亿元）` parted; without a unit the name is all of it."""
    words = head.strip()
    for pattern in (IN_BRACKETS, BEHIND_STROKE):
        for match in pattern.finditer(words.text):
            is_last = match.end() == len(words)
            if is_last and match.start() > 0 and UNIT.fullmatch(match["unit"].strip()):
                unit = words[match.start("unit") : match.end("unit")]
                return Named(words[: match.start()].strip(), unit.strip())
    return Named(words)


def said_unit(words: Passage) -> tuple[Passage, str] | None:
    """`单位：万元` at the end of *words*, and what the unit is; None if they do not say one."""
    match = SAID.search(words.text)
    if match is None:
        return None
    return words[match.start("whole") : match.end("whole")], match["unit"].strip()

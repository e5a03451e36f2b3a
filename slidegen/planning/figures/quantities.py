"""Where a text says how much: each quantity with its number and its unit apart.

A quantity is never more than the text claims: 近, 超, 不少于, 以上 and 左右 are part of it.
Years, dates, names (`“十四五”`, PM2.5, 第三条) and what stands in quotation marks or
brackets are none. What is measured is for the sibling modules to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from slidegen.patterns import compiled
from slidegen.planning.clauses import Span, is_chinese, protected
from slidegen.traditional import simplified

Kind: TypeAlias = Literal["amount", "share", "rank", "duration", "bare"]
"""A `share` is a part, a multiple or a rate; a `duration` is a figure only where something has
lasted or takes so long; a `bare` number has no unit, so something else must tell what it counts."""


class Quantity(Struct, frozen=True):
    value: Span
    """With what qualifies it: `近3000`, `全国第4`, `over 11`."""
    unit: Span
    """`万亿元`, `%以上`, `million`; empty for 三分之一, 2.5:1 and 前列."""
    kind: Kind
    verb: int
    """Where what leads to it begins: 居 of 居全国第4位; of others, where it begins itself."""

    @property
    def start(self) -> int:
        return self.value.start

    @property
    def end(self) -> int:
        return self.unit.end


DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
WITHHELD = r"[xX×]+(?:\.[xX×]+)?"
"""A number that the document does not give: `xx万元`."""
RANGE = rf"{DIGITS}(?:[%‰]|[百千万亿]+)?(?:——|[-—–~～－至]){DIGITS}"
RATIO = r"\d+(?:\.\d+)?[:：∶](?!\d\d(?!\d))\d+(?:\.\d+)?(?![\d:：])"
FRACTION = r"\d{1,3}/\d{1,3}(?![\d/])(?!小时)"
SMALL = "[一二三四五六七八九两]"
HAN = (
    rf"数十[万亿]?|数[百千][万亿]?|数[万亿]|[百千][多余]|{SMALL}[百千万亿][万亿]*(?:[{SMALL[1:-1]}十百千万亿零]+)?[多余]?|"
    rf"{SMALL}?十(?:{SMALL}[百千万亿]*|[百千万亿]+)?[多余]?|(?<=[近超逾上破过约])[百千万亿]+"
)
"""From ten on; a smaller one, and a round one by itself, names more often than it counts:
三个体系, 百年, 千家万户."""
HAN_SHARE = (
    "百分之[零一二三四五六七八九十百点]+|[一二三四五六七八九十百]+分之[一二三四五六七八九十百点]+"
)

ROUGHLY = (
    "(?:不得?少于|不得?低于|不得?高于|不得?超过|不得?多于|不小于|低于|少于|高于|多于|不足|不到|至少|至多|最高|最多|大约|将近|接近|超过|突破|超出|"
    "约|(?<![附最邻靠亲新])近|超|逾|上(?=[百千万亿]))?"
)
OR_SO = "(?:及?以上|及?以下|以内|左右|上下|之内|之多)?"

SHARES = r"%|‰|个百分点|百分点|个基点|倍(?![增受加感])|成(?![为立果员功绩长本都就效熟品])半?"
MEASURES = (
    "平方公里|平方千米|平方米|立方米|公里|千米|公顷|海里|厘米|毫米|米(?!跑)|亩次|亩|公斤|千克|吨标准煤|吨|斤|"
    "千瓦时|兆瓦时|千瓦|兆瓦|千伏安|千伏|度电|标准箱|标箱|TEU|美元|欧元|英镑|日元|港元|港币|澳门元|新台币|卢布|"
    "元|℃|摄氏度|°C|㎡|km|kW|MW|GW|[PE]FLOPS|P(?![A-Za-z])"
)
COUNTERS = (
    "人次|人(?![才均工民口员力数家])|户次|户(?![籍外均])|个(?![体税性])|家(?!庭)|项|名(?![义牌])|位(?![于居列])|件次|件|宗|起|"
    "座|处(?![理置于罚分])|所(?![有属在])|条|台次|台(?![阶风])|套|辆次|辆|架次|架(?!构)|艘次|艘|只|头|株|棵|张|"
    "份(?!额)|部(?![门分署委队])|本(?!科)|册|篇|场次|场(?![所地景])|班次|班列|批次|批(?![准发复])|笔|单|"
    "对(?![接口外])|组(?![织成建])|支(?![持撑付出])|片(?!区)|间(?![接隔])|栋|幢|扇|盏|枚|羽|尾|根|口(?!岸)|眼|孔|段|"
    "门(?!类)|种(?![植子业])|类|例|床|列(?![车入为出举])|席|次|轮|幅|(?<!十)字(?![母符号节])"
)
PERIODS = "个?小时|分钟|秒|天|个?工作日|个月|周|年|岁"
PER = "(?:/(?:人|户|亩|吨|公斤|斤|平方米|立方米|年|月|天|日|小时|件|次|千瓦时|度))?"

NOT_COUNTED = "(?![级伏瓦内强届期制型网圈版]|范围|时代|周年|[前后](?![，。；、]|$))"
"""What makes a quantity an attribute or a name: 30万吨级, 500米内, 500强."""
NOT_BEHIND = (
    r"(?<![A-Za-z0-9./·第〔\-—–~～－一二三四五六七八九十百千零两近超逾约])(?<!第\s)(?<!\d[:：])"
)

RANK = compiled(
    r"(?P<verb>(?:(?:[位名排稳跃均仍续]|继续|持续|保持)?[居列]|排名|位次|跃升|提升|攀升|上升|晋升|升|进入|跻身|保持|(?<=[年次]))[到至在为]?)"
    r"(?P<value>(?P<among>[\u4e00-\u9fff]{0,8}?)"
    r"(?:第[一二三四五六七八九十\d]+|首位|榜首|(?<=[\u4e00-\u9fff]{2})(?<![近超])(?:前列|前茅|第一方阵|前[三五十\d]+)))(?P<unit>位|名)?(?=$|[，,。；;、和])"
)
WHOLE = compiled(
    rf"{NOT_BEHIND}(?P<value>{ROUGHLY}(?:{HAN_SHARE}|{FRACTION}|{RATIO}|翻了?[一两二三]?番))"
    rf"(?!几|、[一二三四五六七八九](?:[、，。]|$))(?P<unit>{OR_SO})"
)
TIMES = compiled(
    rf"(?P<verb>是|为|相当于|达到?)(?P<value>[^，,、；;。]{{1,8}}的(?:{ROUGHLY}{DIGITS}|{SMALL}))(?P<unit>倍(?:多|以上|左右)?)(?=$|[，,、；;。])"
)
"""`是2020年的3.2倍`: a multiple says nothing without what it is a multiple of."""
COUNTED = compiled(
    rf"{NOT_BEHIND}(?P<value>{ROUGHLY}(?>(?:{RANGE}|{DIGITS}|{WITHHELD}|{HAN})[多余来]?|{SMALL}(?=[倍成])))"
    rf"(?P<unit>(?>[十百千万亿]*[多余]?"
    rf"(?:(?P<share>{SHARES})|(?P<period>{PERIODS})|(?P<amount>(?:{MEASURES}|{COUNTERS}){PER})){OR_SO}"
    rf"|[百千万亿]+[多余]?{OR_SO})){NOT_COUNTED}"
)
BARE = compiled(rf"(?<=[到至])(?P<value>{DIGITS})(?P<unit>)(?=$|[，,。；;、])")

FEW = "two|three|four|five|six|seven|eight|nine"
ENGLISH = compiled(
    r"(?<![\w.,/:$€£¥§#&+-])(?P<value>(?:(?:nearly|almost|about|around|approximately|roughly|over|"
    r"more than|fewer than|less than|under|up to|at least|at most|no (?:more|fewer|less) than|"
    r"close to|topped|topping|exceed(?:ed|ing)|surpassed|surpassing|above|below|some)\s+)?"
    rf"(?:(?P<whole>(?:one|{FEW})-(?:half|thirds?|quarters?|fifths?|tenths?)|{FRACTION}|{RATIO})"
    rf"|(?:US|HK|A|C|NZ)?[$€£¥]?(?:{DIGITS}(?:\s?[-–]\s?{DIGITS})?|{WITHHELD})))"
    r"(?P<unit>"
    r"\s?(?P<share>%|per\s?cent(?![a-z])|percentage\spoints?|basis\spoints?|times(?=\s(?:as|more|the)\b))"
    r"|(?:\s?(?:thousand|million|billion|trillion|bn|m(?![a-z])))"
    r"(?:\s(?:US\sdollars|yuan|dollars|euros?|pounds|(?:metric\s)?ton(?:ne)?s|k(?:ilo)?w(?:att)?s?|"
    r"hectares|acres|mu|square\s(?:metres|meters|kilometres|kilometers|miles))(?![a-z]))?"
    r"|\s(?P<period>(?:working\s)?(?:hours?|minutes?|seconds?|days?|weeks?|months?|years?)(?![a-z-]))"
    r"|\s?(?P<measure>km|kilomet(?:er|re)s|met(?:er|re)s|miles|hectares|acres|(?:metric\s)?ton(?:ne)?s|"
    r"yuan|euros?|dollars|pounds|kWh|[kMG]W|°C|℃)(?![a-z])"
    r"|)(?![\w/%-]|\.\d|,\d|\s?[ap]\.?m\b)",
    re.IGNORECASE,
)
NO_COUNT_BEFORE = compiled(
    r"(?:[A-Z][\w.]*|\b(?:article|section|page|version|no|number|chapter|annex|part|figure|table|"
    r"option|step|phase|level|tier|type|room|item|paragraph|aged?|clause|by|in|since|until|on))\s$"
)
"""Before a number without a unit: it is a name's or a date's."""
COUNTED_NOUNS = compiled(
    r"\s(?:(?!(?:of|to|in|and|or|is|was|are|were|at|on|by|for|with|from|as|may|will|per|that|which|than|the|a|an|"
    r"when|who|but|has|have|had|this|its)\b)[a-z-]+\s){0,2}(?:[a-z-]{2,}[^s\W]s|people|children|men|women|staff)\b"
)
"""What a number without a unit counts: perhaps an adjective or two, then a plural."""
ARRIVES = compiled(r"\bfrom\s(?:[\d,.]+\sto\s)?$")
"""Before the numbers of `from 17 to 4`."""
MONTH = compiled(r"\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
YEAR = compiled(r"(?:1[89]|20)\d\d")

FULL_WIDTH = "０１２３４５６７８９％．／Ｘｘ圓"
OF_PATTERNS = str.maketrans(FULL_WIDTH, "0123456789%./Xx元")
IS_FULL_WIDTH = compiled(f"[{FULL_WIDTH}]")
"""Full-width figures, and money as it is written in Taiwan, to what the patterns know."""


def plain(text: str) -> str:
    """*text* in the characters of the patterns; as long as before."""
    return simplified(text.translate(OF_PATTERNS) if IS_FULL_WIDTH.search(text) else text)


def quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities in *text*, which is `plain`, in order and apart from one another."""
    held = protected(text)
    found = _chinese(text) if is_chinese(text) else _english(text)
    return tuple(q for q in found if not any(held[q.start : q.end]))


CHINESE: Sequence[tuple[re.Pattern[str], Kind]] = (
    (RANK, "rank"),
    (TIMES, "rank"),
    (WHOLE, "share"),
    (COUNTED, "amount"),
    (BARE, "bare"),
)
"""The first that fits at a place is taken."""


def _chinese(text: str) -> Iterator[Quantity]:
    ahead = [(pattern.search(text), kind) for pattern, kind in CHINESE]
    while left := [(match, kind) for match, kind in ahead if match]:
        found = _quantity(*min(left, key=lambda ahead: ahead[0].start()))
        yield found
        # A pattern whose next match is farther on, or that has none, is not tried again.
        ahead = [
            (match.re.search(text, found.end) if match.start() < found.end else match, kind)
            for match, kind in left
        ]


def _quantity(match: re.Match[str], kind: Kind) -> Quantity:
    groups = match.groupdict()
    kind = "share" if groups.get("share") else "duration" if groups.get("period") else kind
    value, unit = Span(*match.span("value")), Span(*match.span("unit"))
    if unit.start < 0:
        unit = Span(value.end, value.end)
    verb = match.start()
    if match.re is RANK and len(match["among"]) > LONGEST_AMONG:
        verb = match.end("among")
        value = Span(verb, value.end)
    return Quantity(value, unit, kind, verb)


LONGEST_AMONG = 4
"""`全国前列` is set large, `全国各城市首位` is not."""


def _english(text: str) -> Iterator[Quantity]:
    for match in ENGLISH.finditer(text):
        value, unit = Span(*match.span("value")), Span(*match.span("unit"))
        groups = match.groupdict()
        kind: Kind = "amount"
        if groups["share"] or groups["whole"]:
            kind = "share"
        elif groups["period"]:
            kind = "duration"
        elif len(unit) == 0 and not re.search("[$€£¥]", value.of(text)):
            kind = "bare"
            if _is_name(text, value):
                continue
        unit = Span(unit.start + (text[unit.start : unit.start + 1].isspace()), unit.end)
        yield Quantity(value, unit, kind, value.start)


LOOKED_BACK = 64
"""Characters before a number, of which the last word or two tell what it is."""


def _behind(pattern: re.Pattern[str], text: str, place: int) -> bool:
    """Whether *pattern* ends at *place*."""
    return pattern.search(text, max(0, place - LOOKED_BACK), place) is not None


def _is_name(text: str, value: Span) -> bool:
    """Whether the English number without a unit is a year's, a date's or a name's."""
    words = value.of(text)
    if YEAR.fullmatch(words) or MONTH.match(text, value.end):
        return True
    if not words[:1].isdigit():
        return COUNTED_NOUNS.match(text, value.end) is None
    if _behind(ARRIVES, text, value.start):
        return False
    return (
        len(words) < 2
        or _behind(NO_COUNT_BEFORE, text, value.start)
        or COUNTED_NOUNS.match(text, value.end) is None
    )

"""The line of an article without a heading: the rule that it lays down.

An article of a law opens with whom it is about and in which case, and only then says what
holds: cut after its first clauses it would say nothing. So its line has the rule, with the
case before it where there is room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slidegen.passage import EMPTY, Passage
from slidegen.patterns import compiled
from slidegen.planning.clauses import Clause, Span, clauses, is_balanced, is_chinese
from slidegen.planning.condensing import stands_alone
from slidegen.planning.headlines import owed_headline, without_end_mark
from slidegen.planning.manners import CHINESE

PURPOSE = compiled(r"为了?(?=[^。]*，制定本)")
"""`为了规范……，制定本办法。`: the purpose is the line."""
BEHIND_PURPOSE = compiled("，(?:制定本|根据|依据|依照|按照|结合)")
RULE = compiled(
    r"应当?(?=[^用届])|不得|必须|可以|禁止|不予|免予|予以|给予|责令|追究|承担|有权|适用(?!于)|负责|视为|无效|同等|"
    r"从其规定|为准|依照.{2,30}处罚|处.{1,24}(?:罚款|拘留)|由.{2,30}(?:规定|决定|解释|制定|处理|批准)|"
    r"(?:给予|进行)[^，的]{2,6}$|规定(?:确定|处理|执行|办理|计算)|^(?:国家|本[省市县区])[^，]{0,4}"
    r"(?:建立|健全|实行|推行|设立|探索|鼓励|支持|推进|加强|加大|构建|实施|建设|营造|扶持|培育|保护)"
)
"""The words with which a law says what holds."""
CASE = compiled(
    r"(?:的|之一|情形|规定|要求|之日起[^，]{0,12}|之日前[^，]{0,12}|范围内|领导下|过程中|[内时后外前]|但是?)$"
)
"""What a clause ends with that only says in which case the rule holds."""
BARE = compiled(r"^(?:对|对于|经|除|依托|按照|根据|依照|参照|结合|通过|围绕|在|向|自)")
"""How a clause begins that is a case by itself, unless it says what holds as well."""
WITHOUT_VERB = compiled(
    r"(?:应当|可以)[^，]{0,4}(?:根据|按照|依照|结合)[^，]*(?:情况|规定|要求|办法|程序)$"
    r"|(?:通过|依托|利用)[^，]{2,}(?:平台|窗口|系统|方式|形式|途径)$"
)
"""It says with what or by what it is done, and not what is done."""

LONGEST_WITH_CASE = 64
"""Characters of a rule that is short only without its case."""
SHORTEST_WITHOUT_CASE = 16
"""A rule that is shorter says nothing by itself: 应当予以制止."""


def article_line(passage: Passage) -> Passage:
    """The rule of the first sentence of an article, as one line; without the mark at its end."""
    text = passage.text
    if not is_chinese(text):
        return owed_headline(passage)
    purpose = PURPOSE.match(text)
    if purpose and text.find("。") > CHINESE.longest:
        return _purpose(passage, purpose.end())
    for runs in (_from_the_start(text), _without_the_case(text)):
        for span in runs:
            return without_end_mark(passage[span.start : span.end])
    return owed_headline(passage)


def _purpose(passage: Passage, start: int) -> Passage:
    """As much of the purpose as has room."""
    found = BEHIND_PURPOSE.search(passage.text, start)
    end = found.start() if found else start
    held = [unit for unit in clauses(passage.text) if unit.span.end <= end]
    ends = [u.span.end for u in held if u.span.end - start <= CHINESE.longest]
    shown = passage[start : max(ends)] if ends else EMPTY
    return without_end_mark(shown) if len(shown) >= CHINESE.shortest else owed_headline(passage)


def _from_the_start(text: str) -> Iterator[Span]:
    """The most that has room of what begins with the first clause and says what holds; failing
    that, the least."""
    units = _first_part(text)
    runs = [
        Span(units[0].span.start, unit.span.end)
        for last, unit in enumerate(units)
        if _is_finished(text, units, last)
    ]
    has_rule = any(RULE.search(unit.span.of(text)) for unit in units)
    ruling = [run for run in runs if RULE.search(run.of(text)) or not has_rule]
    yield from reversed([run for run in ruling if len(run) <= CHINESE.longest])
    yield from (run for run in ruling if CHINESE.longest < len(run) <= LONGEST_WITH_CASE)


def _without_the_case(text: str) -> Iterator[Span]:
    """The same of what begins with a later clause."""
    units = _first_part(text)
    for first in range(1, len(units)):
        for last in reversed(range(first, len(units))):
            span = Span(units[first].span.start, units[last].span.end)
            if (
                SHORTEST_WITHOUT_CASE <= len(span) <= CHINESE.longest
                and RULE.search(span.of(text))
                and _is_finished(text, units, last)
                and stands_alone(span.of(text), CHINESE)
            ):
                yield span


def _first_part(text: str) -> list[Clause]:
    """The clauses of the first sentence up to its first `；`."""
    return [unit for unit in clauses(text) if (unit.sentence, unit.part) == (0, 0)]


def _is_finished(text: str, units: Sequence[Clause], last: int) -> bool:
    words = units[last].span.of(text).rstrip("。：")
    run = text[units[0].span.start : units[last].span.end]
    if not is_balanced(run) or (BARE.match(words) and not RULE.search(words)):
        return False
    is_last = last + 1 == len(units)
    return is_last or not (CASE.search(words) or WITHOUT_VERB.search(words))

"""分别: several things and as many values, to be paired.

`高技术制造业、装备制造业增加值` are two things; what only the last one says of both
(增加值) goes to the first as well, so each has a name that reads right by itself.
"""

from __future__ import annotations

import re

from slidegen.patterns import compiled
from slidegen.planning.clauses import Span

MEASURED = compiled(
    "产业|行业|企业|居民|人均|增加值|产值|产量|收入|支出|投资|消费|零售|总额|总量|数量|比例|占比|比重|面积|人数|人次|吞吐量|销量|"
    "销售|进出口|出口|进口|利润|税收|贷款|存款|余额|覆盖率|普及率|参保|增速|装机|用电|规模|里程|占"
)
"""Where what is said of all the things may begin."""
COMPLETE = compiled("(?:[值入出资额量数率例比重积次润税款耗度]|[起人户件]数|投资|消费)$")
"""How a thing ends that is measured as it stands."""
BETWEEN = compiled("以及|和|与|及")


def things(text: str, span: Span, count: int) -> list[tuple[Span, ...]] | None:
    """The *count* things that *span* lists, each with what only the last one says of all.

    None if they cannot be told apart.
    """
    cuts = [m.span() for m in re.finditer("、", text[: span.end]) if m.start() >= span.start]
    if len(cuts) + 1 < count:
        joint = [m.span() for m in BETWEEN.finditer(text, span.start, span.end)]
        cuts = sorted([*cuts, *joint[-1:]])
    if len(cuts) + 1 != count:
        return None
    edges = [span.start, *(edge for cut in cuts for edge in cut), span.end]
    parts = [Span(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    first, last = parts[0].of(text), parts[-1].of(text)
    if not all(map(len, parts)):
        return None
    if re.fullmatch("[一二三四五六七八九]", first):
        return None
    if re.fullmatch("第[一二三四五六七八九]", first):
        ordinal = Span(parts[0].start, parts[0].start + 1)
        tail = Span(parts[-1].start + 1, span.end)
        heads = [(parts[0],), *((ordinal, Span(p.start, p.start + 1)) for p in parts[1:])]
        return [(*head, tail) for head in heads]
    split = _shared_tail(first, last)
    if split is None:
        return None
    tail = Span(parts[-1].start + split, span.end)
    if not len(tail):
        return [(part,) for part in parts]
    return [*((part, tail) for part in parts[:-1]), (parts[-1],)]


def _shared_tail(first: str, last: str) -> int | None:
    """How much of *last* is its own; None if it cannot be told."""
    if COMPLETE.search(first):
        return len(last)
    for length in range(min(len(first), len(last)), 0, -1):
        at = last.find(first[-length:])
        if at >= 0 and (length > 1 or at > 0):
            return at + length
    measured = MEASURED.search(last, 1)
    return measured.start() if measured else None

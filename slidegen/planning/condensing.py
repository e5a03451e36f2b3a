"""A paragraph to its key points: which of its clauses are worth a line on a slide.

A point is a clause, or two or three adjoining ones of the same part of a
sentence, cut without a word changed. Every candidate is weighed by the table of
its language below; the heaviest wins, then the heaviest that neither overlaps
nor repeats what was chosen. Being greedy, the best two are among the best four:
a slide with fewer points shows a selection of the fuller slide's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from slidegen.deck import Point
from slidegen.passage import Passage
from slidegen.planning.clauses import Clause, Span, clauses, is_balanced, is_chinese
from slidegen.planning.connectives import shed


@dataclass(frozen=True, slots=True)
class Weight:
    why: str
    """The reason in a word; a chosen point carries that of its heaviest."""
    value: float
    pattern: re.Pattern[str]
    """Looked for anywhere in the candidate."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How points are chosen in one language. Lengths are in characters."""

    shortest: int
    longest: int
    lengths: tuple[tuple[int, float], ...]
    """Weight of a length: that of the first entry that is not shorter."""
    joined: int
    """How long clauses may become by joining."""
    weights: tuple[Weight, ...]
    never: tuple[re.Pattern[str], ...]
    """What cannot stand alone, whatever its weight."""
    halves: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    """Pairs of which neither may stand without the other."""
    follows: float
    """Weight of each clause that stands before it in its part of the sentence."""
    later: float
    """Weight of not being in the first sentence, where the argument is only opened."""
    echo: float
    """Weight of a candidate all of whose words are in the heading; less in proportion."""


def _(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


ACTIONS = (
    "推进|推动|推行|推广|加快|加强|加大|强化|深化|优化|完善|健全|建立|建设|建成|实施|开展|打造|培育|支持|引导|鼓励|"
    "扩大|提升|提高|落实|严格|严守|严厉|坚决|坚持|制定|出台|启动|成立|设立|实现|完成|新增|新建|改造|保障|确保|"
    "发展|促进|构建|深入|全面|大力|积极|持续|扎实|有序|稳步|统筹|规范|整治|整合|治理|化解|防范|守牢|兜牢|筑牢|"
    "做好|做强|做优|抓好|抓实|办好|用好|管好|加力|集中|组织|举办|引进|吸引|淘汰|盘活|稳定|巩固|拓展|改革|把|将|对|"
    "高标准|高质量|高水平|一体|分类|分批|全力|着力|努力|力争|争取|严禁|不得|禁止|申请|提交|报送|公开|设置|配备"
)
CLOSING_VERBS = "推进|推动|加快|提升|提高|激发|营造|形成|增强|促进"

CHINESE = Manner(
    shortest=7,
    longest=45,
    lengths=((8, -0.4), (11, 0.5), (24, 1.3), (32, 1.1), (38, 0.5), (45, -0.6)),
    joined=36,
    weights=(
        Weight(
            "figure",
            1.1,
            _(
                r"\d[\d,.]*(?:[%％‰]|[万亿千百]|个|项|家|倍|成|公里|张|套|吨|元|人|户|件|部|台|座|条|所|年(?!前|来|度|代|底|初|末|\d))|[零一二三四五六七八九十百千]+(?:个|项|家|倍|成|万|亿)|数[十百千万]"
            ),
        ),
        Weight(
            "result",
            0.6,
            _(
                r"增长|下降|达到?\d|超过?\d|突破\d|首次|首个|首位|率先|第一|翻番|全覆盖|清零|成立了|出台了|印发了?《|建立了|启动了|获批|获评|填补|创.{0,6}新高"
            ),
        ),
        Weight("action", 0.8, _(rf"^(?:{ACTIONS})")),
        Weight("demand", 0.5, _(r"^.{0,14}(?:要|必须|应当|务必|不得)(?!求|素|点|务|闻|员|害|件)")),
        Weight(
            "name",
            0.4,
            _(
                r"《[^》]+》|“[^”]{2,14}”(?:工程|计划|行动|机制|战略|体系|模式|政策)?|(?:工程|计划|行动|条例|方案|办法)(?:[，,]|$)"
            ),
        ),
        Weight("goal", 0.3, _(r"打造.{4,}(?:高地|枢纽|中心|支点|窗口|标杆)")),
        Weight(
            "rhetoric",
            -1.4,
            _(
                r"具有.{0,8}意义|至关重要|充分(?:说明|证明|体现|表明)|领导下|为指导|精神|倍受|鼓舞|不平凡|极不|赋予|指引|一定要|众所周知|的(?:源泉|基石|灵魂|生命线|必然选择|具体行动|内在要求|应有之义)|高度重视.{0,3}$|离不开|来之不易|迎难而上|砥砺|牢记|感恩"
            ),
        ),
        Weight(
            "setting",
            -0.9,
            _(
                r"^(?:围绕|聚焦|按照|根据|针对|面对|依托|通过|立足|随着|经过|为了|为(?!民|农|企|基层)|以(?!.{1,16}(?:为|推动|促进|带动|提升|引领))|在(?!.{1,20}(?:实现|建成|建立|推广)))"
            ),
        ),
        Weight(
            "effect",
            -0.8,
            _(
                r"^(?:营造|形成|激发|增强|提升.{2,8}(?:水平|能力)$|提高.{2,10}(?:水平|能力|效率)$|促进了|推动了|有效|更好|切实|不断|为.{2,20}(?:提供|作出|奠定|注入)|让|使|充分发挥|用于|用以|以便|确保各项)"
            ),
        ),
        Weight(
            "example",
            -0.7,
            _(r"^(?:以.{1,8}为例|例如|比如|某|我[市省县区].{0,3}某)|某.{0,6}(?:企业|公司|单位)"),
        ),
        Weight(
            "routine",
            -0.5,
            _(r"^(?:统筹抓好|认真(?:做好|办理)|自觉|继续做好|做好.{0,20}工作$|保障.{2,10}权益$)"),
        ),
    ),
    never=(
        _(
            r"^(?:其|该|此|它|他|她|这|那|上述|前者|后者|从而|因而|以此|由此|如此|使之|之|的|地|得|等等|即|及|和|与|或|至|并且|甚至|尤其|特别是|其中|包括|如果|若|一旦|只要|哪怕|即使|尽管|虽然|虽|由于|因为|鉴于|当(?!好|前|选|地|年|天|日|场)|不是|而不|无论|不管|不论|不但|不光|与其|宁可|否则)"
        ),
        _(
            r"(?:的|和|与|及|以及|或|或者|并|是|为|在|对|把|将|从|向|时|后|之后|以后|前提下|基础上|过程中|领导下|支持下|方面|来看|期间|以来|的同时|角度|中|：|:)$"
        ),
        _(
            r"^(?:[\d〇零一二三四五六七八九十xX]+年.{0,8}|今年以来|近年来|一年来|过去[一五]年|.{0,10}(?:时期|之际|年来))$"
        ),
        _(r"^(?:各位代表|同志们|朋友们|女士们|谢谢)"),
        _(r"[？?]$"),
        _(
            r"^(?:在|当|随着|围绕|按照|根据|针对|面对|依托|通过|立足|经过|为了|对于|关于|作为|与|同|除|自|从|由)[^，,]*$"
        ),
    ),
    halves=(
        (_(r"不仅|不但|不只|不单"), _(r"[还更也]|而且")),
        (_(r"既(?![定有得然成往])"), _(r"[又也]|更(?!好|加|新)")),
        (_(r"只有"), _(r"才")),
        (_(r"只要|如果|一旦"), _(r"就|便|则|都|必")),
        (_(r"^才能"), _(r"只有")),
        (_(r"虽然|尽管"), _(r"但|却|仍|还")),
        (_(r"不是"), _(r"而是|就是")),
        (_(r"^而是"), _(r"不是")),
        (_(r"^(?:还|更是?|也|又)"), _(r"不仅|不但|既")),
        (_(r"一方面"), _(r"另一方面")),
        (_(r"^从[^，,]{1,16}[，,]?$"), _(r"到")),
        (_(r"无论|不论|不管"), _(r"都|也|总")),
        (_(r"因为|由于"), _(r"所以|因此|使|导致")),
        (_(r"首先|其一"), _(r"其次|其二")),
    ),
    follows=-0.22,
    later=0.1,
    echo=-1.6,
)

ENGLISH_ACTIONS = (
    "(?:advance|build|boost|create|cut|deliver|develop|encourage|ensure|establish|expand|foster|fund|improve|"
    "increase|introduce|invest|launch|maintain|make|open|promote|protect|provide|publish|raise|reduce|reform|"
    "require|strengthen|support|train|use|work|avoid|write|keep|adopt|implement|set|start|test|review)"
)

ENGLISH = Manner(
    shortest=18,
    longest=120,
    lengths=((28, -0.3), (40, 0.5), (90, 1.3), (105, 0.6), (120, -0.3)),
    joined=110,
    weights=(
        Weight(
            "figure",
            1.1,
            _(
                r"[$£€]\s?\d|\d[\d,.]*\s?(?:%|percent|per cent|million|billion|trillion|thousand|people|years|days|hours)|\b\d{2,}\b"
            ),
        ),
        Weight(
            "result",
            0.5,
            _(
                r"(?i)\b(?:increased|grew|fell|reduced|rose|reached|exceeded|completed|launched|achieved|first)\b"
            ),
        ),
        Weight("action", 0.8, _(rf"^(?i:{ENGLISH_ACTIONS})\b")),
        Weight(
            "demand",
            0.6,
            _(r"(?i)\b(?:must|should|shall|will|need to|needs to|required to|do not|don't)\b"),
        ),
        Weight(
            "name",
            0.3,
            _(
                r"(?<=[a-z] )(?:[A-Z][\w-]+ ){1,4}(?:Act|Plan|Program|Programme|Initiative|Policy|Office|Agency|Board|Strategy)\b|“[^”]+”|\"[^\"]+\""
            ),
        ),
        Weight(
            "rhetoric",
            -1.2,
            _(
                r"(?i)\b(?:it is (?:important|worth|clear)|as we all know|of great (?:significance|importance)|needless to say|we are proud|extraordinary)\b"
            ),
        ),
        Weight("example", -0.6, _(r"(?i)^(?:for example|for instance|e\.g\.|imagine|consider)\b")),
        Weight("first person", -0.3, _(r"^(?:I|We(?:’re|'re| are| have been))\b")),
    ),
    never=(
        _(
            r"^(?i:this|these|that|those|it|its|they|their|them|he|she|his|her|such|which|who|whom|whose|where|when|while|if|because|since|although|though|unless|until|whereas|as|so that|including|with|by|and|or|but|nor|then|here|there|both|either|neither)\b"
        ),
        _(
            r"(?i)\b(?:and|or|of|to|the|a|an|in|on|for|with|by|at|from|that|which|is|are|was|were|be|as|following|follows|below)$"
        ),
        _(r"[?:]$"),
    ),
    halves=(
        (_(r"(?i)\bnot only\b"), _(r"(?i)\bbut\b")),
        (_(r"(?i)\beither\b"), _(r"(?i)\bor\b")),
        (_(r"(?i)\bneither\b"), _(r"(?i)\bnor\b")),
        (_(r"(?i)\bboth\b"), _(r"(?i)\band\b")),
    ),
    follows=-0.3,
    later=0.0,
    echo=-1.2,
)

ENGLISH_SUBORDINATE = _(
    r"(?i)^(?:in|on|at|by|for|with|when|while|if|as|after|before|since|because|although|though|to|from|under|"
    r"through|during|over|despite|unlike|according|given|once|until|unless|whether|where|having|being|\w+ing)\b"
)
"""What an English sentence may open with before its main clause: never cut right behind it."""
ENGLISH_TAIL = _(
    r"^(?:and (?:I|we|it|they|the|this|that|he|she)|but|so|which|who|where|while|whereas|although|though|because|"
    r"as well as|including|such as|\w+ing|especially|particularly|rather than|not)\b"
)
"""What may follow the comma at which an English sentence is cut short."""

REPEATS = 0.6
"""Share of a candidate's pairs of characters in an earlier point that makes it a repetition."""

MOST_JOINED = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    span: Span
    weight: float
    why: str


def key_points(
    passage: Passage, most: int, *, heading: str = "", level: int = 1, least: float = 0.3
) -> tuple[Point, ...]:
    """Up to *most* points from *passage*, in its order; none that weighs less than *least*."""
    return tuple(
        Point(passage[choice.span.start : choice.span.end], level=level, why=choice.why)
        for choice in chosen(passage.text, most, heading=heading, least=least)
    )


def chosen(text: str, most: int, *, heading: str = "", least: float = 0.3) -> list[Candidate]:
    """The candidates that win, in the order of the text."""
    taken: list[Candidate] = []
    for candidate in sorted(candidates(text, heading), key=lambda c: (-c.weight, c.span.start)):
        if len(taken) == most or candidate.weight < least:
            break
        if not any(_clash(text, candidate, other) for other in taken):
            taken.append(candidate)
    return sorted(taken, key=lambda c: c.span.start)


def candidates(text: str, heading: str = "") -> Iterator[Candidate]:
    """All spans of *text* that can stand alone, weighed."""
    manner = CHINESE if is_chinese(text) else ENGLISH
    units = clauses(text)
    for first, unit in enumerate(units):
        before = sum(1 for u in units[:first] if (u.sentence, u.part) == (unit.sentence, unit.part))
        for last in _ends(text, units, first, manner):
            span = shed(text, Span(unit.span.start, units[last].span.end))
            span = _without_full_stop(text, span)
            if not stands_alone(text, span, manner):
                continue
            weight, why = _weigh(span.of(text), manner, heading)
            weight += manner.follows * before + manner.later * (unit.sentence > 0)
            yield Candidate(span, weight, why)


def stands_alone(text: str, span: Span, manner: Manner) -> bool:
    words = span.of(text)
    return (
        manner.shortest <= len(words) <= manner.longest
        and is_balanced(words)
        and not any(pattern.search(words) for pattern in manner.never)
        and not any(a.search(words) and not b.search(words) for a, b in manner.halves)
    )


def _ends(text: str, units: Sequence[Clause], first: int, manner: Manner) -> Iterator[int]:
    """Which clauses a candidate that begins with *first* may end with."""
    if manner is ENGLISH:
        yield from _english_ends(text, units, first)
        return
    yield first
    for last in range(first + 1, min(first + MOST_JOINED, len(units))):
        unit = units[last]
        if (unit.sentence, unit.part) != (units[first].sentence, units[first].part):
            return  # never across ；
        if (
            units[last - 1].mark in "：:—"
            or unit.span.end - units[first].span.start > manner.joined
        ):
            return
        yield last


def _english_ends(text: str, units: Sequence[Clause], first: int) -> Iterator[int]:
    """English clauses lean on one another: a part whole, or from its start up to a loose tail."""
    unit = units[first]
    if first and (units[first - 1].sentence, units[first - 1].part) == (unit.sentence, unit.part):
        return
    last = first
    while last + 1 < len(units) and (units[last + 1].sentence, units[last + 1].part) == (
        unit.sentence,
        unit.part,
    ):
        tail = units[last + 1].span.of(text)
        if ENGLISH_TAIL.match(tail) and not (
            last == first and ENGLISH_SUBORDINATE.match(shed(text, unit.span).of(text))
        ):
            yield last
        last += 1
    yield last


def _without_full_stop(text: str, span: Span) -> Span:
    end = span.end
    while (
        end > span.start and text[end - 1] in "。.！!；;，,、" and not text[:end].endswith("etc.")
    ):
        end -= 1
    return Span(span.start, end)


def _weigh(words: str, manner: Manner, heading: str) -> tuple[float, str]:
    weight = next((value for length, value in manner.lengths if len(words) <= length), 0.0)
    best, why = 0.0, "lead"
    for rule in manner.weights:
        if rule.pattern.search(words):
            weight += rule.value
            if rule.value > best:
                best, why = rule.value, rule.why
    return weight + manner.echo * shared(words, heading), why


def shared(words: str, other: str) -> float:
    """Share of the pairs of neighbouring characters of *words* that *other* has too, 0 to 1."""
    ours, theirs = _character_pairs(words), _character_pairs(other)
    return len(ours & theirs) / len(ours) if ours else 0.0


def _character_pairs(words: str) -> frozenset[str]:
    kept = [c for c in words.lower() if c.isalnum()]
    return frozenset(a + b for a, b in pairwise(kept))


def _clash(text: str, one: Candidate, other: Candidate) -> bool:
    return one.span.overlaps(other.span) or (
        shared(one.span.of(text), other.span.of(text)) >= REPEATS
    )

"""Two columns: a contrast that the document draws itself, by the words of two headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from slidegen.deck import Bullets, TwoColumns
from slidegen.patterns import compiled
from slidegen.planning.choosing.shapes import Group, ems, groups_of
from slidegen.traditional import simplified

LONGEST_HEAD = 16.0
"""In widths of a Chinese character: it stands in one line on the band over its column."""


class Contrast(Struct, frozen=True):
    """What the one heading says, and what the other does; either may come first."""

    one: re.Pattern[str]
    other: re.Pattern[str]


def _(one: str, other: str) -> Contrast:
    return Contrast(compiled(one, re.IGNORECASE), compiled(other, re.IGNORECASE))


CONTRASTS: Sequence[Contrast] = (
    _("成绩|成效|成就|成果|亮点|进展|经验", "不足|问题|短板|差距|困难|薄弱|弱项|教训"),
    _("优势|有利|机遇|长处|强项|优点", "劣势|不利|挑战|短板|风险|困难|弱项|不足|缺点"),
    _(
        "过去|以往|以前|从前|回顾|上半年|上年|去年|前一阶段",
        "今后|未来|将来|下一步|展望|下半年|明年|来年|下一阶段",
    ),
    _("^(?:去年|上年|上一年)", "^(?:今年|本年)"),
    _("已(?:经)?(?:完成|做|开展|落实)的?", "(?:待|未|尚未|拟|将要|即将)(?:完成|做|开展|落实)的?"),
    _("现状|现有", "目标|愿景"),
    _("(?:改革|改造|整治|调整|修订|修改|实施)之?前", "(?:改革|改造|整治|调整|修订|修改|实施)之?后"),
    _(
        "^(?:提倡|倡导|允许|鼓励|应当|正确|可以|要做)",
        "^(?:反对|禁止|限制|不得|错误|不可|不能|不要)",
    ),
    _(
        r"\b(?:progress|achievements?|successes|results|what (?:works|worked|went well))\b",
        r"\b(?:challenges?|problems?|gaps?|shortcomings|failures|issues|what (?:does not|did not|"
        r"doesn.t|didn.t) work|what went wrong|what remains)\b",
    ),
    _(
        r"\b(?:strengths?|advantages|benefits|opportunit(?:y|ies)|pros)\b",
        r"\b(?:weakness(?:es)?|disadvantages|drawbacks|costs|risks?|threats?|challenges?|cons)\b",
    ),
    _(r"\b(?:before|past|then|last year)\b", r"\b(?:after|future|now|next year|from now on)\b"),
    _(r"\b(?:current|existing|today)\b", r"\b(?:target|planned|future|tomorrow)\b"),
    _(r"^(?:do|dos|do.s)$|\bwhat to do\b", r"^(?:don.?ts?|do not)$|\bwhat not to do\b"),
    _(
        r"\bwhat (?:we|the \w+) (?:did|has done|have done|achieved)\b|\bdone so far\b",
        r"\bwhat (?:we|the \w+) (?:will|plans? to|must|still has to|still have to) do\b"
        r"|\b(?:next steps|still to do|what comes next)\b",
    ),
    _(r"\bin scope\b", r"\b(?:out of|not in) scope\b"),
    _(r"^(?:allowed|permitted)\b", r"^(?:not (?:allowed|permitted)|prohibited|forbidden)\b"),
)
"""Each a pair that a reader would set side by side; no word of the one may be in the other."""


def as_columns(slide: Bullets) -> TwoColumns | None:
    groups = groups_of(slide.points)
    if len(groups) != 2 or not all(group.supports for group in groups):
        return None
    if not all(ems(group.head.passage) <= LONGEST_HEAD for group in groups):
        return None
    if not is_contrast(*groups):
        return None
    right = len(groups[0].points)
    return TwoColumns(slide.title, slide.points, right, slide.kicker, slide.notes, slide.section)


def is_contrast(left: Group, right: Group) -> bool:
    one, other = (simplified(str(group.head.passage)).strip() for group in (left, right))
    return any(
        _is_between(contrast, one, other) or _is_between(contrast, other, one)
        for contrast in CONTRASTS
    )


def _is_between(contrast: Contrast, one: str, other: str) -> bool:
    """`成绩与不足` names both sides, and is no side itself."""
    return all(
        mine.search(words) is not None and its.search(words) is None
        for words, mine, its in (
            (one, contrast.one, contrast.other),
            (other, contrast.other, contrast.one),
        )
    )

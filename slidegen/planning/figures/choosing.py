"""Which of a slide's figures are worth setting large: a table of what weighs, added up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from slidegen.deck import KeyFigure, Point
from slidegen.patterns import compiled
from slidegen.planning.condensing import repeats


class Worth(Struct, frozen=True):
    """What a figure is worth for what its words say."""

    value: float
    pattern: re.Pattern[str]
    """Looked for in `label value unit`."""


def _(pattern: str) -> re.Pattern[str]:
    return compiled(pattern, re.IGNORECASE)


WORTHS: Sequence[Worth] = (
    Worth(2.0, _("第一|首位|榜首|第[一二三]位|first in|翻.?番|doubled")),
    Worth(1.5, _("前列|第[\\d四五六七八九十]|倍$|[三四]分之|分之|thirds?|half")),
    Worth(
        1.2,
        _(
            "生产总值|增加值|产值|财政|投资|收入|进出口|贸易|就业|"
            r"\b(?:gdp|incomes?|trade|jobs|output|investment)\b"
        ),
    ),
    Worth(1.0, _("[亿億]|[bt]r?illion")),
    Worth(1.0, _("到.{2,6}年|力争|目标|by 20\\d\\d")),
    Worth(0.8, _("%|‰|百分|per ?cent|成$")),
    Worth(0.6, _("[万萬]|million|thousand|,\\d{3}")),
    Worth(0.5, _("率|覆盖|减少|下降|压缩|节约|\\b(?:rate|share|fell|reduced)\\b")),
    Worth(0.4, _("^(?:新增|新建|建成|完成|培育|引进)")),
    Worth(-0.5, _("^.{21,}")),
    Worth(-1.0, _("文件|制度|方案|法规|法案|标准|documents?|regulations|bills")),
    Worth(
        -1.5,
        _("会议|例会|座谈|研讨|培训|宣讲|讲座|调研|督查|检查|活动|meetings?|workshops?|visits?"),
    ),
)
"""Results and goals before counts of what was done, and those before meetings and papers; all
that apply add up."""
WITHHELD = compiled("[xX×]")
"""In a value that the document does not give, which is shown only for want of others."""
AGAIN = 0.7
"""What the second figure of a point loses: of two points, each shows one first."""


def best_figures(points: Iterable[Point], most: int = 4) -> tuple[KeyFigure, ...]:
    """Up to *most* figures of *points* to be set large, in the order of the text.

    Of two that say the same only the weightier is taken.
    """
    ranked: list[tuple[float, int, KeyFigure]] = []
    for point in points:
        for place, figure in enumerate(point.figures):
            ranked.append((worth_of(figure) - AGAIN * place, len(ranked), figure))
    taken: list[tuple[int, KeyFigure]] = []
    for _worth, order, figure in sorted(ranked, key=lambda one: (-one[0], one[1])):
        if len(taken) < most and not any(_alike(figure, other) for _, other in taken):
            taken.append((order, figure))
    return tuple(figure for _, figure in sorted(taken, key=lambda one: one[0]))


def worth_of(figure: KeyFigure) -> float:
    worth = _worth_of_words(f"{figure.label} {figure.value}{figure.unit}")
    return worth - 10 if WITHHELD.search(figure.value.text) else worth


@lru_cache(maxsize=64)
def _worth_of_words(words: str) -> float:
    """Kept for all who choose among the figures of a slide."""
    return sum(worth.value for worth in WORTHS if worth.pattern.search(words))


def _alike(one: KeyFigure, other: KeyFigure) -> bool:
    if (one.value.text, one.unit.text) != (other.value.text, other.unit.text):
        return one.label.text == other.label.text
    return repeats(one.label.text, other.label.text) or repeats(other.label.text, one.label.text)

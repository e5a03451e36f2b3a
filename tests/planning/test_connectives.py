from __future__ import annotations

import pytest

from slidegen.planning.clauses import Span
from slidegen.planning.connectives import shed

SHED = [
    ("同时，要完善制度体系", "完善制度体系"),
    ("因此,我们必须加快建设进度", "加快建设进度"),
    ("此外，我们还要引进专业人才", "引进专业人才"),
    ("我们要求各单位按月报送进度", "要求各单位按月报送进度"),
    ("我要求大家逐项对照检查", "我要求大家逐项对照检查"),
    ("一是强化源头治理", "强化源头治理"),
    ("第三，抓好示范引领", "抓好示范引领"),
    ("（四）法律规定的其他情形", "法律规定的其他情形"),
    ("20xx年，全市财政收入增长", "全市财政收入增长"),
    ("其中出口增长一成以上", "出口增长一成以上"),
    ("并推动成果转化应用", "推动成果转化应用"),
    ("However, the plan works", "the plan works"),
    ("In addition, staff were trained", "staff were trained"),
]
KEPT = [
    "要素市场化配置改革",
    "应急管理体系不断完善",
    "并购重组有序推进",
    "将知识产权纳入考核",
    "需要大量资金支持",
    "就业形势总体稳定",
    "更多群众得到实惠",
    "我市出台了实施意见",
    "我们的事业大有可为",
    "1.5亿元专项资金到位",
    "Second homes are taxed",
]


@pytest.mark.parametrize(("text", "left"), SHED)
def test_connectives_fall_away(text: str, left: str) -> None:
    assert shed(text, Span(0, len(text))).of(text) == left


@pytest.mark.parametrize("text", KEPT)
def test_words_that_only_look_like_connectives_stay(text: str) -> None:
    assert shed(text, Span(0, len(text))).of(text) == text

"""Whatever a document says, and in whatever shape, its deck is true to it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.errors import SourceError
from slidegen.options import Aspect, Detail, NotesUse
from slidegen.pipeline import convert

MARKERS = (
    *(
        "",
        "",
        "",
        "",
        "一、",
        "二、",
        "三、",
        "（一）",
        "（二）",
        "(三)",
        "1.",
        "2. ",
        "3、",
        "第一章　",
    ),
    *(
        "第三条　",
        "一是",
        "二要",
        "第一，",
        "首先，",
        "——",
        "①",
        "I. ",
        "A. ",
        "1.1 ",
        "# ",
        "## 一、",
    ),
    *("### ", "- ", "1. ", "> ", "    ", "　　", "附件：", "注：", "| "),
)
CLAUSES = (
    *(
        "关于城市绿化工作的报告",
        "某某市市长 王芳",
        "2025年3月18日",
        "（2025年1月7日）",
        "同志们：",
        "各位代表",
    ),
    *(
        "全市新建公园46个",
        "同比增长12.5%",
        "投资1,200万元",
        "占比百分之八十",
        "共十二项任务",
        "3.6亿元",
    ),
    *(
        "推进老旧管网改造",
        "我们不仅要建好",
        "还要管好用好",
        "要健全长效机制",
        "实施“清泉”工程",
        "谢谢大家",
    ),
    *(
        "责任编辑：李明",
        "打印本页",
        "来源：某某日报",
        "相关阅读",
        "- 7 -",
        "第 3 页",
        "字号：大 中 小",
    ),
    *(
        "The budget rose by 4.5 percent",
        "Dr. Smith reported 3,400 cases",
        "See https://example.org/a",
    ),
    *("Ａ１２全角", "20xx年", "“十四五”规划（2021—2025年）", "x²+y²", "①②③", "𠮷野家", "é", "…"),
)
ENDS = ("，", "。", "；", "：", ",", "!", "？", ". ", "", " ", "\u3000", "|")
CHUNKS = st.tuples(st.sampled_from(CLAUSES), st.sampled_from(ENDS)).map("".join)
LINES = st.tuples(
    st.sampled_from(MARKERS), st.lists(CHUNKS, min_size=1, max_size=6).map("".join)
).map("".join)
DOCUMENTS = st.lists(st.one_of(LINES, st.just("")), min_size=1, max_size=16).map("\n".join)


@given(
    DOCUMENTS,
    st.sampled_from(("text", "markdown")),
    st.sampled_from(("outline", "standard", "full")),
    st.sampled_from(("16:9", "4:3")),
    st.sampled_from(("full", "full", "points", "none")),
)
@settings(max_examples=60, deadline=None)
def test_every_deck_is_true_to_its_document(
    text: str, format: str, detail: Detail, aspect: Aspect, notes: NotesUse
) -> None:
    try:
        # Raises UnfaithfulDeck, which is no SourceError, for what is lost or made up.
        made = convert(text.encode(), format=format, detail=detail, aspect=aspect, notes=notes)
    except SourceError:
        return

    assert not [s for s in made.stages.scenes.scenes if s.fit and s.fit.overflow]

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.planning.clauses import clauses, is_balanced, sentences

SENTENCES = [
    ("今天开会。明天检查!后天总结", ["今天开会。", "明天检查!", "后天总结"]),
    ("他说：“这事要办。马上办。”大家鼓掌。", ["他说：“这事要办。马上办。”", "大家鼓掌。"]),
    ("印发《意见。补充》文件。好", ["印发《意见。补充》文件。", "好"]),
    (
        "The U.S. budget rose 3.5 percent. Dr. Lee said so.",
        ["The U.S. budget rose 3.5 percent.", "Dr. Lee said so."],
    ),
    ("See sec. 4, e.g. the table. It is long.", ["See sec. 4, e.g. the table.", "It is long."]),
    ("We meet at 5 p.m. Pumps are moved.", ["We meet at 5 p.m.", "Pumps are moved."]),
    ("We meet at 5 p.m. Monday in town.", ["We meet at 5 p.m. Monday in town."]),
    ("版本2.5已经发布。", ["版本2.5已经发布。"]),
    ("为什么？因为忙！", ["为什么？", "因为忙！"]),
]
CLAUSES = [
    ("推进改革,完善机制；加强监督。", ["推进改革", "完善机制", "加强监督"]),
    ("实施“一网通办，一次办成”改革，提升效率", ["实施“一网通办，一次办成”改革", "提升效率"]),
    ("10:30开会，预算1,000万元，比例3:1", ["10:30开会", "预算1,000万元", "比例3:1"]),
    ("详见https://a.org/x，谢谢", ["详见https://a.org/x", "谢谢"]),
    ("中心（含分中心，共3家）建成，投入使用", ["中心（含分中心，共3家）建成", "投入使用"]),
    ("“引号没有关上，照样切开", ["“引号没有关上", "照样切开"]),
    ("Costs fell, as 1,200 users left; we act", ["Costs fell", "as 1,200 users left", "we act"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences_end_outside_quotes_numbers_and_abbreviations(
    text: str, expected: list[str]
) -> None:
    assert [span.of(text) for span in sentences(text)] == expected


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_clauses_end_at_marks_of_either_width_outside_pairs(text: str, expected: list[str]) -> None:
    found = [clause.span.of(text).rstrip("。") for clause in clauses(text)]

    assert found == expected


def test_parts_are_counted_at_semicolons() -> None:
    assert [c.part for c in clauses("查明原因，追究责任；总结教训，举一反三。")] == [0, 0, 1, 1]


def test_a_long_quotation_is_cut_like_any_text() -> None:
    long_quote = "“" + "要抓好落实，要见到成效。" * 8 + "”"

    assert len(clauses(long_quote)) > 8


@pytest.mark.parametrize(
    "text", ["“双百”行动", "（试行）", 'a "b" c', "the agency’s plan", "甲《乙》"]
)
def test_balanced(text: str) -> None:
    assert is_balanced(text)


@pytest.mark.parametrize("text", ["“双百", "行动”", "《意见", "）办法", 'a "b'])
def test_not_balanced(text: str) -> None:
    assert not is_balanced(text)


ANY_TEXT = st.text(alphabet="推进改革a1 .,:;，。；：！“”《》（）—\"'\n", max_size=60)


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_sentences_and_clauses_lose_only_marks_and_white_space(text: str) -> None:
    for spans in ([c.span for c in clauses(text)], list(sentences(text))):
        kept = "".join(span.of(text) for span in spans)

        assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
        assert all(a.end <= b.start for a, b in pairwise(spans))

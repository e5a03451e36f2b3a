from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.outlining.numbering import Kind, han_number, marker_at, markers_at, roman_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("廿一", 21),
        ("卅", 30),
        ("二〇", 20),
        ("一○五", 105),
        ("一百", 100),
        ("一百零五", 105),
        ("一百一十二", 112),
        ("三百二十一", 321),
        ("二三", None),
        ("十十", None),
        ("", None),
    ],
)
def test_chinese_numerals(text: str, value: int | None) -> None:
    assert han_number(text) == value


@given(st.integers(1, 399))
@settings(deadline=None, max_examples=60)
def test_a_roman_numeral_reads_back(number: int) -> None:
    signs = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V")]
    text, rest = "", number
    for value, sign in [*signs, (4, "IV"), (1, "I")]:
        text, rest = text + sign * (rest // value), rest % value

    assert roman_number(text) == number


@pytest.mark.parametrize("text", ["IIII", "VX", "IC", "", "ABC"])
def test_what_is_no_roman_numeral(text: str) -> None:
    assert roman_number(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "number", "marker"),
    [
        ("第一编 总则", Kind.PART, 1, "第一编"),
        ("第二部分 措施", Kind.PART, 2, "第二部分"),
        ("第十二章\u3000附则", Kind.CHAPTER, 12, "第十二章"),
        ("第3节 原则", Kind.DIVISION, 3, "第3节"),
        ("第一百零一条 本法", Kind.ARTICLE, 101, "第一百零一条"),
        ("第一○一条 本法", Kind.ARTICLE, 101, "第一○一条"),
        ("一、总体要求", Kind.HAN, 1, "一、"),
        ("（十二）保障", Kind.HAN_BRACKETED, 12, "（十二）"),
        ("(二)保障", Kind.HAN_BRACKETED, 2, "(二)"),
        ("㈩保障", Kind.HAN_BRACKETED, 10, "㈩"),
        ("⑵摸清底数", Kind.DIGIT_BRACKETED, 2, "⑵"),
        ("⒉摸清底数", Kind.DIGIT, 2, "⒉"),
        ("3．全角", Kind.DIGIT, 3, "3．"),
        ("4、顿号", Kind.DIGIT, 4, "4、"),
        ("(5)括号", Kind.DIGIT_BRACKETED, 5, "(5)"),
        ("6）半括号", Kind.DIGIT_HALF_BRACKETED, 6, "6）"),
        ("⑦圈码", Kind.CIRCLED, 7, "⑦"),
        ("第八，要实", Kind.ORDINAL, 8, "第八，"),
        ("第九点：要准", Kind.ORDINAL, 9, "第九点："),
        ("三是更实", Kind.SPOKEN, 3, "三是"),
        ("四要更准", Kind.SPOKEN, 4, "四要"),
        ("其次，要快", Kind.SEQUENCE, 2, "其次，"),
        ("――要稳", Kind.DASH, 0, "――"),
        ("IV. Results", Kind.ROMAN, 4, "IV."),
        ("B. Soil", Kind.LETTER, 2, "B."),
        ("(c) trees", Kind.LETTER_BRACKETED, 3, "(c)"),
        ("Section 2. Seat", Kind.DIVISION, 2, "Section 2."),
        ("1.2 范围", Kind.DECIMAL, 2, "1.2"),
        ("1.2.3 范围", Kind.DECIMAL_DEEPER, 3, "1.2.3"),
    ],
)
def test_a_marker_is_read(text: str, kind: Kind, number: int, marker: str) -> None:
    found = marker_at(text)

    assert found is not None
    assert (found.kind, found.number, found.text) == (kind, number, marker)


@pytest.mark.parametrize(
    "text",
    [
        "2020年是关键之年",
        "第（一）项",
        "第五条规定的情形",
        "第一款",
        "一般来说，",
        "第一批项目",
        "I think so",
    ],
)
def test_what_is_no_marker(text: str) -> None:
    assert marker_at(text) is None


@pytest.mark.parametrize("text", ["3.6亿元", "2.5倍", "4.8%的增长", "1.25万亩"])
def test_a_figure_with_its_unit_is_no_number_of_an_item(text: str) -> None:
    assert all(marker.kind is not Kind.DIGIT for marker in markers_at(text))


@pytest.mark.parametrize("text", ["2.5G网络", "一、二审法院", "一、二、三产业", "21.5+2就业之家"])
def test_what_may_be_a_figure_is_doubtful(text: str) -> None:
    assert all(marker.doubtful for marker in markers_at(text))


def test_one_letter_may_be_a_numeral_or_a_letter() -> None:
    kinds = [marker.kind for marker in markers_at("C. Water")]

    assert kinds == [Kind.ROMAN, Kind.LETTER]

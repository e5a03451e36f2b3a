"""Bytes become the text that was written, or an error; never mojibake in silence."""

from __future__ import annotations

import random

import pytest

from slidegen.errors import MalformedSource
from slidegen.notices import Notice
from slidegen.reading.encoding import decode

SIMPLIFIED = (
    "同志们：今天召开全市水利工作会议，主要任务是总结去年工作，部署今年任务。\n"
    "一、提高认识，切实增强做好工作的责任感。全年完成投资3.2亿元，新增灌溉面积5万亩。"
)
TRADITIONAL = (
    "各位市民：本局將於下月開展河道整治工程，請有關單位配合施工安排。\n"
    "一、工程期間，行人應當使用臨時通道；二、如有查詢，請與本局聯絡。"
)
ENGLISH = "The committee’s report — “Our Year” — covers café hours and a £5 fee.\nIt’s done."
RARE = "䶮姓、𠮷姓居民的姓名信息，应当按规定登记。"
UTF = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


def read_back(data: bytes) -> tuple[str, str, list[Notice]]:
    notices: list[Notice] = []
    decoded = decode(data, notices.append)
    return decoded.text, decoded.encoding, notices


@pytest.mark.parametrize("encoding", [*UTF, "gbk", "gb18030"])
def test_simplified_chinese_comes_back(encoding: str) -> None:
    text, _, notices = read_back(SIMPLIFIED.encode(encoding))

    assert (text, notices) == (SIMPLIFIED, [])


@pytest.mark.parametrize("encoding", [*UTF, "gb18030", "big5", "cp950", "big5hkscs"])
def test_traditional_chinese_comes_back(encoding: str) -> None:
    text, *_ = read_back(TRADITIONAL.encode(encoding))

    assert text == TRADITIONAL


@pytest.mark.parametrize("encoding", [*UTF, "cp1252"])
def test_english_comes_back(encoding: str) -> None:
    text, *_ = read_back(ENGLISH.encode(encoding))

    assert text == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("关于召开全市会议的通知", "gb18030"),
        ("通知", "gb18030"),
        ("Ça été", "utf-8"),
        ("Отчёт", "utf-8"),
        ("關於召開會議的通知", "big5"),
        ("关于召开会议的通知", "utf-16-le"),
        ("Notice of a meeting", "utf-16-be"),
        ("Año nuevo: reunión a las 9", "cp1252"),
    ],
)
def test_one_short_line_is_enough(text: str, encoding: str) -> None:
    assert read_back(text.encode(encoding))[:2] == (text, encoding)


def test_gb18030_in_four_bytes_comes_back() -> None:
    text, encoding, _ = read_back(RARE.encode("gb18030"))

    assert (text, encoding) == (RARE, "gb18030")


def test_an_encoding_that_no_rule_knows_is_left_to_statistics() -> None:
    russian = "Это отчёт о работе комитета и о его решениях за прошлый год."

    text, _, notices = read_back(russian.encode("cp1251"))

    assert text == russian
    assert [notice.kind for notice in notices] == ["encoding-guessed"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_damaged_bytes_are_replaced_and_reported_with_their_line(encoding: str) -> None:
    first, second = SIMPLIFIED.encode(encoding).split(b"\n")

    text, told, notices = read_back(first + b"\n" + second + b"\xff\xff\n" + second)

    assert told == encoding
    assert text.startswith(SIMPLIFIED)
    assert [(notice.kind, notice.line) for notice in notices] == [("undecodable-bytes", 2)]


def test_text_that_was_garbled_before_is_reported() -> None:
    garbled = "\n" + SIMPLIFIED.encode().decode("latin-1")

    _, _, notices = read_back(garbled.encode())

    assert [(notice.kind, notice.line) for notice in notices] == [("garbled-text", 2)]


def test_french_is_not_garbled() -> None:
    *_, notices = read_back("L’été, à l’école « Éluard » : élève, forêt, naïf.".encode())

    assert notices == []


@pytest.mark.parametrize("size", [64, 1000, 100_000])
def test_noise_is_refused(size: int) -> None:
    with pytest.raises(MalformedSource):
        read_back(random.Random(size).randbytes(size))


def test_what_is_full_of_nuls_is_refused() -> None:
    with pytest.raises(MalformedSource):
        read_back(b"head\0\0\0\0body" * 50)

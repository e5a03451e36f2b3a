"""What a page says of its own encoding, and what its bytes say."""

from __future__ import annotations

import pytest

from slidegen.reading import read

WORDS = "全市林业工作会议今天召开，总结去年造林绿化工作。"


def page(declared: str) -> str:
    return f'<html><head><meta charset="{declared}"></head><body><p>{WORDS}</p></body></html>'


@pytest.mark.parametrize("declared", ["gb2312", "big5", "iso-8859-1", "utf-16", "hex", "无"])
def test_a_declaration_never_beats_clean_utf8(declared: str) -> None:
    document = read(page(declared).encode(), format="html")

    assert document.lines == (WORDS,)
    assert document.encoding == "utf-8"


@pytest.mark.parametrize(
    ("encoding", "declared", "told"),
    [
        ("gb18030", "gb2312", "gb18030"),
        ("gb18030", "gbk", "gb18030"),
        ("utf-8-sig", "gb2312", "utf-8-sig"),
        ("utf-16", "utf-8", "utf-16"),
        ("gb18030", "utf-8", "gb18030"),
        ("gb18030", "no-such-encoding", "gb18030"),
    ],
)
def test_bytes_are_read_as_what_they_are(encoding: str, declared: str, told: str) -> None:
    document = read(page(declared).encode(encoding), format="html")

    assert document.lines == (WORDS,)
    assert document.encoding == told


def test_a_declaration_decides_where_no_rule_can() -> None:
    japanese = "日本語のページです。会議は来週の火曜日に開きます。"
    data = f'<meta charset="shift_jis"><p>{japanese}</p>'.encode("cp932")

    assert read(data, format="html").lines == (japanese,)

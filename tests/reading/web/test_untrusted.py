"""Pages that were made to do harm, or that hold nothing: an answer, and in time."""

from __future__ import annotations

import os
import subprocess
import sys
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.errors import EmptySource, SourceError, SourceTooLarge
from slidegen.reading import read

WORDS = "全年完成投资五十亿元，同比增长百分之八，项目建设稳步推进。"
TEXT = f"<p>{WORDS}</p>"
LONGEST = 10.0
"""Seconds, on a machine that does other things besides; each takes less than one."""


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<div>" * 240 + TEXT + "</div>" * 240, id="deep, within what is parsed"),
        pytest.param("<ul><li>" * 110 + WORDS + "</ul>" * 110, id="lists in lists"),
        pytest.param("<table><tr><td>" * 60 + WORDS, id="tables in tables"),
        pytest.param(f'<p title="{"x" * 1_000_000}">{WORDS}</p>', id="a long attribute"),
        pytest.param(f'<div class="{"nav-" * 100_000}">{WORDS}</div>', id="a long class"),
        pytest.param(f"<title>{'甲 - ' * 100_000}</title>{TEXT}", id="a title of separators"),
        pytest.param("<p>" + " \n" * 1_000_000 + WORDS, id="white space"),
        pytest.param("&" * 500_000 + TEXT, id="ampersands"),
        pytest.param(TEXT + "<!--" + "-" * 1_000_000, id="an open comment"),
        pytest.param(f"<p>甲\0乙{WORDS}</p>", id="a NUL"),
        pytest.param(f'<base href="http://example.cn/">{TEXT}', id="a base"),
        pytest.param(f'<meta http-equiv="refresh" content="0;url=/b">{TEXT}', id="a refresh"),
        pytest.param(f"<p><b><i>{WORDS}</p></b><td><li></table>", id="tags that do not fit"),
        pytest.param(
            "<table>"
            + "<tr><td colspan=99999 rowspan=0>甲</td><td>乙</td></tr>" * 3
            + "</table>"
            + TEXT,
            id="absurd spans",
        ),
    ],
)
def test_no_page_takes_long_or_loses_its_text(html: str) -> None:
    begun = monotonic()

    document = read(f"<html><body>{html}</body></html>".encode(), format="html")

    assert WORDS in "".join(document.lines)
    assert monotonic() - begun < LONGEST


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<div>" * 100_000 + TEXT, id="too deep"),
        pytest.param("<b>" * 1_100_000 + TEXT, id="too many tags"),
        pytest.param("<table>" + "<tr><td>甲" * 50_001 + "</table>", id="too many cells"),
        pytest.param("<p>" + "字" * 5_000_000, id="too much text"),
    ],
)
def test_what_is_too_large_is_refused_at_once(html: str) -> None:
    begun = monotonic()

    with pytest.raises(SourceTooLarge):
        read(f"<html><body>{html}</body></html>".encode(), format="html")

    assert monotonic() - begun < LONGEST


def test_tags_that_nobody_closed_lose_nothing() -> None:
    html = "".join(f"<p><font size=3><a name=n{n}>第{n}段，{WORDS}" for n in range(400))

    document = read(f"<html><body>{html}</body></html>".encode(), format="html")

    assert len(document.blocks) == 400


@pytest.mark.parametrize(
    "entity",
    [
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY a "甲甲甲甲甲甲甲甲"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">',
    ],
)
def test_entities_of_the_page_mean_nothing(entity: str) -> None:
    html = f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [{entity}]><html><body>'
    document = read(f"{html}<p>{WORDS}&a;&b;</p></body></html>".encode(), format="html")

    said = "".join(document.lines)

    assert WORDS in said
    assert "root:" not in said
    assert "甲甲" not in said


@pytest.mark.parametrize(
    ("html", "hint"),
    [
        (
            "<html><head><title>公告</title></head><body><div id=app></div><script>a()</script>",
            "save",
        ),
        ("<html><frameset cols='20%,80%'><frame src=a.html></frameset></html>", "frame"),
        ("<html><body><p>&nbsp;</p></body></html>", "saved"),
    ],
)
def test_a_page_without_words_says_what_to_do(html: str, hint: str) -> None:
    with pytest.raises(EmptySource) as caught:
        read(html.encode(), format="html")

    assert hint in str(caught.value.hint)


TAGS = (
    *("p", "div", "span", "table", "tr", "td", "th", "ul", "ol", "li", "h1", "h2", "b", "a"),
    *("img", "br", "pre", "dl", "dt", "dd", "nav", "figure", "sup"),
)
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(
        [
            '<a href="#n1">[1]</a>',
            '<li id="n1">',
            "<!--",
            "-->",
            "&lt;",
            "&#0;",
            "<![if !x]>",
            '<td rowspan="3">',
            '<ol start="-5" reversed>',
            '<p class="MsoTitle">',
            "相关新闻",
            "来源：某报",
            "<p style='mso-list:l0'><span style='mso-list:Ignore'>·</span>",
            "\x00",
            "�",
        ]
    ),
    st.text(max_size=12),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_markup_gives_a_document_or_a_reason(html: str) -> None:
    try:
        document = read(html.encode("utf-8", "surrogatepass"), format="html")
    except SourceError:
        return

    assert document.blocks


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_a_reason(data: bytes) -> None:
    try:
        document = read(b"<html><body><p>" + data, format="html")
    except SourceError:
        return

    assert document.blocks


def test_a_page_reads_the_same_in_every_process() -> None:
    program = (
        "from tests.reading.cases import cases\nfrom slidegen.reading import read\n"
        "for case in cases('../web/pages.txt'):\n"
        "    print(read(case.source.encode(), format='html'))\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(said) == 1

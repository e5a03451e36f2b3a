"""Twice of anything a document may hold costs twice the calls, in every stage up to writing.

Calls are counted rather than seconds, since they are the same on every machine. A regular
expression that goes back and forth makes no calls: long lines are held to a time besides.
"""

from __future__ import annotations

import cProfile
from collections.abc import Callable, Mapping
from time import process_time
from typing import TypeVar

import pytest

from slidegen.arranging import arrange
from slidegen.errors import SlidegenError
from slidegen.options import Options
from slidegen.outlining import make_outline
from slidegen.planning import condensed, plan
from slidegen.reading import read
from slidegen.theme_choice import theme_for

T = TypeVar("T")

MANY = 300
STEEPEST = 2.5
FLOOR = 20_000
"""Calls below which a beginning, paid once, still tells in the ratio."""

PAGE = "<html><body><h1>会议通知</h1><p>请各单位按时参加会议，地点在三楼。</p>%s</body></html>"

REPEATED: Mapping[str, Callable[[int], str]] = {
    "text: headings": lambda n: "".join(f"一、第{i}项\n正文写在这里。\n" for i in range(n)),
    "text: numbered lines": lambda n: "".join(f"（{i}）第项，正文在这里。\n" for i in range(n)),
    "text: attachments": lambda n: "附件：1. 某某\n" * n,
    "text: attachments of one line each": lambda n: "附件：\n" * n,
    "text: contents": lambda n: "目录\n" + "".join(f"一、第{i}项……{i}\n" for i in range(n)),
    "text: dates": lambda n: "2024年1月2日\n" * n,
    "text: names": lambda n: "张三\n" * n,
    "text: pages": lambda n: "".join(f"正文一二三\n- {i} -\n\f" for i in range(n)),
    "text: chapters in capitals": lambda n: "CHAPTER ONE\n\nThe Council met.\n\n" * n,
    "text: open brackets": lambda n: "（" * n,
    "text: one sentence without an end": lambda n: "坚持稳中求进，" * n,
    "markdown: headings": lambda n: "## 第\n\n正文\n\n" * n,
    "markdown: items": lambda n: "- 甲\n" * n,
    "markdown: quotes in quotes": lambda n: ">" * n + " 甲",
    "markdown: cells": lambda n: "|a|b|\n|-|-|\n" + "|1|2|\n" * n,
    "markdown: bold": lambda n: "**粗**文" * n,
    "markdown: bold left open": lambda n: "**粗" * n,
    "markdown: brackets left open": lambda n: "[" * n,
    "markdown: links left open": lambda n: "[a](" * n,
    "markdown: pictures": lambda n: "![图](a.png)" * n,
    "markdown: footnotes": lambda n: "".join(f"甲[^{i}]\n\n[^{i}]: 注\n\n" for i in range(n)),
    "html: headings": lambda n: PAGE % ("<h2>第</h2><p>正文写在这里，正文在这里。</p>" * n),
    "html: lists in lists": lambda n: PAGE % ("<ul><li>字" * n),
    "html: rows": lambda n: PAGE % f"<table>{'<tr><td>1</td><td>2</td></tr>' * n}</table>",
    "html: bold left open": lambda n: PAGE % ("<p>" + "<b>粗" * n),
    "html: pictures": lambda n: PAGE % ('<img src="a.png" alt="甲">' * n),
    "rtf: paragraphs": lambda n: "{\\rtf1 " + "abc def\\par " * n + "}",
    "rtf: styles": lambda n: (
        "{\\rtf1{\\stylesheet"
        + "".join(f"{{\\s{i + 1}\\sbasedon{i} h{i};}}" for i in range(n))
        + "}"
        + "".join(f"\\pard\\s{i + 1} abc\\par " for i in range(n))
        + "}"
    ),
    "rtf: rows": lambda n: (
        "{\\rtf1 " + "\\trowd\\cellx99\\cellx200 a\\cell b\\cell\\row " * n + "}"
    ),
    "rtf: footnotes": lambda n: "{\\rtf1 " + "abc{\\footnote note}\\par " * n + "}",
}
"""The format, then what there is many of."""


def outlined(format: str, text: str) -> None:
    try:
        make_outline(read(text.encode(), format=format))
    except SlidegenError as error:
        assert error.hint.en and error.hint.zh


def counted(work: Callable[[], T]) -> tuple[T, int]:
    """What *work* gives, and how many calls it took."""
    profile = cProfile.Profile()
    result = profile.runcall(work)
    return result, sum(entry.callcount for entry in profile.getstats())


def calls(format: str, text: str) -> int:
    _, number = counted(lambda: outlined(format, text))
    return number


@pytest.mark.parametrize("what", REPEATED)
def test_twice_as_many_cost_twice_the_calls(what: str) -> None:
    format, make = what.split(":")[0], REPEATED[what]
    outlined(format, make(1))  # what is done once and remembered is not counted
    few, many = calls(format, make(MANY)), calls(format, make(2 * MANY))

    assert many <= max(few * STEEPEST, FLOOR)


SHOWN: Mapping[str, Callable[[int], str]] = {
    "headings": lambda n: f"## 第{n}项\n\n### 第{n}项之一\n\n",
    "sections of prose": lambda n: (
        f"## 第{n}项工作\n\n今年完成投资{n}万元，惠及居民{n}人。\n\n"
        f"坚持问题导向，梳理{n}个问题，明确责任。下一步，要在{n}个片区推广，健全机制。\n\n"
        f"第{n}批项目已经开工，力争年底前建成。\n\n"
    ),
    "prose": lambda n: f"今年完成投资{n}万元，惠及居民{n}人。要在{n}个片区推广，健全机制。\n\n",
    "one paragraph": lambda n: f"今年完成投资{n}万元，新建设施{n}处。",
    "items": lambda n: f"- 完成第{n}项工作，投资{n}万元\n",
    "rows": lambda n: f"|第{n}项|{n}|\n",
    "tables": lambda n: f"第{n}张表如下。\n\n|项|数|\n|-|-|\n|甲{n}|{n}|\n|乙|2|\n\n",
}
"""What a deck may show many of, each other than the one before it."""

BEFORE = {"rows": "|项|数|\n|-|-|\n"}


def planning_and_arranging(what: str, first: int, many: int) -> tuple[int, int]:
    """The calls of either, for *many* of them counted from *first* on."""
    parts = "".join(SHOWN[what](number) for number in range(first, first + many))
    text = f"# 工作总结\n\n## 工作\n\n{BEFORE.get(what, '')}{parts}"
    options = Options()
    outline = make_outline(read(text.encode(), format="markdown"))
    theme = theme_for(options)
    deck, planned = counted(lambda: plan(outline, options))
    _, arranged = counted(lambda: arrange(deck, theme))
    return planned, arranged


@pytest.mark.parametrize("what", SHOWN)
def test_twice_as_many_to_show_cost_twice_the_calls(what: str) -> None:
    planning_and_arranging(what, 0, 1)  # what is done once and remembered is not counted
    few = planning_and_arranging(what, 1_000, MANY)
    many = planning_and_arranging(what, 2_000, 2 * MANY)

    for stage_of_few, stage_of_many in zip(few, many, strict=True):
        assert stage_of_many <= max(stage_of_few * STEEPEST, FLOOR)


LONG = 20_000
SLOWEST = 1.0
"""Seconds of the processor's time; each of these takes less than a fifth, and took a second or
more where an expression began anew at every character."""


@pytest.mark.parametrize(
    "unit",
    ["一", "十百", "1.", "A. ", "（", "　", "“字”", "年", "a-", "—", "“‘，。）", "两", "建设"],
)
def test_a_line_without_an_end_is_read_at_once(unit: str) -> None:
    line = unit * (LONG // len(unit))
    before = process_time()
    try:
        condensed(make_outline(read(line.encode(), format="text")), "standard")
    except SlidegenError as error:
        assert error.hint.en and error.hint.zh

    assert process_time() - before < SLOWEST


@pytest.mark.parametrize(
    "sentence",
    [
        "今年%s完成投资12万元，增长5%%。",
        "投资12万元%s增长5%%。",
        "The Council spent %s up by 5 percent.",
    ],
)
@pytest.mark.parametrize("unit", [" ", "继续", "净", "还", "12 "])
def test_a_sentence_with_something_without_an_end_in_it_is_planned_at_once(
    sentence: str, unit: str
) -> None:
    text = f"# 工作总结\n\n## 工作\n\n{sentence % (unit * (LONG // len(unit)))}\n"
    outline = make_outline(read(text.encode(), format="markdown"))
    before = process_time()
    plan(outline, Options())

    assert process_time() - before < SLOWEST


def test_a_cell_with_digits_without_an_end_is_arranged_at_once() -> None:
    cell = "1" * LONG + "。"
    text = f"# 工作总结\n\n## 工作\n\n|项|数|\n|-|-|\n|甲|{cell}|\n|乙|12|\n"
    deck = plan(make_outline(read(text.encode(), format="markdown")), Options())
    before = process_time()
    arrange(deck, theme_for(Options()))

    assert process_time() - before < SLOWEST

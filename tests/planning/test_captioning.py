"""A caption or a unit above a table belongs to it, and is no point of its section."""

from __future__ import annotations

import pytest

from slidegen.deck import Bullets, ChartSlide, TableSlide
from slidegen.outlining import make_outline
from slidegen.planning import plan
from slidegen.planning.captioning import is_caption
from slidegen.reading import read

REPORT = """\
# 预算执行情况报告

## 一、总体情况

全年预算执行平稳，各项支出得到保障。

表1 支出情况

单位：{unit}

| 类别 | {head} |
|---|---|
| 教育 | 52 |
| 卫生 | 28 |
| 农业 | 19 |

## 二、下一步打算

加快支出进度。
"""


def slides(unit: str, head: str = "金额") -> tuple[object, ...]:
    source = REPORT.format(unit=unit, head=head).encode()
    return plan(make_outline(read(source, format="markdown"))).slides


def test_a_caption_over_a_line_with_the_unit_is_the_title_and_no_point() -> None:
    shown = slides("万元")
    (chart,) = (slide for slide in shown if isinstance(slide, ChartSlide))
    said = [str(p.passage) for slide in shown if isinstance(slide, Bullets) for p in slide.points]

    assert str(chart.title) == "表1 支出情况"
    assert str(chart.chart.unit) == "单位：万元"
    assert not any("表1" in words or "单位" in words for words in said)


def test_a_table_keeps_the_unit_that_a_line_of_its_own_says() -> None:
    (table,) = (slide for slide in slides("万元、%") if isinstance(slide, TableSlide))

    assert str(table.title) == "表1 支出情况"
    assert str(table.table.unit) == "单位：万元、%"


@pytest.mark.parametrize(
    "text",
    [
        "表1 各区产值",
        "表2-1　人员分布",
        "附表一：任务分工",
        "Table 3: Visits by quarter",
        "重点项目进展情况表",
        "各单位收支明细表（2024年）",
        "财政支出（单位：万元）",
    ],
)
def test_captions(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "表1是各区产值的汇总，可以看出东湖区最高。",
        "表现突出的有以下单位",
        "各单位要认真填写情况表，按时上报。",
        "Tables are set small",
        "收入增长较快",
    ],
)
def test_sentences_are_no_captions(text: str) -> None:
    assert not is_caption(text)

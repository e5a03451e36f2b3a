"""Drawn by LibreOffice, charts show every name and every number, in their place, in one piece."""

from __future__ import annotations

import shutil
import subprocess

import pypdfium2
import pytest

from slidegen.pipeline import Conversion, convert
from slidegen.scene import ChartItem

SOFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.render,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed"),
]

REPORT = """\
# 全市经济运行报告

## 一、总量

表1 地区生产总值

| 年份 | 总量（亿元） |
|---|---|
| 2021年 | 3,988.0 |
| 2022年 | 4,120.4 |
| 2023年 | 4,402.7 |
| 2024年 | 4,655.9 |

## 二、结构

表2 产业比重

| 产业 | 比重 |
|---|---|
| 第一产业 | 4.2% |
| 第二产业 | 38.6% |
| 第三产业 | 57.2% |

## 三、投入

表3 研发投入

| 单位 | 研发投入（万元） |
|---|---|
| 东湖精密制造股份有限公司 | 12,400 |
| 西山新材料科技有限公司 | 9,850 |
| 南江生物医药研究院 | 8,600 |

## 四、县区

表4 县区产值

| 县区 | 工业（亿元） | 农业（亿元） |
|---|---|---|
| 东湖区 | 420 | 35 |
| 西山区 | 388 | 52 |
| 南江县 | 210 | 96 |
"""


@pytest.fixture(scope="module", params=["16:9", "4:3"])
def drawn(request, tmp_path_factory) -> tuple[Conversion, pypdfium2.PdfDocument]:
    folder = tmp_path_factory.mktemp("charts")
    made = convert(REPORT.encode(), format="markdown", aspect=request.param)
    made.save(folder / "deck.pptx")
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", folder, folder / "deck.pptx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return made, pypdfium2.PdfDocument(folder / "deck.pdf")


def test_every_name_and_number_stands_in_the_chart_unbroken(drawn) -> None:
    made, pdf = drawn
    charts = [
        (page, item)
        for page, scene in enumerate(made.stages.scenes.scenes)
        for item in scene.items
        if isinstance(item, ChartItem)
    ]
    assert [item.chart.form for _, item in charts] == ["line", "pie", "column", "column"]

    for number, item in charts:
        page = pdf[number]
        text = page.get_textpage()
        area = item.area
        inside = text.get_text_bounded(
            left=area.left.pt,
            bottom=page.get_height() - area.bottom.pt,
            right=area.right.pt,
            top=page.get_height() - area.top.pt,
        )
        lines = ["".join(line.split()) for line in inside.splitlines()]
        whole = "".join(lines)
        for series in item.chart.series:
            assert series.name.text in whole
            for datum in series.data:
                assert datum.cell.text in whole, datum.cell.text
        for category in item.chart.categories:
            assert any(category.text in line for line in lines), category.text

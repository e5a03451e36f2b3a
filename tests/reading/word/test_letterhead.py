from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.reading.flowing.letterhead import facts, is_letterhead


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("机密★1年", "机密★1年"),
        ("绝密", "绝密"),
        ("秘密★", "秘密★"),
        ("绝密★长期", "绝密★长期"),
        ("秘密★启用前", "秘密★启用前"),
        ("机　密★十年", "机　密★十年"),
        ("密级：秘密★6个月", "秘密★6个月"),
        ("内部★3年", "内部★3年"),
        ("000012    机密★１年", "机密★１年"),
        ("特急\t秘密★1年", "秘密★1年"),
    ],
)
def test_a_classification_is_read(line: str, words: str) -> None:
    assert facts([line]) == (("classification", words),)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("云溪市人民政府文件", "云溪市人民政府"),
        ("中共云溪市委文件", "中共云溪市委"),
        ("××县教育局文件", "××县教育局"),
        ("云 溪 市 人 民 政 府 文 件", "云 溪 市 人 民 政 府"),
        ("云溪省发展和改革委员会", "云溪省发展和改革委员会"),
        ("云溪市人民政府办公室（函）", "云溪市人民政府办公室"),
        ("国家林草局", "国家林草局"),
        ("云溪大学", "云溪大学"),
        ("云溪市建设局", "云溪市建设局"),
    ],
)
def test_the_issuing_body_is_read(line: str, words: str) -> None:
    assert facts([line]) == (("organisation", words),)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "内部资料 注意保存",
        "内部资料",
        "内部",
        "机密文件管理办法",
        "注意保守国家秘密",
        "商业秘密",
        "— 1 —",
        "第 页 共 页",
        "第 1 页 / 共 12 页",
        "2024年5月6日",
        "关于加强湿地保护的通知",
        "云溪市人民政府关于加强湿地保护的意见",
        "云溪市湿地保护规划（2024—2035年）",
        "建设人民满意的服务型政府",
        "打造一流政府",
        "工作报告.docx",
        "第一章 总则",
        "政府工作报告",
        "文件",
        "Page 1 of 9",
        "云溪市人民政府文件" * 8,
    ],
)
def test_other_running_heads_say_nothing(line: str) -> None:
    assert facts([line]) == ()


def test_the_body_that_stands_over_a_document_comes_first_and_nothing_twice() -> None:
    lines = ["云溪大学", "机密★1年", "云溪市教育局文件", "机密★1年", "云溪大学"]

    assert facts(lines) == (
        ("organisation", "云溪市教育局"),
        ("organisation", "云溪大学"),
        ("classification", "机密★1年"),
    )


@settings(deadline=None, max_examples=200)
@given(st.lists(st.text(st.sampled_from("机密★1年 　云溪市政府文件局：第页共"), max_size=14)))
def test_every_fact_stands_in_a_line(lines: list[str]) -> None:
    assert all(any(words in line for line in lines) for _, words in facts(lines))


LETTERHEADS = {
    "serial number, classification, urgency": [["000012"], ["机密★1年"], ["特急"]],
    "issuing body over its number": [["云溪市人民政府文件"], ["云政发〔2024〕5号"]],
    "number and signatory": [["云政发〔2024〕5号", "签发人：周明远"]],
    "the same on a line": [["云政发〔2024〕5号        签发人：周明远  李 敏"]],
    "signatories under one another": [
        ["云政发〔2024〕5号", "签发人："],
        ["", "周明远"],
        ["", "李敏"],
    ],
    "several bodies": [["云溪市教育局\n云溪市财政局", "文件"], ["云教〔2024〕12号", ""]],
    "a template": [["××市人民政府文件"], ["×政发〔××××〕×号"], ["签发人：×××"]],
    "copies and printing": [
        ["抄送：市委各部门，市人大常委会办公室，市政协办公室。"],
        ["云溪市人民政府办公室", "2024年5月6日印发"],
    ],
    "printing on one line": [["云溪市人民政府办公室        2024年5月6日印发"]],
    "subject words": [["主题词：湿地 保护 通知"], ["抄送：各区县。"], ["共印120份"]],
}


@pytest.mark.parametrize("rows", LETTERHEADS.values(), ids=LETTERHEADS)
def test_a_table_is_a_letterhead(rows: list[list[str]]) -> None:
    assert is_letterhead(rows)


DATA = {
    "nothing": [],
    "empty cells": [["", ""], ["", " "]],
    "figures": [["指标", "2023年", "2024年"], ["湿地面积", "120", "138"]],
    "bodies and their tasks": [["单位", "任务"], ["云溪市教育局", "编写教材"]],
    "bodies only": [["云溪市教育局"], ["云溪市财政局"]],
    "dates only": [["2024年5月6日", "2024年6月7日"]],
    "a register of documents": [
        ["云政发〔2024〕5号", "2024年5月6日"],
        ["云政发〔2024〕6号", "2024年5月8日"],
        ["云政发〔2024〕7号", "2024年5月9日"],
    ],
    "its head": [["文号", "签发人", "印发日期"], ["云政发〔2024〕5号", "周明远", "2024年5月6日"]],
    "grades of secrecy explained": [
        ["密级", "期限"],
        ["机密", "不超过20年"],
        ["秘密", "不超过10年"],
    ],
    "a letterhead with a paragraph": [
        ["云溪市人民政府文件"],
        ["为了保护湿地，现将有关事项通知如下。"],
    ],
    "very many marks": [["机密★1年"]] * 50,
}


@pytest.mark.parametrize("rows", DATA.values(), ids=DATA)
def test_a_table_is_data(rows: list[list[str]]) -> None:
    assert not is_letterhead(rows)


@pytest.mark.parametrize(
    "cell", ["云溪市 " * 2000, "抄送：" + "云溪市，" * 90_000, "市县区" * 30_000]
)
def test_long_cells_take_no_time(cell: str) -> None:
    began = process_time()
    is_letterhead([[cell], [cell]])
    facts([cell])

    assert process_time() - began < 1

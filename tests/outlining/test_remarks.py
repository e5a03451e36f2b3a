from __future__ import annotations

from slidegen.notices import Notice
from slidegen.outlining import make_outline
from slidegen.reading import read


def notices_on(text: str) -> list[Notice]:
    heard: list[Notice] = []
    make_outline(read(text.encode(), format="text"), report=heard.append)
    return heard


def test_a_whole_document_calls_for_no_remark() -> None:
    text = "关于保护古树的通知\n各单位：\n一、总体要求\n保护优先。\n二、工作措施\n落实责任。\n"

    assert notices_on(text) == []


def test_a_document_without_headings_is_remarked_on() -> None:
    text = (
        "关于保护古树的通知\n各单位：\n请各单位高度重视古树保护工作，落实管护责任，加强日常巡查。\n"
    )

    assert [notice.kind for notice in notices_on(text)] == ["no-sections"]


def test_a_document_without_a_title_is_remarked_on() -> None:
    text = "一、总体要求\n保护优先。\n二、工作措施\n落实责任。\n"

    assert [notice.kind for notice in notices_on(text)] == ["no-title"]

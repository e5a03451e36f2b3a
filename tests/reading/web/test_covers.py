"""Title, date, source and author of a page come out on the cover, whoever published it."""

from __future__ import annotations

import pytest

from slidegen.outlining import make_outline
from slidegen.reading import read
from tests.reading.cases import cases

PAGES = {case.title.split(":")[0]: case.source for case in cases("../web/pages.txt")}


@pytest.mark.parametrize(
    ("page", "title", "date", "source"),
    [
        (
            "A government portal",
            "云溪市人民政府办公室关于印发古桥保护办法的通知",
            "2024-05-20",
            "发文字号：云政办发〔2024〕17号",
        ),
        ("A party newspaper", "把水引上山", "2023-11-02", "来源：山城日报"),
        ("A theory journal", "在全市林业工作会议上的讲话", "2022-04-16", "来源：《求索》2022/08"),
        (
            "A party-building site laid out by tables, no heading marked",
            "关于开展基层阅读角建设的通知",
            "2021-03-03",
            "来源：市委组织部",
        ),
        (
            "A page in English in the manner of a government's guidance",
            "Running a repair café: guidance",
            "2024-01-08",
            "",
        ),
        (
            "A page whose first heading is the site's name, and whose title is none",
            "关于古树名木挂牌保护的公示",
            "2022-09-01",
            "",
        ),
    ],
)
def test_the_head_of_a_page_is_the_cover(page: str, title: str, date: str, source: str) -> None:
    outline = make_outline(read(PAGES[page].encode(), format="html"))

    assert (str(outline.title), outline.iso_date, str(outline.source)) == (title, date, source)

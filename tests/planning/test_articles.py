"""What of an article stands for it on a slide."""

from __future__ import annotations

import pytest

from slidegen.passage import Passage
from slidegen.planning.articles import article_line

LINES = [
    (
        "为了规范城市公园管理，改善人居环境，保障公园的公益属性，根据有关法律、法规，结合本市实际情况，制定本办法。",
        "规范城市公园管理，改善人居环境，保障公园的公益属性",
    ),
    (
        "为了规范城市公园管理，制定本办法。",
        "为了规范城市公园管理，制定本办法",
    ),
    (
        "在公园内设置商业摊点，应当经公园管理机构同意。",
        "在公园内设置商业摊点，应当经公园管理机构同意",
    ),
    (
        "公园管理机构可以根据游客数量的实际情况，在规定的开放时间以外，延长夜间开放的时间。",
        "公园管理机构可以根据游客数量的实际情况，在规定的开放时间以外，延长夜间开放的时间",
    ),
    (
        "管理机构应当自收到申请之日起十日内，作出是否批准的决定；逾期未作出的，视为同意。",
        "管理机构应当自收到申请之日起十日内，作出是否批准的决定",
    ),
    (
        "本市通过公园服务平台，为市民提供预约入园、场地租用、志愿报名等服务，并公开投诉渠道。",
        "本市通过公园服务平台，为市民提供预约入园、场地租用、志愿报名等服务，并公开投诉渠道",
    ),
    (
        "擅自砍伐、移植公园内的树木，或者损毁花坛、绿篱、草坪以及其他绿化设施，或者在树木上刻划、"
        "张贴，或者攀折花木、践踏草坪的，由公园管理机构责令改正，可以处二百元以下罚款。",
        "由公园管理机构责令改正，可以处二百元以下罚款",
    ),
    (
        "有下列情形之一的，由公园主管部门给予警告：",
        "有下列情形之一的，由公园主管部门给予警告",
    ),
    ("本市建立公园名录制度。名录由主管部门公布。", "本市建立公园名录制度"),
    ("本办法自2027年1月1日起施行。", "本办法自2027年1月1日起施行"),
    ("Parks shall be open to the public every day of the year.", None),
]


@pytest.mark.parametrize(("article", "line"), LINES)
def test_an_article_is_shown_by_the_rule_that_it_lays_down(article: str, line: str | None) -> None:
    shown = article_line(Passage.of_line(article, 1))

    assert str(shown) == (line or article.rstrip("."))


def test_a_rule_without_its_case_is_shown_only_where_it_says_something() -> None:
    article = (
        "公园的名称、边界、面积、主要设施、服务项目、收费标准、开放时间和管理单位发生变更，"
        "或者公园因自然灾害、重大施工、公共卫生事件等原因需要临时关闭部分区域的，应当公告。"
    )

    assert str(article_line(Passage.of_line(article, 1))) != "应当公告"

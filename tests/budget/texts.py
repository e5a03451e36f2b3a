"""Documents of any length for a budget to shorten: speeches, a law, a report, one with tables.

No two sentences are the same, and parts that are equal here are equal in all but their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

THEMES = (
    *("造林绿化", "河道治理", "道路养护", "农贸市场", "社区食堂", "老旧小区", "乡村医疗"),
    *("公共阅读", "消防安全", "防汛抗旱", "垃圾分类", "数字政务", "职业培训", "城市公园"),
    *("学前教育", "养老服务", "食品安全", "公交优先", "供水保障", "文物保护", "体育健身"),
    *("营商环境", "粮食储备", "清洁能源", "智慧停车"),
)
DEEDS = ("压实责任", "夯实基础", "完善机制", "强化督导", "培育队伍", "拓宽渠道", "优化服务")
NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")


def numeral(number: int) -> str:
    """From 1 to 99."""
    tens, ones = divmod(number, 10)
    ten = ("" if tens == 1 else NUMERALS[tens - 1]) + "十" if tens else ""
    return ten + (NUMERALS[ones - 1] if ones else "")


def speech(sub_points: Sequence[int]) -> str:
    """A section for each of *sub_points*, with so many of them, or as many paragraphs."""
    return "\n\n".join(
        (
            "某副市长在全市重点工作推进会上的讲话",
            "同志们：",
            "今天召开全市重点工作推进会，主要任务是总结上半年工作，部署下一阶段任务。"
            "上半年全市完成投资128亿元，同比增长9.6%，新增就业3.4万人。",
            *(text for at, parts in enumerate(sub_points) for text in _section(at, parts)),
            "同志们，任务已经明确。让我们鼓足干劲、真抓实干，奋力开创各项工作新局面！",
        )
    )


def _section(at: int, parts: int) -> Iterator[str]:
    theme = THEMES[at % len(THEMES)]
    yield f"{numeral(at + 1)}、全力抓好{theme}工作"
    for part in range(parts):
        deed = DEEDS[part % len(DEEDS)]
        yield f"（{numeral(part + 1)}）{deed}，推动{theme}提质增效。{_paragraph(theme, at, part)}"


def _paragraph(theme: str, at: int, part: int) -> str:
    return (
        f"过去一年，全市新建{theme}项目{12 + at * 7 + part}个，"
        f"惠及群众{3 + part}.{at % 9 + 1}万人。"
        f"要坚持问题导向，健全{theme}长效管理制度，逐项排查短板。"
        f"要加大投入力度，确保年底前建成{theme}示范点{5 + at + part * 3}处。"
        f"要加强宣传引导，让{theme}成果看得见、摸得着。"
    )


def flat_speech(sections: int, paragraphs: int) -> str:
    """Sections that have paragraphs only."""
    lines = ["某市年度工作汇报"]
    for at in range(sections):
        theme = THEMES[at % len(THEMES)]
        lines.append(f"{numeral(at + 1)}、{theme}工作情况")
        lines += [_paragraph(theme, at, part) for part in range(paragraphs)]
    return "\n\n".join(lines)


def unheaded(paragraphs: int) -> str:
    """A text without sections."""
    lines = [_paragraph(THEMES[at % len(THEMES)], at, at % 5) for at in range(paragraphs)]
    return "\n\n".join(("某市工作综述", *lines))


def law(chapters: int, articles: int) -> str:
    """So many chapters of so many articles each; without chapters, only articles."""
    lines = ["某市公共设施管理条例"]
    count = 0
    for at in range(max(chapters, 1)):
        theme = THEMES[at]
        if chapters:
            lines.append(f"第{numeral(at + 1)}章 {theme}")
        for part in range(articles):
            count += 1
            deed = DEEDS[part % len(DEEDS)]
            lines.append(
                f"第{numeral(count)}条 市人民政府应当在{theme}方面{deed}，"
                f"建立第{part + 1}类设施名录。"
                f"有关部门应当自收到申请之日起{part + 5}个工作日内作出{theme}决定。"
            )
    return "\n\n".join(lines)


TOPICS = ("Libraries", "Bridges", "Parks", "Clinics", "Ferries", "Markets", "Schools", "Harbours")


def english(sections: int, parts: int) -> str:
    """A report in Markdown."""
    lines = ["# Annual report on public works"]
    for at in range(sections):
        topic = TOPICS[at % len(TOPICS)]
        lines.append(f"## {topic}")
        for part in range(parts):
            lines.append(f"### {topic} in district {part + 1}")
            lines.append(
                f"The county repaired {14 + at + part * 3} {topic.lower()} in district {part + 1}. "
                f"Costs fell by {part + 2}.{at} per cent against the year before. "
                f"Visitors now wait {at + part + 4} minutes less than they did in 2024. "
                f"The council will publish a plan for {topic.lower()} by March {2027 + part}."
            )
    return "\n\n".join(lines)


def with_tables(sections: int, rows: Sequence[int]) -> str:
    """A report in Markdown whose sections have tables of so many *rows*."""
    lines = ["# 某市统计公报"]
    for at in range(sections):
        theme = THEMES[at]
        lines += [f"## {numeral(at + 1)}、{theme}", _paragraph(theme, at, 0)]
        for number, count in enumerate(rows):
            lines += [f"{theme}第{number + 1}批指标如下：", _table(theme, number, count)]
    return "\n\n".join(lines)


def _table(theme: str, number: int, rows: int) -> str:
    head = "| 街道 | 指标 | 数值 |\n| --- | --- | --- |"
    body = (f"| 第{row + 1}街道 | {theme}{number + 1} | {row * 3 + 7}处 |" for row in range(rows))
    return "\n".join((head, *body))

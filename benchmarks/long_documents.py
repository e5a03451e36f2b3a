"""Documents of any length, written here so that everyone times the same ones.

Chinese prose of no importance whose figures change from part to part, so that no paragraph
stands twice; in the Markdown that slidegen takes, and in the one that pandoc makes slides of.
"""

from __future__ import annotations

import slidegen
from slidegen.document import Paragraph

SUBJECTS = (
    "湿地保护",
    "城市绿道",
    "社区公园",
    "河道整治",
    "林木管护",
    "公园服务",
    "水质监测",
    "科普教育",
)


TENS = "甲乙丙丁戊己庚辛壬癸"
TWENTIES = "子丑寅卯辰巳午未申酉戌亥东南西北春夏秋冬"


def differing(text: str, number: int) -> str:
    """*text* with two signs of its own in every clause, other ones for each *number* below 200:
    what is remembered of one such document is of no use for the next."""
    signs = TENS[number % 10] + TWENTIES[number // 10]
    for end in "，。；,.;":
        text = text.replace(end, signs + end)
    return text


def heading(number: int) -> str:
    return f"{SUBJECTS[number % len(SUBJECTS)]}第{number}项工作"


def paragraph(number: int) -> str:
    """Three sentences, some 110 characters."""
    return (
        f"全年完成投资{number + 3}万元，新建和改造设施{number % 90 + 10}处，"
        f"惠及居民{number * 7 + 200}人。"
        f"我们坚持问题导向，逐项梳理群众反映集中的{number % 40 + 5}个问题，明确责任单位和完成时限。"
        f"下一步，要在{number % 27 + 3}个片区推广成熟做法，健全长效管护机制，让更多群众受益。"
    )


def for_slidegen(slides: int) -> str:
    """Markdown of which slidegen makes about so many slides, all of its text in their notes."""
    sections = (f"## {heading(n)}\n\n{paragraph(n)}\n" for n in range(1, slides + 1))
    return "# 公园与湿地工作总结\n\n" + "\n".join(sections)


def for_pandoc(slides: int) -> str:
    """Markdown of which pandoc makes so many, with three points each and the text as notes."""
    return "\n".join(_slide(n) for n in range(1, slides + 1))


def _slide(number: int) -> str:
    points = "".join(f"- {sentence}\n" for sentence in paragraph(number).split("。")[:3])
    return f"## {heading(number)}\n\n{points}\n::: notes\n{paragraph(number)}\n:::\n"


def of_characters(least: int) -> str:
    """Markdown of at least so many characters: sections of eight paragraphs."""
    parts: list[str] = ["# 公园与湿地工作总结\n"]
    length = number = 0
    while length < least:
        number += 1
        texts = (paragraph(number * 8 + part) for part in range(8))
        parts.append(f"## {heading(number)}\n\n" + "\n\n".join(texts) + "\n")
        length += len(parts[-1])
    return "\n".join(parts)


def as_markdown(path: str) -> str:
    """The document *path* as pandoc and others want it: a slide for each of its headings."""
    outline = slidegen.make_outline(slidegen.read(path))
    texts = [f"# {outline.title}"]
    for section in outline.walk():
        texts.append(f"## {section.text}")
        texts += [block.passage.text for block in section.body if isinstance(block, Paragraph)]
    return "\n\n".join(texts) + "\n"

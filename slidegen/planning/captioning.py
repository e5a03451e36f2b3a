"""What stands above a table and is a part of it, where the file does not say so: a caption
(`表2 财政支出结构`), and a line that says in which unit its numbers are (`单位：万元`)."""

from __future__ import annotations

import re

from slidegen.document import Block, Paragraph
from slidegen.patterns import compiled
from slidegen.planning.measures import UNIT

LONGEST_CAPTION = 60
CAPTION = compiled(
    r"(?:[附续續]?表|Table)\s*(?:[A-Z]?[\d一二三四五六七八九十]+(?:[-–—.．]\d+)*)(?![\d%条点至到和中所列])[\s\u3000:：.．、]*\S"
    r"|.{2,40}?(?:情况|統計|统计|明细|一览|对比|分工|安排|计划|汇总|构成|结构|清单|名单|目录)表"
    r"(?:\s*[（(][^（）()]*[）)])?$"
    r"|.*[（(]\s*[单單]位\s*[:：][^（）()]+[）)]$",
    re.IGNORECASE,
)
"""`表1 …`, `Table 2: …`, `…情况统计表`, `…（单位：万元）`."""
SENTENCE = compiled(r"[。！？；.!?;:：]$")
SAYS_UNIT = compiled(
    r"[（(]?\s*(?:计量|計量)?[单單]位\s*[:：]\s*(?P<unit>[^（）()]{1,16}?)\s*[）)]?"
)
OR_UNIT = compiled(r"[、,，/；;]\s*")


def is_caption(text: str) -> bool:
    """Whether the line above a table names it."""
    said = text.strip()
    return (
        len(said) <= LONGEST_CAPTION
        and CAPTION.match(said) is not None
        and SENTENCE.search(said) is None
    )


def says_unit(block: Block | None) -> bool:
    """Whether *block* says nothing but the unit of a table's numbers."""
    if not isinstance(block, Paragraph):
        return False
    match = SAYS_UNIT.fullmatch(block.passage.text.strip())
    return match is not None and all(
        UNIT.fullmatch(unit) is not None for unit in OR_UNIT.split(match["unit"].strip())
    )

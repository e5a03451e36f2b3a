"""What a slide's title says besides its words: that it goes on, opens, or ends the deck."""

from __future__ import annotations

import re
from collections.abc import Sequence

from slidegen.patterns import compiled

CONTINUED = compiled(
    r"[\s\u3000]*(?:[（(\[【]\s*(?:续|續|接上页|cont(?:inue|in)?(?:ued|'d|d|\.)?|第?\d{1,3}\s*[/／]\s*\d{1,3}页?"
    r"|续?[一二三四五六七八九十]{1,3}|续?\d{1,2})\s*[）)\]】]|[—-]{1,2}\s*续|\s\d{1,3}\s*[/／]\s*\d{1,3})\s*$",
    re.IGNORECASE,
)
"""`（续）`, `(cont.)`, `（1/2）`, `（二）` behind a title."""

AGENDA = compiled(
    r"目\s*[录錄次]|议\s*程|提\s*纲|汇报(?:提纲|内容)|主要内容|目\s*录\s*contents|contents(?:\s*目\s*录)?"
    r"|(?:table of )?contents|agenda|outline|overview|today's agenda",
    re.IGNORECASE,
)
OPENINGS = ("引言", "Introduction")
"""What a deck of ours calls what is said before its first section."""
THANKS = compiled(
    r"(?:谢谢|感谢|致谢|謝謝|感謝)[^。]{0,20}[!！。]?|敬请[^。]{0,20}(?:指正|指导|批评)[^。]{0,8}[!！。]?|恳请[^。]{0,20}[!！。]?"
    r"|(?:thanks?|thank you)\b.{0,40}|q\s*&\s*a|questions\??|the end|end|完",
    re.IGNORECASE,
)
NUMBER = compiled(
    r"(?:第\s*)?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[IVXivx]{1,5})\s*(?:章|部分|篇|节)?[、.．]?"
    r"|(?:part|section|chapter)\s*(?:\d{1,2}|[ivx]{1,5}|one|two|three|four|five|six|seven|eight)",
    re.IGNORECASE,
)
"""A divider's own number: `一`, `02`, `PART 2`, `第三部分`."""
MARKER = compiled(
    r"\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十\d]{1,3}(?:章|部分|篇|节)"
    r"|\d{1,2}(?:\.\d{1,2}){0,3}[、.．\s](?!\d)|[IVX]{1,5}\.\s)[\s\u3000]*"
)
HAN = compiled(r"[一二三四五六七八九十]{1,3}")


def whole(title: str) -> str:
    """*title* without the remark that it goes on."""
    shorter = CONTINUED.sub("", title)
    return shorter or title


def same(title: str) -> str:
    """What two titles of one section have in common: no number, no spaces, no remark."""
    title = whole(title)
    marker = MARKER.match(title)
    return "".join(title[marker.end() if marker else 0 :].split()).casefold()


def has_marker(title: str) -> bool:
    return MARKER.match(title) is not None


def repeats(entries: Sequence[str], titles: Sequence[str]) -> bool:
    """Whether most of *entries* are said again among *titles*, as an agenda's are."""
    known = {same(title) for title in titles}
    listed = [key for entry in entries if (key := same(entry)) and not NUMBER.fullmatch(entry)]
    met = sum(key in known for key in listed)
    return bool(listed) and met * 2 > len(listed)

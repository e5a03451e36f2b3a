"""What a line of the cover block says: a date, an occasion, a speaker, a salutation.

Each recogniser takes one line and gives the facts in it, or nothing. It judges
the line alone; whether the line stands where such a line belongs is for
`cover` to say. Facts are slices of the line, so nothing is made up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from slidegen.outlining.dates import dates_in, is_date
from slidegen.outlining.english_cover import ENGLISH
from slidegen.outlining.facts import Facts, Recogniser, flat
from slidegen.outlining.labels import labelled
from slidegen.outlining.letterhead import letterhead, numbered_mark, security_mark
from slidegen.outlining.occasions import is_occasion, occasion, unwrapped
from slidegen.outlining.people import speaker
from slidegen.outlining.publication import byline, publication
from slidegen.outlining.vocabulary import (
    DOCUMENT_NUMBER,
    ENGLISH_SALUTATION,
    IDEOGRAPH,
    ORGANISATION,
    RECIPIENTS,
    SALUTATION,
    SENTENCE_END,
)
from slidegen.passage import Passage
from slidegen.patterns import compiled

_REVISION = compiled(
    r"^\(?(?:根据)?.{0,6}\d{4}年\d{1,2}月\d{1,2}日.{0,220}?"
    r"(?:通过|公布|发布|施行|修订|修正|批准|修改|公告|实施|废止)[)\d次。]*$"
)

_TAKES_EFFECT = compiled(r"起?\s?(?:施行|实施)")

_VERSION = compiled(
    r"^\((?:征求意见稿|草案|讨论稿|送审稿|审议稿|试行|暂行|摘要|节选|全文|修订版?|初稿"
    r"|[^()]{2,24}稿)\)$"
)

_RECORDED = compiled(r"^\((?:本文)?(?:根据|据)[^()。]{0,12}(?:录音|记录|速记)[^()。]{0,30}\)$")

_SERIAL_NUMBER = compiled(
    r"^\(?(?:[12]\d{3}年|[〔\[(][12]\d{3}[〕\])]\s?)?第\s?\d{1,5}\s?[号期]\)?$"
    r"|^[〔\[(][12]\d{3}[〕\])]\s?\d{1,5}\s?[号期]$"
)
"""Of an order, a public notice or minutes: 第722号, (2024年第5号), 〔2025〕第7期, 〔2025〕7号."""
_DAY_IN_BRACKETS = compiled(r"^\(\d{1,2}月\d{1,2}日\)$")
_DATE_AND_REMARK = compiled(r"^\((?P<date>[^(),]{6,16}),\s?(?P<remark>[^(),。]{2,20})\)$")
"""`(2024年1月5日,根据录音整理)`"""
_PLACE_AND_DATE = compiled(r"^[A-Z][A-Za-z.,'’ ]{2,60}, (?P<date>.{8,24})$")
_MEMO_HEAD = compiled(
    r"^(?:(?:internal|inter-?office|staff|all-staff|executive|action|information|briefing) )?"
    r"m\s?e\s?m\s?o(?:\s?r\s?a\s?n\s?d\s?u\s?m)?(?: for .{2,80})?$",
    re.IGNORECASE,
)


def number(line: Passage) -> Facts | None:
    """发文字号 on a line of its own, or before the title in 《》."""
    text = flat(line)
    if _SERIAL_NUMBER.match(text):
        return Facts(source=line.strip("()（）"))
    match = DOCUMENT_NUMBER.match(text)
    if match and match.end() == len(text):
        return Facts(source=line)
    if match and (named := re.fullmatch(r"\s*《(.{4,80})》", text[match.end() :])):
        start = match.end() + named.start(1)
        return Facts(source=line[: match.end()], title=line[start : start + len(named[1])])
    return None


def date_line(line: Passage) -> Facts | None:
    text = flat(line)
    if is_date(text) or _DAY_IN_BRACKETS.match(text):
        return Facts(date=line.strip("()（）〔〕 "))
    if match := _DATE_AND_REMARK.match(text):
        inside = line[match.start("date") : match.end("date")]
        if is_date(inside.text):
            return Facts(date=inside, subtitle=line[match.start("remark") : match.end("remark")])
    body, _, day = text.rpartition(" ")
    if is_date(day) and ORGANISATION.match(body.strip()):  # 市政府办公室　　2025年4月18日
        start = len(text) - len(day)
        return Facts(organisation=line[:start].strip(), date=line[start:])
    if (match := _PLACE_AND_DATE.match(text)) and is_date(match["date"]):
        return Facts(date=line)
    return None


def revision(line: Passage) -> Facts | None:
    """When a law was adopted and revised; the date it bears is that of the last time."""
    text = flat(line)
    if not _REVISION.match(text) or is_occasion(text.strip("()—")):
        return None
    stated = list(dates_in(text))
    stated = [found for found in stated if not _TAKES_EFFECT.match(text[found.end :])]
    if not stated:
        return Facts(note=line)
    return Facts(date=line[stated[-1].start : stated[-1].end], note=line)


def salutation(line: Passage) -> Facts | None:
    """The listeners, or the bodies that a letter goes to."""
    text = flat(line)
    if SALUTATION.match(text) or ENGLISH_SALUTATION.match(text) or RECIPIENTS.match(text):
        return Facts(salutation=line)
    return None


def recorded(line: Passage) -> Facts | None:
    """`(根据录音整理,未经本人审阅)`"""
    return Facts(note=line) if _RECORDED.match(flat(line)) else None


def version(line: Passage) -> Facts | None:
    return Facts(subtitle=line.strip("()（）")) if _VERSION.match(flat(line)) else None


def memo_head(line: Passage) -> Facts | None:
    """`MEMORANDUM`: the title is behind SUBJECT."""
    return Facts(subtitle=line) if _MEMO_HEAD.match(flat(line)) else None


def dashed_subtitle(line: Passage) -> Facts | None:
    """`——以某某为例`, directly under the title."""
    text = flat(line)
    core, _ = unwrapped(line)
    if (
        text.startswith(("—", "-"))
        and len(core) <= 50
        and not SENTENCE_END.search(text)
        and IDEOGRAPH.search(text)
    ):
        return Facts(subtitle=core)
    return None


AT_HEAD: Sequence[Recogniser] = (
    security_mark,
    letterhead,
    memo_head,
    numbered_mark,
    number,
    labelled,
    *ENGLISH,
    revision,
    publication,
    byline,
    occasion,
    date_line,
    salutation,
    speaker,
    recorded,
    version,
)
"""In the order in which a line is tried; `labelled` knows `作者:` better than `publication`."""

"""What a line of an English cover says: US and UK custom, where it differs from Chinese.

A page of a ministry puts `Delivered on:` and `Location:` under its title, a council heads a report
with `Report of:` and `Date of meeting:`, an agency has a docket number, a letter an address.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from slidegen.outlining.dates import date_of, first_date
from slidegen.outlining.english import is_office, is_person
from slidegen.outlining.facts import Facts, Recogniser, flat
from slidegen.outlining.vocabulary import IDEOGRAPH
from slidegen.passage import EMPTY, Passage
from slidegen.patterns import compiled

LONGEST = 200
"""Letters of a line of the cover."""

LONGEST_SPEAKER = 120

KIND_ABOVE_TITLE = compiled(
    r"(?:press|news|media) (?:release|notice|statement|advisory)|news story|fact ?sheet|speech"
    r"|(?:oral|written|ministerial|personal|joint|public) statement(?: to (?:parliament"
    r"|the house))?"
    r"|policy paper|guidance|(?:open|closed) consultation|consultation outcome|authored article"
    r"|corporate report|research and analysis|official statistics|case study|correspondence"
    r"|(?:discussion|working|briefing|issues?|background) (?:paper|note)|(?:final )?draft|report",
    re.IGNORECASE,
)
"""What a page says of its kind in a line above the title."""

_LETTERHEAD = compiled(
    r"for (?:immediate|general) (?:release|publication)|embargoed? .{3,80}"
    r"|(?:not )?for release (?:before|until|on|at).{3,60}|for official use only"
    r"|official(?:[- ]sensitive)?"
    r"|[A-Z][A-Za-z. ]{2,30}, (?:[A-Z]\.[A-Z]\.|[A-Z]{2}) ?(?:\d{5}(?:-\d{4})?)?"
    r"|unclassified|media contacts?:.{3,120}|contacts?:.{3,120}",
    re.IGNORECASE,
)
_STREET = compiled(
    r"\d{1,5}[A-Z]?(?:[-–]\d+)? [A-Z].{2,60}\b(?:Street|St|Road|Rd|Avenue|Ave|Row|Lane|Square|Way"
    r"|Drive|Boulevard|Blvd|Place|Court|Terrace|Gardens|Hill|Park|Broadway|Highway|Parade|Walk)\b.{0,30}"
    r"|.{2,40} (?:[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}|[A-Z]{2} \d{5}(?:-\d{4})?)"
)
"""An address: `20 Great Smith Street`, `London SW1P 9ZZ`."""
_REFERENCE = compiled(
    r"[\[(]?(?:docket (?:no|number)s?\b.{2,60}|RIN \d{4}-\w{4}|(?:CP|Cm|Cmnd|HC|HL|SN"
    r"|POST)\.? ?\d{2,5}"
    r"|[A-Z]{1,6}-\d{2,4}-\d{1,7}[A-Z]{0,3}|ISBN.{8,30}|\d{1,2} (?:CFR|U\.?S\.?C\.?)\b.{2,60}"
    r"|(?:report|publication|order|circular|bulletin|policy|directive|resolution|ordinance|bill"
    r"|procurement note|opportunity|solicitation|reference|file|case|document)"
    r" (?:no\.?|number|ref(?:erence)?):? ?\S.{0,40}|(?:public law|resolution"
    r"|ordinance) \d[\d-]*)[\])]?",
    re.IGNORECASE,
)
_ORDER = compiled(
    r"(?:executive order|proclamation|memorandum"
    r"|directive)(?: no\.)? \d{2,6}(?: of (?P<date>.{8,24}))?",
    re.IGNORECASE,
)
_DELIVERED = compiled(
    r"(?:delivered|given|presented)(?: (?P<when>on):?\s+| (?P<where>at|in"
    r"|before):?\s+)(?P<value>.+)",
    re.IGNORECASE,
)
_DELIVERED_BY = compiled(
    r"(?P<label>(?:(?:(?:keynote|opening|closing) )?(?:remarks|speech|address|statement|lecture"
    r"|testimony"
    r"|message)|delivered|presented|given) (?:by|of)(?: the)?:?\s+)(?P<who>.+?)"
    r"(?P<rest>,? (?:at|to|before|on) .*)?",
    re.IGNORECASE,
)
_REPORT_OF = compiled(r"(?:joint )?(?:report|statement) (?:of|by|from)(?: the)? ", re.IGNORECASE)
_SAYS_WHAT_ON = compiled(r" (?:on|about|regarding|concerning) (?=\w)")
"""In a line that is the title: `Statement by the Minister of Transport on the Future of Buses`."""
OPENS_STATEMENT = compiled(
    r"(?:prepared |written |opening )?(?:statement|testimony|remarks|speech|address) (?:of|by)",
    re.IGNORECASE,
)
"""The first line of a statement before a committee; who makes it stands on the next."""
_CAPITAL = compiled(r"[A-Z]")
_HELD = compiled(
    r"(?:meeting )?held (?:on|at|in|via|by|remotely|virtually)\b.{4,160}", re.IGNORECASE
)
_STAMP = compiled(
    r"(?:(?:page|content) )?(?:first |originally |last )?"
    r"(?:published|posted|updated|released|issued|modified|reviewed)(?: on)?:?\s+(?P<value>.+)",
    re.IGNORECASE,
)
_REMARK = compiled(
    r"\(?(?:transcript of .{3,80}|(?:remarks |speech |statement )?as (?:prepared|written|drafted"
    r"|delivered)\b.{0,60}"
    r"|check(?:ed)? against delivery.{0,20}|this is a transcript.{0,120}"
    r"|(?:presented|laid|submitted|reported) (?:to|before|by) .{3,160}|ordered by .{3,120}"
    r"|prepared (?:for|by) .{3,120}|(?:adopted|approved|effective|revised|amended|ratified|agreed"
    r"|enacted)\b"
    r".{0,80}\d{4}.{0,60}|version \d.{0,40}|draft (?:of|dated).{0,40})\)?\.?",
    re.IGNORECASE,
)


PLACE = compiled(
    r"\b(?:Hall|Room|Chambers?|Cent(?:re|er)|Building|Library|Hotel|Auditorium|Theatre|Theater"
    r"|Museum"
    r"|University|Online|Zoom|Microsoft Teams|Via [A-Z]\w+|(?:Street|Square|Avenue|Road)$)\b"
    r"|^[A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z][A-Za-z. ]+$"
)
"""What a line names that says where a meeting is held."""
TOWN = compiled(
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)?, (?:[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?|[A-Z]\.?[A-Z]\.?)"
)
"""`Chicago, Illinois`"""


def _is_english(line: Passage) -> bool:
    return len(line) <= LONGEST and not IDEOGRAPH.search(line.text)


def letterhead(line: Passage) -> Facts | None:
    """`FOR IMMEDIATE RELEASE`: for the paper, not for the screen."""
    text = flat(line)
    if _is_english(line) and (_LETTERHEAD.fullmatch(text) or _STREET.fullmatch(text)):
        return Facts(rest=(line,), reason="letterhead")
    return None


def reference(line: Passage) -> Facts | None:
    """`GAO-23-104512`, `[Docket No. …]`, `Executive Order 14999 of May 6, 2022`."""
    text = flat(line)
    if not _is_english(line):
        return None
    if match := _ORDER.fullmatch(text):
        found = first_date(match["date"]) if match["date"] else None
        start = match.start("date") if found else 0
        date = line[start + found.start : start + found.end] if found else EMPTY
        return Facts(source=line, date=date)
    return Facts(source=line) if _REFERENCE.fullmatch(text) else None


def delivered(line: Passage) -> Facts | None:
    """Where and when a speech was given, and by whom."""
    text = flat(line)
    if not _is_english(line):
        return None
    if match := _DELIVERED.fullmatch(text):
        value = line[match.start("value") :]
        if match["where"]:
            return Facts(occasion=value, rest=(line[: match.start("value")],), reason="cover label")
        found = date_of(value)
        if found is None:
            return None
        after = value[len(value) - len(value.text.split(found[0].text, 1)[1]) :]
        before = line[: len(line) - len(found[0]) - len(after)]
        around = tuple(part.strip() for part in (before, after) if part.text.strip())
        return Facts(date=found[0], rest=around, reason="cover label")
    match = _DELIVERED_BY.fullmatch(text)
    if match and _CAPITAL.match(match["who"]) and len(match["who"]) <= LONGEST_SPEAKER:
        who = line[match.start("who") : match.end("who")]
        label, rest = line[: match.end("label")], line[match.end("who") :].lstrip(", ")
        where = re.match(r"(?:at|to|before)\s+", rest.text)
        if where:
            parts = (label, rest[: where.end()])
            return Facts(
                speaker=who, occasion=rest[where.end() :], rest=parts, reason="cover label"
            )
        found = date_of(rest) if rest else None
        return Facts(
            speaker=who,
            date=found[0] if found else EMPTY,
            rest=tuple(part for part in (label, EMPTY if found else rest) if part),
            reason="cover label",
        )
    return None


def held(line: Passage) -> Facts | None:
    """`Held on Tuesday 21 May 2024 at the Town Hall`: the occasion, with the date in it."""
    return Facts(occasion=line) if _is_english(line) and _HELD.fullmatch(flat(line)) else None


def stamp(line: Passage) -> Facts | None:
    """`Published 14 June 2023`: when the page was put up."""
    match = _STAMP.fullmatch(flat(line)) if _is_english(line) else None
    found = date_of(line[match.start("value") :]) if match else None
    if found is None:
        return None
    return Facts(published=found[0], rest=(line,), reason="publication line")


def remark(line: Passage) -> Facts | None:
    """`As prepared for delivery`, `Presented to Parliament by …`: to be kept with the notes."""
    if not _is_english(line) or not _REMARK.fullmatch(flat(line)):
        return None
    found = date_of(line)
    return Facts(note=line, date=found[0] if found and found[1] else EMPTY)


def person(line: Passage) -> Facts | None:
    """`Mayor Rosa Delgado`, `Jane Porter, Director of Library Services`."""
    return Facts(speaker=line) if _is_english(line) and is_person(flat(line)) else None


def report_of(line: Passage) -> Facts | None:
    """`REPORT OF THE CORPORATE DIRECTOR, PLACE`: who reports, not what on."""
    match = _REPORT_OF.match(flat(line)) if _is_english(line) else None
    if not match or not is_office(who := flat(line)[match.end() :]) or _SAYS_WHAT_ON.search(who):
        return None
    return Facts(speaker=line[match.end() :], rest=(line[: match.end()],), reason="cover label")


ENGLISH: Sequence[Recogniser] = (
    letterhead,
    reference,
    delivered,
    held,
    stamp,
    remark,
    report_of,
    person,
)
"""In the order in which a line is tried; all are about whole lines."""

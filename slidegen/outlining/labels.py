"""Facts that a label names: `汇报人:…`, `SUBJECT: …`, the record above a government page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from slidegen.outlining.dates import date_of
from slidegen.outlining.english import is_body
from slidegen.outlining.facts import Facts, flat
from slidegen.outlining.vocabulary import IDEOGRAPH, ORGANISATION
from slidegen.passage import EMPTY, Passage
from slidegen.patterns import compiled

_LABELS: Sequence[tuple[str, str]] = (
    ("title", "标题|题目|主题|文章标题|title|report title|title of report|subject|re"),
    ("subtitle", "副标题|subtitle"),
    (
        "speaker",
        "作者|讲话人|讲稿人|授课人|发言人|主讲人|主讲|演讲人|演讲者|汇报人|报告人|述职人|致辞人|宣讲人|撰稿人"
        "|from|author|by|speaker|presenter|presented by|prepared by|report of|report by"
        "|report author"
        "|submitted by|delivered by",
    ),
    (
        "organisation",
        "单位|发文单位|发文机关|发文机构|制发机关|报送单位|汇报单位|编制单位|起草单位|机构|部门|发布机构"
        "|organisation|organization|department|agency|office",
    ),
    (
        "date",
        "日期|成文日期|发文日期|印发日期|讲话日期|讲话时间|会议时间|会议日期|date"
        "|date of meeting|date of report|date of issue|meeting date|issue date|report date"
        "|release date|effective date|date issued|issued|date and time|when",
    ),
    ("occasion", "场合|会议|会议名称|活动名称|event|occasion|meeting|location|venue|place|where"),
    ("source", "来源|文章来源|信息来源|稿件来源|稿源|文号|发文字号|发文文号|source|reference|ref"),
    ("salutation", "主送|主送机关|主送单位|称谓|to"),
    (
        "note",
        "受文者|地址|机关地址|承办人|承办单位|联络人|联络电话|联络方式|联络地址|电话|传真|电子信箱|电子邮件|速别"
        "|密等|密等及解密条件或保密期限|档号|保存年限|正本|副本"
        "|cc|report to|report for|through|via|ward|wards|wards affected|lead member|cabinet member"
        "|executive member|portfolio holder|closing date|due date|response date|classification"
        "|distribution|committee|attention|action|present|in attendance|attendees|members present"
        "|also present|absent|apologies|apologies for absence|chair|clerk|minutes taken by"
        "|attachment|attachments|enclosure|enclosures|contact|contact officer|copies to",
    ),
)

_FIELD_OF = {name: field for field, names in _LABELS for name in names.split("|")}


def _spread(name: str) -> str:
    """*name* as an expression; the letters of a Chinese one may be set apart (`标　　题:`)."""
    return " {0,6}".join(name) if IDEOGRAPH.match(name) else name


def _field_of(name: str) -> str:
    return _FIELD_OF["".join(name.split()) if IDEOGRAPH.match(name) else name.lower()]


_LABELLED = compiled(
    r"^(?P<label>[•·*-]?\s*(?:(?P<name>{0})\s?:\s*"
    r"|【(?P<boxed>{0})】\s?:?\s*))(?P<value>\S.*)$".format(
        "|".join(_spread(name) for _, names in _LABELS for name in names.split("|"))
    ),
    re.IGNORECASE,
)

_BODY_AND_PERSON = compiled(
    r"(?P<body>[A-Z].{4,80}?)(?P<link>,? and |, )(?=(?:The )?(?:Rt|Right) Hon|(?:Sir|Dame|Lord"
    r"|Lady|Dr"
    r"|Baroness|Mr|Mrs|Ms|Professor) [A-Z])"
)
"""`Ministry for Rivers and Coasts and Sir Peter Hall MP`"""

_WHEN = compiled(r"^(?:[•·*-]\s*)?(?:时间|会议时间|日期)\s?:\s*")
_ANOTHER_KEY = compiled(r"\s[\u4e00-\u9fff]{2,6}:")
"""As in the line of a page with source, time and views."""
_BARE_LABEL = compiled(
    r"^[•·*-]\s*(?P<name>[\u4e00-\u9fff]{2,8}|[A-Za-z ]{2,20})\s?:$"
    r"|^(?P<record>索引号|主题分类|发文机关|发文机构|发文字号|发文日期|成文日期|发布日期|有效性|内容概述|信息索引号|公开方式)\s?:$"
)
"""`• 发文字号:` in the record that heads a government page."""


def labelled(line: Passage) -> Facts | None:
    """`标题:…`, `作者:…`, `SUBJECT: …`: the value, and the label for a rest."""
    match = _LABELLED.match(flat(line))
    if not match or len(line) > 200 or _ANOTHER_KEY.search(match["value"]):
        return None
    label, value = line[: match.end("label")], line[match.start("value") :]
    field = _field_of(match["name"] or match["boxed"])
    match field:
        case "note":
            return Facts(note=line)
        case "source":
            return Facts(source=line)
        case "date":
            found = date_of(value)
            return Facts(date=value, rest=(label,), reason="cover label") if found else None
        case "salutation" | "title" | "subtitle" | "speaker" | "organisation" | "occasion":
            if field == "speaker" and (ORGANISATION.match(flat(value)) or is_body(flat(value))):
                field = "organisation"
            if field in ("speaker", "organisation") and (
                both := _BODY_AND_PERSON.match(flat(value))
            ):
                body, link = value[: both.end("body")], value[both.start("link") : both.end("link")]
                person = value[both.end("link") :]
                return Facts(
                    organisation=body, speaker=person, rest=(label, link), reason="cover label"
                )
            return Facts(**{field: value}, rest=(label,), reason="cover label")
    return None


def listed_fact(item: Passage) -> Facts | None:
    """What an item of a fact sheet says of the document (`- 作者:…`, `- 时间:…`); the item itself
    stays where it is."""
    text = flat(item)
    if (match := _WHEN.match(text)) and (found := date_of(item[match.end() :])):
        return Facts(date=found[0])
    facts = labelled(item)
    return replace(facts, rest=(), reason="", note=EMPTY) if facts else None


def bare_label(line: Passage) -> str | None:
    """The field that a label without its value names, `rest` for one that no cover shows;
    None if the line is no such label. Its value may stand on the next line."""
    match = _BARE_LABEL.match(flat(line))
    return _FIELD_OF.get((match["name"] or match["record"]).lower(), "rest") if match else None


def record(label: Passage, value: Passage, field: str) -> Facts:
    """The facts of a page's record: only what the document itself would say of itself."""
    if field in ("source", "organisation") or (field == "date" and date_of(value)):
        return Facts(**{field: value}, rest=(label,), reason="page record")
    return Facts(rest=(label, value), reason="page record")

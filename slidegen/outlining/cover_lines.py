"""What a line of the cover block says: a date, an occasion, a speaker, a salutation.

Each recogniser takes one line and gives the facts in it, or nothing. It judges
the line alone; whether the line stands where such a line belongs is for
`cover` to say. Facts are slices of the line, so nothing is made up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from slidegen.outlining.dates import after_date, date_of, dates_in, first_date, is_date
from slidegen.outlining.folding import folded
from slidegen.outlining.vocabulary import (
    COMMON_NAME,
    DOCUMENT_NUMBER,
    ENGLISH_SALUTATION,
    IDEOGRAPH,
    NAME,
    OFFICE,
    ORGANISATION,
    RECIPIENTS,
    SALUTATION,
    SENTENCE_END,
)
from slidegen.passage import EMPTY, Passage


@dataclass(frozen=True, slots=True)
class Facts:
    """What one line gives to the cover. The words that are in no field are `rest`."""

    title: Passage = EMPTY
    subtitle: Passage = EMPTY
    occasion: Passage = EMPTY
    speaker: Passage = EMPTY
    organisation: Passage = EMPTY
    date: Passage = EMPTY
    published: Passage = EMPTY
    """When the page was put up: the date only if the document tells no other."""
    source: Passage = EMPTY
    salutation: Passage = EMPTY
    rest: tuple[Passage, ...] = ()
    reason: str = ""
    """Why `rest` is on no slide."""
    note: Passage = EMPTY
    """The line as a whole, to be kept with the notes: a law's adoption and revisions."""


Recogniser: TypeAlias = Callable[[Passage], Facts | None]

LONGEST_PUBLICATION = 160
"""Letters of a line with date, source, author, views, ..."""

_LABELS: Sequence[tuple[str, str]] = (
    ("title", "标题|题目|主题|文章标题|title|subject|re"),
    ("subtitle", "副标题|subtitle"),
    (
        "speaker",
        "作者|讲话人|发言人|主讲人|主讲|演讲人|演讲者|汇报人|报告人|述职人|致辞人|宣讲人|撰稿人|主持人"
        "|from|author|by|speaker|presenter|presented by|prepared by",
    ),
    (
        "organisation",
        "单位|发文单位|发文机关|发文机构|制发机关|报送单位|汇报单位|编制单位|起草单位|机构|部门|发布机构"
        "|organisation|organization|department|agency|office",
    ),
    ("date", "日期|成文日期|发文日期|印发日期|讲话日期|讲话时间|会议时间|会议日期|date"),
    ("occasion", "场合|会议|会议名称|活动名称|event|occasion|meeting"),
    ("source", "来源|文章来源|信息来源|稿件来源|稿源|文号|发文字号|发文文号|source|reference|ref"),
    ("salutation", "主送|主送机关|主送单位|称谓|to"),
    ("rest", "cc|抄送|地点|location|venue"),
)
_FIELD_OF = {name: field for field, names in _LABELS for name in names.split("|")}
_LABELLED = re.compile(
    r"^(?P<label>[•·*-]?\s*(?:(?P<name>{0})\s?:\s*|【(?P<boxed>{0})】\s?:?\s*))(?P<value>\S.*)$".format(
        "|".join(names for _, names in _LABELS)
    ),
    re.IGNORECASE,
)

_PUBLICATION_KEY = (
    r"(?:发布|更新|发表|刊发|上传|录入|编辑|添加|创建)?(?:时间|日期)|浏览(?:次数|量|人数)?|阅读(?:次数|量|数)?|点击(?:次数|量|数|率)?"
    r"|访问(?:次数|量)?|人气|字数|评论|字号|字体|分享到?|(?:文章|信息|稿件|新闻)?来源|稿源|作者|(?:责任)?编辑|发布(?:人|者|机构|单位)|审核|打印|收藏"
    r"|published|posted|updated|last updated|views"
)
_PUBLICATION = re.compile(rf"^[\[(【]?\s?(?:{_PUBLICATION_KEY})\s?:.*$", re.IGNORECASE)
_KEYED = re.compile(
    rf"(?P<key>{_PUBLICATION_KEY})\s?:\s*(?P<value>.*?)"
    rf"(?=[|\[(【\s]*(?:下载本文)?[|\[(【\s]*(?:{_PUBLICATION_KEY})\s?:|\s*$)",
    re.IGNORECASE,
)

_SOURCE = re.compile(
    r"\(?(?:来源|文章来源|信息来源|稿件来源|稿源|source)\s?:\s*\S.{0,60}", re.IGNORECASE
)
_POSTED = re.compile(
    r"[^。;,]{1,20}(?:发表于|发布于|上传于|更新于|posted on)\s?(?P<date>\d{4}-\d{1,2}-\d{1,2})[\s\d:]*$",
    re.IGNORECASE,
)
_SITE = re.compile(r"[^,。;!?]{2,16}(?:网|网站|报|社|文库|在线|论坛|平台|公众号|客户端)")
_DASHES = re.compile(r"^[—-]{1,4}\s?")
_MEETING = r"(?:会|会议|大会|全会|论坛|仪式|典礼|座谈|班|式|礼|会上|现场|活动|晚会|峰会|课|庆典|节|讲堂|集会)"
_OCCASION = re.compile(
    rf"^[^。;!?]{{0,80}}?(?:在|于|at the )[^。;!?]{{2,80}}(?:{_MEETING}(?:上|中|时|期间)|上|期间|{_MEETING})"
    r"(?:的(?:讲话|报告|发言|致辞|演讲|工作报告|主旨演讲))?$"
)
_OPEN_OCCASION = re.compile(r"^[^。;!?]{0,80}(?:在|于)[^。;!?]{2,60}$")
_CLOSES_OCCASION = re.compile(rf"^[^。;!?,]{{1,60}}(?:{_MEETING})(?:上|中|时|期间)?\)?$")
_OFFICE_AND_NAME = re.compile(
    rf"^(?P<office>(?![在于])[^,。;:!?—()]{{0,40}}(?:{OFFICE}))(?: +(?:[\u4e00-\u9fff·]{{2,12}}|[\u4e00-\u9fff] +[\u4e00-\u9fff])"
    rf"|(?:{COMMON_NAME}))(?: ?(?:同志|女士|先生))?$"
)
_NAME_AND_OFFICE = re.compile(rf"^{NAME} +[^,。;:!?]{{2,40}}(?:{OFFICE})$")
_BARE_NAME = re.compile(rf"^\(?(?:{COMMON_NAME})(?: ?同志)?\)?$")
_ENGLISH_SPEAKER = re.compile(
    r"^(?:by|remarks by|speech by|delivered by|presented by|prepared by|address by)\s+[A-Z][\w.'-]+(?:[ ,]+[\w.'-]+){0,12}$",
    re.IGNORECASE,
)
_ABOUT_AUTHOR = re.compile(
    r"^\((?:作者|本文作者|讲话人|发言人)(?:为|系|是|单位|:|简介)[^()]{2,120}\)。?$"
)
_REVISION = re.compile(
    r"^\(?(?:根据)?.{0,6}\d{4}年\d{1,2}月\d{1,2}日.{0,220}?(?:通过|公布|发布|施行|修订|修正|批准|修改|公告|实施|废止)[)\d次。]*$"
)
_VERSION = re.compile(
    r"^\((?:征求意见稿|草案|讨论稿|送审稿|审议稿|试行|暂行|摘要|节选|全文|修订版?|初稿|[^()]{2,24}稿)\)$"
)
_MARK = re.compile(
    r"^(?:(?:绝密|机密|秘密)(?:★.{1,8})?|特急|加急|平急|内部(?:资料|文件).{0,10}|签发人:.{2,12}|0{2,}\d{1,6}|密级:.{1,10}|紧急程度:.{1,6}"
    r"|(?:编号|索引号|信息索引号|主题分类|主题词|分类|信息分类|公文种类|体裁分类|有效性|效力状态|公开方式|公开属性|统一登记号|信息名称|服务对象"
    r"|生效日期|失效日期|废止日期|公开范围|关键词|keywords):.{0,60})$"
)
_BARE_LABEL = re.compile(
    r"^[•·*-]\s*(?P<name>[\u4e00-\u9fff]{2,8}|[A-Za-z ]{2,20})\s?:$"
    r"|^(?P<record>索引号|主题分类|发文机关|发文机构|发文字号|发文日期|成文日期|发布日期|有效性|内容概述|信息索引号|公开方式)\s?:$"
)
"""`• 发文字号:` in the record that heads a government page."""
_MEMO_HEAD = re.compile(
    r"^m\s?e\s?m\s?o(?:\s?r\s?a\s?n\s?d\s?u\s?m)?(?: for .{2,80})?$", re.IGNORECASE
)


def flat(passage: Passage) -> str:
    return folded(passage.text)


def labelled(line: Passage) -> Facts | None:
    """`标题:…`, `作者:…`, `SUBJECT: …`: the value, and the label for a rest."""
    match = _LABELLED.match(flat(line))
    if not match or len(line) > 200:
        return None
    label, value = line[: match.end("label")], line[match.start("value") :]
    field = _FIELD_OF[(match["name"] or match["boxed"]).lower()]
    match field:
        case "rest":
            return Facts(rest=(line,), reason="cover label")
        case "source":
            return Facts(source=line)
        case "date":
            found = date_of(value)
            return Facts(date=value, rest=(label,), reason="cover label") if found else None
        case "salutation" | "title" | "subtitle" | "speaker" | "organisation" | "occasion":
            if field == "speaker" and ORGANISATION.match(flat(value)):
                field = "organisation"
            return Facts(**{field: value}, rest=(label,), reason="cover label")
    return None


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


def publication(line: Passage) -> Facts | None:
    """The line in which a page says when and where it was put up, in any mixture."""
    text = flat(line)
    if len(text) > LONGEST_PUBLICATION:
        return None
    if _SOURCE.fullmatch(text) and len(_KEYED.findall(text)) <= 1:
        return Facts(source=line.strip("()（）"))
    stamped = _stamp(line)
    keys = len(_KEYED.findall(text))
    if stamped is None and not (_PUBLICATION.match(text) or (keys > 1 and "。" not in text)):
        return None
    source = speaker = EMPTY
    published = stamped or EMPTY
    for match in _KEYED.finditer(text):
        key, value = match["key"], line[match.start("value") : match.end("value")]
        if key.endswith(("来源", "稿源")) and value:
            source = source or line[match.start() : match.end("value")]
        elif key == "作者" and _BARE_NAME.match(flat(value)):
            speaker = speaker or value
        elif key.lower().endswith(("时间", "日期", "published", "posted")):
            found = date_of(value)
            if len(key) == 2 and not is_date(flat(value)):
                return None  # when a meeting is held: 时间：5月6日上午
            if "更新" not in key:
                published = published or (found[0] if found else EMPTY)
    return Facts(
        source=source,
        published=published,
        speaker=speaker,
        rest=(line,),
        reason="publication line",
    )


def _stamp(line: Passage) -> Passage | None:
    """The date of a line that begins with one and tells the clock time, or the site, besides."""
    text = flat(line)
    if posted := _POSTED.match(text):
        return line[posted.start("date") : posted.end("date")]
    after, found = after_date(text), date_of(line)
    if after is None or found is None:
        return None
    has_clock = len(after) <= 100 and bool(re.match(r"[\sT]*\d{1,2}:\d\d", text[len(found[0]) :]))
    is_keyed = bool(_PUBLICATION.match(after))
    return found[0] if is_keyed or _SITE.fullmatch(after) or (has_clock and not after) else None


def number(line: Passage) -> Facts | None:
    """发文字号 on a line of its own, or before the title in 《》."""
    text = flat(line)
    match = DOCUMENT_NUMBER.match(text)
    if match and match.end() == len(text):
        return Facts(source=line)
    if match and (named := re.fullmatch(r"\s*《(.{4,80})》", text[match.end() :])):
        start = match.end() + named.start(1)
        return Facts(source=line[: match.end()], title=line[start : start + len(named[1])])
    return None


def date_line(line: Passage) -> Facts | None:
    return Facts(date=line.strip("()（）〔〕 ")) if is_date(flat(line)) else None


def revision(line: Passage) -> Facts | None:
    """When a law was adopted and revised; the date it bears is that of the last time."""
    text = flat(line)
    if not _REVISION.match(text) or _OCCASION.match(text.strip("()—")):
        return None
    stated = list(dates_in(text))
    if re.search(r"\d日起?\s?(?:施行|实施)", text) or not stated:
        return Facts(note=line)
    return Facts(date=line[stated[-1].start : stated[-1].end], note=line)


def occasion(line: Passage) -> Facts | None:
    """`——2026年1月25日在…会议上`, in brackets or bare; the speaker may stand on the same line."""
    core, is_marked = unwrapped(line)
    text = flat(core)
    begins_with_date = (found := first_date(text)) is not None and found.start == 0
    if not (is_marked or begins_with_date):
        return None
    for blank in (len(text), *(m.start() for m in re.finditer(" ", text))):
        here, after = text[:blank], text[blank:].strip()
        if _OCCASION.match(here) and (not after or is_speaker(after)):
            return Facts(
                occasion=core[:blank], speaker=core[len(text) - len(after) :] if after else EMPTY
            )
    if begins_with_date and found:
        after = text[found.end :].lstrip(" ,")
        if is_speaker(after):  # 2024年3月5日 市长 张三
            start = len(text) - len(after)
            return Facts(date=core[: found.end], speaker=core[start:])
    return None


def unwrapped(line: Passage) -> tuple[Passage, bool]:
    """*line* without the dash before it or the brackets around it, and whether it had any."""
    text = flat(line)
    if match := _DASHES.match(text):
        return line[match.end() :].strip(), True
    if text.startswith("("):
        return line[1:].rstrip(")）").strip(), True
    return line, False


def opens_occasion(line: Passage) -> bool:
    """Whether the line is an occasion that the next line ends."""
    core, is_marked = unwrapped(line)
    text = flat(core)
    found = first_date(text)
    return (
        (is_marked or (found is not None and found.start == 0))
        and len(text) <= 60
        and bool(_OPEN_OCCASION.match(text))
        and not _OCCASION.match(text)
    )


def closes_occasion(line: Passage) -> bool:
    return bool(_CLOSES_OCCASION.match(flat(line)))


def is_speaker(text: str) -> bool:
    if _OFFICE_AND_NAME.match(text) or _NAME_AND_OFFICE.match(text):
        return True
    words = text.split()  # spaced out to fill the line: 县　长　　李　明
    return len(words) > 2 and bool(_OFFICE_AND_NAME.match("".join(words)))


def speaker(line: Passage) -> Facts | None:
    """Office and name (`北京市市长 殷勇`), or a bare name, or `By …`."""
    text = flat(line)
    if len(text) <= 60 and (is_speaker(text) or _ENGLISH_SPEAKER.match(text)):
        return Facts(speaker=line)
    if text.startswith("(") and text.endswith(")") and is_speaker(text[1:-1].strip()):
        return Facts(speaker=line[1:-1].strip())
    return None


def bare_name(line: Passage) -> Facts | None:
    return Facts(speaker=line.strip("()（）")) if _BARE_NAME.match(flat(line)) else None


def author(line: Passage) -> Facts | None:
    """`(作者为…)`, at the end of an article."""
    return (
        Facts(speaker=line.strip("。").strip("()（）")) if _ABOUT_AUTHOR.match(flat(line)) else None
    )


def salutation(line: Passage) -> Facts | None:
    """The listeners, or the bodies that a letter goes to."""
    text = flat(line)
    if SALUTATION.match(text) or ENGLISH_SALUTATION.match(text) or RECIPIENTS.match(text):
        return Facts(salutation=line)
    return None


def security_mark(line: Passage) -> Facts | None:
    """份号, 密级, 紧急程度, 签发人 (GB/T 9704-2012, 7.2): on the paper, not for the screen."""
    return Facts(rest=(line,), reason="letterhead") if _MARK.match(flat(line)) else None


def version(line: Passage) -> Facts | None:
    return Facts(subtitle=line.strip("()（）")) if _VERSION.match(flat(line)) else None


def letterhead(line: Passage) -> Facts | None:
    """红头: `某某市人民政府文件`; in English `MEMORANDUM`."""
    text = flat(line)
    if _MEMO_HEAD.match(text):
        return Facts(subtitle=line)
    if re.fullmatch(r"[^,。;:!?]{2,40}文件", text) and ORGANISATION.match(text[:-2]):
        return Facts(organisation=line[:-2], rest=(line[-2:],), reason="letterhead")
    return None


def dashed_subtitle(line: Passage) -> Facts | None:
    """`——以某某为例`, directly under the title."""
    text = flat(line)
    core, _ = unwrapped(line)
    if (
        _DASHES.match(text)
        and len(core) <= 50
        and not SENTENCE_END.search(text)
        and IDEOGRAPH.search(text)
    ):
        return Facts(subtitle=core)
    return None


AT_HEAD: Sequence[Recogniser] = (
    security_mark,
    letterhead,
    number,
    labelled,
    revision,
    publication,
    occasion,
    date_line,
    salutation,
    speaker,
    version,
)
"""In the order in which a line is tried; `labelled` knows `作者:` better than `publication`."""

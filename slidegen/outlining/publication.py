"""The line in which a page says when and where it was put up."""

from __future__ import annotations

import re

from slidegen.outlining.dates import after_date, date_of, is_date
from slidegen.outlining.facts import Facts, flat
from slidegen.outlining.people import bare_name
from slidegen.passage import EMPTY, Passage
from slidegen.patterns import compiled

LONGEST_PUBLICATION = 160
"""Letters of a line with date, source, author, views, ..."""

_PUBLICATION_KEY = (
    r"(?:发布|更新|发表|刊发|上传|录入|编辑|添加|创建)?(?:时间|日期)"
    r"|(?:浏览|阅读|点击|访问)(?:次数|人数|量|数|率)?|人气|字数|评论|字号|字体|分享到?"
    r"|(?:文章|信息|稿件|新闻)?来源|稿源|作者|(?:责任)?编辑|发布(?:人|者|机构|单位)|审核|打印|收藏"
    r"|published|posted|updated|last updated|views"
)

_PUBLICATION = compiled(rf"^[\[(【]?\s?(?:{_PUBLICATION_KEY})\s?:.*$", re.IGNORECASE)

_KEYED = compiled(
    rf"(?P<key>{_PUBLICATION_KEY})\s?:\s*(?P<value>.*?)"
    rf"(?=[|\[(【\s]*(?:下载本文)?[|\[(【\s]*(?:{_PUBLICATION_KEY})\s?:|\s*$)",
    re.IGNORECASE,
)

_SOURCE = compiled(
    r"\(?(?:来源|文章来源|信息来源|稿件来源|稿源|source)\s?:\s*\S.{0,60}", re.IGNORECASE
)

_POSTED = compiled(
    r"[^。;,]{1,20}(?:发表于|发布于|上传于|更新于|posted on)\s?"
    r"(?P<date>\d{4}-\d{1,2}-\d{1,2})[\s\d:]*$",
    re.IGNORECASE,
)

_SITE = compiled(r"[^,。;!?]{2,16}(?:网|网站|报|社|文库|在线|论坛|平台|公众号|客户端)")


_SITE_BEHIND = compiled(
    r"(?:\s*[-_|]\s*[^-_|,。;:!?—\s]{2,24}?"
    r"(?:网站?|日报|晚报|早报|时报|青年报|门户|频道|在线|客户端|公众号))+\s*$"
)
SHORTEST_TITLE = 6
"""Letters that are left of a title without the site's name."""


def titled(title: Passage) -> Facts:
    """The title of a printed page, without the names of paper and site that browsers set
    behind it: `走进博物馆-云溪日报-云溪网`."""
    behind = _SITE_BEHIND.search(flat(title))
    if behind is None or behind.start() < SHORTEST_TITLE:
        return Facts(title=title)
    site = title[behind.start() :].strip(" -_|\u3000\u00a0")
    return Facts(title=title[: behind.start()], rest=(site,), reason="site header")


_WROTE = compiled(r"(?:文|图|文图|图文|撰文|执笔|采写|撰稿|供稿|摄影|编辑)\s?[/|]\s?[^。;!?]{1,40}")
"""`执笔/叨叨姐`, `文|王五 图|赵六`"""


def byline(line: Passage) -> Facts | None:
    """`石佳/中国青年报`: who wrote it for whom; or only who wrote, drew and took pictures."""
    text = flat(line)
    if _WROTE.fullmatch(text):
        return Facts(rest=(line,), reason="publication line")
    first, mark, _ = text.partition("/")
    if not mark:
        return None
    name, site = line[: len(first)].strip(), line[len(first) + 1 :].strip()
    if _SITE.fullmatch(first.strip()):
        name, site = site, name
    if not _SITE.fullmatch(flat(site)) or not (author := bare_name(name)):
        return None
    return Facts(speaker=author.speaker, source=site)


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
        key, whole = match["key"], line[match.start("value") : match.end("value")]
        value, stamp = _unstamped(whole)
        if key.endswith(("来源", "稿源", "作者")):
            published = published or stamp
        if key.endswith(("来源", "稿源")) and value:
            source = source or line[match.start() : match.start("value") + len(value)]
        elif key == "作者" and bare_name(value):
            speaker = speaker or value
        elif key.lower().endswith(("时间", "日期", "published", "posted")):
            value = whole
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


_STAMP = compiled(
    r"(?:^|\s+)(?=\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?)(?P<date>\S+)(?:\s*\d{1,2}:\d\d(?::\d\d)?)?\s*$"
)


def _unstamped(value: Passage) -> tuple[Passage, Passage]:
    """*value* without the time of publication that stands behind it, and its date."""
    match = _STAMP.search(flat(value))
    found = date_of(value[match.start("date") :]) if match else None
    return (value[: match.start()], found[0]) if match and found else (value, EMPTY)


_CLOCK = compiled(r"[\sT]*\d{1,2}:\d\d")


def _stamp(line: Passage) -> Passage | None:
    """The date of a line that begins with one and tells the clock time, or the site, besides."""
    text = flat(line)
    if posted := _POSTED.match(text):
        return line[posted.start("date") : posted.end("date")]
    after, found = after_date(text), date_of(line)
    if after is None or found is None:
        return None
    has_clock = len(after) <= 100 and bool(_CLOCK.match(text, len(found[0])))
    is_keyed = bool(_PUBLICATION.match(after))
    return found[0] if is_keyed or _SITE.fullmatch(after) or (has_clock and not after) else None

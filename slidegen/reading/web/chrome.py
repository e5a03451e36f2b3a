"""What on a page is the site's and not the document's, as far as its boxes tell.

A site says so by its elements (`<nav>`), by the names that it gives them
(`class="breadcrumb"`), by a heading (相关阅读), or by links where a document has words.
"""

from __future__ import annotations

import re

from slidegen.reading.web.boxes import Box, Flow

TAGS = frozenset(("nav", "footer", "menu", "dialog", "search"))
ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar")
)
ASIDES = frozenset(("aside", "header"))
"""Elements that are the site's unless the text is in them."""
NAMES = re.compile(
    r"(?<![a-z])(?:nav(?:bar|igation|box|list)?|(?:top|main|sub|side)?menu|bread-?crumbs?|crumbs?"
    r"|(?:bd)?shar(?:e|ing)(?:box|bar|list|bdsharebuttonbox)?|fenxiang|social|foot(?:er)?|copyright|banquan"
    r"|relat(?:ed|e)(?:news|posts?|list|articles?)?|xg(?:xw|yd|wz|bd|tj)|recommend(?:ed|ation|s)?|tuijian|tj(?:yd|xw)"
    r"|hot(?:news|list|words?)?|rank(?:ing)?(?:list)?|ranklist|side-?bar|comments?|disqus|pinglun|advert(?:isement)?s?|adsense|ads?"
    r"|gg|banner|toolbar|tools?|pag(?:er|ination|ing)|prevnext|login|sign-?in|cookie(?:s|-banner)?|skip-?(?:link|to)?"
    r"|qr-?code|ewm|erweima|subscribe|newsletter|feedback|back-?to-?top|gotop|print(?:-?only|footer|er)?"
    r"|font-?size|zihao|correct|jiucuo|edit-?section|mw-editsection|mw-jump-link|catlinks|navbox|noprint|siteSub"
    r"|language-?list|site-?header|page-?header|masthead|phase-banner|popup|modal)(?![a-z])",
    re.IGNORECASE,
)
"""Whole words of a class or an id; some are pinyin, in full or by its initials."""
HEADINGS = re.compile(
    r"[【\[(\s·•|]*(?:相关(?:阅读|报道|文章|链接|新闻|推荐|内容|稿件|资讯|专题|信息|产品)|推荐(?:阅读|文章|新闻|视频)"
    r"|延伸阅读|(?:热门|热点|精彩|今日|编辑)(?:推荐|文章|新闻|阅读|排行|图集|视频|专题|图片)|为[您你]推荐"
    r"|猜[您你]喜欢|大家都在看|热新闻|最[新近](?:文章|更新|发布|资讯|评论)|(?:点击|阅读|新闻)排行(?:榜)?"
    r"|图片新闻|视频新闻|热帖|热词|往期(?:回顾|推荐|精选)|友情链接|(?:网友|新闻|用户)?评论(?:区|列表)?|发表评论|我要评论|跟帖"
    r"|扫一扫.{0,20}|分享(?:到|至)|related (?:content|articles|links|stories|posts|pages|topics)|recommended(?: .{1,20})?"
    r"|you (?:may|might) (?:also )?like|more (?:from|in|on) .{1,40}|explore the topic|is this page useful\?"
    r"|share this(?: page)?|most (?:read|popular)|latest news|comments)[】\])\s:：>…]*",
    re.IGNORECASE,
)
LONGEST_HEADING = 40
"""Letters."""
LEAST_SHARE = 0.3
"""Of the main text's letters: what holds more of it is no chrome, whatever it is called."""
MOST_LINKED = 0.7
"""Of a box's letters."""


def is_chrome(box: Box, share: float) -> bool:
    """Whether *box*, which holds *share* of the main text, is the site's."""
    role = box.attributes.get("role", "").lower()
    if share >= LEAST_SHARE or box.tag == "body":
        return False
    return (
        box.tag in TAGS
        or role in ROLES
        or (box.tag in ASIDES and not share)
        or (box.tag == "form" and not share)
        or NAMES.search(box.names) is not None
        or _is_headed_so(box)
        or _is_link_list(box)
    )


def is_chrome_heading(child: Box | Flow) -> bool:
    """Whether what follows it is the site's: 推荐阅读."""
    if not 0 < child.letters <= LONGEST_HEADING:
        return False
    return HEADINGS.fullmatch(" ".join(child.text.split())) is not None


def _is_headed_so(box: Box) -> bool:
    first = next((flow for flow in box.flows() if flow.letters), None)
    return first is not None and first.letters < box.letters and is_chrome_heading(first)


def _is_link_list(box: Box) -> bool:
    """Many links and little else; one link, or files to load, may be the document's."""
    if box.linked <= MOST_LINKED * box.letters or box.tag in ("p", "li", "td", "th", "tr"):
        return False
    return sum(1 for flow in box.flows() if flow.linked > MOST_LINKED * flow.letters) >= 3

"""What on a page is the site's and not the document's, as far as its boxes tell.

A site says so by its elements (`<nav>`), by the names that it gives them
(`class="breadcrumb"`), by a heading (相关阅读), or by links where a document has words.
"""

from __future__ import annotations

import re

from slidegen.patterns import compiled
from slidegen.reading.web.boxes import Box, Flow

TAGS = frozenset(("nav", "footer", "menu", "dialog", "search"))
ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar")
)
ASIDES = frozenset(("aside", "header"))
"""Elements that are the site's unless the text is in them."""
NAMES = compiled(
    r"(?<![a-z])(?:nav(?:bar|igation|box|list)?|(?:top|main|sub|side)?menu|bread-?crumbs?|crumbs?"
    r"|(?:bd)?shar(?:e|ing)(?:box|bar|list|bdsharebuttonbox)?|fenxiang|social|foot(?:er)?|copyright|banquan"
    r"|relat(?:ed|e)(?:news|posts?|list|articles?)?|xg(?:xw|yd|wz|bd|tj)|recommend(?:ed|ation|s)?|tuijian|tj(?:yd|xw)"
    r"|hot(?:news|list|words?)?|rank(?:ing)?(?:list)?|ranklist|side-?bar|comments?|disqus|pinglun|advert(?:isement)?s?|adsense|ads?"
    r"|gg|imprint|toc|table-?of-?contents|mso(?:toc\d|header|footer)|banner|toolbar|tools?|pag(?:er|ination|ing)|prevnext|login|sign-?in|cookie(?:s|-banner)?|skip-?(?:link|to)?"
    r"|qr-?code|ewm|erweima|subscribe|newsletter|feedback|back-?to-?top|gotop|print(?:-?only|footer|er)?"
    r"|font-?size|zihao|correct|jiucuo|edit-?section|mw-editsection|mw-jump-link|catlinks|navbox|noprint|siteSub"
    r"|language-?list|site-?header|masthead|phase-banner|popup|modal)(?![a-z])",
    re.IGNORECASE,
)
"""Whole words of a class or an id; some are pinyin, in full or by its initials."""
HEADINGS = compiled(
    r"[【\[(\s·•|]*(?:相关(?:阅读|报道|文章|链接|新闻|推荐|内容|稿件|资讯|专题|信息|产品)|推荐(?:阅读|文章|新闻|视频)"
    r"|延伸阅读|(?:热门|热点|精彩|今日|编辑)(?:推荐|文章|新闻|阅读|排行|图集|视频|专题|图片)|为[您你]推荐"
    r"|猜[您你]喜欢|大家都在看|热新闻|最[新近](?:文章|更新|发布|资讯|评论)|(?:点击|阅读|新闻)排行(?:榜)?"
    r"|图片新闻|视频新闻|热帖|热词|往期(?:回顾|推荐|精选)|友情链接|(?:网友|新闻|用户)?评论(?:区|列表)?|发表评论|我要评论|跟帖"
    r"|扫一扫.{0,20}|分享(?:到|至)|related (?:content|articles|links|stories|posts|pages|topics)"
    r"|recommended(?: .{1,20})?"
    r"|you (?:may|might) (?:also )?like|more (?:from|in|on) .{1,40}"
    r"|explore the topic|is this page useful\?"
    r"|share this(?: page)?|most (?:read|popular)|latest news|comments)[】\])\s:：>…]*",
    re.IGNORECASE,
)
IMPRINT = compiled(
    r"版权所有|ICP备|公网安备|网安备\d|网站标识码|all rights reserved"
    r"|copyright\s*(?:©|\(c\))|©\s*(?:19|20)\d\d",
    re.IGNORECASE,
)
LARGEST_IMPRINT = 600
"""Letters of the box at a page's end that says whose the site is."""
TOOL = compiled(
    r"(?:字\s*[号体]|大小?|中|小|超大|特大|标准|默认|打印(?:本页|此页)?|关闭(?:窗口|本页)?|收藏(?:本页)?|分享(?:到|至)?|点赞|转发|评论|纠错|我要纠错"
    r"|微信|微博|新浪微博|腾讯微博|朋友圈|人人网|豆瓣|QQ(?:空间|好友)?|Qzone|复制链接|关注|订阅|客户端|二维码|下载APP"
    r"|加载更多|展开(?:全文)?|返回(?:顶部|列表|首页)?|上一页|下一页|尾页|末页|上一篇|下一篇|图集|举报|朗读|播报|无障碍|繁体|简体"
    r"|A\+?|A-|T\|?T?|\+\s?\d{1,4}|x"
    r"|print|share|email|tweet|facebook|twitter|linkedin|whatsapp|copy link|save|listen|edit)",
    re.IGNORECASE,
)
BETWEEN_TOOLS = compiled(r"[\s|/·•\[\]【】<>«»():：（）,、，]+")
PAGE_LINK = compiled(
    r"[【\[]?\s*(?:\d{1,3}|上一页|下一页|首页|尾页|末页|全文|next|previous|prev)\s*[】\]]?",
    re.IGNORECASE,
)
NEIGHBOUR = compiled(
    r"\s*(?:[上下]一?[篇条]|前一篇|后一篇|previous|next)\s*[:：|]?.*", re.IGNORECASE
)
LONGEST_HEADING = 40
"""Letters."""
LEAST_SHARE = 0.3
"""Of the main text's letters: what holds more of it is no chrome, whatever it is called."""
MOST_LINKED = 0.7
"""Of a box's letters."""


def is_chrome(child: Box | Flow, share: float, *, may_list: bool = False) -> bool:
    """Whether *child*, which holds *share* of the main text, is the site's.

    *may_list*: whether it stands where the document itself may list links.
    """
    if isinstance(child, Flow):
        return _is_tool_bar(child) or _is_paging(child) or _leads_to_neighbours(child)
    role = child.attributes.get("role", "").lower()
    if share >= LEAST_SHARE or child.tag == "body":
        return False
    return (
        child.tag in TAGS
        or role in ROLES
        or (child.tag in ASIDES and not share)
        or (child.tag == "form" and not share)
        or (NAMES.search(child.names) is not None and not _holds_title(child))
        or _is_headed_so(child)
        or _is_imprint(child)
        or (not may_list and _is_link_list(child))
    )


def is_chrome_heading(child: Box | Flow) -> bool:
    """Whether what follows it is the site's: 推荐阅读."""
    if not 0 < child.letters <= LONGEST_HEADING:
        return False
    return HEADINGS.fullmatch(" ".join(child.text.split())) is not None


def _holds_title(box: Box) -> bool:
    """Whether a first heading is in it: banners and page headers hold the title as well."""
    return any(inner.tag == "h1" for inner in box.boxes())


def is_heading(child: Box | Flow) -> bool:
    """Whether *child* is a heading, or a frame around one."""
    return (
        isinstance(child, Box)
        and 0 < child.letters <= LONGEST_HEADING
        and any(box.tag in ("h1", "h2", "h3", "h4", "h5", "h6") for box in child.boxes())
    )


def _is_headed_so(box: Box) -> bool:
    first = next((flow for flow in box.flows() if flow.letters), None)
    return first is not None and first.letters < box.letters and is_chrome_heading(first)


def _is_imprint(box: Box) -> bool:
    return 0 < box.letters <= LARGEST_IMPRINT and IMPRINT.search(box.text) is not None


def _is_link_list(box: Box) -> bool:
    """Many links and little else; one link, or files to load, may be the document's."""
    if box.linked <= MOST_LINKED * box.letters or box.tag in ("p", "li", "td", "th", "tr"):
        return False
    return sum(1 for flow in box.flows() if flow.linked > MOST_LINKED * flow.letters) >= 3


def _is_tool_bar(flow: Flow) -> bool:
    """Font size, print, share and nothing else; in a cell of a table 大 may be a value."""
    if not 0 < flow.letters <= LONGEST_HEADING or flow.is_in_cell:
        return False
    words = [word for word in BETWEEN_TOOLS.split(flow.text) if word]
    is_lone_letter = len(words) == 1 and len(words[0]) == 1
    return bool(words) and not is_lone_letter and all(TOOL.fullmatch(word) for word in words)


def _leads_to_neighbours(flow: Flow) -> bool:
    """`上一篇：…`, with what comes next below it."""
    lines = [line for line in flow.text.split("\n") if line.strip()]
    return 2 * flow.linked > flow.letters > 0 and all(map(NEIGHBOUR.fullmatch, lines))


def _is_paging(flow: Flow) -> bool:
    """`【1】【2】【3】` and the like, all of it links but the page one is on."""
    return (
        0 < flow.letters <= LONGEST_HEADING
        and 2 * flow.linked >= flow.letters
        and all(
            PAGE_LINK.fullmatch(word) for word in re.split(r"\s+|(?<=[】\]])", flow.text) if word
        )
    )

"""What a line of website chrome looks like, as rules with a reason each.

Every rule is about a whole line, never about words inside one, so that
加大金融支持力度。 stays while 加大 alone in the font-size bar goes. Text is
folded before it is matched (see `folding`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from slidegen.outlining.vocabulary import IDEOGRAPH, NAME
from slidegen.patterns import compiled

Rule: TypeAlias = tuple[str, Callable[[str], object]]
"""A reason, and whether it holds for a folded line."""

_TOOL = compiled(
    r"(?:网站|返回)?首页|下载|打印|全屏|收藏|分享|分享到|分享至|字号|字体|大小|大|中|小|加大|还原|减小|放大|缩小|默认|特大|超大"
    r"|关闭|关闭窗口|打印本页|打印此页|关闭本页|收藏本页|返回|返回顶部|返回列表|返回上页|上一页|下一页|我要纠错|纠错|投稿"
    r"|登录|注册|搜索|设为首页|加入收藏|网站地图|联系我们|关于我们|无障碍|无障碍浏览|长者模式|关怀版|适老化|繁体|简体"
    r"|微信|微博|新浪微博|腾讯微博|QQ|QQ空间|朋友圈|微信扫一扫|分享到微信|复制链接|朗读|语音播报|听新闻|播报|评论|点赞"
    r"|字号变大|字号变小|字体变大|字体变小|正文复制|复制正文|复制全文|复制本文|文档简介|全文阅读|在线阅读|下载本文|下载文档|文档下载|立即下载"
    r"|免费下载|收藏本文|加入书签|快捷分享|关灯|护眼|转发|举报|A\+?|A-|T|新闻中心|手机版|电脑版|客户端|导航|更多"
    r"|home|print|share|email|save|download|menu|search|login|log in|sign in|subscribe|close",
    re.IGNORECASE,
)
_BETWEEN_TOOLS = compiled(r"[\s|/·\[\]【】<>»›:×,、()•]+")

_SITE = compiled(
    r"(?:[\u4e00-\u9fff]{1,10}(?:范文|文秘|公文|新闻|资讯|政府|党建|教育|文档|资料|信息|写作|作文|论文|日报|晚报"
    r"|人民|新华|光明|门户)网|[\u4e00-\u9fff]{0,20}(?:门户网站|网站|文库|论坛)"
    r"|(?:https?://)?[\w-]+(?:\.[\w-]+)*\.(?:com|cn|org|net|gov|edu)(?:/\S*)?)"
)

_SITE_BESIDE_HOME = compiled(rf"{_SITE.pattern}|[\u4e00-\u9fff]{{2,12}}网")
"""Beside the link to the home page, any net is a site: `清泉文稿网 首页`."""

_SITE_NAME = compiled(r"[\u4e00-\u9fff]{2,6}网")
"""A site's name alone above the title: no title is so short and ends so."""

_DOMAIN_FIRST = compiled(r"(?:www\.)?[\w-]+\.(?:com|cn|net|org)\b[^,。;]{0,40}", re.IGNORECASE)
"""`EXAMPLE.COM —— 专注公文写作`."""

_CRUMBS = compiled(
    r"(?:您|你)?(?:现在|当前|所在|目前)?的?(?:所在)?位置[:>]|(?:网站)?首页\s?(?:>+|»|›|→|/)|home\s?(?:>|»|›|/)",
    re.IGNORECASE,
)

_TRAIL = compiled(r"[\u4e00-\u9fff]{2,10}(?:\s?[>»›]+\s?[\u4e00-\u9fff]{2,10})+\s?[>»›]*")
"""A breadcrumb without a home page: `范文大全 > 讲话致辞 >`."""

_PAGE_NUMBER = compiled(
    r"[-—·~]+\s?\d{1,4}\s?[-—·~]+|第\s?\d{1,4}\s?页(?:\s?[/(,]?\s?共\s?\d{1,4}\s?页\)?)?"
    r"|\d{1,3}\s?/\s?\d{1,3}"
    r"|page\s\d{1,4}(?:\s(?:of|/)\s\d{1,4})?",
    re.IGNORECASE,
)

_HASH = compiled(r"(?=\w*\d)(?=\w*[a-f])[0-9a-f]{8,64}(?:…|\.{3})?:?")

_MARKUP = compiled(r"<[/!]?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)
_TEMPLATE_TAG = compiled(
    r"\{%.*%\}|\{\{[^{}]*\}\}|\{\{[<%].*[>%]\}\}"
    r"|\{:.*\}|\{/?::?[^{}]*\}|\{::?/[^{}]*\}"  # kramdown: {: .lead} {::callout} {:/callout}
    r"|\$(?:CTA|EndCTA|[ACDEIP!]|[A-Z]{1,3})",  # govspeak: $CTA before and after a call to act
    re.DOTALL,
)
_END_MARK = compiled(r"[-—=* ]{0,6}ENDS?[-—=* ]{0,6}")
"""`ENDS`, below a press release and above its notes to editors."""

_CREDIT = compiled(
    r"(?:[\[【]?(?:我要)?纠错[\]】]?\s?)?[\[(【]?(?:责任编辑|责编|编辑|网络编辑|值班编辑|文字编辑|美术编辑|编审|编校|校对|校审|审核|审校|审签|初审|复审|终审|一审|二审|三审"
    r"|监制|统筹|策划|排版|制作|制图|绘图|插画|漫画|海报|设计|视频|音频|剪辑|摄影|摄像|供图|供稿|图片|图片来源|图|图文|文字|文稿|撰稿|文|文/图"
    r"|录入|录入员|发布人|发布者|信息员|记者|通讯员|见习记者|实习生|签发|值班主任|值班总编)"
    r"\s?[:|丨/]\s?(?P<names>[^,。;!?]{0,60}?)[\])】]?"
)
_BYLINE = compiled(
    rf"[(]?(?:本报|本网|本刊|本台|新华社|[\u4e00-\u9fff·]{{2,14}}(?:日报|晚报|新闻|社|网|台|报))?"
    rf"(?:首席|特约|见习)?(?:记者|通讯员|评论员)\s?:?\s?{NAME}(?:[ 、,]{{1,3}}{NAME}){{0,6}}[)]?"
)
_CAPTION = compiled(
    r".{0,120}(?:记者|通讯员|摄影|图片|新华社|中新社).{0,24}(?:摄|摄影|供图|图|发)\)?"
    r"|.{0,12}资料图片?。?|图为.{2,50}"
    rf"|.{{0,40}}。\s?\S{{0,16}}(?:记者|通讯员)\s?{NAME}(?:[ 、]{NAME}){{0,3}}"
)
_REPORTING = compiled(
    r".{2,24}?(?:同志(?:在.{2,30}上)?作.{0,8}(?:报告|讲话)。?"
    r"|(?:在.{2,30}上)?作.{0,8}(?:报告|讲话)。)"
)
"""`某某同志作政府工作报告。`: what the picture above the text shows."""

_BLURB = compiled(
    r".*(?:小编|本文库|本网站).{0,14}(?:整理|收集|搜集|分享|准备|带来|推荐|编辑).{0,120}"
)
"""`下面是小编为大家整理的…,希望对大家有所帮助。`"""

_LURE = compiled(
    r"\(?(?:未完|本章未完).{0,40}|.{0,30}全文共\s?\d+\s?字.{0,30}|.{0,40}预计阅读时长.{0,20}"
    r"|\(?请认真阅读(?:下面|以下|下方)的?(?:提示|说明).{0,10}"
    r"|(?:请?(?:点击|单击|戳)|扫一扫|扫码|扫描(?:下方|上方)?二维码|长按|识别二维码"
    r"|关注(?:我们|公众号|微信)|加微信|阅读原文|查看(?:原文|全文|更多)"
    r"|(?:下载|展开|阅读)(?:全文|原文|更多)|未完待续|欢迎(?:关注|订阅|转发|投稿)|分享(?:到|至)"
    r"|转载请注明).{0,40}"
    r"|.{0,10}(?:预览|试读|阅读)(?:阅读)?(?:已|到此)?(?:结束|完毕|到(?:末页|尾页|底)).{0,40}"
    r"|.{0,12}(?:需要|想要|获取|索取)(?:本文)?(?:全文|完整版|原稿|代[笔写]).{0,40}"
)
_MORE = compiled(
    r"(?:想了解|查看|阅读)?更多.{0,16}(?:文章|内容|范文|资讯|信息|资料).{0,6}(?:请|敬请|欢迎).{0,4}"
    r"(?:关注|点击|访问|浏览|查看|收藏).{0,30}|(?:本文|文章)(?:关键[词字]|标签)\s?:.{1,60}"
)
"""`更多相关文章请关注…栏目`, `本文关键词:…`."""
_POINTING = compiled(r".*[👉👈👇☞].*|[》>]{2,}.{1,30}[《<]{2,}")

_DISCLAIMER = compiled(
    r"\(?(?:免责声明|版权声明|版权说明|特别声明|声明|温馨提示|友情提示|提示|说明)\s?[:!]"
    r".*(?:转载|版权|侵权|仅供(?:预览|学习)|预览|不代表本).*"
)

_RELATED = compiled(
    r"[-—=*【\[(\s]{0,6}"
    r"(?:相关(?:阅读|报道|文章|链接|文档|新闻|推荐|内容|稿件|资讯|资料|信息|附件下载|专题)"
    r"|推荐(?:阅读|文章)|延伸阅读|热门(?:推荐|文章|新闻|阅读)|最近更新|最新(?:文章|更新|发布)"
    r"|猜你喜欢|为您推荐|大家都在看|精彩推荐|往期(?:推荐|回顾|精选)|(?:热点|点击|阅读)排行"
    r"|友情链接|网友评论|发表评论|评论区|用户评论"
    r"|related (?:articles|content|links|pages|posts|stories)|recommended"
    r"|you may also like|more (?:like this|from .{1,30}))"
    r"[-—=*】\])\s:>…]{0,6}",
    re.IGNORECASE,
)
_RIGHTS = compiled(
    r".{0,60}未经(?:书面)?(?:授权|许可|允许|同意).{0,8}(?:不得|禁止|请勿|严禁).{0,6}(?:转载|使用|复制).{0,20}"
    r"|[(]?本文(?:来自|来源于).{2,24},.{0,24}(?:下载|关注|访问).{0,30}"
)
"""`某某新闻,未经授权不得转载`"""
_FORMER_TITLE = compiled(r"[(]?(?:本文)?原(?:标|文标)?题\s?[:为]\s?.{2,80}")
"""`(原题为《…》)`: the heading that another paper gave it."""
_KEYWORDS = compiled(r"(?:关键[词字]|标签|tags?)\s?(?:[:>-]|>>|»)\s?.{1,60}", re.IGNORECASE)
_NEIGHBOUR = compiled(
    r"[\[【]?(?:上|下)(?:一)?(?:篇|条|页)(?:文章|新闻|信息)?[\]】]?\s?(?:[:|].*|)"
)

_IMPRINT = compiled(
    r".{0,40}(?:版权所有|ICP备|公网安备|网安备|网站标识码|all rights reserved).{0,80}"
    r"|(?:copyright|©|\(c\)\s?(?:19|20)\d\d).{0,80}",
    re.IGNORECASE,
)
_HOST = compiled(
    r"(?:主办|承办|主办单位|承办单位|技术支持|网站维护|运维单位|备案号|地址|邮编|电话|联系电话)"
    r"\s?[:丨|].{2,60}"
)

_BANNER = compiled(
    r"[-—=*·~]{1,6}\s?(?:[A-Za-z ]{2,20}|完|全文完|正文结束)\s?[-—=*·~]{1,6}|end", re.IGNORECASE
)
"""`--RECOMMEND--`, `— END —`."""

_ENGLISH = compiled(
    r"skip to (?:main )?content|share this(?: page| article)?\b.{0,20}|print this(?: page)?"
    r"|(?:back|return) to top"
    r"|follow us\b.{0,40}|(?:sign up|subscribe).{0,20}(?:newsletter|mailing list).{0,20}"
    r"|click here\b.{0,60}|read more\b.{0,40}"
    r"|(?:was this page helpful|is this page useful)\?.{0,20}"
    r"|on this page|table of contents|advertisement|an official website of .{2,80}"
    r"|cookies? (?:policy|settings)\b.{0,20}",
    re.IGNORECASE,
)

_SCRAPE = compiled(
    r"(?:[-*]\s?)?(?:url|网址|链接|(?:原文|来源)(?:链接|网址|地址|url)|页面地址|语料编号|md5|sha256"
    r"|(?:抓取|采集|爬取|入库|下载)(?:时间|日期|方式)|文种|状态|编码|哈希)\s?:\s?\S.{0,300}",
    re.IGNORECASE,
)


_STAMP = compiled(r"(?:page )?last (?:updated|modified|reviewed)\b.{0,60}", re.IGNORECASE)
"""Below the text it is the page's; above it is the only date that some pages have."""


def _whole(pattern: re.Pattern[str]) -> Callable[[str], object]:
    return pattern.fullmatch


def _start(pattern: re.Pattern[str]) -> Callable[[str], object]:
    return pattern.match


def _only_decoration(line: str) -> bool:
    return len(line) >= 3 and all(sign in "-=_*~·|×>#+<—•◆■●★☆ " for sign in line)


def _only_signs(line: str) -> bool:
    """Crumbs of the page that hold no word: `|`, `×`, `】`."""
    return not any(sign.isalnum() for sign in line) and line not in ("(", "……", "…", "——", "。")


def _only_markup(line: str) -> bool:
    bare, tags = _MARKUP.subn("", line)
    return tags > 0 and not any(sign.isalnum() for sign in bare)


def is_comment(line: str) -> bool:
    """Whether the line is an HTML comment, which a browser would not show."""
    return line.startswith("<!--") and line.endswith("-->")


SCRAMBLED = "scrambled characters"


def _is_scrambled(line: str) -> bool:
    """Keyboard noise that forums put between lines: `, [* {$ k9 Q+ i' k5 r\\" z! U`."""
    words = line.split()
    return (
        len(words) >= 5
        and not IDEOGRAPH.search(line)
        and sum(map(len, words)) <= 2.5 * len(words)
        and sum(not (sign.isalnum() or sign == " ") for sign in line) >= 3
    )


_TAIL = compiled(r"(?<=[^\x00-\x7f])[,.;:!?)]?(?P<noise>[ -~]+)$")


def scrambled_tail(line: str) -> int:
    """Where the keyboard noise begins that *line* ends in; the length of the line if none does."""
    match = _TAIL.search(line)
    return match.start("noise") if match and _is_scrambled(match["noise"]) else len(line)


def _words(line: str) -> list[str]:
    return [word for word in _BETWEEN_TOOLS.split(line) if word]


def _is_tool_bar(line: str) -> bool:
    """Font size, print and share: `【字体:大 中 小】`, `打印本页 关闭窗口`."""
    words = _words(line)
    return bool(words) and all(_TOOL.fullmatch(word) for word in words)


_BETWEEN_CRUMBS = compiled("[>»›]")
_COLUMN = compiled(r"[\u4e00-\u9fff]{2,6}")


def _is_menu(line: str) -> bool:
    """The site's columns in a row, its home page first: `首页 | 新闻 | 政务`."""
    words = _words(line)
    return (
        len(words) >= 3
        and not _BETWEEN_CRUMBS.search(line)
        and words[0] in ("首页", "网站首页")
        and all(_COLUMN.fullmatch(word) for word in words)
    )


def _is_site_header(line: str) -> bool:
    if _DOMAIN_FIRST.fullmatch(line):
        return True
    words = _words(line)
    site = _SITE_BESIDE_HOME if "首页" in words else _SITE
    return (
        0 < len(words) <= 8
        and any(site.fullmatch(word) for word in words)
        and all(site.fullmatch(word) or _TOOL.fullmatch(word) for word in words)
    )


def _begins_with_tool_bar(line: str) -> bool:
    """A bar with what follows it on the page stuck to it: `打印本页 关闭窗口 …`."""
    words = _words(line)
    return len(words) > 2 and all(len(word) > 2 and _TOOL.fullmatch(word) for word in words[:2])


_NO_NAME = compiled(r"[请\d]")


def _is_credit(line: str) -> bool:
    match = _CREDIT.fullmatch(line)
    return match is not None and not _NO_NAME.search(match["names"])


ANYWHERE: Sequence[Rule] = (
    ("page number", _whole(_PAGE_NUMBER)),
    ("comment", is_comment),
    ("template tag", _whole(_TEMPLATE_TAG)),
    ("markup", _only_markup),
    ("decoration", _only_decoration),
    ("end mark", _whole(_END_MARK)),
    ("hash", _whole(_HASH)),
    (SCRAMBLED, _is_scrambled),
    ("link lure", _whole(_POINTING)),
)
"""What can only be the page's, wherever it stands."""

AT_EDGES: Sequence[Rule] = (
    ("page tools", _is_tool_bar),
    ("page tools", _is_menu),
    ("site header", _is_site_header),
    ("breadcrumb", _start(_CRUMBS)),
    ("credits", _is_credit),
    ("credits", _whole(_BYLINE)),
    ("photo caption", _whole(_CAPTION)),
    ("link lure", _whole(_LURE)),
    ("disclaimer", _whole(_DISCLAIMER)),
    ("site blurb", _whole(_BLURB)),
    ("page tools", _whole(_ENGLISH)),
    ("site footer", _whole(_IMPRINT)),
    ("page tools", _only_signs),
)
"""What is the page's before the text begins or after it has ended."""

AT_HEAD: Sequence[Rule] = (
    *AT_EDGES,
    ("site header", _whole(_SITE_NAME)),
    ("breadcrumb", _whole(_TRAIL)),
    ("scrape metadata", _whole(_SCRAPE)),
    ("photo caption", _whole(_REPORTING)),
)

AT_TAIL: Sequence[Rule] = (
    *AT_EDGES,
    ("disclaimer", _whole(_RIGHTS)),
    ("page tools", _whole(_KEYWORDS)),
    ("credits", _whole(_FORMER_TITLE)),
    ("page tools", _whole(_STAMP)),
    ("related links", _whole(_RELATED)),
    ("related links", _whole(_NEIGHBOUR)),
    ("link lure", _whole(_MORE)),
    ("page tools", _begins_with_tool_bar),
    ("page tools", _whole(_BANNER)),
)

BESIDE_TAIL: Sequence[Rule] = (*AT_TAIL, ("site footer", _whole(_HOST)))
"""What is the page's when it stands directly above more of the page."""

OPENS_TAIL: Sequence[Rule] = (
    ("related links", _whole(_RELATED)),
    ("related links", _whole(_NEIGHBOUR)),
    ("link lure", _whole(_MORE)),
    ("link lure", _whole(_LURE)),
    ("disclaimer", _whole(_DISCLAIMER)),
    ("page tools", _begins_with_tool_bar),
    ("site footer", _whole(_IMPRINT)),
)
"""Lines below which there is nothing but the page."""


def reason_for(rules: Sequence[Rule], line: str) -> str | None:
    """Why *line*, folded and stripped, is dropped by *rules*; None if it is not."""
    if len(line) > 400:  # a paragraph of that length is text, or a whole document
        return None
    return next((reason for reason, holds in rules if holds(line)), None)

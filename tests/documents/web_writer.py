"""An original as a page of an agency's website, amid what such pages have around the text."""

from __future__ import annotations

from html import escape

from documents.original import Original

TAGS = {"title": "h1", "heading 1": "h2", "heading 2": "h3", "paragraph": "p"}
PAGES = {
    "zh": """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}_青溪市人民代表大会网</title>
<style>p {{ text-indent: 2em }}</style><script>var page = "detail";</script></head>
<body><div class="header"><ul class="nav"><li><a href="/">首页</a></li>
<li><a href="/news">新闻动态</a></li><li><a href="/open">信息公开</a></li></ul></div>
<div class="location">当前位置：<a href="/">首页</a> &gt; <a href="/open">信息公开</a></div>
<div class="article"><h1>{title}</h1>
<div class="content" id="zoom">
{body}
</div></div>
<div class="related"><h3>相关链接</h3><ul><li><a href="/1.html">常委会会议公告</a></li>
<li><a href="/2.html">执法检查通知</a></li></ul></div>
<div class="footer">主办：青溪市人民代表大会常务委员会办公室　<a href="/map">网站地图</a></div>
</body></html>
""",
    "en": """<!DOCTYPE html>
<html lang="en-US"><head><meta charset="utf-8"><title>{title} | Harlan County</title>
<script>var page = "report";</script></head>
<body><header><nav><a href="/">Home</a> <a href="/board">Board</a> <a href="/roads">Roads</a>
</nav></header>
<main><article><h1>{title}</h1>
{body}
</article></main>
<aside><h2>Related pages</h2><ul><li><a href="/closures">Road closures</a></li>
<li><a href="/jobs">Jobs</a></li></ul></aside>
<footer>Copyright Harlan County. <a href="/privacy">Privacy</a></footer>
</body></html>
""",
}


def web_page_of(original: Original, *, headings: bool) -> bytes:
    """*headings*: whether they have tags of their own, or are paragraphs, as on most pages
    of Chinese agencies."""
    body = "\n".join(
        f"<{tag}>{escape(part.text)}</{tag}>"
        for part in original.parts
        if part.kind != "title"
        for tag in [TAGS[part.kind] if headings else "p"]
    )
    page = PAGES[original.language].format(title=escape(original.title), body=body)
    return page.encode()

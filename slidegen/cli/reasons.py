"""Why a line was left out, in Chinese; the rules themselves name it in English."""

from __future__ import annotations

from collections.abc import Mapping

REASONS: Mapping[str, str] = {
    "breadcrumb": "网站导航",
    "comment": "注释标记",
    "cover label": "封面标签",
    "credits": "编辑署名",
    "decoration": "装饰符号",
    "disclaimer": "免责声明",
    "front matter": "文档头部元数据",
    "hash": "校验码",
    "letterhead": "版头",
    "link lure": "引流文字",
    "mark of an outline": "大纲标记",
    "markup": "网页代码",
    "page number": "页码",
    "page record": "网页信息栏",
    "page tools": "网页工具栏",
    "photo caption": "图片说明",
    "publication line": "发布信息",
    "related links": "相关链接",
    "repeated title": "重复的标题",
    "said before on the cover": "与封面重复",
    "scrambled characters": "乱码",
    "scrape metadata": "抓取信息",
    "site blurb": "网站简介",
    "site footer": "网站页脚",
    "site header": "网站页眉",
    "style sheet": "样式代码",
    "table of contents": "原文目录",
    "template tag": "模板标记",
}

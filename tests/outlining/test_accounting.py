"""Nothing is lost and nothing is said twice, whatever is thrown at the outliner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.document import Block, Document, passages
from slidegen.outline import Outline
from slidegen.outlining import make_outline
from slidegen.passage import Passage
from slidegen.reading import read

LINES = (
    "绿野公文网 首页",
    "下载",
    "【字号：",
    "在全县茶产业大会上的讲话",
    "县政府办公室关于印发《茶园管理",
    "办法》的通知",
    "——2026年1月26日在江州县第十届",
    "人民代表大会第五次会议上",
    "（2024年4月13日）",
    "2024-12-05 绿野公文网",
    "来源：江州日报  浏览次数：12",
    "江政发〔2024〕12号",
    "县长 王小山",
    "张文山",
    "TO: All branch librarians",
    "SUBJECT: Opening hours",
    "各乡镇人民政府：",
    "各位代表：",
    "各位代表！让我们携手奋进。",
    "谢谢大家！",
    "2010年4月10日 县人民代表大会常务委员会第二十次会议通过",
    "茶产业是富民产业，要做大做强，带动群众增收致富，推动乡村振兴，建设美丽家园，造福子孙后代。",
    "一、做强品牌",
    "（一）统一标准。制定绿茶标准。（二）统一包装。",
    "一是扩大面积；二是提高单产。",
    "第三条 本办法由县政府解释。",
    "- 2 -",
    "附件：1.登记表",
    "2.填表说明",
    "附件1",
    "名词解释",
    "[1]总分馆制：指统一管理。",
    "县人民政府办公室",
    "2020年12月7日",
    "（此件公开发布）",
    "（作者为县图书馆馆长）",
    "责任编辑：",
    "相关阅读",
    "（2024年1月5日，根据录音整理）",
    "• 发文字号:",
    "江州县人民政府令",
    "City Library Services",
    "# 图书馆规划",
    "THE WHITE HOUSE",
    "STATEMENT OF",
    "Mayor Rosa Delgado",
    "Delivered on: 13 June 2023 (Transcript of the speech)",
    "Remarks by Jane Stone at the Guildhall, York",
    "From: Ministry for Rivers and Sir Peter Hall MP",
    "Location: Guildhall, York",
    "Published 14 June 2023",
    "Held on Tuesday 21 May 2024 at 10.00am",
    "Dear Chair Porter:",
    "Executive Summary",
    "HOW TO APPLY",
    "SUMMARY: The Service proposes to open two reading rooms in the port.",
    "Goal 1: Expand access",
    "Section 1. Purpose. Reading rooms are a cornerstone of civic life.",
    "1.1 There are 1,830 village libraries in England, and their number has fallen.",
    "^You need a permit before you trade.^",
    "{: .lead}",
    "Notes to editors",
    "Yours sincerely,",
    "May 6, 2022.",
    "## 第一部分",
    "---",
    "- 项目一",
    "> 引文",
    "",
)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.sampled_from(LINES), min_size=1, max_size=24), st.sampled_from(["text", "markdown"])
)
def test_every_letter_of_a_document_ends_in_one_place(lines: list[str], format: str) -> None:
    source = "\n".join(["图书馆", *lines])
    document = read(source.encode(), format=format)

    outline = make_outline(document)

    assert not _lost(document, outline)
    assert not _doubled(outline)


def _lost(document: Document, outline: Outline) -> set[tuple[int, int]]:
    facts = (
        outline.title,
        outline.subtitle,
        outline.occasion,
        outline.speaker,
        outline.organisation,
        outline.classification,
        outline.date,
        outline.source,
        outline.salutation,
    )
    there = _letters(_words(document.blocks))
    return set(there) - set(_letters(facts)) - set(_letters(_contents(outline)))


def _doubled(outline: Outline) -> list[tuple[int, int]]:
    """Letters in two of the places that hold text; a fact may point into after-matter."""
    counted = _letters((*_contents(outline), outline.title, outline.salutation))
    return [place for place, times in counted.items() if times > 1]


def _contents(outline: Outline) -> list[Passage]:
    found = [*_words(outline.opening), *_words(outline.closing), *_words(outline.after_matter)]
    for section in outline.walk():
        found += [section.text, *_words(section.body)]
    return found + [
        dropped.passage for dropped in outline.dropped if dropped.reason != "front matter"
    ]


def _words(blocks: Iterable[Block]) -> list[Passage]:
    return [passage for block in blocks for passage in passages(block)]


def _letters(found: Iterable[Passage]) -> Counter[tuple[int, int]]:
    """Where letters and figures stand; punctuation may fall between two places."""
    return Counter(
        (run.line, run.start + offset)
        for passage in found
        for run in passage.runs
        for offset, letter in enumerate(run.text)
        if letter.isalnum()
    )

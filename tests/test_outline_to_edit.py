"""An outline in Markdown, unedited, gives the deck of its source; edited, exactly what it says."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from budget import texts
from documents import SAMPLES
from slidegen.asking import options_for, wishes_of
from slidegen.budget import changed, within_budget
from slidegen.deck import ChartSlide, Closing, Deck, Pointed, TableSlide
from slidegen.document import Document, Picture, Table
from slidegen.errors import SlidegenError
from slidegen.notices import Notice, ignore
from slidegen.options import Detail
from slidegen.outlining import make_outline
from slidegen.pipeline import Conversion, convert
from slidegen.planning import condensed, plan
from slidegen.point import EDITED
from slidegen.reading import read
from slidegen.theme_file import load_theme
from slidegen.writing.outline_markdown import outline_as_markdown
from slidegen.writing.text import as_text

LONG_SPEECH = texts.speech((3, 6, 2, 4))
LONG_LAW = texts.law(4, 8)
TABLES = texts.with_tables(4, (5, 30))

DETAILS: tuple[Detail, ...] = ("outline", "standard", "full")
CASES = Path(__file__).parent / "documents" / "to_edit"
FIXTURES = sorted(path for path in CASES.iterdir() if path.suffix in (".txt", ".md"))
SPEECH = CASES / "speech.txt"


def outline_of(
    source: Path | bytes,
    detail: Detail = "standard",
    *,
    format: str = "text",
    most: int | None = None,
) -> str:
    document = read(source, format=None if isinstance(source, Path) else format)
    options = options_for(document, {"detail": detail, "max_slides": most})
    outline = make_outline(document, language=options.language)
    kept = within_budget(outline, options, load_theme(options.theme, options.aspect))
    shown = condensed(kept.outline, detail)
    return outline_as_markdown(shown, detail, wishes_of(document), changed(options, kept.options))


def deck_of(document: Document, detail: Detail | None = None) -> Deck:
    options = options_for(document, {"detail": detail})
    return plan(make_outline(document, language=options.language), options)


def dump(deck: Deck) -> str:
    """Without places, which are another file's, and without the reasons for points."""
    slides = (
        replace(slide, points=tuple(replace(point, why="") for point in slide.points))
        if isinstance(slide, Pointed)
        else slide
        for slide in deck.slides
    )
    text = as_text(replace(deck, slides=tuple(slides)))
    text = re.sub(r"\[\d+:\d+-\d+(?: \d+:\d+-\d+)*\] |^ +from .*\n", "", text, flags=re.MULTILINE)
    # What front matter asks for is a label, and a fact once it is in an outline.
    text = re.sub(r"^  classification: <(.*)>$", r"  classification: \1", text, flags=re.MULTILINE)
    return re.sub(r"[ \xa0]+$", "", text, flags=re.MULTILINE)


def said(made: Conversion) -> list[object]:
    """What each slide of the written file shows and says."""
    from slidegen.writing.read_back import read_back

    return [
        ([text.text for text in slide.texts], slide.notes)
        for slide in read_back(made.pptx, made.stages.theme)
    ]


def points_of(markdown: str) -> list[str]:
    """What the slides of an outline show as points."""
    deck = deck_of(read(markdown.encode(), format="markdown"))
    return [
        str(point.passage)
        for slide in deck.slides
        if isinstance(slide, Pointed)
        for point in slide.points
    ]


# Unedited


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("path", (*SAMPLES, *FIXTURES), ids=lambda path: path.stem)
def test_the_deck_is_that_of_the_source(path: Path, detail: Detail) -> None:
    written = read(outline_of(path, detail).encode(), format="markdown")

    assert dump(deck_of(written)) == dump(deck_of(read(path), detail))


@pytest.mark.parametrize("path", (*SAMPLES, *FIXTURES), ids=lambda path: path.stem)
def test_the_file_says_what_that_of_the_source_says(path: Path) -> None:
    made = convert(outline_of(path).encode(), format="markdown")

    assert said(made) == said(convert(path))
    assert made.report["checks"] == {**made.report["checks"], "verbatim": 1.0, "edited": 0}


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_an_outline_of_an_outline_is_the_same(path: Path) -> None:
    first = outline_of(path)

    assert outline_of(first.encode(), format="markdown") == first


@pytest.mark.parametrize("most", [2, 4, 7, 10, 16])
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_a_budget_need_not_be_repeated(path: Path, most: int) -> None:
    first = convert(outline_of(path, most=most).encode(), format="markdown")

    assert said(first) == said(convert(path, max_slides=most))


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("most", [3, 9, 20])
@pytest.mark.parametrize("text", [LONG_SPEECH, LONG_LAW, TABLES], ids=["speech", "law", "tables"])
def test_nor_for_longer_documents(text: str, most: int, detail: Detail) -> None:
    source, format = text.encode(), "markdown" if text is TABLES else "text"
    outline = outline_of(source, detail, format=format, most=most)
    first = convert(outline.encode(), format="markdown")

    assert said(first) == said(convert(source, format=format, detail=detail, max_slides=most))
    assert first.report["checks"]["edited"] == 0


def test_what_is_in_the_notes_only_can_be_shown_by_hand() -> None:
    outline = outline_of(TABLES.encode(), format="markdown", most=6)
    shown = deck_of(read(outline.replace("<!-- notes only -->", "").encode(), format="markdown"))
    hidden = deck_of(read(outline.encode(), format="markdown"))

    assert not any(isinstance(slide, TableSlide) for slide in hidden.slides)
    assert any(isinstance(slide, TableSlide) for slide in shown.slides)


def test_a_budget_for_an_outline_changes_nothing_and_is_answered_by_a_notice() -> None:
    heard: list[Notice] = []
    whole = convert(outline_of(SPEECH).encode(), format="markdown")
    made = convert(
        outline_of(SPEECH).encode(), format="markdown", max_slides=3, report=heard.append
    )

    assert [(n.kind, n.counts) for n in heard] == [("max-slides", True)]
    assert made.pptx == whole.pptx


def test_notes_can_be_asked_for_as_of_the_source() -> None:
    first = convert(outline_of(SPEECH).encode(), format="markdown", notes="points")

    assert said(first) == said(convert(SPEECH, notes="points"))


SIGNS = (
    "*星号*和**两个**",
    "_下划线_与snake_case",
    "# 号与#话题#",
    "> 大于号",
    "1. 数字开头",
    "1) 数字括号",
    "- 横线开头",
    "+ 加号",
    "a|b|竖线",
    "`反引号`和``两个``",
    "[x] 方括号",
    "[文字](http://example.org)不是链接",
    "![图](a.png)",
    "[^1]不是脚注",
    "<b>标签</b>与<!-- 注释 -->",
    "&amp;与&#12288;与AT&T",
    "全角　空格",
    "反斜杠\\与\\*",
    "~~删除~~",
    "---",
    "===",
    "```",
    "（一）括号编号",
    "第三条的规定",
    "①圈号",
    "http://example.org/a_b_c*d",
    "C# 与 F#",
    "- 2 -",
    "| 一 | 二 |",
    "**第一**重点",
    "２.全角",
)


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("sign", SIGNS)
def test_signs_of_markdown_are_words(sign: str, detail: Detail) -> None:
    text = (
        f"某县工作总结\n\n一、{sign}的情况\n\n（一）关于{sign}\n\n{sign}，推进工作落实到位。"
        f"{sign}完成投资3亿元，同比增长12%。\n\n（二）其他\n\n办成实事10件，包括{sign}。\n\n"
        f"二、打算\n\n{sign}\n\n新建公园46个，{sign}。\n"
    )
    document = read(text.encode(), format="text")
    written = read(outline_of(text.encode(), detail).encode(), format="markdown")

    assert dump(deck_of(written)) == dump(deck_of(document, detail))


WORDS = st.text(
    st.sampled_from(list("ab1２中文，。：；（）、 　*_#>`|[]()<>&!-+=~\\\"'“”《》.①\t")),
    max_size=30,
)


@given(st.lists(st.tuples(st.sampled_from(("", "一、", "（一）", "- ", "1. ")), WORDS), max_size=9))
@settings(max_examples=60, deadline=None)
def test_any_words_come_back(lines: list[tuple[str, str]]) -> None:
    text = "某市工作报告\n\n" + "\n\n".join(f"{mark}{words}情况良好" for mark, words in lines)
    document = read(text.encode(), format="text")
    written = read(outline_of(text.encode()).encode(), format="markdown")

    assert dump(deck_of(written)) == dump(deck_of(document, "standard"))


def test_pictures_are_in_the_outline(tmp_path: Path) -> None:
    from io import BytesIO

    from PIL import Image

    data = BytesIO()
    Image.new("RGB", (4, 3), "red").save(data, "PNG")
    (tmp_path / "a.png").write_bytes(data.getvalue())
    source = tmp_path / "a.md"
    source.write_text("# 报告\n\n## 概况\n\n全貌如下：\n\n![河岸](a.png)\n", encoding="utf-8")
    written = read(outline_of(source).encode(), format="markdown")
    pictures = [block for block in written.blocks if isinstance(block, Picture)]

    assert [picture.data for picture in pictures] == [data.getvalue()]
    assert dump(deck_of(written)) == dump(deck_of(read(source), "standard"))


def test_covered_cells_and_rows_of_the_head_come_back() -> None:
    """Which only Word and the like have; here of an outline."""
    rows = "| 区 | 水量 | ← |\n| --- | --- | --- |\n| ↑ | 计划 | 实际 |\n| 东区 | 12 | 13 |"
    outline = (
        "---\nslidegen: outline\n---\n\n# 报告\n\n## 指标\n\n*各区如下*\n\n"
        f"<!-- header rows: 2 -->\n\n{rows}\n"
    )
    (section,) = make_outline(read(outline.encode(), format="markdown")).sections
    (table,) = section.body
    assert isinstance(table, Table)

    assert table.header_rows == 2
    assert str(table.announcement) == "各区如下"
    assert [[(c.columns, c.rows) for c in row] for row in table.rows[:2]] == [
        [(1, 2), (2, 1)],
        [(1, 1), (1, 1)],
    ]
    assert rows in outline_of(outline.encode(), format="markdown")


@pytest.mark.parametrize("above", ["", "表1 各年产值\n\n", "各年产值如下：\n\n"])
def test_what_a_table_counts_comes_back(above: str) -> None:
    source = (
        f"# 报告\n\n## 概况\n\n产业规模持续扩大。\n\n{above}单位：万元\n\n"
        "| 年份 | 产值 |\n| --- | --- |\n| 2022年 | 812 |\n| 2023年 | 905 |\n| 2024年 | 1034 |\n"
    ).encode()
    written = outline_of(source, format="markdown")
    again = deck_of(read(written.encode(), format="markdown"))

    assert "*单位：万元* <!-- unit -->" in written
    assert any(isinstance(slide, ChartSlide) for slide in again.slides)
    assert dump(again) == dump(deck_of(read(source, format="markdown"), "standard"))


# Edited


def test_a_point_that_a_person_wrote_is_theirs() -> None:
    outline = outline_of(SPEECH)
    first = next(line for line in outline.splitlines() if line.startswith("- "))
    edited = outline.replace(first, "- 到2031年建成99座驿站，惠及*三*成居民", 1)
    made = convert(edited.encode(), format="markdown")
    rows = [row for slide in made.report["slides"] for row in slide["points"]]
    theirs = [row for row in rows if row.get("edited")]

    assert "".join(row["text"] for row in theirs) == "到2031年建成99座驿站，惠及三成居民"
    assert made.report["checks"]["edited"] == 1
    assert made.report["checks"]["verbatim"] == 1.0


def test_the_punctuation_of_a_person_is_theirs() -> None:
    outline = outline_of(SPEECH).replace("\n- ", "\n- 我写的,如此(照旧)\n- ", 1)

    assert "我写的,如此(照旧)" in points_of(outline)


def test_a_point_that_stands_in_the_text_is_not_edited() -> None:
    outline = outline_of(SPEECH)
    text = next(line for line in outline.splitlines() if line.startswith("> "))
    words = text.removeprefix("> ").split("。")[0]
    made = convert(outline.replace(text, f"- {words}\n\n{text}", 1).encode(), format="markdown")
    rows = [row for slide in made.report["slides"] for row in slide["points"]]

    assert words in [row["text"] for row in rows]
    assert not any(row.get("edited") for row in rows)


def test_a_deleted_section_is_gone_and_a_renamed_one_renamed() -> None:
    outline = outline_of(SPEECH)
    last = outline.index("\n## 二、")
    end = outline.index("\n## ", last + 1)
    shorter = outline[:last] + outline[end:]
    deck = deck_of(read(shorter.replace("## 一、", "## 一、新", 1).encode(), format="markdown"))
    names = list(map(str, deck.sections))

    assert not any("保障" in name for name in names)
    assert names[1].startswith("新")


def test_points_may_be_added_at_any_depth() -> None:
    outline = outline_of(SPEECH)
    added = outline.replace("\n## 二、", "\n#### 补充\n\n- 甲\n  - 乙\n    - 丙\n\n## 二、", 1)

    assert [words for words in points_of(added) if words in "甲乙丙"] == ["甲", "乙", "丙"]


def test_the_closing_call_may_be_reworded() -> None:
    outline = outline_of(SPEECH)
    place = outline.index("<!-- closing -->")
    call = re.search(r"^- (.*)$", outline[place:], re.MULTILINE)
    assert call is not None
    edited = outline[:place] + outline[place:].replace(call[0], "- 说干就干！", 1)
    deck = deck_of(read(edited.encode(), format="markdown"))

    assert [str(slide.call) for slide in deck.slides if isinstance(slide, Closing)] == [
        "说干就干！"
    ]


def test_another_detail_is_answered_by_a_notice() -> None:
    heard: list[Notice] = []
    made = convert(
        outline_of(SPEECH).encode(), format="markdown", detail="full", report=heard.append
    )

    assert [notice.kind for notice in heard if notice.kind == "points-given"]
    assert said(made) == said(convert(SPEECH))


THEIRS = st.text(
    st.sampled_from(list("甲乙丙丁戊己庚辛壬癸123，、：“”（）")), min_size=1, max_size=12
).map(lambda words: f"鑫{words}鑫")


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_random_edits_are_kept_exactly(data: st.DataObject) -> None:
    """Bullets deleted, reworded, moved within their list: what is left is what is shown."""
    lines = outline_of(SPEECH).split("\n")
    start = next(i for i, line in enumerate(lines) if line.startswith("## 一、"))
    end = next(i for i, line in enumerate(lines) if "<!-- closing -->" in line)
    before = [line.strip("- *") for line in lines[start:end] if line.lstrip().startswith("- ")]
    wanted: list[str] = []
    for number in range(start, end):
        if not lines[number].startswith("- "):
            continue
        match data.draw(st.sampled_from(("keep", "delete", "reword", "swap"))):
            case "delete":
                lines[number] = ""
            case "reword":
                lines[number] = "- " + data.draw(THEIRS)
            case "swap" if lines[number + 1].startswith("- "):
                lines[number : number + 2] = [lines[number + 1], lines[number]]
            case _:
                pass
        wanted += [lines[number].removeprefix("- ")] if lines[number] else []
    shown = points_of("\n".join(lines))
    theirs = [words for words in shown if words.startswith("鑫") or words in before]

    assert theirs == wanted
    convert("\n".join(lines).encode(), format="markdown")


def test_edited_points_are_known_in_the_deck() -> None:
    outline = outline_of(SPEECH).replace("\n- ", "\n- 另加一条\n- ", 1)
    deck = deck_of(read(outline.encode(), format="markdown"))
    points = [p for slide in deck.slides if isinstance(slide, Pointed) for p in slide.points]

    assert [str(point.passage) for point in points if point.why == EDITED] == ["另加一条"]


# Real documents

CORPUS = os.environ.get("SLIDEGEN_CORPUS")


@pytest.mark.skipif(not CORPUS, reason="SLIDEGEN_CORPUS names no folder of documents")
@pytest.mark.parametrize("detail", DETAILS)
def test_real_documents_come_back(detail: Detail) -> None:
    suffixes = (".txt", ".md", ".docx", ".html")
    files = sorted(path for path in Path(CORPUS or "").rglob("*") if path.suffix in suffixes)
    compared = 0
    other: list[str] = []
    for file in files:
        try:
            source = read(file, report=ignore)
            written = read(outline_of(file, detail).encode(), format="markdown")
        except SlidegenError:
            continue
        compared += 1
        if dump(deck_of(written)) != dump(deck_of(source, detail)):
            other.append(file.name)

    assert compared
    assert not other

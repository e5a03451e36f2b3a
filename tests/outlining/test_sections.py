"""What a section says of itself, and headings that Markdown marks or half marks."""

from __future__ import annotations

from slidegen.document import Document, Heading, Paragraph, Quote
from slidegen.outline import Section
from slidegen.outlining import make_outline
from slidegen.outlining.nesting import sections_of
from slidegen.passage import Passage, Style
from slidegen.reading import read


def paragraph(text: str, line: int = 1) -> Paragraph:
    return Paragraph(Passage.of_line(text, line))


def sections(markdown: str) -> tuple[Section, ...]:
    document = read(markdown.encode(), format="markdown")
    return sections_of(document.blocks, document.lines)[1]


def test_a_run_in_heading_leaves_the_rest_of_its_paragraph_to_the_body() -> None:
    _, (section, _) = sections_of(
        [paragraph("（一）加强巡护。建成瞭望塔。", 4), paragraph("（二）加强宣传。进村入户。", 5)]
    )

    assert (section.text.text, section.marker) == ("（一）加强巡护", "（一）")
    assert section.heading.text == "加强巡护"
    assert section.body == (paragraph("建成瞭望塔。"),)
    assert (section.line, section.reason) == (4, "marker")


def test_the_rest_says_where_it_stands() -> None:
    _, (section, _) = sections_of([paragraph("一、甲。乙。", 7), paragraph("二、丙。丁。", 8)])

    (rest,) = section.body

    assert isinstance(rest, Paragraph)
    assert (rest.passage.place.line, rest.passage.place.start) == (7, 4)


def test_a_number_that_the_program_counted_is_the_reason() -> None:
    blocks = [
        Paragraph(Passage.of_line(text, line), is_numbered_by_file=True)
        for line, text in enumerate(("一、加强巡护", "二、加强宣传"), 4)
    ]

    outline = make_outline(Document(tuple(blocks), "docx"))

    assert [section.reason for section in outline.sections] == ["auto-number"] * 2


def test_a_bare_article_has_no_words_of_its_own() -> None:
    _, (section,) = sections_of([paragraph("第一条 为了保护古树，制定本办法。")])

    assert (section.text.text, section.heading.text) == ("第一条", "")


def test_without_headings_all_is_opening() -> None:
    blocks = (paragraph("没有标题。"), Quote((paragraph("一、引文"),)))

    assert sections_of(blocks) == (blocks, ())


def test_what_stands_before_the_first_heading_is_opening() -> None:
    opening, _ = sections_of([paragraph("现将有关事项通知如下："), paragraph("一、总体要求")])

    assert opening == (paragraph("现将有关事项通知如下："),)


def test_a_heading_of_the_file_may_bear_typed_numbering() -> None:
    marked = Heading(Passage.of_line("一、总体要求", 1, 3), 2, "markdown")

    _, (section,) = sections_of([marked])

    assert (section.marker, section.heading.text, section.reason) == (
        "一、",
        "总体要求",
        "markdown",
    )


def test_a_list_of_one_item_over_paragraphs_is_a_heading() -> None:
    first, second = sections(
        "1. 摸清底数\n\n全市共有古树三千株。\n\n2. 落实责任\n\n每株古树都有人管。\n"
    )

    assert (first.text.text, second.text.text) == ("1. 摸清底数", "2. 落实责任")
    assert (first.marker, len(first.body)) == ("1.", 1)


def test_items_that_lead_into_text_are_headings() -> None:
    first, second = sections(
        "1. 摸清底数。全市共有古树三千株，其中百年以上的一千株，分布在九个乡镇。\n"
        "2. 落实责任。每株古树都有责任人，签订责任书，按年度考核，考核结果公开。\n"
    )

    assert (first.text.text, second.text.text) == ("1. 摸清底数", "2. 落实责任")


def test_a_plain_numbered_list_stays_a_list() -> None:
    assert sections("1. 锄头\n2. 水桶\n3. 手套\n") == ()


def test_words_in_bold_head_their_paragraphs() -> None:
    first, second = sections(
        "**摸清底数。**全市共有古树三千株，分布在九个乡镇。\n\n"
        "**落实责任：**每株古树都有责任人，签订了责任书。\n"
    )

    assert (first.text.text, second.text.text) == ("摸清底数", "落实责任")
    assert {first.reason, second.reason} == {"font"}


def test_lines_in_bold_are_headings() -> None:
    bold = Style(bold=True)
    blocks = [
        Paragraph(Passage.of_line("摸清底数", 1, 2, bold)),
        paragraph("全市共有古树三千株，其中百年以上的有一千株，分布在九个乡镇。", 3),
        Paragraph(Passage.of_line("落实责任", 5, 2, bold)),
        paragraph("每株古树都有责任人，签订责任书，按年度考核，考核结果向社会公开。", 7),
    ]

    _, (first, second) = sections_of(blocks)

    assert (first.text.text, second.text.text) == ("摸清底数", "落实责任")
    assert first.reason == "font"


def test_words_that_are_only_stressed_are_no_heading() -> None:
    assert sections("**古树**是活的文物，要保护好。\n\n**名木**是历史的见证，要管护好。\n") == ()


def test_a_stressed_word_does_not_cut_a_numbered_heading() -> None:
    first, _ = sections(
        "一、**突出**抓好普查。摸清家底，建立台账。\n\n二、**突出**抓好管护。落实责任，加强巡查。\n"
    )

    assert first.text.text == "一、突出抓好普查"


def test_a_numbered_item_is_headed_by_its_words_in_bold() -> None:
    first, second = sections(
        "1. **摸清底数**：全市共有古树三千株，其中百年以上的一千株，分布在九个乡镇。\n"
        "2. **落实责任**：每株古树都有责任人，签订责任书，按年度考核，考核结果公开。\n"
    )

    assert (first.text.text, second.text.text) == ("1. 摸清底数", "2. 落实责任")

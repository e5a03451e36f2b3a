"""Which words stand by themselves, and where they have a slide of their own."""

from __future__ import annotations

import pytest

from slidegen.deck import Bullets, Point, QuoteSlide
from slidegen.document import Block, Paragraph, Quote
from slidegen.passage import Label, Passage
from slidegen.planning.choosing.quotes import HANDFUL, has_few_quotes, with_quotes
from slidegen.planning.maxims import maxim_of

BLOCK_QUOTE = "> "


def block_of(source: str) -> Block:
    """`> ` before a line stands for a block of quotation."""
    lines = [Passage.of_line(line, n) for n, line in enumerate(source.splitlines(), 1)]
    if source.startswith(BLOCK_QUOTE):
        return Quote(tuple(Paragraph(line[len(BLOCK_QUOTE) :]) for line in lines))
    return Paragraph(lines[0])


@pytest.mark.parametrize(
    "source",
    [
        "> 绿水青山就是金山银山。",
        "“良好生态环境是最普惠的民生福祉。”",
        "「民之所憂，我必念之。」",
        "“知之非艰，行之惟艰。”——《尚书》",
        "> “知之非艰，行之惟艰。”——《尚书》",
        "> 空谈误国，实干兴邦。",
        "“Government of the people, by the people, for the people.” — Abraham Lincoln",
        "> Ask what you can do for your country.\n> — John F. Kennedy",
        "> Ask what you can do for your country. — John F. Kennedy",
        "> Well done is better than well said. – Benjamin Franklin, 1737",
        "> 民惟邦本，本固邦宁。——《尚书》",
    ],
)
def test_a_maxim_stands_by_itself(source: str) -> None:
    assert maxim_of(block_of(source))


@pytest.mark.parametrize(
    "source",
    [
        "绿水青山就是金山银山。",
        "> 说明：本文档由各部门共同编写",
        "> 本节介绍系统的安装方法",
        "> 注意保存好申请材料的复印件和原件，以便日后查验时使用并且妥善保管不得遗失损毁涂改。",
        "> 2024年完成投资30亿元",
        "Ask what you can do for your country. — John F. Kennedy",
        "> The service is closed on Mondays. — see the notice",
        "> Choose a plan — Basic Or Premium",
        "> Click here for more information about our Code of Conduct.",
        "“专利法第二十三条第三款所称的合法权利，包括就作品、商标等享有的合法权利。”",
        "“你们到底什么时候来修？”",
        "“一张网”“一扇门”“一枚章”",
        "他说：“大家辛苦了。”",
        "“十四五”时期的主要成就",
        "“三、技术转让合同和技术许可合同”",
        "“" + "为民服务，" * 20 + "”",
    ],
)
def test_not_all_that_is_quoted_is_a_maxim(source: str) -> None:
    assert not maxim_of(block_of(source))


def quoted(words: str, line: int) -> Point:
    passage = Passage.of_line(words, line)
    return Point(passage, role="quote", notes=(passage,))


def plain(line: int) -> Point:
    passage = Passage.of_line("要点", line)
    return Point(passage, notes=(passage,))


def test_a_maxim_before_the_points_has_a_slide_before_them() -> None:
    slide = Bullets(Label("题"), (quoted("“甲乙丙丁。”——《尚书》", 1), plain(2)))
    quote, rest = with_quotes(slide, apart=True)

    assert isinstance(quote, QuoteSlide)
    assert (str(quote.words), str(quote.source)) == ("“甲乙丙丁。”", "《尚书》")
    assert isinstance(rest, Bullets)
    assert rest.points == slide.points[1:]


def test_a_maxim_among_the_points_is_one_of_them() -> None:
    slide = Bullets(Label("题"), (plain(1), quoted("“甲乙丙丁”", 2), plain(3)))
    (rest,) = with_quotes(slide, apart=True)

    assert isinstance(rest, Bullets)
    assert [point.role for point in rest.points] == ["point"] * 3


def test_where_a_text_quotes_at_every_turn_no_quotation_stands_out() -> None:
    slides = [Bullets(Label("题"), (quoted("“甲乙丙丁”", n),)) for n in range(HANDFUL + 1)]

    assert has_few_quotes(slides[:HANDFUL])
    assert not has_few_quotes(slides)
    assert with_quotes(slides[0], apart=False)[0] == Bullets(
        Label("题"), (Point(Passage.of_line("“甲乙丙丁”", 0), notes=slides[0].points[0].notes),)
    )

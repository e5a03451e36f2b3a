"""Rules written in simplified characters hold for traditional ones."""

from slidegen.outlining import make_outline
from slidegen.outlining.folding import folded
from slidegen.reading import read

PAGE = """\
圖書館建設座談會上的講話
來源：某縣新聞網　發布時間：2024-05-06
各位領導、各位同志：
今天我們召開座談會，目的是聽取大家的意見和建議，請大家暢所欲言。
一、要提高認識
公共圖書館是城市的書房，要從滿足群眾需要的高度認識這項工作，把它辦好。
二、要加強領導
各級政府要把圖書館建設列入議事日程，定期研究，確保各項任務落實到位。
責任編輯：李某某
相關閱讀
"""


def test_folding_keeps_every_offset() -> None:
    assert folded("責任編輯：") == "责任编辑:"


def test_a_page_in_traditional_characters_loses_its_chrome_and_keeps_its_words() -> None:
    outline = make_outline(read(PAGE.encode(), format="text"))

    assert outline.title.text == "圖書館建設座談會上的講話"
    assert outline.salutation.text == "各位領導、各位同志："
    assert [section.text.text for section in outline.sections] == [
        "一、要提高認識",
        "二、要加強領導",
    ]
    assert {dropped.passage.line for dropped in outline.dropped} >= {9, 10}
    assert outline.language == "zh-TW"

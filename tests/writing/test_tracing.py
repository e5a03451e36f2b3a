"""A dump of a deck shows the sentence that each point was cut from."""

from __future__ import annotations

import pytest

from slidegen.deck import Bullets, Deck, Point
from slidegen.passage import Label, Passage
from slidegen.writing.text import as_text
from slidegen.writing.tracing import LONGEST, Sentences


def sentence_of(text: str, words: str) -> str:
    note = Passage.of_line(text, 3)
    at = text.index(words)
    deck = Deck((Bullets(Label("题"), (), notes=(note,)),))
    return Sentences(deck).around(note[at : at + len(words)]).text


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("抓好养护。新建公园46个，补植树木。加强宣传。", "补植树木", "新建公园46个，补植树木。"),
        ("一句。他说：“好！”全场鼓掌。", "全场鼓掌", "全场鼓掌。"),
        ("抓好养护", "养护", "抓好养护"),
        ("抓好养护。加强宣传。", "抓好养护。加强", "抓好养护。加强宣传。"),
        ("It rose by 3.5 %. We act now. Dr. Li agrees.", "act", "We act now."),
        ("It is due on 5 May. Dr. Li agrees.", "agrees", "Dr. Li agrees."),
    ],
)
def test_the_sentence_goes_from_mark_to_mark(text: str, words: str, sentence: str) -> None:
    assert sentence_of(text, words) == sentence


def test_the_sentence_of_a_point_is_shown_with_its_place() -> None:
    note = Passage.of_line("抓好养护。新建公园46个，补植树木。", 3)
    points = (
        Point(note[5:12], why="figure", notes=(note,)),
        Point(note[0:4], why="action"),
        Point(Label("完")),
    )
    dump = as_text(Deck((Bullets(Label("题"), points),)))

    assert "- [3:5-12] 新建公园46个 (figure)\n    from [3:5-18] 新建公园46个，补植树木。" in dump
    assert "- [3:0-4] 抓好养护 (action)\n    from [3:0-5] (the whole sentence)" in dump
    assert dump.endswith("- <完>\n")


def test_a_long_sentence_loses_its_middle() -> None:
    note = Passage.of_line("首先" + "抓好养护，" * 40 + "最后。", 1)
    dump = as_text(Deck((Bullets(Label("题"), (Point(note[:6], notes=(note,)),)),)))

    line = next(line for line in dump.splitlines() if "from" in line)
    assert line.endswith("最后。")
    assert len(line.partition("] ")[2]) <= LONGEST + 3

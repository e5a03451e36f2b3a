"""Automatic numbering. The cases that LibreOffice counts as Word does agree with it; it knows
neither `w:lvlRestart` nor `w:isLgl`, nor a custom format but a few."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from slidegen.reading.word.names import W
from slidegen.reading.word.numbering import LONGEST_MARKER, Marker, Numbering

from .numbered import element, parts

CASES = Path(__file__).parent / "cases" / "numbering.txt"


def cases() -> list[object]:
    texts = CASES.read_text(encoding="utf-8").split("\n.\n")
    triples = zip(texts[0::3], texts[1::3], texts[2::3], strict=False)
    return [pytest.param(source, expected, id=title.strip()) for title, source, expected in triples]


def numbered(notation: str) -> list[tuple[Marker | None, str]]:
    lists, styles, body = parts(notation)
    numbering = Numbering.of(element("numbering", lists), element("styles", styles))
    return [
        (numbering.marker(paragraph), "".join(t.text or "" for t in paragraph.iter(f"{W}t")))
        for paragraph in element("body", body)
    ]


def as_typed(marker: Marker | None, words: str) -> str:
    if marker is None:
        return words
    return f"{marker.text} {words}" if marker.is_bullet else marker.text + words


@pytest.mark.parametrize(("source", "expected"), cases())
def test_numbering(source: str, expected: str) -> None:
    assert "\n".join(as_typed(marker, words) for marker, words in numbered(source)) == expected


def test_a_marker_tells_its_level() -> None:
    ((marker, _),) = numbered("list 0\n  4 decimal %5.\nnum 1 list 0\np 1 4 甲")

    assert marker == Marker("1.", is_bullet=False, level=4)


def test_without_numbering_nothing_is_numbered() -> None:
    numbering = Numbering.of(None, None)
    paragraph = element("p", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')

    assert numbering.marker(paragraph) is None


def test_a_picture_is_a_bullet() -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlPicBulletId w:val="0"/></w:lvl>'
    lists = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbering = Numbering.of(element("numbering", lists), None)
    paragraph = element("p", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')

    assert numbering.marker(paragraph) == Marker("•", is_bullet=True, level=0)


def test_a_paragraph_without_words_is_counted() -> None:
    found = numbered("list 0\n  0 decimal %1.\nnum 1 list 0\np 1 0\np 1 0 甲")

    assert as_typed(*found[1]) == "2.甲"


def test_absurd_starts_are_numbers_all_the_same() -> None:
    forms = ("decimal", "lowerLetter", "upperRoman", "chineseCountingThousand", "cardinalText")
    levels = "\n".join(f"  {at} {form} %{at + 1}. start=999999999" for at, form in enumerate(forms))
    words = "\n".join(f"p 1 {at} 甲" for at in range(len(forms)))
    found = numbered(f"list 0\n{levels}\nnum 1 list 0\n{words}")

    assert all(marker and marker.text for marker, _ in found)
    assert as_typed(*found[1]) == "999999999.甲"


@pytest.mark.parametrize("start", ["2147483648", "-1", "x", "9" * 5000])
def test_a_start_that_is_no_number_of_word_is_1(start: str) -> None:
    found = numbered(f"list 0\n  0 decimal %1. start={start}\nnum 1 list 0\np 1 0 甲")

    assert as_typed(*found[0]) == "1.甲"


def test_a_marker_is_bounded_however_long_the_levels_text() -> None:
    found = numbered(
        f"list 0\n  0 decimal {'%1' * 500_000} start=123456789\nnum 1 list 0\np 1 0 甲"
    )

    marker = found[0][0]
    assert marker and len(marker.text) <= LONGEST_MARKER + 1


def test_a_list_has_nine_levels_whatever_it_defines() -> None:
    levels = "\n".join(f"  {at} decimal %1." for at in range(5000))
    found = numbered(f"list 0\n{levels}\nnum 1 list 0\np 1 8 甲\np 1 9 乙\np 1 4999 丙")

    assert [as_typed(*one) for one in found] == ["1.甲", "乙", "丙"]


def test_many_styles_in_a_row_and_many_paragraphs_take_no_long_time() -> None:
    styles = "\n".join(f"style S{at} based=S{at + 1}" for at in range(1500))
    words = "\n".join(f"p 1 0 S{at} 甲" for at in range(1500))
    lists, styled, body = parts(f"{styles}\nlist 0\n  0 decimal %1.\nnum 1 list 0\n{words}")
    numbering = Numbering.of(element("numbering", lists), element("styles", styled))
    paragraphs = list(element("body", body))
    began = process_time()
    last = [numbering.marker(paragraph) for paragraph in paragraphs][-1]

    assert last and last.text == "1500."
    assert process_time() - began < 2


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 2), st.integers(0, 3)), max_size=30))
def test_numbers_of_one_level_rise_by_one_until_a_level_above_comes(
    places: list[tuple[int, int]],
) -> None:
    levels = "\n".join(f"  {at} decimal %{at + 1}" for at in range(4))
    words = "\n".join(f"p {num} {at} 甲" for num, at in places)
    found = numbered(f"list 0\n{levels}\nnum 1 list 0\nnum 2 list 0\n{words}")
    last: dict[int, int] = {}
    for (marker, _), (_, at) in zip(found, places, strict=True):
        count = int(marker.text) if marker else 0
        last = {level: number for level, number in last.items() if level <= at}

        assert count == last.get(at, 0) + 1

        last[at] = count
        for above in range(at):
            last.setdefault(above, 1)


def test_the_part_may_hold_anything() -> None:
    root = etree.fromstring(
        f'<w:numbering xmlns:w="{W[1:-1]}"><w:num/><w:abstractNum/></w:numbering>'
    )
    paragraph = element("p", '<w:pPr><w:numPr><w:ilvl/><w:numId w:val=""/></w:numPr></w:pPr>')

    assert Numbering.of(root, root).marker(paragraph) is None

"""Twice of what a file holds costs twice the calls to read and outline it, whatever its format."""

from __future__ import annotations

import cProfile

import pytest

from documents.original import Original, Part
from documents.saving import SAVED
from slidegen.outlining import make_outline
from slidegen.reading import read

FEW = 40
"""Sections; the longer file has twice as many."""
STEEPEST = 2.5


def report(sections: int) -> Original:
    parts = [Part("title", "关于农村道路养护情况的报告")]
    for number in range(1, sections + 1):
        heading = f"{numeral(number)}、道路养护取得第{number}项进展"
        body = (
            f"今年共养护道路{number + 30}公里，更换护栏{number * 3}处，"
            f"投入资金{number * 7 + 11}万元。各乡镇按照分工抓好落实，群众出行更加方便。"
        )
        parts += [Part("heading 1", heading), Part("paragraph", body)]
    marks = {"title": "# ", "heading 1": "## ", "paragraph": ""}
    markdown = "\n\n".join(marks[part.kind] + part.text for part in parts) + "\n"
    return Original("road-report", "zh", markdown, tuple(parts))


def numeral(number: int) -> str:
    """Below a hundred, as headings are counted."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return (
        (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")
    )


def calls(form: str, sections: int) -> int:
    data = SAVED[form][1](report(sections))
    profile = cProfile.Profile()
    outline = profile.runcall(lambda: make_outline(read(data)))
    assert len(outline.sections) == sections
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("form", SAVED)
def test_twice_as_many_sections_cost_twice_the_calls(form: str) -> None:
    calls(form, 2)  # what is done once and remembered is not counted

    assert calls(form, 2 * FEW) <= STEEPEST * calls(form, FEW)

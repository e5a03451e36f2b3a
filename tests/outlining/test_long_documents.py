"""A book takes seconds, not hours: nothing here may grow with the square of the document."""

from __future__ import annotations

import time

import pytest

from slidegen.document import Paragraph
from slidegen.outlining.nesting import sections_of
from slidegen.outlining.rejoining import rejoined
from slidegen.outlining.unfolding import unfolded
from slidegen.passage import Passage

BODY = "全市上下坚持稳中求进，扎实做好各项工作，取得明显成效。"
SHAPES = {
    "one line": ["".join(f"第{n}条　{BODY}" for n in range(1, 900)) * 8],
    "short lines": ["工作总体情况没有句号"] * 20_000,
    "wrapped": [BODY[:26]] * 8_000,
    "one marker over and over": ["（五）标题。" + BODY, "——要点。" + BODY] * 3_500,
    "rows without numbers": ["大力抓好落实。" + BODY * 2] * 3_500,
    "no stop anywhere": [BODY[:-1] * 3] * 2_500,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_two_hundred_thousand_characters_take_seconds(shape: str) -> None:
    blocks = [Paragraph(Passage.of_line(text, n)) for n, text in enumerate(SHAPES[shape], 1)]
    begun = time.perf_counter()

    sections_of(rejoined(unfolded(blocks)))

    assert time.perf_counter() - begun < 10  # a tenth of that, on an idle machine

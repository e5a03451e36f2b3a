"""What a paragraph counts off stands side by side: a miss becomes a case in the file of cases."""

from __future__ import annotations

import pytest

from slidegen.passage import Passage
from slidegen.planning.parts import counted_points

from .sketches import Case, cases


def counted(text: str) -> list[str]:
    points = counted_points(Passage.of_line(text, 1), level=1)
    return [
        "  " * (point.level - 1) + {"head": "# ", "point": "- "}[point.role] + str(point.passage)
        for point in points
    ]


@pytest.mark.parametrize("case", cases("enumerations.txt"), ids=lambda case: case.title)
def test_counted_off(case: Case) -> None:
    found = [line for text in case.source.splitlines() for line in counted(text)]

    assert found == [line for line in case.expected.splitlines() if line != "none"]

"""Which paragraphs go through phases; a bug becomes a case in `cases/phases.txt`.

What announces the phases stands behind `# `.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from slidegen.deck import Bullets, Timeline
from slidegen.document import Paragraph
from slidegen.passage import Label, Passage
from slidegen.planning.choosing.timeline import as_timeline
from slidegen.planning.parts import paragraph_points, parts_of, phase_points

from .sketches import Case, cases


def dumped(text: str) -> str:
    points = phase_points(Passage.of_line(text, 1), level=1)
    return "\n".join(f"{'# ' * (p.role == 'head')}{p.passage}" for p in points) or "-"


@pytest.mark.parametrize("case", cases("phases.txt"), ids=lambda case: case.title)
def test_phases_of(case: Case) -> None:
    assert dumped(case.source.strip()) == case.expected.strip()


ANNOUNCED = cases("phases.txt")[1].source.strip()


def slide_of(text: str) -> Bullets:
    (part,) = parts_of((Paragraph(Passage.of_line(text, 1)),), most=None)
    (first, *rest) = part.points
    return Bullets(Label("实施步骤"), (replace(first, notes=part.told), *rest))


def test_phases_that_are_announced_are_a_timeline_called_so() -> None:
    slide = as_timeline(slide_of(ANNOUNCED))

    assert isinstance(slide, Timeline)
    assert (str(slide.title), str(slide.kicker)) == ("改造工作分三步推进", "实施步骤")
    assert [str(time) for time in slide.times] == ["第一阶段", "第二阶段", "第三阶段"]
    assert [str(text) for text in slide.points[0].notes] == [ANNOUNCED]


def test_each_phase_is_cut_from_its_place() -> None:
    points = paragraph_points(Passage.of_line(ANNOUNCED, 7), most=None)

    assert all(
        ANNOUNCED[point.passage.place.start : point.passage.place.end] == str(point.passage)
        for point in points
        if isinstance(point.passage, Passage)
    )


def test_a_head_that_is_no_announcement_of_all_stays() -> None:
    slide = slide_of(ANNOUNCED)
    more = Bullets(slide.title, (*slide.points, *slide_of("全面加强组织领导和宣传引导。").points))

    assert as_timeline(more) is None

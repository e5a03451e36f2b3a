"""Which points are a timeline; a bug becomes a case in `cases/timelines.txt`.

A line is a point of the first level, behind `> ` one of the second.
"""

from __future__ import annotations

import pytest

from slidegen.deck import Bullets, Point, Timeline
from slidegen.passage import Label, Passage
from slidegen.planning.choosing.timeline import as_timeline

from .sketches import Case, cases


def points_of(source: str) -> tuple[Point, ...]:
    points = []
    for number, line in enumerate(source.splitlines(), 1):
        passage = Passage.of_line(line, number)
        if line.startswith("> "):
            points.append(Point(passage[2:], 2))
        elif line:
            head = passage[3:] if line.startswith("（") else passage
            points.append(Point(head.rstrip("。"), notes=(passage,)))
    return tuple(points)


def chosen(points: tuple[Point, ...]) -> Timeline | None:
    return as_timeline(Bullets(Label("安排"), points))


def shown(slide: Timeline | None) -> str:
    if slide is None:
        return "-"
    phases = zip(slide.times, slide.texts, strict=True)
    return "\n".join(" | ".join(map(str, (time, *texts))) for time, texts in phases)


@pytest.mark.parametrize("case", cases("timelines.txt"), ids=lambda case: case.title)
def test_timeline_of(case: Case) -> None:
    assert shown(chosen(points_of(case.source))) == case.expected.strip()


def test_a_time_that_a_point_was_cut_from_is_taken_from_its_paragraph() -> None:
    paragraphs = [
        Passage.of_line("近期：到2025年底，完成排查。", 1),
        Passage.of_line("中期：到2027年底，全面铺开，改造老旧管网。", 2),
        Passage.of_line("远期：到2030年，建成体系。", 3),
    ]
    starts = [
        p.text.index(words) for p, words in zip(paragraphs, ("完成", "改造", "到2030"), strict=True)
    ]
    points = tuple(
        Point(p[start:-1], notes=(p,)) for p, start in zip(paragraphs, starts, strict=True)
    )

    assert shown(chosen(points)).splitlines() == [
        "近期 | 到2025年底，完成排查",
        "中期 | 改造老旧管网",
        "远期 | 到2030年，建成体系",
    ]


def test_more_points_of_one_paragraph_are_of_one_phase() -> None:
    paragraphs = [
        Passage.of_line(f"{year}年，完成甲任务。推进乙任务。", year) for year in (2025, 2026, 2027)
    ]
    points = tuple(
        point for p in paragraphs for point in (Point(p[6:11], notes=(p,)), Point(p[12:17]))
    )
    slide = chosen(points)

    assert slide is not None
    assert slide.opening == (0, 2, 4)
    assert slide.points == points


def test_labels_are_no_times() -> None:
    points = tuple(Point(Label(words)) for words in ("2025年，甲", "2026年，乙", "2027年，丙"))

    assert chosen(points) is None

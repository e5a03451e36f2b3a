from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.arranging import arrange
from slidegen.deck import Deck, Point, Timeline
from slidegen.passage import Label, Passage
from slidegen.scene import Scene, TextItem
from slidegen.theme_file import load_theme

WORDS = st.text("改造管网完成任务，、2030", min_size=1, max_size=60) | st.text(
    "harbour quay and ", min_size=3, max_size=80
)
PHASE = st.tuples(
    st.sampled_from(["近期", "2026年底前", "第一阶段", "By 2030"]), WORDS, st.booleans()
)


def timeline(phases: list[tuple[str, str, bool]]) -> Timeline:
    points: list[Point] = []
    times, texts, opening = [], [], []
    for number, (time, words, is_supported) in enumerate(phases, 1):
        line = Passage.of_line(f"{time}，{words}", number)
        opening.append(len(points))
        points.append(Point(line, notes=(line,)))
        times.append(line[: len(time)])
        texts.append((line[len(time) + 1 :],))
        if is_supported:
            points.append(Point(Passage.of_line("支撑要点", 100 + number), 2))
    return Timeline(Label("安排"), tuple(points), tuple(times), tuple(texts), tuple(opening))


def scenes(slide: Timeline, aspect: str = "16:9") -> tuple[Scene, ...]:
    return arrange(Deck((slide,)), load_theme("gov-red", aspect)).scenes  # type: ignore[arg-type]


def texts(scene: Scene) -> list[TextItem]:
    return [item for item in scene.items if isinstance(item, TextItem)]


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_each_time_stands_before_its_words(count, aspect) -> None:
    (scene,) = scenes(timeline([(f"202{n}年", "完成改造", False) for n in range(count)]), aspect)
    _title, *others = texts(scene)

    assert (scene.kind, scene.layout) == ("timeline", f"timeline-{count}")
    assert [(item.slot, item.paragraphs[0].text) for item in others] == [
        pair
        for n in range(count)
        for pair in ((f"time-{n + 1}", f"202{n}年"), (f"text-{n + 1}", "完成改造"))
    ]


def test_what_supports_a_phase_stands_below_its_words() -> None:
    (scene,) = scenes(timeline([("近期", "完成改造", True)] * 3))
    body = next(item for item in texts(scene) if item.slot == "text-2")

    assert [(p.level, p.text) for p in body.paragraphs] == [(1, "完成改造"), (2, "支撑要点")]


def test_phases_with_much_to_say_are_shown_as_points() -> None:
    slide = timeline([("近期", "完成改造任务，" * 20, False)] * 4)

    assert {scene.kind for scene in scenes(slide)} == {"bullets"}


def test_a_word_wider_than_its_place_is_not_torn() -> None:
    slide = timeline([("2026", "internationalisationprogrammes", False)] * 4)

    assert {scene.kind for scene in scenes(slide, "4:3")} == {"bullets"}


@settings(deadline=None, max_examples=60)
@given(st.lists(PHASE, min_size=3, max_size=6), st.sampled_from(["16:9", "4:3"]))
def test_nothing_is_cut_and_no_two_places_overlap(phases, aspect) -> None:
    slide = timeline(phases)
    found = scenes(slide, aspect)
    areas = [[item.area for item in texts(scene)] for scene in found]
    shown = "".join(p.text for scene in found for item in texts(scene) for p in item.paragraphs)

    safe = load_theme("gov-red", aspect).safe_area
    assert all(safe.contains(area) for page in areas for area in page)
    assert not any(a.overlaps(b) for page in areas for a, b in combinations(page, 2))
    assert not any(scene.fit and scene.fit.overflow for scene in found)
    for time, words, _ in phases:
        assert "".join(time.split()) in "".join(shown.split())
        assert "".join(words.split()) in "".join(shown.split())

"""Cards, two columns and key figures: what fits stands side by side, all else is points."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.arranging import arrange
from slidegen.deck import Cards, Deck, KeyFigure, KeyFigures, Page, Point, TwoColumns
from slidegen.passage import Label, Passage
from slidegen.scene import Scene, TextItem
from slidegen.theme import Theme
from slidegen.theme_file import load_theme

THEMES = {aspect: load_theme("gov-red", aspect) for aspect in ("16:9", "4:3")}
ASPECTS = st.sampled_from(sorted(THEMES))

CHINESE = st.text("健全责任体系强化要素保障的和，、96%", min_size=1, max_size=40)
LATIN = st.lists(
    st.sampled_from(["the", "council", "opens", "42", "branches", "on", "Sundays"]), min_size=1
)
WORDS = (CHINESE | LATIN.map(" ".join)).map(str.strip).filter(bool)
SHORT = st.text("健全责任体系强化要素保障", min_size=2, max_size=8)
MANY = settings(deadline=None, max_examples=60)


def words(text: str, line: int = 1) -> Passage:
    return Passage.of_line(text, line)


def head(text: str, number: int = 1) -> Point:
    return Point(words(text, number), role="head", marker=f"（{number}）")


def support(text: str) -> Point:
    return Point(words(text), level=2)


def cards_of(groups: Sequence[tuple[str, Sequence[str]]]) -> Cards:
    points: list[Point] = []
    for number, (heading, supports) in enumerate(groups, start=1):
        points += (head(heading, number), *map(support, supports))
    return Cards(words("保障措施"), tuple(points))


def pages(slide: Page, theme: Theme) -> tuple[Scene, ...]:
    return arrange(Deck((slide,)), theme).scenes


def texts(scene: Scene) -> list[TextItem]:
    return [item for item in scene.items if isinstance(item, TextItem)]


def flat(text: str) -> str:
    return "".join(text.split())


def shown(scenes: Sequence[Scene], *, but: Sequence[str] = ("title", "kicker", "figures")) -> str:
    return flat(
        "".join(
            paragraph.text
            for scene in scenes
            for item in texts(scene)
            if item.slot not in but
            for paragraph in item.paragraphs
        )
    )


def assert_sound(scenes: Sequence[Scene], theme: Theme) -> None:
    """All is on the page, nothing lies over anything else, nothing overflows."""
    for scene in scenes:
        layout = theme.layout(scene.layout)
        frames = [layout.slot(item.slot).around(item.area) for item in texts(scene)]
        assert all(theme.safe_area.contains(frame) for frame in frames)
        assert not any(
            one.overlaps(other) for at, one in enumerate(frames) for other in frames[:at]
        )
        assert scene.fit is not None
        assert not scene.fit.overflow
        assert scene.fit.fill <= 1
        sizes = [
            (item.step or layout.slot(item.slot).steps[0]).sizes[paragraph.level - 1].pt
            for item in texts(scene)
            if item.slot not in ("kicker", "figures")
            for paragraph in item.paragraphs
        ]
        assert min(sizes) >= 18


GROUPS = st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=3)), min_size=2, max_size=6)


@given(GROUPS, ASPECTS)
@MANY
def test_cards_show_all_that_they_were_given(groups, aspect) -> None:
    slide, theme = cards_of(groups), THEMES[aspect]
    scenes = pages(slide, theme)

    assert_sound(scenes, theme)
    said = "".join(f"{point.marker or ''}{point.passage}" for point in slide.points)
    assert shown(scenes) == flat(said)


@given(GROUPS, ASPECTS)
@MANY
def test_all_cards_of_a_slide_have_one_size_and_one_height(groups, aspect) -> None:
    (scene, *_) = pages(cards_of(groups), THEMES[aspect])
    cards = [item for item in texts(scene) if item.slot.startswith("card-")]

    assert len({item.step for item in cards}) <= 1
    assert len({item.area.height for item in cards}) <= 1


@pytest.mark.parametrize("number", range(2, 7))
def test_each_number_of_cards_has_its_own_layout_and_fills_all_of_it(number) -> None:
    groups = [(f"强化要素保障{n}", ("安排专项资金", "充实专业队伍")) for n in range(number)]
    (scene,) = pages(cards_of(groups), THEMES["16:9"])
    layout = THEMES["16:9"].layout(scene.layout)

    assert scene.kind == "cards"
    places = {slot.name for slot in layout.slots if slot.name.startswith("card-")}
    assert places == {item.slot for item in texts(scene)} - {"title"}
    assert len(places) == number


def test_cards_with_more_than_they_hold_are_points_and_lose_nothing() -> None:
    groups = [("强化要素保障", ["安排专项资金，" * 20] * 3)] * 4
    slide = cards_of(groups)
    scenes = pages(slide, THEMES["16:9"])

    assert {scene.kind for scene in scenes} == {"bullets"}
    assert [str(p.passage) for s in scenes for p in s.points if p.level == 1] == [
        "强化要素保障"
    ] * 4


def test_low_cards_have_little_to_say() -> None:
    little, much = (
        pages(cards_of([("强化保障", [text] * 2)] * 3), THEMES["16:9"])[0]
        for text in ("安排资金", "安排专项资金，充实专业队伍，更新全部车辆和装备" * 2)
    )

    low, high = (texts(scene)[-1].area.height for scene in (little, much))
    assert low < high


def test_heads_by_themselves_are_larger_than_those_with_support() -> None:
    bare, full = (
        pages(cards_of([("强化保障", supports)] * 3), THEMES["16:9"])[0]
        for supports in ([], ["安排专项资金"])
    )

    def size_of_head(scene: Scene) -> float:
        slot = THEMES["16:9"].layout(scene.layout).slot("card-1")
        item = next(item for item in texts(scene) if item.slot == "card-1")
        return (item.step or slot.steps[0]).sizes[0].pt

    assert size_of_head(bare) > size_of_head(full)


SIDES = st.lists(WORDS, min_size=1, max_size=5)


@given(SHORT, SIDES, SHORT, SIDES, ASPECTS)
@MANY
def test_columns_show_all_that_they_were_given(left, lefts, right, rights, aspect) -> None:
    points = (head(left, 1), *map(support, lefts), head(right, 2), *map(support, rights))
    slide, theme = TwoColumns(words("情况"), points, 1 + len(lefts)), THEMES[aspect]
    scenes = pages(slide, theme)

    assert_sound(scenes, theme)
    said = "".join(f"{point.marker or ''}{point.passage}" for point in points)
    assert shown(scenes) == flat(said)


def test_columns_are_as_high_and_as_large_as_each_other() -> None:
    points = (head("成绩", 1), *[support("新建社区食堂")] * 4, head("不足", 2), support("薄弱"))
    (scene,) = pages(TwoColumns(words("情况"), points, 5), THEMES["16:9"])
    left, right = (item for item in texts(scene) if item.slot in ("left", "right"))

    assert scene.kind == "columns"
    assert (left.area.top, left.area.height) == (right.area.top, right.area.height)
    assert left.area.width == right.area.width
    assert left.step == right.step


def test_a_contrast_whose_heads_are_too_long_for_its_bands_is_shown_as_points() -> None:
    points = (head("取得的成绩" * 8, 1), support("甲"), head("不足", 2), support("乙"))

    assert pages(TwoColumns(words("情况"), points, 2), THEMES["4:3"])[0].kind == "bullets"


def figure(value: str, unit: str, label: str) -> KeyFigure:
    return KeyFigure(words(value), words(unit), words(label), words(label + value + unit))


VALUES = ("45.6", "近3000", "13697.5", "全国第4", "翻一番", "more than 126", "£38,400")
FIGURES = st.lists(
    st.builds(
        figure,
        st.sampled_from(
            ("45.6", "近3000", "13697.5", "全国第4", "翻一番", "more than 126", "£38,400")
        ),
        st.sampled_from(("%", "家", "万亿元", "%以上", "万人次", "trillion yuan", "")),
        WORDS,
    ),
    min_size=1,
    max_size=4,
)


@given(FIGURES, st.lists(WORDS, min_size=1, max_size=6), ASPECTS)
@MANY
def test_key_figures_stand_in_one_line_beside_all_points(figures, points, aspect) -> None:
    slide = KeyFigures(words("成效"), tuple(figures), tuple(Point(words(text)) for text in points))
    theme = THEMES[aspect]
    scenes = pages(slide, theme)

    assert_sound(scenes, theme)
    assert shown(scenes) == flat("".join(points))
    for item in (item for scene in scenes for item in texts(scene) if item.slot == "figures"):
        numerals, labels = item.paragraphs[0::2], item.paragraphs[1::2]
        for found, numeral, label in zip(figures, numerals, labels, strict=True):
            assert flat(numeral.text) == flat(f"{found.value}{found.unit}")
            assert flat(label.text) == flat(str(found.label))
            assert "\n" not in numeral.text
            assert label.text.count("\n") <= 1


def test_a_unit_is_smaller_than_its_numeral_but_a_sign_is_not() -> None:
    slide = KeyFigures(
        words("成效"),
        (figure("超过160", "万人次", "接待游客"), figure("96.5", "%以上", "满意率")),
        (Point(words("接待游客超过160万人次")),),
    )
    (scene,) = pages(slide, THEMES["16:9"])
    numerals = next(item for item in texts(scene) if item.slot == "figures").paragraphs[0::2]

    assert [[(run.text, run.size is None) for run in p.runs] for p in numerals] == [
        [("超过", False), ("160", True), ("万人次", False)],
        [("96.5%", True), ("以上", False)],
    ]


def test_the_title_of_a_slide_may_be_ours() -> None:
    slide = Cards(Label("引言"), (head("甲方案"), head("乙方案"), head("丙方案")))

    assert pages(slide, THEMES["16:9"])[0].title == "引言"

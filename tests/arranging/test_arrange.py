"""What holds for every deck, whatever it says."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from slidegen.arranging import arrange
from slidegen.arranging.setting import set_paragraph, stacked
from slidegen.deck import (
    Agenda,
    AgendaEntry,
    Bullets,
    Closing,
    Cover,
    Deck,
    Divider,
    Point,
    Slide,
    TableSlide,
)
from slidegen.document import Cell, Table
from slidegen.notices import Notice
from slidegen.passage import Label, Passage
from slidegen.scene import Scene, ShapeItem, TextItem

from .plain_theme import plain_theme

THEME = plain_theme()

PROSE = st.text(alphabet="推动经济高质量发展和改善民生，。；“”（）ab 12%", min_size=1, max_size=90)
PASSAGES = PROSE.map(lambda text: Passage.of_line(text.strip() or "文", 1))
LONG = st.builds(lambda text, times: Passage.of_line(text * times, 1), PROSE, st.integers(5, 40))
NOTES = st.lists(PASSAGES, max_size=2).map(tuple)
POINTS = st.builds(
    Point,
    passage=st.one_of(PASSAGES, PASSAGES, PASSAGES, LONG),
    level=st.integers(1, 2),
    role=st.sampled_from(("head", "point")),
    marker=st.sampled_from((None, "（一）", "1.")),
    notes=NOTES,
)
BULLETS = st.builds(
    Bullets,
    title=PASSAGES,
    points=st.lists(POINTS, max_size=25).map(tuple),
    kicker=st.one_of(st.none(), PASSAGES),
    notes=NOTES,
    section=st.just(0),
)
ENTRIES = st.builds(
    AgendaEntry,
    words=PASSAGES,
    marker=st.sampled_from((None, "一", "十二", "第二十一章")),
    section=st.integers(0, 3),
)
AGENDAS = st.builds(
    Agenda, title=PASSAGES, entries=st.lists(ENTRIES, max_size=30).map(tuple), notes=NOTES
)
COVERS = st.builds(
    Cover,
    title=PASSAGES,
    subtitle=st.one_of(st.none(), PASSAGES),
    occasion=st.one_of(st.none(), PASSAGES),
    speaker=st.one_of(st.none(), PASSAGES),
    organisation=st.one_of(st.none(), PASSAGES),
    notes=NOTES,
)
DIVIDERS = st.builds(Divider, title=PASSAGES, marker=st.sampled_from((None, "一", "第十一章")))
CLOSINGS = st.builds(Closing, call=st.one_of(PASSAGES, LONG), notes=NOTES)
SLIDES = st.one_of(BULLETS, BULLETS, AGENDAS, COVERS, DIVIDERS, CLOSINGS)


def scenes_of(*slides: Slide) -> tuple[Scene, ...]:
    return arrange(Deck(slides), THEME).scenes


def text_items(scene: Scene) -> list[TextItem]:
    return [item for item in scene.items if isinstance(item, TextItem)]


@settings(deadline=None, max_examples=80)
@given(SLIDES)
def test_every_item_is_inside_the_safe_area(slide: Slide) -> None:
    for scene in scenes_of(slide):
        assert all(THEME.safe_area.contains(item.area) for item in scene.items)


@settings(deadline=None, max_examples=80)
@given(SLIDES)
def test_no_two_items_overlap(slide: Slide) -> None:
    for scene in scenes_of(slide):
        boxes = [item.area for item in scene.items if not isinstance(item, ShapeItem)]

        assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


@settings(deadline=None, max_examples=80)
@given(SLIDES)
def test_no_text_is_higher_than_its_slot(slide: Slide) -> None:
    for scene in scenes_of(slide):
        for item in text_items(scene):
            slot = replace(THEME.layout(scene.layout).slot(item.slot), area=item.area)
            step = item.step or slot.steps[0]
            lines = [set_paragraph(paragraph, slot, step) for paragraph in item.paragraphs]

            assert stacked(lines) <= item.area.height
            assert slot.max_lines is None or sum(line.lines for line in lines) <= slot.max_lines


@settings(deadline=None, max_examples=80)
@given(BULLETS)
def test_points_are_shown_once_whole_and_in_order(slide: Bullets) -> None:
    shown = "".join(
        point.passage.text
        for scene in scenes_of(slide)
        for point in scene.points
        if isinstance(point.passage, Passage)
    )

    assert shown == "".join(str(point.passage) for point in slide.points)


@settings(deadline=None, max_examples=80)
@given(BULLETS)
def test_what_the_report_says_of_a_page_is_what_the_page_shows(slide: Bullets) -> None:
    for scene in scenes_of(slide):
        bodies = [item for item in text_items(scene) if item.slot in ("body", "statement")]
        paragraphs = [paragraph.text for body in bodies for paragraph in body.paragraphs]
        behind_marker = {None: "", "（一）": "（一）", "1.": "1. "}
        points = [behind_marker[point.marker] + str(point.passage) for point in scene.points]

        # A line may be broken early, lest the last be a character or two.
        assert ["".join(p.split()) for p in paragraphs] == ["".join(p.split()) for p in points]


@settings(deadline=None, max_examples=80)
@given(BULLETS)
def test_all_notes_are_kept_in_order(slide: Bullets) -> None:
    notes = [note for scene in scenes_of(slide) for note in scene.notes]
    own = [*slide.notes, *(note for point in slide.points for note in point.notes)]

    assert notes[len(notes) - len(own) :] == own
    assert notes[: len(notes) - len(own)] in ([], [slide.title])


@settings(deadline=None, max_examples=80)
@given(SLIDES)
def test_every_page_says_how_it_fits_and_none_overflows(slide: Slide) -> None:
    for scene in scenes_of(slide):
        assert scene.fit is not None
        assert not scene.fit.overflow
        assert 0 <= scene.fit.fill <= 1


@settings(deadline=None, max_examples=40)
@given(BULLETS)
def test_all_pages_of_a_slide_have_one_size(slide: Bullets) -> None:
    steps = {
        item.step for scene in scenes_of(slide) for item in text_items(scene) if item.slot == "body"
    }

    assert len(steps) <= 1


@settings(deadline=None, max_examples=40)
@given(st.lists(SLIDES, max_size=4))
def test_the_same_deck_gives_the_same_scenes(slides: list[Slide]) -> None:
    assert scenes_of(*slides) == scenes_of(*slides)


def points(*texts: str, level: int = 1) -> tuple[Point, ...]:
    return tuple(Point(Passage.of_line(text, 1), level=level) for text in texts)


def test_a_page_that_is_full_by_one_line_takes_the_smaller_size() -> None:
    # 300 points hold 7 paragraphs of 30 with gaps of 10, and 9 of 27 with gaps of 6.
    scenes = scenes_of(Bullets(Label("题"), points(*"一二三四五六七八")))

    assert len(scenes) == 1
    assert scenes[0].fit is not None and scenes[0].fit.size.pt == 18


def test_what_goes_on_is_spread_evenly() -> None:
    scenes = scenes_of(Bullets(Label("题"), points(*"一二三四五六七八九十")))

    assert [len(scene.points) for scene in scenes] == [5, 5]
    assert [scene.title for scene in scenes] == ["题", "题（续）"]
    assert [scene.continued for scene in scenes] == [False, True]


def test_a_third_page_is_counted_so_that_titles_differ() -> None:
    scenes = scenes_of(Bullets(Label("题"), points(*"一二三四五六七八九十" * 2)))

    assert [scene.title for scene in scenes] == ["题", "题（续2）", "题（续3）"]


def test_a_head_is_not_the_last_of_a_page() -> None:
    family = (Point(Label("头"), role="head"), *points("甲", "乙", level=2))
    scenes = scenes_of(Bullets(Label("题"), family * 6))

    assert len(scenes) > 1
    assert all(scene.points[-1].role != "head" for scene in scenes)


def test_notes_of_a_point_are_on_its_page() -> None:
    noted = tuple(
        Point(Passage.of_line(word, 1), notes=(Passage.of_line(f"{word}的备注", 1),))
        for word in "一二三四五六七八九十"
    )
    first, second = scenes_of(Bullets(Label("题"), noted))

    assert [str(note)[0] for note in first.notes] == list("一二三四五")
    assert [str(note)[0] for note in second.notes] == list("六七八九十")


def test_a_point_longer_than_a_page_goes_on_behind_a_clause() -> None:
    clause = "推动经济实现质的有效提升和量的合理增长，"
    first, *more = scenes_of(Bullets(Label("题"), points(clause * 40)))

    assert more
    assert str(first.points[-1].passage).endswith("，")
    assert (
        not next(item for item in text_items(more[0]) if item.slot == "body").paragraphs[0].bullet
    )


def test_what_goes_on_is_reported() -> None:
    notices: list[Notice] = []
    arrange(
        Deck((Bullets(Label("题"), points(*"一二三四五六七八九十")),)),
        THEME,
        report=notices.append,
    )

    assert [notice.kind for notice in notices] == ["text-continued"]


def test_a_title_too_long_for_its_place_ends_at_a_clause_and_is_whole_in_the_notes() -> None:
    notices: list[Notice] = []
    title = Passage.of_line("深入学习贯彻会议精神，扎实推进各项重点任务落地见效，" * 5, 7)
    (scene,) = arrange(Deck((Bullets(title, ()),)), THEME, report=notices.append).scenes

    assert title.text.startswith(scene.title + "，")
    assert scene.notes == (title,)
    assert [(notice.kind, notice.line, notice.counts) for notice in notices] == [
        ("text-does-not-fit", 7, True)
    ]


def test_a_footer_that_does_not_fit_one_line_is_left_out() -> None:
    def footer(text: str) -> str:
        return arrange(Deck((), footer=Label(text)), THEME).footer

    assert footer("某市人民政府办公室") == "某市人民政府办公室"
    assert footer("某市人民政府办公室" * 9) == ""


def test_the_place_of_a_missing_subtitle_is_taken_by_the_occasion() -> None:
    def top(cover: Cover) -> float:
        (scene,) = scenes_of(cover)
        return next(item.area.top.pt for item in text_items(scene) if item.slot == "occasion")

    assert top(Cover(Label("题"), subtitle=Label("副题"), occasion=Label("会议"))) == 345
    assert top(Cover(Label("题"), occasion=Label("会议"))) == 300


def test_organisation_comes_before_the_speaker_in_one_place() -> None:
    (scene,) = scenes_of(Cover(Label("题"), speaker=Label("张三"), organisation=Label("某局")))
    item = next(item for item in text_items(scene) if item.slot == "speaker")

    assert [paragraph.text for paragraph in item.paragraphs] == ["某局", "张三"]


def test_four_thousand_slides_take_seconds() -> None:
    slide = Bullets(
        Passage.of_line("深入推进重点领域改革", 1),
        points(*("推动经济实现质的有效提升和量的合理增长，" * n for n in (1, 2, 1, 3))),
    )

    assert len(scenes_of(*(slide,) * 4000)) == 4000


def test_a_table_under_the_title_of_the_points_before_it_goes_on() -> None:
    title = Passage.of_line("填表说明", 3)
    table = Table(((Cell(Passage.of_line("序号", 5)),), (Cell(Passage.of_line("1", 6)),)))
    point = Point(Passage.of_line("按月填写", 4))

    scenes = scenes_of(Bullets(title, (point,)), TableSlide(title, table))

    assert [scene.title for scene in scenes] == ["填表说明", "填表说明（续）"]

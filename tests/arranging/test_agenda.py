import re
from itertools import count

import pytest

from slidegen.arranging import arrange
from slidegen.deck import Agenda, AgendaEntry, Bullets, Deck, Divider, Point, Slide
from slidegen.passage import Label
from slidegen.scene import Scene, ShapeItem, TextItem
from slidegen.theme_file import load_theme

from .plain_theme import plain_theme

THEME = plain_theme()
NUMBERS = "一二三四五六七八九十"


def number(index: int) -> str:
    tens, ones = divmod(index + 1, 10)
    return ("十" if tens == 1 else NUMBERS[tens - 1] + "十" if tens else "") + (
        NUMBERS[ones - 1] if ones else ""
    )


def agenda(count: int, *, current: int | None = None, section: int | None = None) -> Agenda:
    entries = tuple(
        AgendaEntry(Label(f"推动第{number(index)}项工作落实"), number(index), index)
        for index in range(count)
    )
    return Agenda(Label("目录"), entries, current=current, section=section)


def scenes_of(*slides: Slide) -> tuple[Scene, ...]:
    return arrange(Deck(slides), THEME).scenes


def bodies(scene: Scene) -> list[TextItem]:
    return [item for item in scene.items if isinstance(item, TextItem) and item.slot != "title"]


@pytest.mark.parametrize("count", range(1, 61))
def test_every_entry_stands_once_in_order(count: int) -> None:
    shown = [
        paragraph.text.replace("\n", "").replace("\u3000", "\t").partition("\t")[0]
        for scene in scenes_of(agenda(count))
        for body in bodies(scene)
        for paragraph in body.paragraphs
    ]

    assert shown == [number(index) for index in range(count)]


@pytest.mark.parametrize("count", range(1, 7))
def test_up_to_six_entries_stand_in_one_column(count: int) -> None:
    (scene,) = scenes_of(agenda(count))

    assert [body.slot for body in bodies(scene)] == ["body"]


@pytest.mark.parametrize("count", range(7, 13))
def test_more_entries_stand_in_two_even_columns(count: int) -> None:
    (scene,) = scenes_of(agenda(count))
    left, right = bodies(scene)

    assert (left.slot, right.slot) == ("left", "right")
    assert len(left.paragraphs) - len(right.paragraphs) in (0, 1)


def test_many_entries_are_spread_over_even_pages() -> None:
    scenes = scenes_of(agenda(40))
    counts = [len(body.paragraphs) for scene in scenes for body in bodies(scene)]

    assert len(scenes) > 1
    assert max(counts) - min(counts) <= 1
    assert len(counts) == 2 * len(scenes)


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
@pytest.mark.parametrize(
    ("words", "mark"), [("Agenda", " (continued)"), ("目录", "（续）"), ("目錄", "（續）")]
)
def test_the_mark_of_a_page_that_goes_on_stands_whole_under_the_title(aspect, words, mark) -> None:
    entries = tuple(
        AgendaEntry(Label("Strengthening oversight across all departments " * 2), None, index)
        for index in range(20)
    )
    deck = Deck((Agenda(Label(words), entries),), continued=Label(mark))
    first, *others = arrange(deck, load_theme("gov-red", aspect)).scenes

    assert first.title == words
    for number, roman, scene in zip(count(2), ("II", "III", "IV", "V"), others, strict=False):
        counted = re.sub(r"(?=[)）])", f" {roman}" if mark.isascii() else str(number), mark)
        item = next(i for i in scene.items if isinstance(i, TextItem) and i.slot == "title")
        assert scene.title in (words + mark, words + counted)
        assert item.paragraphs[0].text.split("\n")[0] == words


def test_entries_too_long_for_half_a_page_stand_in_one_column() -> None:
    entries = tuple(
        AgendaEntry(
            Label("Strengthening oversight across all departments and public bodies"), "1", n
        )
        for n in range(9)
    )
    scenes = arrange(Deck((Agenda(Label("Agenda"), entries),)), load_theme("gov-red", "4:3")).scenes

    assert {body.slot for scene in scenes for body in bodies(scene)} == {"body"}


@pytest.mark.parametrize("current", [0, 17, 39])
def test_where_the_agenda_comes_again_only_the_page_with_the_lit_section_is_shown(current) -> None:
    (scene,) = scenes_of(agenda(40, current=current))
    lit = [str(p.words) for body in bodies(scene) for p in body.paragraphs if p.bold]

    assert lit == [f"推动第{number(current)}项工作落实"]


def test_an_agenda_without_entries_makes_no_page() -> None:
    assert scenes_of(agenda(0)) == ()


def test_an_entry_leads_to_the_first_page_of_its_section() -> None:
    many = tuple(Label(str(n)) for n in range(30))
    long = Bullets(Label("长"), tuple(Point(word) for word in many), section=0)
    divider = Divider(Label("二"), section=1)
    scenes = scenes_of(agenda(2), long, divider)
    targets = [paragraph.scene for body in bodies(scenes[0]) for paragraph in body.paragraphs]

    assert targets == [1, len(scenes) - 1]
    assert len(scenes) > 3


def test_an_agenda_shown_again_does_not_lead_to_itself() -> None:
    again = agenda(1, current=0, section=0)
    scenes = scenes_of(again, Divider(Label("一"), section=0))

    assert bodies(scenes[0])[0].paragraphs[0].scene == 1


def test_the_current_section_is_lit() -> None:
    (scene,) = scenes_of(agenda(3, current=1))
    paragraphs = bodies(scene)[0].paragraphs

    assert [paragraph.bold for paragraph in paragraphs] == [None, True, None]
    assert [paragraph.runs[0].colour for paragraph in paragraphs] == ["muted", "accent", "muted"]


def test_rules_stand_between_the_entries_and_touch_none() -> None:
    (scene,) = scenes_of(agenda(3))
    tops = [item.area.top.pt for item in scene.items if isinstance(item, ShapeItem)]

    # 24 points at a pitch of 36 and a gap of 24, from the top at 60
    assert tops == [60 + 36 + 12, 60 + 36 + 24 + 36 + 12]


def test_a_number_that_does_not_hang_stands_before_the_words() -> None:
    entries = (AgendaEntry(Label("总则"), "第二百二十一章之一", 0),)
    (scene,) = scenes_of(Agenda(Label("目录"), entries))
    (paragraph,) = bodies(scene)[0].paragraphs

    assert paragraph.text == "第二百二十一章之一\u3000总则"
    assert not paragraph.bullet


def test_where_one_number_is_wide_all_hang_as_far() -> None:
    entries = (AgendaEntry(Label("总则"), "九", 0), AgendaEntry(Label("附则"), "第二十一", 1))
    (scene,) = scenes_of(Agenda(Label("目录"), entries))
    first, second = bodies(scene)[0].paragraphs

    assert first.text == "九\t总则"
    assert first.hanging == second.hanging is not None

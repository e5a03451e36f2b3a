from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.arranging import arrange
from slidegen.arranging.cover import PIXEL
from slidegen.deck import Deck, PictureSlide, Point
from slidegen.document import Picture
from slidegen.passage import EMPTY, Label, Passage
from slidegen.scene import PictureItem, Scene, ShapeItem, TextItem
from slidegen.theme_file import load_theme
from slidegen.units import Rect

from .plain_theme import plain_theme

THEME = plain_theme()
PLACE = THEME.layout("picture").slot("picture").area
BELOW = THEME.layout("picture").slot("caption").area
ROOM = Rect(PLACE.left, PLACE.top, PLACE.width, BELOW.bottom - PLACE.top)
"""Of a picture without a caption, which has the caption's place too."""


def scene_of(width: int, height: int, *, caption: Passage = EMPTY) -> Scene:
    picture = Picture(b"", "image/png", width, height, caption=caption)
    (scene,) = arrange(Deck((PictureSlide(Label("图"), (picture,)),)), THEME).scenes
    return scene


def item_of(scene: Scene) -> PictureItem:
    return next(item for item in scene.items if isinstance(item, PictureItem))


@pytest.mark.parametrize(
    ("width", "height"), [(4000, 300), (300, 4000), (1600, 900), (40, 40), (1, 5000)]
)
def test_a_picture_is_fitted_and_not_distorted(width: int, height: int) -> None:
    area = item_of(scene_of(width, height)).area

    assert ROOM.contains(area)
    assert area.width.emu * height == pytest.approx(area.height.emu * width, rel=0.01)


def test_a_small_picture_is_not_enlarged() -> None:
    area = item_of(scene_of(96, 48)).area

    assert (area.width.pt, area.height.pt) == (72, 36)


def test_a_picture_stands_in_the_middle_of_its_place() -> None:
    area = item_of(scene_of(96, 48)).area

    assert area.left.pt + area.width.pt / 2 == ROOM.left.pt + ROOM.width.pt / 2
    assert area.top.pt + area.height.pt / 2 == ROOM.top.pt + ROOM.height.pt / 2


def test_a_caption_stands_right_below_the_picture() -> None:
    scene = scene_of(96, 48, caption=Passage.of_line("图注", 3))
    caption = next(i for i in scene.items if isinstance(i, TextItem) and i.slot == "caption")

    assert 0 < (caption.area.top - item_of(scene).area.bottom).pt < 20


def test_a_caption_too_long_for_its_place_is_whole_in_the_notes() -> None:
    long = Passage.of_line("很长的图注，" * 30, 3)
    scene = scene_of(9, 9, caption=long)
    caption = next(i for i in scene.items if isinstance(i, TextItem) and i.slot == "caption")

    assert scene.notes == (long,)
    assert long.text.startswith(caption.paragraphs[0].text)


def test_a_caption_that_is_the_title_is_not_said_twice() -> None:
    caption = Passage.of_line("图注", 3)
    picture = Picture(b"", "image/png", 96, 48, caption=caption)
    (scene,) = arrange(Deck((PictureSlide(caption, (picture,)),)), THEME).scenes

    assert [item.slot for item in scene.items if isinstance(item, TextItem)] == ["title"]


SIDES = st.integers(20, 3000)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(SIDES, SIDES, st.booleans()), min_size=1, max_size=4), st.booleans())
def test_pictures_that_share_a_page_keep_apart_and_their_shape(sizes, is_wide) -> None:
    theme = load_theme("gov-red", "16:9" if is_wide else "4:3")
    pictures = tuple(
        Picture(b"", "image/png", w, h, caption=Passage.of_line("图注说明" if said else "", n))
        for n, (w, h, said) in enumerate(sizes, 1)
    )
    (scene,) = arrange(Deck((PictureSlide(Label("图"), pictures),)), theme).scenes
    areas = [item.area for item in scene.items if not isinstance(item, ShapeItem)]

    assert all(theme.safe_area.contains(area) for area in areas)
    assert not any(one.overlaps(other) for one, other in combinations(areas, 2))
    for item, (w, h, _) in zip(
        (i for i in scene.items if isinstance(i, PictureItem)), sizes, strict=True
    ):
        assert item.area.width <= PIXEL * w
        assert item.area.width.emu * h == pytest.approx(item.area.height.emu * w, rel=0.02)


def beside(count: int, words: int = 10) -> tuple[Scene, ...]:
    points = tuple(Point(Passage.of_line("要点" * words, n)) for n in range(1, count + 1))
    picture = Picture(b"", "image/png", 600, 800, caption=Passage.of_line("图注", 99))
    slide = PictureSlide(Label("题"), (picture,), points)
    return arrange(Deck((slide,)), load_theme("gov-red")).scenes


def test_points_stand_beside_a_picture_if_they_fit() -> None:
    (scene,) = beside(4)

    assert (scene.kind, scene.layout) == ("columns", "picture-beside")
    assert len(scene.points) == 4


def test_a_picture_has_its_own_page_if_they_do_not() -> None:
    *pages, last = beside(5, words=100)

    assert {page.kind for page in pages} == {"bullets"}
    assert last.kind == "picture"

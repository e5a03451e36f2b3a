import pytest

from slidegen.arranging import arrange
from slidegen.deck import Deck, PictureSlide
from slidegen.document import Picture
from slidegen.passage import EMPTY, Label, Passage
from slidegen.scene import PictureItem, Scene

from .plain_theme import plain_theme

THEME = plain_theme()
ROOM = THEME.layout("picture").slot("picture").area


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


def test_a_caption_that_does_not_fit_is_in_the_notes() -> None:
    short, long = Passage.of_line("图注", 3), Passage.of_line("很长的图注" * 30, 3)

    assert "caption" in [
        getattr(item, "slot", None) for item in scene_of(9, 9, caption=short).items
    ]
    assert scene_of(9, 9, caption=long).notes == (long,)

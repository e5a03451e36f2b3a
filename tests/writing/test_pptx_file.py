"""The file as a whole: sound, the same on every run, and saying nothing untrue of itself."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from openxml_audit import validate_pptx
from pptx import Presentation

from slidegen.errors import ThemeError
from slidegen.scene import Scene, Scenes, ShapeItem
from slidegen.theme_file import load_theme
from slidegen.units import Rect
from slidegen.writing.pptx import write_pptx

SCRIPT = """
import sys
from slidegen.passage import Passage
from slidegen.scene import Scene, Scenes, TextItem, TextParagraph, TextRun
from slidegen.theme_file import load_theme
from slidegen.writing.pptx import write_pptx

theme = load_theme("gov-red")
slot = theme.layout("content").slot("title")
scenes = tuple(
    Scene("bullets", "content", str(n),
          (TextItem("title", slot.area, (TextParagraph((TextRun(f"第{n}页"),)),)),),
          notes=(Passage.of_line("同志们", 1),), section=n % 2)
    for n in range(4)
)
deck = Scenes(scenes, sections=("甲", "乙"), title="讲话", footer="会议")
sys.stdout.buffer.write(write_pptx(deck, theme))
"""


def run_with_seed(seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    environment.pop("SOURCE_DATE_EPOCH", None)
    return subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, check=True
    ).stdout


def test_two_processes_with_different_hash_seeds_give_the_same_bytes():
    assert run_with_seed("1") == run_with_seed("4711")


def test_every_member_of_the_file_has_the_same_fixed_date(desk):
    with ZipFile(BytesIO(desk.bytes_of(desk.content("标题")))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_dates_are_those_of_source_date_epoch(desk, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    properties = desk.deck_of(desk.content("标题")).core_properties

    assert properties.created.isoformat()[:10] == "2025-01-01"
    assert properties.modified == properties.created


def test_the_file_names_its_title_and_only_a_stated_author(desk):
    nameless = desk.deck_of(desk.content("标题"), title="讲话").core_properties
    named = desk.deck_of(desk.content("标题"), title="讲话", author="李某").core_properties

    assert (nameless.title, nameless.author, nameless.last_modified_by) == ("讲话", "", "")
    assert named.author == "李某"


def test_a_deck_without_a_title_takes_its_first_slides(desk):
    assert desk.deck_of(desk.content("标题")).core_properties.title == "标题"


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
def test_an_audit_against_the_schemas_finds_nothing(desk, aspect, tmp_path):
    theme = load_theme("gov-red", aspect)
    ornament = ShapeItem(Rect.of_inches(1, 3, 5, 0.1), "rule")
    pages = (
        desk.with_items(desk.content("甲", desk.words("一\t要点", scene=1), section=0), ornament),
        desk.content("乙", "Point", section=1, notes=desk.notes("同志们：", "Thanks.")),
    )
    path = tmp_path / "deck.pptx"
    path.write_bytes(write_pptx(Scenes(pages, sections=("甲", "乙"), footer="会议"), theme))

    assert validate_pptx(path).errors == []


def test_every_layout_of_the_theme_can_be_filled(desk, tmp_path):
    pages = []
    for layout in desk.theme.layouts:
        texts = [slot.name for slot in layout.slots if slot.kind in ("title", "subtitle", "body")]
        items = tuple(desk.text(layout.name, name, "文字") for name in texts)
        pages.append(Scene("bullets", layout.name, layout.name, items))
    path = tmp_path / "deck.pptx"
    path.write_bytes(desk.bytes_of(*pages))

    assert validate_pptx(path).errors == []


def test_a_template_without_the_layouts_is_an_error_that_names_one(desk, tmp_path):
    path = tmp_path / "stranger.pptx"
    Presentation().save(path)

    with pytest.raises(ThemeError, match="no layout called '封面'"):
        deck_with_template(desk, path)


def test_a_template_that_is_no_office_file_is_an_error(desk, tmp_path):
    path = tmp_path / "broken.pptx"
    path.write_bytes(b"not a zip")

    with pytest.raises(ThemeError, match="no PowerPoint file"):
        deck_with_template(desk, path)


def test_slides_left_in_a_template_do_not_come_along(desk, tmp_path):
    path = tmp_path / "used.pptx"
    old = (desk.content("旧", section=0, notes=desk.notes("旧")), desk.content("旧二", section=0))
    path.write_bytes(desk.bytes_of(*old, sections=("旧节",)))
    deck = deck_with_template(desk, path)

    assert deck == desk.bytes_of(desk.content("新"))


def deck_with_template(desk, path) -> bytes:
    return write_pptx(Scenes((desk.content("新"),)), replace(desk.theme, template=path))

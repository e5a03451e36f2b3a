import importlib.util
import json
import string
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.arranging.measure import EM, Ruler, advances, width
from slidegen.units import Length

ROOT = Path(__file__).parents[2]
SIZE = Length.points(20)


def build_metrics() -> ModuleType:
    pytest.importorskip("fontTools")
    spec = importlib.util.spec_from_file_location(
        "build_metrics", ROOT / "scripts" / "build_metrics.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_is_as_the_fonts_have_it() -> None:
    script = build_metrics()
    if not script.fonts_are_installed():
        pytest.skip("the fonts that the table is made from are not installed")

    assert script.TABLE.read_text(encoding="ascii") == script.table()


def test_the_table_knows_the_letters_of_europe() -> None:
    table = json.loads((ROOT / "slidegen/arranging/advances.json").read_text(encoding="ascii"))

    assert set(table) == {"regular", "bold", "regular-latin", "bold-latin"}
    for face in ("regular", "bold"):
        assert set(string.ascii_letters + string.digits + "äéñßœŠžΩЖя€") <= set(table[face])
        assert all(0 <= advance <= 2100 for advance in table[face].values())


def test_han_and_full_width_forms_are_an_em_wide() -> None:
    assert width("政府工作，（２）", SIZE) == SIZE * 8


def test_combining_marks_take_no_room() -> None:
    assert width("e\u0301", SIZE) == width("e", SIZE)


def test_quotes_are_as_wide_as_in_a_chinese_font_where_a_text_is_chinese() -> None:
    assert width("“知”", SIZE) == SIZE * 3


def test_quotes_are_narrow_where_a_text_is_latin() -> None:
    assert width("“we”", SIZE) < SIZE * 3


def test_bold_is_nowhere_narrower() -> None:
    characters = [chr(code) for code in range(0x20, 0x500)]
    text = "".join(characters)
    regular, bold = advances(text), advances(text, bold=True)

    assert all(regular[character] <= bold[character] for character in characters)


def test_an_emoji_is_wider_than_an_em() -> None:
    assert advances("😀")["😀"] > EM


TEXTS = st.text(st.sampled_from("市知产权，。《》“”abc 12%—-–é\u0301🎉"), max_size=30)


@given(TEXTS, st.data(), st.booleans())
def test_a_ruler_tells_the_width_of_any_stretch(text: str, data, bold: bool) -> None:
    last = data.draw(st.integers(0, len(text)))
    first = data.draw(st.integers(0, last))
    size = Length.points(18)

    assert Ruler(text, bold=bold).width(first, last, size) == width(
        text[first:last], size, bold=bold
    )

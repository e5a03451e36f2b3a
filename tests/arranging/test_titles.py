import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.arranging.lines import ROOM
from slidegen.arranging.measure import width
from slidegen.arranging.phrasing import Phrasing
from slidegen.arranging.titles import balanced
from slidegen.units import Length

from .cases import Case, cases

SIZE = Length.points(30)
SAID = ("知识产权是重要资源，", "保护知识产权，", "知识产权的运用，", "加强知识产权工作。", "认识")


def lines_of(text: str, em: float, *, most: int | None = 3) -> tuple[str, ...]:
    language = "en-GB" if text.isascii() else "zh-CN"
    phrasing = Phrasing(language, lambda: SAID)
    room = SIZE * (em / ROOM)
    return balanced(text, room, SIZE, bold=False, most=most, phrasing=phrasing).lines


@pytest.mark.parametrize("case", cases("titles"), ids=lambda case: case.title)
def test_titles_are_set_as_the_cases_say(case: Case) -> None:
    room, text = case.given

    assert lines_of(text, float(room)) == case.expected


TITLES = st.text(alphabet="推动经济高质量发展和改善民生，、：的在2025年", min_size=1, max_size=60)


@settings(deadline=None, max_examples=80)
@given(TITLES, st.floats(6, 20))
def test_lines_of_a_title_are_the_title_and_none_is_too_wide(title: str, em: float) -> None:
    lines = lines_of(title, em)

    assert "".join(lines) == title
    assert all(width(line.rstrip(" "), SIZE) <= SIZE * (em / ROOM) for line in lines)


def test_the_model_of_phrases_is_loaded_only_for_a_title_of_several_lines() -> None:
    script = """
import sys
from slidegen.arranging.phrasing import Phrasing
from slidegen.arranging.titles import balanced
from slidegen.units import Length
def set(text):
    room, size, phrasing = Length.points(300), Length.points(30), Phrasing("zh-CN")
    balanced(text, room, size, bold=True, most=3, phrasing=phrasing)
set("短标题")
assert "budoux" not in sys.modules
set("关于进一步优化营商环境的若干措施")
assert "budoux" in sys.modules
"""

    subprocess.run([sys.executable, "-c", script], check=True)

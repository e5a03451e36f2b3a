import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.arranging.lines import NOT_FIRST, NOT_LAST, ROOM, broken, count
from slidegen.arranging.measure import width
from slidegen.units import Length

from .cases import Case, cases

SIZE = Length.points(20)


def em(number: float) -> Length:
    """Room for so many em, beside what is kept back."""
    return SIZE * (number / ROOM)


@pytest.mark.parametrize("case", cases("lines"), ids=lambda case: case.title)
def test_lines_break_as_the_cases_say(case: Case) -> None:
    room, *text = case.given

    lines = broken("\n".join(text), em(float(room)), SIZE)

    assert lines == case.expected


PROSE = st.text(alphabet="建设现代化市场，。；：、！“”《》（）—…abc XYZ019.,%()-/", max_size=120)


@settings(deadline=None, max_examples=100)
@given(PROSE, st.floats(3, 30))
def test_lines_put_together_are_the_text(text: str, room: float) -> None:
    assert "".join(broken(text, em(room), SIZE)) == text


@settings(deadline=None, max_examples=100)
@given(PROSE, st.floats(3, 30))
def test_no_line_is_wider_than_its_room(text: str, room: float) -> None:
    lines = broken(text, em(room), SIZE)

    assert all(width(line.rstrip(" "), SIZE) <= em(room) for line in lines)


WORDS = ("建设", "现代化", "，", "。", "“两个健康”", "《纲要》", "（试行）", "12.5%", "——", "与")


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.floats(12, 30))
def test_punctuation_stands_where_it_may(words: list[str], room: float) -> None:
    text = "一".join(words)

    lines = broken(text, em(room), SIZE)

    assert not any(line[0] in NOT_FIRST for line in lines[1:])
    assert not any(line[-1] in NOT_LAST for line in lines[:-1] if line)


@settings(deadline=None, max_examples=100)
@given(PROSE, st.floats(4, 20))
def test_a_wider_room_never_takes_more_lines(text: str, room: float) -> None:
    assert count(text, em(room * 1.5), SIZE) <= count(text, em(room), SIZE)


def test_bold_and_code_never_take_fewer_lines() -> None:
    text = "Applications are reviewed within 30 days of their receipt, 自收到之日起30日内答复。"
    rooms = [em(tenths / 10) for tenths in range(40, 400)]

    plain = [count(text, room, SIZE) for room in rooms]

    assert all(
        a <= b for a, b in zip(plain, (count(text, r, SIZE, bold=True) for r in rooms), strict=True)
    )
    assert all(
        a <= b for a, b in zip(plain, (count(text, r, SIZE, code=True) for r in rooms), strict=True)
    )

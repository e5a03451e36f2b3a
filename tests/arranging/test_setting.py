from slidegen.arranging.lines import ROOM, broken
from slidegen.arranging.setting import lines_of, runs_of
from slidegen.passage import PLAIN, Passage, Style
from slidegen.units import Length

SIZE = Length.points(20)


def em(number: float) -> Length:
    """Room for so many em, beside what is kept back."""
    return SIZE * (number / ROOM)


def set_in(room: Length, *words: tuple[str, Style]) -> tuple[str, ...]:
    passage = sum((Passage.of_line(text, 1, 0, style) for text, style in words), Passage())
    return lines_of(runs_of(passage), room, SIZE, bold=False)


def test_no_line_is_counted_on_that_ends_before_a_number_behind_a_comma() -> None:
    # LibreOffice takes what stands before the comma to the next line, PowerPoint does not
    assert set_in(em(9.3), ("正常上传文件，2026年报告", PLAIN)) == ("正常上传文", "件，2026年报告")


def test_nor_one_that_ends_before_a_latin_word_in_quotation_marks() -> None:
    assert set_in(em(9.3), ("正常上传文件中“OFDX”件", PLAIN)) == ("正常上传文件", "中“OFDX”件")


def test_a_line_may_end_behind_a_comma_before_chinese() -> None:
    assert set_in(em(8), ("正常上传文件，“报告”等", PLAIN)) == ("正常上传文件，", "“报告”等")


def test_a_word_in_bold_makes_the_whole_as_wide_as_in_bold() -> None:
    said = "Applications are reviewed within 30 days of their receipt by the office."
    rooms = [em(tenths / 10) for tenths in range(60, 300)]
    plain, bold = (Style(), Style(bold=True))
    shown = [set_in(room, (said[:12], bold), (said[12:], plain)) for room in rooms]

    assert shown == [broken(said, room, SIZE, bold=True) for room in rooms]
    assert shown != [broken(said, room, SIZE) for room in rooms]

from __future__ import annotations

import pytest

from slidegen.outlining.dates import after_date, date_of, dates_in, is_date
from slidegen.passage import Passage


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-12-05", "2024-12-05"),
        ("2024/12/5", "2024-12-05"),
        ("2024.12.05", "2024-12-05"),
        ("2024年12月5日", "2024-12-05"),
        ("２０２４年１２月５日", "2024-12-05"),
        ("2024 年 12 月 5 日", "2024-12-05"),
        ("二〇二六年一月二十七日", "2026-01-27"),
        ("二○二六年十二月三十一日", "2026-12-31"),
        ("一九五五年三月廿一日", "1955-03-21"),
        ("5 March 2024", "2024-03-05"),
        ("5th of May", None),
        ("March 5, 2024", "2024-03-05"),
        ("Sept. 5, 2024", "2024-09-05"),
        ("Jan. 8, 2025", "2025-01-08"),
        ("the 8th day of January, 2025", "2025-01-08"),
        ("13/8/2024", "2024-08-13"),
        ("8/13/2024", "2024-08-13"),
        ("8/1/2025", None),
        ("2024年12月", None),
        ("2025年2月30日", None),
        ("20xx年x月x日", None),
    ],
)
def test_only_a_full_date_of_the_calendar_has_an_iso_form(text: str, iso: str | None) -> None:
    assert next((found.iso for found in dates_in(text)), None) == iso


def test_figures_are_no_dates() -> None:
    text = "增长2024.5万吨，编号12024-12-05，完成率98.8%，2030年前达峰"

    assert list(dates_in(text)) == []


def test_a_date_is_a_slice_of_its_line() -> None:
    line = Passage.of_line("——2026年1月25日在大会上", 3)

    found = date_of(line)

    assert found and (found[0].text, found[0].place.start) == ("2026年1月25日", 2)


@pytest.mark.parametrize(
    "text", ["（2009年4月13日）", "2024年6月3日 星期一", "2024-06-03 09:30:00"]
)
def test_brackets_weekday_and_clock_leave_a_date_a_date(text: str) -> None:
    assert is_date(text)


def test_what_follows_a_date_is_told_without_the_time_of_day() -> None:
    assert after_date("2024-12-05 09:30 某某网") == "某某网"
    assert after_date("某某网 2024-12-05") is None


@pytest.mark.parametrize(
    "text",
    [
        "Monday, June 10, 2024, 6:30 p.m.",
        "Tuesday 16 July 2024 at 10.00am",
        "June 10, 2024, 9 a.m. to 12 noon",
        "(4 July 2024)",
        "May 6, 2022.",
    ],
)
def test_an_english_date_may_have_its_weekday_and_time(text: str) -> None:
    assert is_date(text)


def test_a_sentence_that_begins_with_a_date_is_no_date() -> None:
    assert not is_date("4 July 2024 was a Thursday")

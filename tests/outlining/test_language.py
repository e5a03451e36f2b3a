from __future__ import annotations

import pytest

from slidegen.outlining.language import language_of
from slidegen.reading import read


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("图书馆要为读者服务。", "zh-CN"),
        ("圖書館要為讀者服務。", "zh-TW"),
        ("本馆引进 ILAS 与 RFID 系统，与 OCLC 联网。", "zh-CN"),
        ("The programme was organised at the centre.", "en-GB"),
        ("The program was organized at the center.", "en-US"),
        ("The exercise was otherwise a surprise to our four advisers.", "en-US"),
        ("It costs £40 and opens on 5 March 2024.", "en-GB"),
        ("It costs $40 and opens on March 5, 2024.", "en-US"),
        ("The analyses of federal agencies came out on May 2, 2024.", "en-US"),
        ("Members of Parliament met at 10.30am.", "en-GB"),
        ("Reading room 图书馆 opens at eight on weekdays and at ten on Saturdays.", "en-US"),
    ],
)
def test_letters_and_spelling_tell_the_language(text: str, language: str) -> None:
    assert language_of(read(text.encode(), format="text")) == language

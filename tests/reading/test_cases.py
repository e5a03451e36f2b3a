"""Documents and what is read from them, a case each."""

from __future__ import annotations

import pytest

from slidegen.reading import read

from .cases import Case, cases
from .dump import dump


@pytest.mark.parametrize("case", cases("text.txt"), ids=lambda case: case.title)
def test_text_is_read_as_the_case_says(case: Case) -> None:
    document = read(case.source.encode(), format="text")

    assert dump(document) == case.expected


@pytest.mark.parametrize("case", cases("markdown.txt"), ids=lambda case: case.title)
def test_markdown_is_read_as_the_case_says(case: Case) -> None:
    document = read(case.source.encode(), format="markdown")

    assert dump(document) == case.expected

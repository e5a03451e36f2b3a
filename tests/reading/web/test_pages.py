"""Pages of the shapes that offices publish, and what is read from them, a case each.

The title, the page, and the document as a dump; in the order of the page, nothing of the site.
"""

from __future__ import annotations

import pytest

from slidegen.reading import read
from tests.reading.cases import Case, cases
from tests.reading.dump import dump

PAGES = cases("../web/pages.txt")


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.title)
def test_a_page_is_read_as_the_case_says(case: Case) -> None:
    document = read(case.source.encode(), format="html")

    assert dump(document) == case.expected


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.title)
def test_every_run_is_found_in_its_line(case: Case) -> None:
    from tests.reading.dump import runs_of

    document = read(case.source.encode(), format="html")

    for run in runs_of(document.blocks):
        assert document.lines[run.line - 1][run.start : run.end] == run.text

"""What holds for all tests: where drawing is required, a test that draws may not be skipped."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

MUST_DRAW = "SLIDEGEN_MUST_DRAW"
"""Set on the CI server, where LibreOffice has to be there."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-golden",
        action="store_true",
        help="write the golden dumps anew instead of comparing with them",
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and os.environ.get(MUST_DRAW) and item.get_closest_marker("render"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: skipped, although {MUST_DRAW} is set"
    return report

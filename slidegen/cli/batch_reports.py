"""The reports of a batch, into files and to GitHub."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from slidegen.batching.storage import Place, place_of, write
from slidegen.cli.tongue import tongue
from slidegen.writing.files import check_writable

if TYPE_CHECKING:
    from slidegen.batching.batch import Result
    from slidegen.cli.batch_settings import Settings

STEP_SUMMARY = "GITHUB_STEP_SUMMARY"


class Reports:
    """The files that were asked for."""

    def __init__(self, settings: Settings) -> None:
        self.json, self.junit, self.summary = (
            place_of(file) if file else None
            for file in (settings.report, settings.junit, settings.summary)
        )
        self.strict = settings.strict

    def check(self) -> None:
        """Raises OutputError before any work is done for nothing."""
        for file in filter(None, (self.json, self.junit, self.summary)):
            if isinstance(file, Path):
                check_writable(file)

    def write(self, result: Result) -> None:
        """Raises OutputError for the first that cannot be written."""
        from slidegen.batching.reporting.annotating import lines_for_github, under_github_actions
        from slidegen.batching.reporting.junit import junit
        from slidegen.batching.reporting.rows import batch_report
        from slidegen.batching.reporting.summary import summary

        outcomes, seconds = result.outcomes, result.seconds
        if under_github_actions(os.environ):
            for line in lines_for_github(outcomes, tongue=tongue()):
                print(line)
        if self.json:
            rows = json.dumps(batch_report(outcomes, seconds), ensure_ascii=False, indent=2) + "\n"
            write(self.json, rows.encode(errors="backslashreplace"))
        if self.junit:
            write(self.junit, junit(outcomes, seconds, strict=self.strict, tongue=tongue()))
        if self.summary:
            page = summary(outcomes, seconds, tongue=tongue()).encode(errors="backslashreplace")
            write(self.summary, _before(self.summary) + page)


def _before(page: Place) -> bytes:
    """What a step of GitHub's has written on its page already; any other page is ours alone."""
    if not isinstance(page, Path) or str(page) != os.environ.get(STEP_SUMMARY):
        return b""
    return page.read_bytes() if page.exists() else b""

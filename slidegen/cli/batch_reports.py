"""The reports of a batch, into files and to GitHub."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from slidegen.batching.assigning import identity
from slidegen.batching.storage import Place, check_place, place_of, write
from slidegen.cli.tongue import tongue
from slidegen.errors import OutputError, SlidegenError
from slidegen.messages import Message

if TYPE_CHECKING:
    from slidegen.batching.assigning import Assignment
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

    @property
    def files(self) -> list[Place]:
        return [file for file in (self.json, self.junit, self.summary) if file]

    def check(self) -> None:
        """Raises SlidegenError before any work is done for nothing."""
        for file in self.files:
            check_place(file)

    def check_apart(self, assignment: Assignment) -> None:
        """Raises OutputError if a document, a deck or another report would be written over."""
        taken = set(assignment.files) if self.files else set()
        for file in self.files:
            if isinstance(file, Path) and file.exists() and not file.is_file():
                continue  # `/dev/null` takes any number of reports.
            name = identity(str(file))
            if name in taken:
                raise _in_use(file)
            taken.add(name)

    def write(self, result: Result) -> tuple[SlidegenError, ...]:
        """Why those cannot be written that cannot; the others are."""
        from slidegen.batching.reporting.annotating import lines_for_github, under_github_actions
        from slidegen.batching.reporting.junit import junit
        from slidegen.batching.reporting.rows import batch_report
        from slidegen.batching.reporting.summary import summary

        outcomes, seconds = result.outcomes, result.seconds
        if under_github_actions(os.environ):
            for line in lines_for_github(outcomes, tongue=tongue()):
                print(line)
        pages: list[tuple[Place, bytes]] = []
        if self.json:
            rows = json.dumps(batch_report(outcomes, seconds), ensure_ascii=False, indent=2) + "\n"
            pages.append((self.json, rows.encode(errors="backslashreplace")))
        if self.junit:
            suite = junit(outcomes, seconds, strict=self.strict, tongue=tongue())
            pages.append((self.junit, suite))
        if self.summary:
            page = summary(outcomes, seconds, tongue=tongue()).encode(errors="backslashreplace")
            pages.append((self.summary, _before(self.summary) + page))
        refused = []
        for place, page in pages:
            try:
                write(place, page)
            except SlidegenError as error:
                refused.append(error)
        return tuple(refused)


def _in_use(file: Place) -> OutputError:
    return OutputError(
        Message(
            en=f"'{file}' is a document, a deck or another report of this batch",
            zh=f"“{file}”是本批次的文档、演示文稿或另一份报告",
        ),
        Message(en="give each report a name of its own", zh="请为每份报告另取文件名"),
    )


def _before(page: Place) -> bytes:
    """What a step of GitHub's has written on its page already; any other page is ours alone."""
    if not isinstance(page, Path) or str(page) != os.environ.get(STEP_SUMMARY):
        return b""
    return page.read_bytes() if page.exists() else b""

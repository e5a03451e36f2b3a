"""A whole batch in one folder: what has not changed is left, the rest is made, all is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import perf_counter

from msgspec import Struct

from slidegen.batching.assigning import Assignment
from slidegen.batching.job import Job, Outcome
from slidegen.batching.manifest import Manifest
from slidegen.batching.running import run
from slidegen.batching.storage import Place
from slidegen.errors import OutputError, reason_of
from slidegen.messages import Message
from slidegen.writing.files import sweep


class Result(Struct, frozen=True):
    outcomes: tuple[Outcome, ...]
    """In the order of the documents; fewer than those if the batch stopped early."""
    seconds: float
    cut_off: bool
    """Whether it was told to stop before it was done."""
    forgotten: OutputError | None = None
    """Why it could not be written down what was made from what; all will be made again."""


def carry_out(
    assignment: Assignment,
    folder: Place,
    executor: Executor,
    *,
    in_flight: int,
    changed_only: bool = False,
    fail_fast: bool = False,
    stopping: Callable[[], bool] = lambda: False,
    hear: Callable[[Outcome], None] = lambda outcome: None,
) -> Result:
    """Every job of *assignment*, its deck in *folder*; *hear* is told of each as it is done.

    A run that was cut off is gone on with; with *changed_only*, no deck is made again
    whose ingredients are as they were. Raises OutputError if nothing can be made there.
    """
    started = perf_counter()
    _prepare(folder, assignment.jobs)
    manifest = Manifest(folder)
    outcomes: dict[str, Outcome] = {}

    def note(outcome: Outcome) -> None:
        outcomes[outcome.job.name] = outcome
        hear(outcome)

    try:
        for refused in assignment.refused:
            note(refused)
        for outcome in run(
            () if fail_fast and assignment.refused else assignment.jobs,
            executor,
            in_flight=in_flight,
            fail_fast=fail_fast,
            stopping=stopping,
            known=partial(manifest.unchanged, resuming=not changed_only),
        ):
            manifest.note(outcome)
            note(outcome)
        cut_off = stopping()
    except BaseException:
        manifest.close(finished=False)
        raise
    forgotten = None
    try:
        manifest.close(finished=not cut_off and not _left(assignment, outcomes))
    except OutputError as error:
        forgotten = error
    order = {job.name: place for place, job in enumerate(assignment.jobs)}
    told = sorted(outcomes.values(), key=lambda outcome: order.get(outcome.job.name, -1))
    return Result(tuple(told), perf_counter() - started, cut_off, forgotten)


def _left(assignment: Assignment, outcomes: Mapping[str, Outcome]) -> bool:
    """Whether a document was not begun, for one that failed: the next run goes on from there."""
    return any(job.name not in outcomes for job in assignment.jobs)


def make_folder(folder: Place) -> None:
    """The folder for the decks. Raises OutputError if there can be none."""
    if not isinstance(folder, Path):
        return  # Stores have none, and `storage.write` makes those that others need.
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = reason_of(error)
        raise OutputError(
            Message(
                en=f"the folder '{folder}' cannot be made: {reason.en}",
                zh=f"无法建立文件夹“{folder}”：{reason.zh}",
            ),
            Message(en="choose another one with -o", zh="请用 -o 另选文件夹"),
        ) from error


def _prepare(folder: Place, jobs: tuple[Job, ...]) -> None:
    """The folders that the decks go to, without what killed processes have left in them."""
    make_folder(folder)
    if not isinstance(folder, Path):
        return
    for below in sorted({folder, *(Path(job.target).parent for job in jobs)}):
        with suppress(OSError):  # That document will say so itself.
            below.mkdir(parents=True, exist_ok=True)
            sweep(below)

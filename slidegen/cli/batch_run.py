"""What `slidegen batch` does, once it is known what is asked."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from slidegen.asking import Asked
from slidegen.batching.assigning import Assignment, assign
from slidegen.batching.batch import Result, carry_out, make_folder
from slidegen.batching.finding import find
from slidegen.batching.processes import Processes
from slidegen.batching.reporting.totals import totals_of
from slidegen.batching.storage import Place, place_of
from slidegen.batching.wishing import check_wishes
from slidegen.cli.batch_progress import telling
from slidegen.cli.batch_reports import Reports
from slidegen.cli.batch_settings import AUTO, Settings
from slidegen.cli.failing import print_error
from slidegen.cli.misuse import Misuse
from slidegen.cli.source import STANDARD
from slidegen.cli.stopping import told_to_stop
from slidegen.cli.tongue import say, tongue
from slidegen.errors import SourceNotFound
from slidegen.messages import Message

if TYPE_CHECKING:
    from slidegen.batching.cluster import Cluster

DONE, FAILED, STRICT, INTERRUPTED = 0, 1, 3, 130
MOST_JOBS = 256


def run(
    paths: Sequence[str],
    output: Place,
    *,
    asked: Mapping[str, Any],
    format: str | None,
    settings: Settings,
) -> int:
    """The exit code. Raises Misuse, and SlidegenError for what stops the whole batch."""
    count = how_many(settings.jobs)
    make_folder(output)  # which reports may go to as well
    reports = Reports(settings)
    reports.check()
    for configured in settings.configuration.all_asked():
        check_wishes(cast(Asked, asked), configured)
    found = find(_named(paths), include=settings.include, exclude=settings.exclude, avoiding=output)
    if not found and list(paths) != [STANDARD]:  # A list may well be empty.
        raise _no_documents(paths)
    assignment = assign(
        found,
        output,
        asked=asked,
        configuration=settings.configuration,
        format=format,
        clobber=settings.force,
    )
    reports.check_apart(assignment)
    total = len(assignment.jobs) + len(assignment.refused)
    if not settings.quiet:
        _tell_names(assignment)
    workers, at_a_time = _workers(settings, max(1, min(count, len(assignment.jobs))))
    with (
        told_to_stop() as stopping,
        telling(total, quiet=settings.quiet, verbose=settings.verbose) as tell,
    ):
        try:
            result = carry_out(
                assignment,
                output,
                workers,
                in_flight=2 * at_a_time,
                changed_only=settings.changed_only,
                fail_fast=settings.fail_fast,
                stopping=stopping,
                hear=tell,
            )
        finally:
            workers.kill()
    unwritten = [*reports.write(result), *filter(None, [result.forgotten])]
    for error in unwritten:
        print_error(error.message, error.hint)
    if not settings.quiet:
        words = totals_of(result.outcomes).in_words(result.seconds).in_tongue(tongue())
        print(say(en=f"{output}: {words}", zh=f"{output}：{words}"))
        if left := total - len(result.outcomes):
            _tell_rest(left)
    return _exit_code(result, is_told=not unwritten, strict=settings.strict)


def _workers(settings: Settings, count: int) -> tuple[Processes | Cluster, int]:
    """Who does the work, and how many documents at a time; *count* on this machine."""
    if settings.scheduler is not None:
        from slidegen.batching.cluster import Cluster

        cluster = Cluster(settings.scheduler, timeout=settings.timeout)
        return cluster, cluster.threads
    return Processes(count, timeout=settings.timeout), count


def _no_documents(paths: Sequence[str]) -> SourceNotFound:
    names = ", ".join(paths)
    return SourceNotFound(
        Message(en=f"no document is in {names}", zh=f"{names} 中没有可转换的文档"),
        Message(
            en="look at --include and --exclude; other suffixes have to be named",
            zh="请检查 --include 和 --exclude；其他后缀的文件须逐一写明",
        ),
    )


def how_many(jobs: str) -> int:
    """How many processes. Raises Misuse."""
    if jobs == AUTO:
        # Those that this process may use, which are fewer in a container.
        usable = getattr(os, "sched_getaffinity", None)
        return len(usable(0)) if usable else os.cpu_count() or 1
    if jobs.isdecimal() and 1 <= int(jobs) <= MOST_JOBS:
        return int(jobs)
    raise Misuse(
        Message(en=f"--jobs cannot be '{jobs}'", zh=f"--jobs 不能是“{jobs}”"),
        Message(
            en=f"give auto, or a number from 1 to {MOST_JOBS}",
            zh=f"请写 auto，或 1 到 {MOST_JOBS} 的整数",
        ),
    )


def _named(paths: Sequence[str]) -> list[str]:
    """What the arguments name, with the lines of standard input in place of `-`."""
    named: list[str] = []
    for path in paths:
        named += _listed() if path == STANDARD else [path]
    return [name for name in named if name]


def _listed() -> list[str]:
    """A name a line; parted by NUL instead if there is one, as `find -print0` has it."""
    data = sys.stdin.buffer.read() if sys.stdin else b""
    parts = data.split(b"\0") if b"\0" in data else data.splitlines()
    return [os.fsdecode(part) for part in parts]


def _tell_names(assignment: Assignment) -> None:
    for job in assignment.renamed:
        deck = place_of(job.target).name
        print(
            say(
                en=f"notice: {job.name}: the deck is called {deck}, since its own "
                "name is another one's or too long",
                zh=f"提醒：{job.name}：重名或名称过长，演示文稿改名为 {deck}",
            )
        )


def _tell_rest(left: int) -> None:
    print(
        say(
            en=f"stopped early: {left} left; the same command goes on from there",
            zh=f"提前停止，还有{left}份未做；再次运行同一命令即可继续",
        )
    )


def _exit_code(result: Result, *, is_told: bool, strict: bool) -> int:
    """*is_told*: whether all that was to be written besides the decks is."""
    if result.cut_off:
        return INTERRUPTED
    if not is_told or any(outcome.state == "failed" for outcome in result.outcomes):
        return FAILED
    return STRICT if strict and any(outcome.counting for outcome in result.outcomes) else DONE

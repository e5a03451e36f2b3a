"""How far a batch has come: a bar at a terminal, a line a document elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from slidegen.batching.job import Outcome
from slidegen.cli.tongue import say, tongue


class Telling(Protocol):
    def __call__(self, outcome: Outcome) -> None: ...


@contextmanager
def telling(total: int, *, quiet: bool, verbose: bool) -> Iterator[Telling]:
    """What to call with each outcome. Failures are always told, to standard error."""
    if quiet or not sys.stderr.isatty():
        yield lambda outcome: told(outcome, quiet=quiet, verbose=verbose)
        return
    with _bar() as progress:
        task = progress.add_task("", total=total, failed=0)
        failed = 0

        def tell(outcome: Outcome) -> None:
            nonlocal failed
            failed += outcome.state == "failed"
            if verbose or outcome.state == "failed" or outcome.counting:
                told(outcome, quiet=False, verbose=verbose)
            progress.update(task, advance=1, description=_done(failed))

        yield tell


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Any) -> Text:
            speed = task.finished_speed or task.speed
            return Text(say(en=f"{speed:.1f}/s", zh=f"{speed:.1f}份/秒") if speed else "")

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=sys.stdout.isatty(),  # a log gets its lines, the terminal its bar
    )


def _done(failed: int) -> str:
    return say(en=f"{failed} failed", zh=f"失败{failed}份") if failed else ""


def told(outcome: Outcome, *, quiet: bool, verbose: bool) -> None:
    name = outcome.job.name
    if failure := outcome.failure:
        reason = failure.message.in_tongue(tongue())
        print(say(en=f"error: {name}: {reason}", zh=f"错误：{name}：{reason}"), file=sys.stderr)
        if failure.hint:
            hint = failure.hint.in_tongue(tongue())
            print(say(en=f"hint: {hint}", zh=f"提示：{hint}"), file=sys.stderr)
        return
    if quiet:
        return
    for notice in outcome.counting:
        words = notice.message.in_tongue(tongue())
        print(say(en=f"notice: {name}: {words}", zh=f"提醒：{name}：{words}"))
    if outcome.state == "made":
        slides = (outcome.row or {})["output"]["slides"]
        seconds = outcome.seconds
        print(
            say(
                en=f"{outcome.job.target}: {slides} slides, {seconds:.1f} s",
                zh=f"{outcome.job.target}：共{slides}页，用时{seconds:.1f}秒",
            )
        )
    elif verbose:
        print(say(en=f"{outcome.job.target}: unchanged", zh=f"{outcome.job.target}：未变"))

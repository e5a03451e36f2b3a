"""What `slidegen watch` does: everything once, then again what is saved, until it is stopped."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from slidegen.asking import Asked
from slidegen.batching.assigning import Assignment, assign
from slidegen.batching.batch import carry_out, make_folder
from slidegen.batching.finding import find
from slidegen.batching.processes import Processes
from slidegen.batching.watching import saved
from slidegen.batching.wishing import check_wishes
from slidegen.cli.batch_progress import told
from slidegen.cli.batch_run import INTERRUPTED, how_many
from slidegen.cli.batch_settings import Settings
from slidegen.cli.failing import print_error
from slidegen.cli.stopping import told_to_stop
from slidegen.cli.tongue import say
from slidegen.configuration import FILE
from slidegen.errors import SlidegenError


def run(
    paths: Sequence[str],
    output: Path,
    *,
    asked: Mapping[str, Any],
    format: str | None,
    settings: Callable[[], Settings],
) -> int:
    """The exit code, once a signal has come. Raises SlidegenError for what can never work.

    *settings* reads the configuration file, which may be saved too.
    """
    now = settings()
    make_folder(output)
    _check(asked, now)
    count = how_many(now.jobs)
    workers = Processes(count, timeout=now.timeout)

    def make(changed: frozenset[str], stopping: Callable[[], bool]) -> None:
        found = find(paths, include=now.include, exclude=now.exclude, avoiding=output)
        whole = assign(found, output, asked=asked, configuration=now.configuration, format=format)
        carry_out(
            _of(whole, changed),
            output,
            workers,
            in_flight=2 * count,
            changed_only=True,
            stopping=stopping,
            hear=lambda outcome: told(outcome, quiet=now.quiet, verbose=now.verbose),
        )

    def besides() -> Iterator[Path]:
        return _besides(asked, now)

    try:
        with told_to_stop() as stopping:
            for changed in saved(
                paths,
                besides=besides,
                avoiding=output,
                stopping=stopping,
            ):
                try:
                    if os.path.realpath(_file_of(now)) in changed:
                        now = settings()
                        _check(asked, now)
                    make(changed, stopping)
                except SlidegenError as error:  # What is mended now may be saved any moment.
                    print_error(error.message, error.hint)
                if not changed and not now.quiet:
                    print(
                        say(en="watching; Ctrl-C ends", zh="正在监视，按 Ctrl-C 结束"), flush=True
                    )
    finally:
        workers.kill()
    return INTERRUPTED


def _check(asked: Mapping[str, Any], settings: Settings) -> None:
    for configured in settings.configuration.all_asked():
        check_wishes(cast(Asked, asked), configured)


def _besides(asked: Mapping[str, Any], settings: Settings) -> Iterator[Path]:
    """What decks are made from besides their documents; a theme's name is no path."""
    for wishes in (asked, *settings.configuration.all_asked()):
        for name in ("theme", "template", "logo"):
            if wishes.get(name) is not None:
                yield Path(cast(Any, wishes)[name])
    yield _file_of(settings)


def _file_of(settings: Settings) -> Path:
    """Where the settings are from; if from nowhere, where they may yet be put."""
    return settings.configuration.file or Path(FILE)


def _of(whole: Assignment, changed: frozenset[str]) -> Assignment:
    """The part of *whole* that what has *changed* can have to do with: the documents themselves,
    or all if it is anything else, since pictures and themes go into many."""
    documents = {str(Path(job.source).resolve()) for job in whole.jobs}
    if not changed or not changed <= documents:
        return whole
    jobs = tuple(job for job in whole.jobs if str(Path(job.source).resolve()) in changed)
    return Assignment(jobs, whole.refused, whole.renamed)

"""The loop of a batch: jobs to an executor, a few at a time; outcomes as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait

from slidegen.batching.failures import TOO_SLOW, died, failure_of
from slidegen.batching.job import Job, Outcome
from slidegen.batching.performing import perform
from slidegen.batching.processes import TimedOut, WorkerDied

HEARTBEAT = 0.1
"""Seconds between two looks at whether to stop."""


def run(
    jobs: Iterable[Job],
    executor: Executor,
    *,
    in_flight: int,
    fail_fast: bool = False,
    stopping: Callable[[], bool] = lambda: False,
    known: Callable[[Job], Outcome | None] = lambda job: None,
    performing: Callable[[Job], Outcome] = perform,
) -> Iterator[Outcome]:
    """The outcome of each job, the soonest first, with no more than *in_flight* handed out.

    One that is *known* is not handed out; it is asked for when the job's turn comes, so
    that those before it are at work meanwhile. After a failure with *fail_fast*, and once
    *stopping* is true, no further job is begun. Those under way are waited for in the
    first case, and given up in the second.
    """
    coming = iter(jobs)
    waiting: dict[Future[Outcome], Job] = {}
    failed = False
    while not stopping():
        job = next(coming, None) if len(waiting) < in_flight and not failed else None
        if job is None and not waiting:
            return
        if job is not None:
            if outcome := known(job):
                yield outcome
            else:
                waiting[executor.submit(performing, job)] = job
        # With room for another job, what is done already is not waited for.
        done, _ = wait(waiting, HEARTBEAT if job is None else 0, return_when=FIRST_COMPLETED)
        for future in [future for future in waiting if future in done]:
            outcome = outcome_of(future, waiting.pop(future))
            failed = failed or (fail_fast and outcome.state == "failed")
            yield outcome


def outcome_of(future: Future[Outcome], job: Job) -> Outcome:
    """What the call for *job* came to; that it died, or took too long, is an outcome too."""
    try:
        return future.result()
    except TimedOut as late:
        return Outcome(job, "failed", late.seconds, failure=TOO_SLOW)
    except WorkerDied as death:
        return Outcome(job, "failed", death.seconds, failure=died(str(death)))
    except CancelledError:
        return Outcome(job, "failed", failure=died("cancelled"))
    except Exception as error:
        return Outcome(job, "failed", failure=failure_of(error))

"""The loop of a batch: jobs to an executor, a few at a time; outcomes as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait

from slidegen.batching.job import Failure, Job, Outcome
from slidegen.batching.performing import OUT_OF_MEMORY, bug, perform
from slidegen.batching.processes import TimedOut, WorkerDied
from slidegen.messages import Message

HEARTBEAT = 0.1
"""Seconds between two looks at whether to stop."""


def run(
    jobs: Iterable[Job],
    executor: Executor,
    *,
    in_flight: int,
    fail_fast: bool = False,
    stopping: Callable[[], bool] = lambda: False,
    performing: Callable[[Job], Outcome] = perform,
) -> Iterator[Outcome]:
    """The outcome of each job, the soonest first, with no more than *in_flight* handed out.

    After a failure with *fail_fast*, and once *stopping* is true, no further job is
    begun. Those under way are waited for in the first case, and given up in the second.
    """
    coming = iter(jobs)
    waiting: dict[Future[Outcome], Job] = {}
    failed = False
    while True:
        while len(waiting) < in_flight and not failed and not stopping():
            job = next(coming, None)
            if job is None:
                break
            waiting[executor.submit(performing, job)] = job
        if not waiting or stopping():
            return
        done, _ = wait(waiting, timeout=HEARTBEAT, return_when=FIRST_COMPLETED)
        for future in [future for future in waiting if future in done]:
            outcome = outcome_of(future, waiting.pop(future))
            failed = failed or (fail_fast and outcome.state == "failed")
            yield outcome


def outcome_of(future: Future[Outcome], job: Job) -> Outcome:
    """What the call for *job* came to; that it died, or took too long, is an outcome too."""
    try:
        return future.result()
    except (TimedOut, TimeoutError):
        return Outcome(job, "failed", failure=TOO_SLOW)
    except WorkerDied as death:
        return Outcome(job, "failed", failure=died(str(death)))
    except CancelledError:
        return Outcome(job, "failed", failure=died("cancelled"))
    except MemoryError:
        return Outcome(job, "failed", failure=OUT_OF_MEMORY)
    except Exception as error:
        return Outcome(job, "failed", failure=bug(error))


TOO_SLOW = Failure(
    "timeout",
    Message(
        en="the document took longer than --timeout allows",
        zh="转换这个文档的时间超过了 --timeout 的限制",
    ),
    Message(en="allow more, or split the document", zh="请放宽时限，或把文档拆成几份"),
)


def died(how: str) -> Failure:
    """*how*, in the system's words."""
    return Failure(
        "worker died",
        Message(
            en=f"the process that worked on the document died ({how})",
            zh=f"负责转换这个文档的进程意外终止（{how}）",
        ),
        Message(
            en="often the system was short of memory: run fewer at a time with --jobs",
            zh="多因系统内存不足：请用 --jobs 减少同时转换的份数",
        ),
    )

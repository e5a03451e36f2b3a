"""The loop of a batch, with threads for workers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from threading import Event

import pytest

from slidegen.batching.job import Failure, Job, Outcome
from slidegen.batching.running import outcome_of, run
from slidegen.messages import Message

PATIENCE = 20.0
"""Seconds; what is waited for comes at once, or never."""


@pytest.fixture
def executor() -> Iterator[Executor]:
    with ThreadPoolExecutor(1) as executor:
        yield executor


def jobs(names: str) -> list[Job]:
    return [Job(name, name, f"{name}.pptx") for name in names]


def made(job: Job) -> Outcome:
    return Outcome(job, "made")


def told(outcomes: Iterator[Outcome]) -> str:
    return " ".join(f"{outcome.job.name}:{outcome.state}" for outcome in outcomes)


def test_a_changed_document_is_begun_before_the_next_are_looked_at(executor: Executor) -> None:
    begun = Event()

    def performing(job: Job) -> Outcome:
        begun.set()
        return made(job)

    def known(job: Job) -> Outcome | None:
        return Outcome(job, "unchanged") if job.name != "a" and begun.wait(PATIENCE) else None

    outcomes = run(jobs("abc"), executor, in_flight=2, known=known, performing=performing)

    assert sorted(told(outcomes).split()) == ["a:made", "b:unchanged", "c:unchanged"]


def test_a_deck_is_told_of_while_others_are_looked_at(executor: Executor) -> None:
    def known(job: Job) -> Outcome | None:
        executor.submit(int).result(PATIENCE)  # What was begun before is done.
        return Outcome(job, "unchanged") if job.name != "a" else None

    outcomes = run(jobs("abcd"), executor, in_flight=2, known=known, performing=made)
    heard = [outcome.job.name for outcome in outcomes]

    assert heard.index("a") < heard.index("c")


def test_no_more_are_handed_out_than_may_be(executor: Executor) -> None:
    handed_out: list[str] = []
    outcomes = run(
        jobs("abcdef"),
        executor,
        in_flight=2,
        known=lambda job: handed_out.append(job.name),
        performing=made,
    )
    next(outcomes)

    assert len(handed_out) <= 3
    assert len(list(outcomes)) == 5


def test_once_it_is_to_stop_none_is_looked_at(executor: Executor) -> None:
    stop: list[bool] = []

    def known(job: Job) -> Outcome:
        stop.append(True)
        return Outcome(job, "unchanged")

    outcomes = run(jobs("abc"), executor, in_flight=2, known=known, stopping=lambda: bool(stop))

    assert told(outcomes) == "a:unchanged"


@pytest.mark.parametrize("in_flight", [1, 3])
def test_after_a_failure_those_under_way_are_finished(executor: Executor, in_flight: int) -> None:
    reason = Failure("bug", Message(en="no", zh="不"))

    def performing(job: Job) -> Outcome:
        return Outcome(job, "failed", failure=reason) if job.name == "a" else made(job)

    outcomes = run(
        jobs("abcdef"), executor, in_flight=in_flight, fail_fast=True, performing=performing
    )

    assert 1 <= len(told(outcomes).split()) <= in_flight + 1


def failing_with(error: BaseException) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail


def test_what_goes_wrong_outside_a_worker_is_an_outcome(executor: Executor) -> None:
    (job,) = jobs("a")
    late = outcome_of(executor.submit(failing_with(MemoryError())), job)
    odd = outcome_of(executor.submit(failing_with(KeyError("x"))), job)

    assert [late.failure.kind, odd.failure.kind] == ["out of memory", "bug"]

"""Worker processes that may die alone."""

from __future__ import annotations

import operator
import os
import signal
import time
from collections.abc import Iterator

import pytest

from slidegen.batching.processes import Processes, TimedOut, WorkerDied


@pytest.fixture
def one() -> Iterator[Processes]:
    processes = Processes(1)
    yield processes
    processes.kill()


def test_results_come_back(one: Processes) -> None:
    assert one.submit(operator.add, 1, 2).result(20) == 3


def test_what_a_call_raises_comes_back(one: Processes) -> None:
    with pytest.raises(ZeroDivisionError):
        one.submit(operator.truediv, 1, 0).result(20)
    assert one.submit(operator.add, 1, 2).result(20) == 3


def test_what_is_printed_does_not_disturb_the_results(one: Processes) -> None:
    one.submit(print, "in the way").result(20)

    assert one.submit(operator.add, 1, 2).result(20) == 3


def test_a_worker_that_dies_fails_its_call_only(one: Processes) -> None:
    dying, after = one.submit(os._exit, 7), one.submit(operator.add, 1, 2)

    with pytest.raises(WorkerDied, match="exit code 7"):
        dying.result(20)
    assert after.result(20) == 3


@pytest.mark.skipif(os.name == "nt", reason="no such signals")
def test_a_worker_that_is_killed_fails_its_call_only(one: Processes) -> None:
    own = one.submit(os.getpid).result(20)
    busy, after = one.submit(time.sleep, 60), one.submit(operator.add, 1, 2)
    time.sleep(0.2)
    os.kill(own, signal.SIGKILL)

    with pytest.raises(WorkerDied, match="SIGKILL"):
        busy.result(20)
    assert after.result(20) == 3


@pytest.mark.skipif(os.name == "nt", reason="no such signals")
def test_a_worker_killed_while_idle_fails_no_call(one: Processes) -> None:
    own = one.submit(os.getpid).result(20)
    os.kill(own, signal.SIGKILL)
    time.sleep(0.2)

    assert one.submit(operator.add, 1, 2).result(20) == 3


def test_a_call_that_takes_too_long_is_ended_and_the_next_is_made() -> None:
    processes = Processes(1, timeout=1)
    slow, after = processes.submit(time.sleep, 60), processes.submit(operator.add, 1, 2)

    with pytest.raises(TimedOut):
        slow.result(20)
    assert after.result(20) == 3
    processes.kill()


def test_a_result_that_cannot_travel_is_an_error_of_its_call(one: Processes) -> None:
    with pytest.raises(Exception, match="pickle"):
        one.submit(operator.attrgetter("stdin"), __import__("sys")).result(20)
    assert one.submit(operator.add, 1, 2).result(20) == 3


def test_shutdown_waits_for_what_is_under_way() -> None:
    processes = Processes(2)
    futures = [processes.submit(operator.add, number, 1) for number in range(5)]
    processes.shutdown()

    assert [future.result(0) for future in futures] == [1, 2, 3, 4, 5]
    with pytest.raises(RuntimeError):
        processes.submit(operator.add, 1, 2)


def test_kill_does_not_wait() -> None:
    processes = Processes(1)
    busy, waiting = processes.submit(time.sleep, 60), processes.submit(time.sleep, 60)
    time.sleep(0.2)
    began = time.monotonic()
    processes.kill()

    assert time.monotonic() - began < 10
    assert busy.exception(5)
    assert waiting.cancelled() or waiting.exception(5)

"""Worker processes that may die alone."""

from __future__ import annotations

import operator
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

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


@pytest.mark.skipif(os.name == "nt", reason="processes are not asked there")
def test_a_call_that_takes_too_long_may_tidy_up(tmp_path: Path) -> None:
    code = (
        f"import sys, time\ntry: time.sleep(60)\nfinally: open({str(tmp_path / 'tidy')!r}, 'w')\n"
    )
    processes = Processes(1, timeout=1)

    with pytest.raises(TimedOut):
        processes.submit(exec, code).result(20)
    assert (tmp_path / "tidy").exists()
    processes.kill()


@pytest.mark.skipif(os.name == "nt", reason="processes are not asked there")
def test_a_worker_that_does_not_hear_is_killed() -> None:
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
    processes = Processes(1, timeout=1)

    with pytest.raises(TimedOut):
        processes.submit(exec, code).result(20)
    processes.kill()


def test_a_program_that_a_call_runs_reads_no_calls(one: Processes) -> None:
    read = [sys.executable, "-c", "import sys; sys.exit(len(sys.stdin.read()))"]

    assert one.submit(subprocess.call, read).result(20) == 0


def test_an_answer_that_cannot_be_read_spoils_no_other(one: Processes) -> None:
    code = "class Odd(Exception):\n def __init__(self, a, b): super().__init__(a)\n"
    code += "import builtins; Odd.__module__ = 'builtins'; builtins.Odd = Odd; raise Odd(1, 2)"

    with pytest.raises((AttributeError, TypeError)):
        one.submit(exec, code, {}).result(20)
    assert one.submit(operator.add, 1, 2).result(20) == 3


def test_a_result_that_cannot_travel_is_an_error_of_its_call(one: Processes) -> None:
    with pytest.raises(Exception, match="pickle"):
        one.submit(operator.attrgetter("stdin"), sys).result(20)
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

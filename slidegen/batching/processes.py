"""Worker processes on this machine, as a `concurrent.futures.Executor`.

`ProcessPoolExecutor` gives up every call when one worker dies, and can stop none
that takes too long. Here each worker is a process of its own with a thread that
waits for it: a worker that dies, or is killed at its time limit, fails the one call
that it was at, and the thread starts another. They are started as programs rather
than by `multiprocessing`, whose processes may not be started from within the
workers of other engines.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Lock, Thread, Timer
from time import monotonic
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

WORKER = (sys.executable, "-P", "-m", "slidegen.batching.worker")
"""`-P`: a folder `slidegen` where the command happens to run is not us."""
GRACE = 2.0
"""Seconds that a worker has to end by itself, and with it what it runs (LibreOffice)."""


class WorkerDied(Exception):
    """The process ended in the middle of a call."""

    def __init__(self, code: int, seconds: float) -> None:
        super().__init__(_ended(code))
        self.code = code
        """Its exit code; the negative number of the signal that killed it."""
        self.seconds = seconds
        """How long it was at the call."""


class TimedOut(Exception):
    """The call took longer than allowed; its process was killed."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds
        """How long, with the time that it took to end."""


class Processes(Executor):
    """*count* processes, each with one call at a time of at most *timeout* seconds (None: any).

    A process starts with its first call. Functions and arguments have to be picklable.
    """

    def __init__(self, count: int, *, timeout: float | None = None) -> None:
        self._calls: SimpleQueue[_Call | None] = SimpleQueue()
        self._closing = Lock()
        self._closed = False
        self._workers = [_Worker(self._calls, timeout) for _ in range(count)]

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        if kwargs:
            raise TypeError("calls to a worker take no arguments by name")
        future: Future[T] = Future()
        with self._closing:
            if self._closed:
                raise RuntimeError("no calls after shutdown")
            self._calls.put((future, fn, args))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """No more calls; those under way are finished, unless `kill` was called."""
        with self._closing:
            if not self._closed:
                self._closed = True
                if cancel_futures:
                    self._cancel_waiting()
                for _ in self._workers:
                    self._calls.put(None)
        if wait:
            for worker in self._workers:
                worker.join()

    def kill(self) -> None:
        """End at once: no call that is under way or waiting gives a result."""
        for worker in self._workers:
            worker.stop()
        deadline = monotonic() + GRACE
        for worker in self._workers:
            if process := worker.process:
                _end_by(deadline, process)
        self.shutdown(wait=True, cancel_futures=True)

    def _cancel_waiting(self) -> None:
        with suppress(Empty):
            while True:
                if call := self._calls.get_nowait():
                    call[0].cancel()


_Call = tuple[Future[Any], Callable[..., Any], tuple[Any, ...]]


class _Worker(Thread):
    """One process, and the thread that hands it calls and waits for it."""

    def __init__(self, calls: SimpleQueue[_Call | None], timeout: float | None) -> None:
        super().__init__(daemon=True)
        self.calls = calls
        self.timeout = timeout
        self.process: subprocess.Popen[bytes] | None = None
        self.stopped = False
        self.start()

    def run(self) -> None:
        while call := self.calls.get():
            future, function, arguments = call
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = self._answer(pickle.dumps((function, arguments)))
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)
        self._end()

    def stop(self) -> None:
        """From another thread: the process is asked to end, and none is started again."""
        self.stopped = True
        if process := self.process:
            process.terminate()

    def _answer(self, call: bytes) -> Any:
        started = monotonic()
        process = self._process()
        assert process.stdin
        assert process.stdout
        late = []

        def kill() -> None:
            late.append(True)
            process.terminate()
            _end_by(monotonic() + GRACE, process)

        timer = Timer(self.timeout, kill) if self.timeout is not None else None
        if timer:
            timer.start()
        try:
            process.stdin.write(call)
            process.stdin.flush()
            is_result, answer = pickle.load(process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            code = self._end()
            seconds = monotonic() - started
            raise (TimedOut(seconds) if late else WorkerDied(code, seconds)) from error
        except Exception:
            self._end()  # What is left in the pipe would be taken for the next answer.
            raise
        finally:
            if timer:
                timer.cancel()
                timer.join()
        if late:
            self._end()  # The answer came first by a hair; the process is gone all the same.
        if not is_result:
            raise answer
        return answer

    def _process(self) -> subprocess.Popen[bytes]:
        if self.stopped:
            raise WorkerDied(-signal.SIGTERM, seconds=0.0)
        if self.process and self.process.poll() is not None:
            self._end()  # Killed while it had nothing to do, as systems short of memory do.
        if self.process is None:
            self.process = subprocess.Popen(
                WORKER,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=os.environ,
                start_new_session=True,  # What the terminal interrupts is for the parent to end.
            )
            if self.stopped:
                self.process.kill()
        return self.process

    def _end(self) -> int:
        """The exit code of the process, which may have ended already."""
        process, self.process = self.process, None
        if process is None:
            return 0
        for pipe in (process.stdin, process.stdout):
            assert pipe
            with suppress(BrokenPipeError):  # It has gone, and what it did not read with it.
                pipe.close()
        return process.wait()


def _end_by(deadline: float, process: subprocess.Popen[bytes]) -> None:
    """It was asked to end, which what is stuck in compiled code does not hear."""
    try:
        process.wait(max(0.0, deadline - monotonic()))
    except subprocess.TimeoutExpired:
        process.kill()


def _ended(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"

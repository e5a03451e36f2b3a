"""A worker process: `python -m slidegen.batching.worker`, started by `processes.py`.

It reads pickled calls from standard input and writes pickled results to what was
standard output, until its input ends, as it does too when the parent dies. Only
the parent writes to that pipe, so nothing of a stranger's is ever unpickled.
"""

from __future__ import annotations

import os
import pickle
import signal
from types import FrameType
from typing import IO

from slidegen.garbage import search_no_more, search_seldom


def main() -> None:
    # The terminal interrupts all it started; the parent decides what is to become of us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)
    search_seldom()
    calls, results = _calls(), _results()
    while True:
        try:
            function, arguments = pickle.load(calls)
        except EOFError:
            break
        try:
            _answer(results, function, arguments)
        except BrokenPipeError:  # The parent was killed meanwhile; no one is there to be told,
            os._exit(1)  # and Python would try once more to write, and complain.
    search_no_more()


def _end(number: int, frame: FrameType | None) -> None:
    """As an exception, so that a program which we run and a file half written go with us."""
    raise SystemExit(128 + number)


def _calls() -> IO[bytes]:
    """The pipe from the parent; no program that we run can read from it."""
    calls = os.fdopen(os.dup(0), "rb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return calls


def _results() -> IO[bytes]:
    """The pipe to the parent; what anyone prints goes to standard error instead."""
    results = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return results


def _answer(results: IO[bytes], function: object, arguments: tuple[object, ...]) -> None:
    try:
        assert callable(function)
        answer = pickle.dumps((True, function(*arguments)))
    except Exception as error:
        answer = pickle.dumps((False, error))
    results.write(answer)
    results.flush()


if __name__ == "__main__":
    main()

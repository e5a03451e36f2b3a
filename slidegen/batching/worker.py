"""A worker process: `python -m slidegen.batching.worker`, started by `processes.py`.

It reads pickled calls from standard input and writes pickled results to what was
standard output, until its input ends, as it does too when the parent dies. Only
the parent writes to that pipe, so nothing of a stranger's is ever unpickled.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from typing import IO


def main() -> None:
    # The terminal interrupts the whole group; the parent decides what is to become of us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    calls, results = sys.stdin.buffer, _results()
    while True:
        try:
            function, arguments = pickle.load(calls)
        except EOFError:
            return
        _answer(results, function, arguments)


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

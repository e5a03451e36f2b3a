"""Ctrl-C and `kill`: the first asks to stop, the second does not ask."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def told_to_stop() -> Iterator[Callable[[], bool]]:
    """Whether one of the signals has come; a second one acts as it would without us."""
    heard: list[int] = []
    usual = {number: signal.getsignal(number) for number in SIGNALS}

    def hear(number: int, frame: FrameType | None) -> None:
        heard.append(number)
        restore()

    def restore() -> None:
        for number, handler in usual.items():
            signal.signal(number, handler)

    for number in SIGNALS:
        signal.signal(number, hear)
    try:
        yield lambda: bool(heard)
    finally:
        restore()

"""A sign of life, for a person at a terminal, once the work takes long enough to wonder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from typing import Any

from slidegen.cli.tongue import say

PATIENCE = 1.0
"""Seconds; most decks are made sooner."""


@contextmanager
def progress(name: str, *, shown: bool) -> Iterator[None]:
    if not shown or not sys.stderr.isatty():
        yield
        return
    started: list[Any] = []

    def start() -> None:
        from rich.console import Console
        from rich.text import Text

        words = say(en=f"making the deck of {name} …", zh=f"正在转换 {name} …")
        status = Console(stderr=True).status(Text(words))  # a name may hold [brackets]
        started.append(status)
        status.start()

    timer = Timer(PATIENCE, start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        for status in started:
            status.stop()

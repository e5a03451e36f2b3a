"""A sign of life is given to a person at a terminal, and to nobody else, and not at once."""

from __future__ import annotations

import sys
import time
from io import StringIO

import pytest

from slidegen.cli import progress as module
from slidegen.cli.progress import progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def shown_after(seconds: float, monkeypatch: pytest.MonkeyPatch, stream: StringIO) -> str:
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    monkeypatch.setattr(sys, "stderr", stream)
    with progress("[/a]报告.txt", shown=True):
        time.sleep(seconds)
    return stream.getvalue()


def test_a_person_who_waits_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")

    assert "[/a]报告.txt" in shown_after(0.5, monkeypatch, Terminal())


def test_what_is_quick_is_not_announced(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown_after(0, monkeypatch, Terminal()) == ""


def test_a_log_gets_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown_after(0.3, monkeypatch, StringIO()) == ""

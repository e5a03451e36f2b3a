"""The command line, called in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from slidegen.cli import main
from slidegen.cli.tongue import LOCALE

from .calling import SPEECH, Answer


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*LOCALE, "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    path = tmp_path / "speech.txt"
    path.write_text(SPEECH, encoding="utf-8")
    return path


@pytest.fixture
def call(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Answer]:
    """`slidegen` with arguments; what is not text in its output is kept as Latin-1."""

    def run(*arguments: str | Path) -> Answer:
        code = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Answer(code, _text(out), _text(err))

    return run


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")

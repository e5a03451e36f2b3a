"""Decks are made again when their documents are saved."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from slidegen.batching.watching import saved
from slidegen.errors import SourceNotFound

from .making import SPEECH, write

PATIENCE = 30.0
"""Seconds; what is waited for comes within one, but for a busy machine."""


def until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    write(tmp_path / "docs", "a.txt", "2026/b.txt")
    return tmp_path / "docs"


def test_what_is_saved_is_told_and_what_we_make_is_not(docs: Path) -> None:
    heard: list[frozenset[str]] = []
    decks = docs / "decks"
    decks.mkdir()

    def listen() -> None:
        named = [str(docs), str(docs / "2026" / "*.txt")]
        heard.extend(saved(named, avoiding=decks, stopping=lambda: len(heard) > 1))

    thread = Thread(target=listen)
    thread.start()
    until(lambda: heard)
    (decks / "a.pptx").write_bytes(b"ours")
    (docs / ".slidegen-0-0.tmp").write_bytes(b"ours")
    (docs / "2026" / "b.txt").write_text(f"{SPEECH}\n")
    thread.join(PATIENCE)

    assert heard[0] == frozenset()
    assert heard[1] == {os.path.realpath(docs / "2026" / "b.txt")}


def replace_as_editors_do(path: Path, text: str) -> None:
    other = path.with_name("written first")
    other.write_text(text)
    other.replace(path)


def test_what_is_elsewhere_is_told_as_often_as_it_is_replaced(docs: Path, tmp_path: Path) -> None:
    settings, theme, to_come = tmp_path / "slidegen.toml", tmp_path / "mine", tmp_path / "logo.png"
    settings.write_text("0")
    theme.mkdir()
    besides = (settings, theme, to_come, tmp_path / "never")
    changes = saved(
        [str(docs)], besides=lambda: besides, avoiding=tmp_path / "decks", stopping=lambda: False
    )

    assert next(changes) == frozenset()
    for number in ("1", "22", "333"):
        replace_as_editors_do(settings, number)
        assert next(changes) == {os.path.realpath(settings)}
    replace_as_editors_do(theme / "theme.toml", "")
    assert next(changes) == {os.path.realpath(theme)}
    to_come.write_bytes(b"a picture")
    assert next(changes) == {os.path.realpath(to_come)}
    to_come.unlink()
    assert next(changes) == {os.path.realpath(to_come)}


def test_a_place_that_there_is_not_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound):
        next(saved([str(tmp_path / "gone")], avoiding=tmp_path, stopping=lambda: True))


@pytest.mark.skipif(os.name == "nt", reason="no such signals on Windows")
def test_decks_follow_their_documents_until_it_is_stopped(docs: Path, tmp_path: Path) -> None:
    decks = tmp_path / "decks"
    first, second, third = decks / "a.pptx", decks / "2026" / "b.pptx", decks / "c.pptx"
    settings = tmp_path / "slidegen.toml"
    settings.write_text('theme = "gov-blue"\n')
    process = subprocess.Popen(
        [sys.executable, "-m", "slidegen", "watch", docs, "-o", decks, "--config", settings],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        assert process.stdout
        lines = iter(process.stdout.readline, "")
        until(lambda: "watching" in next(lines))
        before = first.read_bytes(), second.stat().st_mtime_ns
        write(docs, "a.txt", text=SPEECH.replace("四万", "五万"))
        until(lambda: first.read_bytes() != before[0])
        (docs / "c.txt").write_text("")  # A document that fails, and is mended.
        write(docs, "c.txt")
        until(third.exists)

        assert second.stat().st_mtime_ns == before[1]

        for name in ("gov-red", "us-gov"):
            made = second.stat().st_mtime_ns
            replace_as_editors_do(settings, f'theme = "{name}"\n')
            until(lambda made=made: second.stat().st_mtime_ns != made)
    finally:
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=PATIENCE)

    assert process.returncode == 130
    assert "Traceback" not in err

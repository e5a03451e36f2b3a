"""Two batches into one folder of a store."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import Any

import pytest

from slidegen.batching import leasing
from slidegen.batching.leasing import NAME, Lease
from slidegen.batching.storage import Remote, place_of, read, size_of, write
from slidegen.errors import OutputError
from slidegen.writing import files

from .making import SPEECH, batch, states

FOLDER = Remote("memory://decks")


@pytest.fixture(autouse=True)
def _quicker(monkeypatch: pytest.MonkeyPatch, store: Any) -> None:
    monkeypatch.setattr(leasing, "EVERY", 0.05)
    monkeypatch.setattr(leasing, "PATIENCE", 0.5)


def left_by(writer: str) -> None:
    words = {"token": "x", "writer": writer, "machine": "annex", "process": 7, "since": "today"}
    write(FOLDER / NAME, json.dumps(words).encode())


def dead_process() -> str:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    return files.this_process().replace(str(os.getpid()), str(dead.pid))


def test_one_that_is_held_is_refused_and_one_that_is_released_is_not() -> None:
    first = Lease(FOLDER)
    with pytest.raises(OutputError, match=f"process {os.getpid()} on "):
        Lease(FOLDER)
    first.release()

    assert size_of(FOLDER / NAME) is None
    Lease(FOLDER).release()


def test_a_batch_into_a_folder_that_is_held_makes_nothing() -> None:
    write(place_of("memory://docs/a.txt"), SPEECH.encode())
    first = Lease(FOLDER)
    with pytest.raises(OutputError, match="another batch"):
        batch("memory://docs", FOLDER)
    first.release()

    assert size_of(FOLDER / "a.pptx") is None
    assert states(batch("memory://docs", FOLDER)) == {"a.txt": "made"}
    assert size_of(FOLDER / NAME) is None


@pytest.mark.skipif(os.name == "nt", reason="it does not say which of its processes run")
def test_one_that_a_killed_process_of_this_machine_left_is_taken_at_once() -> None:
    left_by(dead_process())
    begun = time.monotonic()
    Lease(FOLDER).release()

    assert time.monotonic() - begun < leasing.PATIENCE


def test_one_that_is_not_put_anew_is_taken_after_a_while() -> None:
    left_by("another-1")
    begun = time.monotonic()
    Lease(FOLDER).release()

    assert time.monotonic() - begun >= leasing.PATIENCE


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b"{}"])
def test_one_that_says_nothing_is_nobodys(damaged: bytes) -> None:
    write(FOLDER / NAME, damaged)

    Lease(FOLDER).release()


def test_of_two_that_began_in_one_moment_the_first_notices() -> None:
    first = Lease(FOLDER)
    left_by("another-1")
    end = time.monotonic() + 20
    with pytest.raises(OutputError, match="process 7 on annex, since today"):
        while time.monotonic() < end:
            first.check()
            time.sleep(0.01)
    first.release()

    assert json.loads(read(FOLDER / NAME))["machine"] == "annex"


def test_a_batch_whose_folder_another_has_taken_stops_and_leaves_it_its_journal() -> None:
    for name in "abcd":
        write(place_of(f"memory://docs/{name}.txt"), SPEECH.encode())
    heard: list[Any] = []

    def hear(outcome: Any) -> None:
        heard.append(outcome)
        if len(heard) == 1:
            left_by("another-1")
            write(FOLDER / ".slidegen-batch.jsonl", b"theirs")
            time.sleep(4 * leasing.EVERY)

    with pytest.raises(OutputError, match="another batch"):
        batch("memory://docs", FOLDER, hear=hear)

    assert len(heard) < 4
    assert read(FOLDER / ".slidegen-batch.jsonl") == b"theirs"

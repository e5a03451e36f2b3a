"""A real cluster on loopback: a scheduler and workers in processes of their own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from PIL import Image

from slidegen.batching import cluster as module
from slidegen.batching.assigning import assign
from slidegen.batching.batch import Result, carry_out
from slidegen.batching.cluster import Cluster
from slidegen.batching.finding import find
from slidegen.batching.job import Outcome
from slidegen.cli import main
from slidegen.errors import OptionError, ProgramMissing
from slidegen.theme_folders import find_theme

from .making import states, write

PATIENCE = 20.0


class Dask:
    """A scheduler at a port of the system's choice, and its workers; all end with `close`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        told = folder / "scheduler.json"
        self._start("scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", told)
        self.address = str(json.loads(self._text_of(told))["address"])

    def add_worker(self) -> subprocess.Popen[bytes]:
        own = self.folder / f"worker-{len(self.processes)}"
        own.mkdir()
        where = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", own)
        return self._start("worker", self.address, *where, cwd=own)

    def close(self) -> None:
        for process in self.processes:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        for process in self.processes:
            process.wait(PATIENCE)

    def _start(
        self, kind: str, *arguments: object, cwd: Path | None = None
    ) -> subprocess.Popen[bytes]:
        log = (self.folder / f"{kind}-{len(self.processes)}.log").open("wb")
        with log:
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", f"distributed.cli.dask_{kind}"),
                    *("--host", "127.0.0.1", *map(str, arguments)),
                ],
                stdout=log,
                stderr=log,
                cwd=cwd or self.folder,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                start_new_session=True,
            )
        self.processes.append(process)
        return process

    def _text_of(self, file: Path) -> str:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(OSError, ValueError):
                text = file.read_text()
                json.loads(text)
                return text
            time.sleep(0.05)
        raise TimeoutError(f"no scheduler: {(self.folder / 'scheduler-0.log').read_text()}")


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dask]:
    running = Dask(tmp_path_factory.mktemp("dask"))
    try:
        running.add_worker()
        running.add_worker()
        yield running
    finally:
        running.close()


def batch(
    dask: Dask,
    source: Path,
    decks: Path,
    *,
    asked: dict[str, Any] | None = None,
    timeout: float | None = None,
    **how: Any,
) -> Result:
    assignment = assign(find([str(source)]), decks, asked=asked or {})
    cluster = Cluster(dask.address, timeout=timeout)
    try:
        return carry_out(assignment, decks, cluster, in_flight=2 * cluster.threads, **how)
    finally:
        cluster.kill()


def test_decks_come_back_to_where_the_batch_is_run(dask: Dask, tmp_path: Path) -> None:
    """The workers stand elsewhere: relative paths would mean nothing to them."""
    write(tmp_path / "docs", "a.txt", "2026/b.txt")
    write(tmp_path / "docs", "empty.txt", text="")
    here = Path.cwd()
    os.chdir(tmp_path)
    try:
        result = batch(dask, Path("docs"), Path("decks"))
    finally:
        os.chdir(here)

    assert states(result) == {"a.txt": "made", "b.txt": "made", "empty.txt": "failed"}
    made = [outcome.row for outcome in result.outcomes if outcome.row]
    assert [row["output"]["path"] for row in made] == ["decks/a.pptx", "decks/2026/b.pptx"]
    assert [row["source"]["path"] for row in made] == ["docs/a.txt", "docs/2026/b.txt"]
    for row in made:
        assert (tmp_path / row["output"]["path"]).stat().st_size == row["output"]["bytes"]
    assert not list(dask.folder.rglob("slidegen-*"))


def test_a_deck_is_the_same_as_without_a_cluster(dask: Dask, tmp_path: Path) -> None:
    """Its pictures, its theme and its logo travel with the document."""
    docs = tmp_path / "docs"
    write(docs, "a.md", text="# 节水报告\n\n## 水表\n\n![新水表](p.png)\n\n年内更换四万只。\n")
    Image.new("RGB", (640, 480), "red").save(docs / "p.png")
    Image.new("RGB", (64, 64), "blue").save(tmp_path / "logo.png")
    theme = copytree(find_theme("gov-blue"), tmp_path / "mine")
    asked = {"theme": str(theme), "logo": tmp_path / "logo.png"}

    (there,) = batch(dask, docs, tmp_path / "there", asked=asked).outcomes
    assert main(
        [
            *("convert", str(docs / "a.md"), "-o", str(tmp_path / "here.pptx"), "--quiet"),
            *("--theme", str(theme), "--logo", str(tmp_path / "logo.png")),
        ]
    ) in (0, None)
    assert there.row and there.row["options"]["theme"] == str(theme)
    assert there.row["options"]["logo"] == str(tmp_path / "logo.png")
    assert not there.counting
    assert (tmp_path / "there" / "a.pptx").read_bytes() == (tmp_path / "here.pptx").read_bytes()
    again = batch(dask, docs, tmp_path / "there", asked=asked, changed_only=True)
    assert states(again) == {"a.md": "unchanged"}


def test_a_time_limit_holds_there_too(dask: Dask, tmp_path: Path) -> None:
    write(tmp_path / "docs", "a.txt")
    (outcome,) = batch(dask, tmp_path / "docs", tmp_path / "decks", timeout=0.05).outcomes

    assert outcome.failure and outcome.failure.kind == "timeout"
    assert not list(dask.folder.rglob("slidegen-*"))


def test_when_a_worker_is_killed_midway_nothing_is_lost(dask: Dask, tmp_path: Path) -> None:
    names = [f"{number:02}.txt" for number in range(24)]
    write(tmp_path / "docs", *names)
    assignment = assign(find([str(tmp_path / "docs")]), tmp_path / "decks", asked={})
    victim = dask.add_worker()
    heard: list[str] = []
    held: list[object] = []

    cluster = Cluster(dask.address)
    client = cluster._client
    client.wait_for_workers(3, timeout=PATIENCE)
    (address,) = (address for address, pid in client.run(os.getpid).items() if pid == victim.pid)

    def hear(outcome: Outcome) -> None:
        heard.append(outcome.job.name)
        if len(heard) == 1:
            os.killpg(victim.pid, signal.SIGSTOP)  # From now on it keeps what it is given.
        if len(heard) == 8:
            held.extend(client.processing()[address])
            os.killpg(victim.pid, signal.SIGKILL)

    try:
        result = carry_out(assignment, tmp_path / "decks", cluster, in_flight=6, hear=hear)
    finally:
        cluster.kill()

    assert held
    assert victim.wait(PATIENCE) == -signal.SIGKILL
    assert states(result) == dict.fromkeys(names, "made")
    assert set(Counter(heard).values()) == {1}
    assert sorted(path.name for path in (tmp_path / "decks").glob("*.pptx")) == [
        f"{number:02}.pptx" for number in range(24)
    ]


def test_a_batch_that_is_stopped_leaves_the_cluster_idle(dask: Dask, tmp_path: Path) -> None:
    names = [f"{number}.txt" for number in range(8)]
    write(tmp_path / "docs", *names)
    heard: list[Outcome] = []
    places = tmp_path / "docs", tmp_path / "decks"
    result = batch(dask, *places, hear=heard.append, stopping=lambda: bool(heard))

    assert result.cut_off
    assert len(result.outcomes) < len(names)
    cluster = Cluster(dask.address)
    try:
        end = time.monotonic() + PATIENCE
        while any(cluster._client.processing().values()):
            assert time.monotonic() < end
            time.sleep(0.05)
    finally:
        cluster.kill()
    assert set(states(batch(dask, *places))) == set(names)


def test_the_command_line_names_a_scheduler(
    dask: Dask, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "docs", "a.txt")
    (tmp_path / "slidegen.toml").write_text(f'scheduler = "{dask.address}"\ntimeout = 60')
    code = main(
        [
            *("batch", str(tmp_path / "docs"), "-o", str(tmp_path / "decks")),
            *("--config", str(tmp_path / "slidegen.toml")),
        ]
    )

    assert code == 0, capfd.readouterr().err
    assert (tmp_path / "decks" / "a.pptx").is_file()


def test_when_the_scheduler_is_lost_each_document_is_told_of_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 2)
    (tmp_path / "dask").mkdir()
    names = [f"{number}.txt" for number in range(12)]
    write(tmp_path / "docs", *names)
    own = Dask(tmp_path / "dask")
    heard: list[Outcome] = []

    def hear(outcome: Outcome) -> None:
        heard.append(outcome)
        if len(heard) == 3:
            os.killpg(own.processes[0].pid, signal.SIGKILL)

    try:
        own.add_worker()
        result = batch(own, tmp_path / "docs", tmp_path / "decks", hear=hear)
    finally:
        own.close()

    assert Counter(outcome.job.name for outcome in heard) == Counter(
        str(tmp_path / "docs" / name) for name in names
    )
    assert {outcome.failure.kind for outcome in result.outcomes if outcome.failure} == {
        "cluster lost"
    }


def test_workers_of_another_version_are_told(dask: Dask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "__version__", "99.0")

    with pytest.raises(OptionError) as raised:
        Cluster(dask.address)
    assert "not 99.0" in raised.value.message.en
    assert raised.value.hint.en == "run `pip install slidegen==99.0` on every worker"


def test_where_no_cluster_is_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    for address in (f"tcp://127.0.0.1:{port}", "nonsense://there:1", "nonsense"):
        with pytest.raises(OptionError, match="no cluster answers"):
            Cluster(address)


def test_without_dask_the_command_that_installs_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(ProgramMissing) as raised:
        Cluster("tcp://127.0.0.1:1")
    assert raised.value.hint.en == "pip install 'slidegen[dask]'"

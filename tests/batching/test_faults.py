"""What can go wrong around a batch, provoked; `docs/faults.md` is the list of it."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation

from slidegen.batching import performing, storage
from slidegen.batching.assigning import assign
from slidegen.batching.finding import find
from slidegen.batching.job import Job, Outcome
from slidegen.batching.locking import Lock
from slidegen.batching.processes import Processes
from slidegen.theme_folders import find_theme
from slidegen.writing import files

from .making import SPEECH, batch, states, write
from .provoking import disk_of, fill, without_privileges

POSIX = pytest.mark.skipif(os.name == "nt", reason="no such signals on Windows")
MANY = int(os.environ.get("SLIDEGEN_MANY", "100"))
"""Documents of the large batch; `docs/faults.md` says how to run it with 2,000."""


def command(
    *arguments: str | Path, before: tuple[str, ...] = (), limits: Callable[[], None] | None = None
) -> subprocess.Popen[str]:
    """`slidegen` with *arguments*; another command *before* it, or *limits* set, hold it back."""
    return subprocess.Popen(
        [*before, sys.executable, "-m", "slidegen", *map(str, arguments)],
        preexec_fn=limits,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )


def end(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=120)
    assert "Traceback" not in err
    return process.returncode, out, err


def decks_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.pptx"))


def strays_in(folder: Path) -> list[Path]:
    return list(folder.rglob(f"*{files.TEMPORARY}"))


def reasons(outcomes: tuple[Outcome, ...]) -> dict[str, str]:
    return {Path(one.job.name).name: one.failure.message.en for one in outcomes if one.failure}


@POSIX
@pytest.mark.parametrize("room", [0, 20_000])
def test_a_disk_that_is_full_leaves_the_earlier_decks_and_no_half_ones(
    docs: Path, tmp_path: Path, room: int
) -> None:
    """With *room* for the list of what was made, or for nothing."""
    with disk_of(1024, tmp_path / "disk") as disk:
        decks = disk / "decks"
        batch(docs, decks)
        before = (decks / "a.pptx").read_bytes()
        write(docs, "a.txt", "c.txt", text=SPEECH.replace("四万", "五万"))
        filling = fill(disk, leaving=room)
        code, out, err = end(command("batch", docs, "-o", decks, "--changed-only"))

        assert code == 1
        assert "0 made, 1 unchanged, 2 failed" in out
        for name in ("a.txt", "c.txt"):
            assert f"{name}: '{decks / name[0]}.pptx' cannot be written: no space is left" in err
        assert (".slidegen-batch.jsonl' cannot be written" in err) == (room == 0)
        assert (decks / "a.pptx").read_bytes() == before
        assert decks_in(decks) == ["a.pptx", "b.pptx"]
        assert strays_in(decks) == []

        filling.unlink()
        again = states(batch(docs, decks, changed_only=True))
        assert again == {"a.txt": "made", "b.txt": "unchanged", "c.txt": "made"}


@POSIX
def test_no_room_for_temporary_files_fails_what_needs_them(
    store: Any, decks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = Image.effect_noise((200, 200), 50)
    picture.save(tmp_path / "x.png")
    for name, data in {
        "a.md": f"![x](x.png)\n\n{SPEECH}".encode(),
        "b.txt": SPEECH.encode(),
        "x.png": (tmp_path / "x.png").read_bytes(),
    }.items():
        storage.write(storage.place_of(f"memory://needing/{name}"), data)
    with disk_of(64, tmp_path / "disk") as disk:
        fill(disk, leaving=0)
        monkeypatch.setattr(tempfile, "tempdir", str(disk))
        result = batch("memory://needing", decks)

    assert states(result) == {"a.md": "failed", "b.txt": "made"}
    assert result.outcomes[0].failure.kind == "no room"
    assert "no room for temporary files: no space is left" in reasons(result.outcomes)["a.md"]


@POSIX
def test_a_file_that_the_system_does_not_let_grow_fails_alone(docs: Path, decks: Path) -> None:
    import resource

    write(docs, "long.txt", text=SPEECH * 40)
    batch(docs, decks)
    sizes = sorted((decks / name).stat().st_size for name in decks_in(decks))
    before = (decks / "long.pptx").read_bytes()
    limit = (sizes[-2] + sizes[-1]) // 2
    code, out, err = end(
        command(
            *("batch", docs, "-o", decks),
            limits=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        )
    )

    assert code == 1
    assert "2 made, 1 failed" in out
    assert "long.pptx' cannot be written: the file is larger than the system allows" in err
    assert (decks / "long.pptx").read_bytes() == before
    assert strays_in(decks) == []


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file of more than 20 kB has room: the decks, but not the list of them."""
    real = os.fdopen

    def opened(handle: int, mode: str) -> Any:
        file = real(handle, mode, buffering=0)

        class Filling:
            def __enter__(self) -> Filling:
                return self

            def __exit__(self, *error: object) -> None:
                file.close()

            def write(self, data: bytes) -> None:
                file.write(data[:20_000])
                if len(data) > 20_000:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        return Filling()

    monkeypatch.setattr(files.os, "fdopen", opened)


def test_a_full_disk_leaves_the_earlier_decks_and_no_half_ones(
    docs: Path, decks: Path, request: pytest.FixtureRequest
) -> None:
    batch(docs, decks)
    before = (decks / "a.pptx").read_bytes()
    write(docs, "a.txt", "c.txt", text=SPEECH.replace("四万", "五万"))
    request.getfixturevalue("full_disk")
    result = batch(docs, decks, changed_only=True)

    assert states(result) == {"a.txt": "failed", "b.txt": "unchanged", "c.txt": "failed"}
    assert all("no space is left" in reason for reason in reasons(result.outcomes).values())
    assert (decks / "a.pptx").read_bytes() == before
    assert decks_in(decks) == ["a.pptx", "b.pptx"]
    assert strays_in(decks) == []


def test_a_disk_too_full_for_the_list_of_what_was_made_is_said(
    docs: Path, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = files.write_together

    def write_together(made: dict[Path, bytes]) -> None:
        if any(path.name.endswith(".jsonl") for path in made):
            with files.in_our_words(next(iter(made))):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(made)

    monkeypatch.setattr(files, "write_together", write_together)
    result = batch(docs, decks)

    assert states(result) == {"a.txt": "made", "b.txt": "made"}
    assert result.forgotten
    assert "no space is left" in result.forgotten.message.en


def test_a_folder_that_may_not_be_written_stops_the_batch_in_one_sentence(
    docs: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    code, out, err = end(command("batch", docs, "-o", tmp_path / "file" / "decks"))

    assert (code, out) == (1, "")
    assert err.startswith("error: ")
    assert err.count("\n") == 2


@POSIX
def test_a_folder_without_permission_fails_its_documents_only(docs: Path, decks: Path) -> None:
    held_back = without_privileges()
    write(docs, "locked/c.txt", "unreadable.txt")
    (docs / "unreadable.txt").chmod(0)
    (decks / "locked").mkdir(parents=True)
    (decks / "locked").chmod(0o555)
    code, out, err = end(command("batch", docs, "-o", decks, before=held_back))
    (decks / "locked").chmod(0o755)

    assert code == 1
    assert "2 made, 2 failed" in out
    assert f"c.txt: no permission to write '{decks / 'locked' / 'c.pptx'}'" in err
    assert "unreadable.txt: " in err
    assert "slidegen itself is at fault" not in err
    assert decks_in(decks) == ["a.pptx", "b.pptx"]


@POSIX
def test_a_folder_of_decks_without_permission_stops_the_batch_in_one_sentence(
    docs: Path, decks: Path
) -> None:
    held_back = without_privileges()
    decks.mkdir(mode=0o555)
    code, out, err = end(command("batch", docs, "-o", decks, before=held_back))
    decks.chmod(0o755)

    assert (code, out) == (1, "")
    assert err.startswith("error: no permission to write ")
    assert err.count("\n") == 2


@POSIX
def test_a_deck_that_the_system_does_not_let_us_replace_fails_alone(
    docs: Path, decks: Path
) -> None:
    """As on Windows, what is beside it may be written, and only the rename is refused."""
    if os.geteuid() != 0:
        pytest.skip("only root can make a deck of someone else's")
    held_back = without_privileges()
    batch(docs, decks)
    before = (decks / "a.pptx").read_bytes()
    for path in (decks, decks / "a.pptx"):  # In such a folder, each may replace their own.
        os.chown(path, 65534, 65534)
    decks.chmod(0o1777)
    code, out, err = end(command("batch", docs, "-o", decks, before=held_back))

    assert code == 1
    assert "1 made, 1 failed" in out
    assert f"a.txt: no permission to write '{decks / 'a.pptx'}'" in err
    assert "PowerPoint" in err
    assert (decks / "a.pptx").read_bytes() == before
    assert strays_in(decks) == []


def test_a_read_only_folder_fails_its_documents_only(
    docs: Path, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(docs, "locked/c.txt")
    real = os.access
    # Root may write everywhere, so that the system is asked in vain in some places.
    monkeypatch.setattr(
        files.os,
        "access",
        lambda path, mode: Path(path).name != "locked" and real(path, mode),
    )
    result = batch(docs, decks)

    assert states(result) == {"a.txt": "made", "b.txt": "made", "c.txt": "failed"}
    assert "no permission to write" in reasons(result.outcomes)["c.txt"]


def test_a_deck_that_is_open_elsewhere_fails_alone(
    docs: Path, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if Path(target).name == "a.pptx":  # What Windows says of a file that PowerPoint holds.
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    result = batch(docs, decks)

    assert states(result) == {"a.txt": "failed", "b.txt": "made"}
    assert "PowerPoint" in result.outcomes[0].failure.hint.en
    assert strays_in(decks) == []


def test_no_deck_is_written_over_a_document(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    batch(tmp_path, tmp_path)
    deck = (tmp_path / "a.pptx").read_bytes()
    found = find([str(tmp_path / "a.txt"), str(tmp_path / "a.pptx")])
    assignment = assign(found, tmp_path, asked={})
    from_deck = find([str(tmp_path / "a.pptx")])
    refused = assign(from_deck, tmp_path, asked={}).refused

    assert [Path(job.target).name for job in assignment.jobs] == ["a.txt.pptx", "a.pptx.pptx"]
    assert "is a document of this batch" in refused[0].failure.message.en
    assert (tmp_path / "a.pptx").read_bytes() == deck


NAMES = (
    "with spaces.txt",
    'it\'s "quoted".txt',
    "讲话（第三稿）.txt",
    "🎉报告.txt",
    "a\nb.txt",
    "-o.txt",
    "[x]*?.txt",
    "%s{0}.txt",
    "长" * 83 + ".txt",
    "x" * 246 + ".txt",
)


@POSIX
def test_names_of_every_kind_are_read_and_written(tmp_path: Path, decks: Path) -> None:
    write(tmp_path / "docs", *NAMES)
    code, _, err = end(
        command("batch", tmp_path / "docs", "-o", decks, "--report", decks / "r.json")
    )

    assert (code, err) == (0, "")
    assert len(decks_in(decks)) == len(NAMES)
    for deck in decks_in(decks):
        Presentation(str(decks / deck))
    assert json.loads((decks / "r.json").read_text(encoding="utf-8"))["made"] == len(NAMES)


@POSIX
def test_a_name_that_is_no_unicode_is_read_and_told(tmp_path: Path, decks: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (Path(os.fsdecode(os.fsencode(folder) + b"/\xbd\xb2\xbb\xb0.txt"))).write_text(SPEECH)
    reports = (
        "--report",
        decks / "r.json",
        "--junit",
        decks / "j.xml",
        "--summary",
        decks / "s.md",
    )
    code, _, err = end(command("batch", folder, "-o", decks, *reports))

    assert (code, err) == (0, "")
    assert len(decks_in(decks)) == 1
    assert states(batch(folder, decks, changed_only=True)) != {}


def test_a_report_that_cannot_be_written_is_said_before_any_work(docs: Path, decks: Path) -> None:
    code, _, err = end(command("batch", docs, "-o", decks, "--report", docs / "gone" / "r.json"))

    assert code == 1
    assert "there is no folder" in err
    assert decks_in(decks) == []


@POSIX
def test_a_process_killed_while_it_writes_leaves_nothing_after_the_next_run(
    docs: Path, decks: Path
) -> None:
    decks.mkdir()
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    alive = decks / f"{files.OURS}{files._host()}-{os.getpid()}-x{files.TEMPORARY}"
    stray = decks / f"{files.OURS}{files._host()}-{dead.pid}-x{files.TEMPORARY}"
    elsewhere = decks / f"{files.OURS}00000000-{dead.pid}-x{files.TEMPORARY}"
    for path in (alive, stray, elsewhere):
        path.write_bytes(b"half a deck")
    batch(docs, decks)

    assert set(strays_in(decks)) == {alive, elsewhere}


@POSIX
def test_a_kill_in_the_middle_of_a_write_leaves_the_earlier_deck(tmp_path: Path) -> None:
    deck = tmp_path / "a.pptx"
    deck.write_bytes(b"earlier")
    code = (
        "import os, signal; from pathlib import Path; from slidegen.writing import files\n"
        "class Killing(bytes): pass\n"
        "real = os.fdopen\n"
        "def opened(handle, mode):\n"
        "    os.write(handle, b'half'); os.kill(os.getpid(), signal.SIGKILL)\n"
        "files.os.fdopen = opened\n"
        f"files.write_whole(Path({str(deck)!r}), b'a whole deck')\n"
    )
    killed = subprocess.run([sys.executable, "-c", code], timeout=60)

    assert killed.returncode == -signal.SIGKILL
    assert deck.read_bytes() == b"earlier"
    assert len(strays_in(tmp_path)) == 1

    files.sweep(tmp_path)

    assert strays_in(tmp_path) == []


def test_a_second_batch_into_the_folder_is_refused(docs: Path, decks: Path) -> None:
    decks.mkdir()
    lock = Lock(decks)
    code, _, err = end(command("batch", docs, "-o", decks))
    lock.release()

    assert code == 1
    assert "another batch is writing into" in err
    assert decks_in(decks) == []
    assert end(command("batch", docs, "-o", decks))[0] == 0


def test_a_document_that_changes_while_its_deck_is_made_is_made_again(
    docs: Path, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = performing.converted

    def converted(job: Job) -> Any:
        conversion = real(job)
        if job.name.endswith("a.txt"):  # Saved after it was read, before its deck is written down.
            write(docs, "a.txt", text=SPEECH.replace("四万", "五万"))
        return conversion

    monkeypatch.setattr(performing, "converted", converted)
    batch(docs, decks)
    monkeypatch.undo()

    assert states(batch(docs, decks, changed_only=True)) == {"a.txt": "made", "b.txt": "unchanged"}


def test_a_document_that_goes_away_fails_alone(docs: Path, decks: Path) -> None:
    result = batch(docs, decks, hear=lambda outcome: (docs / "b.txt").unlink(missing_ok=True))
    # The second may have been read before the first was told of.
    outcomes = states(result)

    assert outcomes["a.txt"] == "made"
    assert outcomes["b.txt"] in ("made", "failed")


def test_a_theme_deleted_midway_fails_what_comes_after(
    docs: Path, decks: Path, tmp_path: Path
) -> None:
    write(docs, *(f"{number}.txt" for number in range(5)))
    theme = copytree(find_theme("gov-blue"), tmp_path / "mine")
    result = batch(
        docs,
        decks,
        asked={"theme": str(theme)},
        hear=lambda outcome: rmtree(theme, ignore_errors=True),
    )
    outcomes = states(result)

    assert outcomes["0.txt"] == "made"
    assert outcomes["b.txt"] == "failed"
    assert set(reasons(result.outcomes)["b.txt"].split()) >= {"theme"}
    assert len(decks_in(decks)) == list(outcomes.values()).count("made")


def test_a_clock_set_back_changes_nothing(
    docs: Path, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch(docs, decks)
    first = (decks / "a.pptx").read_bytes()
    monkeypatch.setattr(time, "time", lambda: 0.0)
    write(docs, "a.txt", text=SPEECH.replace("四万", "五万"))
    for path in docs.iterdir():
        os.utime(path, (1, 1))

    assert states(batch(docs, decks, changed_only=True)) == {"a.txt": "made", "b.txt": "unchanged"}
    assert (decks / "a.pptx").read_bytes() != first


@pytest.fixture
def sabotage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Has the workers do something else with `a.txt`."""

    def arrange(what: str) -> None:
        (tmp_path / "sabotage.py").write_text(
            "import os, signal, time\n"
            "from slidegen.batching.performing import perform as real\n"
            "def perform(job):\n"
            f"    if job.name.endswith('a.txt'): {what}\n"
            "    return real(job)\n"
        )
        monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
        monkeypatch.syspath_prepend(str(tmp_path))

    return arrange


def in_processes(docs: Path, decks: Path, **limits: Any) -> tuple[Outcome, ...]:
    import sabotage

    from slidegen.batching.running import run

    assignment = assign(find([str(docs)]), decks, asked={})
    decks.mkdir()
    processes = Processes(2, **limits)
    try:
        outcomes = run(assignment.jobs, processes, in_flight=4, performing=sabotage.perform)
        return tuple(sorted(outcomes, key=lambda outcome: outcome.job.name))
    finally:
        processes.kill()
        sys.modules.pop("sabotage")


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("os._exit(3)", "worker died"),
        pytest.param("os.kill(os.getpid(), signal.SIGKILL)", "worker died", marks=POSIX),
        pytest.param("os.kill(os.getpid(), signal.SIGSEGV)", "worker died", marks=POSIX),
        ("time.sleep(60)", "timeout"),
        ("raise SystemExit(3)", "worker died"),
        ("raise KeyError('ours')", "bug"),
    ],
)
def test_what_befalls_a_worker_befalls_its_document_only(
    docs: Path, decks: Path, sabotage: Any, what: str, kind: str
) -> None:
    sabotage(what)
    first, second = in_processes(docs, decks, timeout=4 if kind == "timeout" else 60)

    assert first.failure.kind == kind
    assert first.seconds >= {"timeout": 4, "worker died": 0.01, "bug": 0}[kind]
    assert second.state == "made"


def test_a_document_that_needs_too_much_memory_fails_alone(
    docs: Path, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = performing.converted

    def converted(job: Job) -> Any:
        if job.name.endswith("a.txt"):
            raise MemoryError
        return real(job)

    monkeypatch.setattr(performing, "converted", converted)
    result = batch(docs, decks)

    assert states(result) == {"a.txt": "failed", "b.txt": "made"}
    assert result.outcomes[0].failure.kind == "out of memory"


@POSIX
def test_a_worker_without_memory_fails_its_document_only(
    docs: Path, decks: Path, sabotage: Any
) -> None:
    sabotage(
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (3 << 27, -1)); x = bytes(1 << 30)"
    )
    first, second = in_processes(docs, decks)

    assert first.failure.kind in ("out of memory", "worker died")
    assert second.state == "made"


@POSIX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_the_batch_and_keeps_what_is_done(
    tmp_path: Path, decks: Path, number: signal.Signals
) -> None:
    docs = tmp_path / "docs"
    write(docs, *(f"{n:03}.txt" for n in range(150)))
    process = command("batch", docs, "-o", decks, "--jobs", "1", "--report", tmp_path / "r.json")
    assert process.stdout
    process.stdout.readline()  # The first deck is made.
    process.send_signal(number)
    code, _, _ = end(process)
    made = decks_in(decks)
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))

    assert code == 130
    assert 1 <= len(made) < 150
    assert len(made) - 1 <= report["made"] <= len(made)
    assert strays_in(decks) == []
    for deck in made:
        Presentation(str(decks / deck))

    second = command("batch", docs, "-o", decks, "--report", tmp_path / "r.json")
    code, _, _ = end(second)
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))

    assert code == 0
    assert report["unchanged"] >= len(made) - 1
    assert report["made"] + report["unchanged"] == 150


@POSIX
def test_workers_end_when_the_batch_is_killed(tmp_path: Path, decks: Path) -> None:
    docs = tmp_path / "docs"
    write(docs, *(f"{n:03}.txt" for n in range(100)))
    process = command("batch", docs, "-o", decks, "--jobs", "2")
    assert process.stdout
    process.stdout.readline()
    process.kill()
    _, err = process.communicate(timeout=60)
    settled = -1
    for _ in range(100):
        time.sleep(0.2)
        before, settled = settled, len(decks_in(decks))
        if before == settled:
            break

    assert 0 < settled < 100
    assert err == ""


def test_many_documents_of_which_some_are_broken(tmp_path: Path, decks: Path) -> None:
    docs = tmp_path / "docs"
    broken = {f"{n:04}.txt" for n in range(0, MANY, 20)}
    write(docs, *(f"{n:04}.txt" for n in range(MANY)))
    for name in broken:
        (docs / name).write_bytes(b"")
    code, out, err = end(command("batch", docs, "-o", decks, "--report", tmp_path / "r.json"))
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))

    assert code == 1
    assert len(decks_in(decks)) == MANY - len(broken)
    assert (report["made"], report["failed"]) == (MANY - len(broken), len(broken))
    failed = [line for line in err.splitlines() if line.startswith("error: ")]
    assert len(failed) == len(broken)
    assert all("the document holds no text" in line for line in failed)
    assert {Path(line.split(": ")[1]).name for line in failed} == broken
    assert f"{len(broken)} failed" in out
